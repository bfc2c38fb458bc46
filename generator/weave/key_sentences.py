"""Sentences of a topic -> those that tell it best: an extract, varied, each with its place.

Scored by what they name and tell (topic, figures, events, documents, definitions) and, where that is
known, by how much they say of what is typical of the topic (typical.py); chosen by maximal marginal
relevance over character pairs (Carbonell and Goldstein 1998).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from generator.model.facts import Facts
from generator.model.knowledge import Knowledge, Mention
from generator.weave.sections import heads
from generator.weave.selection import in_passing
from generator.weave.stand_alone import freed, leans, stands_alone
from generator.weave.statements import Selected
from generator.weave.statements.same_event import pairs
from generator.weave.statements.sources import place_order
from generator.weave.typical import Place

_HANDY = range(24, 86)
"""Lengths that are read at a glance and still say something."""
_EARLY: Final = 12
"""Characters from the beginning in which the subject of a sentence stands."""
_ELSEWHERE, _AT_HOME = -1.0, 1.0
"""For a sentence without a word of the topic, in an article about other things or about it alone."""
_POINTING: Final = 2.5
"""What it takes off a sentence that it points at another one."""
_BY_THE_WAY: Final = 0.2
"""Sentences that say less of what is typical only touch the topic."""
_TYPICAL, _TOLD = 4.0, 0.4
"""Worth of what is typical, and what is left of the worth of all else beside it."""
_BESIDE_IT: Final = 2.0
"""What it takes off the only sentence of an article that names the topic."""
_SHARES: Final = frozenset(("%", "‰", "倍", "个百分点", "百分点"))
_WEIGHED: Final = 80
"""Best candidates among which the extract is varied."""
_ENOUGH: Final = 1.35
_BY_CHANCE: Final = 0.18
"""Share of character pairs that two sentences about one thing have anyway."""

_UNKNOWN: Final[Mapping[Place, float]] = {}

Sort = Literal["definition", "decision", "number", "plan"]

_PLANNING: Final = re.compile("力争|目标|到20\\d\\d年|规划|将[于在着全加建打推实]|计划|预期|拟")
_DECIDING: Final = re.compile(
    "印发|出台|发布|成立|签[署约订]|启动|实施|召开|提出|设立|组建|部署|通过了|决定|安排"
)
_REACHING: Final = re.compile("达到?|突破|完成|实现|增长|下降|超过|累计|形成|建成|共有|占")
_BESIDE: Final = re.compile("位于|来到|走进|随着|由于|为[^，]{0,8}$")
"""Before the topic: the clause is about something else, the topic only its place or cause."""
_FEW: Final = 10
"""A count below it (3家企业) is none that tells a topic."""
_DEFINING: Final = re.compile("是|为|指|位于|成为|成了|属于|作为")


class _Candidate(NamedTuple):
    place: Mention
    score: float
    sorts: frozenset[Sort]
    section: tuple[int, int]
    pairs: frozenset[str]
    off: float
    """How much it points at another sentence, or names the topic only by the way."""


def key_sentences(
    knowledge: Knowledge,
    selection: Sequence[Selected],
    words: Sequence[str],
    most: int = 8,
    typical: Mapping[Place, float] = _UNKNOWN,
) -> tuple[Mention, ...]:
    """At most so many, in reading order. `words`: those that select the topic, its name first."""
    found = [it for asked in selection for it in _candidates(knowledge, asked, words)]
    if typical:
        found = list(_typical(found, typical))
    found.sort(key=lambda it: (-it.score, place_order(it.place)))
    chosen = _varied(found[:_WEIGHED], most)
    return tuple(sorted((it.place for it in chosen), key=place_order))


def _typical(found: Sequence[_Candidate], typical: Mapping[Place, float]) -> Iterator[_Candidate]:
    """Without what only touches the topic; what is most typical first, numbers or not."""
    for it in found:
        near = typical.get((it.place.reading, it.place.sentence), 0.0)
        if near >= _BY_THE_WAY:
            yield it._replace(score=_TOLD * it.score + _TYPICAL * near - (1 - _TOLD) * it.off)


def _varied(candidates: Sequence[_Candidate], most: int) -> list[_Candidate]:
    """The best, each weighed against what those before it say already."""
    chosen: list[_Candidate] = []
    left = list(candidates)
    near = [0.0] * len(left)
    taken: set[int] = set()
    readings = len({it.place.reading for it in candidates})
    sections = len({it.section for it in candidates})
    while len(chosen) < most:
        best, at = _ENOUGH, -1
        sorts = {sort for it in chosen for sort in it.sorts}
        for index, it in enumerate(left):
            if index in taken:
                continue
            same_article = sum(one.place.reading == it.place.reading for one in chosen)
            same_section = sum(one.section == it.section for one in chosen)
            same_sort = sum(one.sorts == it.sorts for one in chosen)
            gain = it.score + 0.8 * len(it.sorts - sorts) - 6.0 * near[index] - 0.3 * same_sort
            gain -= 1.2 * same_article * min(readings - 1, most) / most
            gain -= 0.5 * same_section * min(sections - 1, most) / most
            if gain > best:
                best, at = gain, index
        if at < 0:
            break
        taken.add(at)
        chosen.append(left[at])
        for index, it in enumerate(left):
            near[index] = max(near[index], _alike(it.pairs, left[at].pairs) - _BY_CHANCE)
    return chosen


def _candidates(
    knowledge: Knowledge, asked: Selected, words: Sequence[str]
) -> Iterator[_Candidate]:
    reading = knowledge.readings[asked.reading]
    blocks = reading.article.blocks
    sections = heads(reading.article)
    told = _told(knowledge.facts[asked.reading] if knowledge.facts else Facts())
    elsewhere = _ELSEWHERE if asked.sentences is not None else _AT_HOME
    passing = in_passing(reading, asked, words)
    seen: set[int] = set()
    for index, sentence in enumerate(reading.annotations.sentences):
        block = blocks[sentence.block]
        first = sentence.block not in seen
        seen.add(sentence.block)
        if block.kind != "paragraph" or (
            asked.sentences is not None and index not in asked.sentences
        ):
            continue
        start, end = freed(block.text, sentence.start, sentence.end)
        text = block.text[start:end]
        if not stands_alone(text):
            continue
        place = Mention(asked.reading, sentence.block, start, end, index)
        score, sorts = _weigh(text, words, told.get(index, _NOTHING), elsewhere)
        off = _POINTING * leans(text) + _BESIDE_IT * passing
        section = (asked.reading, sections[sentence.block])
        yield _Candidate(place, score + 0.3 * first - off, sorts, section, pairs(text), off)


class _Told(NamedTuple):
    """What facts a sentence has."""

    figures: int = 0
    targets: int = 0
    events: int = 0
    dates: int = 0
    papers: int = 0
    programmes: int = 0
    names: int = 0
    members: int = 0


_NOTHING: Final = _Told()


def _told(facts: Facts) -> dict[int, _Told]:
    counts: dict[int, list[int]] = {}

    def count(sentence: int, kind: int) -> None:
        counts.setdefault(sentence, [0] * 8)[kind] += 1

    for figure in facts.figures:
        few = isinstance(figure.value, int) and figure.value < _FEW
        if not few or figure.unit in _SHARES or "target" in figure.status:
            count(figure.at[0], 1 if "target" in figure.status else 0)
    for event in facts.events:
        count(event.at[0], 2)
    for date in facts.dates:
        count(date.at[0], 3)
    for paper in facts.papers:
        for at in paper.at:
            count(at[0], 4)
    for programme in facts.programmes:
        for at in programme.at:
            count(at[0], 5)
        for at in programme.members_at:
            count(at[0], 7)
    for name in facts.names:
        if name.kind != "TERM":
            for at in name.at:
                count(at[0], 6)
    return {sentence: _Told(*found) for sentence, found in counts.items()}


def _weigh(
    text: str, words: Sequence[str], told: _Told, elsewhere: float
) -> tuple[float, frozenset[Sort]]:
    sorts: set[Sort] = set()
    score = _on_topic(text, words) or elsewhere
    if named := _definition(text, words):
        sorts.add("definition")
        score += 1.5 * named
    if told.figures:
        sorts.add("number")
        score += 0.5 + 0.25 * min(told.figures, 3) + (0.3 if _REACHING.search(text) else 0)
    if told.targets or _PLANNING.search(text):
        sorts.add("plan")
        score += 0.5 + 0.5 * bool(told.targets) + 0.4 * min(told.targets, 3)
    if told.events or told.papers or _DECIDING.search(text):
        sorts.add("decision")
        score += 0.4 + 0.4 * min(told.events, 2) + 0.5 * bool(told.papers)
    score += 0.3 * bool(told.dates) + 0.5 * bool(told.programmes) + 0.15 * min(told.names, 4)
    score += 0.5 * bool(told.members)
    if len(text) not in _HANDY:
        score -= 0.5
    return score, frozenset(sorts)


def _on_topic(text: str, words: Sequence[str]) -> float:
    """More for the topic's name, early in the sentence, and for several of its words; 0: none."""
    if not words:
        return 0.0
    at = text.find(words[0])
    others = sum(word in text for word in words[1:])
    if at < 0:
        return 0.9 + 0.5 * min(others, 3) if others else 0.0
    if _BESIDE.search(text, max(0, at - 10), at):
        return 0.9 + 0.4 * min(others, 2)
    return (2.2 if at < _EARLY else 1.6) + 0.4 * min(others, 2)


def _definition(text: str, words: Sequence[str]) -> float:
    """1 where the sentence says at its beginning what one of the words is."""
    for number, word in enumerate(words):
        at = text.find(word)
        if 0 <= at < _EARLY:
            after = text[at + len(word) : at + len(word) + 3]
            if _DEFINING.match(after.lstrip("，")):
                return 1.0 if number == 0 else 0.7
    return 0.0


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0
