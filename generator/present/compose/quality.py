"""Knowledge -> the account of the site: what is sure, what is grounded, what nobody has looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from generator.model.knowledge import Entity, Knowledge
from generator.present import views
from generator.present.compose.desk import Desk, Later, Many
from generator.present.compose.keys import Keys
from generator.present.compose.kinds import kinds_present, place_of
from generator.present.compose.paging import paged
from generator.present.compose.rooms import FIGURES, PAGES, QUALITY, QUOTES, TIMELINE, crumb
from generator.present.compose.tally import Tally
from generator.present.compose.withheld import WITHHELD, Withheld, withheld_pages
from generator.present.compose.words import words
from generator.present.percent import percent
from generator.present.texts import say, text
from generator.present.views.accounts import CountRow, MergeRow, MergesView, PageRow, QualityView

MERGES = f"{QUALITY}merges/"
_MERGES = 100
_CITES = 4
"""Places that a reason shows."""
_SINGLE = frozenset(("same-name", "authority"))
"""Reasons that put nothing together that could be two."""


def quality_pages(desk: Desk, keys: Keys) -> Iterator[tuple[str, views.View | Many]]:
    """The account, and lists of what the program put together and of what was not published."""
    merged = [number for number, it in enumerate(desk.knowledge.entities) if _is_merge(it)]
    withheld = desk.tally.withheld
    yield QUALITY, _quality(desk, len(merged), withheld)
    if merged:
        yield MERGES, Many(partial(_merge_pages, desk, keys, merged), [])
    if withheld:
        yield WITHHELD, Many(partial(withheld_pages, desk, keys, withheld), [])


def _is_merge(entity: Entity) -> bool:
    return any(it.rule not in _SINGLE for it in entity.grounds)


def _quality(desk: Desk, merges: int, withheld: Sequence[Withheld]) -> QualityView:
    knowledge = desk.knowledge
    articles = [it.article for it in knowledge.readings]
    sure, total = sum(it.sure for it in articles), sum(it.total for it in articles)
    restored = [it for it in articles if it.pages]
    return QualityView(
        chrome=desk.chrome(QUALITY, text("quality.title"), "", (crumb("index"),)),
        share=percent(sure, total) if total else "",
        restored=len(restored),
        unreviewed=sum(1 for it in restored if not it.reviewed),
        articles=len(articles),
        pages=_pages(knowledge),
        statements=_statements(desk.tally),
        concluded=_concluded(desk.tally),
        names=_names(knowledge),
        apart=_apart(desk),
        merges=merges,
        merges_url=MERGES,
        links=sum(map(len, knowledge.links)),
        withheld=len(withheld),
        withheld_url=WITHHELD,
    )


def _pages(knowledge: Knowledge) -> tuple[PageRow, ...]:
    counts: dict[str, list[int]] = {}
    unreviewed: set[str] = set()
    for reading in knowledge.readings:
        article = reading.article
        for page in article.pages[:1]:
            found = counts.setdefault(page.page, [0, 0])
            found[0] += article.sure
            found[1] += article.total
        if not article.reviewed:
            unreviewed.update(it.page for it in article.pages)
    rows = []
    for ledger in knowledge.ledgers:
        sure, total = counts.get(ledger.page, (0, 0))
        share = percent(sure, total) if total else ""
        title = ledger.title or ledger.path.rpartition("/")[2]
        rows.append(PageRow(title, f"{PAGES}{ledger.page}/", share, ledger.page not in unreviewed))
    return tuple(rows)


def _statements(tally: Tally) -> tuple[CountRow, ...]:
    years = TIMELINE if tally.years else ""
    rows = (
        CountRow(text("quality.figures"), tally.figures, "", FIGURES),
        CountRow(text("quality.dates"), tally.dates, "", years),
        CountRow(text("quality.events"), tally.events, "", years),
        CountRow(text("quality.quotes"), tally.quotes, "", QUOTES if tally.spoken else ""),
        CountRow(text("quality.offices"), tally.offices),
        CountRow(text("quality.papers"), tally.papers),
        CountRow(text("quality.programmes"), tally.programmes),
        CountRow(text("quality.relations"), tally.relations),
    )
    return tuple(it for it in rows if it.count)


def _concluded(tally: Tally) -> tuple[CountRow, ...]:
    """Counted one by one: what a sentence says itself is not among them."""
    rows = (
        CountRow(text("quality.relative"), tally.relative, text("quality.relative_note")),
        CountRow(text("quality.times"), tally.timed, text("quality.times_note")),
        CountRow(text("quality.measures"), tally.unmeasured, text("quality.measures_note")),
        CountRow(text("quality.speakers"), tally.unspoken, text("quality.speakers_note")),
    )
    return tuple(it for it in rows if it.count)


def _names(knowledge: Knowledge) -> tuple[CountRow, ...]:
    editors = Counter(it.kind for it in knowledge.entities if it.found_by == "editor")
    every = Counter(it.kind for it in knowledge.entities if it.url or it.mentions)
    rows = []
    for kind in kinds_present(knowledge):
        total = sum(every[it] for it in kind.kinds)
        known = sum(editors[it] for it in kind.kinds)
        note = say("quality.named_rest", count=known) if known else text("quality.named_all")
        rows.append(CountRow(kind.title, total, note, kind.url))
    return tuple(rows)


def _apart(desk: Desk) -> tuple[tuple[str, tuple[views.TermLink, ...]], ...]:
    """Names that several people bear, with what tells them apart."""
    bearers: dict[str, list[Entity]] = {}
    for it in desk.knowledge.entities:
        if it.kind == "person" and it.apart:
            bearers.setdefault(it.name, []).append(it)
    return tuple(
        (
            name,
            tuple(views.TermLink(it.apart, it.url or place_of(desk, it)) for it in people),
        )
        for name, people in sorted(bearers.items())
        if len(people) > 1
    )


def _merge_pages(desk: Desk, keys: Keys, merged: Sequence[int]) -> Iterator[tuple[str, Later]]:
    entities = desk.knowledge.entities
    for url, part, turn in paged(merged, MERGES, _MERGES):
        chrome = desk.chrome(
            url, text("merges.title"), "", (views.Crumb(text("quality.title"), QUALITY),)
        )
        readings = sorted(
            {
                cite.reading
                for it in part
                for ground in entities[it].grounds
                for cite in ground.cites[:_CITES]
            }
        )
        said = (
            chrome,
            turn,
            len(merged),
            [
                (
                    entities[it].name,
                    entities[it].url or place_of(desk, entities[it]),
                    [
                        (ground.words, [(c.sentence, c.start, c.end) for c in ground.cites])
                        for ground in entities[it].grounds
                    ],
                )
                for it in part
            ],
            keys.readings(readings),
        )
        make = partial(_merges, desk, chrome, part, len(merged), turn)
        yield url, desk.later(make, said, readings)


def _merges(
    desk: Desk,
    chrome: views.Chrome,
    part: Sequence[int],
    total: int,
    turn: views.Pager | None,
) -> MergesView:
    entities = desk.knowledge.entities
    rows = tuple(
        MergeRow(
            views.TermLink(it.name, it.url or place_of(desk, it), 0, it.apart),
            it.kind,
            tuple(
                (ground.words, tuple(words(desk, cite) for cite in ground.cites[:_CITES]))
                for ground in it.grounds
                if ground.rule not in _SINGLE
            ),
        )
        for it in (entities[number] for number in part)
    )
    return MergesView(chrome, rows, total, turn)
