"""Statements as pages show them: what part `check` recomputes, and what a reader sees."""

from __future__ import annotations

import re

import msgspec
import pytest

from generator.present import views as v
from generator.present.filters import FILTERS
from generator.present.render import render
from generator.present.views.drawings import ChartView, PointView
from tests.unit.present.pages import Read
from tests.unit.present.sample_statements import all_statements, figure, words
from tests.unit.present.sample_views import chrome

LINK = v.TermLink("丙县", "places/c/")
QUOTE = v.QuoteView("丙县有井。", v.Proof("pages/p.txt", "1:0-5"), "articles/a/#s1", "甲文", "a/")
TIMES = [
    ("2021-06", '<time datetime="2021-06" data-published="2022-10-10">'),
    ("2022-09-17", '<time datetime="2022-09-17" data-published="2022-10-10">'),
    ("2025", '<time datetime="2025" data-published="2022-10-10">'),
    ("2018-12~", '<span data-edtf="2018-12~" data-published="2022-10-10">'),
    ("2022/2025", '<span data-edtf="2022/2025" data-published="2022-10-10">'),
    ("2023-36", '<span data-edtf="2023-36" data-published="2022-10-10">'),
    ("2022-05/..", '<span data-edtf="2022-05/.." data-published="2022-10-10">'),
]
PROOF = '<span class="q" data-source="pages/p.txt" data-pieces="1:0-{}">{}</span>'


def shown(section: str, told: v.StatementsView) -> str:
    """The page of one section."""
    part = v.PartView(chrome("topics/t/x/", "题"), section, LINK, told, 2)
    return render(msgspec.msgpack.encode(v.PageView("x/index.html", part))).decode()


@pytest.mark.parametrize(("edtf", "element"), TIMES, ids=[edtf for edtf, _ in TIMES])
def test_a_time_stands_around_the_words_that_say_it(edtf: str, element: str) -> None:
    cite = v.CiteView(words("去年6月，渠成"), v.TimeView(edtf, words("去年6月"), "据发表日期推算"))
    page = shown("timeline", v.StatementsView(timeline=(v.MomentView(edtf, (cite,)),)))
    assert element + PROOF.format(4, "去年6月") in page
    assert "据发表日期推算" in page


def test_without_a_date_of_its_article_a_time_names_none() -> None:
    undated = msgspec.structs.replace(words("去年6月"), date="")
    cite = v.CiteView(undated, v.TimeView("2021-06", undated))
    page = shown("timeline", v.StatementsView(timeline=(v.MomentView("2021-06", (cite,)),)))
    assert '<time datetime="2021-06"><span class="q"' in page


def test_an_amount_stands_around_the_words_that_say_it() -> None:
    group = v.FigureGroupView("投资", (figure("77.8亿元"),))
    page = shown("figures", v.StatementsView(figures=(group,)))
    value = '<data value="7780000000" data-unit="元">'
    assert value + PROOF.format(6, "77.8亿元") + "</data>" in page


def test_an_aim_is_told_from_what_was_reached() -> None:
    rows = (figure("3亿元", bar=500), figure("6亿元", status="target", bar=1000))
    page = shown("figures", v.StatementsView(figures=(v.FigureGroupView("投资", rows),)))
    assert re.findall(r'<b class="(\w+)">(\S+)</b>', page) == [("aim", "目标")]
    assert re.findall(r'<rect(?: class="(\w+)")? width="(\d+)%"', page) == [
        ("", "50"),
        ("aimed", "100"),
    ]


def test_conflicting_amounts_stand_side_by_side_with_their_sentences() -> None:
    other = msgspec.structs.replace(
        QUOTE, text="丙县有三口井。", url="articles/b/#s2", article="乙文"
    )
    group = v.FigureGroupView("井", (figure("2口"),), ((QUOTE, other),))
    read = Read(
        shown("figures", v.StatementsView(figures=(group,))).removeprefix("<!DOCTYPE html>")
    )
    assert "说法不一" in read.text
    assert read.text.index("丙县有井。") < read.text.index("丙县有三口井。")


def test_every_statement_leads_to_its_sentence() -> None:
    told = all_statements("井", LINK, QUOTE)
    for section in FILTERS["section"].__globals__["SECTIONS"]:
        page = shown(section, told)
        assert 'href="../../../articles/a/#s1"' in page, section


def test_what_the_program_concluded_is_in_its_colour() -> None:
    rows = (figure("3亿元", when="2021", when_said=False), figure("4亿元", when="2022"))
    page = shown("figures", v.StatementsView(figures=(v.FigureGroupView("投资", rows),), many=True))
    assert re.findall(r'<span( class="zhu")?[^>]*>(20\d\d年)</span>', page) == [
        (' class="zhu"', "2021年"),
        ("", "2022年"),
    ]


@pytest.mark.parametrize(
    ("edtf", "told"),
    [("2022-09", "2022年9月"), ("../2022-10-10", "2022年10月10日前"), ("../2022-06~", "2022年6月底前"),
     ("2022/2025", "2022—2025年")],
)  # fmt: skip
def test_when_something_happened_is_said_in_chinese(edtf: str, told: str) -> None:
    assert FILTERS["moment"](edtf) == told


def test_a_measure_of_many_years_has_a_row_with_its_chart() -> None:
    points = tuple(PointView(year, 900, 900, "900元") for year in range(2003, 2009))
    rows = (figure("900元"), figure("900元"))
    group = v.FigureGroupView("补助", rows, chart=ChartView(points, "元"))
    page = shown("figures", v.StatementsView(figures=(group,)))
    head = re.findall(r'<th scope="rowgroup" rowspan="(\d+)">补助</th><td colspan="3"><svg', page)
    assert head == ["3"]
