"""Chances -> joins: which are sure enough to be made, which are offered, and on what ground."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.restore.solution import Candidate, Offer, SolvedJoin
from generator.restore.solving.chances import Table
from generator.restore.solving.features import SHORTEST
from generator.restore.solving.ngrams import Floats
from generator.restore.solving.page import Nodes
from generator.restore.solving.rounds import Chances

OFFERED = 5
_LISTED = 0.002
_ASKED = 0.3
"""Chance of breaking off from which on a line counts as an open tail."""
_SHORT_TAIL = 10
_WORD = 1.0
"""Gain in log-probability from which on a word across the cut is worth telling."""
_EVEN = 2.0
"""Difference in gain within which two words are as good as one another."""
_FLUENT = 2.0


@dataclass(frozen=True, slots=True)
class Rules:
    """What was measured when the weights were fitted."""

    threshold: float
    """Calibrated probability from which on a join is made."""
    chances: Floats
    """Points of the calibration: what the net says …"""
    true: Floats
    """… and what share of them is right."""

    @classmethod
    def packaged(cls, table: Table) -> Rules:
        """From the weights."""
        chances, true = (np.asarray(table[name], np.float64) for name in ("chances", "true"))
        return cls(float(np.asarray(table["threshold"])), chances, true)

    def calibrated(self, chance: Floats) -> Floats:
        """Probabilities that hold what they say."""
        return np.interp(chance, self.chances, self.true)


def find_joins(
    nodes: Nodes, found: Chances, rules: Rules, joined: dict[int, int], ended: frozenset[int]
) -> tuple[list[SolvedJoin], list[Offer]]:
    """Best heads of all open tails. joined, ended: the editor's decisions, by node."""
    joins, offers = [], []
    size = len(nodes)
    numbers = [unit.number for unit in nodes.units]
    claimed: dict[int, tuple[float, int]] = {}
    ranked: dict[int, list[tuple[float, int]]] = {}
    for tail in range(size):
        short = len(nodes.units[tail].text) < SHORTEST
        if nodes.open[tail] < _ASKED or short or tail in joined or tail in ended:
            continue
        raw = found.joins[tail]
        # Nothing continues itself, nor what the editor has said it does not.
        able = [head for head in range(size) if head != tail and raw[head] > 0.0]
        order = sorted(able, key=lambda head: (-round(float(raw[head]), 6), numbers[head]))
        first = float(raw[order[0]]) if order else 0.0
        best = round(float(rules.calibrated(raw[order[0]])), 6) if order else 0.0
        # The best is calibrated; what is left is shared as the net has it, to none more than the best.
        rest = 1.0 - first
        scale = (1.0 - best) / rest if rest > 1e-9 else 0.0
        ranked[tail] = [
            (best if rank == 0 else min(best, round(float(raw[head]) * scale, 6)), head)
            for rank, head in enumerate(order[: OFFERED + 1])
            if rank == 0 or float(raw[head]) * scale >= _LISTED
        ][:OFFERED]
        if ranked[tail]:
            chance, head = ranked[tail][0]
            claimed[head] = max(claimed.get(head, (0.0, -1)), (chance, -tail))
    taken = set(joined.values())
    for tail in sorted({*ranked, *joined}):
        if tail in joined:
            joins.append(SolvedJoin(numbers[tail], numbers[joined[tail]], 1.0, True, "", "editor"))
            continue
        heads = ranked[tail]
        if not heads:
            offers.append(Offer(numbers[tail], (), 1.0, False))
            continue
        chance, head = heads[0]
        made = (
            chance >= rules.threshold
            and head not in taken
            and claimed[head] == (chance, -tail)
            and not _risky(nodes, found, tail, head)
        )
        candidates = tuple(
            Candidate(numbers[it], round(p, 4), _ground(nodes, found, tail, it)) for p, it in heads
        )
        missing = max(0.0, 1.0 - sum(it.p for it in candidates))
        joins.append(
            SolvedJoin(numbers[tail], numbers[head], candidates[0].p, made, candidates[0].ground)
        )
        offers.append(Offer(numbers[tail], candidates, round(missing, 4), made))
    return joins, offers


def _risky(nodes: Nodes, found: Chances, tail: int, head: int) -> bool:
    """Where even a good chance is left to the editor: lists, short tails, two words as good as one another."""
    text = nodes.units[tail].text
    if text[-1] in "：；" or len(text) < _SHORT_TAIL or nodes.open[tail] < 0.5:
        return True
    gain = found.texts["word"][tail]
    first = nodes.units[head].text[0]
    for rival, unit in enumerate(nodes.units):
        same = rival not in (head, tail) and unit.text[0] == first
        if same and gain[rival] > _WORD and gain[rival] > gain[head] - _EVEN:
            return True
    return False


def _ground(nodes: Nodes, found: Chances, tail: int, head: int) -> str:
    """What speaks for it, in words."""
    texts = found.texts
    before, behind = nodes.units[tail].text, nodes.units[head].text
    grounds = []
    left, right = divmod(int(found.shape[tail, head]), 10)
    if texts["word"][tail, head] > _WORD and left and right:
        grounds.append(f"词被切断：{before[-left:]}|{behind[:right]}")
    elif texts["figure"][tail, head]:
        grounds.append(f"数字被切断：{before[-4:]}|{behind[:4]}")
    if texts["quote-fits"][tail, head]:
        grounds.append("前半有未完的引号或括号，后半收住")
    fluent = max(
        float(values[tail, head])
        for name, values in texts.items()
        if name.startswith("fluency-") and len(name) == 9
    )
    if not grounds and fluent > _FLUENT:
        grounds.append(f"字序常见：{before[-2:]}|{behind[:2]}")
    if float(found.order[tail, head]) > 0.5:
        grounds.append("与上下两处接行栏序一致")
    elif texts["next"][tail, head]:
        grounds.append("在文件里紧接")
    if texts["stretch"][tail, head] > 0.25:
        grounds.append("所谈相近")
    if not grounds:
        grounds.append("文字与栏序合看")
    return "；".join(grounds)
