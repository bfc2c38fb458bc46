"""Article -> sentences with anchors that last.

A restored sentence is named by where it begins in its source page, line and offset: a repair or
another order of the lines changes neither. An authored one is named by its own text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from generator.annotate.seams import seams
from generator.model.annotation import Sentence
from generator.model.article import Article, Block, Repair
from generator.text.sentences import content_id, split_sentences

_WITH_SENTENCES = frozenset(("paragraph", "heading", "plain"))


def find_sentences(article: Article) -> tuple[Sentence, ...]:
    """Sentences of the blocks in order; code, rules and gaps have none."""
    found: list[Sentence] = []
    seen: dict[str, int] = {}
    for index, block in enumerate(article.blocks):
        if block.kind not in _WITH_SENTENCES:
            continue
        for start, end in _spans(block.text):
            name = (
                _source_id(block, start)
                if block.segments
                else content_id("s", block.text[start:end], seen)
            )
            found.append(Sentence(name, index, start, end))
    return tuple(found)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Of its sentences, a headline apart from the sentence it runs into."""
    for start, end in split_sentences(text):
        begin = start
        for cut in seams(text[start:end]):
            yield begin, start + cut
            begin = start + cut
        yield begin, end


def _source_id(block: Block, start: int) -> str:
    first = bisect_left(block.segments, start, key=attrgetter("end"))
    for at in range(first, len(block.segments)):
        segment = block.segments[at]
        offset = segment.source_start
        inside = ""
        if segment.start == segment.end == start and segment.repair >= 0:
            deleted = block.repairs[segment.repair].original
            begins = _last_sentence(deleted)
            if begins == len(deleted):
                continue
            offset += begins
        elif start >= segment.end:
            continue
        elif segment.repair < 0:
            offset += start - segment.start
        elif start > segment.start:
            begins = _inner_start(block.repairs[segment.repair], start - segment.start)
            offset += begins
            # A repair that ends a sentence: the next one begins where the source has no place.
            inside = "" if begins else f".{start - segment.start}"
        page = f"{segment.page}." if segment.page else ""
        return f"s{page}{segment.line}-{offset}{inside}"
    raise ValueError(f"offset {start} lies outside the segments of block {block.id}")


def _inner_start(repair: Repair, start: int) -> int:
    """Where the sentence that begins inside a repair began in what stood there; 0: nowhere.

    Counted from the end of the repair, since what follows it is the same in both.
    """
    shown, original = (
        [begin - 1 for begin, _ in split_sentences(f"字{text}字") if begin]
        for text in (repair.shown, repair.original)
    )
    behind = sum(1 for it in shown if it >= start)
    return original[-behind] if start in shown and behind <= len(original) else 0


def _last_sentence(deleted: str) -> int:
    """Where, in text deleted before a sentence, that sentence began; its length: after it."""
    before, after = "字。", "字"
    return split_sentences(f"{before}{deleted}{after}")[-1][0] - len(before)
