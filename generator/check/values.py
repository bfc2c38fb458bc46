"""Amounts and dates that a page states -> problems, by reading the quoted words once more.

`<data value data-unit>` and `<time datetime>` or `[data-edtf]` stand around a quotation. What they
say is read anew from its words by rules of this file alone: plain ones, that know nothing of how
the value was found. A value whose number the words do not hold, or a date whose year, month or
day is not in them and does not follow from the day of publication, is an error.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from generator.check import markup
from generator.check.markup import Document, Element
from generator.check.numbers import WIDTH, numbers, scaled, whole

Fault = tuple[str, str]
"""(problem code, what is wrong)."""

_EDITOR = "editor"
"""Value of data-by where an editor knows better than the words."""
_CLOSE = 1e-6


def check_values(document: Document) -> tuple[list[Fault], int]:
    """What is wrong with values that the page states of words, and how many it states."""
    faults: list[Fault] = []
    count = 0
    for element in markup.elements(document, "value"):
        if element.name == "data":
            count += 1
            faults += _amount(element)
    for attribute in ("datetime", "data-edtf"):
        stands = document.text.count(f' {attribute}="')
        plain = _PLAIN_DATE[attribute].findall(document.text) if stands else ()
        if len(plain) == stands:
            count += stands
            dates = [(edtf, markup.decoded(words), on) for edtf, on, words in plain]
        else:
            elements = markup.elements(document, attribute)
            count += len(elements)
            dates = [
                _date(it, attribute) for it in elements if it.attributes.get("data-by") != _EDITOR
            ]
        for edtf, words, published in dates:
            if code := date_fault(edtf, words, published):
                faults.append((code, f"{edtf}: {words}"))
    return faults, count


def _amount(element: Element) -> Iterator[Fault]:
    named = element.attributes
    if named.get("data-by") == _EDITOR:
        return
    words = markup.content(element.inner)
    for value in named.get("value", "").split("/"):
        if code := amount_fault(value, words):
            yield code, f"{value}: {words}"


@lru_cache(maxsize=16384)
def amount_fault(value: str, words: str) -> str:
    """The code of what is wrong with a number that is said to be in the words; empty if it is."""
    try:
        number = float(value)
    except ValueError:
        return "value-malformed"
    # Most amounts are Arabic digits and what they count, and there is no other reading to try.
    begins = _BEGINS.match(words)
    if begins and _is(number, float(begins[1]) * _TIMES[begins[2]]):
        return ""
    held = (_is(number, it) for it in scaled(numbers(words), words))
    return "" if any(held) else "value-differs"


_BEGINS = re.compile(r"([0-9]+(?:[.][0-9]+)?)(?![0-9.．·点,，\s])([万亿]?)")
_TIMES = {"": 1, "万": 10**4, "亿": 10**8}


def _is(number: float, read: float) -> bool:
    return abs(abs(number) - read) <= _CLOSE * max(1.0, abs(read))


_PART = re.compile(r"(-?[0-9X]{4})(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?")
_CHINESE = "〇零一二三四五六七八九十"
_TO = "[-—–－~～至到、和]+"
_YEAR = re.compile(rf"(?<![0-9])([12][0-9]{{3}})(?![0-9])|([一二][{_CHINESE}]{{3}})年")
_SHORT_YEAR = re.compile(
    rf"(?<![0-9])([0-9]{{2}})年|(?<=[-—–~～至到])([0-9]{{2}})(?=年)|([{_CHINESE}]{{2}})年"
)
_BEFORE_CHRIST = re.compile(rf"前([0-9{_CHINESE}百千]+)年")
_MONTHS = re.compile(
    rf"(?<![0-9个{_CHINESE}])([0-9]{{1,2}}|[{_CHINESE}]{{1,2}})(?=月份?|{_TO}(?:[0-9]{{1,2}}|[{_CHINESE}]{{1,2}})月)"
)
_DAYS = re.compile(
    rf"(?<![0-9{_CHINESE}])([0-9]{{1,2}}|[{_CHINESE}]{{1,3}})(?=[日号]|{_TO}(?:[0-9]{{1,2}}|[{_CHINESE}]{{1,3}})[日号])"
)
_RELATIVE = {
    **{"大前年": -3, "前年": -2, "去年": -1, "上年": -1, "上一年": -1},
    **{"今年": 0, "本年": 0, "明年": 1, "后年": 2, "大后年": 3},
}
_COUNTED_FROM = re.compile("|".join(sorted(_RELATIVE, key=len, reverse=True)))
_JANUARY = "-01"
"""What is printed in it may be a report of December, whose 今年 is the year before."""
_COUNTED = re.compile(
    rf"(?<![0-9{_CHINESE}])(?:[0-9]{{1,2}}|[{_CHINESE}两百]{{1,3}}|几|数)[多余]?(?:年(?!代)|个多?月)|世纪"
)
"""Spans of years, from which others follow."""
_OTHER_CALENDAR = re.compile(
    rf"农历|阴历|腊|正月|冬月|除夕|春节|次年|翌年|第二年|来年|当年|同年|(?<![{_CHINESE}])[元{_CHINESE}]年"
)


def _plain_date(element: str, attribute: str) -> re.Pattern[str]:
    """Most dates as our templates write them: words inside, quoted or not, nothing else."""
    published = '(?: data-published="([^"<>&]*+)")?'
    words = "(?:<span [^<>]*+>)?([^<]*+)(?:</span>)?"
    return re.compile(f'<{element} {attribute}="([^"<>&]*+)"{published}>{words}</{element}>')


_PLAIN_DATE = {
    "datetime": _plain_date("time", "datetime"),
    "data-edtf": _plain_date("span", "data-edtf"),
}


def _date(element: Element, attribute: str) -> tuple[str, str, str]:
    """What it states, the words it stands around, the day of publication."""
    named = element.attributes
    words = markup.content(element.inner)
    return named[attribute], words, named.get("data-published", "")


def date_fault(edtf: str, words: str, published: str) -> str:
    """The code of what is wrong, if the words name a year, month or day and the EDTF another."""
    # Most words name their year, whenever they were printed; and most recur.
    return _date_fault(edtf, words, published[:7] if _COUNTED_FROM.search(words) else "")


@lru_cache(maxsize=16384)
def _date_fault(edtf: str, words: str, published: str) -> str:
    words = words.translate(WIDTH)
    parts = _PART.findall(edtf)
    if not parts:
        return "date-malformed"
    holds = (
        _years_stand({it[0] for it in parts}, words, published)
        and _stand({it[1] for it in parts if it[1] <= "12"}, _MONTHS, words)
        and _stand({it[2] for it in parts}, _DAYS, words)
    )
    return "" if holds else "date-differs"


def _stand(told: set[str], pattern: re.Pattern[str], words: str) -> bool:
    """Months or days; where the words name none, they follow from something else."""
    stands = {f"{int(whole(it)):02d}" for it in pattern.findall(words)}
    if stands and pattern is _MONTHS and "前" in words:
        stands.add("01")
    return not stands or _each(told, stands.__contains__, len(stands))


def _each(told: set[str], stands: Callable[[str], bool], named: int) -> bool:
    """All; where the words name fewer, at least one: the other may follow from what stands before."""
    found = [stands(it) for it in told if it.strip("-").isdecimal() or it.endswith("X")]
    return all(found) or (len(found) > named and any(found))


def _years_stand(told: set[str], words: str, published: str) -> bool:
    stands = {f"{int(whole(one or other)):04d}" for one, other in _YEAR.findall(words)}
    stands |= {f"-{int(whole(it)) - 1:04d}" for it in _BEFORE_CHRIST.findall(words)}
    decades = {it[:3] for it in stands}
    short = {f"{int(whole(next(filter(None, it)))):02d}" for it in _SHORT_YEAR.findall(words)}
    relative = {_RELATIVE[it] for it in _COUNTED_FROM.findall(words)}
    year, month = published[:4], published[4:]
    named = len(stands)
    if year.isdecimal():
        named += len(relative)
        years = (int(year), int(year) - 1) if month == _JANUARY else (int(year),)
        stands |= {f"{it + step:04d}" for it in years for step in relative}
    elif relative:
        return True
    if not stands or (_COUNTED.search(words) and not relative) or _OTHER_CALENDAR.search(words):
        return True
    return _each(
        told - {"XXXX"},
        lambda it: it in stands or it[-2:] in short or (it[:3] in decades and it.endswith("X")),
        named,
    )
