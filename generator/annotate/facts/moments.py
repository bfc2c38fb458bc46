"""A sentence and an amount in it -> the time it holds for or is aimed at."""

from __future__ import annotations

import re

from generator.annotate.facts.course import Course
from generator.annotate.facts.when import Times, years_to_come
from generator.annotate.facts.wording import Measured
from generator.model.findings import Figure

_NOW = re.compile("目前|现有(?=[^“，。；]{0,4}[0-9])|截至(?:目前|发稿|记者)|如今|现在|至今|迄今")
_LEVEL = re.compile(
    "(?:达到?|[加高升降少长至到]到?至?|突破|为|达到近|达到约|增至|降至)(?:了|近|约|超过|逾)*$"
)
_STOCK = re.compile("(?:率|比重|比例|占比|里程|余额|存量|总量|储备|标准)$")
_STEADY = re.compile("一直|始终|连续|每年都")
_IN_ALL = re.compile("[三四五]年(?:共|累计|[内间])")
_FROM = re.compile(
    "[从由](?:原来的?|原先的?|[上去]年的?)?(?:每?人均?)?(?:每[人年月天日斤吨户])*(?:近|约|不到|不足|超过|逾|仅)?$|现行$"
)
_PLAIN_START = re.compile(
    "[从由](?:原来的?|原先的?)?(?:每?人均?)?(?:每[人年月天日斤吨户])*(?:近|约|不到|不足|超过|逾|仅)?$|现行$"
)
_PRIOR = re.compile("[从由](?:上年|前[一二两三四五]年)")
_TURN = re.compile("[转减增升降]为|[到至]")
_SUMMED = re.compile("累计|累积|[三四五]年(?!底|末|来)")
_YEARLY = re.compile("年均|平均每年")
_MISREAD_YEAR = re.compile("基础上年均")
_NOW_HERE = re.compile(
    "[，；](?:目前|如今|现在|现有|现任|截至目前)(?![^，；]{0,20}[0-9年月]{2,}[月日])"
)
"""…9月实现下闸蓄水，目前施工进度已完成95%."""
_WHOLE_YEAR = re.compile("[，；]全年[^，；]*$")
_FOUND_ON = re.compile("，?(?:是)?[于在]")
_MEASURED_THEN = re.compile("(?:、[^，。；]{0,14})?(?:测得|录得|测到|记录|出现)")
_OPENS = 12


class Clauses:
    """The sentence that is being read, and how far its words of time reach."""

    def __init__(self, text: str, today: str, course: Course) -> None:
        self.text = text
        self.today = today
        self.course = course
        self.begin = 0
        self.times = Times()
        self.aims: list[int] = []
        """Where words of aiming stand."""
        self.pasts: list[int] = []
        """Where words stand by which something is done."""
        self.of_which = ""
        """The time of the amount that this sentence tells a part of."""
        self.since = ""
        """The year from which a growth was told to begin."""

    def found_on(self, end: int) -> str | None:
        """低温纪录为65℉，于1973年2月8日测得."""
        on = _FOUND_ON.match(self.text, end)
        if on is None:
            return None
        for it in self.times.told:
            if it.start == on.end() and _MEASURED_THEN.match(self.text, it.end):
                return it.edtf
        return None

    def is_of_now(self, start: int) -> bool:
        """目前 stands before the amount, and no date between them."""
        now = -1
        for match in _NOW_HERE.finditer(self.text, self.begin, start):
            now = match.end()
        dates = (*self.times.told, *self.times.bases)
        return now >= 0 and not any(now <= it.start < start for it in dates)

    def is_start(self, start: int) -> bool:
        """从75%提高到100%: what was, where the text tells what shall be."""
        return _FROM.search(self.text, max(0, start - 10), start) is not None

    def is_prior(self, at: int) -> bool:
        """由上年增长5.6%减为1.2%: the first is of a year that is not told."""
        clause = max(self.text.rfind(mark, self.begin, at) for mark in "，；")
        if not self.course.section.back:
            return False
        found = _PRIOR.search(self.text, max(self.begin, clause), at)
        return found is not None and not _TURN.search(self.text, found.end(), at)


