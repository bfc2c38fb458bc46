"""Units -> runs of nouns that the text comes back to, or that its title or headings have."""

from __future__ import annotations

import re
from collections import Counter

from generator.annotate.concepts.phrases import begins
from generator.annotate.concepts.words import words, worth
from generator.annotate.names.units import Units
from generator.annotate.prose import Prose

_RUN = re.compile("[nX](?<![nXMNEhHTq·].)[nX]{1,3}+(?![nXMNEhHTq])")
_ENOUGH = 3
_LONGEST = 10
_RARE_ON_AVERAGE = 6.8
_RARE_AT_LEAST = 4.5
"""As in generator/annotate/terms.py."""


def find_recurring(prose: Prose, units: Units) -> list[str]:
    """Surfaces, in order of their first place."""
    text, starts = units.text, units.starts
    runs = [match.span() for match in _RUN.finditer(units.classes)]
    surfaces = [text[starts[first] : starts[after]] for first, after in runs]
    counts = Counter(surfaces)
    heads = "\n".join((prose.title, *(text[start:end] for start, end in prose.headings)))
    if len(counts) == len(surfaces) and len(heads) < 2:
        return []
    first_runs = dict(zip(reversed(surfaces), reversed(runs), strict=True))
    found: list[str] = []
    for surface, count in counts.items():
        if count > 1 or surface in heads:
            first, after = first_runs[surface]
            parts = [text[starts[index] : starts[index + 1]] for index in range(first, after)]
            fits = len(surface) <= _LONGEST and _is_term(parts) and begins(units, first)
            if fits and (surface in heads or text.count(surface) >= _ENOUGH):
                found.append(surface)
    return found


def _is_term(parts: list[str]) -> bool:
    worths = [worth(part) for part in parts]
    if parts[-1] in words().no_end or len(set(parts)) < len(parts):
        return False
    if not all(it.inside for it in worths):
        return False
    rare = [it.rare for it in worths]
    return min(rare) >= _RARE_AT_LEAST and sum(rare) / len(rare) >= _RARE_ON_AVERAGE
