"""Function, item -> its outcome; a timer signal stops what takes too long, if it is Python.

C code that never comes back to the interpreter is beyond a signal: for that there is the clock
of the parent process. Regular expressions do look for signals while they match.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Self, TypeVar

from generator.leaves.outcome import Failed, TimedOut

T = TypeVar("T")
R = TypeVar("R")

AGAIN_SECONDS = 0.5
"""The signal comes again: code that swallows every exception may swallow the first."""


class _Overdue(BaseException):
    """Raised inside the leaf by the signal handler."""


def can_watch() -> bool:
    """Whether timer signals reach this code: POSIX, and the main thread."""
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


class Watch:
    """In a `with`, calls leaves under a time limit in seconds; None is no limit."""

    def __init__(self, limit_seconds: float | None) -> None:
        self._seconds = limit_seconds if can_watch() else None
        self._armed = False

    def __enter__(self) -> Self:
        if self._seconds is not None:
            self._before = signal.signal(signal.SIGALRM, self._ring)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._seconds is not None:
            signal.signal(signal.SIGALRM, self._before)

    def _ring(self, number: int, frame: FrameType | None) -> None:
        # A signal may be handled a moment after the timer was stopped.
        if self._armed:
            raise _Overdue

    def call(self, function: Callable[[T], R], index: int, item: T) -> R | TimedOut | Failed:
        """The function's result, or why there is none."""
        try:
            if self._seconds is None:
                return function(item)
            return self._timed(function, item, self._seconds)
        except _Overdue:
            self._disarm()
            return TimedOut(index)
        except Exception:
            import traceback

            return Failed(index, traceback.format_exc())

    def _timed(self, function: Callable[[T], R], item: T, seconds: float) -> R:
        self._armed = True
        signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN_SECONDS)
        try:
            return function(item)
        finally:
            self._disarm()

    def _disarm(self) -> None:
        self._armed = False
        signal.setitimer(signal.ITIMER_REAL, 0)
