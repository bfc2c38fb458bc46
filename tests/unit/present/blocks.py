"""Blocks of a newspaper page for tests: random lines, some characters repaired."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import strategies as st

from generator.model.article import Article, ArticleId, Block, PageRef, Repair, Segment

PATH = "pages/a.txt"


class Printed(NamedTuple):
    """Source lines and the block that was restored from them."""

    lines: tuple[str, ...]
    block: Block

    @property
    def article(self) -> Article:
        return Article(ArticleId("a"), "题", PATH, (self.block,), pages=(PageRef("a", PATH),))


def printed(*lines: list[str | tuple[str, str]]) -> Printed:
    """Each line as a list of parts: shown verbatim, or (original, shown)."""
    texts: list[str] = []
    segments: list[Segment] = []
    repairs: list[Repair] = []
    shown = ""
    for number, parts in enumerate(lines, 1):
        source = ""
        for part in parts:
            original, edited = (part, part) if isinstance(part, str) else part
            repair = -1
            if not isinstance(part, str):
                repair = len(repairs)
                repairs.append(Repair(original, edited, "misprint", "editor", "形近"))
            start, stop = len(shown), len(shown) + len(edited)
            column = len(source)
            segments.append(Segment(start, stop, 0, number, column, column + len(original), repair))
            shown, source = shown + edited, source + original
        texts.append(source)
    block = Block("b1", "paragraph", shown, segments=tuple(segments), repairs=tuple(repairs))
    return Printed(tuple(texts), block)


_words = st.text("甲乙丙<&，", max_size=4)
_parts = st.lists(st.one_of(_words.filter(bool), st.tuples(_words, _words)), max_size=5)
restored = st.lists(_parts, min_size=1, max_size=4).map(lambda lines: printed(*lines))
