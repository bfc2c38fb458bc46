"""Placements -> Ledger: the page's characters, each in exactly one piece, in file order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.forms.review import ReviewForm
from generator.model.article import Article, By, Join, all_blocks
from generator.model.ledger import Gap, Ledger, Piece, Question
from generator.restore.lines import Line
from generator.text.slug import slugify

if TYPE_CHECKING:
    from generator.restore.page import PageText

_SET_ASIDE = frozenset(("pullquote", "other"))
_PREFIX = {"heading": "h", "title": "t"}


@dataclass(frozen=True, slots=True)
class Placement:
    """Where one line went."""

    article: str
    role: str
    start: int | None = None
    """First line of the paragraph it continues; None where it begins its own block."""
    ground: str = ""
    by: By = "editor"


def write_ledger(
    page: PageText,
    form: ReviewForm,
    lines: tuple[Line, ...],
    placements: Mapping[int, Placement],
    articles: tuple[Article, ...],
    gaps: tuple[Gap, ...],
    questions: tuple[Question, ...],
) -> Ledger:
    """The page's account. Pieces cover the text without hole or overlap, in file order."""
    titles = {
        line: block.id
        for article in articles
        if (block := article.title_block) is not None
        for line in {segment.line for segment in block.segments}
    }
    blocks = [block for article in articles for block in all_blocks(article)]
    joins: list[Join] = [join for block in blocks for join in block.joins]
    return Ledger(
        page=slugify(page.stem),
        path=page.path,
        digest=page.digest,
        encoding=page.encoding,
        lines=tuple(line.text for line in lines),
        pieces=tuple(piece for line in lines for piece in _pieces(line, placements, titles)),
        joins=tuple(sorted(joins, key=lambda join: (join.tail, join.head))),
        gaps=gaps,
        repairs=sum(len(block.repairs) for block in blocks),
        flags=sum(len(block.flags) for block in blocks),
        reviewed=page.reviewed,
        articles=tuple(article.id for article in articles),
        title=form.page.title,
        source=form.page.source,
        date=form.page.date.isoformat() if form.page.date else "",
        date_ground=form.page.date_ground,
        characters=len(page.text),
        questions=questions,
    )


def _pieces(
    line: Line, placements: Mapping[int, Placement], titles: Mapping[int, str]
) -> list[Piece]:
    begin, end = line.content
    whole = len(line.text) + len(line.ending)
    pieces = []
    if begin == end:
        return [Piece(line.number, 0, whole, "layout")] if whole else []
    if begin:
        pieces.append(Piece(line.number, 0, begin, "layout"))
    placement = placements.get(line.number)
    if placement is None:
        pieces.append(Piece(line.number, begin, end, "unplaced"))
    else:
        first = placement.start if placement.start is not None else line.number
        block = titles.get(line.number) or f"{_PREFIX.get(placement.role, 'p')}{first}"
        pieces.append(
            Piece(
                line.number,
                begin,
                end,
                "aside" if placement.role in _SET_ASIDE else "placed",
                placement.role,
                placement.article,
                block if placement.article else "",
                placement.ground,
                placement.by,
            )
        )
    if end < whole:
        pieces.append(Piece(line.number, end, whole, "layout"))
    return pieces
