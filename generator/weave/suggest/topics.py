"""What texts share -> topics an editor may want, for a corpus that has none or too few.

A topic is proposed for a word, body or programme that some texts are about (it stands in their title,
or they come back to it) and that many others do not name by the way, and that says more of texts no
other proposal has said yet. Countries, towns, authorities and people have pages of their own. The
words that stand with it, and hardly elsewhere, are proposed as its terms.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Sequence, Set

from generator.model.annotation import Term
from generator.model.facts import Facts
from generator.model.knowledge import Reading
from generator.model.suggestion import Suggestion
from generator.weave.suggest.subjects import SMALL, Candidate, Standing, titled
from generator.weave.suggest.subjects import candidates as subjects

MOST = 30
_TERMS = 6
_SAID = 0.3
"""What a second topic adds for a paragraph that one has been proposed for."""
_WITH = 0.4
"""Share of a term's sentences that are of the topic."""
_SAME = 0.5
"""Share of the texts that hold a term which are the topic's."""
_CANDIDATES = 3000


def topics(
    readings: Sequence[Reading],
    facts: Sequence[Facts],
    terms: Sequence[tuple[Term, ...]],
    silent: Collection[str],
) -> tuple[Suggestion, ...]:
    """At most `MOST`, the most telling first. `silent`: words that are topics already, or no names."""
    found = _standing(facts, terms)
    places = {name.name for told in facts for name in told.names if name.kind == "LOC"}
    if len(readings) >= SMALL:
        for word, sentences in titled(readings, found.keys() | places).items():
            found[word] = sentences
    bodies = {name.name for told in facts for name in told.names if name.kind == "ORG"}
    candidates = list(subjects(readings, found, silent, places, bodies))
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


def _greedy(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Each next one says most of what is unsaid; texts that were told of count less and less."""
    said: dict[tuple[int, int], float] = {}

    def gain(it: Candidate) -> float:
        return sum(weight * said.get(place, 1.0) for place, weight in it.weights.items())

    heap = [(-gain(it), number) for number, it in enumerate(candidates)]
    heapq.heapify(heap)
    chosen: list[Candidate] = []
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
    chosen: Candidate, candidates: Sequence[Candidate], places: Set[str]
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
        texts = len(shared) >= len(it.sentences) * _SAME
        if together >= 2 and (texts if len(shared) > 2 else together >= standing * _WITH):
            near.append((-together, -sum(it.weights.values()), it.name))
    return tuple(name for *_, name in sorted(near)[:_TERMS])


def _suggestion(
    chosen: Candidate, terms: tuple[str, ...], readings: Sequence[Reading]
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
