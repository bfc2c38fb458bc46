"""Dates of a text -> the same without years that were only guessed and surely are others."""

from __future__ import annotations

import re
from typing import Final

from generator.annotate.dates.calendar import Spot
from generator.annotate.dates.settle import SAID
from generator.model.findings import Date

_SAID_YEARS: Final = 4
_OLD_ENOUGH: Final = 5
"""Years before publication."""
_MOST: Final = 0.8
_YEAR: Final = re.compile("[0-9]{4}")
FROM: Final = "承上文"
GUESSED: Final = ("年份据", "年月据")


def without_guesses(found: list[Date], anchor: Spot | None) -> list[Date]:
    """A text that speaks of years long gone leaves out theirs, and not that of publication."""
    if anchor is None:
        return found
    years = [
        int(year[0]) for it in found if it.basis == SAID and (year := _YEAR.match(it.edtf or ""))
    ]
    old = sum(it <= anchor.year - _OLD_ENOUGH for it in years)
    if len(years) < _SAID_YEARS or old < _MOST * len(years):
        return found
    guesses = {
        year[0]
        for it in found
        if it.basis.startswith(GUESSED) and (year := _YEAR.match(it.edtf or ""))
    }
    leaning = tuple(f"{FROM}{it}" for it in guesses if int(it) not in years) if guesses else ()
    return [it for it in found if not it.basis.startswith((*GUESSED, *leaning))]
