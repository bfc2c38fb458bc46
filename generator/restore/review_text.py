"""Text of a review file + the program's tables -> the text with them; all else stays as it is.

A table takes the place of the one it renews: that with the same lines. Others go behind the last
of their kind that is renewed, or to the end of the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from generator.forms.marks import MarkedTable, marked_tables
from generator.forms.review import ReviewForm
from generator.restore.lines import Line, LineFinder
from generator.restore.table_text import Grounds, TableText, tables_of

SECTIONS = (
    "questions",
    "articles",
    "joins",
    "gaps",
    "asides",
    "rules",
    "repairs",
    "suspicions",
    "jumps",
)
"""In the order of a new file: what an editor is asked comes first."""

_HEAD = """# 这一页的整理记录，由程序写出，请编者定夺。
#
# 每个 [[…]] 是一项决定。by = "auto" 的是程序定的，末尾的 mark 是它的指纹：改动其中任何一处，这一项就归编者，
# 程序再也不动它；没有改动的，jingwei review --again 会重做。看过认可的，删去 mark 一行即可。
# 行号后面是该行开头的几个字，两者都对得上，决定才生效。
# body 按阅读顺序逐行写：“# ”打头是小标题，“+ ”打头是接在上一行之后（同一段），单写“…”是此处有缺。
# 先看 [[questions]]：在 answer 里写所接那一行的行号，下文不在这一页就写“…”。

[page]
# title = "这一页的名称"
# source = "报名"
# date = 2022-10-10
# date-ground = "日期的依据"
digest = "{digest}"
"""


def new_text(form: ReviewForm, lines: tuple[Line, ...], digest: str, grounds: Grounds) -> str:
    """A review file with these tables; digest: SHA-256 of the page's file."""
    return _Merge(_HEAD.format(digest=digest), lines, grounds).add(form)


def with_added(text: str, form: ReviewForm, lines: tuple[Line, ...], grounds: Grounds) -> str:
    """The text with the tables behind it; without any it is the same text."""
    return _Merge(text, lines, grounds).add(form)


def renewed(
    text: str,
    form: ReviewForm,
    lines: tuple[Line, ...],
    grounds: Grounds,
    keeps: Callable[[str, int], bool],
) -> str:
    """The text with these tables instead of the program's own; keeps(kind, index): one that stays."""
    return _Merge(text, lines, grounds).renew(form, keeps)


class _Slot(NamedTuple):
    """A table that goes, and what is to stand in its place."""

    table: MarkedTable
    blocks: list[list[str]]


class _Merge:
    def __init__(self, text: str, lines: tuple[Line, ...], grounds: Grounds) -> None:
        self.lines = text.split("\n")
        self.text = text
        self.ending = "\r" if self.lines[0].endswith("\r") else ""
        self.writer = TableText(LineFinder(lines, ""), grounds)

    def add(self, form: ReviewForm) -> str:
        blocks = [self.writer.write(kind, table) for kind, table in tables_of(form, SECTIONS)]
        if not blocks:
            return self.text
        tail = list(self._tail(blocks))
        return "\n".join([*self.lines, *tail])

    def renew(self, form: ReviewForm, keeps: Callable[[str, int], bool]) -> str:
        slots = [_Slot(it, []) for it in marked_tables(self.text) if not keeps(it.kind, it.number)]
        by_kind: dict[str, list[_Slot]] = {}
        by_identity: dict[tuple[str, str], _Slot] = {}
        for slot in slots:
            by_kind.setdefault(slot.table.kind, []).append(slot)
            written = self.lines[slot.table.first : slot.table.stop]
            by_identity.setdefault((slot.table.kind, _identity(written)), slot)
        homeless: list[list[str]] = []
        for kind, table in tables_of(form, SECTIONS):
            block = self.writer.write(kind, table)
            same = by_identity.pop((kind, _identity(block)), None)
            if same is not None:
                same.blocks.insert(0, block)
            elif kind in by_kind:
                by_kind[kind][-1].blocks.append(block)
            else:
                homeless.append(block)
        out = list(self._replaced(slots))
        if not self.text.endswith("\n"):
            out[-1] = out[-1].removesuffix("\r")
        self.lines = out
        tail = list(self._tail(homeless))
        return "\n".join([*self.lines, *tail])

    def _replaced(self, slots: list[_Slot]) -> Iterator[str]:
        at = 0
        blank = True
        for slot in slots:
            before = self.lines[at : slot.table.first]
            yield from before
            blank = not before[-1].strip() if before else blank
            at = slot.table.stop
            if slot.blocks:
                for number, block in enumerate(slot.blocks):
                    if number:
                        yield self.ending
                    yield from (line + self.ending for line in block)
                blank = False
            elif blank and at < len(self.lines) - 1 and not self.lines[at].strip():
                # The blank line behind it was the table's own.
                at += 1
        yield from self.lines[at:]

    def _tail(self, blocks: list[list[str]]) -> Iterator[str]:
        """What goes behind the last line; where that has no break, or is one, it is mended."""
        if not blocks:
            return
        # "a\n".split gives a last empty string: what is added takes its place.
        last = self.lines[-1]
        if not last:
            self.lines.pop()
        elif self.ending and not last.endswith("\r"):
            self.lines[-1] = last + self.ending
        blank = not self.lines or not self.lines[-1].strip()
        for number, block in enumerate(blocks):
            if number or not blank:
                yield self.ending
            yield from (line + self.ending for line in block)
        yield ""


_NUMBER = re.compile(r'"([#+] )?[0-9]+ ')
"""Of a line's name; another scan has others."""


def _identity(block: list[str]) -> str:
    """What a table is about, whatever it says of it: the words that name its lines."""
    return _NUMBER.sub('"', _named(block))


def _named(block: list[str]) -> str:
    kind = block[0].strip()
    if kind == "[[articles]]":
        return _first_line(block)
    if kind == "[[rules]]":
        return "repair"
    named = [
        line.strip()
        for line in block
        if line.startswith(("tail =", "line =", "before =", "after ="))
    ]
    words = [line.strip() for line in block if line.startswith(("original =", "text ="))]
    return "\n".join(named[:1] + words)


def _first_line(block: list[str]) -> str:
    for start in ("title = [", "body = ["):
        for number, line in enumerate(block):
            if line.startswith(start):
                rest = line.strip().removeprefix(start)
                return rest if rest else block[number + 1].strip()
    return ""


def kept_tables(
    form: ReviewForm, joins: set[tuple[int, int]], gaps: set[tuple[str, int]], finder: LineFinder
) -> Callable[[str, int], bool]:
    """Which of the program's tables give the grounds of what the editor's articles show.

    joins, gaps: those of the editor's articles. They are the editor's by now; why they were made
    the program has said, and it says nothing new about what is fixed.
    """
    kept: set[tuple[str, int]] = set()

    def number(name: str | None) -> int:
        line = finder.find(name, ()) if name is not None else None
        return line.number if line else 0

    def note(kind: str, tables: tuple[Any, ...], used: Callable[[Any], bool]) -> None:
        kept.update(
            (kind, index) for index, it in enumerate(tables) if it.by == "auto" and used(it)
        )

    note("joins", form.joins, lambda it: (number(it.tail), number(it.head)) in joins)
    note(
        "gaps",
        form.gaps,
        lambda it: ("before", number(it.before)) in gaps or ("after", number(it.after)) in gaps,
    )
    return lambda kind, index: (kind, index) in kept
