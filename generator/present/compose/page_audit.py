"""A ledger and the articles it went into -> everything decided about the page, or still open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from generator.model.article import Article, Block, Doubt, Segment, all_blocks
from generator.model.knowledge import Reading
from generator.model.ledger import Ledger
from generator.present import views

_SEAM = 12
"""Characters shown on either side of a seam."""
_BEGINNING = 24
"""Characters by which a line is shown in a list."""
_BESIDE = 6
"""Characters shown on either side of a change."""
_NOT_TOLD = "line-break"
"""A title printed on two lines is shown on one; there is nothing to tell."""


class Sheet(NamedTuple):
    """One source page and what was made of it."""

    ledger: Ledger
    readings: Sequence[Reading]
    urls: Mapping[str, str]
    """Article -> its URL."""

    def piece(self, line: int, start: int, end: int) -> views.PieceView:
        """A stretch of a line."""
        return views.PieceView(line, start, end, self.ledger.lines[line - 1][start:end])

    def beginning(self, line: int, most: int = _BEGINNING) -> views.PieceView:
        """The first characters of a line."""
        text = self.ledger.lines[line - 1]
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        stop = min(start + most, end)
        return replace(self.piece(line, start, stop), cut=stop < end)

    def end(self, line: int) -> views.PieceView:
        """The last characters of a line."""
        text = self.ledger.lines[line - 1]
        begin, end = len(text) - len(text.lstrip()), len(text.rstrip())
        start = max(begin, end - _SEAM)
        return replace(self.piece(line, start, end), cut=start > begin)

    def around(self, line: int, start: int, end: int) -> views.PieceView:
        """A stretch of a line with what stands beside it."""
        text = self.ledger.lines[line - 1]
        return self.piece(line, max(0, start - _BESIDE), min(len(text), end + _BESIDE))

    def article_url(self, article: Article, anchor: str) -> str:
        """Where something stands on the article's page."""
        return f"{self.urls.get(article.id, '')}#{anchor}"

    def blocks(self) -> Iterator[tuple[Block, list[Segment]]]:
        """Blocks of all articles, each with its segments that come from this page."""
        for reading in self.readings:
            article = reading.article
            here = page_number(article, self.ledger)
            for block in all_blocks(article):
                yield block, [it for it in block.segments if it.page == here]


def page_number(article: Article, ledger: Ledger) -> int:
    """Index of the page among those the article draws on; -1 if it is none of them."""
    pages = [it.page for it in article.pages]
    return pages.index(ledger.page) if ledger.page in pages else -1


def audit(sheet: Sheet, repairs: Sequence[views.RepairView]) -> views.AuditView:
    """The lists, each in the order of the page's lines. `repairs`: those of `changes`."""
    ledger = sheet.ledger
    placed = [it for it in ledger.pieces if it.fate == "placed"]
    widths: dict[int, int] = {}
    for repair in repairs:
        if repair.kind == "width":
            widths[repair.piece.line] = widths.get(repair.piece.line, 0) + 1
    heads = {it.head for it in ledger.joins}
    return views.AuditView(
        joins=tuple(_joins(sheet)),
        doubts=doubts(sheet),
        questions=tuple(
            views.QuestionView(
                sheet.end(it.tail),
                tuple((sheet.beginning(line, _SEAM), chance) for line, chance in it.heads),
                it.missing,
            )
            for it in ledger.questions
        ),
        gaps=tuple(
            views.GapView(
                it.line,
                it.where,
                it.ground,
                f"{sheet.urls.get(it.article, '')}#{it.block or f'gap-{it.where}-{it.line}'}",
                it.by,
            )
            for it in sorted(ledger.gaps, key=lambda gap: (gap.line, gap.where == "after"))
        ),
        asides=tuple(
            views.AsideView(sheet.beginning(it.line), it.role, it.ground, it.by)
            for it in ledger.pieces
            if it.fate == "aside"
        ),
        unplaced=tuple(sheet.beginning(it.line) for it in ledger.pieces if it.fate == "unplaced"),
        repairs=tuple(it for it in repairs if it.kind != "width"),
        widths=tuple(sorted(widths.items())),
        flags=tuple(_flags(sheet)),
        arranged=tuple(it.line for it in placed if it.by == "auto" and it.line not in heads),
    )


