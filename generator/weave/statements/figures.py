"""Amounts -> groups by what they measure: target beside actual, repeats merged, conflicts told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.model.facts import FigureFact
from generator.model.statements import FigureGroup, FigureRow
from generator.weave.statements.conflicts import conflicts
from generator.weave.statements.sources import Pick, Sources, place_order
from generator.weave.statements.times import EVER, agree, order, span

_NAMED = 3
"""Characters from which the name of a measure says enough: 支出, 投入 do not."""
_COUNTERS = frozenset(
    "个 家 项 条 人 名 位 种 件 座 架 次 部 艘 辆 届 场 所 支 套 款 篇 类 批 户 台".split()
)
"""Things counted one by one under one word are seldom the same things."""
_COMPARED = 24
"""Rows of one value that another is held against."""
_FEW = 10
"""Things that a text has in passing (3家企业党支部), and nobody would look up first."""
_SPECIFIC = 4
"""Characters of a measure that means the same in two articles."""


def figures(known: Sources, picks: Iterable[Pick]) -> tuple[FigureGroup, ...]:
    """Groups with targets beside actuals, several times or many places first."""
    groups: dict[str, list[FigureRow]] = {}
    for reading, index in picks:
        fact = known.facts(reading).figures[index]
        groups.setdefault(fact.measure, []).append(_row(known, reading, fact))
    made = [group for measure, rows in groups.items() for group in _grouped(known, measure, rows)]
    made.sort(key=_telling_order)
    return tuple(made)


def unit_kind(unit: str) -> str:
    """Units that may stand in one series: those of money apart by currency, shares together."""
    return "%" if unit in {"%", "个百分点", "‰"} else unit


def _row(known: Sources, reading: int, fact: FigureFact) -> FigureRow:
    subject = known.entity(reading, fact.subject)
    names = known.facts(reading).names
    words = names[fact.subject].name if 0 <= fact.subject < len(names) else ""
    return FigureRow(
        cite=known.mention(reading, fact.at),
        value=fact.value,
        unit=fact.unit,
        qualifiers=fact.qualifiers,
        status=fact.status,
        when=fact.as_of or "",
        when_said=fact.as_of_said,
        subject=subject,
        subject_words=words,
        words=fact.words,
        change=fact.change,
        by_editor=fact.by_editor,
    )


def _grouped(known: Sources, measure: str, rows: list[FigureRow]) -> list[FigureGroup]:
    if not measure:
        # Amounts of nothing said have nothing in common but that.
        by_words: dict[str, list[FigureRow]] = {}
        for row in rows:
            by_words.setdefault(row.words, []).append(row)
        return [_group(known, "", it) for it in by_words.values()]
    return [_group(known, measure, rows)]


def _group(known: Sources, measure: str, rows: list[FigureRow]) -> FigureGroup:
    merged = _merged(measure, rows)
    merged.sort(key=_row_order)
    return FigureGroup(
        measure=measure,
        rows=tuple(merged),
        conflicts=() if _vague(measure, merged) else conflicts(known, merged),
        series=_series(measure, merged),
    )


def _merged(measure: str, rows: list[FigureRow]) -> list[FigureRow]:
    """One row of all that say the same; the one that says most stands for them."""
    kept: dict[tuple[object, ...], list[list[FigureRow]]] = {}
    for row in rows:
        key = (row.value, row.unit, row.status, "new" in row.qualifiers, row.change)
        alike = kept.setdefault(key, [])
        for same in alike[-_COMPARED:]:
            if all(_repeats(measure, row, it) for it in same[:4]):
                same.append(row)
                break
        else:
            alike.append([row])
    return [_one(same) for alike in kept.values() for same in alike]


def _repeats(measure: str, one: FigureRow, other: FigureRow) -> bool:
    """Whether both say the same of the same."""
    if one.when and other.when and not agree(one.when, other.when):
        return False
    same_article = one.cite.reading == other.cite.reading
    if _subject(one) != _subject(other) and not (
        same_article and "" in (_subject(one), _subject(other))
    ):
        return False
    if same_article:
        return one.cite.sentence != other.cite.sentence
    known = (bool(one.when and other.when), _subject(one) != "", len(measure) >= _SPECIFIC)
    return sum(known) > 1


def _subject(row: FigureRow) -> int | str:
    return row.subject if row.subject >= 0 else row.subject_words


def _one(same: list[FigureRow]) -> FigureRow:
    if len(same) == 1:
        return same[0]
    same.sort(
        key=lambda it: (not it.when_said, not it.when, _subject(it) == "", place_order(it.cite))
    )
    first = same[0]
    repeats = tuple(sorted((it.cite for it in same[1:]), key=place_order))
    return FigureRow(
        cite=first.cite,
        value=first.value,
        unit=first.unit,
        qualifiers=first.qualifiers,
        status=first.status,
        when=first.when,
        when_said=first.when_said,
        subject=first.subject,
        subject_words=first.subject_words,
        words=first.words,
        change=first.change,
        repeats=repeats,
        by_editor=first.by_editor,
    )


def _row_order(row: FigureRow) -> tuple[object, ...]:
    """Oldest first, undated last; the target of a time before what came of it."""
    when = (order(row.when)[0], span(row.when).last) if row.when else (EVER, EVER)
    return when, "target" not in row.status, place_order(row.cite)


def _series(measure: str, rows: list[FigureRow]) -> tuple[tuple[int, ...], ...]:
    """Rows that can be held against one another: of one subject and kind of unit; growth and what is
    new are apart from what there is.
    """
    found: dict[tuple[object, ...], list[int]] = {}
    for index, row in enumerate(rows):
        new = "new" in row.qualifiers and "新增" not in measure
        key = (_subject(row), unit_kind(row.unit), row.status.startswith("change"), new)
        found.setdefault(key, []).append(index)
    listed = [tuple(it) for it in found.values() if len(it) > 1]
    return tuple(sorted(listed, key=lambda it: (-len(it), it)))


def _vague(measure: str, rows: Sequence[FigureRow]) -> bool:
    """Whether two amounts under that name need not be of one thing: 支出, 企业."""
    least = _SPECIFIC if any(row.unit in _COUNTERS for row in rows) else _NAMED
    return len(measure) < least


def _telling_order(group: FigureGroup) -> tuple[object, ...]:
    """Named before not; targets with actuals, several times, several places before the rest."""
    statuses = {row.status for row in group.rows}
    both = {"actual", "target"} <= statuses or {"change", "change-target"} <= statuses
    times = len({row.when for row in group.rows if row.when})
    targets = sum("target" in row.status for row in group.rows)
    cited = sum(1 + len(row.repeats) for row in group.rows)
    counted = all(row.status == "actual" and row.unit in _COUNTERS for row in group.rows)
    few = counted and all(isinstance(row.value, int) and row.value < _FEW for row in group.rows)
    vague = counted or _vague(group.measure, group.rows)
    rank = (1 - few / 2 - vague / 2) * (
        2 * both + min(times, 12) / 2 + min(targets, 2) + min(cited, 6) / 2 + bool(group.conflicts)
    )
    return not group.measure, -rank, _first(group)


def _first(group: FigureGroup) -> tuple[int, int, int, int]:
    return min(place_order(row.cite) for row in group.rows)
