"""Prose and what was found in it -> events."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from generator.annotate.events.clause import Left, lead, read_left
from generator.annotate.events.frames import tell
from generator.annotate.events.masks import BODY, DATE, FILL, PERSON, mask
from generator.annotate.events.objects import right_end
from generator.annotate.events.reach import is_of_another
from generator.annotate.events.sums import sum_of
from generator.annotate.events.told import Before, Span, Verb
from generator.annotate.events.verbs import LONGER, SORT_OF, VERB
from generator.annotate.prose import Prose
from generator.model.findings import Date, Event, Figure, Name, Number, Paper

_BACK = 140
"""Characters before a verb that are read."""
_HARD = re.compile(
    f"[。！？!?；;：:\n…]|—{{2,}}|{FILL}电(?:[（(][^（()）\n]{{0,40}}[）)])?|记者[^，。、{DATE}]{{2,12}}摄|摄[）)]|【[^【】\n]{{0,20}}】"
)
_SOFT = re.compile("[，,]")
_UNTIL = re.compile("(?:截至|截止|到|至|自|从|距|早在|直到)\\Z")
_DATED = re.compile(
    f"(?:当地时间|早在|就在|其中|此前|随后)?(?P<date>{DATE}){FILL}*+(?:上午|下午|晚上?|凌晨|起|当天|以来|期间|间)?[，,]"
)
_LAST_DATE = re.compile(
    f"(?<![于在至到自从距截])(?P<date>{DATE}){FILL}*+(?:上午|下午|晚上?|凌晨)?[，,]\\Z"
)
"""Ends the clause before: 今天（11月12日）， also where a headline without its full stop precedes."""
_OPENS = re.compile("[“（(]")
_LAPSES = ("时隔", "相隔")
_YEAR = re.compile("[0-9]{4}年")
_SUBJECT = re.compile(
    f"(?:{DATE}{FILL}*+|近年来|目前|同时|近日|日前)*(?:[^，,的是了]{{0,12}}?(?={PERSON}))?(?P<name>[{PERSON}{BODY}]{FILL}*+)(?!的|发|诞辰|逝世|生日|[，,、]|[^，,]{{0,6}}(?:表示|指出|说|强调|认为|介绍|要求|称|宣布|提出|显示|获悉|希望))"
)
_FAR = 2
"""Clauses that may lie between a date and the verb it is of."""


class _Source(Struct, frozen=True, gc=False):
    text: str
    masked: str
    dates: Mapping[int, Date]
    """By where they begin."""
    figures: tuple[Figure, ...]
    amounts: tuple[int, ...]
    """Where figures begin."""


class _State(Struct, frozen=True, gc=False):
    """What was read so far."""

    section: int = -1
    """Where the stretch without a hard mark begins."""
    restart: int = 0
    """Where a sentence begins after a headline that lacks its full stop."""
    covered: int = 0
    """Until where the last object goes: a verb inside it tells nothing of its own."""
    subject: tuple[Span, ...] = ()
    date: str | None = None


def find_events(
    prose: Prose,
    names: tuple[Name, ...],
    dates: tuple[Date, ...],
    figures: tuple[Figure, ...],
    papers: tuple[Paper, ...],
) -> tuple[Event, ...]:
    """Events in order."""
    masked = mask(prose.text, names, dates, papers)
    # 时隔10年 says how long after, not when.
    known = {
        it.start: it for it in dates if it.shown and not prose.text.startswith(_LAPSES, it.start)
    }
    source = _Source(prose.text, masked, known, figures, tuple([it.start for it in figures]))
    found: list[Event] = []
    state = _State()
    for match in VERB.finditer(masked):
        start = match.start()
        if start < state.covered or masked.startswith(LONGER[match.group()], start):
            continue
        begin, end = _sentence(prose, start)
        floor = max(state.restart, start - _BACK, begin)
        section = _section(masked, floor, start)
        if section != state.section:
            state = _State(section, state.restart, state.covered)
        if not _open(masked, section, start):
            event, state = _read(source, match, state)
            if event and (kept := _within_sentence(_plain(prose.text, event), end)):
                found.append(kept)
    return tuple(found)


def _read(source: _Source, match: re.Match[str], state: _State) -> tuple[Event | None, _State]:
    """The event of one verb, and what the verbs after it may rest on."""
    masked, section, start = source.masked, state.section, match.start()
    clause = max(
        section, masked.rfind("，", section, start) + 1, masked.rfind(",", section, start) + 1
    )
    sort = SORT_OF[match.group()]
    left = read_left(masked, clause, start, sort)
    if left is None:
        return None, state
    verb = Verb(match.group(), start, match.end(), right_end(masked, match.end()))
    date, begins = _date(masked, source.dates, section, clause, left)
    if date is None and left.joined and left.date < 0:
        date = state.date
    low = left.date if left.date >= 0 else begins
    if date and is_of_another(masked, date, (low, start), within=left.date >= 0):
        date = None
    subject = state.subject
    if not subject and (left.joined or sort == "visit"):
        subject = _subject(masked, section, clause)
    told = tell(source.text, masked, verb, left, Before(subject, date is not None))
    if told is None or not (told.participants or told.object) or (left.future and date is None):
        return None, state
    what = told.object
    if what and _YEAR.match(source.text, what[0] - 5, what[0]):
        # 2025年世界互联网大会: the year is of the name.
        if left.date == what[0] - 5:
            date = None
        what = what[0] - 5, what[1]
    event = Event(
        min(begins, clause, left.start, what[0] if what else start),
        max(verb.end if told.glued else verb.right, what[1] if what else 0),
        verb.word,
        date,
        source.text[slice(*told.place)] if told.place else None,
        None if told.glued else _sum(source, verb),
        tuple(
            it
            for it in told.participants
            if not _within(it, told.place) and (it != told.place or sort != "hold")
        )
        or told.participants,
        what,
        told.shown,
    )
    if told.participants:
        subject = tuple(lead(masked, left.start, left.end)) or subject
    restart = verb.end if told.glued else state.restart
    covered = what[1] if what and not told.glued else state.covered
    return event, _State(section, restart, covered, subject, date)


def _within(it: Span, place: Span | None) -> bool:
    """爱丽舍宫 of 在巴黎爱丽舍宫 takes part in nothing."""
    return place is not None and place[0] < it[0] and it[1] <= place[1]


def _sentence(prose: Prose, at: int) -> Span:
    index = bisect_right(prose.sentences, (at, len(prose.text) + 1)) - 1
    return prose.sentences[index] if index >= 0 else (0, len(prose.text))


def _plain(text: str, event: Event) -> Event:
    """当选总统后: what is elected is no 总统后."""
    thing = event.object
    if thing is None or thing[1] - thing[0] < _LEAST or text[thing[1] - 1] not in "后时":
        return event
    return replace(event, object=(thing[0], thing[1] - 1))


_LEAST = 3


def _within_sentence(event: Event, end: int) -> Event | None:
    """A headline without its full stop tells nothing of the sentence behind it."""
    if event.end <= end:
        return event
    crosses = (event.object and event.object[1] > end) or any(
        it[1] > end for it in event.participants
    )
    return None if crosses else replace(event, end=end)


def _section(masked: str, start: int, end: int) -> int:
    """Where what follows the last hard mark begins; `start` if there is none."""
    for match in _HARD.finditer(masked, start, end):
        start = match.end()
    return start


def _open(masked: str, start: int, end: int) -> bool:
    """Whether brackets or quotation marks are open at `end`."""
    return bool(_OPENS.search(masked, start, end)) and any(
        masked.rfind(opens, start, end) > masked.rfind(closes, start, end)
        for opens, closes in ("“”", "（）", "()")
    )


def _date(
    masked: str, known: Mapping[int, Date], section: int, clause: int, left: Left
) -> tuple[str | None, int]:
    """(the date of the clause or of the nearest clause before that begins with one, where it begins)."""
    if left.date >= 0:
        date = known.get(left.date)
        if date is None or _UNTIL.search(masked, section, left.date):
            return None, clause
        return date.edtf, min(clause, left.date)
    last = _LAST_DATE.search(masked, max(section, clause - 24), clause)
    if last and last.start("date") in known:
        at = last.start("date")
        return known[at].edtf, at
    heads = [section, *(it.end() for it in _SOFT.finditer(masked, section, clause))]
    for head in reversed(heads[-_FAR - 1 :]):
        match = _DATED.match(masked, head, clause)
        if match:
            at = match.start("date")
            date = known.get(at)
            if date and (date.edtf is None and date.end - at > 2):
                # 多年来 says nothing of when; 近日 does.
                continue
            if date is None or _UNTIL.search(masked, section, at) or "将" in masked[at:clause]:
                break
            return date.edtf, head
    return None, clause


_PIECES = re.compile("(?:[^。！？!?；;\n]){0,60}")


def _subject(masked: str, section: int, clause: int) -> tuple[Span, ...]:
    """The name that begins the clause before, or the one before that."""
    heads = [section, *(it.end() for it in _SOFT.finditer(masked, section, clause))]
    for head in reversed(heads[-_FAR - 1 : -1]):
        match = _SUBJECT.match(masked, head, clause)
        if match:
            return (match.span("name"),)
    return ()


def _sum(source: _Source, verb: Verb) -> Number | tuple[Number, Number] | None:
    """Of the clause or those after it, until the next verb or the end of the sentence."""
    if not source.figures:
        return None
    match = _PIECES.match(source.masked, verb.right)
    end = match.end() if match else verb.right
    following = VERB.search(source.masked, verb.right, end)
    end = following.start() if following else end
    return sum_of(source.text, (verb.end, end), source.figures, source.amounts)
