"""Article -> sentences with anchors that last.

A restored sentence is named by where it begins in its source page, line and offset: a repair or
another order of the lines changes neither. An authored one is named by its own text.
"""

from __future__ import annotations

from generator.model.annotation import Sentence
from generator.model.article import Article, Block
from generator.text.sentences import content_id, split_sentences

_WITH_SENTENCES = frozenset(("paragraph", "heading", "plain"))


def find_sentences(article: Article) -> tuple[Sentence, ...]:
    """Sentences of the blocks in order; code, rules and gaps have none."""
    found: list[Sentence] = []
    seen: dict[str, int] = {}
    for index, block in enumerate(article.blocks):
        if block.kind not in _WITH_SENTENCES:
            continue
        for start, end in split_sentences(block.text):
            name = (
                _source_id(block, start)
                if block.segments
                else content_id("s", block.text[start:end], seen)
            )
            found.append(Sentence(name, index, start, end))
    return tuple(found)


def _source_id(block: Block, start: int) -> str:
    for segment in block.segments:
        if start < segment.end:
            offset = segment.source_start
            if segment.repair < 0:
                offset += start - segment.start
            page = f"{segment.page}." if segment.page else ""
            return f"s{page}{segment.line}-{offset}"
    raise ValueError(f"offset {start} lies outside the segments of block {block.id}")
