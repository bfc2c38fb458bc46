"""Statements -> words and elements for templates; pure functions, everything escaped."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from generator.present.texts import named, say, text
from generator.present.views import StatementsView
from generator.present.wording import date_words

SECTIONS = (
    "timeline",
    "figures",
    "offices",
    "quotes",
    "relations",
    "papers",
    "programmes",
    "wordings",
)
"""Fields of StatementsView in the order of a page."""
_TIME = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?\Z")


@lru_cache(maxsize=4096)
def is_time(edtf: str) -> bool:
    """Whether HTML's `time` element allows it: a year, a month or a day (HTML, 2.3.5)."""
    return bool(_TIME.match(edtf)) and edtf[:4] != "0000"


def section_name(key: str) -> str:
    """What a section is called."""
    return text(f"section.{key}")


def status(name: str) -> str:
    """What an amount is if it is not simply reached: a target, a change."""
    return text(f"status.{name.replace('-', '_')}") if name != "actual" else ""


def part(view: StatementsView, key: str) -> Any:
    """A field by its name."""
    return getattr(view, key)


@lru_cache(maxsize=4096)
def moment(edtf: str, told: str = "") -> str:
    """When something happened: of ../2022-06 only the end is known, 2022年6月底前; `told`: the source's words."""
    first, _, last = edtf.partition("/")
    if first not in ("", "..") or not last:
        return date_words(edtf)
    day = last.rstrip("~?%")
    whole = told.endswith("前") and not _END.search(told)
    within = "date.before" if whole or len(day) > len("2022-06") else "date.before_end"
    return say(within, date=date_words(day))


_END = re.compile("[底末内]")


def said(view: StatementsView) -> bool:
    """Whether anything is said at all."""
    return any(getattr(view, key) for key in SECTIONS)


STATEMENT_FILTERS: dict[str, Callable[..., Any]] = {
    "counted": lambda key, count: say(f"section_count.{key}", count=count),
    "edtf": date_words,
    "is_time": is_time,
    "moment": moment,
    "part": part,
    "relation": lambda kind: named("relation", kind),
    "said": said,
    "section": section_name,
    "status": status,
}
