"""Texts at hand -> what they say about which characters follow one another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from generator.restore.solving.units import normalise

if TYPE_CHECKING:
    from generator.restore.solving.ngrams import NGrams


class Evidence:
    """Immutable, picklable; equal texts in any order give the same evidence."""

    def __init__(self, ngrams: NGrams) -> None:
        """`ngrams`: counts over all texts, the page to be solved among them."""
        self.ngrams = ngrams


def learn(texts: Iterable[str]) -> Evidence:
    """Evidence of whole texts: all pages as they came, articles already there."""
    # Not at the top: only the restoring of newspaper pages needs numpy.
    from generator.restore.solving.ngrams import NGrams

    return Evidence(
        NGrams.count(line for text in texts for it in text.splitlines() if (line := normalise(it)))
    )
