"""content/theme/ -> its files: sources as bytes, pictures and fonts by where they lie."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from generator.model.problem import Place, Problem, problem
from generator.model.source import MediaFile, SourceFile
from generator.store.tree import Entry, read_entry, scan_tree

ROOM = "theme"
_TEMPLATES = "theme/templates/"
_ASSETS = "theme/assets/"
_SINGLE = ("theme/colours.toml", "theme/texts.toml", "theme/site.css")
_PICTURES = frozenset("png jpg jpeg gif webp avif".split())
_FONTS = frozenset("woff2 woff ttf otf".split())
"""Kinds of file that can't hold code."""


class ThemeFiles(NamedTuple):
    """What a theme is made of; every tuple is sorted by path."""

    sources: tuple[SourceFile, ...] = ()
    assets: tuple[MediaFile, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_theme_files(folder: Path, file_bytes: int, most: int) -> ThemeFiles:
    """Of a content folder; nothing where there is no theme."""
    room = folder / ROOM
    if not room.is_dir():
        return ThemeFiles()
    tree = scan_tree(room, most)
    problems = [_below(it) for it in tree.problems]
    sources: list[SourceFile] = []
    assets = [
        msgspec.structs.replace(it, path=f"{ROOM}/{it.path}")
        for it in tree.media
        if _is_asset(f"{ROOM}/{it.path}", _PICTURES, problems)
    ]
    for path, entry in ((f"{ROOM}/{it.path}", it) for it in tree.entries):
        if path in _SINGLE or (path.startswith(_TEMPLATES) and path.endswith(".html")):
            data = read_entry(Entry(path, entry.real), file_bytes)
            if isinstance(data, Problem):
                problems.append(data)
            else:
                sources.append(SourceFile(path, data, hashlib.sha256(data).hexdigest()))
        elif _is_asset(path, _FONTS, problems):
            assets += _stated(path, entry.real)
    # The scan passes over drawings, as content may hold them unused; in a theme they are a mistake.
    for drawing in sorted((room / "assets").rglob("*.svg")):
        path = f"{ROOM}/{drawing.relative_to(room).as_posix()}"
        problems.append(problem("theme-asset-kind", Place(path), kind="svg"))
    assets.sort(key=lambda it: it.path)
    return ThemeFiles(tuple(sources), tuple(assets), tuple(problems))


def _is_asset(path: str, kinds: frozenset[str], problems: list[Problem]) -> bool:
    kind = path.rpartition(".")[2].lower()
    if path.startswith(_ASSETS) and kind in kinds:
        return True
    if path.startswith(_ASSETS):
        problems.append(problem("theme-asset-kind", Place(path), kind=kind))
    else:
        problems.append(problem("theme-file-unknown", Place(path), nearest=_nearest(path)))
    return False


def _stated(path: str, real: bytes) -> Iterator[MediaFile]:
    status = os.stat(real)
    changed = max(status.st_mtime_ns, status.st_ctime_ns)
    yield MediaFile(path, real, status.st_size, changed)


def _nearest(path: str) -> str:
    from difflib import get_close_matches  # only a mistake needs it

    return next(iter(get_close_matches(path, (*_SINGLE, _TEMPLATES, _ASSETS), 1, 0.7)), "—")


def _below(item: Problem) -> Problem:
    file = f"{ROOM}/{item.place.file}" if item.place.file else ROOM
    return msgspec.structs.replace(item, place=msgspec.structs.replace(item.place, file=file))
