"""Amounts of money and the clauses around them -> what they were put into, and who gave them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.annotate.facts.parties import Parties, more, parted, with_seat
from generator.annotate.facts.words import words
from generator.model.facts import RelationFact
from generator.model.findings import Figure

_INVESTED = re.compile("(?:计划|拟|将|共|累计|总)?投(?:资|入)了?(?:近|约|超过?|逾|达)?$")
_INTO = re.compile(
    "(?:人民币|左右|余|多)?(?:的?[一-鿿]{0,6}(?:经费|资金|补助))?(?:，|用于|在[^，。；]{2,16})?"
    "(?:实施|建设|兴建|新建|修建|打造|支持|开展|推进|用于|启动)了?"
    f"(?P<what>[^，。；]{{2,40}}?(?:{'|'.join(words('head'))}|工程|计划|行动))(?=[，。；、！]|$)"
)
_GIVEN = re.compile(
    "获(?:得)?(?P<who>[^，。；]{2,24}?)(?:的)?(?:支持|资助|补助|奖励|立项|专项)[^，。；]{0,10}$"
)
_BOTH = 2


def of_money(figures: Sequence[Figure], text: Parties) -> Iterator[RelationFact]:
    """投资120万元实施…项目; 获得省科技厅支持经费300万元."""
    for it in figures:
        clause = text.clause(it.start) if it.shown and it.unit.endswith("元") else None
        if clause is None:
            continue
        amount = text.text[it.start : it.end]
        if _INVESTED.search(text.text, clause.start, it.start):
            into = _INTO.match(text.text, it.end)
            at = text.places.place(clause.start, into.end("what")) if into else None
            bodies, places = parted(text.subject(clause, it.start), text.named)
            if into and at and (bodies or places):
                seats = with_seat(places, bodies, text.named)
                date = text.date_before(clause, it.start) or it.as_of
                yield RelationFact(
                    "investment", at, into["what"], bodies, seats, amount, it.value, date
                )
        elif given := _GIVEN.search(text.text, clause.start, it.start):
            bodies, places = parted(text.subject(clause, given.start()), text.named)
            for name in text.between(given.start("who"), given.end("who")):
                if name.kind == "ORG":
                    bodies = more(bodies, text.named.at((name.start, name.end)))
            at = text.places.place(clause.start, it.end)
            if at and len(bodies) >= _BOTH:
                yield RelationFact("award", at, "", bodies, places, amount, it.value, it.as_of)


def is_for_another(text: str, start: int, figure: Figure) -> bool:
    """投资120万元实施…项目, in a clause behind the one that begins at `start`: not what was signed costs."""
    comma = max(text.rfind(mark, start, figure.start) for mark in "，；")
    return (
        comma > 0
        and _INVESTED.search(text, comma, figure.start) is not None
        and _INTO.match(text, figure.end) is not None
    )
