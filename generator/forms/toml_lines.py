"""TOML text that is known to be valid -> the line of every key, table and array entry.

`tomllib` has no positions. Knowing that the text is valid makes finding them simple: only
strings, brackets, equal signs and line ends matter.
"""

from __future__ import annotations

import contextlib
import re
import tomllib
from collections.abc import Iterator
from typing import NamedTuple

from generator.forms.faults import Key, Lines


class _Token(NamedTuple):
    kind: str
    text: str
    line: int


# Multi-line strings come first, and may end in up to two quotes of their own (TOML 1.0).
_TOKEN = re.compile(
    r"""(?P<space>[ \t]+|\#[^\n]*)
    |(?P<newline>\r?\n)
    |(?P<string>\"{3}(?:\\.|(?!\"{3})[^\\])*\"{3,5}|'{3}(?:(?!'{3}).)*'{3,5}
        |"(?:\\.|[^"\\\n])*"|'[^'\n]*')
    |(?P<sign>[\[\]{},.=])
    |(?P<bare>[^\s\[\]{},.=\#"']+)""",
    re.VERBOSE | re.DOTALL,
)


def toml_lines(text: str) -> Lines:
    """Key paths with their 1-based lines; where text is not valid TOML, what could be found."""
    scan = _Scan(_tokens(text))
    with contextlib.suppress(StopIteration, RecursionError):
        scan.document()
    return scan.found


def _tokens(text: str) -> list[_Token]:
    tokens = []
    line = 1
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if kind != "space":
            tokens.append(_Token(kind, match[0], line))
        line += match[0].count("\n")
    tokens.append(_Token("end", "", line))
    return tokens


class _Scan:
    """A cursor over the tokens that notes lines as it goes."""

    def __init__(self, tokens: list[_Token]) -> None:
        self.tokens: Iterator[_Token] = iter(tokens)
        self.token = next(self.tokens)
        self.found: dict[Key, int] = {}
        self.arrays: dict[Key, int] = {}
        """How many tables each array of tables has so far."""

    def document(self) -> None:
        table: Key = ()
        while self.token.kind != "end":
            if self.token.kind == "newline":
                self._next()
            elif self.token.text == "[":
                table = self._header()
            elif self.token.kind in ("bare", "string"):
                self._pair(table)
            else:
                self._next()

    def _next(self) -> _Token:
        passed, self.token = self.token, next(self.tokens)
        return passed

    def _skip_newlines(self) -> None:
        while self.token.kind == "newline":
            self._next()

    def _header(self) -> Key:
        line = self._next().line
        is_array = self.token.text == "["
        if is_array:
            self._next()
        table = self._dotted((), line)
        while self.token.kind not in ("newline", "end"):
            self._next()
        if is_array:
            number = self.arrays.get(table, 0)
            self.arrays[table] = number + 1
            table = (*table, number)
            self.found.setdefault(table, line)
        return table

    def _dotted(self, table: Key, line: int) -> Key:
        """Read `a.b."c"`; each part on the way is a table, or the last one of an array."""
        key = table
        while True:
            if key != table and key in self.arrays:
                key = (*key, self.arrays[key] - 1)
            key = (*key, _name(self._next().text))
            self.found.setdefault(key, line)
            if self.token.text != ".":
                return key
            self._next()

    def _pair(self, table: Key) -> None:
        key = self._dotted(table, self.token.line)
        if self.token.text == "=":
            self._next()
            self._value(key)

    def _value(self, key: Key) -> None:
        if self.token.text == "[":
            self._array(key)
        elif self.token.text == "{":
            self._inline_table(key)
        else:
            # Numbers and days come as several tokens: 1.5, 2022-10-10 08:00:00.
            while self.token.text not in (",", "]", "}") and self.token.kind not in (
                "newline",
                "end",
            ):
                self._next()

    def _array(self, key: Key) -> None:
        self._next()
        number = 0
        while True:
            self._skip_newlines()
            if self.token.text == "]":
                break
            self.found.setdefault((*key, number), self.token.line)
            self._value((*key, number))
            number += 1
            self._skip_newlines()
            if self.token.text == ",":
                self._next()
        self._next()

    def _inline_table(self, key: Key) -> None:
        self._next()
        while True:
            self._skip_newlines()
            if self.token.text == "}":
                break
            self._pair(key)
            self._skip_newlines()
            if self.token.text == ",":
                self._next()
        self._next()


def _name(written: str) -> str:
    if written.startswith('"') and "\\" in written:
        return str(tomllib.loads(f"key = {written}")["key"])
    return written[1:-1] if written[:1] in ("'", '"') else written
