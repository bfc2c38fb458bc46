"""Dates and events of articles -> tellings: clauses that tell something, with its time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from generator.model.facts import EventFact
from generator.model.knowledge import Mention
from generator.weave.statements.same_event import Telling
from generator.weave.statements.sources import Pick, Sources

_ENDED: Final = re.compile(
    "……|[。！？][”’]?|(?:记者|通讯员)[^，。]{2,8}摄(?:影报道)?|社[^，。]{2,8}日电(?:[（(][^）)]*[）)])?"
    "|(?:社|本报)[^，。]{2,8}[电讯][（(][^，。）)]{0,8}(?:记者|通讯员)[^）)]*[）)]"
)
"""What may stand before the clause of a date: a sentence's end, whose photograph, a dateline."""
_SAYS: Final = re.compile(
    "(?:说|宣布|指出|表示|强调|声明|认为|要求|提出|透露|证实|呼吁|报道|警告|重申|决定)$"
)
_WHAT: Final = re.compile("[，：][^。！？；]{6,}")
_LONGEST: Final = 80
"""Characters of a clause that is read at a glance."""
_AT_IT: Final = re.compile(
    "(?:会|大会|会议|仪式|论坛|活动|签约仪式|启动仪式|揭牌仪式)上|会议期间|活动现场|当[天日]|同[日一]"
)


def of_date(known: Sources, reading: int, index: int) -> Telling:
    """The clause of a date, or of the event whose date it is."""
    facts = known.facts(reading)
    fact = facts.dates[index]
    word, clause = known.mention(reading, fact.at), known.mention(reading, fact.clause)
    event = facts.events[fact.event] if fact.event >= 0 else None
    if event is not None:
        clause = _joined(clause, known.mention(reading, event.at))
    clause = _said(known, _begun(known, clause, word))
    rest = _rest(known, clause, word)
    return _telling(known, reading, clause, word, fact.edtf, rest, fact.basis, event)


def of_events(
    known: Sources, events: Iterable[Pick], told: Sequence[Telling]
) -> tuple[list[Telling], list[Telling]]:
    """Events that no date tells already; those with a date, those without."""
    clauses: dict[tuple[int, int], list[Telling]] = {}
    for it in told:
        clauses.setdefault((it.cite.reading, it.cite.sentence), []).append(it)
    dated: list[Telling] = []
    undated: list[Telling] = []
    for reading, index in events:
        facts = known.facts(reading)
        fact = facts.events[index]
        cite = _said(known, known.mention(reading, fact.at))
        beside = clauses.get((reading, fact.at[0]), ())
        if any(it.cite.start <= cite.start and cite.end <= it.cite.end for it in beside):
            continue
        empty = Mention(reading, cite.block, cite.start, cite.start, cite.sentence)
        word, basis = next(
            ((it.word, it.basis) for it in beside if it.edtf == fact.date), (empty, "")
        )
        edtf = fact.date or ""
        if not edtf and (of := _same_day(known, cite, clauses)) is not None:
            edtf, basis = of.edtf, f"承上句“{known.text(of.word)}”"
        made = _telling(known, reading, cite, word, edtf, known.text(cite), basis, fact)
        before = (dated if edtf else undated)[-1:]
        if before and _goes_on(made, before[0]):
            before[0].take(made, _joined(before[0].cite, cite))
        else:
            (dated if edtf else undated).append(made)
    return dated, undated


def _goes_on(made: Telling, before: Telling) -> bool:
    """Whether a clause says with 并 what the one before it did besides."""
    one, other = made.cite, before.cite
    near = one.reading == other.reading and one.sentence == other.sentence
    return near and 0 <= one.start - other.end <= 1 and made.rest[:1] in "并还也且"


def _same_day(
    known: Sources, cite: Mention, clauses: dict[tuple[int, int], list[Telling]]
) -> Telling | None:
    """The event with a date of the sentence before, where this one goes on with 会上, 当天."""
    if not _AT_IT.match(known.text(known.sentence(cite))):
        return None
    for it in clauses.get((cite.reading, cite.sentence - 1), ()):
        if it.verb and it.word.end > it.word.start:
            return it
    return None


def _telling(
    known: Sources,
    reading: int,
    cite: Mention,
    word: Mention,
    edtf: str,
    rest: str,
    basis: str,
    event: EventFact | None,
) -> Telling:
    if event is None:
        made = Telling(cite, word, edtf, rest, basis, who=_named(known, cite))
    else:
        facts = known.facts(reading)
        entities = [(known.entity(reading, it), facts.names[it].name) for it in event.who]
        made = Telling(
            cite,
            word,
            edtf,
            rest,
            basis,
            event.verb,
            frozenset(entity if entity >= 0 else name for entity, name in entities),
            event.object,
            known.entity(reading, event.object_name),
        )
    made.heading = known.heading(cite)
    return made


def _named(known: Sources, clause: Mention) -> frozenset[int | str]:
    """People, bodies, places and documents in a clause."""
    reading = clause.reading
    names = known.facts(reading).names
    found: set[int | str] = set()
    for it in known.names(reading).get(clause.sentence, ()):
        if clause.start <= it.start and it.end <= clause.end and names[it.name].kind != "TERM":
            entity = known.entity(reading, it.name)
            found.add(entity if entity >= 0 else names[it.name].name)
    return frozenset(found)


def _rest(known: Sources, clause: Mention, word: Mention) -> str:
    """The clause without its time expression, signs at its ends left out."""
    text = known.text(clause)
    start, end = word.start - clause.start, word.end - clause.start
    if start >= 0 and end <= len(text):
        text = text[:start] + text[end:]
    return text.strip(" 　，。、；：！？“”（）()—,.;:")


def _joined(one: Mention, other: Mention) -> Mention:
    if one.block != other.block or one.sentence != other.sentence:
        return one
    start, end = min(one.start, other.start), max(one.end, other.end)
    return Mention(one.reading, one.block, start, end, one.sentence)


def _said(known: Sources, clause: Mention) -> Mention:
    """With what is said, where the clause ends with that it is: 县政府12日宣布，…"""
    if not _SAYS.search(known.text(clause)):
        return clause
    sentence = known.sentence(clause)
    rest = known.text(sentence)[clause.end - sentence.start :]
    said = _WHAT.match(rest)
    if said is None:
        return clause
    end = said.end()
    if clause.end + end - clause.start > _LONGEST:
        comma = rest.rfind("，", 1, max(1, _LONGEST - (clause.end - clause.start)))
        end = comma if comma > 0 else rest.find("，", 1)
    if end <= 1 or rest.count("“", 0, end) != rest.count("”", 0, end):
        return clause
    return Mention(clause.reading, clause.block, clause.start, clause.end + end, clause.sentence)


def _begun(known: Sources, clause: Mention, word: Mention) -> Mention:
    """Without the end of a sentence before it that came along (……今年8月，), nor half a quotation."""
    least = max(word.start - clause.start, 0)
    if not least:
        return clause
    text = known.text(clause)
    start = max((it.end() for it in _ENDED.finditer(text, 0, least)), default=0)
    for opening, closing in ("“”", "‘’", "（）"):
        if start < least and text[start] == opening and closing not in text[start:]:
            start += 1
    while start < least and text[start] in "》”）":
        start += 1
    if not start:
        return clause
    return Mention(clause.reading, clause.block, clause.start + start, clause.end, clause.sentence)
