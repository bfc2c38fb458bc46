"""Documents and counted policy names of all articles -> groups, by titles that are surely the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model.facts import At, Facts
from generator.weave.naming import is_generic_title, title_key, without_issuer
from generator.weave.resolve.group import Group, Place
from generator.weave.resolve.written import Listed

_SPECIFIC = 10
"""Characters of 关于…的通知 from which on it is one document, with its issuer named or not."""
_MARKS = str.maketrans("", "", "《》")


def documents(names: Mapping[str, Sequence[Place]], facts: Sequence[Facts]) -> list[Group]:
    """`names`: documents among the names, as they stand."""
    titles: dict[str, list[str]] = {}
    places: dict[str, list[Place]] = {}
    extra: dict[str, list[tuple[int, At]]] = {}
    for name, found in names.items():
        key = title_key(name)
        titles.setdefault(key, []).append(name.translate(_MARKS))
        places.setdefault(key, []).extend(found)
    for reading, it in enumerate(facts):
        for paper in it.papers:
            key = title_key(paper.title)
            titles.setdefault(key, []).append(paper.title.translate(_MARKS))
            extra.setdefault(key, []).extend((reading, at) for at in paper.at)
    longer = _issued(titles)
    groups: dict[str, Group] = {}
    apart: list[Group] = []
    for key, known in titles.items():
        if is_generic_title(key):
            apart += _by_article(known[0], places.get(key, ()), extra.get(key, ()))
            continue
        whole = longer.get(key, key)
        group = groups.get(whole)
        if group is None:
            name = max(titles[whole], key=lambda it: (len(it), it))
            group = groups[whole] = Group("document", name, [])
        group.places += places.get(key, ())
        group.extra += extra.get(key, ())
        group.also += (it for it in dict.fromkeys(known) if it != group.name)
        if whole != key:
            words = f"“{known[0]}”与“{group.name}”只差发文机关"
            group.reasons.append(("same-title", words, tuple(places.get(key, ())[:1])))
    return [*groups.values(), *apart]


def _issued(titles: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """关于…的意见 -> the one title that names the issuer before it."""
    found: dict[str, set[str]] = {}
    for key in titles:
        rest = without_issuer(key)
        if len(rest) >= _SPECIFIC and rest in titles:
            found.setdefault(rest, set()).add(key)
    return {rest: whole for rest, keys in found.items() if len(keys) == 1 for whole in keys}


def _by_article(
    title: str, places: Sequence[Place], extra: Sequence[tuple[int, At]]
) -> list[Group]:
    groups: dict[int, Group] = {}
    for place in places:
        groups.setdefault(place[0], Group("document", title, [])).places.append(place)
    for reading, at in extra:
        groups.setdefault(reading, Group("document", title, [])).extra.append((reading, at))
    for group in groups.values():
        group.lone = True
    return list(groups.values())


_VAGUE = 4
"""Characters of a counted name that many policies may have: 三大工程, 八大行动."""


def programmes(facts: Sequence[Facts], terms: Mapping[str, Group], listed: Listed) -> list[Group]:
    """Counted names are one by name and count, vague ones only with the same members.

    `terms`: groups of terms; one of the same name is the programme.
    """
    groups: dict[tuple[str, int, tuple[str, ...]], Group] = {}
    for reading, it in enumerate(facts):
        for found in it.programmes:
            # An entry of the editor's has its mentions already.
            if listed.number("TERM", found.name) >= 0:
                continue
            vague = len(found.name) <= _VAGUE and found.name not in terms
            key = (found.name, found.count, found.members if vague else ())
            group = groups.get(key)
            if group is None:
                group = groups[key] = Group("programme", found.name, [])
                group.lone = vague and not found.members
            group.extra += [(reading, at) for at in found.at]
    for (name, _, _), group in groups.items():
        term = terms.get(name)
        if term is not None and term.kind == "term" and term.places:
            group.places += term.places
            group.reasons += term.reasons
            term.places = []
    return list(groups.values())
