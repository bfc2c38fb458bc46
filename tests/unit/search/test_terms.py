"""Text -> terms: the cases that the browser runs too, and what holds of any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.fold import fold, simplified
from generator.search.terms import LONGEST, is_h, key, terms, units
from tests.search_cases import TermCase, term_cases

texts = st.text(st.sampled_from("重庆慶A1z .,，·(1ａé①㎡𠮷😀々カ한\u200b\u0301\n"), max_size=30)


@pytest.mark.parametrize("case", term_cases())
def test_a_text_has_the_terms_of_its_case(case: TermCase) -> None:
    assert fold(case.text) == case.folded
    assert list(terms(units(case.folded))) == case.terms
    assert key(case.folded) == case.key


@given(texts)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(texts)
def test_any_two_neighbouring_ideographs_are_a_term(text: str) -> None:
    folded = units(fold(text))
    found = set(terms(folded))
    pairs = {folded[it : it + 2] for it in range(len(folded) - 1)}
    assert {it for it in pairs if is_h(it[0]) and is_h(it[1])} <= found


@given(texts)
def test_a_key_is_what_stands_in_a_row(text: str) -> None:
    assert len(key(fold(text))) <= LONGEST
    assert key(fold(f"《{text}》")) == key(fold(text))


def test_no_simplified_character_is_traditional_itself() -> None:
    table = simplified()
    assert not set(table.values()) & table.keys()
    assert all(len(it) == 1 for it in (*table, *table.values()))
