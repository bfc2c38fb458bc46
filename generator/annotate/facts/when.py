"""Dates of a sentence -> those its amounts may be of, and those they are only compared with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.annotate.figures.moment import is_noted
from generator.model.findings import Date

_COMPARED = re.compile("[比较]$")
_BESIDE = re.compile("[与同和]$")
_BESIDE_IT = re.compile("(?:年底?)?相比")
_TOWARDS = re.compile("(?:面向|着眼)(?:到)?$")
_RECORD = re.compile("(?:最[大小高低多少好快]|首次|罕见|以来最|新[高低])")
_AFTERWARDS = re.compile("[^，。；]{0,12}(?:以后|之后|过后|[一-鿿]后)[，的]")
_TO = re.compile("(?:到|至|—|——|－|-) ?")
_UP_TO_NOW = re.compile("[一-鿿]{1,10}以来")
"""自1977年创办以来，培养了400名: not of that year."""
_SINCE_THEN = re.compile("[^。；]{0,24}，(?:这)?[0-9一二两三四五六七八九十几多]{1,4}年来")
"""1973年第一次回国，25年来已有75次"""
_GIVEN_OUT = re.compile("(?:确定|制定|提出|出台|批准|通过|颁布)的")
_PLEDGED = re.compile("[一-鿿]{0,6}?(?:提出|承诺|决定)(?:用|在|要|经过)")
_FROM = re.compile("[从由]$")
_FROM_AMOUNT = re.compile(
    "(?!到|至|起|开始|以来)的?[^，。；0-9]{0,12}[0-9][^，。；]{0,16}?[到至为]"
)
_DIGIT = re.compile("[0-9]")
_PARTS = re.compile("[；。：]")
_WITHIN = re.compile("([二两三四五])年(?:左右的?)?(?:内|时间)(?![^，。；]{0,6}后)")
_YEARS = {"二": 2, "两": 2, "三": 3, "四": 4, "五": 5}
_YEAR = len("2022")


class Times(NamedTuple):
    """The dates of one sentence, told apart."""

    told: tuple[Date, ...] = ()
    """Amounts may be of them."""
    bases: tuple[Date, ...] = ()
    """比2002年增长, 与2000年相比: where a growth begins."""
    starts: tuple[Date, ...] = ()
    """从2007年的26亿元增加到51亿元: only the amount right behind is of them."""
    others: frozenset[str] = frozenset()
    """EDTF of those that say nothing of amounts: 面向2030年的, 1985年以来最高."""
    noted: tuple[Date, ...] = ()
    """Of the amount before the bracket alone: 人口2.4万人（2007年）."""

    def noted_of(self, text: str, end: int) -> str | None:
        """The time in a bracket right behind an amount that ends at `end`."""
        if text[end : end + 1] not in ("（", "("):
            return None
        return next((it.edtf for it in self.noted if it.start == end + 1), None)

    def is_past_start(self, text: str, at: int) -> bool:
        """Whether the amount at `at` is what came of it since a start, and no date tells when."""
        start = next((it for it in reversed(self.starts) if it.end <= at), None)
        if start is None or not _DIGIT.search(text, start.end, at):
            return False
        return not any(start.end <= it.start and it.end <= at for it in self.told)

    def since(self, text: str, at: int, *, over: bool, mean: bool) -> str:
        """The year from which a growth is reckoned that stands at `at`; empty if none is told.

        `over`: semicolons do not part it from the base; `mean`: it is one of a year on the average.
        """
        base = next((it for it in reversed(self.bases) if it.end <= at), None)
        if base is None or len(base.edtf or "") != _YEAR:
            return ""
        if not over and _PARTS.search(text, base.end, at):
            return ""
        if mean and base in self.starts:
            return base.edtf or ""
        later = any(base.end <= it.start and it.end <= at for it in self.told)
        return "" if later else base.edtf or ""


def tell_apart(text: str, dates: Sequence[Date]) -> Times:
    """`dates` are those of one sentence, in order."""
    told: list[Date] = []
    bases: list[Date] = []
    starts: list[Date] = []
    others: set[str] = set()
    noted: list[Date] = []
    for it in dates:
        if is_noted(text, it):
            noted.append(it)
            continue
        before = told[-1] if told else None
        if before and _TO.fullmatch(text, before.end, it.start) and _are_years(before, it):
            told[-1] = Date(before.start, it.end, f"{before.edtf}/{it.edtf}", before.basis)
            others |= {before.edtf or "", it.edtf or ""}
            continue
        low = max(0, it.start - 2)
        if _COMPARED.search(text, low, it.start) or (
            _BESIDE.search(text, low, it.start) and _BESIDE_IT.match(text, it.end)
        ):
            bases.append(it)
        elif _FROM.search(text, low, it.start) and _FROM_AMOUNT.match(text, it.end):
            bases.append(it)
            starts.append(it)
        elif is_aside(text, it):
            others.add(it.edtf or "")
        else:
            told.append(it)
    return Times(tuple(told), tuple(bases), tuple(starts), frozenset(others), tuple(noted))


def _are_years(one: Date, other: Date) -> bool:
    first, last = one.edtf or "", other.edtf or ""
    return len(first) == len(last) == _YEAR and first < last


def is_aside(text: str, date: Date) -> bool:
    """Whether nothing that the sentence tells has its time: 面向2030年的, 1985年以来最高."""
    since = text[date.end - 1] == "来" and _RECORD.match(text, date.end)
    towards = _TOWARDS.search(text, max(0, date.start - 3), date.start)
    vague = text.startswith(("前几", "近几", "前些", "这几"), date.start)
    if (
        vague
        or since
        or (text[date.start - 1 : date.start] in ("自", "从") and _UP_TO_NOW.match(text, date.end))
        or (len(date.edtf or "") >= _YEAR and _SINCE_THEN.match(text, date.end))
        or towards
        or _PLEDGED.match(text, date.end)
        or _GIVEN_OUT.match(text, date.end)
    ):
        return True
    # 今年增加赤字后，赤字率在2%左右 is of this year for all that.
    this = text.startswith(("今年", "本年"), date.start)
    return not this and _AFTERWARDS.match(text, date.end) is not None


def years_to_come(text: str, begin: int, at: int, year: str) -> str:
    """用三年时间, 五年内 from a year on: 2009/2011; empty if no such words stand before `at`."""
    found = None
    for match in _WITHIN.finditer(text, begin, at):
        found = match
    if found is None or _PARTS.search(text, found.end(), at):
        return ""
    return f"{year}/{int(year) + _YEARS[found[1]] - 1}"
