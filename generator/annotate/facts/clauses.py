"""Clauses that tell no event -> who is to move where, who works with whom, who was honoured by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.annotate.facts.parties import Parties, more, parted
from generator.model.facts import RelationFact

_MOVES = re.compile(
    "(?:即将|将|拟)(?:正式|整体|陆续|相继|全部)?(?:入驻|落户|进驻|迁入)(?:于|到|在)?"
    "(?=(?P<where>[^，。；！？\n]{2,40}))"
)
_MOVED = re.compile(
    "[^，。；：、“”！？\n]{2,30}(?:项目|基地|总部|公司|集团|中心|研究院|工厂|生产线)"
)
_JOINTLY = re.compile(
    "联合(?!国|体|会|报|社|军|大学|总|部队|声明|公报|防控|党|王国)(?=(?P<others>[^，。；！？\n]{2,60}))"
)
_WORK = re.compile("(?:研发|开发|研制|开展|攻关|打造|建设|推出|发起|编制|制定|搭建|构建|培养)")
_LISTED = re.compile(
    "(?:在|从)(?P<by>[^，。；！？\n]{2,20}?)(?:发布|公布|评选|评审|公示)的(?P<what>[^，。；！？\n]{2,36}?(?:榜单|名单|名录))"
    "[上中里]，(?=(?P<who>[^，。；！？\n]{2,24}?)(?:也|均|都|双双)?(?:榜上有名|在列|入围|入选|上榜))"
)
_HONOURED = re.compile(
    "(?:(?:荣获|喜获|获得|获评|再获|获)(?:了|为)?|被(?P<by>[^，。；：！？\n]{0,24}?)(?:评为|授予|命名为|评定为))"
    "(?P<what>(?:[^，。；：、！？\n“]{0,16}“[^”]{2,20}”(?:荣誉)?(?:称号|奖项?)|[^，。；：、！？\n“”]{2,24}?(?:称号|(?<!大|获|评)奖)))"
    "(?=[，。；、！）]|$)"
)
_ADVERBS = re.compile(
    "(?:还|也|又|再次|再度|先后|连续|多次|曾|已|均|都|成功|首次|因此|一举|近日|日前|同时)*"
)
_TWO = 2


def of_clauses(text: Parties) -> Iterator[RelationFact]:
    """In no order."""
    yield from _moves(text)
    yield from _joint_work(text)
    yield from _listed(text)
    yield from _honoured(text)


def _moves(text: Parties) -> Iterator[RelationFact]:
    """…升级项目将入驻…产业园: not yet done."""
    for match in _MOVES.finditer(text.text):
        clause = text.clause(match.start())
        what = _MOVED.fullmatch(text.text, clause.start, match.start()) if clause else None
        named = list(text.between(match.start("where"), match.end("where")))
        _, places = parted((text.named.at((it.start, it.end)) for it in named), text.named)
        if clause is None or what is None or not places:
            continue
        at = text.places.place(clause.start, named[-1].end)
        if at is not None:
            yield RelationFact("settled", at, what[0], (), places, planned=True)


def _joint_work(text: Parties) -> Iterator[RelationFact]:
    """甲公司联合乙大学研发…; 通过联合乙大学…，甲公司突破了…"""
    whole = text.text
    for match in _JOINTLY.finditer(whole):
        clause = text.clause(match.start())
        number = text.places.sentence(match.start("others"))
        if clause is None or number < 0:
            continue
        end = text.places.spans[number][1]
        stop = match.end("others")
        work = _WORK.search(whole, match.start("others"), min(end, stop + 12))
        others = [
            it
            for it in text.between(match.start("others"), work.start() if work else stop)
            if it.kind == "ORG"
        ]
        opens = whole[clause.start : match.start()] in ("", "通过")
        ours = _later(text, stop, end) if opens else _before(text, clause.start, match.start())
        if not work or not others or not ours or others[0].start - match.start("others") > 1:
            continue
        bodies: tuple[int, ...] = ()
        for span in (ours, *((it.start, it.end) for it in others)):
            bodies = more(bodies, text.named.at(span))
        at = text.places.place(clause.start, stop)
        if at is not None and len(bodies) >= _TWO:
            yield RelationFact("cooperation", at, "", bodies, ())


def _before(text: Parties, start: int, end: int) -> tuple[int, int] | None:
    """The body right before it that its clause opens with."""
    for it in text.between(start, end):
        if it.kind == "ORG" and it.start == start and end - it.end < 4:
            return it.start, it.end
    return None


def _later(text: Parties, start: int, end: int) -> tuple[int, int] | None:
    """The first body that a later clause of the sentence opens with."""
    for it in text.between(start, end):
        if it.kind == "ORG" and text.text[it.start - 1] in "，；":
            return it.start, it.end
    return None


def _listed(text: Parties) -> Iterator[RelationFact]:
    """在…发布的…榜单上，…榜上有名."""
    for match in _LISTED.finditer(text.text):
        found = [
            text.named.at((it.start, it.end))
            for group in ("who", "by")
            for it in text.between(match.start(group), match.end(group))
            if it.kind == "ORG"
        ]
        bodies, _ = parted(found, text.named)
        clause = text.clause(match.start())
        whole = re.compile("[^，。；！？\n]*").match(text.text, match.end())
        at = text.places.place(clause.start, whole.end()) if clause and whole else None
        if at is not None and len(bodies) >= _TWO:
            yield RelationFact("award", at, match["what"], bodies, ())


def _honoured(text: Parties) -> Iterator[RelationFact]:
    """…村被省政府授予“…”称号."""
    for match in _HONOURED.finditer(text.text):
        clause = text.clause(match.start())
        if clause is None:
            continue
        who = [
            it
            for it in text.between(clause.start, match.start())
            if it.start == clause.start
            and it.kind in ("ORG", "LOC")
            and _ADVERBS.fullmatch(text.text, it.end, match.start())
        ]
        by = [
            it
            for it in text.between(match.start("by"), match.end("by"))
            if it.kind == "ORG" and match["by"]
        ]
        bodies, places = parted(
            (text.named.at((it.start, it.end)) for it in (*who, *by)), text.named
        )
        at = text.places.place(clause.start, match.end())
        if at is not None and who:
            yield RelationFact("award", at, match["what"], bodies, places)
