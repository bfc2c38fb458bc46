"""Topics + readings -> passages: which paragraphs belong to a topic, and the word that says so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter

import msgspec

from generator.model.knowledge import Entity, Mention, Passage, Reading, TopicPage
from generator.weave.names import Nested, find_names
from generator.weave.sections import heads

_ENOUGH = 3
"""An article with so many passages of a topic is about it, whatever its length."""
_SHARE = 1 / 3
_HALF = 1 / 2


def find_passages(
    topics: Sequence[TopicPage], readings: Sequence[Reading]
) -> tuple[tuple[Passage, ...], ...]:
    """For each topic its paragraphs in reading order.

    A paragraph belongs to a topic by a term in it; the first paragraph of a section also by a
    term in the section's heading.
    """
    names, owners = _selecting_words(topics)
    best: list[dict[tuple[int, int], Mention]] = [{} for _ in topics]
    for found in find_names(names, readings, Nested.KEPT):
        mention = found.mention
        for topic in owners[names[found.name]]:
            best[topic].setdefault((mention.reading, mention.block), mention)
    return tuple(_passages(mentions, readings) for mentions in best)


def with_entities(
    topics: Sequence[TopicPage],
    passages: Sequence[tuple[Passage, ...]],
    entities: Sequence[Entity],
    readings: Sequence[Reading],
) -> tuple[tuple[Passage, ...], ...]:
    """With the paragraphs that name, in other words, somebody or something a topic selects by name.

    So 山西农大 and 学校 select what 山西农业大学 does, where a text says they are the same.
    """
    by_name: dict[str, list[Entity]] = {}
    for entity in entities:
        by_name.setdefault(entity.name, []).append(entity)
    above: dict[int, list[int]] = {}
    return tuple(
        _merged(
            found,
            (
                mention
                for word in selecting_words(topic)
                for entity in by_name.get(word, ())
                for mention in entity.mentions
            ),
            readings,
            above,
        )
        for topic, found in zip(topics, passages, strict=True)
    )


def _merged(
    found: tuple[Passage, ...],
    mentions: Iterable[Mention],
    readings: Sequence[Reading],
    above: dict[int, list[int]],
) -> tuple[Passage, ...]:
    known = {(it.mention.reading, it.mention.block) for it in found}
    more = []
    for mention in mentions:
        index, number = mention.reading, mention.block
        block = readings[index].article.blocks[number]
        if (index, number) in known or block.kind == "heading":
            continue
        known.add((index, number))
        if index not in above:
            above[index] = heads(readings[index].article)
        word = block.text[mention.start : mention.end]
        more.append(Passage(mention, above[index][number], "entity", word))
    return _in_order((*found, *more)) if more else found


def with_children(
    topics: Sequence[TopicPage], passages: Sequence[tuple[Passage, ...]]
) -> tuple[tuple[Passage, ...], ...]:
    """Each topic with what belongs to the topics below it."""
    number_of = {it.id: number for number, it in enumerate(topics)}
    gathered = list(passages)
    for number, topic in enumerate(topics):
        seen = {number}
        up = number_of.get(topic.parent, -1)
        while up >= 0 and up not in seen:
            seen.add(up)
            gathered[up] = _inherited(gathered[up], passages[number], topic.title)
            up = number_of.get(topics[up].parent, -1)
    return tuple(gathered)


def _inherited(
    own: tuple[Passage, ...], below: tuple[Passage, ...], title: str
) -> tuple[Passage, ...]:
    known = {(it.mention.reading, it.mention.block) for it in own}
    more = [
        msgspec.structs.replace(it, reason="child", word=title)
        for it in below
        if (it.mention.reading, it.mention.block) not in known
    ]
    return _in_order((*own, *more)) if more else own


def _in_order(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    return tuple(sorted(passages, key=lambda it: (it.mention.reading, it.mention.block)))


def whole_readings(
    topic: TopicPage, passages: Sequence[Passage], readings: Sequence[Reading]
) -> tuple[int, ...]:
    """Articles about nothing else: the topic stands in their title, or in half their paragraphs."""
    words = selecting_words(topic)
    return tuple(
        index
        for index, count in sorted(_counts(passages).items())
        if any(word in readings[index].article.title for word in words)
        or count >= _paragraphs(readings[index]) * _HALF
    )


def own_blocks(
    main: Sequence[int], passages: Sequence[Passage], whole: Sequence[int]
) -> dict[int, frozenset[int] | None]:
    """Of each article about a topic the paragraphs that are its own; None: all."""
    found: dict[int, set[int]] = {it: set() for it in main}
    for it in passages:
        if it.mention.reading in found:
            found[it.mention.reading].add(it.mention.block)
    return {it: None if it in whole else frozenset(blocks) for it, blocks in found.items()}


def _counts(passages: Iterable[Passage]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for passage in passages:
        counts[passage.mention.reading] = counts.get(passage.mention.reading, 0) + 1
    return counts


def _paragraphs(reading: Reading) -> int:
    return sum(1 for block in reading.article.blocks if block.kind == "paragraph")


def main_readings(
    topic: TopicPage, passages: Sequence[Passage], readings: Sequence[Reading]
) -> tuple[int, ...]:
    """Articles that are about the topic: it stands in their title or in enough paragraphs."""
    words = selecting_words(topic)
    chosen = []
    for index, count in _counts(passages).items():
        titled = any(word in readings[index].article.title for word in words)
        if titled or count >= _ENOUGH or count >= _paragraphs(readings[index]) * _SHARE:
            chosen.append(index)
    return tuple(sorted(chosen))


def selecting_words(topic: TopicPage) -> tuple[str, ...]:
    """Title, aliases and terms, each once."""
    return tuple(dict.fromkeys((topic.title, *topic.aliases, *topic.terms)))


def _selecting_words(topics: Sequence[TopicPage]) -> tuple[list[str], dict[str, list[int]]]:
    owners: dict[str, list[int]] = {}
    for index, topic in enumerate(topics):
        for word in selecting_words(topic):
            owners.setdefault(word, []).append(index)
    return list(owners), owners


def _passages(
    mentions: dict[tuple[int, int], Mention], readings: Sequence[Reading]
) -> tuple[Passage, ...]:
    passages = []
    above: dict[int, list[int]] = {}
    for (index, number), mention in sorted(mentions.items()):
        blocks = readings[index].article.blocks
        if index not in above:
            above[index] = heads(readings[index].article)
        block = blocks[number]
        word = block.text[mention.start : mention.end]
        if block.kind != "heading":
            passages.append(Passage(mention, above[index][number], "term", word))
            continue
        first = next((it for it in range(number + 1, len(blocks)) if blocks[it].text), None)
        below = first is not None and blocks[first].kind != "heading"
        if first is not None and below and (index, first) not in mentions:
            at = _first_sentence(readings[index], index, first)
            if at is not None:
                passages.append(Passage(at, number, "heading", word))
    return tuple(passages)


def _first_sentence(reading: Reading, index: int, block: int) -> Mention | None:
    """An empty mention at the block's first sentence: nothing in it is to be highlighted."""
    sentences = reading.annotations.sentences
    number = bisect_left(sentences, block, key=attrgetter("block"))
    if number == len(sentences) or sentences[number].block != block:
        return None
    start = sentences[number].start
    return Mention(index, block, start, start, number)
