"""Events and clauses -> bodies that founded or run something together, or money that one gave another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.annotate.events.verbs import SORT_OF
from generator.annotate.facts.clauses import of_clauses
from generator.annotate.facts.money import of_money
from generator.annotate.facts.names import Named
from generator.annotate.facts.parties import (
    Parties,
    inner_places,
    more,
    parted,
    with_seat,
)
from generator.annotate.facts.places import Places
from generator.annotate.facts.words import words
from generator.model.facts import At, EventFact, RelationFact
from generator.model.findings import Event, Findings

_HEAD = "|".join(words("head"))
_BRANCH = "|".join(words("branch"))
_HEAD_END = re.compile(f"(?:{_HEAD})$")
_TOGETHER = re.compile(
    "(?=[联共合])(?:(?:联合|共同|合作)(?:建设|共建|组建|成立|创办|设立|打造|建立|创建)了?"
    f"(?P<what>[^，。；：]{{2,30}}?(?:{_HEAD}))(?=[，。；、！）”]|$)"
    f"|(?:合作)?(?:共建|合建)了?(?P<built>[^，。；：]{{2,30}}?(?:{_HEAD}))"
    "(?=[，。；、！）”]|$|(?:合作)?(?:框架)?协议))"
)
_SET_UP = re.compile(
    "(?=[设建布成])(?<=[县市区省州镇乡村旗地京津沪渝])(?:设立|设|建立|建设|布局|成立)了?"
    f"(?P<what>[^，。；：的]{{2,24}}?(?:{_BRANCH}))(?=[，。；、！]|$)"
)
_AGREED = re.compile(
    "^(?:关于)?(?:合作)?(?:共建|合建|联合建设|共同建设)(?P<what>.+?)(?:合作)?(?:框架)?协议$"
)
_PARTY = re.compile("^(?P<what>[0-9一二三四五六七八九十]*[^，。；与和同]{2,20}?)(?:与|和|同)")
_NOT_DONE = re.compile("[将拟要]|计划|力争|推动|加快|支持|鼓励|探索|积极|努力")
_PROJECT = re.compile("(?:项目|工程|基地|总部)$")
_BOTH = 2
_LONGEST = 30


def gather_relations(
    findings: Findings, places: Places, named: Named, events: Sequence[EventFact]
) -> tuple[RelationFact, ...]:
    """In order of their place; only where at least a body or a place is named."""
    shown = [it for it in findings.events if it.shown and places.place(it.start, it.end)]
    text = Parties(findings.names, shown, places, named)
    found: list[RelationFact] = []
    for it, fact in zip(shown, events, strict=True):
        found += _of_event(it, fact, text)
    found += _of_clauses(text)
    found += of_clauses(text)
    found += of_money(findings.figures, text)
    # 签订共建研究院协议 tells of one thing, though two rules find it: the first counts.
    unique = {
        (it.at[0], it.institute or it.kind, it.partners, it.sum_words): it for it in reversed(found)
    }
    return tuple(sorted(unique.values(), key=lambda it: (it.at, it.institute)))


def _of_event(it: Event, fact: EventFact, text: Parties) -> Iterator[RelationFact]:
    sort = SORT_OF.get(it.verb)
    named = text.named
    bodies, places = parted(fact.who, named)
    if it.place:
        places = more(places, named.forms.get(it.place, -1))
    if sort == "sign":
        yield from _signed(it, fact, bodies, places, text)
    elif sort == "found":
        yield from _founded(it, fact, bodies, places, text)
    elif sort == "move" and fact.said and places:
        what = fact.object or fact.said[0]
        yield RelationFact(
            "settled", fact.at, what, bodies, places, fact.sum_words, fact.sum, fact.date
        )
    elif sort == "appoint" and fact.who and it.verb != "当选":
        yield RelationFact("appointed", fact.at, fact.object, fact.who, (), date=fact.date)


def _signed(
    it: Event,
    fact: EventFact,
    bodies: tuple[int, ...],
    places: tuple[int, ...],
    text: Parties,
) -> Iterator[RelationFact]:
    agreed = _AGREED.match(fact.object)
    if agreed and (bodies or places):
        seats = with_seat(places, bodies, text.named)
        yield RelationFact("cooperation", fact.at, agreed["what"], bodies, seats, date=fact.date)
    elif fact.sum is not None and (bodies or places):
        party = _party(it, text)
        at = _with_sum(it, fact, text)
        yield RelationFact(
            "investment", at, party, bodies, places, fact.sum_words, fact.sum, fact.date
        )
    elif len(fact.who) >= _BOTH and bodies:
        yield RelationFact("cooperation", fact.at, "", bodies, places, date=fact.date)
    elif len(fact.who) == 1 and _PROJECT.search(party := _party(it, text)):
        yield RelationFact("cooperation", fact.at, party, bodies, places, date=fact.date)


def _with_sum(it: Event, fact: EventFact, text: Parties) -> At:
    """From the clause to the sum that a later one of its sentence gives."""
    stop = text.places.spans[fact.at[0]][1]
    found = text.text.find(fact.sum_words, it.start, stop)
    at = text.places.place(it.start, max(it.end, found + len(fact.sum_words)))
    return at or fact.at


def _party(it: Event, text: Parties) -> str:
    """11个软件项目 of 9月22日，11个软件项目与…签约."""
    whole = text.text
    comma = max(whole.rfind(mark, it.start, it.end) for mark in "，；：")
    match = _PARTY.match(whole[max(it.start, comma + 1) : it.end])
    return match["what"] if match else ""


def _founded(
    it: Event,
    fact: EventFact,
    bodies: tuple[int, ...],
    places: tuple[int, ...],
    text: Parties,
) -> Iterator[RelationFact]:
    """Each of those listed; else the one thing."""
    if it.object is None or not bodies:
        return
    listed = [
        name
        for name in text.between(*it.object)
        if name.kind == "ORG"
        and text.named.at((name.start, name.end)) not in bodies
        and _HEAD_END.search(text.words(name))
    ]
    for name in listed:
        seat = inner_places(name, text.named)
        what = text.words(name)
        yield RelationFact("founded", fact.at, what, bodies, seat or places, date=fact.date)
    if not listed and len(fact.object) <= _LONGEST and _HEAD_END.search(fact.object):
        yield RelationFact("founded", fact.at, fact.object, bodies, places, date=fact.date)


def _of_clauses(text: Parties) -> Iterator[RelationFact]:
    """联合建设了…实验室, …共建…基地, 在…县设立…工作站."""
    whole = text.text
    for match in (*_TOGETHER.finditer(whole), *_SET_UP.finditer(whole)):
        clause = text.clause(match.start())
        if clause is None or _NOT_DONE.search(whole, clause.start, match.start()):
            continue
        group = match.lastgroup or "what"
        bodies, places = parted(text.subject(clause, match.start()), text.named)
        least = _BOTH
        if match.re is _SET_UP:
            least = 1
            for it in text.between(clause.start, match.start()):
                if it.kind == "LOC":
                    places = more(places, text.named.at((it.start, it.end)))
        at = text.places.place(clause.start, match.end(group))
        if at is not None and bodies and len(bodies) + len(places) >= least:
            seats = with_seat(places, bodies, text.named)
            date = text.date_before(clause, match.start())
            yield RelationFact("founded", at, match[group], bodies, seats, date=date)
