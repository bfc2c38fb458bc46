"""Plans, decades, since-X, so many years: what is read without knowing what was said before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Final

from generator.annotate.dates import words
from generator.annotate.dates.calendar import Spot, edtf, exists
from generator.annotate.dates.durations import LENGTH, ago, ahead, lasting
from generator.annotate.dates.settle import UNANCHORED, Settled
from generator.annotate.dates.tokens import WIDTH, number

_OUR_CALENDAR: Final = ("民国", "中华民国", "民國", "大正", "昭和", "平成", "令和")
"""Their months are those of our calendar; of the dynasties they are not."""
_LAST_REPUBLIC: Final = 130
_Rule = Callable[[re.Match[str], Spot | None], Settled | None]


def _plan(match: re.Match[str], _: Spot | None) -> Settled | None:
    first = words.PLANS.get(match["plan"])
    if first is None:
        return None
    tail = match["tail"] or ""
    basis = f"“{match['plan']}”即{first}至{first + 4}年"
    if tail == "以来":
        return Settled(f"{first}/..", basis)
    if tail.startswith("开局"):
        return Settled(f"{first}", basis)
    if tail.startswith("收官"):
        return Settled(f"{first + 4}", basis)
    if "末" in tail or "初" in tail:
        return Settled(f"{first + 4 if '末' in tail else first}~", basis)
    if tail in {"前期", "中期", "后期"}:
        return Settled(None, f"{basis}，哪几年没有说")
    return Settled(f"{first}/{first + 4}", basis)


def _since(match: re.Match[str], anchor: Spot | None) -> Settled | None:
    start = words.SINCE[match["since"]]
    basis = f"{match['since']}在{start[:4]}年" + (f"{int(start[5:])}月" if start[5:] else "")
    if match["n"] is None or match["odd"] or match["odd2"]:
        return Settled(f"{start}/..", basis)
    years = number(match["n"]) if match["unit"] == "年" else None
    return None if years is None else Settled(f"{start[:4]}/{int(start[:4]) + years}", basis)


def _decade(match: re.Match[str], anchor: Spot | None) -> Settled | None:
    before = match["century"]
    century: int | None = 20
    if before:
        this = (anchor.year + 99) // 100 if anchor else 21
        ours = {"上": this - 1, "本": this, "这": this}.get(before[0])
        century = ours or number(before.replace("世纪", ""))
    if not century or not 1 <= century <= 21:
        return None
    head = f"{century - 1:02}"
    basis = f"{century}世纪"
    tens = match["tens"] or ""
    tail = match["tail"] or ""
    if not tens:
        if before is None:
            return None
        if tail.endswith("以来"):
            return Settled(f"{head}01/..", basis)
        if tail == "中叶":
            return Settled(f"{head}50~", basis)
        return Settled(None if tail else f"{head}XX", basis + ("，哪年没有说" if tail else ""))
    figures = [f"{head}{it}X" for it in _tens(tens)]
    if not figures:
        return None
    if tail.endswith("以来"):
        return Settled(f"{figures[0][:3]}{_IN_DECADE[tail[0]]}/..", basis)
    return Settled(f"{figures[0]}/{figures[-1]}" if len(figures) > 1 else figures[0], basis)


_IN_DECADE: Final = {"以": "0", "初": "0~", "中": "5~", "后": "6~", "末": "9~"}
"""Where a stretch begins that goes on since the beginning, the middle … of a decade."""


def _tens(text: str) -> list[int]:
    """九十 -> 9; 八九十 -> 8, 9; 80至90 -> 8, 9."""
    han = "〇一二三四五六七八九"
    return [int(it) if it.isdecimal() else han.index(it) for it in text if it in han + "123456789"]


def _year_decade(match: re.Match[str], _: Spot | None) -> Settled | None:
    year, tail = match["y"], match["tail"]
    if year[3] != "0":
        return None
    return Settled(f"{year}/.." if tail.endswith("以来") else f"{year[:3]}X", "原文写明年代")


def _reign(match: re.Match[str], _: Spot | None) -> Settled | None:
    year = 1 if match["n"] == "元" else number(match["n"])
    first = words.REIGNS[match["reign"]]
    ours = match["reign"] in _OUR_CALENDAR
    if not year or year > (_LAST_REPUBLIC if ours else 61):
        return None
    if ours:
        spot = Spot(
            first + year - 1, number(match["m"] or "0") or 0, number(match["d"] or "0") or 0
        )
        basis = f"{match['reign'].removeprefix('中华')}元年是{first}年"
        return Settled(edtf(spot), basis, spot) if exists(spot) else None
    return Settled(edtf(Spot(first + year - 1)), f"{match['reign']}元年是{first}年", shown=False)


def _era(match: re.Match[str], _: Spot | None) -> Settled | None:
    year = int(match["y"])
    if not year:
        return None
    # Astronomical years: 1 BC is 0000.
    return Settled(edtf(Spot(year)) if not match["bc"] else _before(year), "原文写明")


def _two_years(match: re.Match[str], anchor: Spot | None) -> Settled:
    if anchor is None:
        return Settled(None, UNANCHORED)
    return Settled(f"{anchor.year}/{anchor.year + 1}", f"据发表日期{edtf(anchor)}推算")


def _winter(match: re.Match[str], anchor: Spot | None) -> Settled:
    if anchor is None:
        return Settled(None, UNANCHORED)
    year = anchor.year - (match["first"] == "去")
    return Settled(f"{year}-24/{year + 1}-21", f"据发表日期{edtf(anchor)}推算")


def _before(year: int) -> str:
    return "0000" if year == 1 else edtf(Spot(1 - year))


def _either(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=lambda it: (-len(it), it)))


@cache
def _rules() -> tuple[tuple[re.Pattern[str], _Rule], ...]:
    century = r"(?P<century>(?:上个?|本|这个|\d{1,2}|[一二三四五六七八九十]+)世纪)"
    tens = (
        "(?:(?P<tens>[1-9]0(?:[至到—－–~～-]?[1-9]0)?"
        "|[一二三四五六七八九]+十(?:[至到—-]?[一二三四五六七八九]十)?)年代)"
    )
    tail = "(?P<tail>(?:初期?|末期?|末叶|初叶|中叶|中期|后期)?(?:以来)?)"
    table: tuple[tuple[str, _Rule], ...] = (
        (
            r"[“‘]?(?P<plan>[一二三四五六七八九十]{1,2}五|十五)[”’]?"
            "(?P<tail>期[末初]|期间|时期|以来|前期|中期|后期|[末初]期?|开局之?年|收官之?年)?",
            _plan,
        ),
        (
            f"(?:党的|中共)?(?P<since>{_either(words.SINCE)})(?:胜利)?(?:召开)?"
            f"(?:以来|近?{LENGTH}(?:以来|来))",
            _since,
        ),
        (f"(?:未来|今后|此后)的?{LENGTH}[内间]?", ahead),
        (f"{LENGTH}前", ago),
        (f"(?:{_either(words.ORIGINS)}|过去|最近|近|这)?[的近]?{LENGTH}(?:以来|来|间)?", lasting),
        (r"今明两年", _two_years),
        (f"{century}?{tens}?{tail}", _decade),
        (f"(?P<y>[12]\\d{{3}}) ?年代{tail}", _year_decade),
        (
            rf"(?P<reign>{_either(words.REIGNS)})(?P<n>元|\d+|[一二三四五六七八九十]+)年"
            r"(?:(?P<m>\d{1,2}|[一二三四五六七八九十]+)月份?(?:(?P<d>\d{1,2}|[一二三四五六七八九十]+)[日号])?)?",
            _reign,
        ),
        (r"(?P<first>[去今])冬[今明]春", _winter),
        (r"公元(?P<bc>前)?(?P<y>\d{1,4})年", _era),
    )
    return tuple((re.compile(pattern), rule) for pattern, rule in table)


_VAGUE: Final = frozenset(words.VAGUE)


def stretch(surface: str, anchor: Spot | None) -> Settled | None:
    """None if it is no such expression."""
    if surface in _VAGUE:
        return Settled(None, "哪天没有说")
    plain = surface.translate(WIDTH)
    for pattern, rule in _rules():
        if match := pattern.fullmatch(plain):
            return rule(match, anchor)
    return None
