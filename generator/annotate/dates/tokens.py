"""A time expression -> its parts: which year, month, day, stretch and tail its words name."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final, Literal, NamedTuple

from generator.annotate.dates import words

Ground = Literal["said", "published", "spoken"]
"""Written out; counted from the day of publication; counted from what was spoken of before."""


class Count(NamedTuple):
    """A year, month or day: its number, or how far it is from the ground."""

    ground: Ground
    number: int


class Point(NamedTuple):
    """One end of an expression. What is None the text leaves out."""

    year: Count | None = None
    month: Count | None = None
    day: Count | None = None
    week: int | None = None
    """Weeks from that of publication."""
    weekday: int | None = None
    """0 is Monday; 7 the end of the week."""
    part: str = ""
    """底, 初, 中, 上旬, 中旬, 下旬, 半1, 季1, 前9 (months), 春 …; 中叶 of this century."""


class Reading(NamedTuple):
    """What an expression says, before anything is counted."""

    first: Point
    last: Point | None = None
    tail: str = ""
    """以来, 前, 前后 or nothing."""


_TAILS: Final = {
    **dict.fromkeys(("以来", "起", "至今", "迄今"), "以来"),
    **dict.fromkeys(("前后", "左右"), "前后"),
}
WIDTH: Final = str.maketrans("０１２３４５６７８９○Ｏ零", "0123456789〇〇〇")
_HAN: Final = {it: at for at, it in enumerate("〇一二三四五六七八九")} | {"两": 2}
_TOKENS: Final = {
    "skip": r"\s+|当地时间|北京时间|美国东部时间|美东时间|格林尼治时间",
    "gloss": r"[（(](?:(?P<gy>\d{4})年)?(?:(?P<gm>\d+)月)?(?P<gd>\d+)[日号].*?[）)]",
    "iso": r"(?P<iy>\d{4})[-/.](?P<im>\d+)[-/.](?P<id>\d+)",
    "first": r"[前头](?P<months>\d+|[一二三四五六七八九十]+)个?月|前(?P<quarters>[一二两三123])个?季度",
    "turn": r"月(?P<turn>[初底末])",
    "edge": r"年?(?P<edge>[初底末])(?:期|叶)?|年(?P<middle>中)",
    "half": r"(?P<half>[上下])半年",
    "quarter": r"第?(?P<quarter>[一二三四1-4首])季度?(?:末|初)?",
    "xun": r"(?P<xun>上中旬|中下旬|[上中下]旬)",
    "season": r"(?P<season>[春夏秋冬])[季天末初]?",
    "year": r"(?P<y>\d{4}|[一二][〇一二三四五六七八九]{3})\s?(?:年度?|学年|赛季)",
    "years": f"(?P<wy>{'|'.join(sorted((*words.YEARS, *words.YEARS_AFTER), key=len)[::-1])})度?",
    "months": f"(?P<wm>{'|'.join(sorted((*words.MONTHS, *words.MONTHS_AFTER), key=len)[::-1])})",
    "nearby": r"(?P<which>[去今明])(?P<time>[春夏秋冬])",
    "glossed": r"[今昨明][（(](?P<pd>\d{1,2})[）)]日",
    "days": f"(?P<wd>{'|'.join(sorted((*words.DAYS, *words.DAYS_AFTER), key=len)[::-1])})",
    "week": f"(?P<week>{'|'.join(words.WEEKS)})(?P<weekday>[一二三四五六日天末])?",
    "month": r"(?P<m>\d{1,2}|[一二三四五六七八九十]+)\s?月份?",
    "day": r"(?P<d>\d{1,2}|[一二三四五六七八九十]+)\s?[日号]",
    "century": r"本世纪中叶",
    "hours": r"凌晨|清晨|早晨|早上|早间|上午|中午|正午|午间|午后|下午|傍晚|晚上|晚间|夜间|夜里|深夜|[早晚夜]",
    "clock": r"\d+(?:时(?:\d+分(?:\d+秒)?|许|整)?|点(?:\d+分?|半|钟|整|许)?|[:：]\d\d(?:[:：]\d\d)?)"
    r"|[〇一二三四五六七八九十]{1,2}[时点](?:\d+分|[半许整钟])?",
    "tail": r"(?P<tail>以来|前后|左右|[之以]?前|起|[至迄]今)",
    "join": r"——|--|[—－–~～∼至到、-]",
    "interval": r"时隔(?P<after>\d+|[一二三四五六七八九十百两]+)年(?:之?后)?",
    "bare": r"(?P<n>\d+|[一二三四五六七八九十]{1,2})",
}


def number(text: str) -> int | None:
    """十四, 二〇二二, 九十, 12; None for what is none."""
    if text.isdecimal():
        return int(text)
    if "十" not in text and "百" not in text:
        digits = [_HAN.get(it) for it in text]
        if len(text) not in {1, 4}:
            return None  # 三五年 is three to five
        return None if None in digits else int("".join(map(str, digits)))
    total = 0
    for unit, size in (("百", 100), ("十", 10)):
        if unit in text:
            head, text = text.split(unit, 1)
            value = 1 if not head else _HAN.get(head.strip("〇"), -1)
            if value < 0:
                return None
            total += value * size
    rest = _HAN.get(text.strip("〇"), 0 if not text.strip("〇") else -1)
    return None if rest < 0 else total + rest


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}_>{it})" for name, it in _TOKENS.items()))


def _said(text: str) -> Count | None:
    value = number(text)
    return None if value is None else Count("said", value)


def _word(text: str, published: dict[str, int], spoken: dict[str, int]) -> Count:
    if text in published:
        return Count("published", published[text])
    return Count("spoken", spoken[text])


_PLAIN: Final = re.compile(r"(?:(\d{4})年)?(?:(\d{1,2})月)?(?:(\d{1,2})日)?", re.ASCII)


def read(surface: str) -> Reading | None:
    """None if the words do not make a time."""
    # Most are written out in full: that need not go through the tokens.
    if plain := _PLAIN.fullmatch(surface):
        year, month, day = (it and Count("said", int(it)) for it in plain.groups())
        return Reading(Point(year or None, month or None, day or None))
    ends: list[Point] = []
    point = Point()
    tail = ""
    bare: int | None = None
    listed = False
    at = 0
    for match in _tokens().finditer(surface.translate(WIDTH)):
        if match.start() != at:
            return None
        at = match.end()
        kind = (match.lastgroup or "")[:-1]
        if kind == "bare":
            bare = number(match["n"])
        elif kind == "join":
            listed = match[0] == "、"
            ends.append(point)
            point = Point()
        elif kind == "tail":
            tail = _TAILS.get(match["tail"], "前")
        else:
            point = _add(point, kind, match)
            tail = "以来" if match["wd"] == "今起" else tail
    if at != len(surface) or len(ends) > 1:
        return None
    if not ends:
        return Reading(point, None, tail) if bare is None else None
    first = _completed(ends[0], bare, point)
    if first is None or (listed and not _next_days(first, point)):
        return None
    return Reading(first, point, tail)


def _next_days(first: Point, last: Point) -> bool:
    """28、29日 is a stretch; 20、29日 is not."""
    return bool(first.day and last.day and first.day.number + 1 == last.day.number)


def _completed(first: Point, bare: int | None, last: Point) -> Point | None:
    """1 of 1—8月, 2022 of 2022—2025年, 17 of 9月17—22日: the unit is that of the other end."""
    if bare is None:
        return first
    count = Count("said", bare)
    if bare > 999:
        return first._replace(year=count)
    if last.month and not last.day and not first.month:
        return first._replace(month=count)
    return first._replace(day=count) if last.day and not first.day else None


def _add(point: Point, kind: str, match: re.Match[str]) -> Point:
    change: dict[str, Any] = {}
    match kind:
        case "year":
            change["year"] = _said(match["y"])
        case "interval":
            years = number(match["after"])
            change["year"] = Count("spoken", years) if years else None
        case "years":
            change["year"] = _word(match["wy"], words.YEARS, words.YEARS_AFTER)
        case "nearby":
            shift = {"去": -1, "今": 0, "明": 1}[match["which"]]
            change = {"year": Count("published", shift), "part": match["time"]}
        case "month":
            change["month"] = _said(match["m"])
        case "months" if point.month is None:
            change["month"] = _word(match["wm"], words.MONTHS, words.MONTHS_AFTER)
        case "day":
            change["day"] = _said(match["d"])
        case "glossed":
            change["day"] = _said(match["pd"])
        case "days" if point.day is None:
            change["day"] = _word(match["wd"], words.DAYS, words.DAYS_AFTER)
        case "gloss":
            given = {"year": match["gy"], "month": match["gm"], "day": match["gd"]}
            change = {name: _said(it) for name, it in given.items() if it}
        case "iso":
            change = {
                "year": _said(match["iy"]),
                "month": _said(match["im"]),
                "day": _said(match["id"]),
            }
        case "week":
            day = match["weekday"] or ""
            change["week"] = words.WEEKS[match["week"]]
            if day:
                change["weekday"] = (
                    7 if day == "末" else words.WEEKDAYS.find(day.replace("天", "日"))
                )
        case "first":
            months = number(match["months"] or "") if match["months"] else None
            quarters = {"一": 1, "二": 2, "两": 2, "三": 3}.get(match["quarters"] or "", 0)
            change["part"] = f"前{months or 3 * (quarters or int(match['quarters'] or 0))}"
        case "edge":
            change["part"] = (match["edge"] or match["middle"]).replace("末", "底")
        case "turn":
            change = {"month": Count("published", 0), "part": match["turn"].replace("末", "底")}
        case "half":
            change["part"] = "半1" if match["half"] == "上" else "半2"
        case "quarter":
            order = "一二三四".find(match["quarter"]) + 1 or match["quarter"].replace("首", "1")
            change["part"] = f"季{order}"
        case "xun" | "season":
            change["part"] = match[kind]
        case "century":
            change["part"] = "中叶"
    return point._replace(**change) if change else point
