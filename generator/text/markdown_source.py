"""Markdown as people write it -> Markdown as the parser reads it, line by line.

Python-Markdown follows the Markdown of 2004 where everyone now knows CommonMark. Here the source
is brought over: lists indented by two or three spaces, a list straight after a line of text,
`1)`, code fences inside lists or never closed. Chinese habits come with it: a line that begins
with two ideographic spaces opens a paragraph, and #话题# is no heading.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from generator.text.plain_blocks import Draft

_TAB = 4
"""What Python-Markdown takes for one level of a list."""

_FENCE = re.compile(r"( *)(`{3,}|~{3,}) *\{?[ .]*([^\s`{}]*)[^`]*$").match
_ITEM = re.compile(r"( *)(?:([*+-])|(\d{1,9})[.)])(?: +(?=\S)|(?=$))").match
_RULE = re.compile(r" {0,3}(?:(?:- *){3,}|(?:_ *){3,}|(?:\* *){3,})$").match
_HASHTAG = re.compile(r"#[^#\s]+#").match
_OPENS_BLOCK = re.compile(r" *(?:#{1,6} |>)").match


class _Level(NamedTuple):
    """A list item that is still open. content: column where its text begins."""

    content: int
    bullet: str


class Fence(NamedTuple):
    """The beginning of a code block. line: counted from 0. margin: of the code, inside a list."""

    line: int
    mark: str
    language: str
    indent: int
    margin: str


class Prepared(NamedTuple):
    """open_fence: one that has no end. deepest: the line (from 0) and level of the deepest item."""

    text: str
    open_fence: Fence | None
    deepest: tuple[int, int]


def prepare(source: str, stand_in: Callable[[Draft], str]) -> Prepared:
    """The same document for Python-Markdown with tab length 4.

    Expects "\\n" line ends and no tabs. Code fences outside of lists are read here, since the
    parser would take them for raw HTML; `stand_in` gives the word to put in their place.
    """
    writer = _Writer(stand_in)
    lines = source.split("\n")
    for number, (line, following) in enumerate(zip(lines, [*lines[1:], ""], strict=True)):
        if line.endswith("\\") and writer.fence is None and _breaks_line(line, following):
            line = line[:-1] + "  "
        writer.take(number, line)
    return writer.finish()


def _breaks_line(line: str, following: str) -> bool:
    """Whether the backslash at the end of the line is CommonMark's hard line break."""
    slashes = len(line) - len(line.rstrip("\\"))
    return slashes % 2 == 1 and bool(following.strip())


class _Writer:
    def __init__(self, stand_in: Callable[[Draft], str]) -> None:
        self.stand_in = stand_in
        self.out: list[str] = []
        self.levels: list[_Level] = []
        self.after_blank = True
        self.in_text = False
        """The line before belongs to a paragraph outside any list."""
        self.goes_on = False
        """The passage since the last blank line began with more text of a list item."""
        self.fence: Fence | None = None
        self.code: list[str] = []
        self.deepest = (0, 0)

    def take(self, number: int, line: str) -> None:
        if self.fence is not None:
            self._in_fence(self.fence, line)
            return
        if not line or line.isspace():
            self.out.append("")
            self.after_blank, self.in_text, self.goes_on = True, False, False
            return
        fence = _FENCE(line)
        item = None if fence or _RULE(line) else _ITEM(line)
        if fence and (self.levels or len(fence[1]) <= 3):
            self._open_fence(number, len(fence[1]), fence[2], fence[3])
        elif item and not (not self.levels and len(item[1]) >= _TAB):
            self._item(line, item)
            if len(self.levels) > self.deepest[1]:
                self.deepest = (number, len(self.levels))
        else:
            self._text(line)
        self.after_blank = False

    def finish(self) -> Prepared:
        open_fence = self.fence
        if open_fence:
            self._close_fence(open_fence)
        return Prepared("\n".join(self.out), open_fence, self.deepest)

    def _open_fence(self, number: int, indent: int, mark: str, language: str) -> None:
        if self.after_blank or indent < 2:
            self._leave(indent)
        margin = " " * _TAB * (len(self.levels) + 1) if self.levels else ""
        self.fence = Fence(number, mark, language, indent, margin)

    def _in_fence(self, fence: Fence, line: str) -> None:
        bare = line.strip()
        if len(bare) >= len(fence.mark) and not bare.strip(fence.mark[0]):
            self._close_fence(fence)
        else:
            lead = len(line) - len(line.lstrip(" "))
            self.code.append(line[min(lead, fence.indent) :])

    def _close_fence(self, fence: Fence) -> None:
        self.out.append("")
        if fence.margin:
            # The parser knows no fences in lists, but it knows code that is set in.
            self.out.extend(fence.margin + line if line else "" for line in self.code)
        else:
            draft = Draft("code", "\n".join(self.code).rstrip(), info=fence.language)
            self.out.append(self.stand_in(draft))
        self.out.append("")
        self.fence, self.code = None, []
        self.after_blank, self.in_text = True, False

    def _leave(self, indent: int) -> str:
        """Close the items that a line of this indent doesn't belong to; the last one's bullet."""
        bullet = ""
        while self.levels and indent < self.levels[-1].content:
            bullet = self.levels.pop().bullet
        return bullet

    def _item(self, line: str, item: re.Match[str]) -> None:
        indent = len(item[1])
        bullet = item[2] or "1"
        empty = item.end() == len(line)
        # As in CommonMark: a number other than 1 in the middle of a text may be a date.
        number_in_text = self.in_text and bool(item[3]) and int(item[3] or 0) != 1
        if not self.levels and ((empty and (self.in_text or item[3])) or number_in_text):
            self._text(line)
            return
        if not self.levels and self.in_text:
            self.out.append("")
        left = self._leave(indent)
        if not self.after_blank and (self.goes_on or (left and left != bullet)):
            self.out.append("")
        self.goes_on = False
        marker = item[2] or f"{int(item[3])}."
        margin = " " * _TAB * len(self.levels)
        self.out.append(f"{margin}{marker} {line[item.end() :]}")
        width = item.end() - indent
        # Five spaces or more after the bullet: the text is indented code, its column one after it.
        column = len(item[0].rstrip(" ")) + 1 if empty or width > len(marker) + 4 else item.end()
        self.levels.append(_Level(column, bullet))
        self.in_text = False

    def _text(self, line: str) -> None:
        if self.levels:
            indent = len(line) - len(line.lstrip(" "))
            opens = not self.after_blank and bool(_OPENS_BLOCK(line) or _RULE(line))
            if self.after_blank or opens:
                self._leave(indent)
            if opens:
                self.out.append("")
            if self.levels:
                self.goes_on = self.goes_on or self.after_blank
                lead = min(indent, self.levels[-1].content)
                self.out.append(" " * _TAB * len(self.levels) + line[lead:])
                return
        if _HASHTAG(line):
            line = "\\" + line
        elif self.in_text and line.startswith("\u3000\u3000"):
            self.out.append("")
        self.out.append(line)
        self.in_text = line[0] not in "#>|" and not line.startswith(" " * _TAB)
