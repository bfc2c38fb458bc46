"""Documents: their spans, types and issuers, as a Chinese reader takes them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.papers import find_papers
from generator.annotate.prose import plain_prose

CASES = Path(__file__).parents[2] / "cases" / "papers"

texts = st.text(
    st.sampled_from("《》〈〉（）()“”、，。\n关于国务院印发布由经部委会法典条例办宪2年月a 的了"),
    max_size=60,
)


def _cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.txt")):
        for example in path.read_text("utf-8").split("\n\n"):
            lines = [line for line in example.split("\n") if line and not line.startswith("#")]
            if lines:
                found.append(pytest.param(lines[0], lines[1:], id=f"{path.stem}-{lines[0][:12]}"))
    return found


@pytest.mark.parametrize(("text", "expected"), _cases())
def test_documents_a_chinese_reader_finds(text: str, expected: list[str]) -> None:
    found = [
        f"{'-' if it.shown else '?'} {text[it.start : it.end]} | {it.type} | {it.issuer or ''}"
        for it in find_papers(plain_prose(text))
    ]
    assert [it.rstrip() for it in found] == [it.rstrip() for it in expected]


@given(st.one_of(texts, st.text(max_size=80)))
def test_spans_lie_in_a_line_in_order_and_apart(text: str) -> None:
    at = 0
    for it in find_papers(plain_prose(text)):
        assert at <= it.start < it.end <= len(text)
        assert "\n" not in text[it.start : it.end]
        assert it.issuer is None or it.issuer in text
        at = it.end


def test_the_same_document_twice_is_found_twice() -> None:
    text = "《青山县志》出版。《青山县志》共十卷。"
    assert len(find_papers(plain_prose(text))) == 2