def _joins(sheet: Sheet) -> Iterator[views.JoinView]:
    anchors = _seams(sheet)
    for join in sheet.ledger.joins:
        yield views.JoinView(
            tail=sheet.end(join.tail),
            head=sheet.beginning(join.head, _SEAM),
            by=join.by,
            sure=join.sure,
            probability=join.probability,
            ground=join.ground,
            url=anchors.get((join.tail, join.head), ""),
        )


def _seams(sheet: Sheet) -> dict[tuple[int, int], str]:
    """(tail, head) -> the sentence that runs through the seam, else its paragraph."""
    found: dict[tuple[int, int], str] = {}
    for reading in sheet.readings:
        article = reading.article
        page = page_number(article, sheet.ledger)
        here: dict[int, list[tuple[tuple[int, int], int]]] = {}
        for number, block in enumerate(article.blocks):
            lines = {it.line for it in block.segments if it.page == page} if block.joins else ()
            for join in block.joins:
                if join.tail not in lines or join.head not in lines:
                    continue
                found[join.tail, join.head] = sheet.article_url(article, block.id)
                here.setdefault(number, []).append(((join.tail, join.head), join.at))
        for sentence in reading.annotations.sentences:
            for pair, at in here.get(sentence.block, ()):
                if sentence.start < at < sentence.end:
                    found[pair] = sheet.article_url(article, sentence.id)
    return found


def doubts(sheet: Sheet) -> tuple[views.DoubtView, ...]:
    """Where text of this page is not surely in its place."""
    found: list[views.DoubtView] = []
    for reading in sheet.readings:
        article = reading.article
        here = page_number(article, sheet.ledger)
        segments = {it.id: it.segments for it in all_blocks(article)} if article.doubts else {}
        found += (
            _doubt(sheet, article, doubt)
            for doubt in article.doubts
            if any(
                (it.page, it.line, it.start) == (here, doubt.line, doubt.start)
                for it in segments[doubt.block]
            )
        )
    return tuple(sorted(found, key=lambda it: it.piece.line))


def _doubt(sheet: Sheet, article: Article, doubt: Doubt) -> views.DoubtView:
    return views.DoubtView(
        piece=sheet.beginning(doubt.line),
        kind="title"
        if article.title_block and doubt.block == article.title_block.id
        else doubt.kind,
        by=doubt.by,
        probability=doubt.probability,
        ground=doubt.ground,
        characters=doubt.end - doubt.start,
        article=article.title,
        url=sheet.article_url(article, doubt.block),
    )


def changes(sheet: Sheet) -> tuple[views.RepairView, ...]:
    """Every edit laid over the page, changes of width included."""
    found = [
        (segment, block.repairs[segment.repair])
        for block, segments in sheet.blocks()
        for segment in segments
        if segment.repair >= 0 and block.repairs[segment.repair].kind != _NOT_TOLD
    ]
    found.sort(key=lambda it: (it[0].line, it[0].source_start))
    return tuple(
        views.RepairView(
            sheet.piece(at.line, at.source_start, at.source_end),
            sheet.around(at.line, at.source_start, at.source_end),
            repair.shown,
            repair.kind,
            repair.ground,
            repair.by,
        )
        for at, repair in found
    )


def _flags(sheet: Sheet) -> Iterator[views.FlagView]:
    """Suspicions, back in the offsets of their source lines."""
    found: list[views.FlagView] = []
    for block, segments in sheet.blocks():
        for flag in block.flags:
            parts = [it for it in segments if it.start < flag.end and flag.start < it.end]
            if not parts:
                continue
            first, last = parts[0], parts[-1]
            start = first.source_start + (flag.start - first.start if first.repair < 0 else 0)
            end = last.source_end - (last.end - flag.end if last.repair < 0 else 0)
            found.append(views.FlagView(sheet.piece(first.line, start, end), flag.note, flag.by))
    yield from sorted(found, key=lambda it: (it.piece.line, it.piece.start))
