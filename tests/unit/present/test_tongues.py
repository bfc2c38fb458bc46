"""lang on what is not in the language of the interface; nothing else of the page changes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.present.tokens import tokens
from generator.present.tongues import is_foreign, marked


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param("<h1>党建</h1>", '<h1 lang="zh-Hans">党建</h1>', id="a-title"),
        pytest.param("<h1>Topics</h1>", "<h1>Topics</h1>", id="an-english-one"),
        pytest.param(
            '<p><span class="q" data-source="a.md">GDP 5%</span></p>',
            '<p><span class="q" data-source="a.md" lang="zh-Hans">GDP 5%</span></p>',
            id="a-quotation-without-any-chinese-character",
        ),
        pytest.param(
            '<p data-source="a.md">甲<b>乙</b></p>',
            '<p data-source="a.md" lang="zh-Hans">甲<b>乙</b></p>',
            id="what-stands-inside-is-said-by-what-is-around-it",
        ),
        pytest.param(
            "<p>Articles on 党建，农业 and 教育。</p>",
            '<p>Articles on <span lang="zh-Hans">党建，农业</span> and '
            '<span lang="zh-Hans">教育。</span></p>',
            id="words-in-an-english-sentence",
        ),
        pytest.param(
            "<title>Topics · 经纬</title>",
            "<title>Topics · 经纬</title>",
            id="no-element-in-a-title",
        ),
        pytest.param(
            '<svg><text x="1">甲<title>甲乙</title></text></svg>',
            '<svg><text x="1" lang="zh-Hans">甲<title>甲乙</title></text></svg>',
            id="a-label-in-a-drawing",
        ),
        pytest.param("<script>甲</script>", "<script>甲</script>", id="not-in-a-script"),
        pytest.param('<a title="甲>乙">x</a>', '<a title="甲>乙">x</a>', id="not-in-attributes"),
        pytest.param(
            '<span lang="zh-Latn-pinyin">jia</span>',
            '<span lang="zh-Latn-pinyin">jia</span>',
            id="what-has-a-language",
        ),
    ],
)
def test_an_english_interface(page: str, expected: str) -> None:
    assert marked(page, "en", "zh-Hans") == expected


@pytest.mark.parametrize(
    ("text", "interface", "found"),
    [
        ("专题", "zh-Hant", True),
        ("專題", "zh-Hant", False),
        ("山西大同", "zh-Hant", False),
        ("專題", "zh-Hans", True),
        ("专题", "zh-Hans", False),
        ("2022", "en", False),
    ],
)
def test_a_script_is_known_by_its_characters(text: str, interface: str, found: bool) -> None:
    assert is_foreign(text, interface) is found


_PIECES = st.sampled_from(
    ["<p>", "</p>", "<br>", "<b class='a'>", "</b>", "甲", "text ", "&amp;", "<!-- x -->", ">"]
)


@given(st.lists(_PIECES).map("".join))
def test_nothing_is_lost_of_a_page(page: str) -> None:
    assert "".join(it.text for it in tokens(f"<{page}<")) == f"<{page}<"
    text = re.sub(r"<[^>]*>", "", marked(page, "en", "zh-Hans"))
    assert text == re.sub(r"<[^>]*>", "", page)


def test_a_script_is_one_piece() -> None:
    found = [(it.kind, it.text) for it in tokens("<script>if (a<b) '<p>'</script>x")]
    assert found == [
        ("start", "<script>"),
        ("other", "if (a<b) '<p>'"),
        ("end", "</script>"),
        ("text", "x"),
    ]
