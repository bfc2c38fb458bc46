"""Staged files + sources -> problems, before anyone can read them.

What was found to hold is not looked at again while its bytes, the bytes of what it quotes and
the targets of its links are the same; a doubt costs a full check, never a wrong page.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, KeysView, Mapping
from pathlib import Path

import msgspec

from generator.app.memory import Memory
from generator.check.check import check_site
from generator.check.facts import PageFacts
from generator.check.other_facts import file_facts, has_facts
from generator.model.problem import Problem
from generator.model.source import ContentFiles
from generator.search.records import INDEX_FOLDER

_MOST_CHANGED = 0.5
"""Share of changed pages from which everything is checked: telling them apart then saves nothing."""

_AT_ONCE = 1 << 20
"""Bytes read by one call; a regular file gives fewer only at its end."""

Digests = Mapping[str, str]


class _Page(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A page of the site that was verified last."""

    digest: str
    quoted: tuple[str, ...]
    """Each source it quotes."""
    ids: bytes = b""
    """Its anchors, encoded: asked for only of a page that has changed."""


class _Held(msgspec.Struct, frozen=True, array_like=True):
    """The site that was verified last, and what it was held against."""

    pages: dict[str, _Page] = {}
    sources: dict[str, str] = {}
    """Path -> digest."""


class _File(msgspec.Struct, frozen=True, array_like=True):
    path: str
    data: bytes


def facts_leaf(encoded: bytes) -> bytes:
    """A file of the site -> its facts, None for kinds of file that have none."""
    file = msgspec.msgpack.decode(encoded, type=_File)
    return msgspec.msgpack.encode(file_facts(file.path, file.data))


def verify(
    root: Path, digests: Digests, content: ContentFiles, base_url: str, memory: Memory
) -> tuple[Problem, ...]:
    """Hold every staged file against the others and against the sources.

    What a file says is read from the staged bytes; a digest that was read before need not be
    read again, for the same bytes say the same.
    """
    sources = {file.path: file for file in (*(it.page for it in content.pages), *content.articles)}
    source_digests = {path: file.digest for path, file in sources.items()}
    stopped: list[Problem] = []
    facts = _Facts(root, digests, memory, stopped)
    before = _recall(memory)
    proven = _proven(before, digests, source_digests)
    linked = _linked(before.pages, digests, facts)
    if not linked:
        facts.load(digests)
    found = check_site(
        facts,
        digests.keys(),
        lambda path: sources[path].data if path in sources else None,
        base_url,
        proven,
        linked,
    )
    problems = (*stopped, *found)
    if not problems:
        held = {path: before.pages[path] for path in proven}
        _keep(memory, held, digests, source_digests, facts)
    return problems


