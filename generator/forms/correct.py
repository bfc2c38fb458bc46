"""`[[correct]]` of `authority/*.toml`: what the program read wrongly at one place of a text.

What `value` holds depends on `kind`, so it is read after the form has been: an amount into a
number and its unit, a date by the rules of EDTF (ISO 8601-2).
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Annotated

from msgspec import Meta, Struct

from generator.forms.fields import Name
from generator.forms.values import shown
from generator.model.correction import Correction, CorrectionKind
from generator.model.findings import Number, Qualifier
from generator.model.problem import Place, Problem, problem

Words = Annotated[str, Meta(min_length=1, max_length=400)]
SentenceId = Annotated[
    str,
    Meta(
        pattern=r"^#?[A-Za-z0-9][A-Za-z0-9._-]*(?![\s\S])",
        max_length=120,
        description="句子的编号，即文章网页上那一句的地址里 # 后面的部分，如 s57-0",
    ),
]


class CorrectForm(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """One finding at one place."""

    sentence: SentenceId
    span: Annotated[Words, Meta(description="句中的原词，一字不差")]
    kind: Annotated[
        CorrectionKind,
        Meta(
            description="person 人物、organisation 机构、place 地点、document 文件、term 术语、"
            "office 职务、date 日期、figure 数字、quote 引语、event 事件、programme 举措"
        ),
    ]
    value: Annotated[
        Annotated[str, Meta(max_length=400)] | None,
        Meta(
            description="应当是什么：名称写全称（不写则只定种类）；日期写 EDTF，说不定的写空；"
            "数字写数和单位，如 77.8亿元；引语写谁说的，文中没说的写空；职务写句中的职务；事件写动词；举措写几项",
        ),
    ] = None
    drop: Annotated[bool, Meta(description="true：这里没有这样的东西，去掉")] = False
    article: Annotated[
        str, Meta(max_length=120, description="文章的网址末段；句子的编号在几篇里都有时必写")
    ] = ""
    text: Annotated[
        str,
        Meta(max_length=400, description="这一句开头几个字；编号变了就凭它找"),
    ] = ""
    occurrence: Annotated[
        int, Meta(ge=0, le=1000, description="句中有几处相同时，第几处（从 1 数）；不写则各处都算")
    ] = 0
    organisation: Annotated[str, Meta(max_length=80, description="职务：所属机构，照句中写")] = ""
    office: Annotated[str, Meta(max_length=80, description="引语：说话人的职务")] = ""
    of: Annotated[str, Meta(max_length=80, description="数字：数的是什么")] = ""
    qualifiers: Annotated[
        tuple[Qualifier, ...],
        Meta(
            max_length=8,
            description="数字：approx 约、min 至少、more 多于、max 至多、less 不足、target 目标、"
            "cumulative 累计、new 新增",
        ),
    ] = ()
    as_of: Annotated[str, Meta(max_length=80, description="数字：何时的，EDTF")] = ""
    date: Annotated[str, Meta(max_length=80, description="事件：何时，EDTF")] = ""
    place: Annotated[str, Meta(max_length=80, description="事件：何地")] = ""
    sum: Annotated[str, Meta(max_length=80, description="事件：金额，如 2000万元")] = ""
    participants: Annotated[
        tuple[Name, ...], Meta(max_length=50, description="事件：参与者，照句中写")
    ] = ()
    object: Annotated[str, Meta(max_length=200, description="事件：签了、办了什么，照句中写")] = ""


_ONLY: dict[str, frozenset[str]] = {
    "organisation": frozenset(("office",)),
    "office": frozenset(("quote",)),
    "of": frozenset(("figure",)),
    "qualifiers": frozenset(("figure",)),
    "as_of": frozenset(("figure",)),
    "date": frozenset(("event",)),
    "place": frozenset(("event",)),
    "sum": frozenset(("event",)),
    "participants": frozenset(("event",)),
    "object": frozenset(("event",)),
}
"""Field -> the kinds that have it."""
_NEEDED = frozenset(("date", "figure", "quote", "office", "event", "programme"))
"""Kinds that are nothing without a value."""

_UNKNOWN = frozenset(("date", "quote"))
"""Kinds of which an editor may say that the text does not say."""


def read_correct(
    form: CorrectForm, path: str, number: int, problems: list[Problem]
) -> Correction | None:
    """The correction, or None and what is wrong with it; `number`: which table of the file."""
    key: tuple[str | int, ...] = ("correct", number)

    def say(code: str, field: str, **facts: object) -> None:
        problems.append(problem(code, Place(path, key=(*key, field)), **facts))

    before = len(problems)
    kind, value = form.kind, form.value
    for field, kinds in _ONLY.items():
        if getattr(form, field) and kind not in kinds:
            say("correct-field", field.replace("_", "-"), key=field.replace("_", "-"), kind=kind)
    if form.drop and value is not None:
        say("correct-drop-value", "drop", value=shown(value))
    elif not form.drop and not value and kind in _NEEDED and not (kind in _UNKNOWN and value == ""):
        say("correct-without-value", "kind", kind=kind)
    for field, written in (
        ("value", value if kind == "date" else None),
        ("as-of", form.as_of),
        ("date", form.date),
    ):
        if written and not is_edtf(written):
            say("correct-date", field, value=shown(written))
    amount: Number | tuple[Number, Number] | None = None
    unit = ""
    if kind == "figure" and value:
        read = read_amount(value)
        if read is None:
            say("correct-figure", "value", value=shown(value))
        else:
            amount, unit = read
    elif kind == "event" and form.sum:
        read = read_amount(form.sum)
        if read is None:
            say("correct-figure", "sum", value=shown(form.sum))
        else:
            amount = read[0]
    elif kind == "programme" and value:
        if value.isdecimal() and value.isascii() and len(value) < 6:
            amount = int(value)
        else:
            say("correct-count", "value", value=shown(value))
    if len(problems) > before:
        return None
    return Correction(
        path=path,
        key=key,
        sentence=form.sentence.removeprefix("#"),
        span=form.span,
        kind=kind,
        article=form.article,
        text=form.text,
        occurrence=form.occurrence,
        drop=form.drop,
        value=unit if kind == "figure" else "" if kind == "programme" else value or "",
        number=amount,
        organisation=form.organisation,
        office=form.office,
        of=form.of,
        qualifiers=form.qualifiers,
        as_of=form.as_of,
        date=form.date,
        place=form.place,
        participants=form.participants,
        object=form.object,
    )


_AMOUNT = re.compile(
    r"(?P<low>-?[0-9][0-9,]{0,24}(?:\.[0-9]{1,12})?)"
    r"(?:\s?[-—–~～至到]\s?(?P<high>-?[0-9][0-9,]{0,24}(?:\.[0-9]{1,12})?))?"
    r"\s?(?P<size>万亿|千亿|百亿|十亿|亿|千万|百万|十万|万)?\s?(?P<unit>[^\s0-9]{0,20})"
)
_SIZES = {
    None: 1,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "十亿": 10**9,
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
}


def read_amount(written: str) -> tuple[Number | tuple[Number, Number], str] | None:
    """77.8亿元 -> 7780000000, 元; 3—5万亩 -> (30000, 50000), 亩; None: no amount."""
    found = _AMOUNT.fullmatch(written.strip())
    if found is None:
        return None
    size = _SIZES[found["size"]]
    low = _number(found["low"], size)
    if found["high"] is None:
        return low, found["unit"]
    high = _number(found["high"], size)
    return ((low, high), found["unit"]) if low <= high else None


def _number(written: str, size: int) -> Number:
    value = Decimal(written.replace(",", "")) * size
    return int(value) if value == value.to_integral_value() else float(value)


_DAY = re.compile(r"(?P<year>-?[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?[~?%]?")


def is_edtf(written: str) -> bool:
    """Whether it is a day, month, season or year of EDTF, or an interval of them."""
    first, slash, last = written.partition("/")
    if not slash:
        return _is_day(first)
    ends = ("", "..")
    if first in ends and last in ends:
        return False
    return all(it in ends or _is_day(it) for it in (first, last))


def _is_day(written: str) -> bool:
    found = _DAY.fullmatch(written)
    if found is None:
        return False
    year, month, day = found["year"], found["month"], found["day"]
    if month and month.isdecimal():
        number = int(month)
        if not (1 <= number <= 12 or (21 <= number <= 41 and day is None)):
            return False
    if not (day and day.isdecimal()):
        return True
    if not (month and month.isdecimal()):
        return 1 <= int(day) <= 31
    try:
        # Of a year that isn't known a leap year will do.
        datetime.date(int(year) if year.isdecimal() and int(year) else 2000, int(month), int(day))
    except ValueError:
        return False
    return True
