"""Restored pages -> the [[jumps]] tables that the pages being reviewed are to get.

The page that comes later says where its article belongs, so that the one that came first keeps
its URL. No table is ever for a page that is not being reviewed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.forms.review import JumpForm
from generator.model.article import Article
from generator.model.part import Part
from generator.restore.gather_pages import AlonePage
from generator.restore.jump_lines import Way, read_jump
from generator.restore.jumps import JumpMatch, match_jumps
from generator.restore.line_names import LineNames
from generator.restore.wholes import Node, find_wholes


class Fresh(NamedTuple):
    """A page that is being reviewed."""

    names: LineNames
    dropped: Sequence[Part] = ()
    """What the program had written there before, and now thinks about again."""


def propose_jumps(
    pages: Sequence[AlonePage], fresh: Mapping[str, Fresh]
) -> dict[str, tuple[JumpForm, ...]]:
    """`pages`: all that have been reviewed, sorted by path; `fresh`: by path, those that are now.

    What any page says of an article is not asked again. Sure matches are decided, others offered.
    """
    nodes = [Node(at, index) for at, it in enumerate(pages) for index in range(len(it.articles))]
    articles = [pages[it.page].articles[it.article] for it in nodes]
    leads, rests = _settled(pages)
    matches = match_jumps(
        articles,
        [at for at, it in enumerate(nodes) if it in leads],
        [at for at, it in enumerate(nodes) if it in rests],
    )
    found: dict[str, list[JumpForm]] = {path: [] for path in fresh}
    decided = {node for node in leads | rests if _is_part(pages, node)}
    for match in matches:
        here, there = _sides(match, nodes, articles, fresh)
        if here < 0:
            continue
        # One table for each article: in the middle of three pages it can't have two homes.
        sure = match.sure and nodes[here] not in decided
        if sure:
            decided.add(nodes[here])
        lead = here == match.lead
        path = articles[here].pages[0].path
        target = articles[there].id
        found[path].append(
            JumpForm(
                line=fresh[path].names[_line(articles[here], "to" if lead else "from")],
                continues="" if lead else target,
                leads=target if lead else "",
                inside=match.inside,
                sure=sure,
                by="auto",
                p=match.p,
                ground=_ground(match, articles[there]),
            )
        )
    return {path: tuple(forms) for path, forms in found.items() if forms}


def _settled(pages: Sequence[AlonePage]) -> tuple[set[Node], set[Node]]:
    """Articles of which some page says how they go on; those of which one says how they begin."""
    leads: set[Node] = set()
    rests: set[Node] = set()
    bonds = find_wholes([it.articles for it in pages], [it.parts for it in pages]).bonds
    for number, page in enumerate(pages):
        for part in page.parts:
            node = Node(number, part.article)
            (rests if part.side == "after" else leads).add(node)
    for bond in bonds.values():
        (leads if bond.part.side == "after" else rests).add(bond.other)
    return leads, rests


def _is_part(pages: Sequence[AlonePage], node: Node) -> bool:
    return any(it.article == node.article and it.sure for it in pages[node.page].parts)


def _sides(
    match: JumpMatch,
    nodes: Sequence[Node],
    articles: Sequence[Article],
    fresh: Mapping[str, Fresh],
) -> tuple[int, int]:
    """(the article whose page tells it, the other one); -1 where neither page is being reviewed."""
    lead = fresh.get(articles[match.lead].pages[0].path)
    rest = fresh.get(articles[match.rest].pages[0].path)
    # Who told it before tells it again: the other's URL is known by now.
    told = lead is not None and any(
        it.side == "before" and it.article == nodes[match.lead].article for it in lead.dropped
    )
    if rest is not None and not told:
        return match.rest, match.lead
    return (match.lead, match.rest) if lead is not None else (-1, -1)


def _line(article: Article, way: Way) -> int:
    """The jump line, else the line at that end of the text."""
    for block in article.jumps:
        jump = read_jump(block.text)
        if jump is not None and jump.way == way and block.segments:
            return block.segments[0].line
    body = [it for it in article.blocks if it.segments]
    return body[0].segments[0].line if way == "from" else body[-1].segments[-1].line


def _ground(match: JumpMatch, other: Article) -> str:
    name = other.pages[0].path.rpartition("/")[2]
    return f"{name[:80]}《{other.title[:40]}》：{match.ground}"
