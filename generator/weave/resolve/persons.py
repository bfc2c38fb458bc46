"""People of one name -> who of them is one: by the bodies they hold office in, else by company."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.annotate.names.gazetteer import entries
from generator.annotate.names.short import last_part
from generator.model.facts import Facts
from generator.weave.bodies import is_high, is_near_home, people_apart, within
from generator.weave.resolve.company import Company, is_near
from generator.weave.resolve.gather import Gathered
from generator.weave.resolve.group import Group, Place
from generator.weave.resolve.last_parts import last_parts
from generator.weave.resolve.offices import Offices
from generator.weave.resolve.sightings import Cluster, Sighting
from generator.weave.resolve.written import Listed

_LONG = 3
"""Characters of a name that few share."""
_MANY = 40
"""Bodies of one name that are compared with one another."""


def persons(
    facts: Sequence[Facts],
    gathered: Gathered,
    listed: Listed,
    company: Company,
    not_same: Sequence[frozenset[str]],
) -> list[Group]:
    """A group for each person, and one for those of a name of whom nothing tells who they are."""
    offices = Offices(facts, listed)
    bars = people_apart(not_same, listed.root)
    entries_of: dict[int, Group] = {}
    found: list[Group] = []
    people, doubtful = last_parts(offices, gathered.people, company, not_same)
    for name, places in people.items():
        split = listed.apart(name)
        if len(places) == 1 and not split:
            found.append(_group(facts, name, places))
            found[-1].lone = name in doubtful
            continue
        sightings = offices.sightings(places)
        if split:
            sightings = _without_entries(name, sightings, listed, company, entries_of)
        more = _of_name(facts, name, sightings, company, bars.get(name, ()))
        found += [_beside_entries(it) for it in more] if split else more
        if name in doubtful:
            for group in more:
                group.lone = group.lone or not group.body
    return [*entries_of.values(), *found]


def _without_entries(
    name: str,
    sightings: Sequence[Sighting],
    listed: Listed,
    company: Company,
    entries_of: dict[int, Group],
) -> list[Sighting]:
    """Gives the entries of a name those of their bodies; who is left over."""
    left = []
    for it in sightings:
        roots = it.roots or frozenset(map(listed.root, company.words(it.reading)))
        mine = [number for number, bodies in listed.apart(name) if not bodies.isdisjoint(roots)]
        if len(mine) != 1:
            left.append(it)
            continue
        group = entries_of.get(mine[0])
        if group is None:
            group = entries_of[mine[0]] = Group("person", name, [])
            group.written = mine[0]
        group.places += it.places
    return left


def _of_name(
    facts: Sequence[Facts],
    name: str,
    sightings: Sequence[Sighting],
    company: Company,
    barred: Sequence[frozenset[str]],
) -> list[Group]:
    clusters = _by_body([it for it in sightings if it.roots], barred)
    loose = [it for it in sightings if not it.roots]
    if _is_public(name):
        clusters, loose = _public(clusters, loose)
    elif _is_rare(name) and not barred:
        clusters, loose = [_one(name, clusters, loose)], []
    loose = _joined(name, clusters, loose, company)
    several = len(clusters) + bool(loose) > 1
    groups = []
    for cluster in clusters:
        group = _group(facts, name, cluster.places())
        group.reasons = cluster.reasons
        group.body = cluster.body()
        group.apart = group.body if several else ""
        groups.append(group)
    if loose:
        again = _printed_again(facts, loose, company)
        groups.append(
            _unplaced(_group(facts, name, []), loose, company, alone=not several, again=again)
        )
    return groups


def _beside_entries(group: Group) -> Group:
    """The same where editors have parted the name among others."""
    group.apart = group.body
    group.lone = group.lone or not group.body
    return group


def _by_body(sightings: Sequence[Sighting], barred: Sequence[frozenset[str]]) -> list[Cluster]:
    """Those of one body are one person, and bodies that one text names are joined by it."""
    parent: dict[str, str] = {}

    def top(root: str) -> str:
        while parent.setdefault(root, root) != root:
            root = parent[root]
        return root

    def join(one: str, other: str) -> None:
        if not any(one in pair and other in pair for pair in barred):
            parent[top(other)] = top(one)

    for it in sightings:
        for root in it.roots:
            join(it.roots[0], root)
    roots = sorted(parent)[:_MANY]
    for at, one in enumerate(roots):
        for other in roots[at + 1 :]:
            if within(one, other):
                join(one, other)
    clusters: dict[str, Cluster] = {}
    for it in sightings:
        clusters.setdefault(top(it.roots[0]), Cluster()).add(it)
    for cluster in clusters.values():
        cluster.explain()
    return list(clusters.values())


_RARE = re.compile(
    "[一-鿿•·・‧∙]*[·・•‧∙][一-鿿]{1,8}|.*(?:[一二三四五六七八九十]世|[^上皇]帝|[^祖]宗)"
)
_LEAST = 2


def _is_rare(name: str) -> bool:
    """爱德华三世, 大卫·劳合·乔治, 唐太宗: no two people that texts speak of have such a name."""
    return len(name) > _LEAST and _RARE.fullmatch(name) is not None


def _one(name: str, clusters: Sequence[Cluster], loose: Sequence[Sighting]) -> Cluster:
    whole = Cluster(sorted([*loose, *_all(clusters)], key=lambda it: it.reading))
    if len(whole.sightings) > 1:
        cites = tuple(it.places[0] for it in whole.sightings[:2])
        whole.reasons.append(("rare-name", f"“{name}”这样的全名少有两人同用", cites))
    return whole


def _is_public(name: str) -> bool:
    """Whether somebody of the name is so well known that texts need not say who it is."""
    entry = entries().get(name) or entries().get(last_part(name) or "")
    return entry is not None and entry.kind == "PER" and entry.mark == "P"


def _public(clusters: list[Cluster], loose: list[Sighting]) -> tuple[list[Cluster], list[Sighting]]:
    """All in high office, and all of whom nothing is said, are the one whom everybody knows."""
    high = [it for it in clusters if any(map(_is_high, it.roots))]
    if not high:
        high = [
            it for it in clusters if len(clusters) == 1 and not any(map(is_near_home, it.roots))
        ]
        if clusters and not high:
            return clusters, loose
    known = Cluster(sorted([*loose, *_all(high)], key=lambda it: it.reading))
    if len(known.sightings) > 1:
        cites = tuple(it.places[0] for it in known.sightings[:2])
        known.reasons.append(("well-known", "程序自带的知名人物表里有这个姓名", cites))
    return [known, *(it for it in clusters if it not in high)], []


_OF_STATE = ("省", "国", "军", "政府", "党", "中央局", "军委")


def _is_high(root: str) -> bool:
    return is_high(root) or root.endswith(_OF_STATE)


def _all(clusters: Sequence[Cluster]) -> list[Sighting]:
    return [it for cluster in clusters for it in cluster.sightings]


def _joined(
    name: str, clusters: Sequence[Cluster], loose: Sequence[Sighting], company: Company
) -> list[Sighting]:
    """Gives those without a body to whom they keep company with; who is left over."""
    if not clusters or not loose:
        return list(loose)
    words_of = company.words if len(name) >= _LONG else company.telling
    if len(clusters) == 1 and len(name) >= _LONG:
        loose = _near(clusters[0], loose, company)
    keeping: dict[str, int] = {}
    for number, cluster in enumerate(clusters if loose else ()):
        for other in cluster.sightings:
            for word in company.beside(other, words_of(other.reading)):
                # What articles about two of them name tells them not apart.
                keeping[word] = number if keeping.get(word, number) == number else -1
    left = []
    for it in loose:
        beside = company.beside(it, words_of(it.reading))
        shared = [word for word in beside if keeping.get(word, -1) >= 0]
        found = {keeping[word] for word in shared}
        if len(found) != 1:
            left.append(it)
            continue
        cluster = clusters[found.pop()]
        word = max(shared, key=lambda word: (len(word), word))
        words = f"没有写职务；别的文章也写到“{word}”"
        where = (it.places[0], cluster.sightings[0].places[0])
        cluster.reasons.append(("shared-context", words, where))
        cluster.add(it)
    return left


def _near(cluster: Cluster, loose: Sequence[Sighting], company: Company) -> list[Sighting]:
    """Gives those of a year to the only one of a rare name; who is left over."""
    days = [company.day(it.reading) for it in cluster.sightings]
    left = []
    for it in loose:
        if is_near(company.day(it.reading), days):
            words = "没有写职务；同名的只有这一位，发表时间相近"
            cluster.reasons.append(("same-time", words, (it.places[0],)))
            cluster.add(it)
        else:
            left.append(it)
    return left


_SENTENCE = 16
"""Characters of a sentence that two articles do not have alike by chance."""


def _printed_again(facts: Sequence[Facts], loose: Sequence[Sighting], company: Company) -> bool:
    """Whether all of them are named by one and the same sentence."""
    texts = set()
    for it in loose:
        reading, index = it.places[0]
        texts.add(company.sentence(reading, facts[reading].names[index].at[0][0]))
        if len(texts) > 1:
            return False
    return all(len(it) > _SENTENCE for it in texts)


def _unplaced(
    group: Group, loose: Sequence[Sighting], company: Company, *, alone: bool, again: bool
) -> Group:
    """Those of whom no text says where they belong."""
    group.places = [place for it in loose for place in it.places]
    if len(loose) == 1:
        # Where somebody of this name has a body, this may be he or not.
        group.lone = not alone
        return group
    cites = tuple(it.places[0] for it in loose[:2])
    days = [company.day(it.reading) for it in loose]
    company_of = company.words if len(group.name) >= _LONG else company.telling
    words = frozenset.intersection(*(company.beside(it, company_of(it.reading)) for it in loose))
    if again:
        group.lone = not alone
        group.reasons.append(("same-sentence", "各篇里是同一句话", cites))
    elif alone and words:
        known = entries()
        word = min(words, key=lambda it: (it not in known, it))
        said = f"姓名相同，各篇都写到“{word}”"
        group.reasons.append(("shared-context", said, cites))
    elif alone and len(group.name) >= _LONG and is_near(days[0], days):
        group.reasons.append(("same-time", "姓名相同，发表时间相近，没有别的同名人", cites))
    else:
        group.lone = True
        group.reasons.append(("name-only", "只有姓名相同，未必是同一人", cites))
    return group


def _group(facts: Sequence[Facts], name: str, places: list[Place]) -> Group:
    """Named by the longest form that stands in one of the places."""
    names = {facts[reading].names[index].name for reading, index in places}
    shown = name if name in names or not names else max(names, key=lambda it: (len(it), it))
    return Group("person", shown, places)
