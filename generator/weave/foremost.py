"""Statements of a topic -> the same, those first that tell most of it; and which its page shows.

Goes by how much of what is typical of the topic their sentences say (typical.py); where that is not
known, all stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

import msgspec

from generator.annotate.facts.measures import usual_name
from generator.model.knowledge import Knowledge, Mention
from generator.model.statements import (
    FigureGroup,
    Moment,
    OfficeRow,
    PaperRow,
    QuoteRow,
    Statements,
)
from generator.text.segment import tag
from generator.weave.stand_alone import is_spoken, leans, starts_alone
from generator.weave.statements.sources import Sources, sources
from generator.weave.statements.times import length
from generator.weave.typical import Place

_LEANING: Final = 2.5
"""What it takes off an entry that it can't be read by itself."""
_MONTH: Final = 31
_SHORT: Final = 12
"""Characters from which what somebody said says something."""
_HEAD: Final = 8
"""Characters from which the first word of a clause can be told."""
_FEW: Final = 10
_TOUCHES: Final = 0.2
"""What is less typical only touches the topic."""
_OWN: Final = 0.6
"""What is so typical is of the topic itself."""
_LEAST, _MOST = 6, 14
"""Measures that the page shows: more than the least only if they tell of the topic."""
_TELLING: Final = 1.0
_PASSING: Final = 1.0
"""Entries worth less are shown only if there are few others."""


class Foremost(NamedTuple):
    """Indices of what a page shows where it can't show all, in the order of the statements."""

    timeline: tuple[int, ...]
    quotes: tuple[int, ...]
    measures: int
    """So many of the first."""


def foremost(
    knowledge: Knowledge,
    told: Statements,
    near: Mapping[Place, float],
    words: Sequence[str],
    moments: int,
    quotes: int,
) -> Foremost | None:
    """So many entries of the timeline, so many quotes; None: nothing tells which.

    told: in order; words: those that select the topic.
    """
    if not near:
        return None
    known = sources(knowledge)
    telling = sum(_measure(it, near, words) >= _TELLING for it in told.figures)
    return Foremost(
        _best([_moment(known, it, near) for it in told.timeline], moments),
        _best([_quote(known, it, near) for it in told.quotes], quotes),
        max(_LEAST, min(telling, _MOST)),
    )


def in_order(told: Statements, near: Mapping[Place, float], words: Sequence[str]) -> Statements:
    """What measures the topic itself, who and which documents have most to do with it come first."""
    figures = sorted(told.figures, key=lambda it: _passing(it) or not _names(it, words))
    # Those of whom the text does not say who spoke come last.
    quotes = sorted(told.quotes, key=lambda it: it.speaker < 0 and not it.speaker_words)
    told = msgspec.structs.replace(told, figures=tuple(figures), quotes=tuple(quotes))
    if not near:
        return told
    people: dict[int | str, float] = {}
    for it in told.offices:
        people[_who(it)] = max(people.get(_who(it), 0.0), _near(near, it.cites))
    return msgspec.structs.replace(
        told,
        figures=tuple(sorted(figures, key=lambda it: -_measure(it, near, words))),
        offices=tuple(sorted(told.offices, key=lambda it: -people[_who(it)])),
        papers=_papers(told.papers, near),
        programmes=tuple(sorted(told.programmes, key=lambda it: -_near(near, it.cites))),
    )


def _papers(told: Sequence[PaperRow], near: Mapping[Place, float]) -> tuple[PaperRow, ...]:
    """Laws, plans and notices first; a newspaper or a novel only where a sentence of the topic names it."""
    ranked = [(it, _near(near, it.cites)) for it in told]
    kept = [(it, close) for it, close in ranked if it.type or close >= _OWN]
    return tuple(it for it, _ in sorted(kept, key=lambda pair: (not pair[0].type, -pair[1])))


class _Worth(NamedTuple):
    worth: float
    alike: tuple[tuple[object, float], ...]
    """What another that is shown may have in common with it, and what that takes off."""


def _best(items: Sequence[_Worth], most: int) -> tuple[int, ...]:
    """The worthiest, each weighed against those before it; in their order."""
    chosen: list[int] = []
    shown: dict[object, int] = {}
    left = dict(enumerate(items))
    while left and len(chosen) < most:
        at = max(
            left,
            key=lambda it: (
                left[it].worth - sum(less * shown.get(what, 0) for what, less in left[it].alike),
                -it,
            ),
        )
        if len(chosen) >= _LEAST and left[at].worth < _PASSING:
            break
        for what, _ in left.pop(at).alike:
            shown[what] = shown.get(what, 0) + 1
        chosen.append(at)
    return tuple(sorted(chosen))


def _moment(known: Sources, it: Moment, near: Mapping[Place, float]) -> _Worth:
    cite = it.cites[0]
    text = known.text(cite)
    worth = 4 * _near(near, it.cites) + 0.8 * bool(it.verb) + 0.3 * min(len(it.cites) - 1, 3)
    worth += 0.2 * min(len(it.entities), 3) + 0.4 * (length(it.edtf) <= _MONTH)
    said = it.words[0]
    begun = (said.start == cite.start and text[said.end - said.start :].lstrip("，")) or text
    worth -= _LEANING * (
        leans(text) or not starts_alone(text) or _has_no_subject(begun) or is_spoken(text)
    )
    return _Worth(worth, ((cite.reading, 0.4), ((cite.reading, cite.sentence), 1.5)))


def _has_no_subject(clause: str) -> bool:
    """返回香港: what it tells begins with what somebody does, and not with who."""
    return next(iter(tag(clause[:_HEAD])), ("", ""))[1] == "v"


def _quote(known: Sources, it: QuoteRow, near: Mapping[Place, float]) -> _Worth:
    text = known.text(it.cite)
    speaker = it.speaker if it.speaker >= 0 else it.speaker_words
    worth = 3 * _near(near, (it.cite,)) + bool(speaker != "") + 0.4 * it.direct
    worth -= leans(text) or not starts_alone(text) or len(text) < _SHORT
    return _Worth(worth, ((speaker, 0.5), (it.cite.reading, 0.3)))


def _measure(it: FigureGroup, near: Mapping[Place, float], words: Sequence[str]) -> float:
    """By its sentences; amounts of the topic itself before those told beside it, counts by the way last."""
    if not it.measure:
        return -1.0
    close = _near(near, (row.cite for row in it.rows))
    worth = 2 * close - 2 * _passing(it)
    if close >= _TOUCHES:
        worth += _names(it, words) + 0.6 * bool(usual_name(it.measure, change=False))
        worth += 0.1 * min(len(it.rows), 5) + 0.3 * any(row.when for row in it.rows)
    return round(worth, 2)


def _passing(it: FigureGroup) -> bool:
    """A single count below ten."""
    row = it.rows[0]
    return len(it.rows) == 1 and isinstance(row.value, int) and row.value < _FEW and row.unit != "%"


def _names(it: FigureGroup, words: Sequence[str]) -> bool:
    return any(word in it.measure for word in words)


def _near(near: Mapping[Place, float], places: Iterable[Mention]) -> float:
    return max((near.get((it.reading, it.sentence), 0.0) for it in places), default=0.0)


def _who(it: OfficeRow) -> int | str:
    return it.person if it.person >= 0 else it.name
