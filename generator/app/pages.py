"""Views -> which files the site shall hold, and the bytes of those that have to be made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import islice

import msgspec

from generator.app.assembled import Assembled
from generator.app.dress import MOST_FAULTS, Dress
from generator.app.memory import Memory
from generator.model.problem import Problem
from generator.present import views
from generator.present.templates import warm
from generator.store.publish import UNKNOWN

_AT_ONCE = 200
"""Views encoded before the memo is asked: one query for many, without holding a large site whole."""


_PATHS = msgspec.msgpack.Decoder(dict[str, bytes])


class PageStoppedError(Exception):
    """A page could not be made; the problem that says so is recorded already."""


IsCurrent = Callable[[str, str], bool]


class Pages:
    """The files of the site. A page that stands there already is never held in memory."""

    def __init__(
        self,
        memory: Memory,
        is_current: IsCurrent,
        read: Callable[[str], bytes],
        dress: Dress | None = None,
    ) -> None:
        """`read`: a file of the site as it is published; dress: how the site is to look."""
        self._memory = memory
        self._dress = dress or Dress()
        self._is_current = is_current
        self._assembled = Assembled(memory, is_current, read)
        self._to_render: dict[str, tuple[bytes, bytes]] = {}
        self._as_is: dict[str, Callable[[], bytes]] = {}
        self._later: dict[str, bytes] = {}
        """Pages that were composed only because nothing was known of them: path -> key."""
        self._groups: dict[bytes, list[str]] = {}
        """The same of pages made together: key -> their paths."""
        self.wanted: dict[str, str] = {}
        """Site path -> digest, or UNKNOWN where only rendering will tell."""

    def add_files(self, files: Iterable[tuple[str, str, Callable[[], bytes]]]) -> None:
        """Files that are published as they are: path, digest, what reads them."""
        for path, digest, read in files:
            # A file that is replaced while we build is published as it then is.
            self._want(path, digest if self._is_current(path, digest) else UNKNOWN)
            self._as_is[path] = read

    def add_views(
        self,
        composed: Iterable[views.PageView | views.LaterPage | views.LaterPages | views.DataFile],
    ) -> None:
        """Pages made of views; a view seen before has a known digest."""
        composed = iter(composed)
        while batch := list(islice(composed, _AT_ONCE)):
            later = [it for it in batch if isinstance(it, views.LaterPage)]
            groups = [it for it in batch if isinstance(it, views.LaterPages)]
            made = [it for it in batch if isinstance(it, views.PageView)]
            self._add_made([*made, *self._composed(later), *self._together(groups)])
            self._add_data([it for it in batch if isinstance(it, views.DataFile)])

    def _add_data(self, files: list[views.DataFile]) -> None:
        """Files of data; one that was made of just this before has a known digest."""
        keys = self._memory.keys("data", [b"\0".join((it.path.encode(), it.key)) for it in files])
        known = self._memory.recall(keys)
        for file, key in zip(files, keys, strict=True):
            digest = known[key].hex() if key in known else UNKNOWN
            self._want(file.path, digest)
            self._as_is[file.path] = partial(self._assembled.make, file)
            if digest == UNKNOWN:
                self._later[file.path] = key

    def _composed(self, later: list[views.LaterPage]) -> Iterator[views.PageView]:
        """Those that have to be made after all."""
        keys = self._keys("compose", [it.key for it in later])
        known = self._memory.recall(keys)
        for page, key in zip(later, keys, strict=True):
            digest = known[key].hex() if key in known else UNKNOWN
            if digest != UNKNOWN and self._is_current(page.path, digest):
                self._want(page.path, digest)
            else:
                self._later[page.path] = key
                yield views.PageView(page.path, page.make())

    def _together(self, groups: list[views.LaterPages]) -> Iterator[views.PageView]:
        """The same of pages that only composing tells the number of."""
        keys = self._keys("compose", [it.key for it in groups])
        known = self._memory.recall(keys)
        for group, key in zip(groups, keys, strict=True):
            pages = _PATHS.decode(known[key]) if key in known else {}
            if pages and all(self._is_current(path, it.hex()) for path, it in pages.items()):
                for path, digest in pages.items():
                    self._want(path, digest.hex())
                continue
            for page in group.make():
                self._groups.setdefault(key, []).append(page.path)
                yield page

    def _add_made(self, made: Iterable[views.PageView]) -> None:
        encoder = msgspec.msgpack.Encoder()
        if batch := [(it.path, encoder.encode(it)) for it in made]:
            keys = self._keys("render", [encoded for _, encoded in batch])
            known = self._memory.recall(keys)
            for (path, encoded), key in zip(batch, keys, strict=True):
                digest = known[key].hex() if key in known else UNKNOWN
                self._want(path, digest)
                if digest == UNKNOWN or not self._is_current(path, digest):
                    self._to_render[path] = (encoded, key)

    def _keys(self, kind: str, inputs: list[bytes]) -> list[bytes]:
        """With the theme in them: a page is what its view and the theme make of it."""
        digest = self._dress.digest
        return self._memory.keys(kind, [digest + it for it in inputs] if digest else inputs)

    def _want(self, path: str, digest: str) -> None:
        # Addresses are kept apart in weave; a page lost to another would be lost silently.
        if path in self.wanted:
            raise ValueError(f"two files of the site are called {path}")
        self.wanted[path] = digest

    def contents(
        self, problems: list[Problem]
    ) -> Callable[[tuple[str, ...]], Iterator[tuple[str, bytes]]]:
        """What publishing calls for the files it lacks; fills `problems` with pages that hang."""

        def make(paths: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
            yield from ((path, self._as_is[path]()) for path in paths if path in self._as_is)
            pages = [path for path in paths if path in self._to_render]
            inputs = [self._to_render[path][0] for path in pages]
            dress = self._dress
            made = self._memory.run("render", dress.leaf, inputs, pages, problems, warm)
            for path, data in zip(pages, made, strict=True):
                if data is None or len(dress.faults) >= MOST_FAULTS:
                    raise PageStoppedError(path)
                if not dress.is_faulty(data):
                    yield path, data
            if dress.faults:
                raise PageStoppedError(next(iter(dress.faults)).place.file)

        return make

    def remember(self, digests: Mapping[str, str]) -> None:
        """Keep what each rendered view came to."""
        self._assembled.remember(digests)
        self._memory.keep(
            (key, bytes.fromhex(digests[path]))
            for path, (_, key) in self._to_render.items()
            if path in digests
        )
        self._memory.keep(
            (key, bytes.fromhex(digests[path]))
            for path, key in self._later.items()
            if path in digests
        )
        self._memory.keep(
            (key, msgspec.msgpack.encode({it: bytes.fromhex(digests[it]) for it in paths}))
            for key, paths in self._groups.items()
            if all(path in digests for path in paths)
        )
