"""Pages restored alone -> articles that go on over several of them; all other articles stay.

Each page was restored and remembered without knowing of any other. What needs several of them is
done here, anew in every build, for the few articles that go on elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from generator.model.article import Article, ArticleId, all_blocks
from generator.model.ledger import Ledger
from generator.model.part import Part
from generator.model.problem import Problem, problem
from generator.restore.gather import Gathered, Member, gather
from generator.restore.gather_ledger import Gone, gather_ledger
from generator.restore.parts import lines_of
from generator.restore.wholes import Bond, Node, Whole, find_wholes


class AlonePage(NamedTuple):
    """What one page gave by itself."""

    articles: Sequence[Article]
    parts: Sequence[Part]
    ledger: Ledger


class Together(NamedTuple):
    """What the pages give together."""

    wholes: tuple[tuple[Whole, Gathered], ...]
    ledgers: tuple[Ledger, ...]
    """Of each page, in the order of the pages."""
    problems: tuple[Problem, ...]


def gather_pages(pages: Sequence[AlonePage], others: Collection[str] = ()) -> Together:
    """`pages`: sorted by path; `others`: slugs of articles that come from no page."""
    if not any(page.parts for page in pages):
        return Together((), tuple(page.ledger for page in pages), ())
    found = find_wholes([it.articles for it in pages], [it.parts for it in pages])
    problems = list(found.problems)
    names = [name for page in pages for it in page.articles for name in (it.id, *it.aliases)]
    wholes: list[tuple[Whole, Gathered]] = []
    gone: list[dict[int, Gone]] = [{} for _ in pages]
    for whole in found.wholes:
        members = _members(whole, pages, found.bonds)
        gathered = gather(members, whole.members.index(whole.home))
        former = _former([it.article for it in members], gathered.article, [*names, *others])
        aliases = tuple(dict.fromkeys((*gathered.article.aliases, *former)))
        gathered = gathered._replace(article=replace(gathered.article, aliases=aliases))
        wholes.append((whole, gathered))
        problems += [
            problem("jump-not-inside", it.place, article=it.home) for it in gathered.unjoined
        ]
        blocks = frozenset(it.id for it in all_blocks(gathered.article))
        for node, member, prefix in zip(whole.members, members, gathered.prefixes, strict=True):
            gone[node.page][node.article] = Gone(
                name=member.article.id,
                lines=lines_of(member.article),
                home=gathered.article.id,
                prefix=prefix,
                renamed=gathered.renamed,
                blocks=blocks,
                part=bond.part if (bond := found.bonds.get(node)) else None,
            )
    ledgers = tuple(
        gather_ledger(page.ledger, here) if here else page.ledger
        for page, here in zip(pages, gone, strict=True)
    )
    return Together(tuple(wholes), ledgers, tuple(problems))


def _members(whole: Whole, pages: Sequence[AlonePage], bonds: Mapping[Node, Bond]) -> list[Member]:
    """Each with the table that binds it to the one before it, whichever of the two has it."""
    members = [Member(_article(pages, whole.members[0]))]
    for before, node in pairwise(whole.members):
        after, lead = bonds.get(node), bonds.get(before)
        link = None
        if after is not None and after.other == before:
            link = after.part
        elif lead is not None and lead.other == node:
            link = lead.part
        members.append(Member(_article(pages, node), link))
    return members


def _article(pages: Sequence[AlonePage], node: Node) -> Article:
    return pages[node.page].articles[node.article]


def _former(parts: Sequence[Article], whole: Article, names: Sequence[str]) -> list[ArticleId]:
    """URLs that parts had while they stood by themselves and that belong to nobody else now."""
    return [
        it.id
        for it in parts
        # An untitled part was named after its page: nobody refers to that.
        if it.id not in (whole.id, it.pages[0].page) and names.count(it.id) == 1
    ]
