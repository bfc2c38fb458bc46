"""Units and decisions -> solution: the steps of the solver, one after the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.restore.solution import (
    Fixed,
    LineKind,
    Offer,
    PullQuote,
    Solution,
    SolvedJoin,
)
from generator.restore.solving.articles import WEAK, Draft, assemble, doubtful_title
from generator.restore.solving.heads import Furniture, Head, find_furniture
from generator.restore.solving.joins import Rules, find_joins
from generator.restore.solving.kinds import KINDS, kind_chances
from generator.restore.solving.ngrams import Floats, NGrams
from generator.restore.solving.order import find_paths
from generator.restore.solving.page import Nodes, read_nodes, word_vectors
from generator.restore.solving.quotes import pull_quotes
from generator.restore.solving.rounds import Chances, Decided, find_chances, packaged_weights
from generator.restore.solving.units import Unit
from generator.restore.solving.words import dictionary
from generator.restore.solving.writer import ArticleWriter

if TYPE_CHECKING:
    from generator.restore.evidence import Evidence

_SECOND_LOOKS = 8
"""Titles of one page that may be taken back."""


def solve_units(units: Sequence[Unit], fixed: Fixed, evidence: Evidence | None) -> Solution:
    """One page, or one stretch of a very long one."""
    words, weights = dictionary(), packaged_weights()
    own = evidence.ngrams if evidence is not None else NGrams.count([it.text for it in units])
    index = {unit.number: at for at, unit in enumerate(units)}
    kinds = _kinds(fixed, index)
    vectors = word_vectors([unit.text for unit in units])
    chances = kind_chances(units, vectors, own, words, weights["kinds"], weights["kind-trees"])
    for at, kind in kinds.items():
        if kind in KINDS:
            chances[at] = 0.0
            chances[at, KINDS.index(kind)] = 1.0
    aside, quotes = _aside(units, kinds)
    whole = _attempt(units, vectors, chances, aside, kinds, fixed, own)
    for _ in range(_SECOND_LOOKS):
        # Whole paths: a short piece is like nothing.
        title = doubtful_title(whole.nodes, whole.drafts(weak=0.0), chances)
        if title is None:
            break
        # It looked like a headline: a heading, then.
        chances[title, KINDS.index("heading")] += chances[title, KINDS.index("title")]
        chances[title, KINDS.index("title")] = 0.0
        whole = _attempt(units, vectors, chances, aside, kinds, fixed, own)
    nodes, chosen, furniture, found = whole.nodes, whole.chosen, whole.furniture, whole.found
    drafts, joins, offers = whole.drafts(), whole.joins, whole.offers
    closing = _closing(furniture, chosen, drafts)
    made = {(join.tail, join.head) for join in joins if join.made}
    missing = {offer.tail: offer.missing for offer in offers if not offer.made}
    lines = [unit.number for unit in nodes.units]
    articles = []
    for number, draft in enumerate(drafts):
        table = ArticleWriter(units, chances, nodes, lines, furniture, fixed)
        articles.append(table.article(draft, closing.get(number, []), made, missing, found))
    other = [units[at].number for at in sorted(aside) if at not in quotes]
    other += [units[at].number for at in closing.get(-1, [])]
    return Solution(
        articles=tuple(it for it in articles if it.order),
        joins=tuple(joins),
        offers=tuple(offers),
        pull_quotes=tuple(quotes[at] for at in sorted(quotes)),
        other=tuple(sorted(other)),
    )


def _kinds(fixed: Fixed, index: Mapping[int, int]) -> dict[int, LineKind]:
    """What the editor has said of units: a line that was joined, or is said to be cut, is text."""
    cut = fixed.ends | {number for join in fixed.joins for number in join}
    kinds: dict[int, LineKind] = {index[it]: "body" for it in sorted(cut) if it in index}
    kinds |= {index[number]: kind for number, kind in fixed.kinds.items() if number in index}
    return kinds


@dataclass(frozen=True, slots=True)
class _Attempt:
    """The page put together on the ground of certain chances of what each line is."""

    nodes: Nodes
    chosen: list[int]
    furniture: Furniture
    found: Chances
    joins: list[SolvedJoin]
    offers: list[Offer]
    heads: list[Head]
    paths: list[list[int]]
    follows: Floats

    def drafts(self, weak: float = WEAK) -> list[Draft]:
        """The articles; see `assemble`."""
        return assemble(self.nodes, self.heads, self.paths, self.follows, weak=weak)


def _attempt(
    units: Sequence[Unit],
    vectors: Floats,
    chances: Floats,
    aside: frozenset[int],
    kinds: Mapping[int, LineKind],
    fixed: Fixed,
    own: NGrams,
) -> _Attempt:
    furniture = find_furniture(units, chances, aside, kinds)
    nodes, chosen = read_nodes(units, vectors, chances, furniture.kinds, aside)
    place = {units[at].number: node for node, at in enumerate(chosen)}
    decided = _decided(fixed, place)
    found = find_chances(nodes, (own, _newspapers()), dictionary(), packaged_weights(), decided)
    index = {unit.number: at for at, unit in enumerate(units)}
    heads, starts = _heads(units, furniture, fixed, index, place)
    rules = Rules.packaged(packaged_weights()["joins"])
    joins, offers = find_joins(nodes, found, rules, dict(decided.joined), decided.ended)
    follows = _settled(found, joins, place)
    paths = find_paths(follows, found.ends, starts or [0 if len(nodes) else None])
    return _Attempt(nodes, chosen, furniture, found, joins, offers, heads, paths, follows)


@cache
def _newspapers() -> NGrams:
    return NGrams.packaged()


def _aside(
    units: Sequence[Unit], kinds: Mapping[int, LineKind]
) -> tuple[frozenset[int], dict[int, PullQuote]]:
    """Units set aside, and which of them are pull quotes."""
    quotes = {at: it for at, it in pull_quotes(units).items() if at not in kinds}
    for at, kind in kinds.items():
        if kind == "pullquote":
            quotes[at] = PullQuote(units[at].number, (), 1.0)
    other = {at for at, unit in enumerate(units) if kinds.get(at, unit.form) == "other"}
    return frozenset({*quotes, *other}), quotes


def _decided(fixed: Fixed, place: Mapping[int, int]) -> Decided:
    def pairs(found: frozenset[tuple[int, int]]) -> list[tuple[int, int]]:
        known = [it for it in sorted(found) if it[0] in place and it[1] in place]
        return [(place[tail], place[head]) for tail, head in known]

    follows: dict[int, int] = {}
    begun: set[int] = set()
    for order in fixed.orders:
        running = [place[number] for number in order if number in place]
        follows.update(pairwise(running))
        begun.update(running[:1])
    ended = frozenset(place[number] for number in fixed.ends if number in place)
    joined, apart = dict(pairs(fixed.joins)), frozenset(pairs(fixed.apart))
    return Decided(joined, follows, ended, apart, frozenset(begun))


def _heads(
    units: Sequence[Unit],
    furniture: Furniture,
    fixed: Fixed,
    index: Mapping[int, int],
    place: Mapping[int, int],
) -> tuple[list[Head], list[int | None]]:
    """Heads of the editor's articles, then those found; and the node right behind each."""
    heads: list[Head] = []
    starts: list[int | None] = []
    taken: set[int] = set()
    for order in fixed.orders:
        members = [index[number] for number in order if number in index]
        taken.update(members)
        led = [at for at in members if at in furniture.kinds]
        heads.append(Head(led, None, {at: furniture.kinds[at] for at in led}, owned=True))
        starts.append(next((place[it] for it in order if it in place), None))
    for head in furniture.heads:
        free = [at for at in head.units if at not in taken]
        if not free:
            continue
        below = None if head.below is None else place.get(units[head.below].number)
        if head.below in taken:
            below = None
        heads.append(Head(free, head.below, {at: head.kinds[at] for at in free}))
        starts.append(below)
    return heads, starts


def _settled(found: Chances, joins: Sequence[SolvedJoin], place: Mapping[int, int]) -> Floats:
    """Chances of following in which the joins that are made are certain."""
    follows = found.follows.copy()
    for join in joins:
        if join.made:
            tail, head = place[join.tail], place[join.head]
            follows[tail], follows[:, head] = 0.0, 0.0
            follows[tail, head] = 1.0
    return follows


def _closing(
    furniture: Furniture, chosen: Sequence[int], drafts: Sequence[Draft]
) -> dict[int, list[int]]:
    """Draft -> the credits, signatures and 下转 lines that close it; -1: those of none."""
    owner = {chosen[node]: number for number, draft in enumerate(drafts) for node in draft.nodes}
    held = {at for draft in drafts for head in draft.heads for at in head.units}
    closing: dict[int, list[int]] = {}
    for at, above in sorted(furniture.closing.items()):
        if at in held:
            continue
        number = owner.get(above, 0 if drafts and above < 0 else -1)
        closing.setdefault(number, []).append(at)
    return closing
