"""Pages -> the site folder; readers see the old site or the new one, never a mixture.

    with open_site(output) as site:
        staged = site.stage(wanted, contents)
        ... check the files below staged.root ...
        staged.publish()

The next site is a whole tree beside the live one: new pages are written to it, the others are
hard links. When it is flushed and the caller has verified it, the two change places in one
step. The tree that goes out stays as a spare, and the build after makes its tree of it by
differences, which costs two lstat a page instead of mkdir, link, unlink and rmdir.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from generator.model.problem import Place, Problem, problem
from generator.store.exchange import Folders, recover
from generator.store.foreign import carry_over, find_foreign
from generator.store.lock import Lock, LockHeldError, acquire
from generator.store.manifest import MANIFEST, check_paths, check_together, decode_manifest
from generator.store.pieces import Data, pieces_of, read_large
from generator.store.published import Published, lstat_or_none
from generator.store.refusal import RefusedError, refusal
from generator.store.site_tree import remove_tree
from generator.store.staged import Draft, Staged
from generator.store.stamps import read_stamps, stamp_of

UNKNOWN = ""
"""In place of a digest: the page has to be made before its digest is known."""

Contents = Callable[[tuple[str, ...]], Iterable[tuple[str, Data]]]
"""Paths -> each of them with its bytes, in any order, one at a time."""


def open_site(
    output: Path, wait_seconds: float = 30.0, waiting: Callable[[], None] | None = None
) -> Site | Problem:
    """Lock the output folder, put right what a killed build left, and read what is published.

    `waiting` is called once if another build holds the folder.
    """
    folders = Folders.of(os.path.abspath(output))
    lock: Lock | None = None
    try:
        _make_folder(folders.stage)
        lock = acquire(Path(folders.stage, "lock"), wait_seconds, waiting)
        return Site(folders, lock)
    except LockHeldError:
        seconds = f"{wait_seconds:g}"
        return problem("output-locked", Place(folders.site), file=folders.site, seconds=seconds)
    except RefusedError as refused:
        _release(lock)
        return refused.problems[0]
    except OSError as error:
        _release(lock)
        return refusal(error, folders.stage)
    except BaseException:
        _release(lock)
        raise


class Site:
    """The published site, locked. Close it, or use it in a `with`."""

    def __init__(self, folders: Folders, lock: Lock) -> None:
        _refuse_non_folder(folders.site)
        recover(folders)
        for leftover in (folders.next, folders.ready, folders.old):
            _remove_leftover(leftover, folders.site)
        self._folders = folders
        self._lock = lock
        self._draft: Draft | None = None
        self._load()

    def _load(self) -> None:
        self._stamps = read_stamps(self._folders.stamps)
        self._published = Published(self._folders.site, self._stamps)

    def is_current(self, path: str, digest: str) -> bool:
        """Whether this page is published with this content; about 2 µs unless it was touched."""
        return self._published.is_current(path, digest)

    def read(self, path: str) -> bytes | memoryview:
        """A page as it is published; ask `is_current` first whether it is ours."""
        return read_large(os.path.join(self._folders.site, path))

    def stage(self, wanted: Mapping[str, str], contents: Contents) -> Staged | tuple[Problem, ...]:
        """Make the next site beside this one.

        wanted: every file of the site, path -> SHA-256 in hex, or UNKNOWN. contents: called
        once with the paths that are unknown, new, changed or damaged, if there are any.
        Raises ValueError for paths that can't be, a digest that its bytes don't have and a
        file asked for and not given: our own mistakes.
        """
        self._discard()
        draft = self._draft = Draft(self._folders, self._published, self._stamps, wanted)
        try:
            self._check(wanted)
            self._fill(draft, wanted, contents)
            return draft.finish(self._load)
        except RefusedError as refused:
            self._discard()
            return refused.problems
        except BaseException:
            self._discard()
            raise

    def _check(self, wanted: Mapping[str, str]) -> None:
        own = self._published.own.keys()
        if wanted.keys() != own:
            check_paths(wanted.keys() - own)
            check_together(wanted)

    def _fill(self, draft: Draft, wanted: Mapping[str, str], contents: Contents) -> None:
        is_current = self._published.is_current
        needed = tuple(
            [path for path, digest in wanted.items() if not digest or not is_current(path, digest)]
        )
        missing = set(needed)
        for path, data in contents(needed) if needed else ():
            state = hashlib.sha256()
            for piece in pieces_of(data):
                state.update(piece)
            digest = state.hexdigest()
            if path not in missing or wanted[path] not in (UNKNOWN, digest):
                raise ValueError(f"{path}: not asked for, or not of the digest {wanted.get(path)}")
            missing.remove(path)
            draft.add(path, digest, data)
        if missing:
            raise ValueError(f"no content for {min(missing)}")

    def _discard(self) -> None:
        if self._draft is not None:
            self._draft.discard()
            self._draft = None

    def close(self) -> None:
        """Drop what was staged and not published, and give the lock up."""
        try:
            self._discard()
        finally:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _make_folder(path: str) -> None:
    try:
        os.makedirs(path, exist_ok=True)
    except FileExistsError:
        _refuse_non_folder(path)
    _refuse_non_folder(path)


def _refuse_non_folder(path: str) -> None:
    found = lstat_or_none(path)
    if found is not None and not stat.S_ISDIR(found.st_mode):
        raise RefusedError(problem("output-not-folder", Place(path), file=path))


def _release(lock: Lock | None) -> None:
    if lock is not None:
        lock.release()


def _remove_leftover(tree: str, site: str) -> None:
    if not os.path.lexists(tree):
        return
    own = _whole(tree)
    if own is not None and os.path.isdir(site):
        # The site of before a build that was killed just after the exchange. A foreign file may
        # have come to it in that instant and stand nowhere else.
        linked = {}
        for path in find_foreign(tree, own).files:
            found = os.lstat(os.path.join(tree, path))
            if found.st_nlink > 1 or os.path.lexists(os.path.join(site, path)):
                linked[path] = stamp_of(found)
        carry_over(tree, site, (own, ()), linked)
    remove_tree(tree)


def _whole(tree: str) -> dict[str, str] | None:
    """The pages of a finished tree; None for one that was still being made."""
    try:
        with open(os.path.join(tree, MANIFEST), "rb") as stream:
            return decode_manifest(stream.read())
    except OSError:
        return None
