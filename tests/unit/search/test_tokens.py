"""What arrays make of a text is what terms.py makes of it, with the marks that docs/search.md gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from generator.search.fold import fold
from generator.search.parts import BODY, HEAD, Piece
from generator.search.records import Tokens
from generator.search.terms import is_h, terms, units, words
from generator.search.tokens import tokens

CHARACTERS = (
    "水利县两江新区的乾隆國臺龍々〇ぁアガパ한글ㄅ㐀豈𠮷𠀀😀𝐀"
    "０１２abcABCéｅＡ①½℃㎡ﬁßİǆΣς٣०"
    " \n\t,.，．。…、《》“”-—·°_'\u200b\u00ad\u0301\ufe0f\u202e\ud7ff\ue000\uffff"
)
text = st.text(st.sampled_from(CHARACTERS + "0123456789,."), max_size=40)
any_text = st.one_of(text, st.text(st.characters(exclude_categories=["Cs"]), max_size=30))


def marks(found: Tokens) -> dict[str, int]:
    """Terms and marks as a plain table."""
    codes = np.frombuffer(found.pairs, "<u4").tolist()
    assert codes == sorted(set(codes))
    table = {
        chr(it >> 16) + chr(it & 0xFFFF): mark
        for it, mark in zip(codes, found.pair_marks, strict=True)
    }
    others = found.others.split("\n")
    assert others.pop() == ""
    assert len(set(others)) == len(others)
    assert not table.keys() & set(others)
    return table | dict(zip(others, found.other_marks, strict=True))


def expected(texts: Iterable[str]) -> set[str]:
    """All terms of the texts, without haste."""
    folded = [units(fold(it)) for it in texts]
    found = {term for it in folded for term in terms(it)}
    begun = {it[0] for it in found}
    ends = {word[-1][-1] for it in folded for word in words(it)}
    return found | {
        it for it in ends if is_h(it) and not "\ud800" <= it <= "\udfff" and it not in begun
    }


def pieces(lines: Mapping[str, int] | Iterable[str]) -> list[Piece]:
    return [Piece(f"{it}\n", BODY, 0, ()) for it in lines]


@given(any_text, st.lists(any_text, max_size=5))
def test_the_terms_are_those_of_the_plain_rules(title: str, lines: list[str]) -> None:
    assert marks(tokens(title, pieces(lines))).keys() == expected([title, *lines])


@given(st.lists(st.tuples(text, st.integers(0, 3)), max_size=6))
def test_a_term_is_of_the_part_in_which_it_stands_first(drawn: list[tuple[str, int]]) -> None:
    drawn.sort(key=lambda it: it[1])
    found = marks(tokens("", [Piece(f"{it}\n", BODY, part, ()) for it, part in drawn]))
    for term, mark in found.items():
        parts = [part for it, part in drawn if term in expected([it]) or term in units(fold(it))]
        assert mark >> 2 in parts
        if len(term) > 1:
            assert mark >> 2 == next(part for it, part in drawn if term in expected([it]))


def test_a_word_over_two_pieces_is_one() -> None:
    found = marks(tokens("", [Piece("两江", BODY, 0, ()), Piece("新区\n", BODY, 1, ())]))
    assert {term: mark >> 2 for term, mark in found.items() if len(term) == 2} == {
        "两江": 0, "江新": 0, "新区": 1,
    }  # fmt: skip


def test_terms_of_the_title_weigh_most_and_lead_into_the_text() -> None:
    lines = [Piece("引言一句。\n", BODY, 0, ()), Piece("水利的事。\n", BODY, 1, ())]
    found = marks(tokens("水利史", lines))
    assert found["水利"] == 3 | 1 << 2
    assert found["利史"] == 3 | 0 << 2


def impact(weight: int, times: int, length: int) -> int:
    """Of a term that stands so often in a text of about so many characters."""
    line = Piece(f"{'水利。' * times}\n", weight, 0, ())
    return marks(tokens("", [line, *pieces(["甲乙丙丁。" * (length // 5)])]))["水利"] & 3


def test_more_often_in_a_shorter_text_or_a_heading_weighs_more() -> None:
    told = [
        impact(BODY, times, length) for times, length in ((1, 5000), (1, 500), (3, 500), (9, 500))
    ]
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0, 3)
    assert impact(HEAD, 1, 1500) > impact(BODY, 1, 1500)
    assert impact(BODY, 1, 0) > 0


def test_other_terms_are_taken_as_they_are() -> None:
    found = marks(tokens("甲乙", [], (("=甲乙", 3), ("#kind:article", 0))))
    assert found == {"甲乙": 3, "乙": 3, "=甲乙": 3, "#kind:article": 0}