def _staged(root: Path, paths: Iterable[str]) -> Iterator[bytes]:
    """Staged files as leaves take them, each read when its turn comes."""
    prefix = os.path.join(root, "")
    for path in paths:
        # Three calls of the system instead of the nine that open() makes.
        descriptor = os.open(prefix + path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            parts = []
            while part := os.read(descriptor, _AT_ONCE):
                parts.append(part)
                if len(part) < _AT_ONCE:
                    break
        finally:
            os.close(descriptor)
        yield msgspec.msgpack.encode(_File(path, b"".join(parts)))


class _Facts(Mapping[str, PageFacts]):
    """Facts of the staged files, from the memo or read anew, but not before they are asked for."""

    def __init__(
        self, root: Path, digests: Digests, memory: Memory, problems: list[Problem]
    ) -> None:
        self._root = root
        self._digests = {path: it for path, it in digests.items() if has_facts(path)}
        self._memory = memory
        self._problems = problems
        self._decoder = msgspec.msgpack.Decoder(PageFacts | None)
        self._known: dict[str, PageFacts] = {}

    def load(self, paths: Iterable[str]) -> None:
        """Have the facts of these files, with one question to the memo."""
        wanted = [path for path in paths if path in self._digests and path not in self._known]
        keys = dict(zip(wanted, self._keys((it, self._digests[it]) for it in wanted), strict=True))
        known = dict(self._memory.recall(list(keys.values())))
        missing = [path for path, key in keys.items() if key not in known]
        staged = _staged(self._root, missing)
        made = self._memory.run("facts", facts_leaf, staged, missing, self._problems)
        fresh = {
            keys[path]: item for path, item in zip(missing, made, strict=True) if item is not None
        }
        self._memory.keep(fresh.items())
        known |= fresh
        for path, key in keys.items():
            # A page whose leaf was stopped has a problem of its own already.
            found = self._decoder.decode(known[key]) if key in known else None
            self._known[path] = found or PageFacts()

    def _keys(self, files: Iterable[tuple[str, str]]) -> list[bytes]:
        # The kind of file decides how it is read.
        names = [f"{path.rpartition('.')[2]}\0{digest}".encode() for path, digest in files]
        return self._memory.keys("facts", names)

    def __getitem__(self, path: str) -> PageFacts:
        if path not in self._known:
            if path not in self._digests:
                raise KeyError(path)
            self.load([path])
        return self._known[path]

    def keys(self) -> KeysView[str]:
        """As a dictionary gives them: what the base class makes of __iter__ is slow to compare."""
        return self._digests.keys()

    def __iter__(self) -> Iterator[str]:
        return iter(self._digests)

    def __len__(self) -> int:
        return len(self._digests)


def _proven(before: _Held, digests: Digests, sources: Digests) -> frozenset[str]:
    """Pages whose quotations held, if neither they nor what they quote has changed."""
    paths = before.sources.keys() | sources.keys()
    changed = {path for path in paths if before.sources.get(path) != sources.get(path)}
    return frozenset(
        path
        for path, page in before.pages.items()
        if digests.get(path) == page.digest and changed.isdisjoint(page.quoted)
    )


def _linked(before: Mapping[str, _Page], digests: Digests, facts: _Facts) -> frozenset[str]:
    """Pages whose links held, if no file has gone and no changed page has lost an anchor."""
    changed = [
        path
        for path, digest in digests.items()
        if path not in before or before[path].digest != digest
    ]
    # Shards of search come and go with each edit, and nothing links to them.
    gone = (it for it in before.keys() - digests.keys() if not it.startswith(INDEX_FOLDER))
    if any(gone) or len(changed) > _MOST_CHANGED * len(digests):
        return frozenset()
    facts.load(changed)
    for path in changed:
        if path in before and before[path].ids and path in facts:
            earlier = msgspec.msgpack.decode(before[path].ids, type=frozenset[str])
            if not earlier <= frozenset(facts[path].ids):
                return frozenset()
    return frozenset(digests.keys() - changed)


def _page(digest: str, facts: PageFacts) -> _Page:
    return _Page(digest, _sources(facts), msgspec.msgpack.encode(facts.ids) if facts.ids else b"")


def _sources(facts: PageFacts) -> tuple[str, ...]:
    found = {it.source for it in facts.quotations}
    # A text that goes over two source pages names the second one before its line.
    over = [it.pieces for it in facts.quotations if "#" in it.pieces]
    found.update(it.partition("#")[0] for told in over for it in told.split() if "#" in it)
    return tuple(sorted(found))


def _recall(memory: Memory) -> _Held:
    key = memory.keys("held", [b""])[0]
    found = memory.recall([key]).get(key)
    return msgspec.msgpack.decode(found, type=_Held) if found is not None else _Held()


def _keep(
    memory: Memory,
    proven: Mapping[str, _Page],
    digests: Digests,
    sources: Digests,
    facts: _Facts,
) -> None:
    pages = {}
    for path, digest in digests.items():
        known = proven.get(path)
        if known is None:
            known = _page(digest, facts[path]) if path in facts else _Page(digest, ())
        pages[path] = known
    held = _Held(pages, dict(sources))
    memory.keep([(memory.keys("held", [b""])[0], msgspec.msgpack.encode(held))])
