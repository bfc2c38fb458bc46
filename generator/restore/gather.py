"""The parts of one article, restored page by page -> the article; every printed line is kept.

The home keeps its URL, its title and the ids of its blocks, so it does not matter which page came
first. Ids of parts are led by the slug of their page, which no other id is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from generator.model.article import Article, Block, BlockKind, Doubt, PageRef, Segment
from generator.model.part import Part
from generator.restore.gather_body import Body, Moved, Passage
from generator.restore.jump_lines import Way, read_jump


class Member(NamedTuple):
    """One part of the whole, or its home."""

    article: Article
    link: Part | None = None
    """How it is bound to the member before it; None for the first, and where both are bound to others."""


class Gathered(NamedTuple):
    """The whole, and what became of its members' blocks."""

    article: Article
    moved: tuple[dict[int, Moved], ...]
    """For each member: index among its blocks -> place; gaps at seams are gone."""
    renamed: dict[str, str]
    """Prefix and id of a block that became one with another -> the id that both have."""
    prefixes: tuple[str, ...]
    """What leads the ids of each member's sentences and blocks; empty for the home's page."""
    unjoined: tuple[Part, ...]
    """Seams said to be inside a paragraph, where there are not two paragraphs."""


def gather(members: Sequence[Member], home: int) -> Gathered:
    """The members in reading order as one article; `home`: which of them gives it its name."""
    main = members[home].article
    articles = [it.article for it in members]
    pages, numbers = _pages(articles, home)
    prefixes = tuple(
        "" if it.pages[0] == main.pages[0] else f"{it.pages[0].page}." for it in articles
    )
    own = tuple(map(_Renamed, articles, prefixes, numbers))
    head = _Head(articles, home)
    body = Body()
    moved = []
    for at, member in enumerate(members):
        moved.append(
            body.add(
                Passage(
                    blocks=own[at].all(member.article.blocks),
                    before=head.left(own[at], at),
                    behind=own[at].jumps("to"),
                    link=member.link,
                    ends=(at == 0, at == len(members) - 1),
                    is_home=at == home,
                )
            )
        )
    doubts = (it for part in own for it in part.doubts())
    title = own[head.title].one(articles[head.title].title_block)
    dated = main if main.date else next((it for it in articles if it.date), main)
    article = replace(
        main,
        title=title.text if title else main.title,
        blocks=tuple(body.blocks),
        kicker=own[head.title].one(articles[head.title].kicker),
        title_block=title,
        labels=tuple(own[head.labels].all(articles[head.labels].labels)),
        bylines=tuple(own[head.bylines].all(articles[head.bylines].bylines)),
        jumps=tuple(own[0].jumps("from", "plain")),
        credits=tuple(it for part in own for it in part.all(part.article.credits)),
        asides=tuple(it for part in own for it in part.all(part.article.asides)),
        date=dated.date,
        date_by=dated.date_by,
        date_ground=dated.date_ground,
        source=main.source or next((it.source for it in articles if it.source), ""),
        edition="、".join(dict.fromkeys(it.edition for it in articles if it.edition)),
        tags=tuple(dict.fromkeys(tag for it in (main, *articles) for tag in it.tags)),
        aliases=tuple(dict.fromkeys(name for it in (main, *articles) for name in it.aliases)),
        pages=pages,
        reviewed=all(it.reviewed for it in articles),
        doubts=_one_a_block(map(body.doubt, doubts)),
        sure=sum(it.sure for it in articles),
        total=sum(it.total for it in articles),
        unlinked=tuple(dict.fromkeys(name for it in (main, *articles) for name in it.unlinked)),
    )
    return Gathered(article, tuple(moved), body.renamed, prefixes, tuple(body.unjoined))


class _Head:
    """Whose title, label and byline the article bears."""

    def __init__(self, articles: Sequence[Article], home: int) -> None:
        def first(what: str) -> int:
            return next((at for at, it in enumerate(articles) if getattr(it, what)), home)

        # The home's title stays; where its page prints none, the source has one now.
        self.title = home if articles[home].title_block else first("title_block")
        self.labels = first("labels")
        self.bylines = first("bylines")

    def left(self, own: _Renamed, at: int) -> list[Block]:
        """What of a member's printed head stands before its text, because another's is shown."""
        article = own.article
        found: list[Block] = []
        found += article.labels if at != self.labels else ()
        if at != self.title:
            found += [it for it in (article.kicker, article.title_block) if it is not None]
        found += article.bylines if at != self.bylines else ()
        return [*own.all(found, "furniture"), *(own.jumps("from") if at else ())]


class _Renamed:
    """A member's blocks with the ids and page numbers they have in the whole."""

    def __init__(self, article: Article, prefix: str, page: int) -> None:
        self.article = article
        self._prefix = prefix
        self._page = page

    def one(self, block: Block | None) -> Block | None:
        return block and self.all((block,))[0]

    def all(self, blocks: Sequence[Block], kind: BlockKind | None = None) -> list[Block]:
        return [
            replace(
                block,
                id=self._prefix + block.id,
                kind=kind or block.kind,
                segments=tuple(_paged(it, self._page) for it in block.segments),
            )
            for block in blocks
        ]

    def doubts(self) -> list[Doubt]:
        return [replace(it, block=self._prefix + it.block) for it in self.article.doubts]

    def jumps(self, way: Way, kind: BlockKind = "furniture") -> list[Block]:
        chosen = [it for it in self.article.jumps if _way(it) == way]
        return self.all(chosen, kind)


def _way(block: Block) -> Way:
    jump = read_jump(block.text)
    # A line that says nothing of pages stands where jump lines always stood, before the text.
    return jump.way if jump else "from"


def _paged(segment: Segment, page: int) -> Segment:
    return segment if segment.page == page else replace(segment, page=page)


def _pages(articles: Sequence[Article], home: int) -> tuple[tuple[PageRef, ...], list[int]]:
    """The home's page first, so that its segments stay what they are; the others as they come."""
    every = [it.pages[0] for it in articles]
    pages = tuple(dict.fromkeys((every[home], *every)))
    return pages, [pages.index(it) for it in every]


def _one_a_block(doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """What goes on from a doubtful line is as doubtful as it is, on whatever page."""
    found: dict[str, Doubt] = {}
    for doubt in doubts:
        first = found.setdefault(doubt.block, doubt)
        found[doubt.block] = replace(first, end=max(first.end, doubt.end))
    return tuple(found.values())
