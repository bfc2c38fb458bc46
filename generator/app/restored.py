"""Newspaper pages -> readings and ledgers: each page through the memo, then what needs several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from generator.annotate.leaf import Annotated, RestoredFile, restored_leaf
from generator.app.memory import Memory
from generator.model.annotation import Annotations
from generator.model.article import Article
from generator.model.knowledge import Reading
from generator.model.ledger import Ledger
from generator.model.problem import Problem
from generator.model.source import PageFiles


class Readings:
    """Reads what leaves gave; one for all files, since a decoder costs more than an article."""

    def __init__(self) -> None:
        self._articles = msgspec.msgpack.Decoder(Article)
        self._annotations = msgspec.msgpack.Decoder(Annotations)

    def __call__(self, annotated: Sequence[Annotated]) -> tuple[Reading, ...]:
        return tuple(
            Reading(
                self._articles.decode(it.article),
                self._annotations.decode(it.annotations),
                it.article,
                it.annotations,
                it.digest,
            )
            for it in annotated
        )


class Together(NamedTuple):
    """What all pages gave."""

    readings: tuple[Reading, ...]
    ledgers: tuple[Ledger, ...]
    problems: tuple[Problem, ...] = ()


def together(files: Sequence[RestoredFile], readings: Readings, others: Sequence[str]) -> Together:
    """Every page's articles, and as one those that go on over several pages."""
    pages = [readings(it.annotated) for it in files]
    if not any(it.parts for it in files):
        ledgers = tuple(it.ledger for it in files if it.ledger is not None)
        return Together(tuple(it for page in pages for it in page), ledgers)
    # Not at the top: few articles go on over several pages.
    from generator.annotate.gather import gather_readings

    return Together(*gather_readings(pages, [(it.parts, it.ledger) for it in files], others))


def restored(
    pages: Sequence[PageFiles], memory: Memory, problems: list[Problem]
) -> list[RestoredFile]:
    """Each page by itself; `problems` gets what was found in them."""
    encoded = [msgspec.msgpack.encode(it) for it in pages]
    names = [it.page.path for it in pages]
    files = []
    for item in memory.map("restore", restored_leaf, encoded, names, problems):
        if item is None:
            continue
        file = msgspec.msgpack.decode(item, type=RestoredFile)
        problems += file.problems
        files.append(file)
    return files
