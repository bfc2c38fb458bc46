"""Output folder -> exclusive lock; two builds never work on one output folder at once.

The lock belongs to the open file, so the system releases it however the process ends.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

POLL_SECONDS = 0.05

_UNSUPPORTED = frozenset({errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL})
"""What file systems answer that know no locks, such as some network mounts."""


class LockHeldError(Exception):
    """Another process held the lock for the whole of the waiting time."""


class Lock:
    """A held lock; `release` gives it up. Leaving the process does too."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def release(self) -> None:
        """Give the lock up; a second call does nothing."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def acquire(path: Path, wait_seconds: float, waiting: Callable[[], None] | None = None) -> Lock:
    """Lock `path`, creating it; `waiting` is called once if somebody else holds it.

    Raises LockHeldError after `wait_seconds`, OSError if the file cannot be made. Where the file
    system knows no locks the file is opened and nothing is locked.
    """
    deadline = time.monotonic() + wait_seconds
    told = False
    while True:
        descriptor = _try_lock(path)
        if descriptor >= 0:
            return Lock(descriptor)
        if not told and waiting is not None:
            waiting()
        told = True
        left = deadline - time.monotonic()
        if left <= 0:
            raise LockHeldError(str(path))
        time.sleep(min(POLL_SECONDS, left))


def _try_lock(path: Path) -> int:
    """A locked descriptor of the file that stands at `path` now, or -1."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(path, flags, 0o644)
    try:
        if _lock_now(descriptor) and _is_at(descriptor, path):
            return descriptor
    except BaseException:
        os.close(descriptor)
        raise
    os.close(descriptor)
    return -1


def _is_at(descriptor: int, path: Path) -> bool:
    # The folder may have been deleted and made anew while we opened the file: a lock on a file
    # that no other build can find any more protects nothing.
    try:
        return os.path.samestat(os.fstat(descriptor), os.lstat(path))
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock_now(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock_now(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            if error.errno not in _UNSUPPORTED:
                raise
        return True
