"""5年来, 未来三天, 五年前: so long before or after the day of publication -> EDTF.

Years give years (5年来 is 2017/2022), months months; days and weeks give days. What lies ahead
begins with the day of publication itself (未来五年 is 2022-10-10/2027).
"""

from __future__ import annotations

import re
from typing import Final

from generator.annotate.dates.calendar import Spot, edtf, month_shifted, shifted
from generator.annotate.dates.settle import UNANCHORED, Settled
from generator.annotate.dates.tokens import number

LENGTH: Final = (
    r"(?P<n>\d+|[一二三四五六七八九十两百]+)(?P<odd>[多余])?(?P<unit>个?年|个月|天|周)(?P<odd2>多)?"
)
"""How long: the groups that the functions below read."""
_LONGEST: Final = {"年": 300, "月": 36, "天": 99, "周": 12}
_DAYS: Final = {"天": 1, "周": 7}


def lasting(match: re.Match[str], anchor: Spot | None) -> Settled | None:
    """Up to the day of publication."""
    if (length := _length(match, anchor)) is None or isinstance(length, Settled) or not anchor:
        return length if isinstance(length, Settled) else None
    low, last = _moved(anchor, -length, match["unit"][-1])
    return Settled(f"{edtf(low)}/{edtf(last)}", _basis(anchor, "前", match))


def ahead(match: re.Match[str], anchor: Spot | None) -> Settled | None:
    """From the day of publication on."""
    if (length := _length(match, anchor)) is None or isinstance(length, Settled) or not anchor:
        return length if isinstance(length, Settled) else None
    high, _ = _moved(anchor, length, match["unit"][-1])
    return Settled(f"{edtf(anchor)}/{edtf(high)}", _basis(anchor, "后", match))


def ago(match: re.Match[str], anchor: Spot | None) -> Settled | None:
    """Counted back from the day of publication."""
    if (length := _length(match, anchor)) is None or isinstance(length, Settled) or not anchor:
        return length if isinstance(length, Settled) else None
    low, _ = _moved(anchor, -length, match["unit"][-1])
    return Settled(edtf(low), _basis(anchor, "前", match))


def _length(match: re.Match[str], anchor: Spot | None) -> int | Settled | None:
    """A number; or why there is none."""
    length = number(match["n"])
    if not length or length > _LONGEST[match["unit"][-1]]:
        return None
    if match["odd"] or match["odd2"]:
        return Settled(None, "多久没有说准")
    return Settled(None, UNANCHORED) if anchor is None else length


def _moved(anchor: Spot, length: int, unit: str) -> tuple[Spot, Spot]:
    """The other end, and the day of publication, both as exact as the unit."""
    if unit == "年":
        return Spot(anchor.year + length), Spot(anchor.year)
    if unit == "月":
        year, month = month_shifted(anchor.year, anchor.month, length)
        return Spot(year, month), Spot(anchor.year, anchor.month)
    return shifted(anchor, length * _DAYS[unit]), anchor


def _basis(anchor: Spot, way: str, match: re.Match[str]) -> str:
    return f"自发表日期{edtf(anchor)}往{way}数{match['n']}{match['unit']}"
