"""Texts at hand -> evidence for the solver; and leaves that all use the same evidence."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from generator.app.memory import LEAF_SECONDS
from generator.leaves import Died, TimedOut, map_leaves
from generator.model.problem import Place, Problem, problem
from generator.text.decode import Decoded, decode

if TYPE_CHECKING:
    from generator.restore.evidence import Evidence

R = TypeVar("R")

_FEW = 2
"""Pages solved here: one takes a tenth of a second and more, workers start in less."""


def evidence_of(files: Iterable[bytes]) -> Evidence:
    """What the texts of these files say; those that can't be read say nothing."""
    from generator.restore.evidence import learn

    def texts() -> Iterator[str]:
        for data in files:
            decoded = decode(data)
            if isinstance(decoded, Decoded):
                yield decoded.text

    return learn(texts())


def solve_leaves(
    leaf: Callable[..., R],
    items: Sequence[Any],
    names: Sequence[str],
    jobs: int,
    evidence: Evidence | None,
) -> Iterator[R | Problem]:
    """leaf(item, evidence) for each item, in order, or the problem of a page that was stopped."""
    # Forked workers find the evidence in their memory; others are sent it once, with the function.
    function = functools.update_wrapper(functools.partial(leaf, evidence=evidence), leaf)
    results = map_leaves(function, items, jobs, LEAF_SECONDS, few=_FEW)
    for name, result in zip(names, results, strict=True):
        if isinstance(result, TimedOut):
            yield problem("leaf-timed-out", Place(name), seconds=int(LEAF_SECONDS))
        elif isinstance(result, Died):
            yield problem("leaf-died", Place(name))
        else:
            yield result
