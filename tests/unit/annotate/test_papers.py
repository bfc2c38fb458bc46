"""Documents: their spans, types and issuers, as a Chinese reader takes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.papers import find_papers
from generator.annotate.prose import plain_prose
from tests.unit.case_files import examples

texts = st.text(
    st.sampled_from("《》〈〉（）()“”、，。\n关于国务院印发布由经部委会法典条例办宪2年月a 的了"),
    max_size=60,
)


@pytest.mark.parametrize(("text", "expected"), examples("papers"))
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
