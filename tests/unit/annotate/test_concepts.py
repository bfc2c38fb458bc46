"""Concepts: terms that a reader could look up, and stock phrases that are none."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.concepts import find_concepts, with_concepts
from generator.annotate.names import find_names
from generator.annotate.names.units import read_units
from generator.annotate.papers import find_papers
from generator.annotate.prose import Prose, plain_prose
from generator.annotate.understand import understand
from generator.model.findings import Name
from generator.text.data import read_table
from generator.text.segment import Lexicon, Word

CASES = Path(__file__).parents[2] / "cases" / "concepts"


def _cases() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*.txt")):
        for example in path.read_text("utf-8").split("\n\n"):
            lines = [line for line in example.split("\n") if line and not line.startswith("#")]
            if lines:
                name = f"{path.stem}-{lines[0][:14]}"
                found.append(pytest.param(lines[0].replace("/", "\n"), lines[1:], id=name))
    return found


def _concepts(prose: Prose, lexicon: Lexicon = ()) -> tuple[Name, ...]:
    units = read_units(prose.text, lexicon)
    names = find_names(prose, units, find_papers(prose))
    return find_concepts(prose, units, names, lexicon)


def _shown(prose: Prose, lexicon: Lexicon = ()) -> list[str]:
    return [prose.text[it.start : it.end] for it in _concepts(prose, lexicon) if it.shown]


@pytest.mark.parametrize(("text", "expected"), _cases())
def test_finds_terms_and_no_stock_phrases(text: str, expected: list[str]) -> None:
    found = _concepts(plain_prose(text))
    shown = [f"- {text[it.start : it.end]}" for it in found if it.shown]
    kept = {f"~ {text[it.start : it.end]}" for it in found if not it.shown}
    assert (shown or ["- 没有"]) == [line for line in expected if line.startswith("-")]
    assert kept >= {line for line in expected if line.startswith("~")}


def test_words_of_the_authors_lexicon_are_terms_but_names_in_it_are_not() -> None:
    text = "恒山脚下种的是水地芪，李水芪种了三亩水地芪。"
    lexicon = (Word("水地芪", 100, "n"), Word("李水芪", 100, "nr"))
    assert _shown(plain_prose(text), lexicon) == ["水地芪", "水地芪"]


def test_what_the_title_says_needs_no_recurrence() -> None:
    text = "桑蚕养殖在这里历史悠久。"
    assert _shown(plain_prose(text)) == []
    assert _shown(plain_prose(text)._replace(title="桑蚕养殖富了山村")) == ["桑蚕养殖"]


def test_a_name_within_a_term_is_nested_and_stands_there_only() -> None:
    text = "推进粤港澳大湾区建设。"
    names = understand(plain_prose(text)).names
    assert [text[it.start : it.end] for it in names] == ["粤港澳大湾区建设"]
    assert [text[it.start : it.end] for it in names[0].nested] == ["粤港澳大湾区"]


def test_no_term_lies_inside_a_shown_name() -> None:
    text = "中国人工智能产业发展联盟发布《数字经济发展报告》。"
    names = understand(plain_prose(text)).names
    assert "TERM" not in {it.kind for it in names}


def test_a_doubtful_name_that_is_a_listed_term_gives_way() -> None:
    name, term = Name(0, 2, "LOC", shown=False), Name(0, 4, "TERM", nested=())
    later = Name(4, 6, "PER")
    assert with_concepts((name, later), (term,)) == (term, later)


def test_no_listed_word_stands_twice() -> None:
    for kind in ("term", "head", "weak", "joins", "break", "single", "before", "no_end"):
        listed = [
            word
            for row, words in read_table("terms.tsv")
            if row.partition(":")[0] == kind
            for word in words.split()
        ]
        assert listed
        assert len(listed) == len(set(listed)), kind


def test_every_listed_term_is_two_to_sixteen_characters() -> None:
    for row, words in read_table("terms.tsv"):
        if row.startswith("term:"):
            for word in words.split():
                assert re.fullmatch("[一-鿿A-Za-z0-9]{2,16}", word), word


PIECES = (
    "黄芪 产业 数字 孪生 技术 乡村振兴 战略 “ ” （以下简称 ） 、 的 发展 有关 桑蚕 养殖 桑蚕养殖"
    " 中国 粤港澳大湾区 建设 揭榜挂帅 机制 。 \n 茶"
).split(" ")


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=60))
def test_spans_lie_in_one_line_and_cross_nothing(text: str) -> None:
    names = understand(plain_prose(text), (Word("孪生", 9, "n"),)).names
    at = 0
    for it in names:
        assert at <= it.start < it.end <= len(text)
        if it.kind == "TERM":
            assert "\n" not in text[it.start : it.end]
            assert all(it.start <= one.start < one.end <= it.end for one in it.nested)
        at = it.end
