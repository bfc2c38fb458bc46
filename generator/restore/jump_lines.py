"""（上接第一版） -> direction and page; the printed lines that send a reader to another page."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from msgspec import Struct

Way = Literal["from", "to"]
"""from: 上接, the beginning stands elsewhere; to: 下转, the rest does."""

_NUMERAL = "[0-9]{1,3}|[一二三四五六七八九十廿〇零]{1,4}|[头頭]"
_PAGE = rf"第?\s*(?P<letter>[A-Z]?)\s*-?\s*(?P<number>{_NUMERAL})\s*[版页頁]"
_WAYS = "(?P<from>[上紧緊承]\\s*[接续續]|[续續]|接)|(?P<to>[下文]\\s*[转轉接]|[转轉])"
_JUMP = re.compile(rf"(?:{_WAYS})\s*(?:本[报報])?\s*{_PAGE}", re.IGNORECASE)
_EDITION = re.compile(rf"(?P<letter>[A-Z]?)\s*-?\s*(?P<number>{_NUMERAL})", re.IGNORECASE)
_TITLE = re.compile("[《“]([^《》“”]{2,60})[》”]")
_DIGITS = {it: at for at, it in enumerate("零一二三四五六七八九")} | {"〇": 0}
_LONGEST = 60
"""Characters; a longer line is running text that speaks of pages."""


class JumpLine(Struct, frozen=True, array_like=True):
    """What a jump line says."""

    way: Way
    page: str
    """The other page, as `page_number` gives it."""
    title: str = ""
    """What it calls the article, if it does."""


def read_jump(text: str) -> JumpLine | None:
    """The jump line, or None where the text is none."""
    plain = unicodedata.normalize("NFKC", text).strip()
    found = _JUMP.search(plain) if len(plain) <= _LONGEST else None
    if found is None:
        return None
    title = _TITLE.search(plain)
    way: Way = "from" if found["from"] else "to"
    return JumpLine(way, _name(found), title[1] if title else "")


def page_number(edition: str) -> str:
    """“第四版”, “4版”, “04”, “A4” -> "4", "A4"; empty if no number is in it."""
    found = _EDITION.search(unicodedata.normalize("NFKC", edition))
    return _name(found) if found else ""


def _name(found: re.Match[str]) -> str:
    return f"{found['letter'].upper()}{_value(found['number'])}"


def _value(numeral: str) -> int:
    if numeral.isdecimal():
        return int(numeral)
    if numeral in "头頭":
        return 1
    numeral = numeral.replace("廿", "二十")
    tens, ten, ones = numeral.rpartition("十")
    if ten:
        return 10 * _digits(tens or "一") + _digits(ones or "零")
    return _digits(numeral)


def _digits(numeral: str) -> int:
    value = 0
    for it in numeral:
        value = 10 * value + _DIGITS.get(it, 0)
    return value
