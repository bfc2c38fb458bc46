"""Lists of an authority file that deny what its entries say."""

from __future__ import annotations

import pytest

from generator.app.authority import read_authority
from generator.model.problem import Problem
from generator.model.source import SourceFile

ENTRY = '[[organisations]]\nname = "青石县水利局"\naliases = ["青石水利"]\n'
LISTS = {
    "none": ("", []),
    "no-name": ('not-a-name = ["青石水利"]\n', [("青石水利", "not-a-name")]),
    "another-is-no-name": ('not-a-name = ["放心水"]\n', []),
    "alias-is-not-the-same": (
        'not-same = [["青石水利", "青石县水利局"]]\n',
        [("青石县水利局、青石水利", "not-same")],
    ),
    "made-one-and-parted": (
        'same = [["青石县水利局", "县水利"]]\nnot-same = [["县水利", "青石县水利局"]]\n',
        [("县水利、青石县水利局", "not-same")],
    ),
    "not-the-same-as-another": ('not-same = [["青石水利", "白石水利"]]\n', []),
}


@pytest.mark.parametrize(("lists", "told"), LISTS.values(), ids=LISTS)
def test_what_contradicts_an_entry_is_told(lists: str, told: list[tuple[str, str]]) -> None:
    problems: list[Problem] = []
    read_authority([SourceFile("authority/a.toml", (lists + ENTRY).encode(), "")], problems)
    assert {it.code for it in problems} <= {"names-contradict"}
    assert [(dict(it.facts)["names"], dict(it.facts)["list"]) for it in problems] == told
