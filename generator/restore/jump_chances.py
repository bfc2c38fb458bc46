"""Odds of pairs -> their chances, where each first and each second may be in one pair only.

Every rival for either end makes a pair less probable, but a rival that has a better match
elsewhere is hardly one: so chances are worked out again in the light of themselves.
"""

from __future__ import annotations

from collections.abc import Mapping

_ROUNDS = 3
"""More rounds change no chance by a hundredth."""

Pair = tuple[int, int]
_Best = tuple[float, int, float]
"""(best chance, with whom, best chance with anybody else)."""


def chances(odds: Mapping[Pair, float]) -> dict[Pair, float]:
    """`odds`: of a pair against “this one goes on nowhere, and that one begins nowhere”."""
    free = dict.fromkeys(odds, (1.0, 1.0))
    found: dict[Pair, float] = {}
    for turn in range(_ROUNDS + 1):
        rows: dict[int, float] = {}
        columns: dict[int, float] = {}
        for (one, other), it in odds.items():
            row, column = free[one, other]
            rows[one] = rows.get(one, 0.0) + it * row
            columns[other] = columns.get(other, 0.0) + it * column
        for pair, it in odds.items():
            row, column = free[pair]
            # Its own share of both sums does not speak against it.
            rivals = rows[pair[0]] - it * row + columns[pair[1]] - it * column
            found[pair] = it / (1 + it + max(0.0, rivals))
        if turn < _ROUNDS:
            free = _free(found)
    return found


def _free(found: Mapping[Pair, float]) -> dict[Pair, tuple[float, float]]:
    """For each pair the chance that its second is not taken by another first, and the reverse."""
    firsts: dict[int, _Best] = {}
    seconds: dict[int, _Best] = {}
    for (one, other), it in found.items():
        firsts[one] = _better(firsts.get(one), it, other)
        seconds[other] = _better(seconds.get(other), it, one)
    return {
        (one, other): (1 - _beside(seconds[other], one), 1 - _beside(firsts[one], other))
        for one, other in found
    }


def _better(best: _Best | None, chance: float, who: int) -> _Best:
    if best is None:
        return (chance, who, 0.0)
    first, whom, second = best
    return (chance, who, first) if chance > first else (first, whom, max(second, chance))


def _beside(best: _Best, who: int) -> float:
    return best[2] if best[1] == who else best[0]
