"""Documents and programmes -> one row for each, however many articles name it."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.facts import At, PaperFact, ProgrammeFact
from generator.model.knowledge import Mention
from generator.model.statements import PaperRow, ProgrammeRow
from generator.weave.statements.sources import Pick, Sources, bare_title, place_order


def papers(
    known: Sources, picks: Iterable[Pick], wanted: dict[int, frozenset[int] | None]
) -> tuple[PaperRow, ...]:
    """By title as they come; `wanted`: sentences of each reading."""
    told: dict[str | int, list[tuple[int, PaperFact]]] = {}
    for reading, index in picks:
        fact = known.facts(reading).papers[index]
        title = bare_title(fact.title)
        entity = known.titled("document", title)
        told.setdefault(entity if entity >= 0 else title, []).append((reading, fact))
    return tuple(
        PaperRow(
            entity=key if isinstance(key, int) else -1,
            title=_usual(bare_title(it.title) for _, it in facts),
            type=next((it.type for _, it in facts if it.type), ""),
            issuer=_usual(it.issuer for _, it in facts),
            period=next((it.period for _, it in facts if it.period), ""),
            cites=_cites(known, ((reading, it.at) for reading, it in facts), wanted),
        )
        for key, facts in told.items()
    )


def programmes(
    known: Sources, picks: Iterable[Pick], wanted: dict[int, frozenset[int] | None]
) -> tuple[ProgrammeRow, ...]:
    """By name as they come; members from the text that lists them."""
    told: dict[tuple[str, int], list[tuple[int, ProgrammeFact]]] = {}
    for reading, index in picks:
        fact = known.facts(reading).programmes[index]
        told.setdefault((bare_title(fact.name), fact.count), []).append((reading, fact))
    rows = []
    for (name, count), facts in told.items():
        reading, fullest = max(
            facts, key=lambda it: (min(len(it[1].members), len(it[1].members_at)), -it[0])
        )
        members = zip(fullest.members, fullest.members_at, strict=False)
        rows.append(
            ProgrammeRow(
                entity=known.titled("programme", name),
                name=name,
                count=count,
                members=tuple((it, known.mention(reading, at)) for it, at in members),
                cites=_cites(known, ((at, it.at) for at, it in facts), wanted),
            )
        )
    return tuple(rows)


def _usual(names: Iterable[str]) -> str:
    """The one given most often; of equals the first."""
    counts: dict[str, int] = {}
    for name in names:
        if name:
            counts[name] = counts.get(name, 0) + 1
    return max(counts, key=lambda it: counts[it], default="")


def _cites(
    known: Sources,
    told: Iterable[tuple[int, tuple[At, ...]]],
    wanted: dict[int, frozenset[int] | None],
) -> tuple[Mention, ...]:
    """Those in wanted sentences, in reading order."""
    found = set()
    for reading, places in told:
        sentences = wanted.get(reading)
        for at in places:
            if sentences is None or at[0] in sentences:
                found.add(known.mention(reading, at))
    return tuple(sorted(found, key=place_order))
