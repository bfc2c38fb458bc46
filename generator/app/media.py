"""Pictures and documents that texts link to -> files of the site; read only if one does.

A published name is the digest of the content: ASCII whatever the author called the file, and a
browser may keep it for ever.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import partial

from generator.app.memory import Memory
from generator.app.pages import PageStoppedError
from generator.model.problem import Place, Problem, problem
from generator.model.source import MediaFile
from generator.store.tree import Entry, read_entry

LIMIT = 50_000_000
"""Bytes of one file."""


class Media(Mapping[str, str]):
    """Content path -> URL. A file that is asked for will be published."""

    def __init__(self, files: tuple[MediaFile, ...], memory: Memory) -> None:
        self._files = {file.path: file for file in files}
        self._memory = memory
        self._urls: dict[str, str] = {}
        self.wanted: dict[str, tuple[str, MediaFile]] = {}
        """Site path -> digest, file."""
        self.problems: list[Problem] = []

    def __getitem__(self, path: str) -> str:
        found = self._urls.get(path)
        if found is None:
            file = self._files[path]
            digest = self._digest(file)
            found = f"files/{digest[:16]}.{path.rpartition('.')[2].lower()}"
            self._urls[path] = found
            self.wanted[found] = (digest, file)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def _digest(self, file: MediaFile) -> str:
        told = f"{file.path}\0{file.size}\0{file.modified}".encode()
        key = self._memory.keys("media", [told])[0]
        known = self._memory.recall([key]).get(key)
        if known is None:
            data = self._read(file)
            known = hashlib.sha256(data or b"").digest()
            if data is not None:
                self._memory.keep([(key, known)])
        return known.hex()

    def _read(self, file: MediaFile) -> bytes | None:
        """The file's bytes; None, and a problem, if it can't be read."""
        if file.size > LIMIT:
            place = Place(file.path)
            self.problems.append(problem("media-large", place, size=file.size, limit=LIMIT))
            return None
        data = read_entry(Entry(file.path, file.real), LIMIT)
        if isinstance(data, Problem):
            self.problems.append(data)
            return None
        return data

    def _content(self, file: MediaFile) -> bytes:
        data = self._read(file)
        if data is None:  # It could be read a moment ago.
            raise PageStoppedError(file.path)
        return data

    def contents(self) -> Iterator[tuple[str, str, partial[bytes]]]:
        """(site path, digest, what reads it) of every file that is linked to."""
        for path, (digest, file) in self.wanted.items():
            yield path, digest, partial(self._content, file)
