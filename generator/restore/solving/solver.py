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
    SolvedArticle,
    SolvedJoin,
)
from generator.restore.solving.articles import WEAK, Draft, assemble, doubtful_title
from generator.restore.solving.heads import Furniture, Head, find_furniture, leads_on
from generator.restore.solving.joins import Rules, find_joins
from generator.restore.solving.kinds import KINDS, kind_chances
from generator.restore.solving.ngrams import Floats, NGrams
from generator.restore.solving.order import find_paths
from generator.restore.solving.page import Nodes, read_nodes, word_vectors
from generator.restore.solving.quotes import pull_quotes
from generator.restore.solving.rounds import Chances, Decided, find_chances, packaged_weights
from generator.restore.solving.units import Unit
from generator.restore.solving.words import dictionary

if TYPE_CHECKING:
    from generator.restore.evidence import Evidence

_UNSURE = 0.6
"""Chance of its place below which a line is said to be doubtful."""
_GAP = 0.9
"""Chance of missing from which on a gap is shown."""
_TITLE = 0.7
_SECOND_LOOKS = 8
"""Titles of one page that may be taken back."""


def solve_units(units: Sequence[Unit], fixed: Fixed, evidence: Evidence | None) -> Solution:
    """One page, or one stretch of a very long one."""
    words, weights = dictionary(), packaged_weights()
    own = evidence.ngrams if evidence is not None else NGrams.count([it.text for it in units])
    index = {unit.number: at for at, unit in enumerate(units)}
    kinds = {index[number]: kind for number, kind in fixed.kinds.items() if number in index}
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
        table = _Table(units, chances, nodes, lines, furniture, fixed)
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
    other = {at for at, kind in kinds.items() if kind == "other"}
    return frozenset({*quotes, *other}), quotes


def _decided(fixed: Fixed, place: Mapping[int, int]) -> Decided:
    def pairs(found: frozenset[tuple[int, int]]) -> list[tuple[int, int]]:
        known = [it for it in sorted(found) if it[0] in place and it[1] in place]
        return [(place[tail], place[head]) for tail, head in known]

    follows: dict[int, int] = {}
    for order in fixed.orders:
        running = [place[number] for number in order if number in place]
        follows.update(pairwise(running))
    ended = frozenset(place[number] for number in fixed.ends if number in place)
    return Decided(dict(pairs(fixed.joins)), follows, ended, frozenset(pairs(fixed.apart)))


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


class _Table:
    """Makes the articles of one page."""

    def __init__(
        self,
        units: Sequence[Unit],
        chances: Floats,
        nodes: Nodes,
        lines: Sequence[int],
        furniture: Furniture,
        fixed: Fixed,
    ) -> None:
        self.units = units
        self.chances = chances
        self.nodes = nodes
        self.lines = lines
        self.furniture = furniture
        self.fixed = fixed
        self.placed = {number for order in fixed.orders for number in order}

    def article(
        self,
        draft: Draft,
        closing: Sequence[int],
        made: set[tuple[int, int]],
        missing: Mapping[int, float],
        found: Chances,
    ) -> SolvedArticle:
        roles: dict[str, list[int]] = {}
        for head in draft.heads:
            for at in head.units:
                roles.setdefault(head.kinds[at], []).append(self.units[at].number)
        for at in closing:
            roles.setdefault(self.furniture.kinds[at], []).append(self.units[at].number)
        # An editor's article holds its furniture where the editor listed it.
        running = [self.lines[node] for node in draft.nodes]
        first = [
            it
            for role in ("label", "kicker", "title", "byline", "jump")
            for it in roles.get(role, ())
        ]
        last = [it for role in ("credit", "other") for it in roles.get(role, ())]
        headings = [self.lines[node] for node in draft.nodes if self._is_heading(node)]
        doubted = self._title_doubt(roles.get("title", ()))
        return SolvedArticle(
            order=(*first, *running, *last),
            title=tuple(roles.get("title", ())),
            kicker=tuple(roles.get("kicker", ())),
            byline=tuple(roles.get("byline", ())),
            label=tuple(roles.get("label", ())),
            headings=tuple(headings),
            jump=tuple(roles.get("jump", ())),
            credit=tuple(last),
            gaps_before=self._gap_before(roles.get("jump", ()), running),
            gaps_after=frozenset(
                it for it in running if missing.get(it, 0.0) >= _GAP or it in self.fixed.ends
            ),
            unsure=self._unsure(draft.nodes, made, found),
            title_doubt=doubted,
        )

    def _is_heading(self, node: int) -> bool:
        kind = self.fixed.kinds.get(self.lines[node])
        if kind is not None:
            return kind == "heading"
        body = self.nodes.open[node] if not self.nodes.closed[node] else 1.0
        return bool(self.nodes.heading[node] > body)

    def _gap_before(self, jumps: Sequence[int], running: Sequence[int]) -> frozenset[int]:
        texts = {unit.number: unit.text for unit in self.units}
        arrives = any(not leads_on(texts[it]) for it in jumps)
        return frozenset(running[:1]) if arrives else frozenset()

    def _unsure(
        self, nodes: Sequence[int], made: set[tuple[int, int]], found: Chances
    ) -> dict[int, float]:
        unsure = {}
        for before, node in pairwise(nodes):
            pair = (self.lines[before], self.lines[node])
            decided = pair in made or self.placed.issuperset(pair)
            chance = float(found.follows[before, node])
            if not decided and chance < _UNSURE:
                unsure[self.lines[node]] = round(chance, 4)
        return unsure

    def _title_doubt(self, titles: Sequence[int]) -> str:
        index = {unit.number: at for at, unit in enumerate(self.units)}
        free = [it for it in titles if it not in self.fixed.kinds]
        if not free:
            return ""
        chance = max(float(self.chances[index[it], KINDS.index("title")]) for it in free)
        if chance >= _TITLE:
            return ""
        return f"也可能是小标题或断开的正文（作标题的概率 {chance:.2f}）。"
