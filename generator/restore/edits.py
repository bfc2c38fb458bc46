"""Line + decisions -> edits laid over it; the line itself is never changed.

Rules here are safe by construction: they change the width of punctuation, never a word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.article import By, Repair
from generator.restore.lines import Line

_WIDE = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
_HALF = re.compile(r"[,:;?!()]")
_CHINESE = re.compile(
    r"[\u2e80-\u2fdf\u3001-\u303f\u3105-\u312f\u31a0-\u31bf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\uff01-\uff60\U00020000-\U0003ffff]"
)
# Marks that belong to either script: what stands behind them decides.
_NEUTRAL = frozenset("“”‘’…—·")


@dataclass(frozen=True, slots=True)
class Edit:
    """line.text[start:end] is shown as repair.shown."""

    start: int
    end: int
    repair: Repair


def widen_punctuation(text: str, by: By, ground: str) -> list[Edit]:
    """Half-width , : ; ? ! ( ) beside a Chinese character -> full width (GB/T 15834).

    Not between digits or Latin letters ("3,000", "10:30", URLs). A pair of brackets is widened
    as a pair, or not at all.
    """
    partner = _pairs(text)
    wide: set[int] = set()
    for found in _HALF.finditer(text):
        at = found.start()
        if found.group() in "()":
            other = partner.get(at)
            if other is not None and (_beside_chinese(text, at) or _beside_chinese(text, other)):
                wide.update((at, other))
        elif _beside_chinese(text, at) and not _inside_latin(text, at):
            wide.add(at)
    return [
        Edit(at, at + 1, Repair(text[at], _WIDE[text[at]], "width", by, ground))
        for at in sorted(wide)
    ]


def merge_edits(chosen: list[Edit], ruled: list[Edit]) -> list[Edit]:
    """Both in order; an edit of a rule that touches one somebody chose gives way.

    `chosen` must be free of overlaps, `ruled` sorted.
    """
    chosen = sorted(chosen, key=lambda edit: edit.start)
    kept: list[Edit] = list(chosen)
    at = 0
    for edit in ruled:
        while at < len(chosen) and chosen[at].end <= edit.start:
            at += 1
        if at == len(chosen) or edit.end <= chosen[at].start:
            kept.append(edit)
    return sorted(kept, key=lambda edit: (edit.start, edit.end))


def only_place(line: Line, text: str) -> int | None:
    """Where `text` stands in the line, if just once."""
    first = line.text.find(text)
    return first if first >= 0 and line.text.find(text, first + 1) < 0 else None


def _pairs(text: str) -> dict[int, int]:
    partner: dict[int, int] = {}
    open_at: list[int] = []
    for found in re.finditer(r"[()]", text):
        at = found.start()
        if found.group() == "(":
            open_at.append(at)
        elif open_at:
            other = open_at.pop()
            partner[at], partner[other] = other, at
    return partner


def _beside_chinese(text: str, at: int) -> bool:
    return _chinese_towards(text, at, -1) or _chinese_towards(text, at, 1)


def _chinese_towards(text: str, at: int, step: int) -> bool:
    at += step
    while 0 <= at < len(text) and text[at] in _NEUTRAL:
        at += step
    return 0 <= at < len(text) and _CHINESE.match(text, at) is not None


def _inside_latin(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return bool(before and after and before.isascii() and after.isascii() and after.isalnum())
