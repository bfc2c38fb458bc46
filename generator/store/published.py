"""Site folder, stamps of the last build -> the pages that stand there and are ours.

An untouched page costs one lstat. Whatever the stamps don't vouch for is read and its digest
taken, so a restored backup or a lost cache costs time and rewrites nothing.
"""

from __future__ import annotations

import hashlib
import os
import stat

from generator.store.manifest import MANIFEST, decode_manifest
from generator.store.stamps import NO_STAMP, Stamp, Stamps, stamp_of


class Published:
    """What is published: digest and stamp of each path of ours."""

    def __init__(self, site: str, stamps: Stamps) -> None:
        self._prefix = os.path.join(site, "")
        self._verified: set[str] = set()
        found = lstat_or_none(self._prefix + MANIFEST)
        self.manifest: Stamp = stamp_of(found) if found else NO_STAMP
        self.fits = self.manifest == stamps.manifest != NO_STAMP
        """Whether the stamps are those of this very site."""
        known = zip(stamps.digests, stamps.stamps, strict=False)
        self.own: dict[str, tuple[str, Stamp]] = dict(zip(stamps.paths, known, strict=False))
        if not self.fits:
            self._judge_by_site()

    def _judge_by_site(self) -> None:
        listed = self._listed() if self.manifest != NO_STAMP else None
        if listed is not None:
            self.own = {
                path: (digest, self._stamp(path, digest)) for path, digest in listed.items()
            }
            return
        # No manifest says what is ours; what is to the byte and the inode what we wrote, is.
        self.manifest = NO_STAMP
        self.own = {
            path: known
            for path, known in self.own.items()
            if (found := lstat_or_none(self._prefix + path)) and stamp_of(found) == known[1]
        }

    def _stamp(self, path: str, digest: str) -> Stamp:
        known = self.own.get(path)
        return known[1] if known and known[0] == digest else NO_STAMP

    def _listed(self) -> dict[str, str] | None:
        try:
            return decode_manifest(_read_regular(self._prefix + MANIFEST))
        except OSError:
            return None

    def is_current(self, path: str, digest: str) -> bool:
        """Whether the page stands in the site with this content; about 2 µs."""
        known = self.own.get(path)
        if path in self._verified:
            return known is not None and known[0] == digest
        try:
            found = os.lstat(self._prefix + path)
        except (OSError, ValueError):
            return False
        stamp = (found.st_size, found.st_mtime_ns, found.st_ino)
        if known is None or known[1] != stamp:
            if not self._adopt(path, found, digest):
                return False
        elif known[0] != digest:
            return False
        self._verified.add(path)
        return True

    def _adopt(self, path: str, found: os.stat_result, digest: str) -> bool:
        if not stat.S_ISREG(found.st_mode):
            return False
        try:
            data = _read_regular(self._prefix + path)
        except OSError:
            return False
        if hashlib.sha256(data).hexdigest() != digest:
            return False
        self.own[path] = (digest, stamp_of(found))
        self.fits = False
        return True


def lstat_or_none(path: str) -> os.stat_result | None:
    """The status of what stands at `path` itself, links not followed."""
    try:
        return os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None


def _read_regular(path: str) -> bytes:
    # Without NONBLOCK a FIFO that somebody put in a page's place would hold the build for ever.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with open(os.open(path, flags | getattr(os, "O_BINARY", 0)), "rb") as stream:
        return stream.read()
