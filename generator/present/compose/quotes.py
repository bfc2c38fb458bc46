"""Quotes of all articles -> by speaker, in the order of their pinyin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from generator.present import views
from generator.present.compose.desk import Desk, Later
from generator.present.compose.keys import Keys
from generator.present.compose.letters import LetterPage, letter_pages
from generator.present.compose.rooms import QUOTES, crumb
from generator.present.compose.statements import speech
from generator.present.texts import say, text
from generator.present.views.indexes import QuotesView, SpeakerGroup
from generator.weave.statements.people import quotes
from generator.weave.statements.sources import Pick, sources

_ON_A_PAGE = 120
"""Quotes; a speaker with more goes on over several pages."""


class _Speaker(NamedTuple):
    title: str
    url: str
    """Of the speaker's page, or empty."""
    pinyin: str
    note: str
    """What tells it from others of its name."""
    picks: tuple[Pick, ...]
    total: int


def quote_pages(desk: Desk, keys: Keys) -> Iterator[tuple[str, Later]]:
    """Over as many pages as they take; nothing where nobody says anything."""
    speakers, nobody = _speakers(desk)
    total = sum(it.total for it in speakers)
    if not speakers:
        return
    parts = [part for it in speakers for part in _parts(it)]
    counts = (total, len(speakers), nobody)
    for page in letter_pages(parts, QUOTES, _ON_A_PAGE, lambda it: len(it.picks)):
        chrome = desk.chrome(page.url, text("quotes.title"), "", (crumb("index"),))
        groups = [it for _, found in page.letters for it in found]
        readings = sorted({reading for it in groups for reading, _ in it.picks})
        places = {reading: place for place, reading in enumerate(readings)}
        said = (
            chrome,
            page.alphabet,
            page.pager,
            counts,
            [
                (it.title, it.url, it.note, it.total, [(places[r], n) for r, n in it.picks])
                for it in groups
            ],
            keys.readings(readings),
        )
        make = partial(_quotes, desk, chrome, page, counts)
        yield page.url, desk.later(make, said, readings)


def _speakers(desk: Desk) -> tuple[list[_Speaker], int]:
    """Those who say something, and how much nobody is named for.

    会议, 专家: who is told by no name is not the same in two articles.
    """
    knowledge = desk.knowledge
    known: dict[int, list[Pick]] = {}
    others: dict[tuple[str, int], list[Pick]] = {}
    nobody = 0
    for reading, facts in enumerate(knowledge.facts):
        named = knowledge.named[reading]
        for index, it in enumerate(facts.quotes):
            entity = named[it.speaker_name] if it.speaker_name >= 0 else -1
            if entity >= 0:
                known.setdefault(entity, []).append((reading, index))
            elif it.speaker:
                others.setdefault((it.speaker, reading), []).append((reading, index))
            else:
                nobody += 1
    made = []
    for number, picks in known.items():
        one = knowledge.entities[number]
        title = say("mark.work", text=one.name) if one.kind == "document" else one.name
        sound = desk.spelt(one.name, one.kind)
        made.append(_Speaker(title, one.url, sound, one.apart, tuple(picks), len(picks)))
    for (words, reading), picks in others.items():
        note = knowledge.readings[reading].article.title
        made.append(_Speaker(words, "", desk.spell(words), note, tuple(picks), len(picks)))
    return made, nobody


def _parts(it: _Speaker) -> Iterator[_Speaker]:
    for start in range(0, len(it.picks), _ON_A_PAGE):
        yield it._replace(picks=it.picks[start : start + _ON_A_PAGE])


def _quotes(
    desk: Desk, chrome: views.Chrome, page: LetterPage[_Speaker], counts: Sequence[int]
) -> QuotesView:
    known = sources(desk.knowledge)
    total, speakers, nobody = counts
    letters = tuple(
        (
            letter,
            tuple(
                SpeakerGroup(
                    views.TermLink(it.title, it.url, 0, it.note),
                    it.pinyin,
                    it.total,
                    tuple(speech(desk, row) for row in quotes(known, it.picks)),
                )
                for it in found
            ),
        )
        for letter, found in page.letters
    )
    return QuotesView(chrome, letters, page.alphabet, total, speakers, nobody, page.pager)
