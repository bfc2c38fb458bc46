"""考察, 会见, 访问; 任命, 当选: persons, where, whom, as what."""

from __future__ import annotations

import re

from generator.annotate.events.clause import Left, actors
from generator.annotate.events.masks import BODY, FILL, PERSON, PLACE
from generator.annotate.events.told import Before, Span, Told, Verb

_NAME = f"[{PERSON}{BODY}{PLACE}]{FILL}*+"
_PEER = re.compile(_NAME)
_TO_VISIT = re.compile(
    f"对(?P<names>[{PLACE}{BODY}]{FILL}*+(?:(?:、|和|与){_NAME})*)(?:进行|开展)?"
    "(?:正式|国事|工作|友好|为期.天的|历史性|首次)*\\Z"
)
_AS = re.compile(f"(?P<name>{PERSON}{FILL}*+)(?:同志)?(?:为|担任)(?P<office>[^，。；]{{2,24}})")
_VISITORS = re.compile("代表团?|一行|嘉宾|客人|领导人|人士")
_NAMED = re.compile(f"[{BODY}{PLACE}]")
_PLACES = tuple("省市县区镇乡村州旗园馆厂港") + tuple(
    "社区 公司 集团 大学 基地 中心 机关 研究院".split()
)
_NOUN = re.compile("组|团|报告|工作|任务|对象|基地|干部|活动|时的")


def visited(text: str, masked: str, verb: Verb, left: Left, before: Before) -> Told | None:
    """甲在某地考察; 甲会见乙; 甲对某国进行访问."""
    toward = _TO_VISIT.search(masked, left.start, left.end)
    until = toward.start() if toward else left.end
    who = tuple(actors(masked, left.start, until))
    if not who and (left.joined or until == left.start):
        who = before.subject
    people = tuple(it for it in who if masked[it[0]] == PERSON)
    rest = text[verb.end : verb.right]
    if (not people and verb.word != "访问") or not who or _NOUN.match(rest):
        return None
    who, place = people or who, left.place
    others: tuple[Span, ...] = ()
    what: Span | None = None
    named = [it.span() for it in _PEER.finditer(masked, verb.end, verb.right)]
    if toward:
        others = tuple(it.span() for it in _PEER.finditer(masked, *toward.span("names")))
        place = place or (others[0] if masked[others[0][0]] == PLACE else None)
    elif verb.word == "会见":
        others = tuple(it for it in named if masked[it[0]] == PERSON)
        what = None if others else _visitors(text, verb)
        if not others and what is None:
            return None
    elif named and text[verb.end : named[0][0]] in ("", "了"):
        if verb.word == "访问":
            others = (named[0],)
        elif place is None and masked[named[0][0]] != PERSON:
            place = named[0]
    sited = place and (_NAMED.search(masked, *place) or text.endswith(_PLACES, *place))
    return Told((*who, *others), what, place, bool(others or what or sited))


def _visitors(text: str, verb: Verb) -> Span | None:
    start = verb.end + (text[verb.end : verb.end + 1] == "了")
    ends = [it.end() for it in _VISITORS.finditer(text, start, verb.right)]
    return (start, verb.right) if ends and ends[-1] == verb.right else None


def appointed(text: str, masked: str, verb: Verb, left: Left) -> Told | None:
    """甲任命乙为局长; 乙当选会长."""
    if verb.word == "任命":
        match = _AS.match(masked, verb.end, verb.right)
        if match is None:
            return None
        who = (*actors(masked, left.start, left.end), match.span("name"))
        return Told(who, match.span("office"), None, shown=True)
    who = tuple(it for it in actors(masked, left.start, left.end) if masked[it[0]] == PERSON)
    if masked.find(PERSON, verb.end, verb.right) >= 0:
        # 总统甲和当选总统乙发表献词: which president, and no election.
        return None
    start = verb.end + (text[verb.end : verb.end + 1] in ("为", "了"))
    if not who or not 2 <= verb.right - start <= 30:
        return None
    return Told(who, (start, verb.right), None, shown=True)
