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
_FOLDS = 20
"""翻两番 is four times as much."""
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
        # 55万千瓦 counts 千瓦, 3万千克 grams: either may be meant.
        sizes = (
            [_scale(scale["scale"][:end]) for end in range(1, len(scale["scale"]) + 1)]
            if scale
            else [1]
        )
        found |= {value * size for size in sizes}
        end = scale.end() if scale else it.end()
        if _HALF.match(words, end) or _HALF.search(words, end, end + 3):
            found |= {
                value + 0.5,
                *((value + 0.5) * size for size in sizes),
                value * sizes[-1] * 1.5,
            }
    if "番" in words:
        found |= {2.0**it for it in {1.0, *found} if it <= _FOLDS}
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


_PART = re.compile(r"(-?[0-9X]{4})(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?")
_CHINESE = "〇零一二三四五六七八九十"
_TO = "[-—–~～至到、和]+"
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
_RELATIVE = {"前年": -2, "去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1, "后年": 2}
_COUNTED = re.compile(
    rf"(?<![0-9{_CHINESE}])(?:[0-9]{{1,2}}|[{_CHINESE}两百]{{1,3}}|几|数)[多余]?(?:年(?!代)|个多?月)|世纪"
)
"""Spans of years, from which others follow."""
_OTHER_CALENDAR = re.compile(
    rf"农历|阴历|腊|正月|冬月|除夕|春节|次年|翌年|第二年|来年|当年|同年|(?<![{_CHINESE}])[元{_CHINESE}]年"
)


def _date(element: Element, attribute: str) -> Iterator[Fault]:
    """Each year, month and day that the EDTF names is in the words, if words name any."""
    named = markup.attributes(element.tag)
    if named.get("data-by") == _EDITOR:
        return
    edtf = named.get(attribute, "")
    words = markup.content(element.inner)
    parts = _PART.findall(edtf)
    if not parts:
        yield "date-malformed", f"{edtf}: {words}"
        return
    if not (
        _years_stand({it[0] for it in parts}, words, named.get("data-published", "")[:4])
        and _stand({it[1] for it in parts if it[1] <= "12"}, _MONTHS, words)
        and _stand({it[2] for it in parts}, _DAYS, words)
    ):
        yield "date-differs", f"{edtf}: {words}"


def _stand(told: set[str], pattern: re.Pattern[str], words: str) -> bool:
    """Months or days; where the words name none, they follow from something else."""
    stands = {f"{int(_whole(it)):02d}" for it in pattern.findall(words)}
    return not stands or all(it in stands for it in told if it.isdecimal())


def _years_stand(told: set[str], words: str, published: str) -> bool:
    stands = {f"{int(_whole(one or other)):04d}" for one, other in _YEAR.findall(words)}
    stands |= {f"-{int(_whole(it)) - 1:04d}" for it in _BEFORE_CHRIST.findall(words)}
    decades = {it[:3] for it in stands}
    short = {f"{int(_whole(next(filter(None, it)))):02d}" for it in _SHORT_YEAR.findall(words)}
    relative = [step for word, step in _RELATIVE.items() if word in words]
    if published.isdecimal():
        stands |= {f"{int(published) + step:04d}" for step in relative}
    elif relative:
        return True
    if not stands or (_COUNTED.search(words) and not relative) or _OTHER_CALENDAR.search(words):
        return True
    return all(
        it in stands or it[-2:] in short or (it[:3] in decades and it.endswith("X"))
        for it in told
        if it != "XXXX"
    )
