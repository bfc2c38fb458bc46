"""Text -> spans of time expressions: heads found, and what belongs to them."""

from __future__ import annotations

import re
from typing import Final

from generator.annotate.dates import words
from generator.annotate.dates.pattern import JOINS, Patterns, patterns

_SINCE: Final = re.compile("以来")
_ORIGINS: Final = frozenset(words.ORIGINS)
_JOINS: Final = frozenset(JOINS)
_TAILS: Final = frozenset("以前之左起至迄")
_COUNTED: Final = frozenset("0123456789０１２３４５６７８９一二三四五六七八九十两近")


def find_spans(text: str) -> list[tuple[int, int, bool]]:
    """(start, end, whether it is a stretch), by their beginning, the longer first."""
    known = patterns()
    spans: list[tuple[int, int, bool]] = []
    for head in known.heads:
        for match in head.finditer(text):
            kind = match.lastgroup or ""
            start, end = match.span()
            if kind[0] == "s":
                spans.append((_origin(text, start, end), end, True))
            elif must := known.must.get(kind[0]):
                if rest := must.match(text, end):
                    spans.append((start, rest.end(), True))
            elif end := _end(text, kind[0], end, known):
                spans.append((start, end, False))
    for match in _SINCE.finditer(text):
        at = match.start()
        if event := known.since.search(text, max(0, at - 18), at):
            spans.append((event.start(), match.end(), True))
    for match in known.plan.finditer(text):
        at = match.start()
        if opened := known.plan_head.search(text, max(0, at - 3), at):
            spans.append((opened.start(), match.end(), True))
    spans.sort(key=lambda it: (it[0], -it[1]))
    return spans


def _end(text: str, kind: str, end: int, known: Patterns) -> int:
    """Where the point ends that begins with this head; 0 if nothing follows a time zone."""
    if kind == "z":
        second = known.second.match(text, end) or known.heads[2].match(text, end)
        if second is None:
            return 0
        kind, end = (second.lastgroup or "")[0], second.end()
    if kind != "p":
        end = _after(text, kind, end, known)
    if text[end : end + 1] in _JOINS and (join := known.join.match(text, end)):
        second = known.second.match(text, join.end())
        if second is not None:
            end = _after(text, second.lastgroup or "", second.end(), known)
    if text[end : end + 1] in _TAILS and (tail := known.tail.match(text, end)):
        end = tail.end()
    return end


def _after(text: str, kind: str, end: int, known: Patterns) -> int:
    rest = known.after.get(kind)
    match = rest.match(text, end) if rest else None
    return match.end() if match else end


def _origin(text: str, start: int, end: int) -> int:
    """成立 of 成立12年来 is part of it."""
    if text[end - 1] == "来" and text[start] in _COUNTED:
        for length in (5, 4, 3, 2):
            if start >= length and text[start - length : start] in _ORIGINS:
                return start - length
    return start
