"""A Markdown body or a path -> the title of an article whose front matter gives none."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import NamedTuple


class Heading(NamedTuple):
    """A first-level heading of a body."""

    title: str
    """Its text, without Markdown's signs."""
    line: int
    """0-based line of the body."""


def first_heading(body: str) -> Heading | None:
    """The first `# heading` that stands outside code; also when underlined with `===`."""
    fence = ""
    above = ""
    for number, line in enumerate(body.split("\n")):
        line = line.rstrip("\r")
        mark = _FENCE.match(line)
        if fence:
            if mark and mark[1].startswith(fence) and not line.strip(" \t`~"):
                fence = ""
        elif mark:
            fence = mark[1]
        else:
            title = _plain(_after_number_sign(line))
            if title:
                return Heading(title, number)
            if above and _UNDERLINE.fullmatch(line):
                return Heading(_plain(above), number - 1)
        above = "" if fence or not line.strip() or line.startswith("    ") else line
    return None


def title_of_path(path: str) -> str:
    """`articles/2022-10-10-春耕.md` -> `春耕`: the file name without its date and its suffix."""
    stem = PurePosixPath(path).stem
    bare = _DATE_PREFIX.sub("", stem).strip(" -_")
    return re.sub(r"(?<=[0-9A-Za-z])[-_]+(?=[0-9A-Za-z])", " ", bare) or stem


_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_UNDERLINE = re.compile(r" {0,3}={2,}[ \t]*")
_DATE_PREFIX = re.compile(r"[0-9]{4}-?[0-9]{2}-?[0-9]{2}[-_ ]*")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


_LONGEST = 300
"""Characters of a title; more is not a title, and costs too much to search for marks."""


def _after_number_sign(line: str) -> str:
    """The text of `# heading #`; empty if the line is no first-level heading."""
    if len(line) - len(line.lstrip(" ")) > 3:
        return ""
    text = line.strip(" \t")
    if not text.startswith(("# ", "#\t")):
        return ""
    inner = text[1:].strip(" \t")
    closed = inner.rstrip("#")
    return closed if not closed or closed[-1] in " \t" else inner


def _plain(text: str) -> str:
    text = text[:_LONGEST]
    unlinked = _LINK.sub(r"\1", text)
    unmarked = re.sub(r"(\*\*|__|~~|[*`])(\S(?:.*?\S)?)\1", r"\2", unlinked)
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", unmarked).strip()
