"""Towns, villages, districts of one name -> those that are surely one place, by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.annotate.names.gazetteer import entries
from generator.model.facts import Facts
from generator.model.knowledge import Reading
from generator.weave.naming import official
from generator.weave.resolve.company import Company
from generator.weave.resolve.group import Group, Place

_LOCAL = re.compile(
    "(?:村|镇|乡|街道|社区|屯|庄|寨|小区|苑|路|街|公园|广场|大桥|水库|工业园区?|产业园区?|(?:\\A|市)[东南西北中]区)\\Z"
)
_REPEATED = frozenset(
    "朝阳区 和平区 河东区 新华区 桥西区 桥东区 长安区 城区 郊区 矿区 新城区 青山区 铁西区 铁东区 鼓楼区 通州区 海州区 "
    "西湖区 宝山区 普陀区 白云区 南山区 江北区 永定区 市中区 城关区 城中区 城东区 城西区 城北区 向阳区 龙华区 西安区 "
    "东区 西区 龙山区 清河区 东湖区 南湖区 高新区 开发区 经开区".split()
)
"""Names that several districts have (GB/T 2260)."""
_ABOVE = ("city", "province")
"""Sorts of the packaged names that a place may lie in, the nearest first."""


_ANYWHERE = re.compile("[东南西北三][东南西北海湖峡]")
"""Names of parts of a country, of seas and gorges that lie elsewhere too."""
_OF_TAIWAN = tuple(
    "台湾 台北 新北 桃园 台中 台南 高雄 基隆 新竹 嘉义 苗栗 彰化 南投 云林 屏东 宜兰 花莲 台东 澎湖".split()
)
"""The island and its cities and counties."""
_AT_HOME = ("province", "city", "county")
_ELSEWHERE = ("country", "world_city")


def localities(
    groups: Sequence[Group],
    readings: Sequence[Reading],
    facts: Sequence[Facts],
    company: Company,
) -> list[Group]:
    """The groups, places parted whose articles have no body and no place in common."""
    found: list[Group] = []
    lands = _Lands(readings, facts)
    for group in groups:
        if group.kind == "place" and group.written < 0 and _ANYWHERE.fullmatch(group.name):
            found += _abroad(group, lands)
        elif (
            group.kind == "place"
            and group.written < 0
            and len(group.places) > 1
            and (_LOCAL.search(group.name) or group.name in _REPEATED)
            and (group.name not in entries() or group.name in _REPEATED)
        ):
            found += _parted(group, facts, company)
        else:
            found.append(group)
    return found


class _Lands:
    """Of which lands the paragraphs of an article speak; each article is looked up once."""

    def __init__(self, readings: Sequence[Reading], facts: Sequence[Facts]) -> None:
        self._readings = readings
        self._facts = facts
        self._known: dict[int, tuple[list[int], dict[int, set[str]]]] = {}

    def beside(self, place: Place) -> set[str]:
        """home, away, island: of the paragraphs in which a name stands."""
        reading, index = place
        told = self._known.get(reading)
        if told is None:
            told = self._known[reading] = self._read(reading)
        blocks, lands = told
        found: set[str] = set()
        for sentence, _, _ in self._facts[reading].names[index].at:
            found |= lands.get(blocks[sentence], set())
        return found

    def _read(self, reading: int) -> tuple[list[int], dict[int, set[str]]]:
        blocks = [it.block for it in self._readings[reading].annotations.sentences]
        lands: dict[int, set[str]] = {}
        for it in self._facts[reading].names:
            land = _land(it.name) if it.kind == "LOC" else ""
            if land:
                for sentence, _, _ in it.at:
                    lands.setdefault(blocks[sentence], set()).add(land)
        return blocks, lands


def _abroad(group: Group, lands: _Lands) -> list[Group]:
    """西南 of Somalia, 三峡 of Taiwan: what stands in a paragraph about other lands is another."""
    home: list[Place] = []
    away: list[Place] = []
    # The seas around the island are those of the mainland.
    others = {"away"} if group.name.endswith("海") else {"away", "island"}
    for place in group.places:
        told = lands.beside(place)
        (home if "home" in told or told.isdisjoint(others) else away).append(place)
    if not away:
        return [group]
    group.places = home
    apart = Group(group.kind, group.name, away)
    apart.lone = True
    return [group, apart] if home else [apart]


@lru_cache(20_000)
def _land(name: str) -> str:
    name = official("LOC", name)
    if name.startswith(_OF_TAIWAN):
        return "island"
    entry = entries().get(name)
    if entry is None:
        return ""
    if entry.sort in _AT_HOME or name == "中国":
        return "home"
    return "away" if entry.sort in _ELSEWHERE else ""


def _parted(group: Group, facts: Sequence[Facts], company: Company) -> list[Group]:
    parts: list[tuple[set[str], list[Place]]] = []
    for reading, index in sorted(group.places):
        words = set(company.words(reading)) - {group.name}
        mine = next(
            (it for it in parts if it[1][-1][0] == reading or not it[0].isdisjoint(words)), None
        )
        if mine is None:
            parts.append((words, [(reading, index)]))
        else:
            mine[0].update(words)
            mine[1].append((reading, index))
    if len(parts) == 1:
        return [group]
    found = []
    for _, places in parts:
        part = Group(group.kind, group.name, places)
        part.reasons = group.reasons
        part.apart = _above(group.name, places[0][0], facts)
        part.lone = not part.apart
        found.append(part)
    # Two in one county, or in none that is named: no reader could tell them apart.
    told = [it.apart for it in found]
    for part in found:
        part.lone = part.lone or told.count(part.apart) > 1
    return found


def _above(name: str, reading: int, facts: Sequence[Facts]) -> str:
    """The place that its article puts it in: the one right before it, else the only city it names."""
    known = entries()
    ends = {
        (sentence, start)
        for it in facts[reading].names
        if it.kind == "LOC" and official("LOC", it.name) == name
        for sentence, start, _ in it.at
    }
    found: dict[str, set[str]] = {}
    for it in facts[reading].names:
        full = official("LOC", it.name)
        entry = known.get(full)
        if it.kind != "LOC" or entry is None or full == name:
            continue
        if any((sentence, end) in ends for sentence, _, end in it.at):
            return full
        found.setdefault(entry.sort, set()).add(full)
    return next((min(found[it]) for it in _ABOVE if len(found.get(it, ())) == 1), "")
