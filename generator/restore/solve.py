"""Lines of a page -> the articles they were cut from.

The work is done in `generator.restore.solving`; here the steps follow one another. A page is
solved from its own lines, the packaged tables and, where they are given, other texts at hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from generator.restore.lines import Line
from generator.restore.solution import Fixed, Solution, SolvedArticle
from generator.restore.solving.units import Unit, read_units

if TYPE_CHECKING:
    from generator.restore.evidence import Evidence

LARGEST = 600
"""Lines compared with one another at a time; a longer page is solved in stretches of this size."""
STRETCH = 150
"""The same for what is no page at all: more than twice the largest."""


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

    stretches = _stretches(units)
    solutions = [solve_units(it, _within(it, fixed), evidence) for it in stretches]
    return solutions[0] if len(solutions) == 1 else _together(solutions)


def _stretches(units: Sequence[Unit]) -> list[tuple[Unit, ...]]:
    """Pieces of at most LARGEST lines, cut behind a closed line where there is one."""
    pieces = []
    rest = tuple(units)
    size = LARGEST if len(rest) <= 2 * LARGEST else STRETCH
    while len(rest) > size:
        cut = next((at for at in range(size, size // 2, -1) if rest[at - 1].closed), size)
        pieces.append(rest[:cut])
        rest = rest[cut:]
    return [*pieces, rest]


def _within(units: Sequence[Unit], fixed: Fixed) -> Fixed:
    """What of the decisions concerns these lines alone."""
    numbers = frozenset(unit.number for unit in units)
    pairs = {name: getattr(fixed, name) for name in ("joins", "apart")}
    kept = {
        name: frozenset(it for it in found if numbers.issuperset(it))
        for name, found in pairs.items()
    }
    kinds: Mapping[int, object] = {at: it for at, it in fixed.kinds.items() if at in numbers}
    orders = tuple(tuple(at for at in order if at in numbers) for order in fixed.orders)
    return Fixed(
        kinds=kinds,  # type: ignore[arg-type]
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
        joins=tuple(it for solution in solutions for it in solution.joins),
        offers=tuple(it for solution in solutions for it in solution.offers),
        pull_quotes=tuple(it for solution in solutions for it in solution.pull_quotes),
        other=tuple(it for solution in solutions for it in solution.other),
    )
