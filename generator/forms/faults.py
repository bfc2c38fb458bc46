"""What is wrong in plain data, by key path, and how it becomes a problem with file and line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from generator.model.problem import Place, Problem, problem

Key = tuple[str | int, ...]
"""Path of keys and indices (from 0) from the top of a document."""

Lines = Mapping[Key, int]
"""1-based line of each key and each list entry."""


class Fault(NamedTuple):
    """A problem that knows its key but not yet its line."""

    code: str
    key: Key
    facts: tuple[tuple[str, str], ...]


def fault(code: str, at: Key, **facts: object) -> Fault:
    """A fault at the given key path."""
    return Fault(code, at, tuple((name, str(value)) for name, value in facts.items()))


def placed(
    faults: Iterable[Fault], file: str, lines: Callable[[], Lines], top: int
) -> tuple[Problem, ...]:
    """The faults as problems. `lines` is only called if there are any; `top` is the line to name
    for the document as a whole.
    """
    listed = tuple(faults)
    if not listed:
        return ()
    found = lines()
    return tuple(
        problem(item.code, Place(file, line_of(item.key, found, top)), **dict(item.facts))
        for item in listed
    )


def line_of(key: Key, lines: Lines, top: int) -> int:
    """The line of the key or, if it has none of its own, of what it lies in."""
    for end in range(len(key), 0, -1):
        if key[:end] in lines:
            return lines[key[:end]]
    return top


def path_text(key: Key) -> str:
    """`people[2].slug`: as authors count, entries from 1."""
    text = ""
    for part in key:
        if isinstance(part, int):
            text += f"[{part + 1}]"
        else:
            text += f".{part}" if text else part
    return text
