"""Article -> Prose: its text in one piece, with all that rules need to know about where they are."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from generator.model.annotation import Sentence
from generator.model.article import Article
from generator.text.sentences import split_sentences

UNREAD = frozenset(("code", "furniture"))
"""Blocks that have no sentences: blank in the text."""


class Prose(NamedTuple):
    """A text as the rules read it. No finding crosses a line break."""

    text: str
    sentences: tuple[tuple[int, int], ...]
    """Spans in `text`, in order."""
    date: str = ""
    """ISO 8601 day of publication, or empty."""
    starts: tuple[int, ...] = (0,)
    """Where each block begins in `text`."""
    headings: tuple[tuple[int, int], ...] = ()
    """Spans in `text` of headings."""
    title: str = ""
    """Title and kicker, where they are no part of `text`."""
    authors: tuple[str, ...] = ()

    def place(self, offset: int) -> tuple[int, int]:
        """(index of the block, offset in it)."""
        block = bisect_right(self.starts, offset) - 1
        return block, offset - self.starts[block]


def article_prose(article: Article, sentences: tuple[Sentence, ...]) -> Prose:
    """The article's blocks joined by line breaks; code and furniture left blank."""
    texts = ["" if it.kind in UNREAD else it.text.replace("\n", " ") for it in article.blocks]
    starts = tuple(accumulate((len(it) + 1 for it in texts[:-1]), initial=0)) if texts else (0,)
    heads = [article.kicker.text] if article.kicker else []
    return Prose(
        text="\n".join(texts),
        sentences=tuple(
            (starts[it.block] + it.start, starts[it.block] + it.end) for it in sentences
        ),
        date=article.date,
        starts=starts,
        headings=tuple(
            (starts[at], starts[at] + len(it.text))
            for at, it in enumerate(article.blocks)
            if it.kind == "heading"
        ),
        title="\n".join((*heads, article.title)),
        authors=article.authors,
    )


def plain_prose(text: str, date: str = "") -> Prose:
    """A text from outside, as it stands; offsets are those of `text`."""
    starts = [0]
    sentences: list[tuple[int, int]] = []
    for line in text.split("\n"):
        at = starts[-1]
        sentences += [(at + start, at + end) for start, end in split_sentences(line)]
        starts.append(at + len(line) + 1)
    return Prose(text, tuple(sentences), date, tuple(starts[:-1]))
