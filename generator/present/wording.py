"""Values of findings -> words for readers: EDTF, amounts, qualifiers."""

from __future__ import annotations

import functools
import re

from generator.model.findings import Figure, Number, Qualifier
from generator.present.texts import say, text

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
"""How a source says it: what stands in an amount's own words is not told again."""

_DATE = re.compile(r"(-?[0-9X]{4})(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?([~?%]?)\Z")
_ENDS = {"01": "date.year_start", "12": "date.year_end"}
"""2018-12~ stands for 2018年底, 2018-01~ for 2018年初."""
_MARKS = {"~": "date.about", "?": "date.doubtful", "%": "date.doubtful_about"}


@functools.lru_cache(maxsize=4096)
def date_words(edtf: str) -> str:
    """2022-05/.. -> 2022年5月起; what is not a plain EDTF date or interval as it is."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _day(first)
    if last in ("", ".."):
        return say("date.since", date=_day(first))
    if first in ("", ".."):
        return say("date.until", date=_day(last))
    if first == last:
        return _day(first)
    if first.isdecimal() and last.isdecimal():
        return say("date.years", first=str(int(first)), last=str(int(last)))
    return say("date.span", first=_day(first), last=_day(last))


def day_words(year: int, month: int = 0, day: int = 0) -> str:
    """A year, a month or a day of the calendar."""
    said = say("date.year", year=str(year))
    if month:
        said = _joined(said, _month(month), str(day) if day else "")
    return said


def year_words(year: int) -> str:
    """2022年; astronomical -3999 is 公元前4000年."""
    if year > 0:
        return say("date.year", year=str(year))
    return say("date.year_before_christ", year=str(1 - year))


def bare_year(words: str) -> str:
    """2022年 -> 2022."""
    before, _, after = text("date.year").partition("{year}")
    return words.removeprefix(before).removesuffix(after)


def _joined(year: str, month: str, day: str) -> str:
    if day:
        day = say("date.day", day=day)
        month = say("date.month_day", month=month, day=day) if month else day
    if not year or not month:
        return year or month
    return say("date.year_day" if day else "date.year_month", year=year, date=month)


def _month(month: int) -> str:
    names = text("date.months").split("|")
    return names[month - 1] if 1 <= month <= len(names) else str(month)


def _season(number: int) -> str:
    """Of the year, ISO 8601-2:2019, 4.8: sub-year groupings 21 to 41."""
    names = text("date.seasons").split("|")
    return names[number - 21] if 21 <= number < 21 + len(names) else str(number)


def _year(year: str) -> str:
    """199X -> 1990年代, 19XX -> 20世纪, 0416 -> 416年; astronomical -3999 -> 公元前4000年."""
    if year.lstrip("-").isdecimal():
        return year_words(int(year))
    if year[:3].isdecimal():
        return say("date.decade", year=f"{int(year[:3])}0")
    if year[:2].isdecimal() and year.endswith("XX"):
        century = int(year[:2]) + 1
        return say("date.century", century=str(century), ordinal=ordinal(century))
    return say("date.year", year=year.replace("X", "×"))


def ordinal(number: int) -> str:
    """21 -> 21st, as English counts centuries."""
    last = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else last}"


def _day(edtf: str) -> str:
    found = _DATE.match(edtf)
    if found is None:
        return edtf
    year, month, day, mark = found.groups()
    known = year != "XXXX"
    if mark == "~" and known and not day and month in _ENDS:
        return say(_ENDS[month], year=bare_year(_year(year)))
    when = ""
    if month and month != "XX":
        if not month.isdecimal():
            when = say("date.month_unknown", month=month)
        else:
            when = _month(int(month)) if int(month) <= 12 else _season(int(month))
    on = "" if not day or day == "XX" else str(int(day)) if day.isdecimal() else day
    said = _joined(_year(year) if known else "", when, on)
    if not said:
        return edtf
    if not known:
        said = say("date.year_unknown", date=said)
    return say(_MARKS[mark], date=said) if mark else said


def number_words(value: Number | tuple[Number, Number]) -> str:
    """7780000000 -> 77.8亿; a range: 3—5."""
    if isinstance(value, tuple):
        return text("mark.dash").join(map(number_words, value))
    for size, word in _sizes():
        if abs(value) >= size:
            return say("number.large", number=f"{value / size:.10g}", unit=word)
    return f"{value:.10g}"


def _sizes() -> list[tuple[int, str]]:
    """In the catalogue as 12:万亿 8:亿, powers of ten and what they are called."""
    found = (it.partition(":") for it in text("number.units").split())
    return [(10 ** int(power), word) for power, _, word in found]


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
    notes += [text(f"qualifier.{it}") for it in figure.qualifiers if QUALIFIERS[it] not in surface]
    if figure.as_of:
        notes.append(date_words(figure.as_of))
    unit_said = figure.unit and surface.endswith(figure.unit)
    if not unit_said and not _DIGIT.search(surface):
        notes.append(f"{number_words(figure.value)}{figure.unit}")
    return notes


_DIGIT = re.compile(r"[0-9０-９]")
