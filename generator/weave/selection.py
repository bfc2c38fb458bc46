"""A topic -> the sentences that are its own: what its statements and data are made of."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.annotation import Sentence
from generator.model.knowledge import Knowledge, Passage, Reading, Topic
from generator.weave.statements import Selected
from generator.weave.topics import selecting_words

_FEW = 4
_LONG = 5
"""Sentences of an article of which one may name a topic by the way."""
_HEADED = 8
"""Sentences of a paragraph that its first one may speak for."""


def selection(knowledge: Knowledge, topic: Topic) -> tuple[Selected, ...]:
    """Articles about nothing else whole; of the others what passages say of the topic.

    A paragraph of a report goes from one thing to the next. It is the topic's as a whole if half
    of its sentences name the topic, or the first of not too many does; else only these are.
    """
    whole = frozenset(topic.whole)
    words = selecting_words(topic.page)
    found: dict[int, list[Passage]] = {}
    for passage in topic.passages:
        found.setdefault(passage.mention.reading, []).append(passage)
    selected = []
    for index in topic.readings:
        if index in whole and _is_whole(knowledge.readings[index], found[index], words):
            selected.append(Selected(index))
        else:
            chosen = _sentences(knowledge.readings[index], found[index], words)
            selected.append(Selected(index, frozenset(chosen)))
    return tuple(selected)


def in_passing(reading: Reading, asked: Selected, words: Sequence[str]) -> bool:
    """Whether one sentence of a longer article, which is about something else, names the topic."""
    sentences, blocks = reading.annotations.sentences, reading.article.blocks
    if asked.sentences is None or len(sentences) < _LONG:
        return False
    if any(word in reading.article.title for word in words):
        return False
    told = (blocks[it.block].text[it.start : it.end] for it in sentences)
    return sum(any(word in text for word in words) for text in told) == 1


def _is_whole(reading: Reading, passages: Sequence[Passage], words: Sequence[str]) -> bool:
    """A text in one paragraph may name the topic in a single sentence."""
    if len(passages) > 1:
        return True
    return any(word in reading.article.title for word in words) and not _crowded(reading, words)


def _crowded(reading: Reading, words: Sequence[str]) -> bool:
    """News of many things in one paragraph, of which the title names the first."""
    sentences = reading.annotations.sentences
    if len(sentences) <= _HEADED or len({it.block for it in sentences}) > 1:
        return False
    blocks = reading.article.blocks
    naming = sum(_names(blocks[it.block].text, it, words) for it in sentences)
    return _FEW * naming < len(sentences)


def _sentences(reading: Reading, passages: Sequence[Passage], words: Sequence[str]) -> list[int]:
    blocks = {it.mention.block: it for it in passages}
    inside: dict[int, list[int]] = {}
    for number, sentence in enumerate(reading.annotations.sentences):
        if sentence.block in blocks:
            inside.setdefault(sentence.block, []).append(number)
    chosen = []
    for block, numbers in inside.items():
        passage = blocks[block]
        if passage.reason == "heading":
            chosen += numbers
            continue
        of_topic = (*words, passage.word)
        text = reading.article.blocks[block].text
        naming = [
            number
            for number in numbers
            if number == passage.mention.sentence
            or _names(text, reading.annotations.sentences[number], of_topic)
        ]
        headed = numbers[0] in naming[:1] and len(numbers) <= _HEADED
        every = headed or 2 * len(naming) >= len(numbers)
        chosen += numbers if every else naming
    return chosen


def _names(text: str, sentence: Sentence, words: Sequence[str]) -> bool:
    return any(text.find(word, sentence.start, sentence.end) >= 0 for word in words)
