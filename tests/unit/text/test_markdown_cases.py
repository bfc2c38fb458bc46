"""Markdown as editors write it and the blocks it becomes: tests/cases/markdown/*.txt.

An example is its source, a line `---->`, and what is expected: a line a block (where it stands,
its kind if it is no paragraph, its text with marks as {kind:data|text}), then a line a problem
(`! line code`). Examples are divided by a line ======.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.model.article import Block, Mark
from generator.text.markdown import parse_markdown

CASES = Path(__file__).parents[2] / "cases" / "markdown"


def shown(block: Block) -> str:
    where = ">".join(
        container.tag + (f"({container.data})" if container.data else "")
        for container in block.within
    )
    kind = {"paragraph": "", "plain": "·", "heading": f"h{block.level}"}.get(block.kind, block.kind)
    info = f"({block.info})" if block.info else ""
    text = _marked(block.text, list(block.marks), 0, len(block.text))
    return " ".join(part for part in (where, kind + info, text.replace("\n", "⏎")) if part)


def _marked(text: str, marks: list[Mark], start: int, end: int) -> str:
    out = []
    at = start
    while marks and marks[0].start <= end and marks[0].end <= end:
        mark = marks.pop(0)
        out.append(text[at : mark.start])
        inner = _marked(text, marks, mark.start, mark.end) if mark.start < mark.end else ""
        about = ":".join(part for part in (mark.kind, mark.data, mark.title) if part)
        out.append("{" + "|".join(part for part in (about, inner or mark.label) if part) + "}")
        at = max(at, mark.end)
    out.append(text[at:end])
    return "".join(out)


def _cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.txt")):
        for number, example in enumerate(path.read_text("utf-8").split("\n======\n"), 1):
            source, _, expected = example.partition("\n---->\n")
            found.append(pytest.param(source, expected.strip("\n"), id=f"{path.stem}-{number}"))
    return found


@pytest.mark.parametrize(("source", "expected"), _cases())
def test_case(source: str, expected: str) -> None:
    blocks, problems = parse_markdown(source, "x.md", 1)
    lines = [shown(block) for block in blocks]
    lines += [f"! {problem.place.line} {problem.code}" for problem in problems]
    assert "\n".join(lines) == expected
