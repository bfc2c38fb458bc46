"""Pages to write and to keep -> a verified tree -> the site.

Nothing is made on the disk before the first difference: a build that changes nothing stages
nothing.
"""

from __future__ import annotations

import contextlib
import functools
import os
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from generator.model.problem import Place, Problem, problem
from generator.store.exchange import Folders, exchange, recover
from generator.store.foreign import (
    Foreign,
    carry_over,
    find_foreign,
    find_taken,
    quiet_folders,
)
from generator.store.manifest import MANIFEST, encode_manifest
from generator.store.pieces import Data
from generator.store.published import Published, lstat_or_none
from generator.store.refusal import RefusedError, refusal
from generator.store.site_tree import SiteTree, flush_path, remove_tree
from generator.store.stamps import (
    NO_STAMP,
    FolderStamps,
    Stamp,
    Stamps,
    quiet_of,
    stamp_of,
    write_stamps,
)


class Staged(msgspec.Struct, frozen=True):
    """A whole site, flushed, that nobody reads yet."""

    root: Path
    """Where to check it; the published site itself if nothing has changed."""
    written: tuple[str, ...]
    """Paths whose content is new, sorted. The manifest is not counted."""
    removed: tuple[str, ...]
    """Paths that the site will no longer have, sorted."""
    digests: Mapping[str, str]
    """Every file of the site with its SHA-256."""
    publish: Callable[[], tuple[Problem, ...]]
    """Exchange it for the published site in one step. With problems, nothing has changed."""


