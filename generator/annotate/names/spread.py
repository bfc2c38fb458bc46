"""Names of a text -> the same names elsewhere in it: what is sure once is sure everywhere."""

from __future__ import annotations

import re
from bisect import bisect_right

from msgspec.structs import replace

from generator.annotate.names.found import OF_THOUGHT, PLAN, SHIP, SHOWN, STATE, Found
from generator.annotate.names.gazetteer import entries
from generator.annotate.names.halves import is_other_side, is_realm
from generator.annotate.names.packaged import listed_names
from generator.annotate.names.short import called, short_names
from generator.annotate.names.units import GOES_ON, LONG, Units
from generator.text.segment import is_word

_SHORT = 2
_MUCH = 400_000


def spread(units: Units, kept: list[Found]) -> list[Found]:
    """`kept` in order, not overlapping -> the same with what follows from them."""
    text = units.text
    kept = _whole_bodies(units, kept)
    shorts = short_names(units, kept)
    kept = _villages(text, kept, shorts)
    sure: dict[str, Found] = {}
    for it in kept:
        if it.score >= SHOWN and it.kind in ("PER", "ORG", "LOC"):
            sure.setdefault(text[it.start : it.end], it)
            if it.kind == "LOC" and it.ground == "short":
                sure.setdefault(it.full, replace(it, full=""))
    for before, start, end in called(text):
        at = bisect_right(kept, before, key=lambda it: it.end) - 1
        if at >= 0 and kept[at].end == before:
            whole = kept[at].full or text[kept[at].start : kept[at].end]
            sure.setdefault(text[start:end], replace(kept[at], ground="called", full=whole))
    short = {
        name: full
        for name, full in shorts.items()
        # 佩特罗 stands for itself and is short for 古斯塔沃·佩特罗 all the same.
        if name not in sure or (full.kind == sure[name].kind == "PER")
    }
    if not sure and not short:
        return kept
    return _placed(units, kept, sure, short)


_OFTEN = 3
_HAN_PAIR = re.compile("[一-鿿]{2}")


def _whole_bodies(units: Units, kept: list[Found]) -> list[Found]:
    """宏都|阿里山公司: a word that stands before nearly each mention of a body is of its name."""
    text = units.text
    found = list(kept)
    for number, it in enumerate(kept):
        if it.kind != "ORG" or it.ground not in ("suffix", "company") or not it.start:
            continue
        name = _whole(text, it)
        often = text.count(name)
        if often < _OFTEN:
            continue
        start = it.start - _SHORT
        word = text[start : it.start]
        if start < (kept[number - 1].end if number else 0) or not _HAN_PAIR.fullmatch(word):
            continue
        if text.count(word + name) >= max(_OFTEN, often - 1) and not is_word(word):
            found[number] = replace(it, start=start)
    return found


def _villages(text: str, kept: list[Found], shorts: dict[str, Found]) -> list[Found]:
    """郝家沟 sounds like a person, but not where 郝家沟村 stands too."""
    places = {name: _whole(text, it) for name, it in shorts.items() if it.kind == "LOC"}
    doubtful = {_whole(text, it) for it in kept if it.ground == "surname"} if "村" in text else ()
    for name in doubtful:
        village = text.find(f"{name}村")
        if village >= 0 and not text.startswith(_OF_PEOPLE, village + len(name) + 1):
            places[name] = f"{name}村"
    if not places:
        return kept
    return [
        replace(it, kind="LOC", ground="short", full=places[_whole(text, it)])
        if it.ground == "surname" and _whole(text, it) in places
        else it
        for it in kept
    ]


_OF_PEOPLE = ("民", "长", "支", "委", "干", "里")
"""Behind 村 where it is no end of a village's name: 村民, 村支书."""


def _whole(text: str, it: Found) -> str:
    return text[it.start : it.end]


_NAMED_AFTER = re.compile(
    "[-－‐]|王室|家族|地(?:区|(?=[，。、；]))|群岛|半岛|岛|河(?!南|北)|湖(?!南|北)|湾|海峡|山脉|机场|大学|学院|医院|公司|大道|大街|广场|公园|球场|体育场|博物馆|图书馆|定律|定理|效应|方程|王朝|奖(?=[，。、；的得])"
)
"""鲁珀特|地区, 查理|大学: what is named after a person is not that person."""


_DOTS = frozenset("·・•‧∙")
_APART = 4
"""Paragraphs without somebody after which the last part of a name need not mean him."""


