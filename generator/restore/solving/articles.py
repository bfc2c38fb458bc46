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
_ALIKE = 0.3
"""Likeness of two articles from which on they are rather one: of 262 true titles without byline on
pages made from news one in twenty had an article so like its own beside it."""
WEAK = 0.4
"""Chance of a link below which a path is cut there."""
_LINKS = 0.5
"""What a certain link counts, against the likeness of words."""
_STAYS = 0.05
"""What speaks for the article whose path the piece was on."""
_SURE = 0.9
"""Chance from which on a title stays one all the same."""


@dataclass(slots=True)
class Draft:
    """One article: its heads in order of use, and its nodes in reading order."""

    heads: list[Head]
    nodes: list[int]


def assemble(
    nodes: Nodes,
    heads: Sequence[Head],
    paths: Sequence[list[int]],
    follows: Floats,
    *,
    weak: float = WEAK,
) -> list[Draft]:
    """`paths[i]` stands behind `heads[i]`; further paths, if any, have no head at all.

    A path is only as good as its weakest link: it is cut at links under `weak`, and each piece
    behind goes to the article it is likest to.
    """
    drafts: list[Draft] = []
    loose: list[Draft] = []
    pieces: list[tuple[int, list[int]]] = []
    for number, path in enumerate(paths):
        head = [heads[number]] if number < len(heads) else []
        if head and head[0].titled:
            kept, *rest = _cut(path, follows, weak) or [[]]
            pieces += [(len(drafts), it) for it in rest]
            drafts.append(Draft(head, kept))
        elif path or head:
            loose.append(Draft(head, list(path)))
    _deal(nodes, drafts, pieces, follows)
    for piece in loose:
        home = _home(nodes, drafts, piece, follows)
        if home is None:
            drafts.append(piece)
        elif piece.heads:
            # It comes from another page (上接): nothing of this page stands before it.
            home.heads += piece.heads
            at = len(home.nodes) if home.heads[0].owned else 0
            home.nodes[at:at] = piece.nodes
        else:
            home.nodes += piece.nodes
    return drafts


def _cut(path: Sequence[int], follows: Floats, weak: float) -> list[list[int]]:
    """The path in pieces, parted at links too weak to go by."""
    pieces: list[list[int]] = []
    for at, node in enumerate(path):
        if at and follows[path[at - 1], node] >= weak:
            pieces[-1].append(node)
        else:
            pieces.append([node])
    return pieces


def _deal(
    nodes: Nodes, drafts: Sequence[Draft], pieces: list[tuple[int, list[int]]], follows: Floats
) -> None:
    """Each piece to an article, the clearest case first; then each article's pieces in order."""
    if not pieces:
        return
    sums = np.array([_sum(nodes, draft.nodes) for draft in drafts])
    words = np.array([_sum(nodes, piece) for _, piece in pieces])
    dealt: list[list[list[int]]] = [[draft.nodes] for draft in drafts]
    left = list(range(len(pieces)))
    while left:
        best: tuple[float, int, int] | None = None
        for at in left:
            owner, piece = pieces[at]
            likeness = cosines(words[at][None, :], sums)[0]
            score = np.array(
                [
                    likeness[number] + _LINKS * _linked(piece, members, follows)
                    for number, members in enumerate(dealt)
                ]
            )
            score[owner] += _STAYS
            order = np.argsort(-np.round(score, 6), kind="stable")
            margin = float(score[order[0]] - score[order[1]]) if len(order) > 1 else 1.0
            if best is None or round(margin, 6) > best[0]:
                best = (round(margin, 6), at, int(order[0]))
        assert best is not None
        _, at, number = best
        dealt[number].append(pieces[at][1])
        sums[number] += words[at]
        left.remove(at)
    for draft, members in zip(drafts, dealt, strict=True):
        draft.nodes = _in_order(members, follows)


def _linked(piece: Sequence[int], members: Sequence[Sequence[int]], follows: Floats) -> float:
    """Chances that the piece stands right behind or before one of these."""
    others = [node for it in members for node in it]
    if not others:
        return 0.0
    return float(follows[others, piece[0]].sum() + follows[piece[-1], others].sum())


def _in_order(pieces: Sequence[Sequence[int]], follows: Floats) -> list[int]:
    """The first piece, then always the one that follows best; of equals the first in the file."""
    order = list(pieces[0])
    left = sorted(pieces[1:], key=lambda it: it[0])
    while left:
        best = left[0]
        if order:
            best = max(left, key=lambda it: (round(float(follows[order[-1], it[0]]), 6), -it[0]))
        order += best
        left.remove(best)
    return order


def doubtful_title(nodes: Nodes, drafts: Sequence[Draft], chances: Floats) -> int | None:
    """The unit that is least likely a title among those that part two articles about the same thing.

    Six lines above and below tell a heading from a title badly; whole articles tell it well.
    chances: of body, heading, title (units, 3).
    """
    sums = np.array([_sum(nodes, draft.nodes) for draft in drafts])
    if len(drafts) < 2:
        return None
    likeness = cosines(sums, sums)
    np.fill_diagonal(likeness, 0.0)
    found = []
    for number, draft in enumerate(drafts):
        heads = draft.heads
        kinds = [kind for head in heads for kind in head.kinds.values()]
        if any(head.owned for head in heads) or kinds.count("title") != 1 or "byline" in kinds:
            continue
        at = next(at for head in heads for at, kind in head.kinds.items() if kind == "title")
        chance = round(float(chances[at, 2]), 6)
        if 0.0 < chance < _SURE and likeness[number].max() >= _ALIKE:
            found.append((chance, at))
    return min(found)[1] if found else None


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
