"""The program's own files -> one digest; with it in a key, no memo outlives the code it is of.

The digest is of contents. Reading them is skipped while every file's size, mtime, ctime and
inode are those of a build before: the digest taken then is in the memo.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

from generator.store.memo import Memo, memo_key

PACKAGE = Path(__file__).resolve().parents[1]


def code_digest(memo: Memo, folders: Sequence[Path] = ()) -> bytes:
    """32 bytes over the package, the further `folders` (templates), Python and what is installed.

    Every installed distribution counts by name and version, not only those we import: a wrong
    miss costs one slow build, a wrong hit a wrong page.
    """
    files = list(_files((PACKAGE, *folders)))
    surroundings = [sys.implementation.cache_tag or "", *_distributions(sys.path)]
    stats = repr([(name, *signature) for name, _, signature in files]).encode()
    key = memo_key("code", stats, *[part.encode() for part in surroundings])
    known = memo.get_many([key]).get(key)
    if known is not None:
        return known
    state = blake2b(digest_size=32)
    state.update(repr((surroundings, len(files))).encode())
    for name, path, _ in files:
        with open(path, "rb") as stream:
            state.update(memo_key(name, stream.read()))
    memo.put_many({key: state.digest()})
    return state.digest()


def _files(folders: Iterable[Path]) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    """Name, path and signature of each file, in an order that no directory decides."""
    for number, folder in enumerate(folders):
        found = []
        waiting = [str(folder)]
        start = len(waiting[0]) + 1
        while waiting:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.name == "__pycache__" or entry.name.startswith("."):
                        continue
                    if entry.is_dir():
                        waiting.append(entry.path)
                    else:
                        status = entry.stat()
                        signature = (
                            status.st_size,
                            status.st_mtime_ns,
                            status.st_ctime_ns,
                            status.st_ino,
                        )
                        name = f"{number}/{entry.path[start:]}"
                        found.append((name, entry.path, signature))
        yield from sorted(found)


def _distributions(folders: Iterable[str]) -> list[str]:
    """`name-version.dist-info` of all that is installed; importlib.metadata takes 30 ms for it."""
    names: set[str] = set()
    for folder in folders:
        try:
            names.update(
                name
                for name in os.listdir(folder or ".")
                if name.endswith((".dist-info", ".egg-info"))
            )
        except OSError:  # a zip file, or a folder that is not there
            continue
    return sorted(names)
