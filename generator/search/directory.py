"""Shards -> nodes that say which of them holds a term. docs/search.md, “Directory”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from generator.search.columns import varints
from generator.search.merge import Longer
from generator.search.shards import Shard, written
from generator.search.spelling import hashes, spelled

MOST_IN_ROOT = 512
_LEAST, _MOST = 60, 140
"""Entries of a node below the root."""


def directory(shards: Sequence[Shard], longer: Longer) -> tuple[int, list[Shard]]:
    """How many levels there are, and the nodes, the root last."""
    if len(shards) <= MOST_IN_ROOT:
        return 1, [_node(shards, longer)]
    nodes = [_node(part, longer) for part in _parts(shards, longer)]
    return 2, [*nodes, _node(nodes, longer)]


def _parts(shards: Sequence[Shard], longer: Longer) -> Iterator[Sequence[Shard]]:
    """Cut where the first terms say, as shards are."""
    chances = hashes(*_terms(shards), longer)
    start = 0
    while len(shards) - start > _MOST:
        lowest = start + _LEAST
        end = lowest + int(chances[lowest : start + _MOST + 1].argmin())
        yield shards[start:end]
        start = end
    yield shards[start:]


def _node(entries: Sequence[Shard], longer: Longer) -> Shard:
    heads, numbers = _terms(entries)
    terms = spelled(heads, numbers, longer, np.zeros(min(len(entries), 1), np.int64))
    size = varints(np.array([len(entries)])).data
    # Names are digests, which do not compress.
    name, file = written(size + terms.data, b"".join([it.name for it in entries]))
    first = entries[0] if entries else Shard(file, name, 0, -1)
    return Shard(file, name, first.head, first.longer)


def _terms(shards: Sequence[Shard]) -> tuple[np.ndarray, np.ndarray]:
    heads = np.array([it.head for it in shards], np.int64)
    return heads, np.array([it.longer for it in shards], np.int64)
