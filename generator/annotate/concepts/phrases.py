"""Units -> listed terms, and heads with the words that make them special (黄芪 + 产业)."""

from __future__ import annotations

from bisect import bisect_left

from generator.annotate.concepts.found import Term
from generator.annotate.concepts.words import words, worth
from generator.annotate.names.packaged import TermKind, listed_terms
from generator.annotate.names.units import Units

_MODIFIERS = 3
_LONGEST = 10
"""Characters."""
_RARE = 6.4
"""idf of the rarest modifier: 黄芪 8, 遥感 8; 企业 4.2, 农业 5.3."""
_SPECIAL = frozenset("nXEMNT")
"""Classes of words that make a head special."""
_LEADS = _SPECIAL | {"v"}
_GOES_ON = frozenset("园链带化型类界群站性者户员观学论")
"""Characters that make another word of the head."""
_RARE_ACT = 7.0
_WAYS = frozenset(("技术", "工艺", "疗法"))
_ENDS = frozenset("dcWvLlBbKGprogyYVSt")
"""Classes after which a phrase may begin."""


def find_phrases(units: Units) -> list[Term]:
    """In order; they don't overlap, but for heads within the next phrase."""
    found: list[Term] = []
    text, starts = units.text, units.starts
    kinds = listed_terms()
    classes = units.classes
    joins, singles = words().joins, words().singles
    at = 0
    for _, start, end in units.terms:
        at = bisect_left(starts, start, at)
        if starts[at] != start:
            continue
        after = at + 1
        while starts[after] < end:
            after += 1
        if starts[after] != end:
            continue
        kind = kinds[text[start:end]]
        if kind == "term":
            if classes[after : after + 1] == "S" and units.surface(after, after + 1) in _OFFICIAL:
                # 国家安全|总局
                continue
            found.append(Term(start, end, "listed", shown=True))
        elif found and found[-1].end == start:
            last = found[-1]
            if last.ground == "listed" and text[start:end] in joins:
                found[-1] = Term(last.start, end, "listed", shown=True)
        elif kind != "joins" and at and (classes[at - 1] in _LEADS or text[start - 1] in singles):
            term = _phrase(units, at, end, kind)
            if term is not None:
                found.append(term)
    return found


def _phrase(units: Units, head: int, end: int, kind: TermKind) -> Term | None:
    """Walks back from the head over the words that make it special."""
    text, starts, classes = units.text, units.starts, units.classes
    first = head
    rarest = 0.0
    if head > 1 and classes[head - 1] == "v" and classes[head - 2] in "nX":
        # 激光 + 焊接 + 技术: what is done to or with something, as a way of doing it.
        it = worth(text[starts[head - 1] : starts[head]])
        if it.inside and it.rare >= _RARE_ACT and text[starts[head] : end] in _WAYS:
            first -= 1
    while first and head - first < _MODIFIERS and classes[first - 1] in _SPECIAL:
        word = text[starts[first - 1] : starts[first]]
        it = worth(word)
        if not it.inside:
            break
        rarest = max(rarest, it.rare)
        first -= 1
    if first == head:
        if not first or text[starts[first - 1] : starts[first]] not in words().singles:
            return None
        first -= 1
        rarest = _RARE
    if end - starts[first] > _LONGEST:
        return None
    sure = rarest >= _RARE and begins(units, first) and not _goes_on(units, end)
    if not sure and kind == "weak":
        return None
    return Term(starts[first], end, "suffix", shown=sure and kind == "head")


_OFFICIAL = frozenset("总局 总署 局 部 署 公署 委员会".split())


def _goes_on(units: Units, end: int) -> bool:
    after = units.at(end)
    return units.starts[after + 1 : after + 2] == [end + 1] and units.text[end] in _GOES_ON


def begins(units: Units, first: int) -> bool:
    """Whether the unit may begin a term and nothing that belongs to it is left out before it."""
    text, starts = units.text, units.starts
    leading = worth(text[starts[first] : starts[first + 1]])
    if starts[first + 1] - starts[first] > 1 and (leading.act or not leading.known):
        return False
    if not first:
        return True
    before = text[starts[first - 1] : starts[first]]
    mark = units.classes[first - 1]
    if mark in "hH":
        return before in words().before
    if mark == "n":
        it = worth(before)
        return it.act and not it.inside
    return mark in _ENDS
