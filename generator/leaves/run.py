"""map_leaves: in this process, or on workers if there is enough to do."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import TypeVar

from generator.leaves.outcome import Died, Failed, LeafError, TimedOut
from generator.leaves.watch import Watch, can_watch

T = TypeVar("T")
R = TypeVar("R")

FEW = {"fork": 120, "forkserver": 1000, "spawn": 500}
"""Up to so many items are done here: at 0.1 to 0.2 ms each, before workers would have started."""


def map_leaves(
    function: Callable[[T], R],
    items: Iterable[T],
    jobs: int,
    limit_seconds: float | None = None,
    warm: Callable[[], object] | None = None,
    few: int | None = None,
) -> Iterator[R | TimedOut | Died]:
    """function(item) for each item, in order, or what came instead of a result.

    function: importable by name; it and the results can be pickled. items: taken as they are
    needed, a few chunks ahead. Two watches stand over a leaf: a timer signal inside its process,
    which Python code obeys, and the clock of the parent, which ends a process that hangs in C.
    With one job, or few items, there is only the first; where signals do not work (Windows, a
    thread of a server) one worker process is used even so. warm: loads what the leaves would
    each load for themselves, such as templates; called here before this process is forked. few:
    how many items are done in this process, where leaves are dearer than those FEW was set for.

    Raises LeafError when the turn comes of an item whose leaf raised.
    """
    # Closed at once, and not when the last reference goes: an exception's traceback holds those.
    with contextlib.closing(
        _map(function, iter(items), jobs, limit_seconds, warm, few)
    ) as outcomes:
        for outcome in outcomes:
            if isinstance(outcome, Failed):
                name = f"{function.__module__}.{function.__qualname__}"
                raise LeafError(name, outcome)
            yield outcome


def _map(
    function: Callable[[T], R],
    items: Iterator[T],
    jobs: int,
    limit_seconds: float | None,
    warm: Callable[[], object] | None,
    few: int | None,
) -> Generator[R | TimedOut | Died | Failed, None, None]:
    if jobs == 1 and (limit_seconds is None or can_watch()):
        return _map_here(function, items, limit_seconds)
    return _map_there(function, items, jobs, limit_seconds, warm, few)


def _map_here(
    function: Callable[[T], R], items: Iterable[T], limit_seconds: float | None
) -> Generator[R | TimedOut | Died | Failed, None, None]:
    with Watch(limit_seconds) as watch:
        for index, item in enumerate(items):
            yield watch.call(function, index, item)


def _map_there(
    function: Callable[[T], R],
    items: Iterator[T],
    jobs: int,
    limit_seconds: float | None,
    warm: Callable[[], object] | None,
    few: int | None,
) -> Generator[R | TimedOut | Died | Failed, None, None]:
    # Not at the top: a build that has nothing to do, or one job, needs none of it.
    from generator.leaves.pool import Pool
    from generator.leaves.process import start_method

    start = start_method()
    few = FEW[start] if few is None else few
    few = few if limit_seconds is None or can_watch() else 0
    head = list(itertools.islice(items, few + 1))
    if len(head) <= few:
        return _map_here(function, head, limit_seconds)
    if warm is not None and start == "fork":
        warm()
    try:
        pool = Pool(function, start, jobs, limit_seconds)
    except OSError:  # the system has no process to give
        return _map_here(function, itertools.chain(head, items), limit_seconds)
    return pool.map(itertools.chain(head, items))
