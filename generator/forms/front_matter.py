"""Markdown text + the form of its front matter -> the form, the body and all mistakes at once."""

from __future__ import annotations

import re
from typing import Generic, NamedTuple, TypeVar

import msgspec

from generator.forms.conform import Whole, conform
from generator.forms.faults import Lines, placed
from generator.forms.values import Notation
from generator.forms.yaml_text import read_yaml, yaml_lines
from generator.model.problem import Place, Problem, problem

F = TypeVar("F", bound=msgspec.Struct)

LONGEST = 50_000
"""Characters of front matter."""


class FrontMatter(NamedTuple, Generic[F]):
    """A Markdown file taken apart."""

    form: F | None
    """None if there is any problem."""
    body: str
    body_line: int
    """1-based line of the file at which the body begins."""
    problems: tuple[Problem, ...]


class Split(NamedTuple):
    """Where the front matter of a text lies: text[start:end]; equal if there is none."""

    start: int
    end: int
    body: int
    """Offset at which the body begins."""
    first_line: int
    """1-based line of text[start]."""


def read_front_matter(text: str, form: type[F], path: str) -> FrontMatter[F]:
    """Read the front matter between two `---` lines; without any, all fields are left out."""
    text = _in_lines(text)
    split = split_front_matter(text)
    if isinstance(split, str):
        lines = _LEADING.match(text)
        at = text.count("\n", 0, lines.end() if lines else 0) + 1
        return FrontMatter(None, text, 1, (problem(split, Place(path, at)),))
    body = text[split.body :] if split.body else text
    body_line = text.count("\n", 0, split.body) + 1
    front = text[split.start : split.end]
    if len(front) > LONGEST:
        too_long = problem(
            "front-matter-long", Place(path, split.first_line), count=len(front), limit=LONGEST
        )
        return FrontMatter(None, body, body_line, (too_long,))
    document = read_yaml(front, path, split.first_line)
    whole = Whole.REMAINDER if document.problems else Whole.ALL
    value, faults = conform(document.data, form, Notation.TEXT, whole)
    if not faults and not document.problems:
        return FrontMatter(value, body, body_line, ())

    def lines_of() -> Lines:
        return yaml_lines(front, split.first_line)

    problems = document.problems + placed(faults, path, lines_of, 1)
    ordered = tuple(sorted(problems, key=lambda item: item.place.line))
    return FrontMatter(None, body, body_line, ordered)


def front_matter_lines(text: str) -> Lines:
    """The lines of the keys of a file's front matter; empty if it has none that can be read."""
    text = _in_lines(text)
    split = split_front_matter(text)
    if isinstance(split, str):
        return {}
    return yaml_lines(text[split.start : split.end], split.first_line)


def split_front_matter(text: str) -> Split | str:
    """Find the fences, or the code of the problem with them."""
    text = _in_lines(text)
    if not text.startswith("---"):
        lead = _LEADING.match(text)
        if lead is None or not lead.end():
            return "front-matter-toml" if _TOML_FENCE.match(text) else Split(0, 0, 0, 1)
        # Blank lines before the fence are a slip; a rule above a text that has none is not.
        if _TOML_FENCE.match(text, lead.end()):
            return "front-matter-toml"
        start = lead.end()
        if not text.startswith("---", start) or not _KEY_NEXT.match(text, start):
            return Split(0, 0, 0, 1)
    else:
        start = 0
    first = text.find("\n", start) + 1
    if not first or text[start : first - 1].rstrip(" \t\r") != "---":
        return Split(0, 0, 0, 1)
    close = _CLOSING.search(text, first)
    if close is None:
        return "front-matter-open" if _KEY_NEXT.match(text, start) else Split(0, 0, 0, 1)
    body = min(close.end() + 1, len(text))
    return Split(first, close.start(), body, text.count("\n", 0, first) + 1)


def _in_lines(text: str) -> str:
    """The same where its lines end as on old Macs, in a carriage return alone."""
    return text.replace("\r", "\n") if "\n" not in text else text


_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_LEADING = re.compile(r"\ufeff?\s*")
_TOML_FENCE = re.compile(r"\+\+\+[ \t]*\r?\n")
_KEY_NEXT = re.compile(r"---[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*[\w-]{1,40}[ \t]*[:：]")
