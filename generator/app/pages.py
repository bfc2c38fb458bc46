"""Views -> which files the site shall hold, and the bytes of those that have to be made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import islice

import msgspec

from generator.app.assembled import Assembled
from generator.app.dress import MOST_FAULTS, Dress
from generator.app.known import Known
from generator.app.memory import Memory
from generator.model.problem import Problem
from generator.present import views
from generator.present.templates import warm
from generator.search.records import SearchFile
from generator.store.pieces import Data
from generator.store.publish import UNKNOWN

_PATHS = msgspec.msgpack.Decoder(dict[str, bytes])
_MANY = msgspec.msgpack.Decoder(tuple[dict[str, bytes], list[str]])
"""Path -> digest, and the URLs for the site map."""


class _Searched(msgspec.Struct, frozen=True, array_like=True):
    """The files of search of the build before."""

    key: bytes = b""
    files: dict[str, tuple[bytes, bytes]] = {}
    """Path -> key, digest."""


_SEARCHED = msgspec.msgpack.Decoder(_Searched)


class PageStoppedError(Exception):
    """A page could not be made; the problem that says so is recorded already."""


IsCurrent = Callable[[str, str], bool]


class Pages:
    """The files of the site. A page that stands there already is never held in memory."""

    def __init__(
        self,
        memory: Memory,
        is_current: IsCurrent,
        read: Callable[[str], bytes | memoryview],
        dress: Dress | None = None,
    ) -> None:
        """`read`: a file of the site as it is published; dress: how the site is to look."""
        self._memory = memory
        self._dress = dress or Dress()
        self._is_current = is_current
        self._assembled = Assembled(memory, is_current, read)
        self._rendered = Known(memory, "render", self._dress.digest)
        self._composed = Known(memory, "compose", self._dress.digest)
        self._encode = msgspec.msgpack.Encoder().encode
        self._to_render: dict[str, tuple[bytes, bytes]] = {}
        self._as_is: dict[str, Callable[[], Data]] = {}
        self._later: dict[str, bytes] = {}
        """Pages that were composed only because nothing was known of them: path -> key."""
        self._groups: dict[bytes, list[str]] = {}
        """The same of pages made together: key -> their paths."""
        self._searched = _Searched()
        self._many: dict[bytes, tuple[list[str], list[str]]] = {}
        """Pages that may be taken together the next time: key -> paths, URLs."""
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
        composed: Iterable[
            views.PageView | views.LaterPage | views.LaterPages | views.LaterMany | views.DataFile
        ],
    ) -> None:
        """Pages made of views; a view seen before has a known digest."""
        for it in composed:
            if isinstance(it, views.LaterPage):
                self._add_later(it)
            elif isinstance(it, views.LaterPages):
                self._add_together(it)
            elif isinstance(it, views.LaterMany):
                self._add_many(it)
            elif isinstance(it, views.DataFile):
                self._add_data(it)
            else:
                self._add_made(it)

    def add_search(
        self, key: bytes, make: Callable[[Callable[[str, bytes], bool]], Iterable[SearchFile]]
    ) -> None:
        """The files of search; `key` is over all that they are made of.

        make: is told how to ask whether a file stands published that was made of what has a key.
        """
        kept = self._memory.keys("searched", [b""])[0]
        found = self._memory.recall([kept]).get(kept)
        before = _SEARCHED.decode(found) if found is not None else _Searched()
        files = before.files
        if before.key == key and all(
            self._is_current(path, it.hex()) for path, (_, it) in files.items()
        ):
            for path, (_, digest) in files.items():
                self._want(path, digest.hex())
            return

        def stands(path: str, key: bytes) -> bool:
            made_of, digest = files.get(path, (b"", b""))
            return made_of == key and self._is_current(path, digest.hex())

        now = {}
        for file in make(stands):
            old, digest = files.get(file.path, (b"", b""))
            self._want(file.path, digest.hex() if old == file.key else UNKNOWN)
            self._as_is[file.path] = file.make
            now[file.path] = file.key, b""
        self._searched = _Searched(key, now)

    def _add_data(self, file: views.DataFile) -> None:
        """A file of data; one that was made of just this before has a known digest."""
        name, known = self._composed.get(b"\0".join((file.path.encode(), file.key)))
        self._want(file.path, known.hex() if known is not None else UNKNOWN)
        self._as_is[file.path] = partial(self._assembled.make, file)
        if known is None:
            self._later[file.path] = name

    def _add_many(self, many: views.LaterMany) -> None:
        """Pages that need not be asked for one by one, if they were of just this before."""
        name, known = self._composed.get(b"\0".join((many.around, many.path.encode())))
        if many.around and known is not None and not self._composed.crowded:
            pages, urls = _MANY.decode(known)
            if all(self._is_current(path, it.hex()) for path, it in pages.items()):
                for path, digest in pages.items():
                    self._want(path, digest.hex())
                many.urls[:] = urls
                self._composed.hold()
                self._rendered.hold()
                return
        before = len(self.wanted)
        self.add_views(many.make())
        if many.around:
            self._many[name] = (list(islice(self.wanted, before, None)), many.urls)

    def _known(self, page: views.LaterPage | views.LaterPages) -> tuple[bytes, bytes | None]:
        """A short name for the page's key, and what is known to come of it."""
        if not page.around:
            return self._composed.get(page.key())
        short, name = self._composed.get(b"\0".join((page.around, page.path.encode())))
        if name is not None:
            return name, self._composed.named(name)
        name, known = self._composed.get(page.key())
        self._composed.put(short, name)
        return name, known

    def _add_later(self, page: views.LaterPage) -> None:
        """A page that may have to be made after all."""
        name, known = self._known(page)
        if known is not None and self._is_current(page.path, digest := known.hex()):
            self._want(page.path, digest)
        else:
            self._later[page.path] = name
            self._add_made(views.PageView(page.path, page.make()))

    def _add_together(self, group: views.LaterPages) -> None:
        """The same of pages that only composing tells the number of."""
        name, known = self._known(group)
        pages = _PATHS.decode(known) if known is not None else {}
        if pages and all(self._is_current(path, it.hex()) for path, it in pages.items()):
            for path, digest in pages.items():
                self._want(path, digest.hex())
            return
        for page in group.make():
            self._groups.setdefault(name, []).append(page.path)
            self._add_made(page)

    def _add_made(self, page: views.PageView) -> None:
        encoded = self._encode(page)
        name, known = self._rendered.get(encoded)
        digest = known.hex() if known is not None else UNKNOWN
        self._want(page.path, digest)
        if known is None or not self._is_current(page.path, digest):
            self._to_render[page.path] = (encoded, name)

    def _want(self, path: str, digest: str) -> None:
        # Addresses are kept apart in weave; a page lost to another would be lost silently.
        if path in self.wanted:
            raise ValueError(f"two files of the site are called {path}")
        self.wanted[path] = digest

    def contents(
        self, problems: list[Problem]
    ) -> Callable[[tuple[str, ...]], Iterator[tuple[str, Data]]]:
        """What publishing calls for the files it lacks; fills `problems` with pages that hang."""

        def make(paths: tuple[str, ...]) -> Iterator[tuple[str, Data]]:
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
        if self._searched.files:
            files = {
                path: (key, bytes.fromhex(digests[path]))
                for path, (key, _) in self._searched.files.items()
            }
            kept = self._memory.keys("searched", [b""])[0]
            done = _Searched(self._searched.key, files)
            self._memory.keep([(kept, msgspec.msgpack.encode(done))])
        self._assembled.remember(digests)
        for path, (_, name) in self._to_render.items():
            if path in digests:
                self._rendered.put(name, bytes.fromhex(digests[path]))
        for path, name in self._later.items():
            if path in digests:
                self._composed.put(name, bytes.fromhex(digests[path]))
        for name, paths in self._groups.items():
            if all(path in digests for path in paths):
                found = {it: bytes.fromhex(digests[it]) for it in paths}
                self._composed.put(name, self._encode(found))
        for name, (paths, urls) in self._many.items():
            found = {it: bytes.fromhex(digests[it]) for it in paths if it in digests}
            if len(found) == len(paths):
                self._composed.put(name, self._encode((found, urls)))
        self._rendered.keep()
        self._composed.keep()
