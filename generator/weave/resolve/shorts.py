"""Short names that one text explains -> the full names they stand for in all texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.annotate.names.gazetteer import entries
from generator.annotate.names.short import shorter_place
from generator.model.facts import Facts
from generator.model.findings import NameKind
from generator.weave.naming import is_relative, official
from generator.weave.resolve.group import Place

Found = Mapping[NameKind, Mapping[str, Sequence[Place]]]
"""Kind -> name -> where it stands."""
Bound = tuple[str, Place | None]
"""The full name, and the name of an article that is told with the short one."""

_SHORTEST = {"ORG": 3, "LOC": 2}


def short_names(
    facts: Sequence[Facts],
    explained: Iterable[Place],
    found: Found,
    barred: Mapping[str, frozenset[str]],
) -> dict[tuple[NameKind, str], Bound]:
    """(kind, short name) -> what it stands for wherever it stands alone.

    Always the same full name in the whole corpus, written by a text that has both, distinctive,
    and not barred by an editor.
    `explained`: names with other forms in their article. `barred`: what a name is not short for.
    """
    offered: dict[tuple[NameKind, str], dict[str, Place | None]] = {}
    for reading, index in explained:
        it = facts[reading].names[index]
        if it.kind == "PER":
            # Of whom the last part of a name tells, persons.py asks article by article.
            continue
        if all(end - start < len(it.name) for _, start, end in it.at):
            # Its text never writes the full name: a list does, and of that text only.
            continue
        alone = found.get(it.kind, {})
        full = official(it.kind, it.name)
        for short in it.aliases:
            # Even where it stands for something once only, it is no sign of another thing.
            if short in alone and short != it.name:
                offered.setdefault((it.kind, short), {}).setdefault(full, (reading, index))
    return {
        (kind, short): bound
        for (kind, short), fulls in sorted(offered.items())
        if len(fulls) == 1
        for bound in fulls.items()
        if _stands_alone(kind, short, bound[0]) and bound[0] not in barred.get(short, ())
    }


def _stands_alone(kind: NameKind, short: str, full: str) -> bool:
    """Whether it says by itself whom it means: 励颐拓, 浑源; not 公司, 农大, 城关."""
    if short == full or len(short) < _SHORTEST.get(kind, 99) or len(short) >= len(full):
        return False
    entry = entries().get(short)
    if entry is not None and entry.kind == kind and official(kind, short) not in (short, full):
        return False
    if kind == "ORG":
        return not is_relative(short) and _in_order(short, full)
    # Towns and villages of one name are many.
    near = shorter_place(full) == short or full.endswith(short)
    return near and (full[-1] in "省市县区州盟旗" or len(short) > 2)


def _in_order(short: str, full: str) -> bool:
    at = -1
    for char in short:
        at = full.find(char, at + 1)
        if at < 0:
            return False
    return True
