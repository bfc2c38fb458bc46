"""Pages with answers -> what the nets are fitted on: nodes, features and which pair is right."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from generator.restore.lines import split_lines
from generator.restore.solving.chances import forest_chances, linear_chances
from generator.restore.solving.features import Features, none_features, stacked, text_features
from generator.restore.solving.heads import find_furniture
from generator.restore.solving.kinds import KINDS, doubtful, kind_features
from generator.restore.solving.ngrams import Floats, NGrams
from generator.restore.solving.page import Nodes, read_nodes, word_vectors
from generator.restore.solving.quotes import pull_quotes
from generator.restore.solving.rounds import asked
from generator.restore.solving.units import Unit, read_units
from generator.restore.solving.words import dictionary
from tests.bench.restoration.nets import Lists, Scale
from tests.bench.restoration.pages import Answer

_ABOVE = ("title", "kicker", "label")


@dataclass(eq=False, slots=True)
class Page:
    """One page, filled step by step."""

    units: tuple[Unit, ...]
    answer: Answer
    at_hand: NGrams
    """Of the page alone or of all pages, as in a build and in a review."""
    packaged: NGrams
    """Of newspaper text that does not hold the page's articles."""
    vectors: Floats
    asked: list[int]
    kinds: list[int]
    kind_rows: Floats
    nodes: Nodes | None = None
    texts: Features | None = None
    follows: Any = None
    joins: Any = None


def read_pages(made: Sequence[tuple[str, Answer]], packaged: NGrams) -> list[Page]:
    """Every other pair of pages is solved alone, the rest with the evidence of all."""
    units = [read_units(split_lines(text)) for text, _ in made]
    together = NGrams.count([unit.text for page in units for unit in page])
    pages = []
    for number, (page, (_, answer)) in enumerate(zip(units, made, strict=True)):
        alone = bool(number // 2 % 2)
        at_hand = NGrams.count([unit.text for unit in page]) if alone else together
        vectors = word_vectors([unit.text for unit in page])
        lines = doubtful(page)
        rows = kind_features(page, lines, vectors, at_hand, dictionary())
        kind = _kinds(answer)
        kinds = [kind.get(page[at].number, 0) for at in lines]
        pages.append(Page(page, answer, at_hand, packaged, vectors, lines, kinds, rows))
    return pages


def compare(page: Page, weights: dict[str, Any], forest: dict[str, Any]) -> None:
    """Nodes, features of the first round, and the right pairs."""
    chances = np.zeros((len(page.units), len(KINDS)))
    for at, unit in enumerate(page.units):
        if unit.form is None:
            chances[at, 0] = 1.0
    if page.asked:
        linear = linear_chances(page.kind_rows, weights)
        chances[page.asked] = (linear + forest_chances(page.kind_rows, forest)) / 2
    aside = frozenset(pull_quotes(page.units))
    furniture = find_furniture(page.units, chances, aside, {})
    nodes, _ = read_nodes(page.units, page.vectors, chances, furniture.kinds, aside)
    page.nodes = nodes
    page.texts, _ = text_features(nodes, (page.at_hand, page.packaged), dictionary())
    place = {unit.number: at for at, unit in enumerate(nodes.units)}
    page.follows = np.zeros((len(nodes), len(nodes)), bool)
    page.joins = np.zeros((len(nodes), len(nodes)), bool)
    for table in page.answer.articles:
        other = {line for kind in (*_ABOVE, "byline", "jump", "credit") for line in table[kind]}
        running = [line for line in table["order"] if line not in other]
        for one, two in itertools.pairwise(running):
            if one in place and two in place:
                page.follows[place[one], place[two]] = True
    for one, two in page.answer.joins:
        if one in place and two in place:
            page.joins[place[one], place[two]] = True


def lists_of(
    pages: Sequence[Page], question: str, features: Sequence[Features]
) -> tuple[Lists, Scale, Scale, list[tuple[int, int]]]:
    """Training rows of a question, their scales, and (page, node) of each list."""
    rows, none, sizes, right, nothing, owners = [], [], [], [], [], []
    for number, (page, found) in enumerate(zip(pages, features, strict=True)):
        assert page.nodes is not None
        count = len(page.nodes)
        if count < 2:
            continue
        cube = stacked(found)
        alone = none_features(page.nodes, found).astype(np.float32)
        answers = page.follows if question == "follows" else page.joins
        for node in asked(page.nodes, question):
            others = np.arange(count) != node
            rows.append(cube[node][others])
            none.append(alone[node])
            sizes.append(count - 1)
            right.append(answers[node][others])
            nothing.append(not answers[node].any())
            owners.append((number, int(node)))
    stack, alone = np.concatenate(rows), np.array(none, np.float32)
    scale, none_scale = Scale.of(stack), Scale.of(alone)
    lists = Lists(
        scale.applied(stack),
        none_scale.applied(alone),
        np.array(sizes, np.intp),
        np.concatenate(right).astype(np.float32),
        np.array(nothing, np.float32),
    )
    return lists, scale, none_scale, owners


def _kinds(answer: Answer) -> dict[int, int]:
    kinds: dict[int, int] = {}
    for table in answer.articles:
        kinds |= {line: KINDS.index("title") for kind in _ABOVE for line in table[kind]}
        kinds |= {line: KINDS.index("heading") for line in table["headings"]}
    return kinds
