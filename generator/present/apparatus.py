"""Repairs, suspicions, doubtful seams and places of an article -> signs in its text and numbered notes.

Whatever was changed or doubted is told once, in the notes at the end of the article (校勘记), with
a sign where it stands. Punctuation made full-width is only counted: the source page shows each.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.model.article import Article, Block, Doubt, Join
from generator.present.inline import APPARATUS, Layer, Point, attribute
from generator.present.percent import percent

_WIDTH = "width"
_LINE_BREAK = "line-break"
"""A title printed on two lines is shown on one; there is nothing to tell."""
DOUBTFUL = ("接", "序")
"""Kinds of notes that say where text is not surely in its place."""
_BY = {"editor": "编者", "rule": "规则", "auto": "程序"}


class Note(NamedTuple):
    """One entry of the notes; `number` is both its place and its sign."""

    number: int
    kind: str
    """改 (repaired) | 疑 (suspected) | 接 (a seam that is not sure) | 序 (a paragraph whose place is not)"""
    quoted: str
    """The text as the page shows it; a seam: the end of the tail."""
    original: str
    """改: what the source has; 接: the beginning of the head; 序: what is not sure."""
    ground: str
    by: str
    source: str
    """Site-relative URL of the source line, empty if unknown."""
    probability: str = ""


class Apparatus:
    """Numbers the notes of one article in the order in which its blocks are laid."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.notes: list[Note] = []
        self.doubts = {it.block: it for it in article.doubts if it.kind != "seam"}
        """By block; seams tell their own doubt."""
        self.widths = 0
        """How many half-width signs were made full-width."""

    def of(self, block: Block) -> tuple[list[Layer], list[Point]]:
        """Signs for one block; its notes are added in the order of the text."""
        layers: list[Layer] = []
        signs: list[tuple[int, Note, str]] = []
        for segment in block.segments:
            if segment.repair < 0:
                continue
            repair = block.repairs[segment.repair]
            if repair.kind in (_WIDTH, _LINE_BREAK):
                self.widths += repair.kind == _WIDTH
                continue
            shown = block.text[segment.start : segment.end]
            note = Note(
                0,
                "改",
                shown,
                repair.original,
                repair.ground,
                _BY[repair.by],
                self._line(segment.page, segment.line),
            )
            title = attribute(f"原文：{repair.original or '（无）'}")
            opening = f'<span class="fix" title="{title}">'
            layers.append(Layer(segment.start, segment.end, APPARATUS, opening, "</span>"))
            signs.append((segment.end, note, "校改"))
        for flag in block.flags:
            page, number = _where(block, flag.start)
            quoted = block.text[flag.start : flag.end]
            note = Note(0, "疑", quoted, "", flag.note, _BY[flag.by], self._line(page, number))
            opening = '<span class="flag">'
            layers.append(Layer(flag.start, flag.end, APPARATUS, opening, "</span>"))
            signs.append((flag.end, note, "存疑"))
        signs.extend(
            (join.at, self._seam(block, join), "接缝存疑") for join in block.joins if not join.sure
        )
        doubt = self.doubts.get(block.id)
        if doubt is not None:
            signs.append((doubt.start, self._place(block, doubt), "位置存疑"))
        return layers, [
            self._point(at, note, name)
            for at, note, name in sorted(signs, key=lambda sign: sign[0])
        ]

    def _seam(self, block: Block, join: Join) -> Note:
        page, _ = _where(block, join.at)
        sure = percent(join.probability) if join.by == "auto" else ""
        tail = block.text[max(0, join.at - 8) : join.at]
        return Note(
            0,
            "接",
            tail,
            block.text[join.at : join.at + 8],
            join.ground,
            _BY[join.by],
            self._line(page, join.head),
            sure,
        )

    def _place(self, block: Block, doubt: Doubt) -> Note:
        page, number = _where(block, doubt.start)
        return Note(
            0,
            "序",
            _first(block.text[doubt.start :]),
            self._question(doubt),
            doubt.ground,
            _BY[doubt.by],
            self._line(page, number),
            "" if doubt.probability is None else percent(doubt.probability),
        )

    def _question(self, doubt: Doubt) -> str:
        title = self.article.title_block
        if title is not None and title.id == doubt.block:
            return "是不是本文的标题"
        return "一段是不是上一段断处的下文" if doubt.kind == "offer" else "一段是否在这个位置"

    def _point(self, at: int, note: Note, name: str) -> Point:
        number = len(self.notes) + 1
        self.notes.append(note._replace(number=number))
        seam = " seam" if note.kind == "接" else ""
        word = "存疑" if note.kind == "序" else ""
        return Point(
            at,
            f'<a class="ref{seam}" id="xj-{number}r" href="#xj-{number}" data-n="{word}{number}"'
            f' aria-label="{name}，见校勘记{number}"></a>',
            link=True,
        )

    def _line(self, page: int, number: int) -> str:
        if number < 1 or page >= len(self.article.pages):
            return ""
        return f"pages/{self.article.pages[page].page}/#L{number}"


def _first(text: str) -> str:
    return text[:8] + "…" if len(text) > 9 else text


def _where(block: Block, offset: int) -> tuple[int, int]:
    """(page, line) of the character at an offset."""
    for segment in block.segments:
        if segment.start <= offset < segment.end:
            return segment.page, segment.line
    return 0, 0
