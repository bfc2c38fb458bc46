"""Site folder, paths of our own -> the files and folders in it that somebody else put there.

Foreign files survive every build: they are linked into the next tree before the exchange, and
what arrives meanwhile is carried over after it.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Collection, Iterable, Mapping

import msgspec

from generator.store.manifest import MANIFEST
from generator.store.stamps import FolderStamps, Stamp, folder_stamp, stamp_of

_SETTLED_NS = 100_000_000
"""A folder's time says that nothing came to it only if it is older than that: a file system
counts time in steps, and what comes within one of them leaves no trace."""


class Foreign(msgspec.Struct, frozen=True):
    """Relative paths, sorted. Symbolic links count as files and are not followed."""

    files: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    """Folders that hold no file of ours, parents before children."""


def find_foreign(site: str, own: Collection[str], quiet: FolderStamps | None = None) -> Foreign:
    """Everything below `site` that is neither in `own` nor a folder of one in it.

    quiet: folders of ours that held nothing foreign, as they were then; an lstat tells whether
    that is still so.
    """
    files: list[str] = []
    folders: list[str] = []
    own_folders = folders_of(own)
    root = os.path.join(site, "")
    waiting = ["", *(f"{it}/" for it in _stirred(root, own_folders, quiet or {}))]
    while waiting:
        below = waiting.pop()
        with os.scandir(root + below) as entries:
            for entry in entries:
                path = below + entry.name
                if entry.is_dir(follow_symlinks=False):
                    if path not in own_folders:
                        waiting.append(path + "/")
                        folders.append(path)
                elif path not in own and path != MANIFEST:
                    files.append(path)
    return Foreign(tuple(sorted(files)), tuple(sorted(folders)))


def _stirred(root: str, folders: Iterable[str], quiet: FolderStamps) -> list[str]:
    """Those of our folders that are there and that `quiet` doesn't vouch for."""
    found = []
    for folder in folders:
        try:
            status = os.lstat(root + folder)
        except (FileNotFoundError, NotADirectoryError):
            continue
        if quiet.get(folder) != folder_stamp(status) and stat.S_ISDIR(status.st_mode):
            found.append(folder)
    return found


def quiet_folders(
    tree: str, own: Iterable[str], foreign: Iterable[str], now: int
) -> dict[str, tuple[int, int, int]]:
    """The folders of a finished tree in which nothing foreign stands, and no change goes unseen.

    foreign: paths; now: time in ns of what was written last, by the clock of the file system.
    """
    if sys.platform == "win32":
        return {}
    found = {}
    root = os.path.join(tree, "")
    for folder in folders_of(own) - {it.rpartition("/")[0] for it in foreign}:
        stamp = folder_stamp(os.lstat(root + folder))
        # A file system that counts whole seconds, or two, is not asked.
        if max(stamp[:2]) + _SETTLED_NS < now and stamp[0] % 1_000_000_000:
            found[folder] = stamp
    return found


def folders_of(paths: Iterable[str]) -> set[str]:
    """Every folder above a path."""
    folders = {path.rpartition("/")[0] for path in paths}
    waiting = list(folders)
    while waiting:
        parent = waiting.pop().rpartition("/")[0]
        if parent not in folders:
            folders.add(parent)
            waiting.append(parent)
    folders.discard("")
    return folders


def find_taken(foreign: Foreign, wanted: Collection[str]) -> list[tuple[str, str]]:
    """Each foreign file that stands where a page or its folder must go, with that page."""
    if not foreign.files and not foreign.folders:
        return []
    folders = folders_of(wanted)
    taken = []
    for path in (*foreign.files, *foreign.folders):
        if path in wanted:
            taken.append((path, path))
        elif path in folders and path in foreign.files:
            taken.append((path, min(page for page in wanted if page.startswith(path + "/"))))
    return sorted(taken)


def carry_over(
    old: str,
    site: str,
    own: tuple[Collection[str], Collection[str]],
    linked: Mapping[str, Stamp],
    quiet: FolderStamps | None = None,
) -> Foreign:
    """Move foreign files that came after the linking from `old`, no longer published, to `site`.

    own: our paths in `old` and in `site`. linked: the foreign files that stand in the site
    already, as they were when they were linked. A newer version of one replaces it; a file that
    has a page of ours in its way goes to the folder `kept` beside `old`. quiet: see `find_foreign`.

    Returns what is foreign in `old`.
    """
    found = find_foreign(old, own[0], quiet)
    for path in found.files:
        source = os.path.join(old, path)
        if linked.get(path) == stamp_of(os.lstat(source)):
            continue
        if path in own[1] or not _move(source, os.path.join(site, path)):
            _move(source, os.path.join(os.path.dirname(old), "kept", path))
    return found


def _move(source: str, target: str) -> bool:
    try:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.replace(source, target)
    except OSError:
        return False
    return True
