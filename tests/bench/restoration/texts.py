"""Text folders and files -> whole articles to make pages from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from tests.bench.restoration.pages import Text

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_FULL = {
    code: code - 0xFEE0
    for code in [
        *range(0xFF10, 0xFF1A),
        *range(0xFF21, 0xFF3B),
        *range(0xFF41, 0xFF5B),
        0xFF05,
        0xFF0E,
    ]
}
_SECTION = 12
"""Paragraphs of a long section that make one article."""


def read_texts(path: Path) -> list[Text]:
    """Articles of a folder of .md and .txt files, of a JSON Lines file of {"title", "text"} or
    {"title", "paragraphs"}, or of a tagged corpus file (word/tag, a paragraph a line).
    """
    if path.is_dir():
        files = sorted(it for it in path.rglob("*") if it.suffix in (".md", ".txt"))
        found = [text for it in files for text in _file(it)]
    elif path.suffix in (".jsonl", ".json"):
        found = list(_json_lines(path))
    else:
        found = list(_tagged(path))
    unique = {text.title: text for text in reversed(found)}
    return sorted(unique.values(), key=lambda it: it.title)


def _file(path: Path) -> Iterator[Text]:
    text = _FRONT_MATTER.sub("", path.read_text(encoding="utf-8"))
    sections = re.split(r"^#+ +", text, flags=re.MULTILINE)
    for at, section in enumerate(sections):
        title, _, body = section.partition("\n") if at else (path.stem, "", section)
        paragraphs = [re.sub(r"\s+", "", it) for it in re.split(r"\n\s*\n", body)]
        yield from _articles(title.strip(), paragraphs)


def _json_lines(path: Path) -> Iterator[Text]:
    """Rows with the same title are parts of one text."""
    parts: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        title = row.get("title") or re.split("[，。]", row["text"])[0]
        parts.setdefault(title, []).extend(row.get("paragraphs") or _grouped(row["text"]))
    for title, paragraphs in parts.items():
        yield from _articles(title, paragraphs)


def _grouped(text: str) -> list[str]:
    """Paragraphs of some 90 characters where the file has none."""
    paragraphs, current = [], ""
    for sentence in re.split(r"(?<=[。！？])(?!”)", re.sub(r"\s+", "", text)):
        current += sentence
        if len(current) >= 90:
            paragraphs.append(current)
            current = ""
    return [*paragraphs, current] if current else paragraphs


def _tagged(path: Path) -> Iterator[Text]:
    """Of the People's Daily of January 1998 as annotated by Peking University (PFR)."""
    title = ""
    paragraphs: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        words = [re.sub(r"\]?/?[A-Za-z]*$", "", it.lstrip("[")) for it in line.split()]
        text = "".join(re.sub(r"/[A-Za-z]+\]?$", "", it) for it in words).translate(_FULL)
        if not text:
            continue
        closed = text[-1] in "。！？…”；：）" and len(text) >= 20
        if not closed and len(text) <= 40 and not re.search("[。；]", text):
            if text.startswith("（"):
                continue
            if paragraphs or not title:
                yield Text(title, tuple(paragraphs))
                title, paragraphs = text, []
        else:
            text = re.sub(r"^（?本报.{0,12}讯|^新华社.{0,14}电", "", text)
            if len(text) >= 12:
                paragraphs.append(text)
    yield Text(title, tuple(paragraphs))


def _articles(title: str, paragraphs: list[str]) -> Iterator[Text]:
    kept = [it for it in paragraphs if len(it) >= 12 and it[-1] in "。！？…”；：）"]
    for at in range(0, len(kept), _SECTION):
        name = title if len(title) > 5 else f"{title}的情况"
        yield Text(name[:40], tuple(kept[at : at + _SECTION]))
