"""Dates and amounts that the check refused -> the list of them, for those who keep the site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from generator.model.facts import WithheldFact
from generator.model.knowledge import Mention
from generator.present import views
from generator.present.compose.desk import Desk, Later
from generator.present.compose.keys import Keys
from generator.present.compose.paging import paged
from generator.present.compose.rooms import QUALITY
from generator.present.compose.words import words
from generator.present.texts import text
from generator.present.views.accounts import WithheldRow, WithheldView
from generator.present.wording import date_words, number_words

WITHHELD = f"{QUALITY}withheld/"
_ROWS = 100

Withheld = tuple[int, WithheldFact]
"""The reading, and what it says."""


def withheld_pages(
    desk: Desk, keys: Keys, withheld: Sequence[Withheld]
) -> Iterator[tuple[str, Later]]:
    """All of them, on as many pages as they need."""
    for url, part, turn in paged(withheld, WITHHELD, _ROWS):
        chrome = desk.chrome(
            url, text("withheld.title"), "", (views.Crumb(text("quality.title"), QUALITY),)
        )
        readings = sorted({reading for reading, _ in part})
        said = (chrome, turn, len(withheld), part, keys.readings(readings))
        make = partial(_page, desk, chrome, part, len(withheld), turn)
        yield url, desk.later(make, said, readings)


def _page(
    desk: Desk,
    chrome: views.Chrome,
    part: Sequence[Withheld],
    total: int,
    turn: views.Pager | None,
) -> WithheldView:
    return WithheldView(chrome, tuple(_row(desk, *it) for it in part), total, turn)


def _row(desk: Desk, reading: int, it: WithheldFact) -> WithheldRow:
    sentence, start, end = it.at
    whole = desk.knowledge.readings[reading].annotations.sentences[sentence]
    said = Mention(reading, whole.block, whole.start, max(whole.end, end), sentence)
    return WithheldRow(
        words(desk, said, (start, end)),
        date_words(it.value) if it.part == "dates" else _amount(it.value),
    )


def _amount(value: str) -> str:
    numbers = [float(it) if "." in it or "e" in it else int(it) for it in value.split("/")]
    return number_words(numbers[0] if len(numbers) == 1 else (numbers[0], numbers[1]))
