"""Units -> people whom the text writes in sounds: names with a dot, or beside an office; credits."""

from __future__ import annotations

import re
from functools import cache

from generator.annotate.names.found import Found
from generator.annotate.names.units import Units
from generator.annotate.names.word_lists import GLUE, WORD, not_names, surnames
from generator.text.common_words import rarity
from generator.text.data import read_table
from generator.text.segment import is_word

_DOTS = "·・•‧∙"


@cache
def transliterating() -> str:
    """Characters that names of other languages are written with."""
    rows = read_table("given_names.tsv")
    return "".join(characters for kind, characters in rows if kind == "foreign")


@cache
def _with_dot() -> str:
    """Characters that transcribe as well, but stand in too many words to be told without a dot."""
    rows = read_table("given_names.tsv")
    return "".join(characters for kind, characters in rows if kind == "dotted")


@cache
def _run() -> re.Pattern[str]:
    return re.compile(f"[{transliterating()}]{{2,9}}")


@cache
def _dotted() -> re.Pattern[str]:
    set_ = transliterating() + _with_dot()
    part = f"[{set_}]{{1,8}}"
    return re.compile(
        f"(?:{part}(?:[-－‐]{part})?|[A-Z]\\.?)(?:[·・•‧∙](?:{part}|[A-Z]\\.?)){{1,4}}(?:[-－‐]{part})?(?:[一二三四五六七八九十]{{1,3}}世)?"
    )


_CREDIT = re.compile(
    "(?:记者|通讯员)[ \u3000]?(?P<reporter>[\u4e00-\u9fff]{2,3}?)[ \u3000]?摄"
    "|[（(](?P<name>[\u4e00-\u9fff]{2,3})[ \u3000]?(?:摄影报道|摄影|摄)[）)]"
)


def find_credits(units: Units) -> list[Found]:
    """Photographers: （新华社记者燕雁摄）."""
    found: list[Found] = []
    if "摄" not in units.text:
        return found
    for match in _CREDIT.finditer(units.text):
        group = match.lastgroup or ""
        if match[group][0] in surnames() and match[group] not in not_names():
            found.append(Found(*match.span(group), "PER", 3.0, "credit"))
    return found


_ROSTER = re.compile(
    "(?<=、)(?P<name>[一-鿿]{2,8}(?:[·・•‧∙][一-鿿]{1,8}){0,3})(?=（(?:女，)?[一-鿿]{1,5}族[），])"
)
"""、洛桑灵智多杰（藏族）: who stands in a roll of people with their nationality."""
_NOT_NAMES = frozenset("orSTBGdpV")


def find_rolls(units: Units) -> list[Found]:
    """People in a roll, whole: the mark before them and the nationality behind them are its edges."""
    found: list[Found] = []
    if "族）" not in units.text and "族，" not in units.text:
        return found
    for match in _ROSTER.finditer(units.text):
        first, after = units.at(match.start()), units.at(match.end())
        if _NOT_NAMES.isdisjoint(units.classes[first:after]):
            found.append(Found(*match.span(), "PER", _IN_ROLL, "credit"))
    return found


_IN_ROLL = 6.0


def find_foreign(units: Units) -> list[Found]:
    """Transliterated names: with a dot, or beside an office."""
    found: list[Found] = []
    text = units.text
    if any(dot in text for dot in _DOTS):
        found += [_dot_name(units, *it.span()) for it in _dotted().finditer(text)]
    run = _run()
    for match in re.finditer("[or](?=[XRNKHhpnvqlL·])", units.classes):
        start = units.starts[match.end()]
        it = run.match(text, start)
        if it is None:
            continue
        word = units.surface(match.end(), match.end() + 1)
        if len(word) > 1 and is_word(word):
            # 总书记多次, 干部增强党性: a word, whatever its characters may transcribe.
            if units.classes[match.end()] in "nvlp·" or rarity(word) < WORD:
                continue
            if it.end() < start + len(word):
                continue
        end = _end(units, start, it.end())
        if end - start == 2 and text[start] == "道" and text[start + 1] in "东西南北中":
            # 太子|道东 is a road.
            continue
        if end - start >= 2:
            found.append(Found(start, end, "PER", _whole(units, end), "foreign-after-office"))
    for match in re.finditer("[RX](?<![or·].)[RXhH]?(?=([Vor])?)", units.classes):
        start, end = units.starts[match.start()], units.starts[match.end()]
        if end - start >= 3 and run.fullmatch(text, start, end):
            if match.start() and units.classes[match.start() - 1] in "Ll" and not match.group(1):
                # 美国肯塔基州路易斯维尔: what follows a place is a place.
                found.append(Found(start, end, "LOC", 1.6, "foreign-place"))
                continue
            score = 2.2 if match.group(1) else 1.2
            found.append(Found(start, end, "PER", score, "foreign"))
    return found


