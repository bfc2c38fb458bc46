"""Text cases under tests/cases: examples parted by blank lines, `#` comments left out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

_CASES = Path(__file__).parents[1] / "cases"
_SHOWN = 24
"""Characters of an example in the name of its test."""


def examples(folder: str) -> list[Any]:
    """(first line, the lines that follow) of each example, for parametrize."""
    found = []
    for path in sorted((_CASES / folder).glob("*.txt")):
        for example in path.read_text("utf-8").split("\n\n"):
            lines = [line for line in example.split("\n") if line and not line.startswith("#")]
            if lines:
                name = f"{path.stem}-{lines[0][:_SHOWN]}"
                found.append(pytest.param(lines[0], lines[1:], id=name))
    return found
