"""TOML text + a form -> the form and all mistakes at once, with their lines."""

from __future__ import annotations

import re
import tomllib
from typing import Any, NamedTuple, TypeVar

import msgspec

from generator.forms.conform import Whole, conform
from generator.forms.faults import Lines, placed
from generator.forms.toml_errors import explain_toml
from generator.forms.toml_lines import toml_lines
from generator.forms.values import Notation
from generator.model.problem import Place, Problem, problem

F = TypeVar("F", bound=msgspec.Struct)

_ROUNDS = 20


def read_toml(text: str, form: type[F], path: str) -> tuple[F | None, tuple[Problem, ...]]:
    """Read a whole file; None goes with at least one problem."""
    problems: list[Problem] = []
    document = _parse(text, path, problems)
    if document is None:
        return None, tuple(problems)
    whole = Whole.REMAINDER if problems else Whole.ALL
    value, faults = conform(document.data, form, Notation.TYPED, whole)
    if not faults and not problems:
        return value, ()

    def lines_of() -> Lines:
        return toml_lines(document.text)

    problems += placed(faults, path, lines_of, 1)
    return None, tuple(sorted(problems, key=lambda item: item.place.line))


class _Document(NamedTuple):
    data: dict[str, Any]
    text: str
    """What was read: the file, or what is left of it without the lines that can't be read."""


def _parse(text: str, path: str, problems: list[Problem]) -> _Document | None:
    left_out = False
    for _ in range(_ROUNDS):
        try:
            if excess := _EXCESS.search(text):
                raise tomllib.TOMLDecodeError(f"Excess (at {_place(text, excess.start())})")
            return _Document(tomllib.loads(text), text)
        except tomllib.TOMLDecodeError as error:
            reason, line, column = _position(str(error), text)
        except RecursionError:
            problems.append(problem("toml-deep", Place(path, 1)))
            return None
        lines = text.split("\n")
        is_line = _is_whole_statement(lines[line - 1]) and not reason.startswith("Unclosed")
        if not is_line and left_out:
            # Perhaps only a consequence of what was left out before: better silent than wrong.
            return None
        problems.append(explain_toml(reason, Place(path, line), column, lines))
        end = line if is_line else _section_end(lines, line)
        left_out = left_out or not is_line
        text = "\n".join([*lines[: line - 1], *[""] * (end - line + 1), *lines[end:]])
    return None


_PART = r"""(?:"[^"\n]*+"|'[^'\n]*+'|(?<![A-Za-z0-9_-])[A-Za-z0-9_-]++)[ \t]*+"""
# tomllib takes the square of a dotted key's parts, and Python makes no integer of so many digits.
_EXCESS = re.compile(rf"(?:{_PART}\.[ \t]*+){{100}}|(?<![0-9A-Za-z_])[0-9](?:_?[0-9]){{1000}}")


def _place(text: str, offset: int) -> str:
    line = text.count("\n", 0, offset) + 1
    return f"line {line}, column {offset - text.rfind(chr(10), 0, offset)}"


def _section_end(lines: list[str], line: int) -> int:
    """The last line before the next table header below the 1-based line."""
    for number in range(line, len(lines)):
        if _HEADER.match(lines[number]):
            return number
    return len(lines)


_HEADER = re.compile(r"\s*\[{1,2}[A-Za-z0-9_. -]+\]{1,2}\s*(?:#.*)?$")


_AT = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)


def _position(message: str, text: str) -> tuple[str, int, int]:
    """The parser's reason, line and column (1-based)."""
    match = _AT.fullmatch(message)
    if match is None:
        return message, 1, 1
    lines = text.split("\n")
    if match[2]:
        number, column = int(match[2]), int(match[3])
        return match[1], *(
            _opening(lines, number, column) if "Unclosed" in match[1] else (number, column)
        )
    # Only a quote can still be open at the end of the file.
    for number, line in enumerate(lines, 1):
        if '"' in _QUOTED.sub("", line) or "'" in _QUOTED.sub("", line):
            return match[1], number, 1
    return match[1], text.rstrip().count("\n") + 1, 1


def _opening(lines: list[str], number: int, column: int) -> tuple[int, int]:
    """Where the list was opened that is found to be unclosed at this line and column."""
    for above in range(number, 0, -1):
        bare = _QUOTED.sub('""', lines[above - 1]).partition("#")[0]
        if _STATEMENT.match(bare) and bare.count("[") > bare.count("]"):
            return above, bare.index("[") + 1
    return number, column


def _is_whole_statement(written: str) -> bool:
    """Whether leaving out this line leaves out exactly one `key = value`."""
    match = _STATEMENT.match(written)
    if match is None or '"""' in written or "'''" in written:
        return False
    value = _QUOTED.sub("", written[match.end() :])
    return value.count("[") == value.count("]") and value.count("{") == value.count("}")


_STATEMENT = re.compile(r"\s*[A-Za-z0-9_.-]+\s*[=＝：:]")
_QUOTED = re.compile(r"""\"(?:\\.|[^"\\])*\"|'[^']*'""")
