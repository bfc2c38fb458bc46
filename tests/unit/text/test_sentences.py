"""Sentences of Chinese text: where they end, and that nothing moves them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.sentences import content_id, split_sentences
from generator.text.width import HAN, WIDE
from tests.unit.case_files import examples

WIDENED = dict(zip(",:;?!", "，：；？！", strict=True))

texts = st.text(
    st.sampled_from('汉字他说的我A1z .,:;?!()。，：；？！（）“”‘’「」『』"…—、《》·\n\u3000/='),
    max_size=40,
)


@pytest.mark.parametrize(("text", "expected"), examples("sentences"))
def test_ends_where_a_chinese_reader_expects_it(text: str, expected: list[str]) -> None:
    assert [f"- {text[start:end]}" for start, end in split_sentences(text)] == expected


@given(texts)
def test_every_character_but_space_is_in_one_sentence(text: str) -> None:
    left = list(text)
    at = 0
    for start, end in split_sentences(text):
        assert at <= start < end
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        left[start:end] = " " * (end - start)
        at = end
    assert not "".join(left).strip()


def _widen(text: str, *, beside_punctuation: bool) -> str:
    """As a repair does: half-width marks with a Chinese character on either side, brackets not."""
    chinese = re.compile(f"[{WIDE if beside_punctuation else HAN}]").match
    out = []
    for at, character in enumerate(text):
        sides = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
        wide = character in WIDENED and any(map(chinese, sides))
        out.append(WIDENED[character] if wide else character)
    return "".join(out)


@given(texts)
def test_repairs_of_width_move_no_sentence(text: str) -> None:
    for beside_punctuation in (False, True):
        widened = _widen(text, beside_punctuation=beside_punctuation)
        assert split_sentences(widened) == split_sentences(text)


@given(texts)
def test_width_of_brackets_moves_no_sentence(text: str) -> None:
    widened = text.replace("(", "（").replace(")", "）")
    assert split_sentences(widened) == split_sentences(text)


def test_an_id_is_the_sentence_and_not_its_place() -> None:
    seen: dict[str, int] = {}
    first = content_id("s", "两江新区。", seen)
    content_id("s", "别的。", seen)
    again = content_id("s", "两江新区。", seen)
    assert first == content_id("s", "两江新区。", {})
    assert len(first) == 9
    assert again == f"{first}-2"
