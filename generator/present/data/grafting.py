"""Rows of one article -> pages of a database; pages of all articles -> one database.

SQLite keeps a table as a tree whose leaves hold the rows (file format: sqlite.org/fileformat2.html,
section 1.6). A leaf does not say where it stands. So the leaves of an article are made once, by
SQLite itself, and put into the database of the whole as they are; only the few pages above
them are written anew. The rows of an article have to lie between those of its neighbours.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from generator.present.data.btree import INTERIOR, PAGE, follow, last_row, leaves_of
from generator.present.views import DataPart, Joined, Piece

_FAN = (PAGE - 12) // (2 + 4 + 9)
"""Children of a page above leaves: for each two bytes of place, four of page, at most nine of row."""


WRITER = (3_040_000).to_bytes(4, "big")
"""In the file's header stands which SQLite wrote it: always this, on every machine."""


class _Note(msgspec.Struct, frozen=True, array_like=True):
    """What the pages of an article hold."""

    last: tuple[tuple[bytes, ...], ...]
    """For each table the last row of each of its leaves, in order, as a varint."""
    pointers: tuple[tuple[int, int], ...] = ()
    """(offset in the part, page of the part): where a page of the part is told by number."""


class Template:
    """An empty database with the tables that have many rows of each article."""

    def __init__(self, tables: Mapping[str, str]) -> None:
        self._connection = new_database()
        self.roots: list[int] = []
        for name, sql in tables.items():
            self._connection.execute(sql)
            self.roots.append(root_of(self._connection, name))
        self._insert = [insertion(self._connection, name) for name in tables]

    def part(self, rows: Sequence[Iterable[tuple[object, ...]]]) -> DataPart:
        """The pages of one article; rows by table, by rising number."""
        # Rolled back, it is empty once more: a third quicker than a database for each article.
        self._connection.execute("BEGIN")
        for insert, table in zip(self._insert, rows, strict=True):
            self._connection.executemany(insert, table)
        data = self._connection.serialize()
        self._connection.execute("ROLLBACK")
        return _cut(data, self.roots)

    def close(self) -> None:
        """No part will be made any more."""
        self._connection.close()


def _cut(data: bytes, roots: Sequence[int]) -> DataPart:
    leaves: list[int] = []
    last = []
    above = 0
    for root in roots:
        found, passed = leaves_of(data, root)
        above += passed
        last.append(tuple(last_row(data, it) for it in found))
        leaves += found
    pointers: list[tuple[int, int]] = []
    if 1 + len(leaves) + above + sum(not it for it in last) < len(data) // PAGE:
        # Some row is too long for a leaf. Its further pages come after all leaves.
        pointers = follow(data, leaves)
    pages = b"".join(data[(it - 1) * PAGE : it * PAGE] for it in leaves)
    return DataPart(pages, msgspec.msgpack.encode(_Note(tuple(last), tuple(pointers))))


class _Tree(NamedTuple):
    """A table in the making: its root, and (page, last row) of every leaf."""

    root: int
    leaves: list[tuple[int, bytes]]


def graft(head: bytes, roots: Sequence[int], parts: Iterable[DataPart]) -> Joined:
    """A database whose tables at `roots` are empty, with the rows of all parts in them."""
    trees = [_Tree(root, []) for root in roots]
    decode = msgspec.msgpack.Decoder(_Note).decode
    first = bytearray(head)
    pieces: list[Piece] = [first]
    number = len(head) // PAGE + 1
    for part in parts:
        note = decode(part.note)
        pieces.append(_placed(part.data, note, number) if note.pointers else part.data)
        at = number
        for tree, rows in zip(trees, note.last, strict=True):
            tree.leaves.extend(zip(range(at, at + len(rows)), rows, strict=True))
            at += len(rows)
        number += len(part.data) // PAGE
    tops: dict[int, bytes] = {}
    free: list[int] = []
    for tree in trees:
        if len(tree.leaves) == 1:
            # The only leaf of a tree is its root.
            page = tree.leaves[0][0]
            tops[tree.root] = _page(pieces, page)
            free.append(page)
        elif tree.leaves:
            level = tree.leaves
            while len(made := _above(level)) > 1:
                level = [(number + it, last) for it, (_, last) in enumerate(made)]
                pieces.extend(page for page, _ in made)
                number += len(made)
            tops[tree.root] = made[0][0]
    # All roots stand in the head: what comes behind it is megabytes, and is not touched.
    for root, top in tops.items():
        first[(root - 1) * PAGE : root * PAGE] = top
    first[28:32] = (sum(map(len, pieces)) // PAGE).to_bytes(4, "big")
    first[96:100] = WRITER
    if not free:
        return Joined(pieces, len(head))
    # Pages that were given back will hold something else: nothing can be copied from there.
    return Joined([_give_back(bytearray().join(pieces), free)], -1)


def _placed(data: bytes | memoryview, note: _Note, number: int) -> bytes:
    """The part with its first page at `number`."""
    placed = bytearray(data)
    for offset, page in note.pointers:
        placed[offset : offset + 4] = (number + page).to_bytes(4, "big")
    return bytes(placed)


def _page(pieces: Sequence[Piece], number: int) -> bytes:
    at = (number - 1) * PAGE
    for piece in pieces:
        if at < len(piece):
            return bytes(piece[at : at + PAGE])
        at -= len(piece)
    raise ValueError(f"no page {number}")


def _above(level: Sequence[tuple[int, bytes]]) -> list[tuple[bytes, bytes]]:
    """Pages that lead to those of a level, evenly filled: (page, last row below it)."""
    count = -(-len(level) // _FAN)
    borders = [len(level) * it // count for it in range(count + 1)]
    return [(_interior(level[start:end]), level[end - 1][1]) for start, end in pairwise(borders)]


def _interior(children: Sequence[tuple[int, bytes]]) -> bytes:
    cells = [page.to_bytes(4, "big") + last for page, last in children[:-1]]
    begin = PAGE
    places = []
    for cell in cells:
        begin -= len(cell)
        places.append(begin.to_bytes(2, "big"))
    head = bytes((INTERIOR, 0, 0)) + len(cells).to_bytes(2, "big") + begin.to_bytes(2, "big")
    head += b"\0" + children[-1][0].to_bytes(4, "big") + b"".join(places)
    return head.ljust(begin, b"\0") + b"".join(reversed(cells))


def _give_back(data: bytearray, pages: Sequence[int]) -> bytearray:
    """Make pages free: the first is the list of the others."""
    first, *others = pages
    told = (0, len(others), *others)
    trunk = b"".join(it.to_bytes(4, "big") for it in told).ljust(PAGE, b"\0")
    data[(first - 1) * PAGE : first * PAGE] = trunk
    data[32:40] = first.to_bytes(4, "big") + len(pages).to_bytes(4, "big")
    return data


def root_of(connection: sqlite3.Connection, table: str) -> int:
    """The page at which a table begins."""
    row = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,))
    found: int = row.fetchone()[0]
    return found


def insertion(connection: sqlite3.Connection, table: str) -> str:
    """SQL that puts a whole row in."""
    width = len(connection.execute(f"PRAGMA table_info({table})").fetchall())
    return f"INSERT INTO {table} VALUES ({','.join('?' * width)})"


def new_database() -> sqlite3.Connection:
    """An empty database in memory, of the page size that grafting knows."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute(f"PRAGMA page_size={PAGE}")
    return connection
