"""Raw inline text and its marks -> the text as a typesetter sets it, marks moved along.

A line break in the source is where the author's editor ran out of window, not a space:

- between wide characters (Han, kana, CJK punctuation) it is nothing;
- between Latin words it is a space;
- between Han and Latin it is what the same paragraph does elsewhere: a space if it writes
  `使用 Python 编程`, nothing if it writes `使用Python编程`; beside CJK punctuation always nothing;
- quotation marks, dashes, dots of ellipsis take the side of what stands behind them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model.article import Mark
from generator.text.width import HAN, NEUTRAL, WIDE

_BREAK = re.compile(r"[ \t\u3000\u00a0]*\n\s*")
_LAST = re.compile(f"(.)[{NEUTRAL}]*\\Z", re.DOTALL)
_FIRST = re.compile(f"[{NEUTRAL}]*(.)", re.DOTALL)
_HAN = re.compile(f"[{HAN}]").match
_WIDE = re.compile(f"[{WIDE}]").match
_SPACED = re.compile(f"[{HAN}] [A-Za-z0-9]|[A-Za-z0-9] [{HAN}]").search

POINTS = frozenset(("image", "break", "anchor", "note"))
"""Marks that are empty spans by nature."""


def set_lines(text: str, marks: Sequence[Mark]) -> tuple[str, tuple[Mark, ...]]:
    """The text without outer white space and source line breaks; marks that became empty fall out.

    A hard line break is a mark `break` at a "\\n" of the raw text.
    """
    lead = len(text) - len(text.lstrip())
    cuts: list[tuple[int, int, str]] = [(0, lead, "")] if lead else []
    end = len(text.rstrip())
    if "\n" in text:
        cuts.extend(_joins(text, lead, end))
    if end < len(text) and end >= lead:
        cuts.append((end, len(text), ""))
    if cuts:
        text = _cut(text, cuts)
    if not marks:
        return text, ()
    moved = _moved(marks, cuts) if cuts else list(marks)
    return text, tuple(mark for mark in moved if _holds(mark, len(text)))


def _holds(mark: Mark, length: int) -> bool:
    if mark.kind == "break":
        return 0 < mark.start < length
    return mark.start < mark.end or mark.kind in POINTS


def _joins(text: str, lead: int, end: int) -> list[tuple[int, int, str]]:
    """Where lines meet, and what comes between them."""
    found: list[tuple[int, int, str]] = []
    for match in _BREAK.finditer(text, lead, end):
        before = _LAST.search(text, max(lead, match.start() - 8), match.start())
        after = _FIRST.match(text, match.end(), end)
        left = before[1] if before else "—"
        right = after[1] if after else "—"
        found.append((match.start(), match.end(), _between(left, right, text)))
    return found


def _between(left: str, right: str, text: str) -> str:
    if left in NEUTRAL:
        left = right
    elif right in NEUTRAL:
        right = left
    sides = bool(_WIDE(left)) + bool(_WIDE(right))
    if sides == 1 and (_HAN(left) or _HAN(right)) and _SPACED(text):
        return " "
    return "" if sides else " "


def _cut(text: str, cuts: Sequence[tuple[int, int, str]]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end, between in cuts:
        pieces.append(text[at:start])
        pieces.append(between)
        at = end
    pieces.append(text[at:])
    return "".join(pieces)


def _moved(marks: Sequence[Mark], cuts: Sequence[tuple[int, int, str]]) -> list[Mark]:
    moved: list[Mark] = []
    offsets = {offset for mark in marks for offset in (mark.start, mark.end)}
    places: dict[int, int] = {}
    removed = 0
    waiting = iter(cuts)
    cut = next(waiting, None)
    for offset in sorted(offsets):
        while cut is not None and cut[1] <= offset:
            removed += cut[1] - cut[0] - len(cut[2])
            cut = next(waiting, None)
        # Inside a cut: before what replaces it.
        places[offset] = (min(offset, cut[0]) if cut is not None else offset) - removed
    for mark in marks:
        start, end = places[mark.start], places[mark.end]
        moved.append(Mark(mark.kind, start, end, mark.data, mark.title, mark.label))
    return moved
