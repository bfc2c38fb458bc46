"""Amounts of all articles -> a page a measure: its series over the years, aims beside what came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from generator.model.knowledge import Knowledge
from generator.present import views
from generator.present.compose.desk import Desk, Later
from generator.present.compose.keys import Keys
from generator.present.compose.letters import letter_pages
from generator.present.compose.measured import Measure, Measured, when
from generator.present.compose.paging import page_url, paged, pager
from generator.present.compose.rooms import FIGURES, crumb
from generator.present.compose.series import measure_view, once_groups
from generator.present.texts import say, text
from generator.present.views.indexes import MeasureLetter, MeasureLink, MeasuresView, OnceView
from generator.weave.statements.sources import Pick

_ROWS = 240
"""Amounts on one page of a measure; a page ends between two times if it can."""
_MOST = 24
_ONCE = 150
"""Single amounts on one page."""
_LISTED = 3000
"""If there are more of them, they stand on the pages of topics and articles only."""
ONCE = f"{FIGURES}once/"


def figure_pages(
    desk: Desk, keys: Keys, measured: Measured
) -> Iterator[tuple[str, views.View | Later]]:
    """The list of measures, and their pages; nothing where no article has an amount."""
    found = measured.measures
    total = sum(len(it.figures) for it in desk.knowledge.facts)
    if not total:
        return
    links = [_link(desk, it) for it in found]
    most = tuple(sorted(links, key=lambda it: (-it.articles, -it.count, it.pinyin, it.url))[:_MOST])
    once = _once(desk.knowledge, found)
    here = once if len(once) <= _ONCE else []
    for page in letter_pages(links, FIGURES):
        first = page.url == FIGURES
        chrome = desk.chrome(
            page.url, text("nav.figures"), "", () if first else (crumb("figures"),)
        )
        letters = tuple(MeasureLetter(letter, it) for letter, it in page.letters)
        yield (
            page.url,
            MeasuresView(
                chrome,
                letters,
                page.alphabet,
                most if first and len(found) > _MOST else (),
                len(found),
                total,
                len(once),
                once_groups(desk, here) if first else (),
                "" if here or not once else ONCE,
                page.pager,
            ),
        )
    if not here:
        yield from _once_pages(desk, keys, once)
    for it in found:
        yield from _pages(desk, keys, it)


def _link(desk: Desk, it: Measure) -> MeasureLink:
    return MeasureLink(
        it.name,
        it.url,
        desk.spell(it.name),
        len(it.picks),
        it.articles,
        years_words(it.years),
        it.targets,
    )


def years_words(years: tuple[int, int] | None) -> str:
    """2004—2022年."""
    if years is None:
        return ""
    first, last = years
    if first == last:
        return say("date.year", year=str(first))
    return say("date.years", first=str(first), last=str(last))


def _pages(desk: Desk, keys: Keys, it: Measure) -> Iterator[tuple[str, Later]]:
    facts = desk.knowledge.facts
    parts = list(_parts(it.picks, [when(facts[r].figures[n]) for r, n in it.picks]))
    for number, part in enumerate(parts, 1):
        url = page_url(it.url, number)
        chrome = desk.chrome(url, it.name, "", (crumb("figures"),))
        turn = pager(it.url, number, len(parts))
        readings = sorted({reading for reading, _ in part})
        places = {reading: place for place, reading in enumerate(readings)}
        head = (it.name, len(it.picks), it.articles, years_words(it.years))
        said = (chrome, head, turn, keys.readings(readings), [(places[r], n) for r, n in part])
        make = partial(measure_view, desk, chrome, head, part, turn)
        yield url, desk.later(make, said, readings)


def _parts(picks: Sequence[Pick], times: Sequence[tuple[int, int]]) -> Iterator[list[Pick]]:
    start = 0
    while len(picks) - start > _ROWS:
        end = start + _ROWS
        for at in range(end, start + _ROWS // 2, -1):
            if times[at] != times[at - 1]:
                end = at
                break
        yield list(picks[start:end])
        start = end
    yield list(picks[start:])


def _once(knowledge: Knowledge, found: Sequence[Measure]) -> list[Pick]:
    """Amounts that no measure's page shows, as they stand in the articles."""
    names = {it.name for it in found}
    picks = [
        (reading, index)
        for reading, facts in enumerate(knowledge.facts)
        for index, fact in enumerate(facts.figures)
        if fact.measure not in names
    ]
    return picks if len(picks) <= _LISTED else []


def _once_pages(desk: Desk, keys: Keys, once: Sequence[Pick]) -> Iterator[tuple[str, Later]]:
    if not once:
        return
    for url, part, turn in paged(once, ONCE, _ONCE):
        chrome = desk.chrome(url, text("figures.other"), "", (crumb("figures"),))
        readings = sorted({reading for reading, _ in part})
        places = {reading: place for place, reading in enumerate(readings)}
        picked = [(places[r], n) for r, n in part]
        said = (chrome, turn, len(once), keys.readings(readings), picked)
        make = partial(_once_page, desk, chrome, part, turn, len(once))
        yield url, desk.later(make, said, readings)


def _once_page(
    desk: Desk, chrome: views.Chrome, part: Sequence[Pick], turn: views.Pager | None, total: int
) -> OnceView:
    return OnceView(chrome, once_groups(desk, part), total, turn)
