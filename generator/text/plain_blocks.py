"""Chunk of Markdown without markup -> draft of its block; None where the parser has to look.

Most paragraphs of most articles hold no markup but simple links. They are read here, some twenty
times as fast as by the parser, and only if the result is certainly the parser's: a test holds
both against each other.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.model.article import BlockKind, Container, Mark
from generator.text.line_breaks import set_lines
from generator.text.link_scheme import is_followed


class Draft(NamedTuple):
    """A block that has no id yet; level is as written, 1 … 6."""

    kind: BlockKind
    text: str
    level: int = 0
    marks: tuple[Mark, ...] = ()
    within: tuple[Container, ...] = ()
    info: str = ""


_MARKUP = re.compile(r"[\\`*_<&|~\[\]\x00-\x08\x0b-\x1f]|  \n|\n\u3000\u3000").search
_LINE_START = re.compile(r"(?:^|\n) *(?:[#>+:=|-]|\d+[.)] )").search
_SIMPLE = re.compile(
    # Each alternative begins with its first character, which lets the search skip to it.
    r"\[(?<!!\[)([^\[\]*]*[^\[\]*\s][^\[\]*]*)\]\(([^\s()<>\[\]\"'\\&`]+)\)"
    r"|\*\*(?<!\*\*\*)(?!\*)((?<!\s\*\*))?"
).finditer
"""A link with no markup in it, or `**`; group 3 takes part if that can end what is bold."""
_HEADING = re.compile(r"(#{1,6}) +([^#\n\[\]]*[^#\s\[\]])").fullmatch
_SPACE = re.compile(r"\s|\Z").match


def read_plain(chunk: str) -> Draft | None:
    """The block of a chunk (text between blank lines), if it has no markup beyond simple links
    and bold.

    Leaves to the parser any character that could be other markup, wherever it stands.
    """
    first = chunk[0]
    if first == "#":
        heading = _HEADING(chunk)
        if heading is None or _MARKUP(heading[2]):
            return None
        return Draft("heading", heading[2].strip(), len(heading[1]))
    if first == " ":
        return None
    if "[" in chunk or "*" in chunk:
        return _with_marks(chunk)
    if _MARKUP(chunk) or _LINE_START(chunk):
        return None
    text, _ = set_lines(chunk, ())
    return Draft("paragraph", text) if text else None


def _with_marks(chunk: str) -> Draft | None:
    pieces: list[str] = []
    marks: list[Mark] = []
    at = last = 0
    bold = -1
    """Index of the open mark."""
    for match in _SIMPLE(chunk):
        start, end = match.span()
        pieces.append(chunk[last:start])
        at += start - last
        last = end
        label, address, ends = match.groups()
        if label is not None:
            if not is_followed(address):
                return None
            marks.append(Mark("link", at, at + len(label), address))
            pieces.append(label)
            at += len(label)
        elif bold < 0:
            if _SPACE(chunk, end):
                return None
            bold = len(marks)
            marks.append(Mark("strong", at, at))
        elif ends is not None:
            marks[bold] = Mark("strong", marks[bold].start, at)
            bold = -1
        else:
            return None
    pieces.append(chunk[last:])
    text = "".join(pieces)
    if bold >= 0 or _MARKUP(text) or _LINE_START(text) or _LINE_START(chunk):
        return None
    text, moved = set_lines(text, marks)
    return Draft("paragraph", text, 0, moved)
