"""Pages, and links to what stays -> a whole site folder beside the live one.

The one promise: the live site is only read. A file that both trees share is never opened for
writing, only unlinked here and made anew.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Iterable

from generator.store.pieces import Data, pieces_of
from generator.store.stamps import Stamp, stamp_of

FEW = 16
"""Up to so many changed files are flushed one by one; beyond, one syncfs is quicker."""

_NO_LINKS = frozenset({errno.EPERM, errno.EXDEV, errno.EMLINK, errno.ENOSYS, errno.EOPNOTSUPP})
"""What says that this file, or this file system, has no further hard link to give."""

_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.EOPNOTSUPP})


class SiteTree:
    """A site folder in the making at `root`; `live` is the published one.

    If `root` exists, it is brought up to date by differences.
    """

    def __init__(self, root: str, live: str) -> None:
        self.root = root
        self._prefix = os.path.join(root, "")
        self._live = os.path.join(live, "")
        self._folders = {""}
        self._masked = _is_masked()
        self._touched: list[str] = []
        self._reused = os.path.isdir(root)
        if not self._reused:
            os.mkdir(root, 0o755)
            if self._masked:
                os.chmod(root, 0o755)

    def write(self, path: str, data: Data) -> Stamp:
        """Make a file of mode 0644 whatever the umask."""
        target = self._make_way(path)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        descriptor = os.open(target, flags, 0o644)
        try:
            for piece in pieces_of(data):
                rest = memoryview(piece)
                while rest:
                    rest = rest[os.write(descriptor, rest) :]
            if self._masked:
                os.fchmod(descriptor, 0o644)
            status = os.fstat(descriptor)
        except OSError as error:
            error.filename = error.filename or target
            raise
        finally:
            os.close(descriptor)
        self._touched.append(path)
        return stamp_of(status)

    def keep(self, pages: Iterable[tuple[str, Stamp]]) -> None:
        """Have these files of the live site here too: pages, foreign files, symbolic links."""
        for path, stamp in pages:
            if not (self._reused and self._has(path, stamp)):
                self._link(path)
                self._touched.append(path)

    def keep_foreign(self, path: str) -> Stamp:
        """Have a foreign file of the live site here too; returns its stamp."""
        stamp = stamp_of(os.lstat(self._live + path))
        self.keep([(path, stamp)])
        return stamp

    def keep_folder(self, path: str) -> None:
        """Have a foreign folder of the live site here too, empty or not, with its mode."""
        self._make_folder(path)
        mode = stat.S_IMODE(os.lstat(self._live + path).st_mode)
        os.chmod(self._prefix + path, mode | 0o700)

    def remove(self, paths: Iterable[str]) -> None:
        """Remove files, folders (`x/`) and the folders that this empties; missing ones are fine."""
        parents = set()
        for path in paths:
            if not path.endswith("/"):
                # What is a folder here is one of another page, whose turn comes or not.
                if _is_folder(self._prefix + path):
                    continue
                with contextlib.suppress(FileNotFoundError, NotADirectoryError):
                    os.unlink(self._prefix + path)
            parents.add(path.rpartition("/")[0])
        # Longest first: a folder before the folder it stands in.
        for parent in sorted(parents, key=len, reverse=True):
            self._remove_empty(parent)

    def flush(self) -> None:
        """Bring everything to the disk, so that a power cut leaves no empty page behind."""
        if sys.platform == "win32":
            return
        if len(self._touched) > FEW:
            _flush_file_system(self.root)
            return
        folders = {""}
        for path in self._touched:
            if not os.path.islink(self._prefix + path):
                flush_path(self._prefix + path)
            while path:
                path = path.rpartition("/")[0]
                folders.add(path)
        for folder in sorted(folders):
            flush_path(self._prefix + folder)

    def _has(self, path: str, stamp: Stamp) -> bool:
        try:
            found = os.lstat(self._prefix + path)
        except (FileNotFoundError, NotADirectoryError):
            return False
        return (found.st_size, found.st_mtime_ns, found.st_ino) == stamp

    def _link(self, path: str) -> None:
        source, target = self._live + path, self._make_way(path)
        try:
            if os.link in os.supports_follow_symlinks:
                os.link(source, target, follow_symlinks=False)
            else:
                os.link(source, target)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            import shutil  # 6 ms, for once in a blue moon

            # copy2 keeps mode and mtime, so that even a copied file looks untouched.
            shutil.copy2(source, target, follow_symlinks=False)

    def _remove_empty(self, folder: str) -> None:
        while folder:
            try:
                os.rmdir(self._prefix + folder)
            except FileNotFoundError:
                pass
            except OSError:
                return
            self._folders.discard(folder)
            folder = folder.rpartition("/")[0]

    def _make_way(self, path: str) -> str:
        """The target of `path`: its folder made, nothing standing there."""
        self._make_folder(path.rpartition("/")[0])
        target = self._prefix + path
        if self._reused:
            _clear(target)
        return target

    def _make_folder(self, folder: str) -> None:
        if folder in self._folders:
            return
        self._make_folder(folder.rpartition("/")[0])
        target = self._prefix + folder
        if not (self._reused and _is_folder(target)):
            if self._reused:
                _clear(target)
            os.mkdir(target, 0o755)
            if self._masked:
                os.chmod(target, 0o755)
        self._folders.add(folder)


def _is_masked() -> bool:
    """Whether the umask would keep from a new file or folder the mode it is to have.

    Usually it does not, and a site of a thousand pages saves two thousand calls.
    """
    if sys.platform == "win32":
        return False
    mask = os.umask(0o022)
    os.umask(mask)
    return bool(mask & 0o755)


def flush_path(path: str) -> None:
    """Fsync a file or folder; folders need it too, or a name that was just made may be lost."""
    if sys.platform == "win32":
        return
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except PermissionError:  # somebody else's file, linked and not ours to open
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)


def remove_tree(path: str) -> None:
    """Remove a folder and all in it; symbolic links are removed, never followed."""
    try:
        entries = list(os.scandir(path))
    except FileNotFoundError:
        return
    except PermissionError:
        os.chmod(path, 0o700)
        entries = list(os.scandir(path))
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            remove_tree(entry.path)
        else:
            os.unlink(entry.path)
    os.rmdir(path)


def _flush_file_system(path: str) -> None:
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "syncfs"):
        os.sync()
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        if libc.syncfs(descriptor):
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), path)
    finally:
        os.close(descriptor)


def _is_folder(path: str) -> bool:
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False


def _clear(path: str) -> None:
    try:
        os.unlink(path)
    except FileNotFoundError:
        return
    except (IsADirectoryError, PermissionError):  # macOS answers EPERM for a folder
        if not _is_folder(path):
            raise
        remove_tree(path)
