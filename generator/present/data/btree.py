"""Pages of an SQLite table, read: its leaves, their last rows, the pages of rows that are longer.

File format: sqlite.org/fileformat2.html, section 1.6.
"""

from __future__ import annotations

PAGE = 2048
"""Small, because the last leaf of each table of each article is but half full."""
INTERIOR, LEAF = 0x05, 0x0D
_LARGEST = PAGE - 35
"""Bytes of a row that a leaf holds; what is longer goes on in pages of its own."""
_LEAST = (PAGE - 12) * 32 // 255 - 23


def leaves_of(data: bytes, root: int) -> tuple[list[int], int]:
    """Leaves below a page, in order, none if they are empty; and how many pages are above."""
    at = (root - 1) * PAGE
    cells = _u16(data, at + 3)
    if data[at] == LEAF:
        return ([root] if cells else []), 0
    found: list[int] = []
    above = 1
    children = [_u32(data, at + _u16(data, at + 12 + 2 * it)) for it in range(cells)]
    for child in (*children, _u32(data, at + 8)):
        more, passed = leaves_of(data, child)
        found += more
        above += passed
    return found, above


def last_row(data: bytes, page: int) -> bytes:
    """Number of the last row of a leaf, as a varint."""
    at = (page - 1) * PAGE
    cell = at + _u16(data, at + 8 + 2 * (_u16(data, at + 3) - 1))
    _, size = _varint(data, cell)
    _, more = _varint(data, cell + size)
    return data[cell + size : cell + size + more]


def follow(data: bytes, pages: list[int]) -> list[tuple[int, int]]:
    """Adds the pages on which long rows go on; where each of them is told."""
    pointers = []
    for number in range(len(pages)):
        at = (pages[number] - 1) * PAGE
        for cell in range(_u16(data, at + 3)):
            begin = _u16(data, at + 8 + 2 * cell)
            length, size = _varint(data, at + begin)
            if length <= _LARGEST:
                continue
            _, more = _varint(data, at + begin + size)
            kept = _LEAST + (length - _LEAST) % (PAGE - 4)
            told = begin + size + more + (kept if kept <= _LARGEST else _LEAST)
            here = number
            while following := _u32(data, (pages[here] - 1) * PAGE + told):
                pointers.append((here * PAGE + told, len(pages)))
                here, told = len(pages), 0
                pages.append(following)
    return pointers


def _u16(data: bytes, at: int) -> int:
    return data[at] << 8 | data[at + 1]


def _u32(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "big")


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """(value, bytes it takes): seven bits a byte, the ninth has eight."""
    value = 0
    for size in range(8):
        byte = data[at + size]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, size + 1
    return value << 8 | data[at + 8], 9
