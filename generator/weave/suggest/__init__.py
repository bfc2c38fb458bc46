"""What all texts say together -> what an editor is asked, the widest first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from generator.model.annotation import Term
from generator.model.knowledge import Authority, Entity, Reading
from generator.model.suggestion import Suggestion
from generator.text.segment import is_word
from generator.weave.suggest.aliases import aliases
from generator.weave.suggest.names import doubtful, kinds, odd, offices
from generator.weave.suggest.people import people
from generator.weave.suggest.survey import Standing, Survey, survey

_LONGEST = 12
_OFTEN = 3


def suggest(
    readings: Sequence[Reading],
    findings: Sequence[bytes],
    terms: Callable[[Sequence[Reading]], Sequence[tuple[Term, ...]]],
    authority: Iterable[Authority],
    silent: Collection[str],
    not_same: Sequence[frozenset[str]],
    entities: Sequence[Entity] = (),
) -> tuple[Suggestion, ...]:
    """`silent`: words of the lexicon, and what is no name: nothing is asked of them."""
    found = survey(readings, findings)
    entry = {name: number for number, it in enumerate(authority) for name in (it.name, *it.aliases)}

    def is_open(it: Suggestion) -> bool:
        if it.name in silent or it.alias in silent:
            return False
        if it.kind in ("name", "kinds", "term") and it.name in entry:
            return False
        if it.kind != "alias":
            return True
        if any(it.name in group and it.alias in group for group in not_same):
            return False
        return it.alias not in entry

    made = [
        *aliases(found),
        *_terms(readings, terms(readings), found),
        *doubtful(found),
        *kinds(found),
        *offices(found),
        *odd(found),
        *people(entities, readings, not_same),
    ]
    unique = {it.id: it for it in made if is_open(it)}
    return tuple(sorted(unique.values(), key=lambda it: (-it.articles, -it.places, it.id)))


def _terms(
    readings: Sequence[Reading], terms: Sequence[tuple[Term, ...]], found: Survey
) -> Iterator[Suggestion]:
    """Words in quotation marks that recur; terms of several words that several texts share."""
    for word, standing in found.quoted.items():
        if standing.articles > 1 or standing.places >= _OFTEN:
            yield from _term(word, standing, found, "引号里的词语，不止一处")
    recurring: dict[str, Standing] = {}
    for index, of in enumerate(terms):
        for term in of:
            if term.kind == "recurring":
                standing = recurring.setdefault(term.surface, Standing())
                standing.articles += 1
                standing.places += len(term.sentences)
                if len(standing.examples) < 2:
                    standing.examples.append(_example(readings[index], term))
    for word, standing in recurring.items():
        if standing.articles > 1 and word not in found.quoted:
            yield from _term(word, standing, found, "几篇文章里反复出现的词组")


def _term(word: str, standing: Standing, found: Survey, why: str) -> Iterator[Suggestion]:
    known = any("PER" in found.shown.get(word[:size], ()) for size in (2, 3, 4))
    if len(word) <= _LONGEST and not known and word not in found.shown and not is_word(word):
        yield Suggestion(
            "term", word, why=why, articles=standing.articles, places=standing.places,
            examples=tuple(standing.examples),
        )  # fmt: skip


def _example(reading: Reading, term: Term) -> str:
    sentence = reading.annotations.sentences[term.sentences[0]]
    text = reading.article.blocks[sentence.block].text[sentence.start : sentence.end]
    at = max(0, text.find(term.surface) - 14)
    words = " ".join(text[at : at + len(term.surface) + 28].split())
    return f"{reading.article.id}#{sentence.id} {words}"
