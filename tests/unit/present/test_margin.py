"""Notes beside a paragraph: what it leaves to be looked for elsewhere, and no more."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html

from generator.annotate.prose import article_prose
from generator.annotate.sentences import find_sentences
from generator.check.facts import page_facts
from generator.check.grounding import check_grounding
from generator.check.sources import SourceTexts
from generator.model.findings import Date, Figure, Findings, Name, Office
from generator.present.margin import Margin
from generator.restore.authored import read_article
from tests.site.sites import texts


def notes(text: str, **found: object) -> list[list[str]]:
    """Of each paragraph, what its notes say. Findings are named by their words."""
    article = read_article(f"# 题\n\n{text}\n", "articles/a.md").article
    sentences = find_sentences(article)
    prose = article_prose(article, sentences)
    made = Margin(article, prose, sentences, Findings(**found))  # type: ignore[arg-type]
    blocks = [made.of(at) for at in range(len(article.blocks))]
    return [
        ["".join(texts(it, ".//text()")) for it in lxml_html.fromstring(block).iter("li")]
        if block
        else []
        for block in blocks
    ]


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        pytest.param(
            "去年6月修渠。",
            {"dates": (Date(0, 4, "2021-06", ""),)},
            [["去年6月：2021年6月（推算）"]],
            id="relative",
        ),
        pytest.param(
            "2021年6月修渠。", {"dates": (Date(0, 7, "2021-06", ""),)}, [[]], id="says-so-itself"
        ),
        pytest.param("近年修渠。", {"dates": (Date(0, 2, None, ""),)}, [[]], id="vague"),
        pytest.param(
            "9月8日开工。9月9日停工。",
            {"dates": (Date(0, 4, "2021-09-08", ""), Date(7, 11, "2021-09-09", ""))},
            [["9月8日：2021年9月8日（推算）"]],
            id="the-year-once",
        ),
        pytest.param(
            "去年修渠。\n\n去年又修。",
            {"dates": (Date(0, 2, "2021", ""), Date(6, 8, "2021", ""))},
            [["去年：2021年（推算）"], []],
            id="once-a-section",
        ),
        pytest.param(
            "修渠5公里。",
            {"figures": (Figure(2, 5, 5000, "米", as_of="2021"),)},
            [["本段数字：2021年（推算）"]],
            id="amounts-of-one-year",
        ),
        pytest.param(
            "2021年修渠5公里。",
            {"figures": (Figure(7, 10, 5000, "米", as_of="2021"),)},
            [[]],
            id="amounts-whose-year-is-there",
        ),
        pytest.param(
            "修渠5公里，植树3棵。",
            {
                "figures": (
                    Figure(2, 5, 5, "米", as_of="2021"),
                    Figure(8, 10, 3, "棵", as_of="2020"),
                )
            },
            [["5公里：2021年（推算）", "3棵：2020年（推算）"]],
            id="amounts-of-two-years",
        ),
    ],
)
def test_what_a_paragraph_does_not_say_is_noted(
    text: str, found: dict[str, object], expected: list[list[str]]
) -> None:
    assert notes(text, **found) == expected


def test_an_office_is_noted_where_a_person_is_only_named() -> None:
    text = "局长周禾到场。\n\n周禾说好。\n\n周禾又说好。"
    names = (Name(2, 4, "PER"), Name(8, 10, "PER"), Name(14, 16, "PER"))
    offices = (Office((2, 4), (0, 2)),)
    assert notes(text, names=names, offices=offices) == [[], ["周禾：局长"], []]


def test_of_two_offices_none_is_noted() -> None:
    text = "局长周禾到场。书记周禾到场。\n\n周禾说好。"
    names = (Name(2, 4, "PER"), Name(9, 11, "PER"), Name(15, 17, "PER"))
    offices = (Office((2, 4), (0, 2)), Office((9, 11), (7, 9)))
    assert notes(text, names=names, offices=offices) == [[], []]


def test_a_note_is_the_programs_and_vouches_for_nothing_of_the_source() -> None:
    source = b"# \xe9\xa2\x98\n\n\xe5\x8e\xbb\xe5\xb9\xb4\xe4\xbf\xae\xe6\xb8\xa0\xe3\x80\x82\n"
    article = read_article(source.decode(), "articles/a.md").article
    sentences = find_sentences(article)
    found = Findings(dates=(Date(0, 2, "2021", ""),))
    note = Margin(article, article_prose(article, sentences), sentences, found).of(0)
    assert texts(lxml_html.fromstring(note), "//a/@href") == [f"#{sentences[0].id}"]

    def faults(beside: str) -> list[str]:
        page = (
            '<!DOCTYPE html><html lang="zh"><title>题</title><article data-source="articles/a.md">'
            f'<div class="prose">{beside}<p>去年修渠。</p></div></article></html>'
        )
        sources = SourceTexts(lambda _path: source)
        return [it.code for it in check_grounding("a.html", page_facts(page.encode()), sources)]

    assert faults(note) == []
    assert faults(note.replace('"program"', '"program" lang="zh-Hans"')) == []
    assert faults(note.replace(' data-by="program"', "")) == ["proof-quote-missing"]
