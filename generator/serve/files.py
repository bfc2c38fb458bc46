"""Path components -> an open file of the site, or what stands there instead.

The promise: nothing outside the site's folder is ever opened, whatever symbolic links lie in it,
and a request during the exchange of the whole folder sees the old site or the new one.
"""

from __future__ import annotations

import enum
import errno
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Final

EXCHANGE_PATIENCE: Final = 1.0
"""Seconds to wait for a site that was there a moment ago.

Not every system exchanges two folders in one step.
"""

_ABSENT: Final = frozenset(
    {
        errno.ENOENT,
        errno.ENOTDIR,
        errno.ELOOP,
        errno.EMLINK,  # FreeBSD's answer to O_NOFOLLOW
        errno.EACCES,
        errno.EPERM,
        errno.ENAMETOOLONG,
        errno.EINVAL,
        errno.EILSEQ,
        errno.ENXIO,
    }
)


class Nothing(enum.Enum):
    """Why there is no file to send."""

    FOLDER = "folder"
    MISSING = "missing"


Found = BinaryIO | Nothing


class SiteFiles:
    """The site's folder, looked up anew for each request, since a publish replaces it whole."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._seen = False

    def find(self, names: tuple[str, ...]) -> Found:
        """The file of these components, open for reading; the caller closes it."""
        deadline = time.monotonic() + EXCHANGE_PATIENCE
        while True:
            try:
                before = _identity(os.stat(self._root))
            except OSError:
                if not self._seen or time.monotonic() > deadline:
                    self._seen = False
                    return Nothing.MISSING
                time.sleep(0.01)
                continue
            self._seen = True
            found = _descend(self._root, names)
            if found is not Nothing.MISSING or time.monotonic() > deadline:
                return found
            if self._is_still(before):
                return found

    def _is_still(self, before: tuple[int, int, int]) -> bool:
        # Otherwise the folder was exchanged under our feet, and what we missed may be in the new.
        try:
            return _identity(os.stat(self._root)) == before
        except OSError:
            return False


def _identity(status: os.stat_result) -> tuple[int, int, int]:
    # The number of a folder that is gone may be given to the next but one.
    return status.st_dev, status.st_ino, status.st_ctime_ns


def by_descriptor(root: Path, names: tuple[str, ...]) -> Found:
    """Steps down one open folder at a time: a link put there meanwhile is refused as well."""
    folder_flags = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
    # O_NONBLOCK, or a FIFO in the folder would hold the request for ever.
    file_flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
    held = -1
    try:
        held = os.open(root, folder_flags)
        for name in names[:-1]:
            inner = os.open(name, folder_flags | os.O_NOFOLLOW, dir_fd=held)
            os.close(held)
            held = inner
        if not names:
            return Nothing.FOLDER
        return _opened(os.open(names[-1], file_flags, dir_fd=held))
    except UnicodeEncodeError:
        return Nothing.MISSING
    except OSError as error:
        return _absent(error)
    finally:
        if held >= 0:
            os.close(held)


def by_path(root: Path, names: tuple[str, ...]) -> Found:
    """For systems without `dir_fd`: the resolved path must be the very path that was asked for.

    That also refuses what Windows would take for another name (streams, devices, short names).
    """
    try:
        base = os.path.realpath(root, strict=True)
        wanted = os.path.join(base, *names)
        if os.path.realpath(wanted, strict=True) != wanted:
            return Nothing.MISSING
        mode = os.lstat(wanted).st_mode
        if stat.S_ISDIR(mode):
            return Nothing.FOLDER
        return open(wanted, "rb") if stat.S_ISREG(mode) else Nothing.MISSING
    except ValueError:
        return Nothing.MISSING
    except OSError as error:
        return _absent(error)


def _opened(descriptor: int) -> Found:
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode):
        return open(descriptor, "rb")
    os.close(descriptor)
    return Nothing.FOLDER if stat.S_ISDIR(mode) else Nothing.MISSING


def _absent(error: OSError) -> Nothing:
    if error.errno in _ABSENT:
        return Nothing.MISSING
    raise error


_HAS_DESCRIPTORS: Final = (
    os.open in os.supports_dir_fd and hasattr(os, "O_NOFOLLOW") and hasattr(os, "O_DIRECTORY")
)
_descend: Callable[[Path, tuple[str, ...]], Found] = by_descriptor if _HAS_DESCRIPTORS else by_path
