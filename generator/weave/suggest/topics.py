"""What texts share -> topics an editor may want, for a corpus that has none or too few.

A topic is proposed for a word, body or programme that stands in some texts and not in most, that
titles and headings hold, and that says more of texts no other proposal has said yet. The words
that stand with it, and hardly elsewhere, are proposed as its terms.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Sequence, Set
from math import log
from typing import NamedTuple

from generator.model.annotation import Term
from generator.model.facts import Facts
from generator.model.knowledge import Reading
from generator.model.suggestion import Suggestion

MOST = 30
_TERMS = 6
_SMALL = 5
"""A corpus with fewer texts shares little: there one text can make a topic."""
_SHARE = 0.2
"""What stands in more of the paragraphs tells them not apart."""
_IN_TITLE, _IN_HEADING = 4.0, 2.0
_ENOUGH_BLOCKS = 5
"""Paragraphs of one text that count; more of them say the same."""
_SAID = 0.3
"""What a second topic adds for a paragraph that one has been proposed for."""
_WITH = 0.4
"""Share of a term's sentences that are of the topic."""
_CANDIDATES = 3000
_LONGEST = 12

Blocks = dict[int, set[int]]
"""Reading -> blocks."""
Standing = dict[int, set[int]]
"""Reading -> sentences."""


class _Candidate(NamedTuple):
    name: str
    topic: bool
    """Whether it may be one; else only a term of one."""
    blocks: Blocks
    weights: dict[tuple[int, int], float]
    """By reading and block."""
    titles: int
    sentences: Standing


def topics(
    readings: Sequence[Reading],
    facts: Sequence[Facts],
    terms: Sequence[tuple[Term, ...]],
    silent: Collection[str],
) -> tuple[Suggestion, ...]:
    """At most `MOST`, the most telling first. `silent`: words that are topics already, or no names."""
    found = _standing(facts, terms)
    places = {name.name for told in facts for name in told.names if name.kind == "LOC"}
    candidates = list(_candidates(readings, found, silent, places))
    candidates.sort(key=lambda it: (-sum(it.weights.values()), it.name))
    del candidates[_CANDIDATES:]
    return tuple(
        _suggestion(chosen, _terms_of(chosen, candidates, places), readings)
        for chosen in _greedy([it for it in candidates if it.topic])
    )


def _standing(facts: Sequence[Facts], terms: Sequence[tuple[Term, ...]]) -> dict[str, Standing]:
    found: dict[str, Standing] = {}
    for index, (told, recurring) in enumerate(zip(facts, terms, strict=True)):
        for name in told.names:
            if name.kind in ("TERM", "ORG", "LOC") and name.inside < len(name.at):
                here = found.setdefault(name.name, {}).setdefault(index, set())
                here.update(at for at, _, _ in name.at)
        for programme in told.programmes:
            here = found.setdefault(programme.name, {}).setdefault(index, set())
            here.update(at for at, _, _ in programme.at)
        offices = {it.office for it in told.offices}
        # 两江新区召开: a name and what it did.
        names = tuple(it.name for it in told.names if it.kind != "TERM")
        for term in recurring:
            if any(map(term.surface.endswith, offices)) or term.surface.startswith(names):
                continue
            here = found.setdefault(term.surface, {}).setdefault(index, set())
            here.update(term.sentences)
    return found


def _candidates(
    readings: Sequence[Reading],
    found: dict[str, Standing],
    silent: Collection[str],
    places: Set[str],
) -> Iterable[_Candidate]:
    few = len(readings) < _SMALL
    paragraphs = sum(1 for it in readings for block in it.article.blocks if block.text)
    most = paragraphs if few else max(_SMALL, paragraphs * _SHARE)
    for name, sentences in found.items():
        blocks = {
            index: {readings[index].annotations.sentences[at].block for at in here}
            for index, here in sentences.items()
        }
        standing = sum(map(len, blocks.values()))
        if name in silent or not 2 <= len(name) <= _LONGEST or standing > most:
            continue
        if len(blocks) < 2 and not few:
            continue
        telling = log(1 + paragraphs / standing)
        weights, titles = {}, 0
        for index, here in blocks.items():
            article = readings[index].article
            first = min(here)
            titles += (titled := name in article.title)
            for block in sorted(here)[:_ENOUGH_BLOCKS]:
                headed = article.blocks[block].kind == "heading"
                more = titled * _IN_TITLE * (block == first) + headed * _IN_HEADING
                weights[index, block] = telling * (1 + more)
        place = name in places
        recurs = standing > len(blocks) or len(blocks) > 2
        topic = titles > 0 or (recurs and not place)
        if topic or not place:
            yield _Candidate(name, topic, blocks, weights, titles, sentences)


def _greedy(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """Each next one says most of what is unsaid; texts that were told of count less and less."""
    said: dict[tuple[int, int], float] = {}

    def gain(it: _Candidate) -> float:
        return sum(weight * said.get(place, 1.0) for place, weight in it.weights.items())

    heap = [(-gain(it), number) for number, it in enumerate(candidates)]
    heapq.heapify(heap)
    chosen: list[_Candidate] = []
    least = 0.0
    while heap and len(chosen) < MOST:
        _, number = heapq.heappop(heap)
        it = candidates[number]
        now = gain(it)
        # What is chosen only ever takes from the others, so one look at the next is enough.
        if heap and -now > heap[0][0]:
            heapq.heappush(heap, (-now, number))
            continue
        least = least or now / MOST
        if now < least:
            break
        if any(it.name in other.name or other.name in it.name for other in chosen):
            continue
        chosen.append(it)
        for place in it.weights:
            said[place] = said.get(place, 1.0) * _SAID
    return chosen


def _terms_of(
    chosen: _Candidate, candidates: Sequence[_Candidate], places: Set[str]
) -> tuple[str, ...]:
    """Words of the same sentences that stand hardly anywhere else; what holds the name is no news.

    Of sentences, for some texts are one paragraph from end to end.
    """
    near = []
    for it in candidates:
        if it.name in places or chosen.name in it.name or it.name in chosen.name:
            continue
        shared = it.sentences.keys() & chosen.sentences.keys()
        together = sum(len(it.sentences[index] & chosen.sentences[index]) for index in shared)
        standing = sum(map(len, it.sentences.values()))
        if together >= 2 and together >= standing * _WITH:
            near.append((-together, -sum(it.weights.values()), it.name))
    return tuple(name for *_, name in sorted(near)[:_TERMS])


def _suggestion(
    chosen: _Candidate, terms: tuple[str, ...], readings: Sequence[Reading]
) -> Suggestion:
    ranked = sorted(chosen.blocks, key=lambda it: (-len(chosen.blocks[it]), it))
    places = sum(map(len, chosen.blocks.values()))
    why = f"在 {len(chosen.blocks)} 篇文章的 {places} 段里"
    if chosen.titles:
        why += f"，{chosen.titles} 篇写在标题里"
    return Suggestion(
        "topic",
        chosen.name,
        why=why,
        articles=len(chosen.blocks),
        places=places,
        examples=tuple(_example(readings[it], min(chosen.blocks[it])) for it in ranked[:2]),
        terms=terms,
    )


def _example(reading: Reading, block: int) -> str:
    for sentence in reading.annotations.sentences:
        if sentence.block == block:
            text = reading.article.blocks[block].text[sentence.start : sentence.end]
            return f"{reading.article.id}#{sentence.id} {' '.join(text.split())[:60]}"
    return reading.article.id