def time_of(at: Clauses, it: Figure, *, grown: bool) -> tuple[str, bool]:
    """EDTF or nothing, and whether the sentence says it; `grown`: the amount is a growth."""
    text, begin = at.text, at.begin
    if at.is_prior(it.start) or _PLAIN_START.search(text, max(0, it.start - 10), it.start):
        return "", False
    if (noted := at.times.noted_of(text, it.end)) is not None:
        return noted, True
    if (found := at.found_on(it.end)) is not None:
        return found, True
    if at.is_of_now(it.start):
        return at.today, False
    if it.unit == "倍" and text[it.start - 1] == "的":
        # 是1997年的2.3倍
        return "", False
    if _is_its_own(at, it, grown=grown) and not _MISREAD_YEAR.search(text, begin, it.start):
        done = any(text.startswith("已", one) for one in at.pasts if one < it.start)
        if (it.as_of or "")[:10] > at.today > "" and done:
            return "", False
        return at.course.said(it.as_of or "", at.times.told), True
    first = at.times.told[0] if at.times.told else None
    if at.times.is_past_start(text, it.start) and (first is None or first.start - begin > _OPENS):
        return "", False
    if at.of_which and not at.times.told:
        return at.of_which, False
    if at.today and _NOW.search(text, begin, it.start):
        return at.today, False
    if first is None or first.start - begin > _OPENS:
        return at.course.carried()[0], False
    if at.is_start(it.start):
        return "", False
    told = {
        one.edtf
        for one in at.times.told
        if one.end <= it.start and not text.startswith("均", one.end)
    }
    if len(told) == 1 and first.end <= it.start and len(first.edtf or "") != len("2022-10-10"):
        return at.course.time_of(first), True
    return "", False


def settled(
    at: Clauses, it: Figure, when: str, measured: Measured, *, said: bool, aimed: bool
) -> tuple[str, bool]:
    """The time as the whole text gives it: of the section, of a span, of a year for its end."""
    if when.startswith("XXXX"):
        # A day whose year nobody can tell is no time for an amount to be looked up by.
        when, said = "", False
    when, said = _of_section(at, it, when, measured, said=said)
    when, said = _spanned(at, it, when, measured, said=said, aimed=aimed)
    if when[4:5] == "-" and _WHOLE_YEAR.search(at.text, at.begin, it.start):
        # 前三季度……，全年有望达到
        return when[:4], False
    return when, said


def _is_its_own(at: Clauses, it: Figure, *, grown: bool) -> bool:
    """Whether the time that was read is of this amount: not what it is compared with."""
    when = it.as_of
    if not when or when in at.times.others:
        return False
    if at.times.is_past_start(at.text, it.start) and when in {on.edtf for on in at.times.starts}:
        return False
    if at.course.section.back and at.course.is_ahead(when):
        return any(one < it.start for one in at.aims)
    compared = {base.edtf for base in at.times.bases} - {told.edtf for told in at.times.told}
    return not (grown and when in compared)


def _spanned(
    at: Clauses, it: Figure, when: str, measured: Measured, *, said: bool, aimed: bool
) -> tuple[str, bool]:
    """比2002年增长 in 2007, 用三年时间 from this year on: of all those years."""
    if not when[:4].isdigit() or "/" in when:
        return when, said
    yearly = _YEARLY.search(measured.change) is not None
    since = _since(at, it.start, yearly=yearly) if measured.change else ""
    if since.isdigit() and int(when[:4]) - int(since) > 1:
        return f"{since}/{when[:4]}", False
    if aimed and when == at.today[:4]:
        years = years_to_come(at.text, at.begin, it.start, when)
        return (years, False) if years else (when, said)
    return when, said


def _since(at: Clauses, start: int, *, yearly: bool) -> str:
    """In a look back on several years, all parts of a sentence have the same base."""
    over = "/" in at.course.section.when
    return at.times.since(at.text, start, over=over, mean=yearly)


def _of_section(
    at: Clauses, it: Figure, when: str, measured: Measured, *, said: bool
) -> tuple[str, bool]:
    """The year of the section where nothing nearer tells; a level holds for the end of a span."""
    if not said and (at.is_start(it.start) or at.is_prior(it.start)):
        return "", False
    section = at.course.section
    if section.back and "/" in section.when:
        part = max(at.begin, at.text.rfind("；", at.begin, it.start))
        since = part if said else at.begin
        if (not said or part > at.begin) and _IN_ALL.search(at.text, since, it.start):
            when, said = section.when, False
    if not when and section.when:
        past = any(one < it.start for one in at.pasts)
        if section.back or not past:
            when, said = section.when, False
    if said and at.since and len(when) == len("2022") and _YEARLY.search(measured.change):
        return f"{at.since}/{when}", True
    if not said and at.course.reports and when.endswith("/.."):
        return "", False
    if not said and len(when) == len("2022") and _YEARLY.search(measured.change):
        return "", False
    years = at.course.span(when) if at.course.reports else None
    if years is None:
        return when, said
    if at.is_start(it.start):
        return "", False
    first, last = years
    text, start = at.text, it.start
    new = "new" in it.qualifiers or measured.measure.startswith(("新增", "新建"))
    level = not (measured.change or new) and (
        _STOCK.search(measured.measure) or _LEVEL.search(text, max(0, start - 8), start)
    )
    steady = _STEADY.search(text, max(at.begin, start - 12), start)
    if level and not steady and not _SUMMED.search(text, max(at.begin, start - 24), start):
        return last, False
    return (f"{first}/{last}" if first != last else first), said
