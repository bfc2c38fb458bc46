"""Names of all texts -> which may be short for which."""

from __future__ import annotations

from collections.abc import Iterator

from generator.annotate.names.short import universities
from generator.model.suggestion import Suggestion
from generator.weave.suggest.names import TABLES
from generator.weave.suggest.survey import Standing, Survey

_SHORTEST_FULL = 6
_LONGEST_SHORT = 6
_MOST = 400
"""Full names compared with a short one: those that begin or end alike."""


def aliases(found: Survey) -> Iterator[Suggestion]:
    """What a text itself binds; then what looks like it between texts."""
    told: set[tuple[str, str]] = set()
    for (full, short, kind), standing in found.bound.items():
        table = TABLES.get(kind)
        if table is None:
            continue
        told.add((full, short))
        yield Suggestion(
            "alias", full, short, table, why="同一篇文章里两种叫法并用",
            articles=standing.articles, places=standing.places, examples=tuple(standing.examples),
        )  # fmt: skip
    yield from _between(found, told)


def _between(found: Survey, told: set[tuple[str, str]]) -> Iterator[Suggestion]:
    bodies = {
        name: standing
        for name, kinds in found.shown.items()
        if (standing := kinds.get("ORG")) is not None
    }
    fulls: dict[str, list[str]] = {}
    known: dict[str, list[str]] = {}
    for name in bodies:
        if len(name) >= _SHORTEST_FULL:
            fulls.setdefault(name[0], []).append(name)
        for short in universities(name):
            known.setdefault(short, []).append(name)
    bound = {short for _, short in told}
    for short, standing in bodies.items():
        # What a text binds to one name is not asked of another one that it might stand for as well.
        if short in bound:
            continue
        if len(short) > _LONGEST_SHORT:
            continue
        candidates = known.get(short, [])
        why = "大学的通行简称"
        if not candidates:
            near = fulls.get(short[0], ())[:_MOST]
            candidates = [it for it in near if _is_short_for(short, it)]
            why = "字序相合的简称"
        # What may be short for two names is short for neither until an editor says so.
        if len(candidates) == 1:
            yield _pair(candidates[0], short, bodies[candidates[0]], standing, why)


def _pair(full: str, short: str, of: Standing, standing: Standing, why: str) -> Suggestion:
    return Suggestion(
        "alias", full, short, "organisations", why=why,
        articles=standing.articles, places=standing.places,
        examples=(*standing.examples[:1], *of.examples[:1]),
    )  # fmt: skip


def _is_short_for(short: str, full: str) -> bool:
    """Its characters stand in the full name in order, the last one not before its last third."""
    if len(full) < len(short) + 2 or len(short) < 3 or full.startswith(short):
        return False
    at = -1
    for char in short:
        at = full.find(char, at + 1)
        if at < 0:
            return False
    return at >= len(full) * 2 // 3
