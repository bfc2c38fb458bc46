"""Declared pieces and repairs + source lines -> the text that the page must show, or a fault.

`pieces`: "29:0-40 41:0-25", line (from 1) and code points of it, in reading order; a piece of
another file than the quotation's has its path before it: "pages/b.txt#3:0-9".
`repairs`: JSON [[start, end, "shown"], …], edits of the pieces put together.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import NamedTuple

Lines = Callable[[str], Sequence[str]]
"""Path of a source -> its lines."""

# Without a path first: a path may hold blanks, and then takes up what is before it too.
_PIECE = re.compile(
    r"(?:(?P<path>[^#]+)#)??"
    r"(?P<line>[1-9]\d{0,8}):(?P<start>\d{1,9})-(?P<end>\d{1,9})(?: (?!\Z)|\Z)",
    re.ASCII,
)

MOST_REPLACED = 20
"""Characters that one repair, or all of a quotation's together, may put in place of others."""
MOST_INSERTED = 5
"""Characters that a repair may add; a misprint lacks one or two."""


class Piece(NamedTuple):
    """line[start:end] of the source at `path`."""

    path: str
    line: int
    start: int
    end: int


class Edit(NamedTuple):
    """original[start:end] is shown as `shown`."""

    start: int
    end: int
    shown: str


class DeclarationError(Exception):
    """A declaration that can't be followed: (problem code, what of it)."""


def read_pieces(declared: str, source: str) -> list[Piece]:
    """The pieces of a data-pieces attribute. Raises DeclarationError."""
    pieces = []
    position = 0
    while position < len(declared):
        found = _PIECE.match(declared, position)
        if found is None or int(found["start"]) > int(found["end"]):
            raise DeclarationError("proof-pieces-malformed", declared[position:])
        path = found["path"] or source
        pieces.append(Piece(path, int(found["line"]), int(found["start"]), int(found["end"])))
        position = found.end()
    return pieces


def read_repairs(declared: str) -> list[Edit]:
    """The edits of a data-repairs attribute, in order. Raises DeclarationError."""
    if not declared:
        return []
    import json

    try:
        values = json.loads(declared)
    except ValueError:
        raise DeclarationError("proof-repairs-malformed", declared) from None
    edits: list[Edit] = []
    position = 0
    for value in values if isinstance(values, list) else [values]:
        match value:
            case [int(start), int(end), str(shown)] if position <= start <= end:
                edits.append(Edit(start, end, shown))
                position = end
            case _:
                raise DeclarationError("proof-repairs-malformed", str(value))
    return edits


def original(pieces: Sequence[Piece], lines: Lines) -> str:
    """What stands in the source. Raises DeclarationError."""
    spans: dict[tuple[str, int], list[tuple[int, int]]] = {}
    texts = []
    for piece in pieces:
        whole = lines(piece.path)
        if piece.line > len(whole) or piece.end > len(whole[piece.line - 1]):
            raise DeclarationError("proof-pieces-outside", told(piece))
        taken = spans.setdefault((piece.path, piece.line), [])
        if any(start < piece.end and piece.start < end for start, end in taken):
            raise DeclarationError("proof-pieces-overlap", told(piece))
        taken.append((piece.start, piece.end))
        texts.append(whole[piece.line - 1][piece.start : piece.end])
    return "".join(texts)


def repaired(text: str, edits: Sequence[Edit]) -> str:
    """The text with its edits. Raises DeclarationError."""
    out: list[str] = []
    position = 0
    for start, end, shown in edits:
        if end > len(text):
            raise DeclarationError("proof-repairs-malformed", str([start, end, shown]))
        out += (text[position:start], shown)
        position = end
    out.append(text[position:])
    return "".join(out)


def cut_seam(pieces: Sequence[Piece], lines: Lines) -> Piece | None:
    """The first piece that is put to another inside a line; None if all seams are at line ends.

    Pieces may be joined where the printer broke the text, which is at the ends of lines. Cut
    anywhere, they would spell what nobody wrote.
    """
    for left, right in itertools.pairwise(pieces):
        tail = lines(left.path)[left.line - 1]
        head = lines(right.path)[right.line - 1]
        if (left.path, left.line) == (right.path, right.line) and left.end <= right.start:
            if tail[left.end : right.start].strip():
                return left
        elif tail[left.end :].strip():
            return left
        elif head[: right.start].strip():
            return right
    return None


def large_edits(text: str, edits: Sequence[Edit]) -> str:
    """The edits that are more than a repair, told; empty if all are small.

    Width of characters is not counted: a whole page of commas may be made full-width.
    """
    changed = 0
    for start, end, shown in edits:
        before = text[start:end]
        if unicodedata.normalize("NFKC", before) == unicodedata.normalize("NFKC", shown):
            continue
        size = max(end - start, len(shown))
        changed += size
        if size > MOST_REPLACED or len(shown) - (end - start) > MOST_INSERTED:
            return f"{before}→{shown}"
    if changed > MOST_REPLACED:
        return " ".join(f"{text[start:end]}→{shown}" for start, end, shown in edits)
    return ""


def told(piece: Piece) -> str:
    """A piece as it is declared."""
    return f"{piece.line}:{piece.start}-{piece.end}"
