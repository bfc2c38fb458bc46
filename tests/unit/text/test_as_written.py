"""A text shown sign by sign: what is a block of its own, and that nothing of it is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.check.grounding import lost_words
from generator.text.as_written import as_written


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        pytest.param("甲。\n乙。\n\n丙。", ["甲。乙。", "丙。"], id="paragraphs-as-ever"),
        pytest.param("# 站\n\n## 一\n\n甲。", ["一", "甲。"], id="headings-as-ever"),
        pytest.param("- 甲\n- 乙\n", ["- 甲", "- 乙"], id="list"),
        pytest.param("| 甲 | 乙 |\n|--|--|", ["| 甲 | 乙 |", "|--|--|"], id="table"),
        pytest.param("甲**乙**[丙](d.md)", ["甲**乙**[丙](d.md)"], id="marks"),
        pytest.param("<p>甲</p>\n&amp;", ["<p>甲</p>", "&amp;"], id="html"),
        pytest.param("```\n甲\n\n乙", ["```", "甲", "乙"], id="open-fence"),
        pytest.param(" \n\n", [], id="nothing"),
    ],
)
def test_blocks(body: str, blocks: list[str]) -> None:
    assert [it.text for it in as_written(body, "a.md", "站")] == blocks


_SIGNS = "甲乙a1 \n\t*_`~[](){}<>|#&;:!\\-+=.^/\x0c\x85\u2028\u200b，。"


@given(st.text(st.sampled_from(_SIGNS), max_size=60))
def test_the_check_finds_all_of_it_whatever_it_is(body: str) -> None:
    blocks = as_written(body, "a.md")
    assert lost_words(f"---\ntitle: 题\n---\n{body}".encode(), [it.text for it in blocks]) == ""
