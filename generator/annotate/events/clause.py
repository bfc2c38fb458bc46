"""Masked clause before a verb -> subject, date, place, and whether it tells a fact."""

from __future__ import annotations

import re

from msgspec import Struct

from generator.annotate.events.masks import BODY, DATE, FILL, PERSON, PLACE
from generator.annotate.events.verbs import NO_PLACE, Sort, tokens

_NAMES = (PERSON, BODY, PLACE)
_MOST = 30
"""Tokens that a phrase of place may have; outside names one for each character."""


class Left(Struct, frozen=True, gc=False):
    """What stands between the clause's beginning and the verb; offsets in the text."""

    start: int
    end: int
    """Of the subject."""
    date: int = -1
    """Where the nearest date begins."""
    place: tuple[int, int] | None = None
    future: bool = False
    joined: bool = False
    """Begins with 并, 还 …, or with nothing: the subject is that of the clause before."""


_Token = tuple[str, int, int]
"""Group of `tokens`, start, end: a plain tuple, there are many."""


def read_left(masked: str, start: int, end: int, sort: Sort) -> Left | None:
    """None if the clause is no fact: a wish, a plan, a condition, a negation."""
    words = [
        (it.lastgroup or "y", it.start(), it.end()) for it in tokens().finditer(masked, start, end)
    ]
    kinds = {it[0] for it in words}
    if "M" in kinds:
        return None
    future = "F" in kinds
    last, date, place = _strip_end(masked, words, sort)
    first = 0
    while first < last and (words[first][0] in "AF" or _is_date(masked, words[first])):
        if date < 0 and words[first][0] == "E":
            date = words[first][1]
        first += 1
    joined = first == last
    if date < 0:
        date = _inner_date(masked, words[first:last])
    if first == last:
        return Left(end, end, date, place, future, joined)
    return Left(words[first][1], words[last - 1][2], date, place, future, joined)


def _is_date(masked: str, token: _Token) -> bool:
    return masked[token[1]] == DATE


def _strip_end(
    masked: str, words: list[_Token], sort: Sort
) -> tuple[int, int, tuple[int, int] | None]:
    """(words left of adverbs, date and place before the verb; the date; the place)."""
    last, date = len(words), -1
    place: tuple[int, int] | None = None
    while last:
        token = words[last - 1]
        if token[0] in "AFT" or (token[0] == "B" and last < len(words)):
            last -= 1
        elif _is_date(masked, token):
            date = token[1] if date < 0 else date
            last -= 1
        else:
            at = _preposition(masked, words, last, sort)
            if at < 0:
                break
            span = words[at + 1][1], token[2]
            joint = -1
            if sort != "visit" and words[at][0] != "V":
                joint = _joint(masked, words, at, last)
            if joint > 0:
                # 在北京同马克龙举行会谈: the place, and who took part.
                whereabouts = span[0], words[joint][1]
                if place is None and not NO_PLACE.search(masked, *whereabouts):
                    place = whereabouts
                break
            if words[at][0] != "V" and place is None and not NO_PLACE.search(masked, *span):
                place = span
            last = at
    return last, date, place


def _joint(masked: str, words: list[_Token], at: int, last: int) -> int:
    """Index of the 同 or 与 between a place and those with whom; -1 if there is none."""
    for number in range(at + 2, last - 1):
        kind, start, end = words[number]
        if kind == "W" and masked[start:end] in ("同", "会同", "与", "跟"):
            rest = masked[end : words[last - 1][2]]
            return number if PERSON in rest or BODY in rest else -1
    return -1


def _preposition(masked: str, words: list[_Token], last: int, sort: Sort) -> int:
    """Index of the 在, 于, 到 whose phrase ends before `last`; -1 if there is none."""
    for at in range(last - 1, max(-1, last - _MOST), -1):
        token = words[at]
        if token[0] == "V" and sort == "visit":
            return -1
        if token[0] == "G" and sort != "visit":
            continue
        if token[0] in "TGV":
            return (
                at if at < last - 1 and masked.find("的", token[2], words[last - 1][2]) < 0 else -1
            )
        if token[0] in "AF" or _is_date(masked, token):
            return -1
    return -1


def _inner_date(masked: str, words: list[_Token]) -> int:
    for number in range(len(words) - 1, -1, -1):
        token = words[number]
        if _is_date(masked, token):
            after = masked[token[2] : token[2] + 1]
            if after == "的" or number + 1 == len(words):
                return -1
            follows = words[number + 1]
            free = follows[0] in "AFTWG" or after in "对向就"
            return token[1] if free else -1
    return -1


_AFTER_ACTOR = re.compile(
    "\\Z|[、，,（(\ue004]|[两多一二三四五六七八九十]次|开始|为|向|应邀|宣布|共建|合建|和|与|同(?!志)|及|以及|会同|跟|联合|共同|在|于|等|近日|日前|今[天日晚]|昨[天日]|将|又|也|还|已|正式|先后|一行|夫妇|主持|分别|主办|牵头|首次|再次|并|随后|率|作为|一起|集中|同期|举"
)
_ABOUT = re.compile(f"(?:^|(?<=[，{FILL}特还又并也]))(?:特别)?(?:就|围绕)[^，。]*$")
"""就中东和平进程举行会谈: what it was about."""
_NAME = re.compile(f"[{PERSON}{BODY}{PLACE}]{FILL}*+")


def actors(masked: str, start: int, end: int) -> list[tuple[int, int]]:
    """Names in a stretch that stand for themselves: not those that only qualify what follows."""
    found: list[tuple[int, int]] = []
    for match in _NAME.finditer(masked, start, end):
        after = match.end()
        if masked[match.start()] == PERSON:
            titled = _TITLE.match(masked, after, end)
            after = titled.end() if titled else after
        if _AFTER_ACTOR.match(masked, after, end) and not _ABOUT.search(
            masked, start, match.start()
        ):
            found.append(match.span())
    return found


_TITLE = re.compile(
    "(?:总书记|国家主席|主席|书记|总理|总统|部长|省长|市长|县长|主任|会长|院长|校长|院士|教授|同志|先生|女士|国王|首相|大使|议长|外长|秘书长|董事长|总裁){1,2}"
)
_WITH = re.compile(f"(?:{DATE}{FILL}*+|近日|日前|今天|昨天|正式|已)(?:与|同|和|跟)")


def lead(masked: str, start: int, end: int) -> list[tuple[int, int]]:
    """The actors without those whom a date parts from them: 总台今天与… goes on as 总台 alone."""
    parted = _WITH.search(masked, start, end)
    return actors(masked, start, parted.start() + 1 if parted else end)
