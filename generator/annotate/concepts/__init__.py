"""Prose, units, names -> terms: what the text is about and one could look up.

Listed terms, heads with special words before them, what recurs, what stands in quotation marks as
a name, short forms the text explains, and the author's lexicon. Stock phrases are left out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from generator.annotate.concepts.found import Term
from generator.annotate.concepts.marks import find_called, find_quoted
from generator.annotate.concepts.phrases import find_phrases
from generator.annotate.concepts.recurring import find_recurring
from generator.annotate.concepts.words import lexicon_matcher
from generator.annotate.names.units import Units
from generator.annotate.prose import Prose
from generator.model.findings import Name
from generator.text.segment import Lexicon


def find_concepts(
    prose: Prose, units: Units, names: Sequence[Name], lexicon: Lexicon = ()
) -> tuple[Name, ...]:
    """TERMs in order, not overlapping; `names`, in order, are those found before.

    A name inside a term is nested in it; no term crosses a name or lies inside one.
    """
    found = find_phrases(units)
    if lexicon:
        found += _of_author(units, lexicon)
    marked = find_quoted(units.text) + find_called(units, names)
    found += marked
    again = {units.text[it.start : it.end] for it in marked if it.shown}
    found += _everywhere(units, again, "spread")
    found += _everywhere(units, find_recurring(prose, units), "recurring")
    return tuple(_beside(_longest(found), names))


def with_concepts(names: Sequence[Name], concepts: Sequence[Name]) -> tuple[Name, ...]:
    """All of them in order; names that are nested in a concept stand there only."""
    if not concepts:
        return tuple(names)
    starts = [it.start for it in concepts]
    kept = list(concepts)
    for it in names:
        at = bisect_right(starts, it.start) - 1
        if at < 0 or concepts[at].end <= it.start:
            kept.append(it)
    return tuple(sorted(kept, key=lambda it: it.start))


def _of_author(units: Units, lexicon: Lexicon) -> list[Term]:
    matcher = lexicon_matcher(lexicon)
    if matcher is None:
        return []
    return [
        Term(start, end, "lexicon", shown=True)
        for _, start, end in matcher.find_matches_as_indexes(units.text)
        if on_words(units, start, end) and "\n" not in units.text[start:end]
    ]


def on_words(units: Units, start: int, end: int) -> bool:
    """Whether both ends are ends of words."""
    return units.starts[units.at(start)] == start and units.starts[units.at(end)] == end


def _everywhere(units: Units, surfaces: Iterable[str], ground: str) -> list[Term]:
    found: list[Term] = []
    for surface in sorted(surfaces):
        at = units.text.find(surface)
        while at >= 0:
            end = at + len(surface)
            if on_words(units, at, end):
                found.append(Term(at, end, ground, shown=True))
            at = units.text.find(surface, end)
    return found


def _longest(found: list[Term]) -> list[Term]:
    """Of those that overlap, a shown one before a kept one, then the longest."""
    found.sort()
    kept: list[Term] = []
    for it in found:
        while kept and kept[-1].end > it.start:
            last = kept[-1]
            if (last.shown, last.end - last.start) >= (it.shown, it.end - it.start):
                break
            kept.pop()
        else:
            kept.append(it)
    return kept


def _beside(found: list[Term], names: Sequence[Name]) -> list[Name]:
    terms: list[Name] = []
    ends = [it.end for it in names]
    for it in found:
        at = bisect_right(ends, it.start)
        inside: list[Name] = []
        while at < len(names) and names[at].start < it.end:
            one = names[at]
            whole = (one.start, one.end) == (it.start, it.end)
            if one.start < it.start or one.end > it.end or (one.shown and (whole or not it.shown)):
                break
            # A person within a listed term is a misreading: 林田湖 in 山水林田湖草.
            if not whole and (one.kind != "PER" or it.ground != "listed"):
                inside.append(one)
            at += 1
        else:
            terms.append(Name(it.start, it.end, "TERM", it.shown, it.ground, "", tuple(inside)))
    return terms
