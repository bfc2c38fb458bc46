"""A leaf function -> a process that applies it to chunks of items; starting, asking, ending it.

How it starts. Measured for two processes, CPU time from nothing to their first result: fork
10 ms, spawn 70 ms, forkserver 210 ms (a new interpreter, then all our imports again; a cold
build of 1,000 articles has 1,900 ms). So where fork is safe we fork: on Linux while this process
has a single thread, so that no lock is copied in its held state. Elsewhere, and below a server
that has threads, it is forkserver, and on Windows spawn.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Literal, NoReturn, Protocol

from generator.leaves.outcome import Failed
from generator.leaves.watch import Watch

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Start = Literal["fork", "forkserver", "spawn"]

TELL_SECONDS = 0.25
"""A process that works longer on a chunk reports what it has, so that silence means a hang."""

_DESCRIPTORS = 65536
"""Open files beyond this number would be closed in vain, one call each on old systems."""

Outcomes = Sequence[object]


class Channel(Protocol):
    """A two-way line of messages; EOFError says that the other end is gone."""

    def send_bytes(self, message: bytes, /) -> None:
        """Send one message."""

    def recv_bytes(self) -> bytes:
        """Wait for one message."""

    def fileno(self) -> int:
        """What to poll for messages."""

    def close(self) -> None:
        """Hang up."""


class Worker(Protocol):
    """A process at the other end of a channel."""

    channel: Channel

    def end(self) -> str:
        """Kill it unless it is dead, leave no zombie; what it died of."""


class Pipes:
    """A channel over two pipes: what `multiprocessing` has, without its 15 ms of imports."""

    def __init__(self, reading: int, writing: int) -> None:
        self._reading = reading
        self._writing = writing

    def send_bytes(self, message: bytes, /) -> None:
        rest = memoryview(len(message).to_bytes(8, "big") + message)
        while rest:
            rest = rest[os.write(self._writing, rest) :]

    def recv_bytes(self) -> bytes:
        return self._read(int.from_bytes(self._read(8), "big"))

    def _read(self, size: int) -> bytes:
        message = bytearray(size)
        rest = memoryview(message)
        while rest:
            count = os.readv(self._reading, [rest])
            if not count:
                raise EOFError
            rest = rest[count:]
        return bytes(message)

    def fileno(self) -> int:
        return self._reading

    def close(self) -> None:
        os.close(self._reading)
        os.close(self._writing)


def start_method() -> Start:
    """How a process can be started here and now."""
    if sys.platform == "win32":
        return "spawn"
    if sys.platform == "linux" and len(os.listdir("/proc/self/task")) == 1:
        return "fork"
    return "forkserver"


def start_worker(
    start: Start, function: Callable[[Any], object], limit_seconds: float | None
) -> Worker:
    """A new process for this function. Raises OSError if the system gives none."""
    if start == "fork":
        return Forked(function, limit_seconds)
    return Started(start, function, limit_seconds)


class Forked:
    """A copy of this process: all that is loaded here is loaded there."""

    def __init__(self, function: Callable[[Any], object], limit_seconds: float | None) -> None:
        reading, there_writing = os.pipe()
        there_reading, writing = os.pipe()
        _widen(writing, there_writing)
        # What stands in the buffers would be printed by both of us.
        sys.stdout.flush()
        sys.stderr.flush()
        # Ctrl-C in this instant is for the parent alone.
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
        try:
            self._pid = os.fork()
            if not self._pid:
                _be_forked(there_reading, there_writing, function, limit_seconds)
        except OSError:
            os.close(reading)
            os.close(writing)
            raise
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
            os.close(there_reading)
            os.close(there_writing)
        self.channel: Channel = Pipes(reading, writing)

    def end(self) -> str:
        if not self._pid:
            return ""
        os.kill(self._pid, signal.SIGKILL)
        _, status = os.waitpid(self._pid, 0)
        self._pid = 0
        self.channel.close()
        return _reason(os.waitstatus_to_exitcode(status))


def _widen(*pipes: int) -> None:
    # A chunk fits in whole, so neither side waits for the other to read. 1 MiB is what Linux
    # allows everyone; beyond a user's share of all pipes it refuses, and 64 KiB do as well.
    import fcntl

    for pipe in pipes:
        with contextlib.suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, 1 << 16)


def _be_forked(
    reading: int, writing: int, function: Callable[[Any], object], limit_seconds: float | None
) -> NoReturn:
    status = 1
    try:
        # The output folder's lock, and the parent's ends of all pipes: they must close when the
        # parent dies, whoever of us is still at work.
        low, high = sorted((reading, writing))
        os.closerange(3, low)
        os.closerange(low + 1, high)
        os.closerange(high + 1, _DESCRIPTORS)
        work(Pipes(reading, writing), function, limit_seconds)
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        # No clean-up that is the parent's: buffers, databases, exit handlers.
        os._exit(status)


class Started:
    """A process of `multiprocessing`, with the function's module loaded before it is needed."""

    def __init__(
        self, start: Start, function: Callable[[Any], object], limit_seconds: float | None
    ) -> None:
        import multiprocessing

        context: Any = multiprocessing.get_context(start)
        if start == "forkserver":
            context.set_forkserver_preload([function.__module__])
        here, there = context.Pipe()
        self._process = context.Process(
            target=work, args=(there, function, limit_seconds), daemon=True
        )
        self._process.start()
        there.close()
        self.channel: Channel = here

    def end(self) -> str:
        self._process.kill()
        self._process.join()
        self.channel.close()
        return _reason(self._process.exitcode)


def _reason(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"


def work(
    channel: Channel | Connection, function: Callable[[Any], object], limit_seconds: float | None
) -> None:
    """Answer chunks, each (number of its first item, items), until the parent hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
    # What we share with the parent is never looked through, so it stays shared.
    gc.freeze()
    # EOF and a broken pipe: the parent is gone. The leaf's own errors are all caught in the watch.
    with Watch(limit_seconds) as watch, contextlib.suppress(EOFError, ConnectionError):
        while True:
            first, items = pickle.loads(channel.recv_bytes())
            _answer(channel, function, watch, first, items)


def _answer(
    channel: Channel | Connection,
    function: Callable[[Any], object],
    watch: Watch,
    first: int,
    items: Sequence[object],
) -> None:
    outcomes: list[object] = []
    told = time.monotonic()
    for index, item in enumerate(items, first):
        outcomes.append(watch.call(function, index, item))
        if time.monotonic() - told > TELL_SECONDS:
            channel.send_bytes(_message(index + 1 - len(outcomes), outcomes))
            outcomes = []
            told = time.monotonic()
    if outcomes:
        channel.send_bytes(_message(first + len(items) - len(outcomes), outcomes))


def _message(first: int, outcomes: list[object]) -> bytes:
    try:
        return pickle.dumps(outcomes, protocol=5)
    except Exception:
        return pickle.dumps([_sendable(index, it) for index, it in enumerate(outcomes, first)])


def _sendable(index: int, outcome: object) -> object:
    try:
        pickle.dumps(outcome)
    except Exception:
        return Failed(index, traceback.format_exc())
    return outcome
