"""Paths of lines -> articles: paths without a title go to the article they are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from generator.restore.solving.heads import Head
from generator.restore.solving.ngrams import Floats
from generator.restore.solving.page import Nodes, cosines

_STRANGE = 0.03
"""Likeness below which text without a title is an article of its own."""
_OWN = 3
"""Lines it must have for that."""


@dataclass(slots=True)
class Draft:
    """One article: its heads in order of use, and its nodes in reading order."""

    heads: list[Head]
    nodes: list[int]


def assemble(
    nodes: Nodes, heads: Sequence[Head], paths: Sequence[list[int]], follows: Floats
) -> list[Draft]:
    """`paths[i]` stands behind `heads[i]`; further paths, if any, have no head at all."""
    drafts: list[Draft] = []
    loose: list[Draft] = []
    for number, path in enumerate(paths):
        head = [heads[number]] if number < len(heads) else []
        titled = bool(head) and head[0].titled
        (drafts if titled else loose).append(Draft(head, list(path)))
    for piece in loose:
        if not piece.nodes and not piece.heads:
            continue
        home = _home(nodes, drafts, piece, follows)
        if home is None:
            drafts.append(piece)
        elif piece.heads:
            # It comes from another page (上接): nothing of this page stands before it.
            home.heads += piece.heads
            home.nodes[:0] = piece.nodes
        else:
            home.nodes += piece.nodes
    return drafts


def _home(nodes: Nodes, drafts: Sequence[Draft], piece: Draft, follows: Floats) -> Draft | None:
    """The article the piece is likest to, by words and by chances of following."""
    if not drafts:
        return None
    best: tuple[float, int] | None = None
    own = _sum(nodes, piece.nodes)
    for number, draft in enumerate(drafts):
        if not draft.nodes or not piece.nodes:
            likeness = 0.0
        else:
            words = float(cosines(own[None, :], _sum(nodes, draft.nodes)[None, :])[0, 0])
            links = follows[np.ix_(piece.nodes, draft.nodes)].sum()
            links += follows[np.ix_(draft.nodes, piece.nodes)].sum()
            likeness = words + float(links) / len(piece.nodes)
        score = round(likeness, 6)
        if best is None or score > best[0]:
            best = (score, number)
    if best is None or (best[0] < _STRANGE and len(piece.nodes) >= _OWN):
        return None
    return drafts[best[1]]


def _sum(nodes: Nodes, chosen: Sequence[int]) -> Floats:
    return np.asarray(nodes.words[list(chosen)].sum(axis=0))
