"""Lines of a share picture: what a reader of Chinese would not break stays together."""

from __future__ import annotations

import unicodedata

import pytest

from generator.present.pictures import wrapped


def columns(text: str) -> float:
    return sum(2 if unicodedata.east_asian_width(it) in "WF" else 1 for it in text)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        pytest.param("清渠引水灌田", 8, ["清渠引水", "灌田"], id="anywhere"),
        pytest.param("清渠引水，灌田", 8, ["清渠引", "水，灌田"], id="no-stop-first"),
        pytest.param(
            "清渠引“水灌田”。", 8, ["清渠引", "“水灌", "田”。"], id="no-opening-mark-last"
        ),
        pytest.param("新修水渠103条", 10, ["新修水渠", "103条"], id="number-and-unit"),
        pytest.param("建成 Wi-Fi 热点", 9, ["建成", "Wi-Fi 热", "点"], id="latin-whole"),
        pytest.param("清渠引水灌田万亩又修了路", 8, ["清渠引水", "灌田万……"], id="cut"),
    ],
)
def test_lines(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, columns, width, 2 if lines[-1].endswith("……") else 3) == lines
