"""Amounts of all articles -> a page a measure: its series over the years, aims beside what came."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import NamedTuple

from generator.annotate.facts.measures import usual_name
from generator.annotate.facts.words import words
from generator.model.facts import FigureFact
from generator.model.knowledge import Knowledge
from generator.present import views
from generator.present.compose.desk import Desk, Later
from generator.present.compose.keys import Keys
from generator.present.compose.letters import letter_pages
from generator.present.compose.paging import page_url, paged, pager
from generator.present.compose.rooms import FIGURES, crumb
from generator.present.compose.series import measure_view, once_groups
from generator.present.texts import say, text
from generator.present.views.indexes import MeasureLetter, MeasureLink, MeasuresView, OnceView
from generator.text.slug import slugify
from generator.weave.addresses import measure_url
from generator.weave.statements.sources import Pick
from generator.weave.statements.times import EVER, NEVER, order, span

_ROWS = 240
"""Amounts on one page of a measure; a page ends between two times if it can."""
_MOST = 24
_SPECIFIC = 4
"""Characters of a measure that means the same in two articles, if no table knows it."""
_ONCE = 150
"""Single amounts on one page."""
_LISTED = 3000
"""If there are more of them, they stand on the pages of topics and articles only."""
ONCE = f"{FIGURES}once/"


class Measure(NamedTuple):
    """Something that is measured, and where."""

    name: str
    url: str
    picks: list[Pick]
    """(reading, index into its figures): oldest first."""
    articles: int
    years: tuple[int, int] | None
    targets: bool


class Measured(Mapping[str, str]):
    """Measures that have a page, and where; found out when first asked for, which few edits do."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    @cached_property
    def measures(self) -> list[Measure]:
        """All of them."""
        return measures(self._knowledge)

    @cached_property
    def _urls(self) -> dict[str, str]:
        return {it.name: it.url for it in self.measures}

    def __getitem__(self, name: str) -> str:
        return self._urls[name]

    def __contains__(self, name: object) -> bool:
        return name in self._urls

    def __iter__(self) -> Iterator[str]:
        return iter(self._urls)

    def __len__(self) -> int:
        return len(self._urls)


def measures(knowledge: Knowledge) -> list[Measure]:
    """What two articles measure, or one at several times or both as an aim and as it came."""
    found: dict[str, list[Pick]] = {}
    for reading, facts in enumerate(knowledge.facts):
        for index, fact in enumerate(facts.figures):
            if fact.measure:
                found.setdefault(fact.measure, []).append((reading, index))
    made = []
    for name, picks in found.items():
        if len(picks) > 1 and (measure := _measure(knowledge, name, picks)):
            made.append(measure)
    return made


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


def _measure(knowledge: Knowledge, name: str, picks: list[Pick]) -> Measure | None:
    known = bool(usual_name(name, change=False))
    if not known and (len(name) < _SPECIFIC or name in words("vague")):
        return None
    facts = knowledge.facts
    told = [facts[reading].figures[index] for reading, index in picks]
    if not known and not _is_series(told):
        return None
    articles = len({reading for reading, _ in picks})
    times = {it.as_of for it in told if it.as_of}
    targets = any("target" in it.status for it in told)
    aims = targets and any("target" not in it.status for it in told)
    if articles < 2 and len(times) < 2 and not aims:
        return None
    days = [it for time in times if (it := span(time)) != NEVER]
    firsts = [it.first // 10_000 for it in days if it.first > -EVER]
    lasts = [it.last // 10_000 for it in days if it.last < EVER]
    years = (min(firsts + lasts), max(firsts + lasts)) if firsts or lasts else None
    ordered = sorted(zip(told, picks, strict=True), key=lambda it: (_when(it[0]), it[1]))
    url = measure_url(name, slugify)
    return Measure(name, url, [pick for _, pick in ordered], articles, years, targets)


def _is_series(told: Sequence[FigureFact]) -> bool:
    """Whether amounts in one unit are of several times: else 企业 of two articles are two things."""
    times: dict[tuple[str, bool], set[str]] = {}
    for it in told:
        if it.as_of:
            times.setdefault((it.unit, it.status.startswith("change")), set()).add(it.as_of)
    return any(len(it) > 1 for it in times.values())


def _when(fact: FigureFact) -> tuple[int, int]:
    return order(fact.as_of) if fact.as_of else (EVER, EVER)


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
    parts = list(_parts(it.picks, [_when(facts[r].figures[n]) for r, n in it.picks]))
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
