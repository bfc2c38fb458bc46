"""What the last build published -> one small file; an untouched page is known by its stat alone.

Losing the file costs the reading of every published page once, and nothing else.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Mapping

import msgspec

Stamp = tuple[int, int, int]
"""Size, mtime in ns, inode. Not ctime: a hard link changes it."""

NO_STAMP: Stamp = (-1, -1, -1)
"""Equals the stamp of no file."""

FolderStamps = Mapping[str, tuple[int, int, int]]
"""Folder -> times of its last change in ns (mtime, which a backup may set; ctime), inode."""

_VERSION = 2


class Stamps(msgspec.Struct, frozen=True, array_like=True):
    """The files of the site as they were right after the exchange."""

    manifest: Stamp = NO_STAMP
    """Of the manifest. Where it no longer fits, the site is another one than this."""
    digests: tuple[str, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    paths: tuple[str, ...] = ()
    spare: Stamp = NO_STAMP
    """Of the manifest in the spare tree."""
    extras: tuple[str, ...] = ()
    """What the spare tree holds beyond `paths`: removed pages, links to foreign files; a path
    that ends in a slash is a folder."""
    quiet: bytes = b""
    """FolderStamps, encoded: folders of the site in which nothing stood but files of ours."""
    version: int = _VERSION


def stamp_of(status: os.stat_result) -> Stamp:
    """The stamp of a file."""
    return (status.st_size, status.st_mtime_ns, status.st_ino)


def folder_stamp(status: os.stat_result) -> tuple[int, int, int]:
    """What differs once anything has come to the folder or gone from it."""
    return (status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def quiet_of(stamps: Stamps) -> dict[str, tuple[int, int, int]]:
    """`Stamps.quiet`, decoded."""
    if not stamps.quiet:
        return {}
    return msgspec.msgpack.decode(stamps.quiet, type=dict[str, tuple[int, int, int]])


def read_stamps(file: str) -> Stamps:
    """The stamps in `file`; empty ones if it is missing, damaged or of another version."""
    try:
        with open(file, "rb") as stream:
            data = stream.read()
        found = msgspec.msgpack.decode(data[4:], type=Stamps)
    except (OSError, msgspec.DecodeError):
        return Stamps()
    if zlib.crc32(data[4:]).to_bytes(4, "big") != data[:4] or found.version != _VERSION:
        return Stamps()
    return found


def write_stamps(file: str, stamps: Stamps) -> None:
    """Replace `file` in one step. Not flushed: the checksum finds what a power cut leaves."""
    body = msgspec.msgpack.encode(stamps)
    with open(file + ".new", "wb") as stream:
        stream.write(zlib.crc32(body).to_bytes(4, "big") + body)
    os.replace(file + ".new", file)
