"""Words of all texts, where they stand -> those that may be topics, or terms of one.

A text is about a word if its title holds it or it comes back to it. Stock words stand in many texts
and few are about them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence, Set
from functools import cache
from math import log, sqrt
from typing import NamedTuple

from generator.annotate.names.gazetteer import entries
from generator.model.knowledge import Reading
from generator.text.common_words import rarity
from generator.text.data import read_table
from generator.text.segment import cut, tag

SMALL = 5
"""A corpus with fewer texts shares little: there one text can make a topic."""
_SHARE = 0.2
"""What stands in more of the paragraphs tells them not apart."""
_IN_TITLE, _IN_HEADING = 4.0, 2.0
_TITLED = 1.5
_ABOUT, _PART = 3, 1 / 4
"""Paragraphs that make a text one about a word; of a short one such a part, two at least."""
_OF_ALL = 0.15
"""Share of the texts that name a word which are about it: of stock words fewer are."""
_TITLES = 3
_RARE = 6.3
"""Titles that hold a word of the dictionary, and how rare it is, before it is thought of."""
_SUBJECTS = frozenset(("n", "vn", "nz", "j", "v"))
_SPECIFIC = {2: 1.0, 3: 1.2}
_MORE_SPECIFIC = 1.5
"""By characters: 农村电价 says more than 农村."""
_NEITHER = frozenset(("media", "state", "party", "army", "ministry"))
_ENOUGH_BLOCKS = 5
"""Paragraphs of one text that count; more of them say the same."""
_LONGEST = 12
_TORN = 0.6
"""Share of a word's sentences in which the same character stands right beside it."""
Blocks = dict[int, set[int]]
"""Reading -> blocks."""
Standing = dict[int, set[int]]
"""Reading -> sentences."""


class Candidate(NamedTuple):
    """A word with all that decides whether it is proposed."""

    name: str
    topic: bool
    """Whether it may be one; else only a term of one."""
    blocks: Blocks
    weights: dict[tuple[int, int], float]
    """By reading and block, of texts that are about it."""
    titles: int
    sentences: Standing


def titled(readings: Sequence[Reading], known: Set[str]) -> dict[str, Standing]:
    """Words of the dictionary that several titles hold: 扶贫, 住房. Those of events and people are none."""
    titles = Counter(
        word
        for it in readings
        for word, kind in tag(it.article.title)
        if kind in _SUBJECTS and len(word) > 1
    )
    said = _said_of_any()
    asked = {
        word
        for word, count in titles.items()
        if count >= _TITLES and word not in known and word not in said and rarity(word) >= _RARE
    }
    found: dict[str, Standing] = {}
    beside: dict[str, Counter[str]] = {}
    for index, it in enumerate(readings):
        for number, sentence in enumerate(it.annotations.sentences):
            text = it.article.blocks[sentence.block].text[sentence.start : sentence.end]
            for word in asked.intersection(cut(text)):
                found.setdefault(word, {}).setdefault(index, set()).add(number)
                at = text.find(word)
                around = text[max(0, at - 1) : at], text[at + len(word) : at + len(word) + 1]
                beside.setdefault(word, Counter()).update(
                    side + ("0" if it.isdigit() else it)
                    for side, it in zip("<>", around, strict=True)
                    if it.isalnum()
                )
    # 虎踞 that goes on with 钟 nearly always is a piece of a name.
    return {
        word: it
        for word, it in found.items()
        if max(beside[word].values(), default=0) < _TORN * sum(map(len, it.values()))
    }


@cache
def _said_of_any() -> frozenset[str]:
    """Meetings, announcements, crowds: what news of any subject is made of."""
    rows = [it[:2] for it in read_table("event_words.tsv")]
    words = [
        words for kind, words in rows if kind == "generic" or kind.startswith(("head", "verb"))
    ]
    words += [row[1] for row in read_table("speech.tsv") if row[0] in ("crowd", "role")]
    return frozenset(word for it in words for word in it.split())


def candidates(
    readings: Sequence[Reading],
    found: dict[str, Standing],
    silent: Collection[str],
    places: Set[str],
    bodies: Set[str],
) -> Iterable[Candidate]:
    """`silent`: words that are topics already, or no names.

    Places and authorities have pages of their own, and so have bodies: they are only proposed if
    several titles hold them.
    """
    few = len(readings) < SMALL
    paragraphs = sum(1 for it in readings for block in it.article.blocks if block.text)
    most = paragraphs if few else max(SMALL, paragraphs * _SHARE)
    for name, sentences in found.items():
        blocks = {
            index: {readings[index].annotations.sentences[at].block for at in here}
            for index, here in sentences.items()
        }
        standing = sum(map(len, blocks.values()))
        if name in silent or not 2 <= len(name) <= _LONGEST or standing > most:
            continue
        if len(blocks) < 2 and not few:
            continue
        titles = sum(name in readings[index].article.title for index in blocks)
        about = blocks if few else _about(name, blocks, sentences, readings)
        telling = log(1 + paragraphs / standing) if few else _telling(name, blocks, about, readings)
        weights = {}
        for index, here in about.items():
            article = readings[index].article
            first, titled = min(here), name in article.title
            counted = sorted(here)[:_ENOUGH_BLOCKS]
            for block in counted:
                headed = article.blocks[block].kind == "heading"
                more = titled * _IN_TITLE * (block == first) + headed * _IN_HEADING
                share = (_TITLED if titled else 1.0) / len(counted)
                weights[index, block] = telling * (1 + more if few else share)
        place = name in places
        recurs = standing > len(blocks) or len(blocks) > 2
        topic = titles > 0 or (recurs and not place)
        if not few:
            listed = entries().get(name)
            topic = topic and not place and (listed is None or listed.sort not in _NEITHER)
            topic = topic and (name not in bodies or titles >= _TITLES)
            topic = topic and len(about) > 1 and len(about) >= _OF_ALL * len(blocks)
        if topic or not place:
            yield Candidate(name, topic, blocks, weights, titles, sentences)


def _about(
    name: str, blocks: dict[int, set[int]], sentences: Standing, readings: Sequence[Reading]
) -> dict[int, set[int]]:
    """Texts that are about it: by their title, or because they come back to it."""
    found = {}
    for index, here in blocks.items():
        article = readings[index].article
        long = sum(1 for it in article.blocks if it.kind == "paragraph")
        again = len(here) >= _ABOUT or (len(here) > 1 and len(here) >= long * _PART)
        # News may be one paragraph from end to end.
        again = again or (long < _ABOUT and len(sentences[index]) > 1)
        if again or name in article.title:
            found[index] = here
    return found


def _telling(
    name: str, blocks: dict[int, set[int]], about: dict[int, set[int]], readings: Sequence[Reading]
) -> float:
    """More for what few texts name, of which many are about it, and for what is specific."""
    rare = log(len(readings) / len(blocks)) * sqrt(len(about) / len(blocks))
    return rare * _SPECIFIC.get(len(name), _MORE_SPECIFIC) * rarity(name) / _RARE
