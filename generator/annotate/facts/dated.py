"""What stands before an amount -> the same without its dates."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.annotate.facts.wording import GREW
from generator.model.findings import Date

_THAN = re.compile(
    f"^[^，。；]{{0,10}}?(?=(?:大幅|再|预计|实际)*(?:{GREW})(?:了|近|约|超过?|逾|至|到)*$)"
)
"""上年预算 in 比上年预算减少: what it is compared with goes with the date."""
_NAMING = 5
"""Characters behind a date that may name something."""


def undated(text: str, gap: str, start: int, dates: Sequence[Date]) -> str:
    """产量2021年达到 is 产量达到; `gap` stands at `start`, `dates` are those of its sentence."""
    end = start + len(gap)
    rest = gap
    for date in reversed(dates):
        # 基础上年均增长 has no 上年 in it.
        if not (start <= date.start and date.end <= end) or text.startswith("均", date.end):
            continue
        before = text[start : date.start]
        tail = rest[date.end - start :]
        if before[-1:] in ("比", "较"):
            rest = before[:-1] + _THAN.sub("", tail, 1)
            end = date.start
            continue
        return tail if len(tail) > _NAMING or not before else before + tail
    return rest
