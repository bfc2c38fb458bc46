"""A YAML parser's complaint + the text -> what the author did wrong, in terms of the author's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.forms.values import shown

if TYPE_CHECKING:
    from yaml import Mark, YAMLError


class Trouble(NamedTuple):
    """A syntax error at a 0-based line of the text."""

    code: str
    line: int
    facts: tuple[tuple[str, str], ...]


def frequent_slips(text: str) -> list[Trouble]:
    """Keys written with a full-width colon or without a space after the colon.

    The parser would report them a line late and in words about keys. Asked only where it has
    already failed: inside a longer text the same lines may be right.
    """
    found = []
    for number, line in enumerate(text.split("\n")):
        match = _WIDE_COLON.match(line)
        if match:
            found.append(Trouble("yaml-wide-colon", number, (("key", match[1]),)))
            continue
        match = _TIGHT_COLON.match(line)
        if match:
            found.append(Trouble("yaml-tight-colon", number, (("key", match[1]),)))
    return found


_WIDE_COLON = re.compile(r"([A-Za-z][A-Za-z_-]{0,30}|[\u4e00-\u9fff]{1,6})[ \t]*：")
_TIGHT_COLON = re.compile(r"([A-Za-z][A-Za-z_-]{0,30}):[^\s:/]")


def explain(error: YAMLError, text: str) -> Trouble:
    """The trouble behind an exception of PyYAML's."""
    reason = str(getattr(error, "problem", None) or "")
    context = str(getattr(error, "context", None) or "")
    at: Mark | None = getattr(error, "problem_mark", None)
    if at is None:
        return Trouble("yaml-syntax", 0, (("column", "1"),))
    opened: Mark = getattr(error, "context_mark", None) or at
    lines = text.split("\n")
    line = lines[at.line] if at.line < len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return Trouble("yaml-tab", at.line, ())
    if "another document" in reason:
        return Trouble("yaml-documents", at.line, ())
    if "quoted scalar" in context and "end of stream" in reason:
        return _at("yaml-quote-open", opened)
    if "escape" in reason:
        return _at("yaml-escape", at)
    if "flow" in context:
        return _at("yaml-bracket-open", opened)
    if "mapping values are not allowed" in reason:
        return _at("yaml-colon-inside", at)
    if "cannot start any token" in reason or _SIGN_FIRST.search(context):
        character = line[opened.column : opened.column + 1] if opened.line == at.line else ""
        if character and not character.isalnum():
            return Trouble("yaml-sign-first", at.line, (("character", shown(character)),))
    return _at("yaml-syntax", opened if "scanning" in context else at)


_SIGN_FIRST = re.compile(r"scanning (?:an alias|an anchor|a tag|a directive|a block scalar)")


def _at(code: str, mark: Mark) -> Trouble:
    return Trouble(code, mark.line, (("column", str(mark.column + 1)),))
