"""A content folder -> its files as bytes with digests; what can't be read is named, not skipped."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

import msgspec

from generator.forms.site import LimitsForm, SiteForm
from generator.model.problem import Place, Problem, problem
from generator.model.source import ContentFiles, PageFiles, SourceFile
from generator.store.theme import ThemeFiles, read_theme_files
from generator.store.tree import Entry, read_entry, scan_tree
from generator.text.decode import Decoded, decode


class ReadLimits(msgspec.Struct, frozen=True):
    """How much is read. `[limits]` of the site's own site.toml goes before `file_bytes`."""

    file_bytes: int = 2_000_000
    """Of each page, article, topic and TOML file."""
    lexicon_bytes: int = 20_000_000
    files: int = 200_000


def read_content(
    folder: Path, limits: ReadLimits | None = None, output: Path | None = None
) -> tuple[ContentFiles, tuple[Problem, ...]]:
    """Read everything but the output folder. Paths are NFC and sorted.

    A folder with neither `site.toml` nor `lexicon.txt` nor any of the known subfolders is
    taken as articles: every Markdown file in it, at any depth.
    """
    limits = limits or ReadLimits()
    refusal = _refusal(folder)
    if refusal:
        return ContentFiles(), (refusal,)
    tree = scan_tree(folder, limits.files, output)
    is_site = not _ROOMS.isdisjoint(tree.folders) or any(
        entry.path in _SINGLE for entry in tree.entries
    )
    shelves = _shelve(tree.entries) if is_site else _only_articles(tree.entries)
    problems = [*tree.problems, *shelves.problems]
    site = _read_all(shelves.site, limits.file_bytes, problems)
    file_bytes = _file_bytes(site, limits)
    theme = read_theme_files(folder, file_bytes, limits.files) if is_site else ThemeFiles()
    problems += theme.problems
    content = ContentFiles(
        site=next(iter(site), None),
        pages=_read_pages(shelves, file_bytes, problems),
        articles=_read_all(shelves.articles, file_bytes, problems),
        topics=_read_all(shelves.topics, file_bytes, problems),
        authority=_read_all(shelves.authority, file_bytes, problems),
        lexicon=next(iter(_read_all(shelves.lexicon, limits.lexicon_bytes, problems)), None),
        media=tree.media,
        theme=theme.sources,
        theme_assets=theme.assets,
    )
    if not is_site and not shelves.articles:
        problems.append(problem("content-empty", Place(""), folder=folder))
    return content, tuple(sorted(problems, key=lambda item: (item.place.file, item.code)))


def is_site(folder: Path) -> bool:
    """Whether it has any of the files or folders that make a folder more than a pile of articles."""
    return any(os.path.lexists(folder / name) for name in (*_ROOMS, *_SINGLE))


def folder_title(folder: Path) -> str:
    """What a site without `site.toml` is called: the name of its folder."""
    return os.path.basename(os.path.realpath(folder)) or "site"


def _refusal(folder: Path) -> Problem | None:
    if folder.is_dir():
        return None
    code = "content-not-folder" if os.path.lexists(folder) else "content-missing"
    return problem(code, Place(""), folder=folder)


class _Shelves:
    """The files by what they are for."""

    def __init__(self) -> None:
        self.site: list[Entry] = []
        self.lexicon: list[Entry] = []
        self.pages: list[Entry] = []
        self.reviews: dict[str, Entry] = {}
        """By the path of their page without its suffix."""
        self.articles: list[Entry] = []
        self.topics: list[Entry] = []
        self.authority: list[Entry] = []
        self.problems: list[Problem] = []


_ROOMS = frozenset(("pages", "articles", "topics", "authority"))
_PICTURES = frozenset(("images", "assets", "static"))
"""Folders for pictures; what else lies there is nobody's concern."""
_ASKED = "suggestions"
"""Questions to the editor: no build reads them."""
_SINGLE = frozenset(("site.toml", "lexicon.txt"))
_MARKDOWN = (".md", ".markdown")
_PAGE = ".txt"
_REVIEW = ".review.toml"
_FOR_PEOPLE = ("readme", "license", "licence", "copying", "changelog", "makefile")


def _only_articles(entries: Iterable[Entry]) -> _Shelves:
    shelves = _Shelves()
    shelves.articles = [
        entry
        for entry in entries
        if entry.path.lower().endswith(_MARKDOWN) and entry.path.partition("/")[0] not in _PICTURES
    ]
    return shelves


def _shelve(entries: Iterable[Entry]) -> _Shelves:
    shelves = _Shelves()
    for entry in entries:
        path = entry.path
        room = path.partition("/")[0]
        ending = path.lower()
        if room == "articles" and ending.endswith(_MARKDOWN):
            shelves.articles.append(entry)
        elif room == "topics" and ending.endswith(_MARKDOWN):
            shelves.topics.append(entry)
        elif room == "authority" and ending.endswith(".toml"):
            shelves.authority.append(entry)
        elif room == "pages" and ending.endswith(_PAGE):
            shelves.pages.append(entry)
        elif room == "pages" and ending.endswith(_REVIEW):
            shelves.reviews[path[: -len(_REVIEW)]] = entry
        elif path == "site.toml":
            shelves.site.append(entry)
        elif path == "lexicon.txt":
            shelves.lexicon.append(entry)
        elif room in _PICTURES or room == _ASKED:
            continue
        elif "/" in path or not ending.startswith(_FOR_PEOPLE):
            shelves.problems.append(problem("file-unknown", Place(path)))
    return shelves


def _read_all(
    entries: Iterable[Entry], limit: int, problems: list[Problem]
) -> tuple[SourceFile, ...]:
    files = []
    for entry in entries:
        data = read_entry(entry, limit)
        if isinstance(data, Problem):
            problems.append(data)
        else:
            files.append(SourceFile(entry.path, data, hashlib.sha256(data).hexdigest()))
    return tuple(files)


def _read_pages(shelves: _Shelves, limit: int, problems: list[Problem]) -> tuple[PageFiles, ...]:
    stems = {entry.path[: -len(_PAGE)] for entry in shelves.pages}
    for stem, entry in shelves.reviews.items():
        if stem not in stems:
            page = stem.rpartition("/")[2] + _PAGE
            problems.append(problem("review-orphan", Place(entry.path), page=page))
    wanted = [entry for stem, entry in shelves.reviews.items() if stem in stems]
    reviews = {file.path: file for file in _read_all(wanted, limit, problems)}
    pages = []
    for file in _read_all(shelves.pages, limit, problems):
        review = shelves.reviews.get(file.path[: -len(_PAGE)])
        pages.append(PageFiles(file, reviews.get(review.path) if review else None))
    return tuple(pages)


def _file_bytes(site: tuple[SourceFile, ...], limits: ReadLimits) -> int:
    """The limit that site.toml sets. Its mistakes are reported where it is read in earnest."""
    if not site or b"limits" not in site[0].data:
        return limits.file_bytes
    from generator.forms.toml_text import read_toml

    decoded = decode(site[0].data)
    form, _ = (
        read_toml(decoded.text, SiteForm, "site.toml")
        if isinstance(decoded, Decoded)
        else (None, ())
    )
    if form is None or form.limits == LimitsForm():
        return limits.file_bytes
    return form.limits.file_bytes
