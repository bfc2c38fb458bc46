"""Answers and a restored page -> what a careful editor marks, with offsets in the text.

What does not stand in the text raises.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from generator.annotate.article import annotate
from generator.annotate.prose import Prose, article_prose
from generator.model.article import Article
from generator.model.findings import Offsets
from generator.model.source import PageFiles, SourceFile
from generator.restore.page_file import restore_page
from tests.unit.annotate.first_page_answers import (
    Amount,
    Answers,
    Deed,
    Document,
    Entry,
    Named,
    Passage,
    Person,
    Shorthand,
    Speech,
    Time,
    read_answers,
)

CONTENT = Path(__file__).parents[3] / "content"
PAGE = "pages/000_3863c88884404813"

E = TypeVar("E")


class Marked(NamedTuple, Generic[E]):
    """An entry of the gold where it stands."""

    entry: E
    block: str
    spans: tuple[Offsets, ...]
    """The right one first, then those that will do."""
    inner: tuple[Offsets, ...] = ()
    """Nested names, members or participants."""

    @property
    def at(self) -> Offsets:
        return self.spans[0]


class Gold(NamedTuple):
    """The answers of one article, resolved."""

    answers: Answers
    people: list[Marked[Person]]
    organisations: list[Marked[Named]]
    places: list[Marked[Named]]
    documents: list[Marked[Document]]
    dates: list[Marked[Time]]
    figures: list[Marked[Amount]]
    quotes: list[Marked[Speech]]
    programmes: list[Marked[Shorthand]]
    events: list[Marked[Deed]]
    terms: list[Offsets]
    nothing: list[Offsets]


class Read(NamedTuple):
    """One article of the page, its text and what is to be found in it."""

    article: Article
    prose: Prose
    gold: Gold


def first_page() -> list[Read]:
    """The page restored as a build does it, each article with its gold."""
    text, review = (
        SourceFile(f"{PAGE}{ending}", (CONTENT / f"{PAGE}{ending}").read_bytes(), "0" * 64)
        for ending in (".txt", ".review.toml")
    )
    restored = restore_page(PageFiles(text, review)).restored
    assert restored is not None
    found = []
    for article, answers in zip(restored.articles, read_answers(), strict=True):
        prose = article_prose(article, annotate(article).sentences)
        found.append(Read(article, prose, resolve(answers, article, prose)))
    return found


def resolve(answers: Answers, article: Article, prose: Prose) -> Gold:
    """Offsets for every entry."""
    blocks = {
        it.id: (start, start + len(it.text))
        for it, start in zip(article.blocks, prose.starts, strict=True)
    }
    gold = Gold(answers, [], [], [], [], [], [], [], [], [], [], [])
    for passage in answers.block:
        if passage.id not in blocks or not prose.text.startswith(
            passage.begins, blocks[passage.id][0]
        ):
            raise ValueError(f"{answers.title}：{passage.id} 段首不是“{passage.begins}”")
        _resolve_passage(gold, passage, prose.text, blocks)
    return gold


def _resolve_passage(gold: Gold, it: Passage, text: str, blocks: dict[str, Offsets]) -> None:
    inside = blocks[it.id]
    named: list[tuple[Person | Named, list[Marked[Any]]]] = [
        *((person, gold.people) for person in it.people),
        *((_named(name), gold.organisations) for name in it.organisations),
        *((_named(name), gold.places) for name in it.places),
    ]
    taken: list[Offsets] = []
    # Longer names first: 两江新区 is not looked for in the names that hold it.
    for name, names in sorted(named, key=lambda pair: (not pair[0].nth, -len(pair[0].text))):
        for place in _free(name, text, inside, taken):
            taken.append(place)
            nested = name.nested if isinstance(name, Named) else ()
            inner = tuple(_first(part, text, place) for part in nested)
            names.append(Marked(name, it.id, _with_others(name, place, text, inside), inner))
    single: tuple[tuple[Sequence[Entry], list[Marked[Any]]], ...] = (
        (it.documents, gold.documents),
        (it.dates, gold.dates),
        (it.figures, gold.figures),
        (it.quotes, gold.quotes),
    )
    for entries, found in single:
        for entry in entries:
            place = _only(entry, text, inside)
            found.append(Marked(entry, it.id, _with_others(entry, place, text, inside)))
    for programme in it.programmes:
        spans = _with_others(programme, _only(programme, text, inside), text, inside)
        where = blocks[programme.members_at or it.id]
        members = tuple(_first(name, text, where) for name in programme.members)
        gold.programmes.append(Marked(programme, it.id, spans, members))
    for deed in it.events:
        clause = _first(deed.clause, text, inside)
        for part in (*((deed.verb,) if not deed.or_verb else ()), deed.object, deed.place):
            _first(part, text, clause)
        actors = tuple(_first(name, text, clause) for name in deed.participants)
        gold.events.append(Marked(deed, it.id, (clause,), actors))
    for term in it.terms:
        gold.terms.extend((s + 1, e - 1) for s, e in _all(f"“{term}”", text, inside))
    for word in it.nothing:
        gold.nothing.extend(_all(word, text, inside))


def _named(name: str | Named) -> Named:
    return Named(text=name) if isinstance(name, str) else name


def _places(surface: str, text: str, inside: Offsets) -> list[Offsets]:
    found = re.finditer(re.escape(surface), text[inside[0] : inside[1]])
    return [(inside[0] + it.start(), inside[0] + it.end()) for it in found]


def _all(surface: str, text: str, inside: Offsets) -> list[Offsets]:
    found = _places(surface, text, inside)
    if not found:
        raise ValueError(f"原文没有“{surface}”：{text[inside[0] : inside[0] + 20]}……")
    return found


def _first(surface: str, text: str, inside: Offsets) -> Offsets:
    return _all(surface, text, inside)[0]


def _only(entry: Entry, text: str, inside: Offsets) -> Offsets:
    found = _all(entry.text, text, inside)
    if len(found) > 1 and not entry.nth:
        raise ValueError(f"“{entry.text}”不止一处，要写 nth")
    return found[max(entry.nth - 1, 0)]


def _free(entry: Entry, text: str, inside: Offsets, taken: Sequence[Offsets]) -> list[Offsets]:
    if entry.nth:
        return [_only(entry, text, inside)]
    found = [it for it in _all(entry.text, text, inside) if not overlaps(it, taken)]
    if not found:
        raise ValueError(f"“{entry.text}”各处都在别的名称里")
    return found


def _with_others(entry: Entry, at: Offsets, text: str, inside: Offsets) -> tuple[Offsets, ...]:
    found = [at]
    for other in entry.others:
        around = [it for it in _all(other, text, inside) if overlaps(it, [at])]
        if not around:
            raise ValueError(f"“{other}”不在“{entry.text}”那里")
        found += around
    return tuple(found)


def overlaps(at: Offsets, others: Sequence[Offsets]) -> bool:
    """Whether it shares a character with one of them."""
    return any(at[0] < end and start < at[1] for start, end in others)
