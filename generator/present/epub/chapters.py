"""BookView -> its chapters: what each holds, and how any stretch of that is written as HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any, NamedTuple

import msgspec

from generator.present.lists import statements
from generator.present.statement_filters import SECTIONS, section_name
from generator.present.templates import template
from generator.present.texts import text
from generator.present.views import AspectView, FigureGroupView, FigureView, SourceGroup
from generator.present.views.books import BookView


class Chapter(NamedTuple):
    """A section of the book; one that is long goes over several files."""

    name: str
    """Of its file: a-z."""
    title: str
    type: str
    """In EPUB's structural vocabulary."""
    items: Sequence[Any]
    """What may be parted; of each stretch of it `write` gives the HTML."""
    write: Callable[[Sequence[Any]], str]
    entries: Callable[[Sequence[Any]], Sequence[tuple[str, str]]]
    """(id, title) of what the contents name below it."""


class _Placed(NamedTuple):
    """A passage with what it stands under."""

    group: int
    aspect: int
    passage: Any


def chapters(book: BookView) -> Iterator[Chapter]:
    """In the order of the topic's page."""
    yield Chapter("title", book.title, "titlepage", (book,), partial(_page, "title"), _none)
    if book.key_quotes:
        write = partial(_page, "key", many=book.article_count > 1)
        yield Chapter("key", text("topic.key"), "chapter", book.key_quotes, write, _none)
    for key in SECTIONS:
        items, title = getattr(book.statements, key), section_name(key)
        if not items:
            continue
        if key == "figures":
            rows = [(number, row) for number, it in enumerate(items) for row in it.rows]
            yield Chapter(key, title, "chapter", rows, partial(_figures, book), _none)
        else:
            yield Chapter(key, title, "chapter", items, partial(_section, book, key), _none)
    if book.names:
        yield Chapter(
            "names", text("topic.names"), "chapter", book.names, partial(_page, "names"), _none
        )
    if book.groups:
        placed = tuple(_placed(book.groups))
        write = partial(_passages, book.groups)
        entries = partial(_titles, book.groups)
        yield Chapter("passages", text("topic.passages"), "chapter", placed, write, entries)
    if book.sources:
        write = partial(_page, "sources", base_url=book.base_url)
        yield Chapter("sources", text("topic.sources"), "bibliography", book.sources, write, _none)


def _none(_items: Sequence[Any]) -> Sequence[tuple[str, str]]:
    return ()


def _page(name: str, items: Sequence[Any], **more: object) -> str:
    return template(f"book/{name}.html").render(items=items, **more)


def _section(book: BookView, key: str, items: Sequence[Any]) -> str:
    view = msgspec.structs.replace(book.statements, **{key: tuple(items)})
    return statements.section("", key, view)


def _figures(book: BookView, rows: Sequence[tuple[int, FigureView]]) -> str:
    """Amounts of a measure that is parted go on under its name; what they contradict comes last."""
    groups: list[FigureGroupView] = []
    for number, part in groupby(rows, key=lambda it: it[0]):
        whole = book.statements.figures[number]
        shown = tuple(row for _, row in part)
        groups.append(
            msgspec.structs.replace(
                whole,
                rows=shown,
                held=shown[0] is not whole.rows[0],
                conflicts=whole.conflicts if shown[-1] is whole.rows[-1] else (),
            )
        )
    return _section(book, "figures", groups)


def _placed(groups: Sequence[SourceGroup]) -> Iterator[_Placed]:
    for number, group in enumerate(groups):
        for place, aspect in enumerate(group.aspects):
            for passage in aspect.passages:
                yield _Placed(number, place, passage)


def _passages(groups: Sequence[SourceGroup], placed: Sequence[_Placed]) -> str:
    shown = []
    for number, of_group in groupby(placed, key=lambda it: it.group):
        whole = groups[number]
        aspects = tuple(
            AspectView(whole.aspects[place].heading, "", tuple(it.passage for it in part))
            for place, part in groupby(of_group, key=lambda it: it.aspect)
        )
        shown.append((_name(number), SourceGroup(whole.article, aspects)))
    return _page("passages", shown)


def _titles(groups: Sequence[SourceGroup], placed: Sequence[_Placed]) -> list[tuple[str, str]]:
    numbers = dict.fromkeys(it.group for it in placed)
    return [(_name(it), groups[it].article.title) for it in numbers]


def _name(group: int) -> str:
    return f"part-{group + 1}"
