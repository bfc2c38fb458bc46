"""Ledgers -> the source pages with their audit: each line, where it went, by whom and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.knowledge import Reading
from generator.model.ledger import Ledger, Piece
from generator.present import views
from generator.present.compose.desk import PAGES, Desk, page_title
from generator.present.compose.page_audit import Sheet, audit, changes, doubts
from generator.present.compose.rooms import crumb
from generator.present.percent import percent
from generator.present.texts import say, text


def source_pages(desk: Desk) -> Iterator[tuple[str, views.View]]:
    """The list of source pages, and each with its audit."""
    ledgers = desk.knowledge.ledgers
    if not ledgers:
        return
    places: dict[str, list[int]] = {}
    for index, reading in enumerate(desk.knowledge.readings):
        for page in reading.article.pages:
            places.setdefault(page.page, []).append(index)
    shown = [_in_order(desk, it, places.get(it.page, ())) for it in ledgers]
    sheets = [_sheet(desk, it, articles) for it, articles in zip(ledgers, shown, strict=True)]
    links = tuple(
        views.TermLink(page_title(it), f"pages/{it.page}/", len(it.articles), _summary(sheet))
        for it, sheet in zip(ledgers, sheets, strict=True)
    )
    yield PAGES, views.PagesView(desk.chrome(PAGES, text("nav.pages")), links)
    for sheet, articles in zip(sheets, shown, strict=True):
        url = f"pages/{sheet.ledger.page}/"
        yield url, _page(desk, sheet, url, articles)


def _in_order(desk: Desk, ledger: Ledger, readings: Sequence[int]) -> list[int]:
    """The page's articles as its review file has them."""
    order = {name: number for number, name in enumerate(ledger.articles)}
    return sorted(readings, key=lambda it: order.get(desk.knowledge.readings[it].article.id, -1))


def _sheet(desk: Desk, ledger: Ledger, readings: Sequence[int]) -> Sheet:
    known = [desk.knowledge.readings[it] for it in readings]
    urls = [desk.knowledge.article_urls[it] for it in readings]
    return Sheet(ledger, known, {it.article.id: url for it, url in zip(known, urls, strict=True)})


def _summary(sheet: Sheet) -> str:
    """What the page holds and what is open, for the list of pages."""
    ledger, readings = sheet.ledger, sheet.readings
    lines = sum(1 for line in ledger.lines if line.strip())
    said = [
        say("count.lines", count=lines),
        say("count.articles", count=len(ledger.articles)),
        say("pages.gaps", count=len(ledger.gaps)),
    ]
    total = sum(it.article.total for it in readings)
    if total:
        sure = sum(it.article.sure for it in readings)
        said.append(say("article.sure", share=percent(sure, total)))
    open_matters = (
        (len(doubts(sheet)), "pages.doubts"),
        (len(ledger.questions), "pages.questions"),
        (sum(1 for it in ledger.pieces if it.fate == "unplaced"), "pages.unplaced"),
    )
    said += [say(name, count=count) for count, name in open_matters if count]
    waiting = _unreviewed(readings)
    if waiting:
        every = waiting == len(readings)
        said.append(say("pages.unreviewed" if every else "pages.unreviewed_some", count=waiting))
    return text("mark.clause").join(said)


def _unreviewed(readings: Sequence[Reading]) -> int:
    return sum(1 for it in readings if not it.article.reviewed)


def _page(desk: Desk, sheet: Sheet, url: str, readings: Sequence[int]) -> views.SourcePageView:
    ledger = sheet.ledger
    changed = changes(sheet)
    found = audit(sheet, changed)
    counts = _counts(ledger.pieces)
    return views.SourcePageView(
        chrome=desk.chrome(url, page_title(ledger), "", (crumb("pages"),)),
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
        unreviewed=_unreviewed(sheet.readings),
        articles=tuple(desk.card(it) for it in readings),
        shares=tuple((it.article.sure, it.article.total) for it in sheet.readings),
        lines=tuple(_lines(sheet, changed, found.flags)),
        audit=found,
    )


def _lines(
    sheet: Sheet, changed: Sequence[views.RepairView], doubted: Sequence[views.FlagView]
) -> Iterator[views.LineView]:
    titles: dict[str, str] = {it.article.id: it.article.title for it in sheet.readings}
    edits: dict[int, list[tuple[int, int, str, str, str]]] = {}
    for it in changed:
        at = it.piece
        edit = (at.start, at.end, it.shown, it.kind, it.ground)
        edits.setdefault(at.line, []).append(edit)
    flags: dict[int, list[tuple[int, int, str]]] = {}
    for flag in doubted:
        at = flag.piece
        flags.setdefault(at.line, []).append((at.start, at.end, flag.note))
    for piece in sheet.ledger.pieces:
        if piece.fate == "layout":
            continue
        url = sheet.urls.get(piece.article, "")
        yield views.LineView(
            number=piece.line,
            text=sheet.ledger.lines[piece.line - 1],
            fate=piece.fate,
            role=piece.role,
            article=titles.get(piece.article, ""),
            article_url=f"{url}#{piece.block}" if url and piece.block else url,
            ground=piece.ground,
            by=piece.by,
            repairs=tuple(sorted(edits.get(piece.line, ()))),
            flags=tuple(sorted(flags.get(piece.line, ()))),
        )


def _counts(pieces: Sequence[Piece]) -> dict[str, int]:
    counts = {"placed": 0, "aside": 0, "unplaced": 0, "layout": 0}
    for piece in pieces:
        counts[piece.fate] += piece.end - piece.start
    return counts