def _placed(
    units: Units, kept: list[Found], sure: dict[str, Found], short: dict[str, Found]
) -> list[Found]:
    text = units.text
    found: list[Found] = []
    last: dict[str, int] = {}
    at = 0
    for start, end, name in _places(units, _sought(sure, short)):
        while at < len(kept) and kept[at].end <= start:
            found.append(kept[at])
            at += 1
        inside = at < len(kept) and kept[at].start < end
        bound = short.get(name)
        if bound is None:
            last[name] = start
        elif bound.kind == "PER":
            whole = text[bound.start : bound.end]
            since = last.get(whole, bound.start)
            if text.count("\n", min(since, start), max(since, start)) > _APART:
                # 西塞罗, many paragraphs after 约翰·西塞罗: it may be another.
                continue
            last[whole] = start
        if inside and name not in short:
            it = kept[at]
            if it.start == start and it.end == end and it.score >= SHOWN:
                continue
        full = bound or sure[name]
        if text[end : end + 1] in GOES_ON.get(text[end - 1], ()) or (
            text[end : end + 1] == "委"
            if full.kind == "LOC"
            else full.kind == "PER" and text.startswith(OF_THOUGHT, end)
        ):
            continue
        if full.kind == "PER" and (_NAMED_AFTER.match(text, end) or PLAN.match(text, end)):
            continue
        if full.kind == "LOC" and (
            text[end : end + 1] == "郡"
            or is_realm(units, end, county=full.ground == "list:county")
            or SHIP.match(text, end)
            or (text[start - 1 : start] in _DOTS and units.classes[units.at(end)] in "XRNK")
            or (start and is_other_side(units, start))
        ):
            continue
        if full.ground == "list:city" and end - start == _SHORT and STATE.match(text, end):
            continue
        if inside:
            it = kept[at]
            if it.start == start and it.end == end:
                kept[at] = _confirmed(it, full, text, short)
                continue
            # A doubtful name that only overlaps a sure one gives way to it.
            if it.score >= SHOWN or (it.start <= start and end <= it.end and it.kind == "ORG"):
                continue
            if at + 1 < len(kept) and kept[at + 1].start < end:
                continue
            at += 1
        if found and found[-1].end > start:
            continue
        if end - start <= _SHORT and not (
            _on_words(units, start, end)
            or (name in short and full.kind == "PER" and _cuts_no_word(units, start, end))
        ):
            if inside:
                found.append(kept[at - 1])
            continue
        whole = text[full.start : full.end] if name in short else full.full
        found.append(
            Found(start, end, full.kind, SHOWN, "short" if name in short else "spread", whole)
        )
    found += kept[at:]
    return found


def _sought(sure: dict[str, Found], short: dict[str, Found]) -> set[str]:
    """Long names of the lists are found wherever they stand: no need to look for them again; nor
    are ministries and parties, of which other states have some too.
    """
    long = {
        it
        for it, at in sure.items()
        if (len(it) >= LONG and at.ground.startswith("list:"))
        or at.ground == "list:ministry"
        or at.full == f"中国{it}"
    }
    return (sure.keys() - long) | short.keys()


def _confirmed(it: Found, full: Found, text: str, short: dict[str, Found]) -> Found:
    is_short = text[it.start : it.end] in short
    if it.score < SHOWN:
        whole = text[full.start : full.end] if is_short else full.full
        return Found(it.start, it.end, full.kind, SHOWN, "spread", whole)
    if is_short and it.full in ("", text[it.start : it.end]):
        return replace(it, full=text[full.start : full.end])
    return it


def _places(units: Units, names: set[str]) -> list[tuple[int, int, str]]:
    """Places of the names, leftmost and longest, in order."""
    listed = listed_names()
    every = [
        (start, -end, name)
        for number, start, end in units.everywhere
        if (name := listed[number].name) in names
    ]
    every += _unlisted(units.text, [it for it in names if it not in entries()])
    every.sort()
    found: list[tuple[int, int, str]] = []
    last = 0
    for start, behind, name in every:
        if start >= last:
            last = -behind
            found.append((start, last, name))
    return found


def _unlisted(text: str, names: list[str]) -> list[tuple[int, int, str]]:
    """(start, -end, name) wherever one of the names stands."""
    if len(names) * len(text) > _MUCH:
        from ahocorasick_rs import AhoCorasick

        found = AhoCorasick(names).find_matches_as_indexes(text, overlapping=True)
        return [(start, -end, names[it]) for it, start, end in found]
    # Building an automaton costs more than looking for a few names in a short text.
    every: list[tuple[int, int, str]] = []
    for name in names:
        start = text.find(name)
        while start >= 0:
            every.append((start, -start - len(name), name))
            start = text.find(name, start + len(name))
    return every


def _cuts_no_word(units: Units, start: int, end: int) -> bool:
    """萨|维说: the segmenter knows no foreign names and makes words up of their ends."""
    return all(
        units.starts[at := units.at(edge)] == edge or not is_word(units.surface(at - 1, at))
        for edge in (start, end)
    )


def _on_words(units: Units, start: int, end: int) -> bool:
    return units.starts[units.at(start)] == start and units.starts[units.at(end)] == end
