"""BookView -> the bytes of an EPUB 3 file: chapters with their notes, contents, metadata.

The same view gives the same bytes: no clock, no chance, nothing of the machine.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from generator.present.epub.chapters import Chapter, chapters
from generator.present.epub.markup import adapt
from generator.present.epub.notes import Cite, Notes
from generator.present.epub.zipped import zipped
from generator.present.filters import xml_text
from generator.present.templates import template
from generator.present.views.books import BookView

_LARGEST = 200_000
"""Bytes of a file of the book: more than a few hundred thousand make old readers slow."""
_UNKNOWN = "2000-01-01"
_NAMESPACE = uuid.UUID("6f7f3c5e-8e0c-5a52-9a39-2f1d6a2b7c41")


class Part(NamedTuple):
    """A file of the book."""

    path: str
    chapter: str
    title: str
    type: str
    number: int
    total: int
    entries: Sequence[tuple[str, str]]
    html: str
    """Content and notes, XHTML."""


def write_book(book: BookView, cite: Cite) -> bytes:
    """The file. `cite` gives the note of a sentence's address."""
    parts = [part for chapter in chapters(book) for part in _parts(book, chapter, cite)]
    values = {
        "book": book,
        "parts": parts,
        "chapters": _contents(parts),
        "identifier": f"urn:uuid:{_identifier(book)}",
        "modified": f"{book.last_date or _UNKNOWN}T00:00:00Z",
    }
    pages = [
        (f"EPUB/{part.path}", _rendered("page.xhtml", {"book": book, "part": part}))
        for part in parts
    ]
    contents = _rendered("nav.xhtml", values)
    files = [
        ("META-INF/container.xml", _rendered("container.xml", {})),
        (
            "EPUB/package.opf",
            _rendered("package.xml", {**values, "version": _version([*pages, ("", contents)])}),
        ),
        ("EPUB/nav.xhtml", contents),
        ("EPUB/book.css", template("book/book.css").render().encode()),
        *pages,
    ]
    return zipped(files)


def _rendered(name: str, values: dict[str, Any]) -> bytes:
    return (xml_text(template(f"book/{name}").render(**values)).strip() + "\n").encode()


def _identifier(book: BookView) -> uuid.UUID:
    """The same for every edition of a topic's book, as EPUB wants it (EPUB 3.3, 5.5.3.1)."""
    return uuid.uuid5(_NAMESPACE, f"{book.base_url or book.site_title}\0{book.url}")


def _version(files: Sequence[tuple[str, bytes]]) -> str:
    """Tells editions apart: a digest of all that can be read."""
    state = hashlib.sha256()
    for path, data in files:
        state.update(f"{path}\0{len(data)}\0".encode() + data)
    return state.hexdigest()[:12]


def _parts(book: BookView, chapter: Chapter, cite: Cite) -> list[Part]:
    stretches = _stretches(book, chapter, cite)
    found = []
    first = 1
    for number, items in enumerate(stretches, 1):
        notes = Notes(cite, book.base_url, first)
        written = _written(chapter, items, notes)
        first += notes.count
        name = chapter.name if len(stretches) == 1 else f"{chapter.name}-{number}"
        found.append(
            Part(
                f"{name}.xhtml",
                chapter.name,
                chapter.title,
                chapter.type,
                number,
                len(stretches),
                chapter.entries(items),
                written,
            )
        )
    return found


def _written(chapter: Chapter, items: Sequence[Any], notes: Notes) -> str:
    return adapt(chapter.write(items), notes) + notes.html()


def _stretches(book: BookView, chapter: Chapter, cite: Cite) -> list[Sequence[Any]]:
    """Each about as long as a file may be; one item is never parted."""
    size = len(_written(chapter, chapter.items, Notes(cite, book.base_url)).encode())
    count = min(-(-size // _LARGEST), len(chapter.items))
    if count < 2:
        return [chapter.items]
    borders = [len(chapter.items) * it // count for it in range(count + 1)]
    halves = (chapter.items[start:end] for start, end in pairwise(borders))
    return [
        part for items in halves for part in _stretches(book, chapter._replace(items=items), cite)
    ]


def _contents(parts: Sequence[Part]) -> list[tuple[Part, list[Part]]]:
    """Each chapter's first file, with all of its files."""
    found: list[tuple[Part, list[Part]]] = []
    for part in parts:
        if part.number == 1:
            found.append((part, []))
        found[-1][1].append(part)
    return found
