"""Drafts -> articles as the solver answers with them: roles, gaps, and what of it is doubtful."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from generator.restore.solution import Fixed, SolvedArticle
from generator.restore.solving.articles import Draft
from generator.restore.solving.heads import Furniture, leads_on
from generator.restore.solving.kinds import KINDS
from generator.restore.solving.ngrams import Floats
from generator.restore.solving.page import Nodes
from generator.restore.solving.rounds import Chances
from generator.restore.solving.units import Unit

_UNSURE = 0.6
"""Chance of its place below which a line is said to be doubtful."""
_GAP = 0.9
"""Chance of missing from which on a gap is shown."""
_TITLE = 0.7
"""Chance of being a title below which a title is said to be doubtful."""


class ArticleWriter:
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
        """`lines`: of each node, its line's number."""
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
        """`closing`: units behind its text; `made`: joins; `missing`: chances, by tail."""
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
