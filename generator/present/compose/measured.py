"""Amounts of all articles -> the measures that have a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from generator.annotate.facts.measures import usual_name
from generator.annotate.facts.words import words
from generator.model.facts import FigureFact
from generator.model.knowledge import Knowledge
from generator.text.slug import slugify
from generator.weave.addresses import measure_url
from generator.weave.statements.sources import Pick
from generator.weave.statements.times import EVER, NEVER, order, span

_SPECIFIC = 4
"""Characters of a measure that means the same in two articles, if no table knows it."""


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
    """Measures that have a page, and where; found out when first asked for."""

    def __init__(self, knowledge: Knowledge, urls: Callable[[], dict[str, str]]) -> None:
        """`urls`: gives name -> URL of all of them."""
        self._knowledge = knowledge
        self._told = urls

    @cached_property
    def measures(self) -> list[Measure]:
        """All of them."""
        return measures(self._knowledge)

    @cached_property
    def _urls(self) -> dict[str, str]:
        return self._told()

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
    ordered = sorted(zip(told, picks, strict=True), key=lambda it: (when(it[0]), it[1]))
    url = measure_url(name, slugify)
    return Measure(name, url, [pick for _, pick in ordered], articles, years, targets)


def _is_series(told: Sequence[FigureFact]) -> bool:
    """Whether amounts in one unit are of several times: else 企业 of two articles are two things."""
    times: dict[tuple[str, bool], set[str]] = {}
    for it in told:
        if it.as_of:
            times.setdefault((it.unit, it.status.startswith("change")), set()).add(it.as_of)
    return any(len(it) > 1 for it in times.values())


def when(fact: FigureFact) -> tuple[int, int]:
    """By which amounts stand in order; those of no time last."""
    return order(fact.as_of) if fact.as_of else (EVER, EVER)
