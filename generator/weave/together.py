"""Two topics -> the sentence that tells how they belong together, if one names both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.knowledge import Knowledge, Mention, Topic
from generator.weave.stand_alone import freed, leans, stands_alone
from generator.weave.topics import selecting_words

_TELLING = 45
"""Characters of a sentence that says something and is read at a glance."""
_NEAR = 12
"""Characters between what names the one and what names the other: further off, they are two things
of a list.
"""
_NAME, _LEAST = 3, 4
"""Worth of the name of a topic, where a term is worth one; what both are worth at least together."""


def told_together(knowledge: Knowledge, one: Topic, other: Topic) -> Mention | None:
    """The best of the sentences of both that name both; None: each is told apart from the other."""
    blocks = {(it.mention.reading, it.mention.block) for it in one.passages}
    blocks &= {(it.mention.reading, it.mention.block) for it in other.passages}
    found = [
        (_rank(knowledge, place, one, other), place)
        for reading in sorted({it for it, _ in blocks})
        for place in _sentences(knowledge, reading, {at for it, at in blocks if it == reading})
    ]
    named = [(rank, place) for rank, place in found if rank is not None]
    return min(named, key=lambda it: it[0])[1] if named else None


def _sentences(knowledge: Knowledge, reading: int, blocks: set[int]) -> Iterator[Mention]:
    article, annotations = (
        knowledge.readings[reading].article,
        knowledge.readings[reading].annotations,
    )
    for number, it in enumerate(annotations.sentences):
        if it.block in blocks and article.blocks[it.block].kind == "paragraph":
            start, end = freed(article.blocks[it.block].text, it.start, it.end)
            yield Mention(reading, it.block, start, end, number)


def _rank(
    knowledge: Knowledge, place: Mention, one: Topic, other: Topic
) -> tuple[float, ...] | None:
    text = knowledge.readings[place.reading].article.blocks[place.block].text
    text = text[place.start : place.end]
    here, there = _named(text, one), _named(text, other)
    # 国有企业下岗职工: of words that overlap only one is named.
    gaps = [max(b[0] - a[1], a[0] - b[1]) for a in here for b in there]
    gap = min((it for it in gaps if it >= 0), default=-1)
    if gap < 0 or not stands_alone(text):
        return None
    own = _worth(text, one) + _worth(text, other)
    if own < _LEAST:
        return None
    at = place.reading, place.block, place.start
    return (-own, leans(text), gap // _NEAR, abs(len(text) - _TELLING), *at)


def _named(text: str, topic: Topic) -> list[tuple[int, int]]:
    found = ((text.find(it), len(it)) for it in selecting_words(topic.page))
    return [(at, at + length) for at, length in found if at >= 0]


def _worth(text: str, topic: Topic) -> int:
    names: Sequence[str] = (topic.page.title, *topic.page.aliases)
    if any(it in text for it in names):
        return _NAME
    return min(_NAME - 1, sum(it in text for it in topic.page.terms))
