"""Text of a review file -> its tables, and which of them the program wrote and nobody has touched.

The program ends each of its tables with `mark = "…"`, a digest over the table's lines. Whoever
changes a line, adds a key or a word behind the mark makes the table their own. Line breaks may
become others: programs that share files change them without asking.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Any, NamedTuple

import msgspec

from generator.forms.review import ReviewForm
from generator.forms.toml_lines import toml_lines

_HEADER = re.compile(r"\[\[([a-z]+)\]\]\r?")
_MARK = re.compile(r'mark = "([0-9a-f]{12})"\r?')
KINDS = (
    "articles",
    "joins",
    "gaps",
    "asides",
    "repairs",
    "rules",
    "suspicions",
    "questions",
    "jumps",
)
"""Tables that the program writes."""


class MarkedTable(NamedTuple):
    """A table that is the program's: text.split("\\n")[first:stop], its mark the last line."""

    kind: str
    number: int
    """Among the tables of its kind, from 0."""
    first: int
    stop: int


def mark_of(lines: Iterable[str]) -> str:
    """The digest of a table: its lines from the header to the one before the mark."""
    text = "\n".join(line.rstrip("\r") for line in lines)
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def marked_tables(text: str) -> tuple[MarkedTable, ...]:
    """The program's own tables, in the order of the file; `text` must be valid TOML."""
    if 'mark = "' not in text:
        return ()
    lines = text.split("\n")
    keys = toml_lines(text)
    last: dict[tuple[str | int, ...], int] = {}
    for key, number in keys.items():
        last[key[:2]] = max(last.get(key[:2], 0), number)
    found = []
    for kind in KINDS:
        index = 0
        while (kind, index) in keys:
            first, mark = keys[kind, index] - 1, keys.get((kind, index, "mark"), 0) - 1
            if mark > first and last[kind, index] == mark + 1 and _fits(lines, kind, first, mark):
                found.append(MarkedTable(kind, index, first, mark + 1))
            index += 1
    return tuple(sorted(found, key=lambda table: table.first))


def _fits(lines: Sequence[str], kind: str, first: int, mark: int) -> bool:
    header, written = _HEADER.fullmatch(lines[first]), _MARK.fullmatch(lines[mark])
    return (
        header is not None
        and header[1] == kind
        and written is not None
        and written[1] == mark_of(lines[first:mark])
    )


def credited(form: ReviewForm, text: str) -> ReviewForm:
    """The form with every `by` as the marks say: what only claims to be the program's is the editor's."""
    made = {(table.kind, table.number) for table in marked_tables(text)}
    changed: dict[str, Any] = {}
    for kind in KINDS:
        tables: tuple[Any, ...] = getattr(form, kind)
        wanted = ["auto" if (kind, index) in made else "editor" for index in range(len(tables))]
        if any(table.by != by for table, by in zip(tables, wanted, strict=True)):
            changed[kind] = tuple(
                msgspec.structs.replace(table, by=by)
                for table, by in zip(tables, wanted, strict=True)
            )
    return msgspec.structs.replace(form, **changed) if changed else form


def only_editors(form: ReviewForm) -> ReviewForm:
    """The form without the tables that are the program's."""
    changed = {
        kind: tuple(table for table in getattr(form, kind) if table.by != "auto") for kind in KINDS
    }
    return msgspec.structs.replace(form, **changed)
