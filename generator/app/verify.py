"""Staged files + sources -> problems, before anyone can read them.

What was found to hold is not looked at again while its bytes, the bytes of what it quotes and
the targets of its links are the same; a doubt costs a full check, never a wrong page.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, KeysView, Mapping
from pathlib import Path

import msgspec

from generator.app.held import (
    Digests,
    Page,
    changed_sources,
    keep,
    proven_pages,
    quoted,
    recall,
)
from generator.app.memory import Memory
from generator.check.check import check_site
from generator.check.facts import PageFacts, Quotation
from generator.check.other_facts import file_facts, has_facts
from generator.model.problem import Problem
from generator.model.source import ContentFiles
from generator.search.records import INDEX_FOLDER

_MOST_CHANGED = 0.5
"""Share of changed pages from which everything is checked: telling them apart then saves nothing."""

_AT_ONCE = 1 << 20
"""Bytes read by one call; a regular file gives fewer only at its end."""


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
    before = recall(memory)
    changed = changed_sources(before.sources, source_digests)
    proven = proven_pages(before, digests, changed)
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
        _Stood(before.pages, changed, facts).has,
    )
    problems = (*stopped, *found)
    if not problems:
        held = {path: before.pages[path] for path in proven}
        keep(memory, held, digests, source_digests, facts)
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

    def quoted_before(self, path: str, digest: str) -> frozenset[Quotation]:
        """What a page quoted when it had this digest; nothing if that is no longer known."""
        now = self[path]
        if digest == self._digests[path]:
            return frozenset(now.quotations)
        [key] = self._keys([(path, digest)])
        found = self._memory.recall([key]).get(key)
        earlier = self._decoder.decode(found) if found is not None else None
        # What is compared in one form for both scripts may differ in the other.
        if earlier is None or earlier.converted != now.converted:
            return frozenset()
        return frozenset(earlier.quotations)

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


class _Stood:
    """Quotations that held: of a page with dozens of sources an edit changes one."""

    def __init__(self, before: Mapping[str, Page], changed: frozenset[str], facts: _Facts) -> None:
        self._before = before
        self.changed_sources = changed
        self._facts = facts
        self._earlier: dict[str, frozenset[Quotation]] = {}

    def has(self, path: str, it: Quotation) -> bool:
        """Whether it stood on that page, and nothing that it quotes has changed."""
        page = self._before.get(path)
        if page is None or not self.changed_sources.isdisjoint(quoted(it)):
            return False
        if path not in self._earlier:
            self._earlier[path] = self._facts.quoted_before(path, page.digest)
        return it in self._earlier[path]


def _linked(before: Mapping[str, Page], digests: Digests, facts: _Facts) -> frozenset[str]:
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
