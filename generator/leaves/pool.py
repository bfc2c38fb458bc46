"""Items -> outcomes in their order, by worker processes that may hang or die.

A chunk whose process had to be ended is done again item by item, so that the guilty item is
known for certain and its neighbours lose nothing.
"""

from __future__ import annotations

import contextlib
import itertools
import pickle
import sys
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.leaves.outcome import Died, TimedOut
from generator.leaves.process import TELL_SECONDS, Start, Worker, start_worker

CHUNK = 20
"""Items a message at most: one round trip of 0.1 ms for some 20 ms of work."""

AHEAD = 4
"""Chunks a worker may be ahead of the consumer; bounds what waits for its turn in memory."""

GRACE_SECONDS = 1.0
"""How long beyond its limit a leaf may ignore the signal before its process is ended."""

START_SECONDS = 60.0
"""How long a new interpreter may take to load our modules, beyond the limits of its first leaf."""


@dataclass
class _Chunk:
    first: int
    items: Sequence[Any]
    done: int = 0
    """How many outcomes have come back."""


class _Station:
    """A worker, the chunk it is at and the time by which it must be heard of."""

    def __init__(self, worker: Worker, patience: float) -> None:
        self.worker = worker
        self.patience = patience
        self.chunk: _Chunk | None = None
        self.deadline = float("inf")


class Pool:
    """Workers for one function. Raises OSError if not even one can be started."""

    def __init__(
        self,
        function: Callable[[Any], Any],
        start: Start,
        jobs: int,
        limit_seconds: float | None,
    ) -> None:
        self._function = function
        self._start = start
        self._jobs = jobs
        self._limit = limit_seconds
        self._again: deque[_Chunk] = deque()
        self._outcomes: dict[int, Any] = {}
        self._stations: list[_Station] = [self._station()]

    def map(self, items: Iterator[Any]) -> Generator[Any, None, None]:
        """The outcomes in order. Ends all workers when it is exhausted, closed or broken off."""
        try:
            yield from self._map(items)
        finally:
            for station in self._stations:
                station.worker.end()

    def _map(self, items: Iterator[Any]) -> Iterator[Any]:
        size, chunks = self._chunks(items)
        window = size * self._jobs * AHEAD
        upcoming = next(chunks, None)
        turn = 0
        while True:
            while self._again or (upcoming and upcoming.first <= turn + window):
                station = self._idle()
                if station is None:
                    break
                if self._again:
                    self._send(station, self._again.popleft())
                elif upcoming:
                    self._send(station, upcoming)
                    upcoming = next(chunks, None)
            if turn in self._outcomes:
                yield self._outcomes.pop(turn)
                turn += 1
                self._collect(0.0)
            elif self._busy() or self._again:
                self._collect(None)
            elif upcoming is None:
                return

    def _chunks(self, items: Iterator[Any]) -> tuple[int, Iterator[_Chunk]]:
        """Chunks small enough that every worker gets two, if there are so few items."""
        head = list(itertools.islice(items, CHUNK * self._jobs * 2))
        size = max(1, min(CHUNK, len(head) // (self._jobs * 2)))
        return size, self._cut(itertools.chain(head, items), size)

    def _cut(self, items: Iterator[Any], size: int) -> Iterator[_Chunk]:
        for number in itertools.count():
            chunk = list(itertools.islice(items, size))
            if not chunk:
                return
            yield _Chunk(number * size, chunk)

    def _idle(self) -> _Station | None:
        for station in self._stations:
            if station.chunk is None:
                return station
        if len(self._stations) < self._jobs:
            try:
                self._stations.append(self._station())
            except OSError:
                if not self._stations:
                    raise
                self._jobs = len(self._stations)
                return None
            return self._stations[-1]
        return None

    def _busy(self) -> bool:
        return any(station.chunk is not None for station in self._stations)

    def _station(self) -> _Station:
        worker = start_worker(self._start, self._function, self._limit)
        return _Station(worker, 0.0 if self._start == "fork" else START_SECONDS)

    def _send(self, station: _Station, chunk: _Chunk) -> None:
        station.chunk = chunk
        self._expect(station)
        # A worker that died idle is found by its silence, like one that dies at work.
        with contextlib.suppress(OSError):
            station.worker.channel.send_bytes(pickle.dumps((chunk.first, chunk.items), protocol=5))

    def _expect(self, station: _Station) -> None:
        if self._limit is not None:
            patience = station.patience + self._limit + GRACE_SECONDS + TELL_SECONDS
            station.deadline = time.monotonic() + patience

    def _collect(self, timeout: float | None) -> None:
        """Take in what workers have to say; with None, wait until one has, or is overdue."""
        busy = [station for station in self._stations if station.chunk is not None]
        if not busy:
            return
        if timeout is None and self._limit is not None:
            timeout = max(0.0, min(station.deadline for station in busy) - time.monotonic())
        heard = _wait(busy, timeout)
        for station in heard:
            self._receive(station)
        now = time.monotonic()
        for station in busy:
            if station not in heard and now >= station.deadline:
                self._lose(station, TimedOut)

    def _receive(self, station: _Station) -> None:
        chunk = station.chunk
        assert chunk is not None
        try:
            outcomes = pickle.loads(station.worker.channel.recv_bytes())
        except (EOFError, OSError):
            self._lose(station, Died)
            return
        station.patience = 0.0
        self._outcomes.update(enumerate(outcomes, chunk.first + chunk.done))
        chunk.done += len(outcomes)
        if chunk.done == len(chunk.items):
            station.chunk = None
            station.deadline = float("inf")
        else:
            self._expect(station)

    def _lose(self, station: _Station, kind: type[TimedOut] | type[Died]) -> None:
        """End a worker; what its chunk still owes is asked of another, item by item."""
        chunk = station.chunk
        assert chunk is not None
        self._stations.remove(station)
        reason = station.worker.end()
        owed = range(chunk.first + chunk.done, chunk.first + len(chunk.items))
        if len(chunk.items) == 1:
            index = owed[0]
            self._outcomes[index] = TimedOut(index) if kind is TimedOut else Died(index, reason)
            return
        self._again.extend(_Chunk(index, [chunk.items[index - chunk.first]]) for index in owed)


def _wait(stations: Sequence[_Station], timeout: float | None) -> list[_Station]:
    """Those that can be read from, or whose process is gone."""
    if sys.platform == "win32":
        from multiprocessing.connection import wait

        channels: list[Any] = [station.worker.channel for station in stations]
        ready = wait(channels, timeout)
        return [station for station in stations if station.worker.channel in ready]
    import select

    poll = select.poll()
    for station in stations:
        poll.register(station.worker.channel.fileno(), select.POLLIN)
    answered = {number for number, _ in poll.poll(None if timeout is None else timeout * 1000)}
    return [station for station in stations if station.worker.channel.fileno() in answered]