def _whole(units: Units, end: int) -> float:
    """Points of a run of characters that transcribe, beside an office."""
    after = units.at(end)
    # 奥云|额尔登: an unknown word goes on where the characters end, so the name may.
    goes_on = units.starts[after] != end or units.classes[after : after + 1] in _UNKNOWN
    return _PERHAPS if goes_on else _SURE


_UNKNOWN = ("X", "N", "R", "M")
_SURE, _PERHAPS = 2.2, 1.2


def _dot_name(units: Units, start: int, end: int) -> Found:
    """A name with a dot does not begin in a word before it, nor end inside its last part."""
    starts, classes, text = units.starts, units.classes, units.text
    at = units.at(start)
    if text[start] in _NO_HEAD and starts[at + 1] == start + 1:
        start += 1
        at += 1
    if (
        starts[at] == start
        and at
        and starts[at - 1] == start - 1
        and classes[at - 1] == "H"
        and classes[at] in "NXR"
        and text[start - 1] not in _FREE
    ):
        # 麻|赫穆德·喀什噶里: a character that is a surname as well.
        start -= 1
        at -= 1
    if starts[at] != start and classes[at - 1] in "XNR" and not is_word(units.surface(at - 1, at)):
        # 1998|年格|哈特·施洛德: no word is cut, only one that the segmenter made up.
        return _torn(units, start, _dot_end(units, start, end))
    if starts[at] != start and classes[at - 1] == "L" and text[starts[at]] in _DOTS:
        # 亚历山大·布隆尼亚尔: also a city.
        return _torn(units, starts[at - 1], _dot_end(units, start, end))
    while at < len(classes) and (starts[at] != start or classes[at] in "orVYgL"):
        # 前总理拉吉夫·甘地: 理 belongs to the office.
        if starts[at] == start:
            at += 1
        if starts[at] >= end or "·" in text[start : starts[at] + 1]:
            break
        start = starts[at]
    return _torn(units, start, _dot_end(units, start, end))


def _torn(units: Units, start: int, end: int) -> Found:
    """A name whose first part is one character, behind a word, may be half of one: 斯·奥古斯都."""
    text = units.text
    half = text[start + 1] in _DOTS and start > 0 and "一" <= text[start - 1] <= "龥"
    if half and units.classes[units.at(start) - 1] not in "orcyL":
        return Found(start, end, "PER", _PERHAPS, "dotted")
    return Found(start, end, "PER", 3.0, "dotted")


def _dot_end(units: Units, start: int, end: int) -> int:
    starts, classes, text = units.starts, units.classes, units.text
    at = units.at(end)
    if starts[at] == end and classes[at : at + 2] in ("WR", "WX") and text[end] in _DOTS:
        # 奥托·冯|·俾斯麦: a word in sounds that the table of characters does not have.
        return starts[at + 2]
    if starts[at] == end and classes[at - 1 : at + 1] == "LR":
        # 赫穆德·喀什|噶里
        return starts[at + 1]
    low = starts[at - 1]
    if starts[at] != end and low >= start:
        if classes[at - 1] in "RXNKMP":
            # 奥说: the segmenter glues a verb to the name.
            end = end if text[end : starts[at]] in GLUE else starts[at]
        elif "·" not in text[low:end] and text[low - 1] != "·":
            # 马斯克|通过: the last character belongs to the word behind.
            end = low
    for title in _AFTER_NAME:
        if text.endswith(title, start, end):
            end -= len(title)
    if (tail := _TAIL.search(text, start, end)) and tail.start() - start > _SHORTEST:
        end = tail.start()
    if end - start > _SHORTEST and _VISITS.match(text, end - 1):
        end -= 1
    while end - start > _SHORTEST and text[end - 1] in _NO_TAIL and text[end - 2] not in "·":
        end -= 1
    return end


_FREE = frozenset("于从和与及同向对把被由任时原前后连经至于")
"""Surnames some of them that stand free before a name."""
_NO_HEAD = frozenset("不来大能当得开可")
_NO_TAIL = frozenset("不来当能得可的于所曾亦则均皆被遂")
_TAIL = re.compile("(?:(?:曾因|强烈).*|[杯奖河湖岛语教族]|大学|公司|大街|大道)$")
_VISITS = re.compile("[访抵离赴][一-鿿](?=[，。、；进期后]|[一二三四五六七八九十0-9])")
"""布鲁杰尔迪|访巴: a country in short."""
_SHORTEST = 4
_AFTER_NAME = ("博士", "先生", "女士", "爵士", "夫人")


def _end(units: Units, start: int, end: int) -> int:
    """The run ends where a common word begins that only begins with such characters."""
    text = units.text
    for title in _AFTER_NAME:
        if text.endswith(title, start, end):
            return end - len(title)
    if text[end - 1] in "于因" and end - start > _SHORTEST - 1:
        return end - 1
    if text[end : end + 1] == "世" and text[end - 1] in "一二三四五六七八":
        return end + 1
    at = units.at(end)
    if units.starts[at] != end and at > 0:
        low = units.starts[at - 1]
        if low > start and units.classes[at - 1] not in "XRNK":
            return low
    return end
