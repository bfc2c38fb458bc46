"""Statements -> words and elements for templates; pure functions, everything escaped."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from generator.present.views import StatementsView
from generator.present.wording import date_words

STATUS = {"target": "目标", "change": "增减", "change-target": "增减目标"}
RELATIONS = {
    "founded": "共建",
    "cooperation": "合作",
    "investment": "出资",
    "settled": "落户",
    "appointed": "聘任",
    "award": "授予",
}
SECTIONS = {
    "timeline": ("大事", "条"),
    "figures": ("数字", "项"),
    "offices": ("人物与职务", "条"),
    "quotes": ("引语", "条"),
    "relations": ("合作与项目", "条"),
    "papers": ("文件", "件"),
    "programmes": ("举措", "项"),
    "wordings": ("用语", "条"),
}
"""Fields of StatementsView in the order of a page: what they are called, and how they are counted."""
_TIME = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?\Z")


@lru_cache(maxsize=4096)
def is_time(edtf: str) -> bool:
    """Whether HTML's `time` element allows it: a year, a month or a day (HTML, 2.3.5)."""
    return bool(_TIME.match(edtf)) and edtf[:4] != "0000"


def part(view: StatementsView, key: str) -> Any:
    """A field by its name."""
    return getattr(view, key)


@lru_cache(maxsize=4096)
def moment(edtf: str) -> str:
    """When something happened: of ../2022-06 only the end is known, 2022年6月底前."""
    first, _, last = edtf.partition("/")
    if first not in ("", "..") or not last:
        return date_words(edtf)
    day = last.rstrip("~?%")
    return f"{date_words(day)}{'前' if len(day) > len('2022-06') else '底前'}"


def said(view: StatementsView) -> bool:
    """Whether anything is said at all."""
    return any(getattr(view, key) for key in SECTIONS)


STATEMENT_FILTERS: dict[str, Callable[..., Any]] = {
    "counter": lambda key: SECTIONS[key][1],
    "edtf": date_words,
    "is_time": is_time,
    "moment": moment,
    "part": part,
    "relation": lambda kind: RELATIONS.get(kind, kind),
    "said": said,
    "section": lambda key: SECTIONS[key][0],
    "status": lambda name: STATUS.get(name, ""),
}
