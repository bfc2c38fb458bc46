"""Text -> what stands in quotation marks, and what kind of words these are."""

from __future__ import annotations

import re

from msgspec import Struct

from generator.text.late import late

_MARKED = re.compile(
    "“([^“”\n]*+(?:“[^“”\n]*+”[^“”\n]*+)*+)(”?)"
    "|「([^「」\n]*+(?:「[^「」\n]*+」[^「」\n]*+)*+)(」?)|『([^『』\n]*+)(』?)"
)
_STRAIGHT = re.compile('"([^"\n]*+)"')
_NEXT = re.compile("\\s*\n\\s*[“「]")
_ENDS = frozenset("。！？!?…")
_BREAKS = re.compile("[，,；;。！？!?：]")
_WISH = re.compile(
    "(?:我们|我|你们|你|他们|咱们?|大家|要|必须|应|不能|不要|希望|让|只要|只有|没有|绝不|决不|务必|坚决|就是|这是|这|是|有)"
)
_GOES_ON = late(
    "[的之等号式型化版类奖杯者家村镇字里中上是和与及、为]|一[词语句]|这[样种个句]|[\u4e00-\u9fff]"
)
_SAYINGS = re.compile("等(?:一系列)?(?:重要)?(?:论述|讲话|指示|要求|论断|嘱托|话语|金句)")
_NOT_SAID = re.compile("[A-Za-z0-9\\s.,:;/%+*=_-]*\\Z")


class Marked(Struct, frozen=True, gc=False):
    """Words in quotation marks: text[start:end] without the marks."""

    start: int
    end: int
    open: int
    """Where the opening mark stands."""
    after: int
    """Behind the closing mark; at the end of the line where there is none."""
    closed: bool


def find_marked(text: str) -> list[Marked]:
    """All of a text in order; a quotation that opens and does not close ends with its line."""
    found: list[Marked] = []
    for it in _MARKED.finditer(text):
        group = it.lastindex - 1 if it.lastindex else 1
        start, end = it.span(group)
        if end > start:
            found.append(Marked(start, end, it.start(), it.end(), bool(it[group + 1])))
    if not found and '"' in text:
        return _find_straight(text)
    return found


def _find_straight(text: str) -> list[Marked]:
    """Typewriter's marks, where a text has no others and a line has them in pairs."""
    found: list[Marked] = []
    at = 0
    for line in text.split("\n"):
        if line.count('"') % 2 == 0:
            found += [
                Marked(at + it.start(1), at + it.end(1), at + it.start(), at + it.end(), True)
                for it in _STRAIGHT.finditer(line)
                if it[1]
            ]
        at += len(line) + 1
    return found


def goes_on(text: str, it: Marked) -> bool:
    """Whether the next paragraph opens with a mark too: speech over several paragraphs."""
    return _NEXT.match(text, it.after) is not None


def ended(text: str, it: Marked) -> bool:
    """Whether the last mark inside ends a sentence."""
    return text[it.end - 1] in _ENDS or (text[it.end - 1] in "’』" and text[it.end - 2] in _ENDS)


def paused(text: str, it: Marked) -> bool:
    """Whether the speech goes on after a word in between: “……，”他说."""
    return text[it.end - 1] in "，,、；;—"


def clause(text: str, it: Marked) -> bool:
    """Whether these are words of somebody and not a term, a title or a slogan."""
    length = it.end - it.start
    if length < 6 or _NOT_SAID.match(text, it.start, it.end):
        return False
    if ended(text, it) or paused(text, it):
        return True
    if _BREAKS.search(text, it.start, it.end):
        return length >= 9
    return length >= 14 or (length >= 8 and _WISH.match(text, it.start) is not None)


def cut_off(text: str, it: Marked) -> bool:
    """Whether nothing of the sentence goes on after the closing mark: it is no attribute."""
    if _SAYINGS.match(text, it.after):
        return True
    return it.after >= len(text) or _GOES_ON().match(text, it.after) is None
