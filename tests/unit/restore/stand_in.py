"""A solver for tests that follows simple rules, so that what it proposes can be foreseen.

A line of ten characters at most begins an article and is its title. A line that does not end in 。
goes on in the next free line of its article: surely after “，”, perhaps after anything else. A line
that begins with 引 is a pull quote, one that begins with 无 belongs nowhere. What is fixed stays.
"""

from __future__ import annotations

from itertools import pairwise

from generator.restore.evidence import Evidence
from generator.restore.lines import Line
from generator.restore.solution import (
    Candidate,
    Fixed,
    Offer,
    PullQuote,
    Solution,
    SolvedArticle,
    SolvedJoin,
)


def solve(
    lines: tuple[Line, ...], fixed: Fixed | None = None, evidence: Evidence | None = None
) -> Solution:
    """In place of `generator.restore.solve.solve`."""
    del evidence
    fixed = fixed or Fixed()
    texts = {it.number: it.text.strip() for it in lines if it.text.strip()}
    held = {it for order in fixed.orders for it in order}
    asides = {it for it, kind in fixed.kinds.items() if kind in ("pullquote", "other")}
    free = [it for it in texts if it not in held | asides]
    quotes = [it for it in free if texts[it].startswith("引")]
    other = [it for it in free if texts[it].startswith("无")]
    orders = [list(it) for it in fixed.orders]
    for number in free:
        if number in quotes or number in other:
            continue
        if len(texts[number]) <= 10 or not orders:
            orders.append([])
        orders[-1].append(number)
    joins, offers = _joins(orders, texts, fixed)
    return Solution(
        tuple(_article(order, texts, fixed, held) for order in orders),
        joins,
        offers,
        tuple(PullQuote(it, (orders[0][0],), 0.9) for it in quotes if orders),
        tuple(other) if orders else (*quotes, *other),
    )


def _joins(
    orders: list[list[int]], texts: dict[int, str], fixed: Fixed
) -> tuple[tuple[SolvedJoin, ...], tuple[Offer, ...]]:
    joins, offers = [], []
    for order in orders:
        for tail, head in pairwise(order):
            if (tail, head) in fixed.joins:
                joins.append(SolvedJoin(tail, head, 1.0, True, "编者", "editor"))
            elif tail in fixed.ends or (tail, head) in fixed.apart or len(texts[tail]) <= 10:
                continue
            elif not texts[tail].endswith("。"):
                made = texts[tail].endswith("，")
                p = 0.995 if made else 0.6
                joins.append(SolvedJoin(tail, head, p, made, "句子未完"))
                offers.append(
                    Offer(tail, (Candidate(head, p, "句子未完"), Candidate(tail, 0.05)), 0.2, made)
                )
    return (
        tuple(sorted(joins, key=lambda it: it.tail)),
        tuple(sorted(offers, key=lambda it: it.tail)),
    )


def _article(
    order: list[int], texts: dict[int, str], fixed: Fixed, held: set[int]
) -> SolvedArticle:
    is_title = order[0] not in held and len(texts[order[0]]) <= 10
    last = order[-1]
    return SolvedArticle(
        tuple(order),
        title=tuple(order[:1]) if is_title else (),
        gaps_after=frozenset({last} if texts[last].endswith("下文缺") else ()),
        unsure={it: 0.7 for it in order if texts[it].startswith("疑") and it not in held},
    )
