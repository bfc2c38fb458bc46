"""A published folder and its content folder -> problems and counts; everything read anew.

Reads only. A quotation names its source by a path that comes from a page, so no path is followed
out of the content folder.
"""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import msgspec

from generator.check.check import check_pages
from generator.check.facts import PageFacts
from generator.check.grounding import check_grounding
from generator.check.links import check_links
from generator.check.manifest import MANIFEST, check_manifest
from generator.check.other_facts import file_facts
from generator.check.scripts import one_script
from generator.check.sources import SourceTexts
from generator.model.problem import Place, Problem, problem


class CheckCounts(msgspec.Struct, frozen=True):
    """What was looked at."""

    files: int = 0
    pages: int = 0
    links: int = 0
    anchors: int = 0
    """Ids that a link may lead to."""
    quotations: int = 0
    pieces: int = 0
    """Of them, put together from pieces of a newspaper page."""
    sources: int = 0
    """Files that are quoted."""
    values: int = 0
    """Amounts and dates, read once more from the words they are of."""


def check_folder(
    site: Path, content: Path, base_url: str = ""
) -> tuple[tuple[Problem, ...], CheckCounts]:
    """Hold `site` against `content`; base_url as in site.toml."""
    if not site.is_dir():
        return (problem("site-folder-missing", Place("site/"), folder=site.name),), CheckCounts()
    read = _Content(content).read
    texts, folded = SourceTexts(read), SourceTexts(read, one_script)
    pages: dict[str, PageFacts] = {}
    digests: dict[str, str] = {}
    grounding: list[Problem] = []
    quoted: set[str] = set()
    quotations = pieces = 0
    manifest: bytes | None = None
    for path, data in _files(site):
        digests[path] = hashlib.sha256(data).hexdigest()
        if path == MANIFEST:
            manifest = data
        facts = file_facts(path, data)
        if facts is None:
            continue
        grounding += check_grounding(path, facts, folded if facts.converted else texts)
        quotations += len(facts.quotations)
        pieces += sum(bool(quotation.pieces) for quotation in facts.quotations)
        quoted.update(quotation.source for quotation in facts.quotations)
        # Texts are done with; only what links need of a page is kept to the end.
        pages[path] = msgspec.structs.replace(facts, quotations=())
    problems = (
        *check_manifest(manifest, digests),
        *check_pages(pages),
        *grounding,
        *check_links(pages, digests.keys(), base_url),
    )
    counts = CheckCounts(
        files=len(digests),
        pages=sum(path.endswith(".html") for path in pages),
        links=sum(len(facts.links) + len(facts.requests) for facts in pages.values()),
        anchors=sum(len(facts.ids) for facts in pages.values()),
        quotations=quotations,
        pieces=pieces,
        sources=len(quoted),
        values=sum(facts.values for facts in pages.values()),
    )
    return problems, counts


def _files(root: Path) -> Iterator[tuple[str, bytes]]:
    """Path from the root and bytes of every file, sorted by path."""
    found = []
    for folder, folders, names in os.walk(root):
        folders.sort()
        found += [Path(folder, name) for name in names]
    for file in sorted(found, key=lambda file: file.relative_to(root).as_posix()):
        # A link that leads nowhere or a pipe, put there by somebody, is no file of a site.
        if file.is_file():
            yield file.relative_to(root).as_posix(), file.read_bytes()


class _Content:
    """Reads files of the content folder by NFC path."""

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()
        self._spellings: dict[str, Path] | None = None

    def read(self, path: str) -> bytes | None:
        """Bytes of a file; None if there is none inside the folder."""
        try:
            file = (self._root / path).resolve()
            if not file.is_relative_to(self._root):
                return None
            if file.is_file():
                return file.read_bytes()
            other = self._other_spellings().get(path)
            return other.read_bytes() if other else None
        except (OSError, ValueError):
            return None

    def _other_spellings(self) -> dict[str, Path]:
        """Files whose name on disk is not NFC, by their NFC path."""
        if self._spellings is None:
            self._spellings = {}
            for file in self._root.rglob("*"):
                written = file.relative_to(self._root).as_posix()
                path = unicodedata.normalize("NFC", written)
                if path != written and file.is_file():
                    self._spellings[path] = file
        return self._spellings
