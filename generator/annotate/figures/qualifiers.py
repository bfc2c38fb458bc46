"""What stands before and behind an amount -> its qualifiers: 约, 超过, 以上, 以内, 累计, 新增."""

from __future__ import annotations

import re

from generator.annotate.figures.reading import Amount
from generator.model.findings import Qualifier

_FILLER = "(?:达到?|为|有|占|了|到|至|共|其|可?容纳|安排|提供)?"
# The lookahead holds the first characters of the words: most places fail at it.
_BEFORE = re.compile(
    "(?=[不未最至低少小多高大起突超逾过约近将接上])(?:(?P<max>不得?超过|不能超过|不应超过|未超过|不得高于|不得多于|最多可?载?|不高于|不多于|不大于|至多)"
    "|(?P<min>不得?少于|不得?低于|不小于|至少|最少|起码|最低)"
    "|(?P<less>不足|不到|低于|少于|小于|不满|未满|未达|不及)"
    "|(?P<more>超过|突破|多于|高于|大于|不止|(?<![反高])超出?|逾|(?<![通经超])过(?=万|千|百|亿|半))"
    "|(?P<approx>大约|(?<![节合签公条预制契邀履解盟])约|将近|接近|大概|(?<![最附邻靠新])近|大体|上下))"
    f"{_FILLER}$"
)
_NAMED: dict[str, Qualifier] = {
    "max": "max",
    "min": "min",
    "less": "less",
    "more": "more",
    "approx": "approx",
}
"""Group of the patterns -> what it says."""
_AFTER = re.compile(
    "(?P<min>[及或]?以上|（含）以上|之上|起步)|(?P<max>以内|及?以下|之内)|(?P<approx>左右|上下)"
)
_WITHIN = re.compile("内(?![地容部外在蒙科陆河涵分置心阁存])")
_BOUND = frozenset(("time", "measure", "share"))
_UPWARDS = re.compile("(?<![迈站登跨踏升冲以])上$")


def read_qualifiers(text: str, amount: Amount, clause: str, *, target: bool) -> list[Qualifier]:
    """In the order approx, min, more, max, less, target, cumulative, new. `clause`: up to the amount."""
    found: set[Qualifier] = set()
    if match := _BEFORE.search(clause, max(0, len(clause) - 7)):
        found.add(_NAMED[match.lastgroup or ""])
    if match := _AFTER.match(text, amount.end):
        found.add(_NAMED[match.lastgroup or ""])
    if amount.kind in _BOUND and _WITHIN.match(text, amount.end):
        found.add("max")
    if amount.approx:
        found.add("approx")
    if amount.more or (amount.kind == "time" and text.startswith("多", amount.end)):
        found.add("more")
    if text[amount.start] in "百千万" and _UPWARDS.search(clause):
        found.add("more")
    if target:
        found.add("target")
    if "累计" in clause or "累积" in clause:
        found.add("cumulative")
    if "新增" in clause or "净增" in clause:
        found.add("new")
    return sorted(found, key=ORDER.__getitem__) if len(found) > 1 else list(found)


ORDER: dict[Qualifier, int] = {
    "approx": 0,
    "min": 1,
    "more": 2,
    "max": 3,
    "less": 4,
    "target": 5,
    "cumulative": 6,
    "new": 7,
}