class Draft:
    """The next site while pages still come in."""

    def __init__(
        self, folders: Folders, published: Published, stamps: Stamps, wanted: Mapping[str, str]
    ) -> None:
        self._folders = folders
        self._published = published
        self._stamps = stamps
        self._wanted = wanted
        self._known: dict[str, str] = {}
        self._written: dict[str, Stamp] = {}
        self._tree: SiteTree | None = None
        self._foreign = Foreign()
        self._quiet: FolderStamps = {}

    def add(self, path: str, digest: str, data: Data) -> None:
        """Take a page in; it is written only if the site has it not, or has it otherwise."""
        self._known[path] = digest
        if self._published.is_current(path, digest):
            return
        tree = self._tree or self._open()
        try:
            self._written[path] = tree.write(path, data)
        except OSError as error:
            raise RefusedError(refusal(error, self._folders.site)) from error

    def _open(self) -> SiteTree:
        try:
            if os.path.lexists(self._folders.site):
                self._quiet = quiet_of(self._stamps) if self._published.fits else {}
                self._foreign = find_foreign(self._folders.site, self._published.own, self._quiet)
            self._tree = self._open_spare() or SiteTree(self._folders.next, self._folders.site)
        except OSError as error:
            raise RefusedError(refusal(error, self._folders.stage)) from error
        return self._tree

    def _open_spare(self) -> SiteTree | None:
        folders, stamps = self._folders, self._stamps
        found = lstat_or_none(os.path.join(folders.spare, MANIFEST))
        if found is None or stamp_of(found) != stamps.spare:
            remove_tree(folders.spare)
            return None
        os.rename(folders.spare, folders.next)
        tree = SiteTree(folders.next, folders.site)
        # The manifest goes first: what has one is a whole tree, whenever we are killed.
        tree.remove([MANIFEST])
        stale = {*stamps.paths, *stamps.extras}.difference(self._wanted, self._foreign.files)
        tree.remove(stale)
        return tree

    def finish(self, published: Callable[[], None]) -> Staged:
        """Complete and flush the tree; `published` is called when the site is another one.

        Raises RefusedError where a foreign file is in the way or the system refuses.
        """
        digests = {path: self._known.get(path, digest) for path, digest in self._wanted.items()}
        own = self._published.own
        removed = own.keys() - digests.keys()
        unchanged = not self._written and not removed and self._published.manifest != NO_STAMP
        if unchanged:
            root = self._folders.site
            publish = self._refresh
        else:
            root = self._folders.next
            tree = self._tree or self._open()
            self._refuse_taken()
            stamps = {path: self._written.get(path) or own[path][1] for path in digests}
            manifest, linked = self._complete(tree, digests, stamps)
            foreign = (*self._foreign.files, *self._foreign.folders)
            quiet = quiet_folders(tree.root, digests, foreign, manifest[1])
            after = Stamps(
                manifest=manifest,
                digests=tuple(digests.values()),
                stamps=tuple(stamps.values()),
                paths=tuple(stamps),
                quiet=msgspec.msgpack.encode(quiet),
            )
            publish = functools.partial(self._exchange, after, linked, published)
        return Staged(
            root=Path(root),
            written=tuple(sorted(self._written)),
            removed=tuple(sorted(removed)),
            digests=digests,
            publish=publish,
        )

    def _refuse_taken(self) -> None:
        own, site = self._published.own, self._folders.site
        places = [
            (os.path.join(site, path), page)
            for path, page in find_taken(self._foreign, {*self._wanted, MANIFEST})
            # Adopted meanwhile, if it is a file: somebody else's, with the page's very bytes.
            if path not in own or path in self._foreign.folders
        ]
        if places:
            raise RefusedError(
                *[
                    problem("output-taken", Place(file), file=file, page=page)
                    for file, page in places
                ]
            )

    def _complete(
        self, tree: SiteTree, digests: Mapping[str, str], stamps: Mapping[str, Stamp]
    ) -> tuple[Stamp, dict[str, Stamp]]:
        """Link what stays, write the manifest; its stamp and those of the foreign files."""
        linked = {}
        own = self._published.own
        try:
            tree.keep([item for item in stamps.items() if item[0] not in self._written])
            for folder in self._foreign.folders:
                tree.keep_folder(folder)
            for path in self._foreign.files:
                if path not in own:
                    linked[path] = tree.keep_foreign(path)
            manifest = tree.write(MANIFEST, encode_manifest(digests))
            tree.flush()
        except OSError as error:
            raise RefusedError(refusal(error, self._folders.site)) from error
        return manifest, linked

    def _refresh(self) -> tuple[Problem, ...]:
        """Nothing to publish; only what had to be read this time is remembered by its stamp."""
        known, stamps = self._published, self._stamps
        if not known.fits:
            own = known.own
            fresh = Stamps(
                manifest=known.manifest,
                digests=tuple([digest for digest, _ in own.values()]),
                stamps=tuple([stamp for _, stamp in own.values()]),
                paths=tuple(own),
                spare=stamps.spare,
                extras=tuple({*stamps.extras, *stamps.paths}.difference(own)),
            )
            with contextlib.suppress(OSError):
                write_stamps(self._folders.stamps, fresh)
        return ()

    def _exchange(
        self, after: Stamps, linked: Mapping[str, Stamp], published: Callable[[], None]
    ) -> tuple[Problem, ...]:
        folders = self._folders
        try:
            before = exchange(folders)
        except OSError as error:
            self.discard()
            return (refusal(error, folders.site),)
        self._tree = None
        # Readers have the new site. What follows is put right by the next build if it fails.
        with contextlib.suppress(OSError):
            flush_path(os.path.dirname(folders.site))
            flush_path(folders.stage)
            self._keep_spare(before, after, linked)
        published()
        return ()

    def _keep_spare(self, before: str, after: Stamps, linked: Mapping[str, Stamp]) -> None:
        if not before:
            write_stamps(self._folders.stamps, after)
            return
        own = self._published.own
        pages = (own, self._wanted)
        foreign = carry_over(before, self._folders.site, pages, linked, self._quiet)
        extras = {*own, *foreign.files, *[folder + "/" for folder in foreign.folders]}
        spare = msgspec.structs.replace(
            after,
            spare=self._published.manifest,
            extras=tuple(extras.difference(after.paths)),
        )
        write_stamps(self._folders.stamps, spare)
        if spare.spare == NO_STAMP:
            remove_tree(before)
        else:
            os.rename(before, self._folders.spare)

    def discard(self) -> None:
        """Remove the tree, unless it has become the site."""
        if self._tree is not None:
            self._tree = None
            with contextlib.suppress(OSError):
                recover(self._folders)
                remove_tree(self._folders.next)
