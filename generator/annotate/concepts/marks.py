"""Units -> terms that the text itself marks: in quotation marks, or with a short form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.annotate.concepts.found import Term
from generator.annotate.concepts.phrases import begins
from generator.annotate.concepts.words import words, worth
from generator.annotate.names.units import Units
from generator.model.findings import Name

_INSIDE = "[一-鿿A-Za-z0-9]{2,8}"
_QUOTED = re.compile(f"[“‘](?P<term>{_INSIDE})[”’]")
_BEFORE = (
    "推行",
    "实行",
    "推广",
    "首创",
    "采用",
    "叫",
    "叫做",
    "称作",
    "称之为",
    "称为",
    "俗称",
    "所说的",
)
_AFTER = tuple("制度 机制 模式 技术 政策 改革 产业 经济 工作法 疗法 战略 理念 倡议 计划".split())
_ENDING = re.compile("[一-鿿]{2,4}(?:制|型经济|经济|产业|技术|模式)\\Z")
_NO_TERM = re.compile(
    "[我你他她它这那第]|[一二三四五六七八九十两几]+[个大]|[一二三四五六七八九十]+五\\Z|[0-9]+\\Z|.*[吗呢啊吧了着过很太的是们]"
)
"""Speech, counts and five-year plans."""
_CALLED = re.compile(
    '[（(](?:以下|下文|下称|以下统一)?(?:简称|统称)[为：:]?[“"「]?'
    '(?P<term>[一-鿿A-Za-z0-9]{2,8})[”"」]?[）)]'
)
_BODY = re.compile(
    "(?:公司|集团|大学|学院|委员会|协会|中心|组织|联盟|条例|办法|规定|法|意见|方案)\\Z"
)


def find_quoted(text: str) -> list[Term]:
    """What stands in quotation marks; shown where the words around it say that it is a name."""
    found: list[Term] = []
    for match in _QUOTED.finditer(text):
        start, end = match.span("term")
        inside = match["term"]
        if _NO_TERM.match(inside):
            continue
        named = text.endswith(_BEFORE, max(0, start - 5), start - 1)
        named = named or text.startswith(_AFTER, end + 1) or _ENDING.match(inside) is not None
        found.append(Term(start, end, "quoted", shown=named))
    return found


def find_called(units: Units, names: Sequence[Name]) -> list[Term]:
    """软件和信息服务业（以下简称软信产业）: the long form and the short one."""
    text = units.text
    found: list[Term] = []
    if "简称" not in text and "统称" not in text:
        return found
    ends: set[int] | None = None
    for match in _CALLED.finditer(text):
        if ends is None:
            ends = {it.end for it in names}
        before = match.start()
        if before in ends or text[before - 1 : before] in "》”" or _BODY.search(text[:before][-4:]):
            continue
        found.append(Term(*match.span("term"), "called", shown=True))
        long = _long_form(units, before)
        if long is not None:
            found.append(long)
    return found


def _long_form(units: Units, end: int) -> Term | None:
    after = first = units.at(end)
    if units.starts[after] != end:
        return None
    while first and after - first < 4 and units.classes[first - 1] in "nXM":
        if not worth(units.surface(first - 1, first)).inside and first < after:
            break
        first -= 1
    if after - first < 2:
        return None
    surface = units.surface(first, after)
    if surface in words().terms or not begins(units, first):
        return None
    return Term(units.starts[first], end, "called", shown=True)
