"""Units of amounts -> what kind they are of."""

from __future__ import annotations

from functools import cache

from generator.annotate.figures.patterns import units

SHARES = frozenset(("%", "％", "个百分点", "百分点", "倍", "‰", "个基点", "成"))


@cache
def _kinds() -> dict[str, str]:
    return {unit.name: unit.kind for some in units().values() for unit in some}


def kind_of(unit: str) -> str:
    """money, share, measure, time or count; empty for an amount without a unit."""
    return _kinds().get(unit, "")


def is_of_any(unit: str) -> bool:
    """A share or a time: what it is told of may be counted in any unit."""
    return unit in SHARES or kind_of(unit) in ("share", "time")
