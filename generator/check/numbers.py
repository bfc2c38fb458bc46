"""Words -> every number they may stand for, in Arabic or Chinese digits; for `values.py` alone.

It is meant to be plain and generous: it vouches that a number is in the words, not which one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_FOLDS = 20
"""翻两番 is four times as much."""
_DIGITS = dict(
    zip(
        "〇零一二两三四五六七八九０１２３４５６７８９",
        (0, 0, 1, 2, 2, *range(3, 10), *range(10)),
        strict=True,
    )
)
WIDTH = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
_SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_LARGE = {"万": 10**4, "亿": 10**8, "萬": 10**4, "億": 10**8}
_NUMBER = re.compile(
    r"(?P<digits>[0-9０-９]+(?:[,， \u2009\u00a0\u202f][0-9０-９]{3})*(?:[.．·点][0-9０-９]+)?)"
    r"|(?P<words>[〇零一二两三四五六七八九十百千万亿]+(?:点[〇零一二三四五六七八九]+)?)"
)
_SCALE = re.compile(r"[多余来几]?(?P<scale>[十百千万亿萬億]+)")
_PAIR = re.compile("([一二两三四五六七八])([二两三四五六七八九])")
_HALF = re.compile(r"半")
_FRACTION = re.compile(
    r"(?P<under>[〇零一二两三四五六七八九十百千万0-9]+)分之(?P<over>[〇零一二两三四五六七八九十百千万0-9.]+)"
)
_SLASHED = re.compile(r"(?P<over>[0-9]+)/(?P<under>[0-9]+)")
_ADDEND = re.compile("([0-9]+(?:[.][0-9]+)?)([十百千万亿]*)")
_SUM = re.compile("(?:[0-9]+(?:[.][0-9]+)?[十百千万亿]+){1,4}(?:[0-9]+)?")
_MIXED = re.compile("[0-9]+[十百千万亿][0-9十百千万亿多余来]*")
_FEW = re.compile(
    "(?P<head>[〇零一二两三四五六七八九十百千万0-9]*[十百千万0])?[几数](?P<scale>[十百千万亿]*)"
)
_TEENS = re.compile(
    "(?P<head>[一二三四五六七八九]?十)(?P<low>[一二三四五六七八])(?P<high>[二三四五六七八九])"
)
"""十三四岁 is thirteen or fourteen."""
_CLOCK = re.compile(
    "(?P<hours>[0-9〇零一二两三四五六七八九十]+)个?小?时(?P<minutes>[0-9〇零一二三四五六七八九十]+)分"
)
_HOUR = 60
_TENTHS = re.compile(r"(?P<number>[一二两三四五六七八九1-9](?:[.．][0-9])?)(?:成|折)(?P<half>半)?")


def numbers(words: str) -> set[float]:
    """Every number that the words may stand for: 1.5万 is 1.5 and 15000."""
    words = words.translate(WIDTH)
    found: set[float] = set()
    for it in _FRACTION.finditer(words):
        under, over = _read(it["under"]), _read(it["over"])
        if under:
            found |= {over / under, over, over / under * 100}
    for it in _SLASHED.finditer(words):
        found.add(float(it["over"]) / (float(it["under"]) or 1))
    for it in _SUM.finditer(words):
        found.add(sum(_read(number) * _scale(size) for number, size in _ADDEND.findall(it[0])))
    for it in _MIXED.finditer(words):
        # 1亿3千多万, 3万2千亿: read like words, sign by sign.
        found.add(whole(re.sub("[多余来]", "", it[0])))
    for it in _FEW.finditer(words):
        head, scale = it["head"] or "", it["scale"]
        # 几百 is 200 to 900, 二十几万 210,000 to 290,000, 一百几十 110 to 190.
        last = _scale(head[-1:].replace("0", "十"))
        inner = scale[:1] if scale and _scale(scale[0]) < last else ""
        step, size = _scale(inner), _scale(scale[len(inner) :])
        found |= {((whole(head) if head else 0.0) + few * step) * size for few in range(1, 10)}
    for it in _TEENS.finditer(words):
        tens = whole(it["head"])
        found |= {tens + _digit(it["low"]), tens + _digit(it["high"])}
    for it in _CLOCK.finditer(words):
        found.add(whole(it["hours"]) + round(whole(it["minutes"]) / _HOUR, 4))
    for it in _TENTHS.finditer(words):
        tenths = _read(it["number"]) + (0.5 if it["half"] else 0)
        found |= {tenths * 10, tenths / 10}
    for it in _NUMBER.finditer(words):
        value = _read(it[0])
        found.add(value)
        if it[0][-1] == "千" and it[0][:-1]:
            # 二万千瓦: the thousand is part of the unit.
            found.add(_read(it[0][:-1]))
        scale = _SCALE.match(words, it.end())
        # 55万千瓦 counts 千瓦, 3万千克 grams: either may be meant.
        sizes = (
            [_scale(scale["scale"][:end]) for end in range(1, len(scale["scale"]) + 1)]
            if scale
            else [1]
        )
        found |= {value * size for size in sizes}
        end = scale.end() if scale else it.end()
        if _HALF.match(words, end) or _HALF.search(words, end, end + 4):
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
        # 百万千瓦 is a million of 千瓦.
        found |= {float(_scale(it[0][:end])) for end in range(1, len(it[0]) + 1)}
    return found


def scaled(stands: set[float], words: str) -> Iterator[float]:
    """In 3—5万 and 三五百 the scale is said once, for both."""
    yield from stands
    sizes = {float(_scale(it)) for it in re.findall("[十百千万亿萬億]+", words)}
    small = {float(_digit(it)) for pair in _PAIR.findall(words) for it in pair}
    for size in (*sizes, 1.0):
        yield from (it * size for it in stands | small)


def _read(text: str) -> float:
    """Arabic or Chinese digits, with a point."""
    before, _, rest = (
        re.sub("[,， \u2009\u00a0\u202f]", "", text)
        .replace("．", ".")
        .replace("·", ".")
        .replace("点", ".")
        .partition(".")
    )
    value = whole(before)
    for place, sign in enumerate(rest, 1):
        value += _digit(sign) / 10**place
    return value


def whole(text: str) -> float:
    """三千二百万, 二〇二二, 3200."""
    if all(it in _DIGITS or it.isdecimal() for it in text):
        return float("".join(str(_digit(it)) for it in text) or 0)
    total = section = digit = 0
    for sign in text:
        if sign in _SMALL:
            section += (digit or 1) * _SMALL[sign]
            digit = 0
        elif sign in _LARGE:
            size = _LARGE[sign]
            above = total if total > size else 0
            total = above + (total - above + section + digit or 1) * size
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
