"""A folder -> the files under it, links resolved; names as text, never a file from elsewhere.

Names are read as bytes and decoded here, because what Python makes of them depends on the
locale. Paths are given in NFC: some file systems hand them over decomposed.
"""

from __future__ import annotations

import errno
import os
import stat
import unicodedata
from pathlib import Path
from typing import NamedTuple

from generator.model.problem import Place, Problem, problem
from generator.model.source import MediaFile


class Entry(NamedTuple):
    """A file that may be read."""

    path: str
    """Relative to the folder, forward slashes, NFC."""
    real: bytes
    """Where it lies, links resolved."""


class Tree(NamedTuple):
    """What lies under a folder, without hidden files and backups."""

    entries: tuple[Entry, ...]
    """Sorted by path."""
    folders: frozenset[str]
    """Names of the folders directly in it."""
    problems: tuple[Problem, ...]
    """Sorted by file and code."""
    media: tuple[MediaFile, ...] = ()
    """Pictures and documents, sorted by path."""


IGNORED_FOLDERS = frozenset((b"theme", b"node_modules"))
MEDIA = (b".png", b".jpg", b".jpeg", b".gif", b".webp", b".avif", b".pdf")
"""What is published when a text links to it. SVG is not among them: it can hold scripts."""
_IGNORED_NAMES = frozenset((b"Thumbs.db", b"desktop.ini", b"Icon\r"))
_IGNORED_ENDS = (b"~", b".swp", b".swo", b".tmp", b".bak", b".orig", b".part", b".svg")


def scan_tree(folder: Path, most: int, output: Path | None = None) -> Tree:
    """List the files under `folder`, at most `most`; order of the file system plays no part.

    What we make ourselves is not read, should `output` lie inside the folder.
    """
    root = os.path.realpath(os.fsencode(folder))
    scan = _Scan(root, most, os.path.realpath(os.fsencode(output)) if output else b"")
    scan.run()
    return Tree(
        entries=tuple(sorted(scan.entries)),
        folders=frozenset(scan.folders),
        problems=tuple(sorted(scan.problems, key=lambda item: (item.place.file, item.code))),
        media=tuple(sorted(scan.media, key=lambda item: item.path)),
    )


class _Folder(NamedTuple):
    """A folder still to be listed: where it lies, and its path with a final slash."""

    real: bytes
    path: str


