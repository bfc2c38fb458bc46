"""Phrases that several articles use -> their use over time, in the order of their pinyin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from generator.model.knowledge import Knowledge
from generator.present import views
from generator.present.compose.desk import Desk, Later
from generator.present.compose.keys import Keys
from generator.present.compose.letters import LetterPage, letter_pages
from generator.present.compose.rooms import WORDING, crumb
from generator.present.compose.statements import wording
from generator.present.texts import text
from generator.present.views.indexes import WordingsView
from generator.weave.statements import Selected
from generator.weave.statements.sources import sources
from generator.weave.statements.wordings import wordings

_ON_A_PAGE = 120
_ARTICLES = 2

_SIGNS = re.compile(r"\W+")

_Use = tuple[int, int]
"""(reading, index into its phrases)."""


class _Phrase(NamedTuple):
    title: str
    url: str
    """None of its own: empty."""
    pinyin: str
    uses: tuple[_Use, ...]


def wording_pages(desk: Desk, keys: Keys) -> Iterator[tuple[str, Later]]:
    """Phrases of two articles at least, over as many pages as they take."""
    uses = _uses(desk.knowledge)
    listed = [
        _Phrase(words, "", desk.spell(words), tuple(found))
        for words, found in uses.items()
        if len({reading for reading, _ in found}) >= _ARTICLES
    ]
    if not listed:
        return
    alike = _alike(uses)
    years = _years(desk.knowledge)
    for page in letter_pages(listed, WORDING, _ON_A_PAGE):
        chrome = desk.chrome(page.url, text("wordings.title"), "", (crumb("index"),))
        phrases = [it for _, found in page.letters for it in found]
        # A variant begins and ends as its phrase does; it may stand in one article only.
        near = sorted({use for it in phrases for use in alike.get(_ends(it.title), it.uses)})
        readings = sorted({reading for reading, _ in near})
        places = {reading: place for place, reading in enumerate(readings)}
        said = (
            chrome,
            page.alphabet,
            page.pager,
            years,
            len(listed),
            [(letter, [it.title for it in found]) for letter, found in page.letters],
            [(places[reading], index) for reading, index in near],
            keys.readings(readings),
        )
        make = partial(_page, desk, chrome, page, near, years, len(listed))
        yield page.url, desk.later(make, said, readings)


def _bare(words: str) -> str:
    """“两山”理论 and 两山理论 are one phrase."""
    return words if words.isalnum() else _SIGNS.sub("", words)


def _uses(knowledge: Knowledge) -> dict[str, list[_Use]]:
    uses: dict[str, list[_Use]] = {}
    for reading, facts in enumerate(knowledge.facts):
        for index, phrase in enumerate(facts.phrases):
            uses.setdefault(_bare(phrase.words), []).append((reading, index))
    return uses


def _alike(uses: dict[str, list[_Use]]) -> dict[str, list[_Use]]:
    """First and last character -> where phrases with these stand."""
    found: dict[str, list[_Use]] = {}
    for words, places in uses.items():
        found.setdefault(_ends(words), []).extend(places)
    return found


def _ends(words: str) -> str:
    return words[:1] + words[-1:]


def _years(knowledge: Knowledge) -> tuple[int, int]:
    known = [int(it.article.date[:4]) for it in knowledge.readings if it.article.date]
    return (min(known), max(known)) if known else (0, 0)


def _page(
    desk: Desk,
    chrome: views.Chrome,
    page: LetterPage[_Phrase],
    near: Sequence[_Use],
    years: tuple[int, int],
    total: int,
) -> WordingsView:
    sentences: dict[int, set[int]] = {}
    for reading, index in near:
        places = desk.knowledge.facts[reading].phrases[index].at
        sentences.setdefault(reading, set()).update(at[0] for at in places)
    chosen = [Selected(reading, frozenset(found)) for reading, found in sorted(sentences.items())]
    told = {_bare(it.phrase): it for it in wordings(sources(desk.knowledge), chosen)}
    letters = tuple(
        (letter, tuple(wording(desk, told[it.title]) for it in found if it.title in told))
        for letter, found in page.letters
    )
    return WordingsView(chrome, letters, page.alphabet, years, total, page.pager)
