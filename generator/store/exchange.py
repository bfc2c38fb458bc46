"""Two folders -> each in the other's place; a reader finds the old site or the new one.

On Linux and macOS the exchange is one system call. Elsewhere it is two renames, and the names
the folders bear in between are the journal from which `recover` finishes or takes back.
"""

from __future__ import annotations

import errno
import os
import sys

import msgspec

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # <linux/fs.h>
_RENAME_SWAP = 2  # <sys/stdio.h> on macOS
_RENAMEAT2 = {"x86_64": 316, "aarch64": 276, "riscv64": 276}
"""Number of the system call, for C libraries that have no function for it."""

_UNSUPPORTED = frozenset({errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, 45, 95})
"""45 and 95: ENOTSUP of macOS and of Linux, which Windows does not name."""


class Folders(msgspec.Struct, frozen=True):
    """The places of one output folder, all on one file system."""

    site: str
    """What readers see."""
    stage: str
    """Holds everything below and the lock."""
    next: str
    """A tree in the making; after an exchange, until it is renamed, the site of before."""
    ready: str
    """Exchange by two renames: the finished tree on its way in."""
    old: str
    """Exchange by two renames: the site of before on its way out."""
    spare: str
    """The site of before, from which the next tree is made by differences."""
    lock: str
    stamps: str
    """The file of `generator.store.stamps`."""

    @classmethod
    def of(cls, output: str) -> Folders:
        """The folders below `output`, an absolute path."""
        stage = os.path.join(output, ".stage")
        names = ("next", "ready", "old", "spare", "lock", "stamps")
        return cls(
            os.path.join(output, "site"), stage, *[os.path.join(stage, name) for name in names]
        )


def exchange(folders: Folders) -> str:
    """Put `next` in the site's place; returns where the site of before is now, or "".

    Raises OSError with nothing changed, or with what `recover` puts right.
    """
    if not os.path.lexists(folders.site):
        os.rename(folders.next, folders.site)
        return ""
    if swap(folders.next, folders.site):
        return folders.next
    os.rename(folders.next, folders.ready)
    os.rename(folders.site, folders.old)
    os.rename(folders.ready, folders.site)
    return folders.old


def recover(folders: Folders) -> None:
    """Finish an exchange by two renames that was cut short; otherwise nothing.

    Afterwards the site is whole; what is left below `next`, `ready` or `old` is rubbish.
    """
    if os.path.lexists(folders.site) or not os.path.lexists(folders.old):
        return
    # `ready` is only ever a finished, verified tree, so the way forward is as good as the way back.
    forward = os.path.lexists(folders.ready)
    os.rename(folders.ready if forward else folders.old, folders.site)


def swap(one: str, other: str) -> bool:
    """Exchange two folders in one system call; False where the system has none for it."""
    call = _renameat2 if sys.platform == "linux" else _renamex_np
    failure = call(os.fsencode(one), os.fsencode(other))
    if failure in _UNSUPPORTED:
        return False
    if failure:
        raise OSError(failure, os.strerror(failure), other)
    return True


def _renameat2(one: bytes, other: bytes) -> int:
    # Here, as below: most builds exchange nothing and can spare the import.
    import ctypes
    import platform

    libc = ctypes.CDLL(None, use_errno=True)
    arguments = (_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE)
    if hasattr(libc, "renameat2"):
        answer = libc.renameat2(*arguments)
    elif platform.machine() in _RENAMEAT2:
        answer = libc.syscall(_RENAMEAT2[platform.machine()], *arguments)
    else:
        return errno.ENOSYS
    return ctypes.get_errno() if answer else 0


def _renamex_np(one: bytes, other: bytes) -> int:
    if sys.platform != "darwin":
        return errno.ENOSYS
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    return ctypes.get_errno() if libc.renamex_np(one, other, _RENAME_SWAP) else 0
