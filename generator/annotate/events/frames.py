"""A verb and its clause -> what it tells, each sort of verb after its own pattern."""

from __future__ import annotations

import re

from msgspec.structs import replace

from generator.annotate.events.clause import Left, actors
from generator.annotate.events.masks import BODY, DATE, FILL, PAPER, PERSON
from generator.annotate.events.objects import is_generic, object_after, object_before
from generator.annotate.events.signing import moved, signed
from generator.annotate.events.told import Before, Span, Told, Verb, doers, is_half
from generator.annotate.events.verbs import SORT_OF
from generator.annotate.events.visits import appointed, visited

_OURS = ("我国", "中国", "国家")
_TO_FOUND = re.compile("设立|成立|建立|组建|建设")
_ACTS = re.compile("[了着]|表示|指出|获悉|介绍|(?<!市)(?<!国)要(?!素|地)")
_NEW = re.compile(
    f"近日|日前|今[天日]|昨[天日]|{DATE}"
    f"|[{BODY}{PERSON}]{FILL}*+[^，。]{{0,20}}(?:近日|日前|今天|昨天|{DATE})"
)
_AT = re.compile(f"{FILL}*[在于]")
_MEETING = re.compile(
    "[^，。；的了在]{2,36}?(?:大会|会议|座谈会|论坛|峰会|博览会|发布会|推介会|运动会|仪式|典礼|会晤|会谈)"
    "(?=强调|指出|提出|上(?!海)|发表|通过|期间|要求|明确|决定|审议|部署|宣布)"
)


def tell(text: str, masked: str, verb: Verb, left: Left, before: Before) -> Told | None:
    """None where the clause does not say enough."""
    sort = SORT_OF[verb.word]
    if masked.startswith("的", verb.end):
        if sort == "hold":
            return _held_that(text, masked, verb, left)
        return _issued_that(text, masked, verb, left, before) if sort == "issue" else None
    if sort == "visit":
        return visited(text, masked, verb, left, before)
    if masked.startswith("时", verb.end):
        return None
    if sort == "sign":
        return signed(text, masked, verb, left, before)
    if sort == "move":
        return moved(text, masked, verb, left)
    if sort == "appoint":
        return appointed(text, masked, verb, left)
    return _made(text, masked, verb, left, before)


def _made(text: str, masked: str, verb: Verb, left: Left, before: Before) -> Told | None:
    """召开, 发布, 成立, 批复: somebody does it to something, or it is done: 论坛在长春开幕."""
    sort = SORT_OF[verb.word]
    done = object_before(text, masked, (left.start, left.end), sort)
    if not text[verb.end : verb.right].strip():
        return _done(text, masked, left, done) if done and sort != "approve" else None
    start = verb.end
    if sort == "approve" and (founds := _TO_FOUND.match(masked, verb.end, verb.right)):
        start, sort = founds.end(), "found"
    what = object_after(text, masked, (start, verb.right), sort)
    if done and _restarts(text, masked, verb, done, what):
        return replace(_done(text, masked, left, done), glued=True)
    if what is None or sort == "reveal":
        return None
    who = doers(masked, left, before)
    return Told(who, what, left.place, _is_sure(text, masked, verb, left, before, who, what))


def _is_sure(
    text: str,
    masked: str,
    verb: Verb,
    left: Left,
    before: Before,
    who: tuple[Span, ...],
    what: Span,
) -> bool:
    sort = SORT_OF[verb.word]
    subject = text[left.start : left.end]
    if is_half(masked, left, before) or (sort == "approve" and not who):
        return False
    if who:
        # Names and what joins them, no clause with a verb of its own.
        return not _ACTS.search(masked, left.start, left.end)
    if not (before.dated or left.place):
        return False
    if subject in _OURS:
        return True
    # A subject that is no known name: unclear who; of meetings it matters less.
    if subject and sort != "hold":
        return False
    if masked[what[0]] == PAPER:
        return True
    return sort != "issue" and not is_generic(text[slice(*what)])


def _restarts(text: str, masked: str, verb: Verb, done: Span, what: Span | None) -> bool:
    """Whether a new sentence follows the verb; `done`: what stands before it, `what`: after it."""
    if text.startswith(text[done[0] : done[0] + 4], verb.end):
        return True
    if what is None and _NEW.match(masked, verb.end):
        return True
    if masked[done[0]] == BODY and masked[done[1] - 1] == FILL and SORT_OF[verb.word] != "found":
        return False
    dated = masked.find(DATE, verb.end, verb.right) >= 0
    return dated or (what is None and SORT_OF[verb.word] == "hold")


def _done(text: str, masked: str, left: Left, what: Span) -> Told:
    who = tuple(actors(masked, left.start, what[0])) if what[0] > left.start else ()
    sure = what[1] - what[0] > 3 or left.date >= 0
    return Told(who, what, left.place, sure and not is_generic(text[slice(*what)]))


def _held_that(text: str, masked: str, verb: Verb, left: Left) -> Told | None:
    """7月召开的全省农村工作会议: only with a date or a place."""
    if left.date < 0 and left.place is None:
        return None
    what = object_after(text, masked, (verb.end + 1, verb.right), "hold")
    if what is None:
        match = _MEETING.match(text, verb.end + 1, verb.right)
        if match is None or masked[match.end()] == FILL:
            return None
        what = match.span()
    subject = text[left.start : left.end]
    if subject not in ("", "这是") and masked[left.end - 1] != FILL:
        return None
    if _ACTS.search(masked, left.start, left.end):
        return None
    # 甲在日前举行的会上说: he was there, and need not have held it.
    who = tuple(
        it
        for it in actors(masked, left.start, left.end)
        if masked[it[0]] != PERSON or not _AT.match(masked, it[1])
    )
    return Told(who, what, left.place, not is_generic(text[slice(*what)]))


def _issued_that(text: str, masked: str, verb: Verb, left: Left, before: Before) -> Told | None:
    """8月国务院印发的《意见》提出…: only with who and when."""
    who = tuple(actors(masked, left.start, left.end))
    what = object_after(text, masked, (verb.end + 1, verb.right), "issue")
    if not (who and what and before.dated):
        return None
    sure = not is_generic(text[slice(*what)]) and not _ACTS.search(masked, left.start, left.end)
    return Told(who, what, left.place, sure)
