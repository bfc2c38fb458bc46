"""Ledgers -> the source pages with their audit: each line, where it went, by whom and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.article import Article, Block, all_blocks
from generator.model.ledger import Ledger, Piece
from generator.present import views
from generator.present.compose.desk import PAGES, Desk, page_title

_SEAM = 12
"""Characters shown on either side of a seam."""

Edits = dict[int, list[tuple[int, int, str, str, str]]]
Flags = dict[int, list[tuple[int, int, str]]]


def source_pages(desk: Desk) -> Iterator[tuple[str, views.View]]:
    """The list of source pages, and each with its audit."""
    ledgers = desk.knowledge.ledgers
    if not ledgers:
        return
    links = tuple(
        views.TermLink(page_title(it), f"pages/{it.page}/", len(it.articles), _summary(it))
        for it in ledgers
    )
    yield PAGES, views.PagesView(desk.chrome(PAGES, "原页"), links)
    places: dict[str, list[int]] = {}
    for index, reading in enumerate(desk.knowledge.readings):
        for page in reading.article.pages:
            places.setdefault(page.page, []).append(index)
    for ledger in ledgers:
        url = f"pages/{ledger.page}/"
        yield url, _page(desk, ledger, url, places.get(ledger.page, []))


def _summary(ledger: Ledger) -> str:
    lines = sum(1 for line in ledger.lines if line.strip())
    return f"{lines} 行，{len(ledger.articles)} 篇文章，{len(ledger.gaps)} 处缺文"


def _page(desk: Desk, ledger: Ledger, url: str, readings: Sequence[int]) -> views.SourcePageView:
    articles = [desk.knowledge.readings[it].article for it in readings]
    order = {name: number for number, name in enumerate(ledger.articles)}
    cards = sorted(readings, key=lambda it: order.get(desk.knowledge.readings[it].article.id, -1))
    urls: dict[str, str] = {
        desk.knowledge.readings[it].article.id: desk.knowledge.article_urls[it] for it in readings
    }
    edits, flags = _overlay(articles)
    counts = _counts(ledger.pieces)
    seams: dict[tuple[int, int], tuple[str, str]] = {
        (it.tail, it.head): (article.id, block.id)
        for article in articles
        for block in article.blocks
        for it in block.joins
    }
    return views.SourcePageView(
        chrome=desk.chrome(url, page_title(ledger), "", (views.Crumb("原页", PAGES),)),
        title=page_title(ledger),
        path=ledger.path,
        digest=ledger.digest,
        encoding=ledger.encoding,
        source=ledger.source,
        date=ledger.date,
        date_ground=ledger.date_ground,
        characters=ledger.characters,
        placed=counts["placed"],
        aside=counts["aside"],
        unplaced=counts["unplaced"],
        layout=counts["layout"],
        line_count=sum(1 for line in ledger.lines if line.strip()),
        reviewed=ledger.reviewed,
        articles=tuple(desk.card(it) for it in cards),
        lines=tuple(_lines(ledger, articles, urls, edits, flags)),
        joins=tuple(_joins(ledger, seams, urls)),
        gaps=tuple(
            views.GapView(
                it.line, it.where, it.ground, f"{urls.get(it.article, '')}#gap-{it.where}-{it.line}"
            )
            for it in ledger.gaps
        ),
        repair_count=sum(map(len, edits.values())),
        flag_count=sum(map(len, flags.values())),
    )


def _lines(
    ledger: Ledger, articles: Sequence[Article], urls: dict[str, str], edits: Edits, flags: Flags
) -> Iterator[views.LineView]:
    titles: dict[str, str] = {article.id: article.title for article in articles}
    for piece in ledger.pieces:
        if piece.fate == "layout":
            continue
        url = urls.get(piece.article, "")
        yield views.LineView(
            number=piece.line,
            text=ledger.lines[piece.line - 1],
            fate=piece.fate,
            role=piece.role,
            article=titles.get(piece.article, ""),
            article_url=f"{url}#{piece.block}" if url and piece.block else url,
            ground=piece.ground,
            by=piece.by,
            repairs=tuple(sorted(edits.get(piece.line, ()))),
            flags=tuple(sorted(flags.get(piece.line, ()))),
        )


def _joins(
    ledger: Ledger, seams: dict[tuple[int, int], tuple[str, str]], urls: dict[str, str]
) -> Iterator[views.JoinView]:
    for join in ledger.joins:
        article, block = seams.get((join.tail, join.head), ("", ""))
        yield views.JoinView(
            tail=join.tail,
            head=join.head,
            tail_text=ledger.lines[join.tail - 1].rstrip()[-_SEAM:],
            head_text=ledger.lines[join.head - 1].lstrip()[:_SEAM],
            by=join.by,
            sure=join.sure,
            probability=join.probability,
            ground=join.ground,
            url=f"{urls.get(article, '')}#{block}",
        )


def _counts(pieces: Sequence[Piece]) -> dict[str, int]:
    counts = {"placed": 0, "aside": 0, "unplaced": 0, "layout": 0}
    for piece in pieces:
        counts[piece.fate] += piece.end - piece.start
    return counts


def _overlay(articles: Sequence[Article]) -> tuple[Edits, Flags]:
    """Repairs and suspicions of all blocks, back in the offsets of their source lines."""
    edits: Edits = {}
    flags: Flags = {}
    for article in articles:
        for block in all_blocks(article):
            for segment in block.segments:
                if segment.repair >= 0 and block.repairs[segment.repair].kind != "line-break":
                    repair = block.repairs[segment.repair]
                    edits.setdefault(segment.line, []).append(
                        (
                            segment.source_start,
                            segment.source_end,
                            repair.shown,
                            repair.kind,
                            repair.ground,
                        )
                    )
            _flags_of(block, flags)
    return edits, flags


def _flags_of(block: Block, flags: Flags) -> None:
    for flag in block.flags:
        parts = [it for it in block.segments if it.start < flag.end and flag.start < it.end]
        if not parts:
            continue
        first, last = parts[0], parts[-1]
        start = first.source_start + (flag.start - first.start if first.repair < 0 else 0)
        end = last.source_end - (last.end - flag.end if last.repair < 0 else 0)
        flags.setdefault(first.line, []).append((start, end, flag.note))
