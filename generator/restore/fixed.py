"""Decisions of a form -> what the solver must not change."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import cast

from generator.forms.review import ReviewForm
from generator.restore.answers import GAP, answers
from generator.restore.lines import Line, LineFinder
from generator.restore.plan import ArticlePlan, Plan
from generator.restore.solution import Fixed, LineKind


def fixed_by(form: ReviewForm, lines: tuple[Line, ...], planned: Plan) -> Fixed:
    """All that the form decides; `planned` is its plan. Leave out the program's own tables before.

    A join whose lines the orders hold apart is left out: whoever wrote both is told elsewhere.
    """
    finder = LineFinder(lines, "")
    kinds: dict[int, LineKind] = {}
    joins: set[tuple[int, int]] = set()
    apart: set[tuple[int, int]] = set()
    ends: set[int] = set()
    orders = []
    for article in planned.articles:
        kinds |= _kinds(article)
        _seams(article, joins, apart, ends)
        order = dict.fromkeys(it.number for it in article.entries() if it.number is not None)
        if order:
            orders.append(tuple(order))
    for index in planned.asides:
        aside = form.asides[index]
        line = finder.find(aside.line, ())
        if line is not None:
            kinds[line.number] = "pullquote" if aside.kind == "pull-quote" else "other"
    before, after = _neighbours(orders)
    owner = {line: at for at, order in enumerate(orders) for line in order}
    for tail, head in _wanted(form, lines, finder):
        if head is None:
            if tail not in after or tail in ends:
                ends.add(tail)
        elif after.get(tail) == head or (
            tail not in after and head not in before and not _is_circle(tail, head, owner)
        ):
            joins.add((tail, head))
    return Fixed(
        kinds=dict(sorted(kinds.items())),
        joins=frozenset(joins),
        orders=tuple(orders),
        ends=frozenset(ends),
        apart=frozenset(apart - joins),
    )


def _kinds(article: ArticlePlan) -> dict[int, LineKind]:
    kinds: dict[int, LineKind] = {}
    for role, entries in article.furniture.items():
        for it in entries:
            if it.number is not None:
                kinds[it.number] = cast(LineKind, role)
    for it in article.body:
        if it.number is not None:
            kinds[it.number] = "heading" if it.text.startswith("#") else "body"
    return kinds


def _seams(
    article: ArticlePlan,
    joins: set[tuple[int, int]],
    apart: set[tuple[int, int]],
    ends: set[int],
) -> None:
    for upper, lower in pairwise(article.body):
        if upper.number is None:
            continue
        if lower.text == GAP:
            ends.add(upper.number)
        elif lower.number is not None:
            (joins if lower.joined else apart).add((upper.number, lower.number))
    if article.body and article.body[-1].text == GAP:
        last = next((it.number for it in article.body[-2:-1]), None)
        if last is not None:
            ends.add(last)


def _neighbours(orders: list[tuple[int, ...]]) -> tuple[Mapping[int, int], Mapping[int, int]]:
    """What stands directly before and after each line of the orders; nothing where one ends."""
    before: dict[int, int] = {}
    after: dict[int, int] = {}
    for order in orders:
        for upper, lower in pairwise(order):
            after[upper], before[lower] = lower, upper
    return before, after


def _is_circle(tail: int, head: int, owner: Mapping[int, int]) -> bool:
    """Whether they are the end of an order and its own beginning."""
    return tail in owner and owner[tail] == owner.get(head)


def _wanted(
    form: ReviewForm, lines: tuple[Line, ...], finder: LineFinder
) -> list[tuple[int, int | None]]:
    """Joins and gaps written as such: answered questions, [[joins]] and [[gaps]]."""
    found, _ = answers(form, lines, finder, "")
    wanted: list[tuple[int, int | None]] = [(it.tail, it.head) for it in found]
    for join in form.joins:
        tail, head = finder.find(join.tail, ()), finder.find(join.head, ())
        if tail is not None and head is not None and tail is not head:
            wanted.append((tail.number, head.number))
    for gap in form.gaps:
        line = finder.find(gap.after, ()) if gap.after is not None else None
        if line is not None:
            wanted.append((line.number, None))
    return wanted
