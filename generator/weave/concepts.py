"""Terms of all articles + topics -> concepts that topics share, found by nobody's list.

A concept crosses topics when it recurs in an article about the one and in another article about
the other. That an article belongs to two topics shares nothing; that two articles use a stock
word shares nothing either (annotate has left those out).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.annotate.names.gazetteer import entries
from generator.model.annotation import Term

_AGAIN = 2


class Concept(NamedTuple):
    """A shared term and where it recurs."""

    surface: str
    readings: tuple[int, ...]
    topics: tuple[int, ...]
    total: int


TermsOf = Callable[[Sequence[int]], Sequence[tuple[Term, ...]]]


def shared_concepts(
    main: Sequence[tuple[int, ...]], known: frozenset[str], terms_of: TermsOf
) -> tuple[Concept, ...]:
    """Concepts of two or more topics, most frequent first.

    `main`: for each topic the articles about it. `known`: names that have a page already.
    """
    topics_of: dict[int, list[int]] = {}
    for topic, chosen in enumerate(main):
        for index in chosen:
            topics_of.setdefault(index, []).append(topic)
    if sum(map(bool, main)) < 2:
        return ()
    counts: dict[str, dict[int, int]] = {}
    asked = sorted(topics_of)
    for index, terms in zip(asked, terms_of(asked), strict=True):
        for term in terms:
            if (
                len(term.sentences) >= _AGAIN
                and term.surface not in known
                and is_concept(term.surface)
            ):
                counts.setdefault(term.surface, {})[index] = len(term.sentences)
    concepts = [
        Concept(surface, tuple(found), topics, sum(found.values()))
        for surface, found in counts.items()
        if len(found) > 1 and (topics := _crossed(found, topics_of))
    ]
    return tuple(sorted(concepts, key=lambda it: (-it.total, it.surface)))


@lru_cache(4096)
def is_concept(surface: str) -> bool:
    """Not a person with an office, nor a place, whole or torn: 习近平总书记, 粤港澳大湾(区), 雄安新区建设."""
    listed = entries()
    if any(f"{surface}{it}" in listed for it in _PLACE_ENDS):
        return False
    if any(surface.endswith(it) and surface.removesuffix(it) in listed for it in _DOINGS):
        return False
    heads = (listed.get(surface[:length]) for length in (2, 3, 4))
    return not any(it is not None and it.kind == "PER" for it in heads)


_PLACE_ENDS = tuple("省市县区州国江河湖海岛山部委局会")
_DOINGS = ("建设", "发展", "工作", "合作")


def _crossed(found: dict[int, int], topics_of: dict[int, list[int]]) -> tuple[int, ...]:
    """Topics that the term connects through different articles; empty if there are none."""
    by_topic: dict[int, set[int]] = {}
    for index in found:
        for topic in topics_of[index]:
            by_topic.setdefault(topic, set()).add(index)
    crossed = {
        one
        for one, ones in by_topic.items()
        for other, others in by_topic.items()
        if one != other and (ones - others) and (others - ones)
    }
    return tuple(sorted(crossed))
