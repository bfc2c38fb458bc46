"""Repairs, suspicions, doubtful seams and places of an article -> signs in its text and numbered notes.

Whatever was changed or doubted is told once, in the notes at the end of the article (校勘记), with
a sign where it stands. Punctuation made full-width is only counted: the source page shows each.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.model.article import Article, Block, Doubt, Join
from generator.present.inline import APPARATUS, Layer, Point, attribute, escape
from generator.present.percent import percent
from generator.present.texts import html, label, say, text

_WIDTH = "width"
_LINE_BREAK = "line-break"
"""A title printed on two lines is shown on one; there is nothing to tell."""
DOUBTFUL = ("seam", "place")
"""Kinds of notes that say where text is not surely in its place."""


class Note(NamedTuple):
    """One entry of the notes; `number` is both its place and its sign."""

    number: int
    kind: str
    """repair | flag (suspected) | seam (one that is not sure) | place (of a paragraph, that is not)"""
    quoted: str
    """The text as the page shows it; a seam: the end of the tail."""
    original: str
    """repair: what the source has; seam: the beginning of the head; place: what is not sure."""
    ground: str
    by: str
    """editor | rule | auto"""
    source: str
    """Site-relative URL of the source line, empty if unknown."""
    probability: str = ""


def note_words(note: Note) -> str:
    """What a note tells, as HTML."""
    original, quoted = (html("mark.quote", text=escape(it)) for it in (note.original, note.quoted))
    if note.kind == "repair":
        if not note.quoted:
            return html("note.removed", original=original)
        return html("note.repaired", original=original, shown=quoted)
    if note.kind == "flag":
        return html("note.flagged", shown=quoted)
    if note.kind == "place":
        return html("note.placed", shown=quoted, question=escape(note.original))
    dots = label("mark.dots")
    tail = html("mark.quote", text=dots + escape(note.quoted))
    head = html("mark.quote", text=escape(note.original) + dots)
    return html("note.joined", tail=tail, head=head)


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
                "repair",
                shown,
                repair.original,
                repair.ground,
                repair.by,
                self._line(segment.page, segment.line),
            )
            original = repair.original or text("note.nothing")
            title = attribute(say("note.original", original=original))
            opening = f'<span class="fix" title="{title}">'
            layers.append(Layer(segment.start, segment.end, APPARATUS, opening, "</span>"))
            signs.append((segment.end, note, "repaired"))
        for flag in block.flags:
            page, number = _where(block, flag.start)
            quoted = block.text[flag.start : flag.end]
            note = Note(0, "flag", quoted, "", flag.note, flag.by, self._line(page, number))
            opening = '<span class="flag">'
            layers.append(Layer(flag.start, flag.end, APPARATUS, opening, "</span>"))
            signs.append((flag.end, note, "flagged"))
        signs.extend(
            (join.at, self._seam(block, join), "joined") for join in block.joins if not join.sure
        )
        doubt = self.doubts.get(block.id)
        if doubt is not None:
            signs.append((doubt.start, self._place(block, doubt), "placed"))
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
            "seam",
            tail,
            block.text[join.at : join.at + 8],
            join.ground,
            join.by,
            self._line(page, join.head),
            sure,
        )

    def _place(self, block: Block, doubt: Doubt) -> Note:
        page, number = _where(block, doubt.start)
        return Note(
            0,
            "place",
            _first(block.text[doubt.start :]),
            self._question(doubt),
            doubt.ground,
            doubt.by,
            self._line(page, number),
            "" if doubt.probability is None else percent(doubt.probability),
        )

    def _question(self, doubt: Doubt) -> str:
        title = self.article.title_block
        if title is not None and title.id == doubt.block:
            return text("note.is_title")
        return text("note.is_next" if doubt.kind == "offer" else "note.is_here")

    def _point(self, at: int, note: Note, name: str) -> Point:
        number = len(self.notes) + 1
        self.notes.append(note._replace(number=number))
        seam = " seam" if note.kind == "seam" else ""
        word = label("note.doubtful") if note.kind == "place" else ""
        name = attribute(say(f"note.{name}_label", number=number))
        return Point(
            at,
            f'<a class="ref{seam}" id="xj-{number}r" href="#xj-{number}" data-n="{word}{number}"'
            f' aria-label="{name}"></a>',
            link=True,
        )

    def _line(self, page: int, number: int) -> str:
        if number < 1 or page >= len(self.article.pages):
            return ""
        return f"pages/{self.article.pages[page].page}/#L{number}"


def _first(words: str) -> str:
    return words[:8] + text("mark.dots") if len(words) > 9 else words


def _where(block: Block, offset: int) -> tuple[int, int]:
    """(page, line) of the character at an offset."""
    for segment in block.segments:
        if segment.start <= offset < segment.end:
            return segment.page, segment.line
    return 0, 0
