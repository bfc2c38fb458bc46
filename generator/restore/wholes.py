"""Articles of all pages and their parts -> which belong together, in reading order.

Nothing is guessed: a part says which article it follows or comes before. What can't be followed
is a problem, and the part stays an article of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.model.article import Article
from generator.model.ledger import Side
from generator.model.part import Part
from generator.model.problem import Problem, problem


class Node(NamedTuple):
    """An article: index of its page, index among that page's articles."""

    page: int
    article: int


class Whole(NamedTuple):
    """An article that several pages hold."""

    home: Node
    members: tuple[Node, ...]
    """In reading order, the home among them."""


class Bond(NamedTuple):
    """A part that found the article it belongs to."""

    part: Part
    other: Node


class Wholes(NamedTuple):
    """What belongs together, and what does not find its home."""

    wholes: tuple[Whole, ...]
    bonds: Mapping[Node, Bond]
    """By the node that is the part."""
    problems: tuple[Problem, ...]


def find_wholes(pages: Sequence[Sequence[Article]], parts: Sequence[Sequence[Part]]) -> Wholes:
    """`pages`: the articles of each page, pages sorted by path; `parts`: those of each page."""
    articles = {
        Node(page, index): article
        for page, found in enumerate(pages)
        for index, article in enumerate(found)
    }
    wanted = {
        Node(page, it.article): it for page, found in enumerate(parts) for it in found if it.sure
    }
    problems: list[Problem] = []
    homes = _homes(articles, wanted, problems)
    _without_circles(articles, wanted, homes, problems)
    sides: dict[tuple[Node, Side], Node] = {}
    for node in sorted(homes):
        home, part = homes[node], wanted[node]
        other = sides.setdefault((home, part.side), node)
        if other != node:
            del homes[node]
            problems.append(
                problem(
                    "jump-taken",
                    part.place,
                    target=part.home,
                    other=articles[other].path,
                    article=articles[node].id,
                )
            )
    roots = sorted(set(homes.values()) - set(homes))
    wholes = tuple(Whole(root, tuple(_in_order(root, sides))) for root in roots)
    bonds = {node: Bond(wanted[node], home) for node, home in homes.items()}
    return Wholes(wholes, bonds, tuple(problems))


def _homes(
    articles: Mapping[Node, Article], wanted: Mapping[Node, Part], problems: list[Problem]
) -> dict[Node, Node]:
    named: dict[str, list[Node]] = {}
    for node, article in articles.items():
        named.setdefault(article.id, []).append(node)
    # Today's names first: an alias leads only where no article bears the name.
    for node, article in articles.items():
        for alias in article.aliases:
            named.setdefault(alias, []).append(node)
    homes = {}
    for node, part in sorted(wanted.items()):
        found = named.get(part.home, [])
        others = [it for it in found if it != node]
        if others:
            homes[node] = others[0]
            continue
        name = articles[node].id
        if found:
            problems.append(problem("jump-self", part.place, article=name))
        else:
            problems.append(problem("jump-unknown", part.place, target=part.home, article=name))
    return homes


def _without_circles(
    articles: Mapping[Node, Article],
    wanted: Mapping[Node, Part],
    homes: dict[Node, Node],
    problems: list[Problem],
) -> None:
    """Take out the parts that have no home but one another."""
    settled: set[Node] = set()
    for start in sorted(homes):
        path: dict[Node, None] = {}
        node = start
        while node in homes and node not in settled and node not in path:
            path[node] = None
            node = homes[node]
        settled.update(path)
        if node not in path:
            continue
        steps = list(path)
        circle = sorted(steps[steps.index(node) :])
        told = "、".join(articles[it].id for it in circle)
        for it in circle:
            del homes[it]
            problems.append(problem("jump-circle", wanted[it].place, articles=told))


def _in_order(root: Node, sides: Mapping[tuple[Node, Side], Node]) -> list[Node]:
    """Before, itself, after; without recursion, for a chain may be as long as the corpus."""
    out: list[Node] = []
    above: list[Node] = []
    node: Node | None = root
    while node is not None or above:
        while node is not None:
            above.append(node)
            node = sides.get((node, "before"))
        node = above.pop()
        out.append(node)
        node = sides.get((node, "after"))
    return out
