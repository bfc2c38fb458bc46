"""Article: what restoring a newspaper page and parsing Markdown both end in.

Text is plain; everything else (bold, links, repairs, gaps) lies over it as marks with offsets.
Offsets count Unicode code points. HTML is made once, in `present`.
"""

from __future__ import annotations

from typing import Literal, NewType

import msgspec

ArticleId = NewType("ArticleId", str)
"""The last part of the article's URL: ASCII, lower case; made by `generator.text.slug`."""

MarkKind = Literal[
    "strong", "em", "code", "del", "sub", "sup", "mark", "link", "image", "break", "anchor", "note"
]
BlockKind = Literal["paragraph", "heading", "plain", "code", "rule", "gap", "furniture"]
"""furniture: printed lines between the pages of one article (jump lines, the title once more)."""
By = Literal["editor", "rule", "auto"]
DoubtKind = Literal["place", "seam", "offer"]
"""What is doubtful: its place in the article; that it continues what stands before it inside the
paragraph; that it continues the paragraph before."""


class Mark(msgspec.Struct, frozen=True, array_like=True):
    """Something that lies over block.text[start:end]; image, break, anchor and note are empty spans.

    data: link and image: the address as written; anchor: the id; note: "#" and the id of the
    footnote, or of the place that refers to it; else empty.
    title: link and image: the title; image: `alt` stands in `label`; note: the footnote's number
    or "↩", shown as a raised link. It is no part of the text, where it would change figures.
    """

    kind: MarkKind
    start: int
    end: int
    data: str = ""
    title: str = ""
    label: str = ""


class Container(msgspec.Struct, frozen=True, array_like=True):
    """One element around a block. Blocks that share a container carry an equal one.

    number tells siblings apart: unique within the article for each element that was opened.
    """

    tag: str
    """ul, ol, li, blockquote, table, thead, tbody, tr, th, td, dl, dt, dd, section …"""
    number: int
    data: str = ""
    """ol: first number; th and td: alignment; else empty."""


class Segment(msgspec.Struct, frozen=True, array_like=True):
    """block.text[start:end] comes from line[source_start:source_end] of a source page.

    Segments of a block cover its text without holes and follow one another. Where `repair` is
    not -1 the two texts may differ, and `Block.repairs[repair]` says why.
    """

    start: int
    end: int
    page: int
    """Index into Article.pages."""
    line: int
    """1-based line of the source file."""
    source_start: int
    source_end: int
    repair: int = -1


class Repair(msgspec.Struct, frozen=True, array_like=True):
    """An edit laid over the source: what stood there, what is shown, who says so and why."""

    original: str
    shown: str
    kind: str
    """width, doubled, foreign-word, misprint …"""
    by: By
    ground: str = ""


class Flag(msgspec.Struct, frozen=True, array_like=True):
    """A suspicion about block.text[start:end]: shown to the reader, never applied."""

    start: int
    end: int
    note: str
    by: By = "editor"


class Join(msgspec.Struct, frozen=True, array_like=True):
    """The seam at offset `at` of a block, where two source lines were put together."""

    at: int
    tail: int
    """Line before the seam."""
    head: int
    """Line after it."""
    by: By
    sure: bool = True
    probability: float = 1.0
    ground: str = ""


class Block(msgspec.Struct, frozen=True, array_like=True):
    """One paragraph, heading, list item's text, table cell, code block, rule or gap."""

    id: str
    """Anchor on the article page, unique in the article; from source coordinates or content."""
    kind: BlockKind
    text: str = ""
    level: int = 0
    """heading: 2 … 6; else 0."""
    marks: tuple[Mark, ...] = ()
    within: tuple[Container, ...] = ()
    """Elements around the block, outermost first."""
    segments: tuple[Segment, ...] = ()
    repairs: tuple[Repair, ...] = ()
    flags: tuple[Flag, ...] = ()
    joins: tuple[Join, ...] = ()
    note: str = ""
    """gap: what is missing and on what ground; paragraph: the editor's word on its place, shown to readers."""
    info: str = ""
    """code: the language."""


class Doubt(msgspec.Struct, frozen=True, array_like=True):
    """Whether block.text[start:end] belongs where it stands is not sure. A block has one at most."""

    block: str
    """Block.id."""
    start: int
    end: int
    """The block's end: what goes on from a doubtful line is as doubtful as it is."""
    line: int
    """Source line in which it begins."""
    kind: DoubtKind
    by: By
    probability: float | None = None
    """That it is right here; None where nobody gave a figure."""
    ground: str = ""


class PageRef(msgspec.Struct, frozen=True, array_like=True):
    """A source page an article draws on."""

    page: str
    """PageId: the page's slug, as in /pages/<slug>/."""
    path: str
    """The source file, relative to the content folder."""


class Article(msgspec.Struct, frozen=True, array_like=True):
    """A text with its provenance; the same type whether restored or authored."""

    id: ArticleId
    title: str
    path: str
    """The file it was written in, or the first page it was restored from."""
    blocks: tuple[Block, ...]
    kicker: Block | None = None
    title_block: Block | None = None
    """Restored articles: the printed title with its segments; None for authored ones."""
    bylines: tuple[Block, ...] = ()
    credits: tuple[Block, ...] = ()
    """Agency lines such as （新华社北京10月9日电）, printed at the end."""
    jumps: tuple[Block, ...] = ()
    """Jump lines such as （上接第一版）."""
    labels: tuple[Block, ...] = ()
    """Column labels such as 地方动态."""
    asides: tuple[Block, ...] = ()
    """Pull quotes: shown aside, not in the running text."""
    date: str = ""
    """ISO 8601 day, or empty."""
    date_by: By = "editor"
    date_ground: str = ""
    source: str = ""
    """Name of the paper or body it appeared in."""
    edition: str = ""
    """Page or section of the paper, as given; empty if unknown."""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    pages: tuple[PageRef, ...] = ()
    """Empty for authored articles."""
    summary: str = ""
    """What the editor says it is about; authored articles only."""
    reviewed: bool = True
    """False where no editor has confirmed how a restored page was put together."""
    aliases: tuple[str, ...] = ()
    """Earlier slugs that must keep leading here."""
    doubts: tuple[Doubt, ...] = ()
    """In the order of the text."""
    sure: int = 0
    """Characters whose place is sure, and all of them, asides not counted; 0 and 0: not restored."""
    total: int = 0
    unlinked: tuple[str, ...] = ()
    """Names that are not to be made links in this article."""


def all_blocks(article: Article) -> tuple[Block, ...]:
    """Every block of the article, furniture and asides included."""
    head = tuple(block for block in (article.kicker, article.title_block) if block is not None)
    return (
        *article.labels,
        *head,
        *article.bylines,
        *article.jumps,
        *article.blocks,
        *article.credits,
        *article.asides,
    )
