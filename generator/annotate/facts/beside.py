"""An amount in its place, as those need it who ask whether what stands beside it is its own."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.annotate.facts.wording import Measured
from generator.model.findings import Figure

MARK = re.compile("[，。；：、]")


class Beside(NamedTuple):
    """An amount in its place."""

    text: str
    it: Figure
    kind: str
    gap: str
    """What stands before it in its clause, without dates."""
    tied: bool
    """达到, 为 stands before it."""
    before: Measured
    """What the amount before it is of."""


def unnamed(found: Measured) -> Measured:
    """The same amount, of nothing that is told."""
    return found._replace(measure="", words="", verb="")


def stands_behind(words: str, text: str, end: int) -> int:
    """Where the words stand right behind the amount, or -1."""
    at = text.find(words, end, end + len(words) + 4)
    return -1 if at > end and MARK.search(text, end, at) else at
