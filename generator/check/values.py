"""Amounts and dates that a page states -> problems, by reading the quoted words once more.

`<data value data-unit>` and `<time datetime>` or `[data-edtf]` stand around a quotation. What they
say is read anew from its words by rules of this file alone: plain ones, that know nothing of how
the value was found. A value whose number the words do not hold, or a date whose year, month or
day is not in them and does not follow from the day of publication, is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check import markup
from generator.check.markup import Document, Element

Fault = tuple[str, str]
"""(problem code, what is wrong)."""

_EDITOR = "editor"
"""Value of data-by where an editor knows better than the words."""
_CLOSE = 1e-6
_DIGITS = dict(
    zip(
        "〇零一二两三四五六七八九０１２３４５６７８９",
        (0, 0, 1, 2, 2, *range(3, 10), *range(10)),
        strict=True,
    )
)
_SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_LARGE = {"万": 10**4, "亿": 10**8, "萬": 10**4, "億": 10**8}
_NUMBER = re.compile(
    r"(?P<digits>[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．·点][0-9０-９]+)?)"
    r"|(?P<words>[〇零一二两三四五六七八九十百千万亿]+(?:点[〇零一二三四五六七八九]+)?)"
)
_SCALE = re.compile(r"[多余来几]?(?P<scale>[十百千万亿萬億]+)")
_PAIR = re.compile("([一二两三四五六七八])([二两三四五六七八九])(?=[十百千万亿])")
_HALF = re.compile(r"半")
_FRACTION = re.compile(
    r"(?P<under>[〇零一二两三四五六七八九十百千万0-9]+)分之(?P<over>[〇零一二两三四五六七八九十百千万0-9.]+)"
)
_TENTHS = re.compile(r"(?P<number>[一二两三四五六七八九1-9](?:[.．][0-9])?)(?:成|折)(?P<half>半)?")


def check_values(document: Document) -> Iterator[Fault]:
    """Everything on the page that states a value of the words it stands around."""
    for element in markup.elements(document, "value"):
        if markup.name(element.tag) == "data":
            yield from _amount(element)
    for attribute in ("datetime", "data-edtf"):
        for element in markup.elements(document, attribute):
            yield from _date(element, attribute)


def stated(document: Document) -> int:
    """How many values and dates the page states."""
    times = sum(len(markup.elements(document, it)) for it in ("datetime", "data-edtf"))
    amounts = (markup.name(it.tag) == "data" for it in markup.elements(document, "value"))
    return times + sum(amounts)


def numbers(words: str) -> set[float]:
    """Every number that the words may stand for: 1.5万 is 1.5 and 15000."""
    found: set[float] = set()
    for it in _FRACTION.finditer(words):
        under, over = _read(it["under"]), _read(it["over"])
        if under:
            found |= {over / under, over, over / under * 100}
    for it in _TENTHS.finditer(words):
        tenths = _read(it["number"]) + (0.5 if it["half"] else 0)
        found |= {tenths * 10, tenths / 10}
    for it in _NUMBER.finditer(words):
        value = _read(it[0])
        found.add(value)
        scale = _SCALE.match(words, it.end())
        size = _scale(scale["scale"]) if scale else 1
        found.add(value * size)
        end = scale.end() if scale else it.end()
        if _HALF.match(words, end) or _HALF.search(words, end, end + 3):
            found |= {value + 0.5, (value + 0.5) * size, value * size * 1.5}
    if _HALF.search(words):
        found |= {0.5, 50.0}
    for it in re.finditer("[十百千万亿]+", words):
        found.add(float(_scale(it[0])))
    return found


def _amount(element: Element) -> Iterator[Fault]:
    named = markup.attributes(element.tag)
    if named.get("data-by") == _EDITOR:
        return
    words = markup.content(element.inner)
    stands = numbers(words)
    for value in named.get("value", "").split("/"):
        try:
            number = float(value)
        except ValueError:
            yield "value-malformed", f"{value}: {words}"
            continue
        if not any(
            abs(abs(number) - it) <= _CLOSE * max(1.0, abs(it)) for it in _scaled(stands, words)
        ):
            yield "value-differs", f"{value}: {words}"


def _scaled(stands: set[float], words: str) -> Iterator[float]:
    """In 3—5万 and 三五百 the scale is said once, for both."""
    yield from stands
    sizes = {float(_scale(it)) for it in re.findall("[十百千万亿萬億]+", words)}
    small = {float(_digit(it)) for pair in _PAIR.findall(words) for it in pair}
    for size in sizes:
        yield from (it * size for it in stands | small)


def _read(text: str) -> float:
    """Arabic or Chinese digits, with a point."""
    whole, _, rest = (
        re.sub("[,，]", "", text)
        .replace("．", ".")
        .replace("·", ".")
        .replace("点", ".")
        .partition(".")
    )
    value = _whole(whole)
    for place, sign in enumerate(rest, 1):
        value += _digit(sign) / 10**place
    return value


def _whole(text: str) -> float:
    """三千二百万, 二〇二二, 3200."""
    if all(it in _DIGITS or it.isdecimal() for it in text):
        return float("".join(str(_digit(it)) for it in text) or 0)
    total = section = digit = 0
    for sign in text:
        if sign in _SMALL:
            section += (digit or 1) * _SMALL[sign]
            digit = 0
        elif sign in _LARGE:
            total = (total + section + digit or 1) * _LARGE[sign]
            section = digit = 0
        else:
            digit = digit * 10 + _digit(sign)
    return float(total + section + digit)


def _digit(sign: str) -> int:
    return _DIGITS[sign] if sign in _DIGITS else int(sign)


def _scale(signs: str) -> int:
    size = 1
    for sign in signs:
        size *= _SMALL.get(sign) or _LARGE[sign]
    return size


_EDTF_PART = re.compile(r"(-?[0-9X]{4})(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?")
_FULL_YEAR = re.compile(r"([12][0-9]{3}|[一二][〇零一二三四五六七八九]{3})年")
_MONTH = re.compile(r"(?<![0-9个])([0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?!来|内|后|前)")
_DAY = re.compile(r"(?<![0-9])([0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号](?![线楼店召称])")
_RELATIVE = {"前年": -2, "去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1, "后年": 2}


def _date(element: Element, attribute: str) -> Iterator[Fault]:
    named = markup.attributes(element.tag)
    if named.get("data-by") == _EDITOR:
        return
    edtf = named.get(attribute, "")
    words = markup.content(element.inner)
    parts = _EDTF_PART.findall(edtf)
    if not parts:
        yield "date-malformed", f"{edtf}: {words}"
        return
    years = {it[0] for it in parts}
    published = named.get("data-published", "")[:4]
    wanted = [(f"{int(_whole(it)):04d}", years) for it in _FULL_YEAR.findall(words)]
    wanted += [
        (f"{int(_whole(it)):02d}", {part[1] for part in parts}) for it in _MONTH.findall(words)
    ]
    wanted += [
        (f"{int(_whole(it)):02d}", {part[2] for part in parts}) for it in _DAY.findall(words)
    ]
    if published.isdecimal():
        wanted += [
            (f"{int(published) + step:04d}", years)
            for word, step in _RELATIVE.items()
            if word in words
        ]
    for number, stands in wanted:
        if number not in stands:
            yield "date-differs", f"{edtf}: {words}"
            return
