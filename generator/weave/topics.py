"""Topics + readings -> passages: which paragraphs belong to a topic, and the word that says so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from generator.model.knowledge import Mention, Passage, Reading, TopicPage
from generator.weave.names import Nested, find_names
from generator.weave.sections import heads

_ENOUGH = 3
"""An article with so many passages of a topic is about it, whatever its length."""
_SHARE = 1 / 3


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


def main_readings(
    topic: TopicPage, passages: Sequence[Passage], readings: Sequence[Reading]
) -> tuple[int, ...]:
    """Articles that are about the topic: it stands in their title or in enough paragraphs."""
    counts: dict[int, int] = {}
    for passage in passages:
        counts[passage.mention.reading] = counts.get(passage.mention.reading, 0) + 1
    words = selecting_words(topic)
    chosen = []
    for index, count in counts.items():
        article = readings[index].article
        paragraphs = sum(1 for block in article.blocks if block.kind == "paragraph")
        titled = any(word in article.title for word in words)
        if titled or count >= _ENOUGH or count >= paragraphs * _SHARE:
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
