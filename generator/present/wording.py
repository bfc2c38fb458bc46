"""Values of findings -> words for readers: EDTF, amounts, qualifiers."""

from __future__ import annotations

import functools
import re

from generator.model.findings import Figure, Number, Qualifier

QUALIFIERS: dict[Qualifier, str] = {
    "approx": "约数",
    "min": "至少",
    "more": "多于",
    "max": "至多",
    "less": "不足",
    "target": "目标",
    "cumulative": "累计",
    "new": "新增",
}

_SEASONS = dict(
    zip(
        range(21, 42),
        (
            *("春", "夏", "秋", "冬") * 3,
            *("一季度", "二季度", "三季度", "四季度"),
            *("前四个月", "中间四个月", "后四个月"),
            *("上半年", "下半年"),
        ),
        strict=True,
    )
)
"""ISO 8601-2:2019, 4.8: sub-year groupings 21 to 41."""
_DATE = re.compile(r"(-?[0-9X]{4})(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?([~?%]?)\Z")
_ENDS = {"01": "年初", "12": "年底"}
"""2018-12~ stands for 2018年底, 2018-01~ for 2018年初."""
_MARKS = {"~": "前后", "?": "（存疑）", "%": "前后（存疑）"}


@functools.lru_cache(maxsize=4096)
def date_words(edtf: str) -> str:
    """2022-05/.. -> 2022年5月起; what is not a plain EDTF date or interval as it is."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _day(first)
    if last in ("", ".."):
        return f"{_day(first)}起"
    if first in ("", ".."):
        return f"至{_day(last)}"
    if first == last:
        return _day(first)
    if first.isdecimal() and last.isdecimal():
        return f"{int(first)}—{int(last)}年"
    return f"{_day(first)}—{_day(last)}"


def _year(year: str) -> str:
    """199X -> 1990年代, 19XX -> 20世纪, 0416 -> 416年; astronomical -3999 -> 公元前4000年."""
    if year.lstrip("-").isdecimal():
        number = int(year)
        return f"{number}年" if number > 0 else f"公元前{1 - number}年"
    if year[:3].isdecimal():
        return f"{int(year[:3])}0年代"
    if year[:2].isdecimal() and year.endswith("XX"):
        return f"{int(year[:2]) + 1}世纪"
    return f"{year.replace('X', '×')}年"


def _day(edtf: str) -> str:
    found = _DATE.match(edtf)
    if found is None:
        return edtf
    year, month, day, mark = found.groups()
    said = "" if year == "XXXX" else _year(year)
    if month and month.isdecimal() and int(month) > 12:
        said += _SEASONS.get(int(month), month)
    elif month and month != "XX":
        said += f"{int(month)}月" if month.isdecimal() else f"{month}月"
    if day and day != "XX":
        said += f"{int(day)}日" if day.isdecimal() else f"{day}日"
    if mark == "~" and year != "XXXX" and not day and month in _ENDS:
        return _year(year).removesuffix("年") + _ENDS[month]
    if not said:
        return edtf
    return said + ("（年份不详）" if year == "XXXX" else "") + _MARKS.get(mark, "")


def number_words(value: Number | tuple[Number, Number]) -> str:
    """7780000000 -> 77.8亿; a range: 3—5."""
    if isinstance(value, tuple):
        return "—".join(map(number_words, value))
    for size, word in _SIZES:
        if abs(value) >= size:
            return f"{value / size:.10g}{word}"
    return f"{value:.10g}"


_SIZES = ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"))


_CHANGE = re.compile(
    r"(?:同比|环比)?(?:实际|名义)?(?:增长|下降|增加|减少|提高|提升|降低|上涨|下跌|回落|上升|扩大|收窄)"
    r"(?=了?(?:约|近|超|超过)?\Z)"
)


def change_word(before: str) -> str:
    """同比增长 right before an amount: then it is no level but a change."""
    found = _CHANGE.search(before)
    return found[0] if found else ""


def figure_notes(figure: Figure, surface: str, change: str = "") -> list[str]:
    """What is counted, how, of when; and the amount where its words hide it (四成)."""
    notes = [figure.of] if figure.of else []
    if change and change not in figure.of:
        notes.append(change)
    notes += [QUALIFIERS[it] for it in figure.qualifiers if QUALIFIERS[it] not in surface]
    if figure.as_of:
        notes.append(date_words(figure.as_of))
    unit_said = figure.unit and surface.endswith(figure.unit)
    if not unit_said and not _DIGIT.search(surface):
        notes.append(f"{number_words(figure.value)}{figure.unit}")
    return notes


_DIGIT = re.compile(r"[0-9０-９]")
