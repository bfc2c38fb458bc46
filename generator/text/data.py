"""Packaged tables -> rows; the only module of the pure rooms that reads files, and only these."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def read_table(name: str) -> tuple[tuple[str, ...], ...]:
    """Rows of `generator/text/data/<name>`, cut at tabs; blank lines and `#` comments left out."""
    # importlib.resources would say the same in 7 ms more at each start; the package is always
    # installed as files.
    text = Path(__file__).with_name("data").joinpath(name).read_text(encoding="utf-8")
    return tuple(
        tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#")
    )