class _Scan:
    """One walk; folders wait on a list, so depth costs no stack."""

    def __init__(self, root: bytes, most: int, output: bytes) -> None:
        self.root = root
        self.output = output
        self.most = most
        self.entries: list[Entry] = []
        self.media: list[MediaFile] = []
        self.folders: set[str] = set()
        self.problems: list[Problem] = []
        self.waiting = [_Folder(root, "")]
        self.followed: set[bytes] = set()
        """Folders reached by a link, each once: links among folders can't multiply them."""
        self.names: dict[str, str] = {}
        """Path without case -> path."""

    def run(self) -> None:
        while self.waiting:
            folder = self.waiting.pop()
            try:
                with os.scandir(folder.real) as listing:
                    found = sorted(listing, key=lambda item: item.name)
            except OSError as error:
                self._say("file-unreadable", folder.path, reason=reason_of(error))
                continue
            for item in found:
                self._add(item, folder)
            if len(self.entries) + len(self.media) > self.most:
                self._say("content-crowded", "", limit=self.most)
                return

    def _add(self, item: os.DirEntry[bytes], folder: _Folder) -> None:
        name = item.name
        if name[:1] in (b".", b"#") or name in _IGNORED_NAMES or name.endswith(_IGNORED_ENDS):
            return
        try:
            text = name.decode()
        except UnicodeDecodeError:
            self._say("name-undecodable", folder.path + name.decode("utf-8", "backslashreplace"))
            return
        path = folder.path + text
        if not text.isascii():
            path = folder.path + unicodedata.normalize("NFC", text)
        if not text.isprintable() and self._has_control(text, folder):
            return
        if item.is_dir(follow_symlinks=False):
            self._open(item.path, path, name)
        elif item.is_symlink():
            self._follow(item.path, path, name, folder)
        elif item.is_file(follow_symlinks=False):
            self._keep(item.path, path)
        else:
            self._say("file-special", path)

    def _has_control(self, name: str, folder: _Folder) -> bool:
        bad = next((char for char in name if unicodedata.category(char) in ("Cc", "Zl", "Zp")), "")
        if bad:
            written = "".join(char if char.isprintable() else "?" for char in name)
            self._say("name-control", folder.path + written, character=f"U+{ord(bad):04X}")
        return bool(bad)

    def _open(self, real: bytes, path: str, name: bytes) -> None:
        if real == self.output:
            return
        if "/" not in path:
            if name in IGNORED_FOLDERS:
                return
            self.folders.add(path)
        if self._is_new(path):
            self.waiting.append(_Folder(real, path + "/"))

    def _keep(self, real: bytes, path: str) -> None:
        if not self._is_new(path):
            return
        if not real.lower().endswith(MEDIA):
            self.entries.append(Entry(path, real))
            return
        try:
            status = os.stat(real)
        except OSError as error:
            self._say("file-unreadable", path, reason=reason_of(error))
            return
        # The time of the last change is not for copying tools to set.
        changed = max(status.st_mtime_ns, status.st_ctime_ns)
        self.media.append(MediaFile(path, real, status.st_size, changed))

    def _is_new(self, path: str) -> bool:
        folded = path.lower() if path.isascii() else path.casefold()
        other = self.names.setdefault(folded, path)
        if other is path:
            return True
        self._say("name-clash", path, other=other)
        return False

    def _follow(self, link: bytes, path: str, name: bytes, folder: _Folder) -> None:
        try:
            target = os.path.realpath(link, strict=True)
            kind = os.stat(target).st_mode
        except OSError as error:
            loops = error.errno == errno.ELOOP
            self._say("link-loop" if loops else "link-broken", path)
            return
        inside = self.root.rstrip(b"/") + b"/"
        if target != self.root and not target.startswith(inside):
            self._say("link-outside", path)
        elif stat.S_ISREG(kind):
            self._keep(target, path)
        elif not stat.S_ISDIR(kind):
            self._say("file-special", path)
        elif (folder.real + b"/").startswith(target.rstrip(b"/") + b"/"):
            self._say("link-loop", path)
        elif target not in self.followed:
            self.followed.add(target)
            self._open(target, path, name)

    def _say(self, code: str, path: str, **facts: object) -> None:
        self.problems.append(problem(code, Place(path.rstrip("/")), **facts))


def reason_of(error: OSError) -> str:
    """The error's symbol, which unlike its message doesn't depend on the locale."""
    return errno.errorcode.get(error.errno or 0, "EIO")


_FIRST_READ = 1 << 16
# A pipe put where a file was must not make us wait, nor a link lead out of the folder.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)


def read_entry(entry: Entry, limit: int) -> bytes | Problem:
    """The bytes of a file of at most `limit` bytes; a larger one is not read."""
    try:
        descriptor = os.open(entry.real, _FLAGS)
        try:
            data = os.read(descriptor, _FIRST_READ)
            if len(data) < _FIRST_READ and len(data) <= limit:
                return data
            size = os.fstat(descriptor).st_size
            parts = [data]
            got = len(data)
            while data and max(size, got) <= limit:
                data = os.read(descriptor, limit + 1 - got)
                parts.append(data)
                got += len(data)
        finally:
            os.close(descriptor)
    except OSError as error:
        return problem("file-unreadable", Place(entry.path), reason=reason_of(error))
    if max(size, got) > limit:
        return problem("file-large", Place(entry.path), size=max(size, got), limit=limit)
    return b"".join(parts)
