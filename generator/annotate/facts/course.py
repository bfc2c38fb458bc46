"""Sentences in their order -> the time and the aim that the ones before give to the next."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.annotate.facts.aims import AIM
from generator.annotate.facts.report_years import whole_years
from generator.annotate.facts.sections import NO_SECTION, Section, read_sections
from generator.annotate.facts.when import is_aside
from generator.annotate.prose import Prose
from generator.model.findings import Date

_LISTED = re.compile(
    "(?:[一二三四五六七八九]是|（[一二三四五六七八九十]+）|——|[1-9][.、．]|第[一二三四五六七八九]，|[①-⑨]|·)"
)
_OPENING = re.compile(
    "(?:到|截至|截止|在|力争|争取|刚刚|过去的?|自|据|按|目标|计划|确保|预计|预期|规划|此外|同时|"
    "（[一二三四五六七八九十]+）|[一二三四五六七八九]是|——|经过|“|[^，。；]{2,12}(?:提出|显示|认为|明确)，)*"
)
_SINCE = re.compile("以?来$|季度$|半年$|期间$|时期$")
_YEARS = re.compile(
    "[0-9]{4}(?:/(?:[0-9]{4}|[.]{2}))?|[0-9]{4}-[0-9]{2}-[0-9]{2}/(?:[0-9]{4}|[.]{2})"
)
_SPAN = re.compile("([0-9]{4})(?:-[0-9]{2}-[0-9]{2})?/([0-9]{4})")


class Course:
    """Reads sentences in order; those that are passed over count too."""

    def __init__(
        self, prose: Prose, blocks: Sequence[int], title: str, dates: Mapping[int, Sequence[Date]]
    ) -> None:
        self._text = prose.text
        self._spans = prose.sentences
        self._today = prose.date
        self._blocks = blocks
        self._dates = dates
        self._sections = read_sections(prose, blocks, title)
        self.reports = bool(self._sections)
        """A report or a plan."""
        self.section = NO_SECTION
        self._neutral = False
        self._next = 0
        self._block = -1
        self._when = ""
        self._aim = False
        self._announced = False

    def enter(self, sentence: int) -> None:
        """Go on to a sentence with amounts."""
        for number in range(self._next, sentence + 1):
            if self._blocks[number] != self._block:
                self._open_block(self._blocks[number], number)
            if number in self._dates or number == sentence:
                self._govern(number, counts=number == sentence or self.reports)
        self._next = sentence + 1

    def _open_block(self, block: int, first: int) -> None:
        for at in range(self._block + 1, block + 1):
            if at in self._sections:
                self.section = self._sections[at]
                self._neutral = self.section is NO_SECTION
                self._announced = False
        listed = _LISTED.match(self._text, self._spans[first][0])
        if not self._announced or (
            not listed and self._text[self._spans[first - 1][1] - 1] not in "：:"
        ):
            self._when, self._aim, self._announced = "", False, False
        self._block = block

    def _govern(self, number: int, *, counts: bool) -> None:
        """A date that opens a sentence with amounts holds for those after it too."""
        begin, end = self._spans[number]
        text = self._text
        announces = text[end - 1] in "：:"
        first = next(iter(self._dates.get(number, ())), None)
        if first is not None and is_aside(text, first):
            first = None
        opens = first is not None and _OPENING.fullmatch(text, begin, first.start)
        if not opens and not announces:
            return
        aim = AIM.search(text, begin, end)
        telling = counts or announces
        if first and opens and (telling or _SINCE.search(text, first.start, first.end)):
            when = self.time_of(first)
            if when.endswith("/..") and _SPAN.fullmatch(self._when):
                # 过去五年…。党的代表大会以来…: the five years go on.
                return
            self._when = "" if self._mixes(number) else when
            self._aim = aim is not None or self.is_ahead(self._when)
            self._announced = self._aim and (announces or "：" in text[first.end : end])
            if self._neutral and "/" in self._when:
                self.section = Section(self._when, self._aim, not self._aim)
            return
        if aim is not None and announces:
            self._aim = self._announced = True

    def _mixes(self, number: int) -> bool:
        """去年…，今年…: neither holds for what follows."""
        years = {
            (it.edtf or "")[:4]
            for it in self._dates[number]
            if self._text[it.start - 1] not in "比较从由到至" and "/" not in (it.edtf or "")
        }
        return len(years) > 1

    def carried(self) -> tuple[str, bool]:
        """The time and aim that still hold for a sentence without a date of its own."""
        if not self.reports and not self._announced:
            return "", False
        # A day or the end of a year is of its own sentence; years and months go on.
        if not _YEARS.fullmatch(self._when):
            return "", False
        return self._when, self._aim

    def time_of(self, date: Date) -> str:
        """EDTF; in a report the last year, and the next five, are whole years."""
        edtf = date.edtf or ""
        words = self._text[date.start : date.end]
        if not self.reports or not self._today:
            return edtf
        return whole_years(words, edtf, self._today)

    def said(self, edtf: str, dates: Sequence[Date]) -> str:
        """The time that the sentence's own words give, put as this text means it."""
        if not self.reports:
            return edtf
        return next((self.time_of(it) for it in dates if it.edtf == edtf), edtf)

    def is_ahead(self, edtf: str) -> bool:
        """A year after that of the text."""
        year = edtf.removesuffix("/..").rpartition("/")[2][:4]
        return bool(self._today) and year.isdigit() and year > self._today[:4]

    def is_over(self, edtf: str) -> bool:
        """A year before that of the text."""
        year = edtf.rpartition("/")[2][:4]
        return bool(self._today) and year.isdigit() and year < self._today[:4]

    def span(self, edtf: str) -> tuple[str, str] | None:
        """First and last year of a span of years; in a look back told in March, of those before."""
        match = _SPAN.fullmatch(edtf)
        if match is None:
            return None
        first, last = match[1], match[2]
        if self.section.back and self._today[:4] == last and first != last:
            last = str(int(last) - 1)
        return first, last
