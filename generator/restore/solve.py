"""Lines of a page -> the articles they were cut from.

The work is done in `generator.restore.solving`; here the steps follow one another. A page is
solved from its own lines, the packaged tables and, where they are given, other texts at hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.restore.lines import Line
from generator.restore.solution import Fixed, Solution, SolvedArticle
from generator.restore.solving.units import Unit, read_units

if TYPE_CHECKING:
    from generator.restore.evidence import Evidence

LARGEST = 600
"""Lines compared with one another at a time; a longer page is solved in stretches of this size."""
PAIRS = 2 * LARGEST * LARGEST
"""Pairs of lines compared in all: what is no page at all is solved in shorter stretches."""
SMALLEST = 40
"""Lines of a stretch, at least."""


def solve(
    lines: tuple[Line, ...], fixed: Fixed | None = None, evidence: Evidence | None = None
) -> Solution:
    """The likeliest articles. `evidence`: what other texts say about the language; none in a build.

    Every line that is not blank stands exactly once in an article, in pull_quotes or in other.
    """
    fixed = fixed or Fixed()
    units = read_units(lines)
    if not units:
        return Solution(())
    # Not at the top: numpy and the tables take a third of a second, and an empty page needs neither.
    from generator.restore.solving.solver import solve_units

    stretches = _kept_together(_stretches(units), fixed)
    solutions = [solve_units(it, _within(it, fixed), evidence) for it in stretches]
    return solutions[0] if len(solutions) == 1 else _together(solutions)


def _stretches(units: Sequence[Unit]) -> list[tuple[Unit, ...]]:
    """Pieces of at most LARGEST lines, cut behind a closed line where there is one."""
    pieces = []
    rest = tuple(units)
    size = max(SMALLEST, min(LARGEST, PAIRS // max(1, len(rest))))
    while len(rest) > size:
        cut = next((at for at in range(size, size // 2, -1) if rest[at - 1].closed), size)
        pieces.append(rest[:cut])
        rest = rest[cut:]
    return [*pieces, rest]


def _kept_together(stretches: list[tuple[Unit, ...]], fixed: Fixed) -> list[tuple[Unit, ...]]:
    """The same, but lines the editor put together stand in one: where the first of them does."""
    if len(stretches) == 1:
        return stretches
    home = {unit.number: at for at, piece in enumerate(stretches) for unit in piece}
    bonds = [[it for it in bond if it in home] for bond in (*fixed.orders, *sorted(fixed.joins))]
    moved = True
    while moved:
        moved = False
        for bond in bonds:
            places = {home[it] for it in bond}
            if len(places) > 1:
                moved = True
                home |= dict.fromkeys(bond, min(places))
    units = [unit for piece in stretches for unit in piece]
    pieces: list[list[Unit]] = [[] for _ in stretches]
    for unit in units:
        pieces[home[unit.number]].append(unit)
    return [tuple(it) for it in pieces if it]


def _within(units: Sequence[Unit], fixed: Fixed) -> Fixed:
    """What of the decisions concerns these lines alone."""
    numbers = frozenset(unit.number for unit in units)
    pairs = {name: getattr(fixed, name) for name in ("joins", "apart")}
    kept = {
        name: frozenset(it for it in found if numbers.issuperset(it))
        for name, found in pairs.items()
    }
    kinds = {at: it for at, it in fixed.kinds.items() if at in numbers}
    orders = tuple(tuple(at for at in order if at in numbers) for order in fixed.orders)
    return Fixed(
        kinds=kinds,
        joins=kept["joins"],
        orders=tuple(order for order in orders if order),
        ends=fixed.ends & numbers,
        apart=kept["apart"],
    )


def _together(solutions: Sequence[Solution]) -> Solution:
    articles: list[SolvedArticle] = []
    for solution in solutions:
        articles += solution.articles
    return Solution(
        articles=tuple(articles),
        joins=tuple(sorted((it for one in solutions for it in one.joins), key=lambda it: it.tail)),
        offers=tuple(
            sorted((it for one in solutions for it in one.offers), key=lambda it: it.tail)
        ),
        pull_quotes=tuple(
            sorted((it for one in solutions for it in one.pull_quotes), key=lambda it: it.line)
        ),
        other=tuple(sorted(it for one in solutions for it in one.other)),
    )
