"""tests/cases/{quotes,offices}/*.txt -> examples with their names; the form is told in the files."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from generator.model.findings import Name, NameKind

CASES = Path(__file__).parents[2] / "cases"
_KINDS: dict[str, NameKind] = {"人": "PER", "机构": "ORG", "地点": "LOC"}


class Example(NamedTuple):
    """One text, the names in it, and the lines that tell what is to be found."""

    text: str
    names: tuple[Name, ...]
    expected: list[str]


def examples(part: str) -> list[tuple[str, Example]]:
    """(id, example) of all files of a part."""
    found = []
    for path in sorted((CASES / part).glob("*.txt")):
        for block in path.read_text("utf-8").split("\n\n"):
            lines = [it for it in block.split("\n") if it and not it.startswith("#")]
            if lines:
                it = _example(lines)
                found.append((f"{path.stem}-{it.text[:14]}", it))
    return found


def _example(lines: list[str]) -> Example:
    text = "\n".join(it[2:] for it in lines if it.startswith("> "))
    expected = [it for it in lines if it.startswith(("- ", "?- "))]
    names: list[Name] = []
    for line in lines:
        kind, _, rest = line.partition(" ")
        if kind in _KINDS:
            for word in rest.split():
                assert word in text, f"{word}：原文没有"
                names += [
                    Name(*it.span(), _KINDS[kind]) for it in re.finditer(re.escape(word), text)
                ]
    assert len(expected) + len(names) + text.count("\n") + 1 >= len(lines) - 2
    return Example(text, _longest(names), expected)


def _longest(names: list[Name]) -> tuple[Name, ...]:
    kept: list[Name] = []
    for it in sorted(names, key=lambda it: (it.start, -it.end)):
        if not kept or it.start >= kept[-1].end:
            kept.append(it)
    return tuple(kept)
