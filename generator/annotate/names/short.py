"""Full names of a text -> the short names it may use for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.annotate.names.found import SHOWN, Found
from generator.annotate.names.gazetteer import entries
from generator.annotate.names.units import Units
from generator.annotate.names.word_lists import UNCOMMON
from generator.text.common_words import rarity

_UNIVERSITY = (
    ("农业大学", "农大"),
    ("科技大学", "科大"),
    ("交通大学", "交大"),
    ("师范大学", "师大"),
    ("工业大学", "工大"),
    ("理工大学", "理工"),
    ("医科大学", "医大"),
    ("财经大学", "财大"),
    ("外国语大学", "外大"),
    ("民族大学", "民大"),
    ("林业大学", "林大"),
    ("海洋大学", "海大"),
    ("石油大学", "石大"),
    ("中医药大学", "中医大"),
)
_PLACE = re.compile("(?:自治州|自治县|自治旗|自治区|[省市县区州盟旗镇乡村])\\Z")
_COMPANY = re.compile("(?:集团)?(?:股份|控股|科技|实业)?(?:有限)?(?:责任)?(?:总)?公司\\Z|集团\\Z")
_CALLED = re.compile(
    '[（(](?:以下|下文|下称|以下统一)?(?:简称|称|称为)?[为：:]?[“"「]?'
    '(?P<name>[^（）()“”"「」，,。；;\\s]{2,16})[”"」]?[）)]'
)
_SAID = re.compile("[（(](?:以下|下文|下称|以下统一)(?:简?称|称为)|[（(]简称")


def brands(units: Units, it: Found) -> Iterator[str]:
    """重庆励颐拓软件有限公司 → 励颐拓, 励颐拓软件; 赛力斯集团 → 赛力斯."""
    name = units.text[it.start : it.end]
    suffix = _COMPANY.search(name)
    if suffix is None:
        return
    first, after = units.at(it.start), units.at(it.end)
    if units.starts[first] != it.start:
        return
    while first < after and units.classes[first] in "LlK":
        first += 1
    classes = units.classes[first:after]
    lead = re.match("[hHXNRE]{1,3}(?=[nvaSTBm])", classes)
    if lead is None:
        return
    brand = units.surface(first, first + lead.end())
    if len(brand) > 1:
        yield brand
    whole = name[units.starts[first] - it.start : suffix.start()]
    if len(whole) > len(brand) > 1:
        yield whole


def universities(name: str) -> Iterator[str]:
    """山西农业大学 → 山西农大, 农大."""
    for ending, short in _UNIVERSITY:
        if name.endswith(ending) and len(name) > len(ending):
            yield name[: -len(ending)] + short
            if len(short) > 1 and short not in ("理工",):
                yield short
            return


@lru_cache(20_000)
def shorter_place(name: str) -> str | None:
    """浑源县 → 浑源."""
    short = _PLACE.sub("", name)
    return short if 2 <= len(short) < len(name) else None


_HOMES = ("村", "镇", "乡", "街道", "社区")
_OTHERWISE = ("省", "州")
_ADMINISTRATIVE = ("province", "city", "county")


@lru_cache(20_000)
def called_in_short(name: str) -> str | None:
    """浑源县 → 浑源; None for 复兴村, 高句丽县, 卡塞雷斯省: a word, a state, a city have that name."""
    short = shorter_place(name)
    if short is None:
        return None
    entry = entries().get(short)
    if entry is not None:
        return short if entry.sort in _ADMINISTRATIVE else None
    if rarity(short) < UNCOMMON:
        return None
    if name in entries() or name.endswith(_HOMES):
        return short
    # Counties that no list of today has are of another time or country.
    return short if len(short) == _COUNTY and not name.endswith(_OTHERWISE) else None


_COUNTY = 2


def last_part(name: str) -> str | None:
    """弗拉基米尔·普京 → 普京; but 威廉一世 need not be 腓特烈·威廉一世."""
    part = re.split("[·・•‧∙]", name)[-1]
    return part if 2 <= len(part) < len(name) and part[-1] != "世" else None


def called(text: str) -> Iterator[tuple[int, int, int]]:
    """(end of the full name, start, end of the short one) of each “（以下简称…）”."""
    for match in _SAID.finditer(text):
        found = _CALLED.match(text, match.start())
        if found is not None:
            yield match.start(), *found.span("name")


def short_names(units: Units, kept: list[Found]) -> dict[str, Found]:
    """Short name -> the found name that it stands for; those that stand for several are left out."""
    found: dict[str, Found | None] = {}

    def offer(short: str, full: Found) -> None:
        other = found.get(short, full)
        same = other is not None and _text(units, other) == _text(units, full)
        found[short] = full if same else None

    text = units.text
    seen = {text[it.start : it.end]: it for it in reversed(kept) if it.score >= SHOWN}
    for name, it in seen.items():
        if it.kind == "ORG":
            if name.endswith(("公司", "集团")):
                for short in brands(units, it):
                    offer(short, it)
            elif name.endswith("大学"):
                for short in universities(name):
                    offer(short, it)
        elif it.kind == "LOC":
            place = called_in_short(name)
            if place is not None:
                offer(place, it)
        elif it.kind == "PER" and len(name) > 4:
            part = last_part(name)
            if part is not None:
                offer(part, it)
    return {short: full for short, full in found.items() if full is not None}


def _text(units: Units, it: Found) -> str:
    return units.text[it.start : it.end]
