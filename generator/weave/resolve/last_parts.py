"""People named by the last part of a name with dots -> those of them who are surely of the whole name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.annotate.names.gazetteer import entries
from generator.annotate.names.short import last_part
from generator.weave.naming import bars
from generator.weave.resolve.company import Company
from generator.weave.resolve.group import Place
from generator.weave.resolve.offices import Offices
from generator.weave.resolve.sightings import Sighting

_KNOWN = 3
"""Characters of a well-known last part from which on it says whom it means."""

People = Mapping[str, Sequence[Place]]


def last_parts(
    offices: Offices, people: People, company: Company, not_same: Sequence[frozenset[str]]
) -> tuple[dict[str, list[Place]], frozenset[str]]:
    """贝克 goes to 安娜·贝克 where both hold office in one body or keep company with one.

    The people, and the names of those who may be one of several: 约翰, 托马斯.
    """
    whole: dict[str, list[str]] = {}
    for name in people:
        last = last_part(name)
        if last is not None and last in people:
            whole.setdefault(last, []).append(name)
    found = {name: list(places) for name, places in people.items()}
    if not whole:
        return found, frozenset()
    barred = bars(not_same)
    doubtful = set()
    for last, names in whole.items():
        left: list[Place] = []
        name = names[0]
        if len(names) > 1 or name in barred.get(last, ()):
            doubtful.add(last)
            continue
        if _is_known(last):
            found[name] += found.pop(last)
            continue
        ties = [_ties(it, company) for it in offices.sightings(people[name])]
        known = frozenset().union(*ties)
        for it in offices.sightings(people[last]):
            if known.isdisjoint(_ties(it, company)):
                left += it.places
            else:
                found[name] += it.places
        if left:
            found[last] = left
            doubtful.add(last)
        else:
            del found[last]
    return found, frozenset(doubtful)


def _ties(it: Sighting, company: Company) -> frozenset[str]:
    return company.beside(it, company.words(it.reading)).union(it.roots)


def _is_known(last: str) -> bool:
    entry = entries().get(last)
    return entry is not None and entry.kind == "PER" and len(last) >= _KNOWN
