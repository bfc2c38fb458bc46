"""Packaged names and terms: of all that stand in a text, what the leftmost longest leaves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.names import packaged
from generator.annotate.names.packaged import find_packaged, leftmost, listed_names, listed_terms

_PATTERN = st.text(alphabet="甲乙丙", min_size=1, max_size=5)


@given(patterns=st.sets(_PATTERN, min_size=1, max_size=8), text=st.text("甲乙丙丁", max_size=40))
def test_leftmost_is_what_one_search_after_the_other_finds(patterns: set[str], text: str) -> None:
    every = sorted(
        (start + len(it), start, it)
        for it in patterns
        for start in range(len(text))
        if text.startswith(it, start)
    )
    expected: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        longest = max((len(it) for it in patterns if text.startswith(it, at)), default=0)
        if longest:
            expected.append((at, at + longest))
        at += longest or 1
    found = leftmost([(0, start, end) for end, start, _ in every])
    assert [(start, end) for _, start, end in found] == expected


@pytest.mark.parametrize(
    ("text", "names", "terms"),
    [
        pytest.param("山西省大同市", ["山西省", "大同市"], [], id="side by side"),
        pytest.param("山西大同大学", ["山西大同大学"], [], id="the longest"),
        pytest.param("推进乡村振兴", [], ["乡村振兴"], id="a term"),
        pytest.param(
            "😀在北京市谈乡村振兴", ["北京市"], ["乡村振兴"], id="both, behind a wide one"
        ),
        pytest.param("", [], [], id="nothing"),
    ],
)
@pytest.mark.parametrize("few", [0, 1_000_000], ids=["one of many", "of few"])
def test_names_and_terms(
    text: str, names: list[str], terms: list[str], few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packaged, "_FEW", few)
    found = find_packaged(text)
    assert [text[start:end] for _, start, end in found.names] == names
    assert [listed_names()[number].name for number, _, _ in found.names] == names
    shown = [text[start:end] for _, start, end in found.terms]
    assert [it for it in shown if listed_terms()[it] == "term"] == terms


def test_names_within_names_stand_everywhere() -> None:
    found = find_packaged("山西大同大学")
    inside = {listed_names()[number].name for number, _, _ in found.everywhere}
    assert {"山西", "山西大同大学"} <= inside


def test_of_few_texts_or_many_the_same_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    words = [it.name for it in listed_names()][::97] + list(listed_terms())[::31]
    texts = ["".join(words[at : at + 9]) for at in range(0, len(words), 9)]
    monkeypatch.setattr(packaged, "_FEW", 0)
    many = [find_packaged(it) for it in texts]
    monkeypatch.setattr(packaged, "_FEW", 1_000_000)
    assert [find_packaged(it) for it in texts] == many
