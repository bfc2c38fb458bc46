"""A page that a program put together: what a reader is told of its joins and of what is not sure."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from tests.site.doubtful_page import EDITED, FILES, TEXT
from tests.site.sites import built, follow, page, text_of, write

URL = "pages/qinghu/"
CANAL = "articles/xiuqu/"
LIBRARY = "articles/tushushi/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("doubtful")
    return built(write(folder / "content", FILES), folder / "out").site


def rows(site: Path, section: str) -> list[list[str]]:
    """Cells of the tables of a section of the source page."""
    (found,) = page(site, URL).xpath(f"//section[@id='{section}']")
    return [[text_of(cell) for cell in row] for row in found.xpath(".//tbody/tr")]


def links(element: html.HtmlElement) -> list[str]:
    return [it.get("href") for it in element.iter("a")]


def test_every_join_has_its_words_its_figure_and_its_ground(site: Path) -> None:
    told = [[it.replace(" 看正文", " ") for it in row] for row in rows(site, "joins")]
    assert told == [
        ["15+17", "…长说，学校过去只有一个书┊柜，借书要等上好几天。 词被切断：书|柜（第7、13行已相接）",
         "程序把握 62%存疑"],
        ["7+13", "…月的水，今年要把这条渠修┊通，让大家睡个安稳觉。 词被切断：修|通", "程序把握 >99.9%"],
        ["19+21", "…，遇到漏水的地方当天就返┊工。到本月中旬，已经疏通… 词被切断：返|工", "程序把握 97%"],
    ]  # fmt: skip


def test_a_join_leads_to_the_sentence_it_runs_through(site: Path) -> None:
    (section,) = page(site, URL).xpath("//section[@id='joins']")
    leads = [it.get("href") for it in section.iter("a") if text_of(it) == "看正文"]
    said = []
    for lead in leads:
        address, _, anchor = lead.partition("#")
        said.append(text_of(page(site, follow(URL, address)).get_element_by_id(anchor)))
    assert said == [
        "校长说，学校过去只有一个书柜，借书要等上好几天。",
        "去年夏天水上不来，他带着村民挑了半个月的水，今年要把这条渠修通，让大家睡个安稳觉。",
        "镇水利站的技术员每天都在工地上，量坡度，验石料，遇到漏水的地方当天就返工。",
    ]


def test_what_is_open_is_listed(site: Path) -> None:
    assert rows(site, "questions") == [
        ["27", "…都有人巡、有人修，费用从┊29 村集体收入里列支。55%23 图书室每天放学后开放两个…20%不在这一页25%"]
    ]  # fmt: skip
    assert [(row[0], row[2]) for row in rows(site, "doubts")] == [
        ("9", "程序"),
        ("17", "程序把握 62%"),
        ("19", "程序把握 71%"),
        ("29", "程序把握 55%"),
    ]
    # What is offered as the continuation of a cut paragraph may well stand in its place.
    assert [row[0] for row in rows(site, "doubts") if "是不是上一段断处的下文" in row[1]] == ["29"]


def test_set_aside_lines_name_what_they_repeat(site: Path) -> None:
    ((number, said, by),) = rows(site, "asides")
    assert (number, by) == ("25", "程序")
    assert said.endswith("全文见于第7行")
    (section,) = page(site, URL).xpath("//section[@id='asides']")
    assert links(section) == ["#L25", "#L7"]


def test_a_repair_shows_what_stood_there(site: Path) -> None:
    ((number, said, by),) = rows(site, "repairs")
    assert (number, by) == ("15", "程序")
    assert said == "“开放。孩子们们排着队走进去”，删去“们”“们”字重出"


def test_lines_that_the_program_placed_are_listed_each_once(site: Path) -> None:
    (section,) = page(site, URL).xpath("//section[@id='arranged']")
    placed = {int(it.removeprefix("#L")) for it in links(section)}
    heads = {13, 17, 21}
    aside = {25}
    assert placed | heads | aside == {at for at, it in enumerate(TEXT.split("\n"), 1) if it}
    assert not placed & (heads | aside)


def test_a_line_says_which_it_goes_on_from(site: Path) -> None:
    said = {number: text_of(page(site, URL).get_element_by_id(f"L{number}")) for number in (13, 17)}
    assert "接第 7 行通，让" in said[13]
    assert "接第 15 行，存疑柜，借书" in said[17]


@pytest.mark.parametrize(("article", "share"), [(CANAL, "68%"), (LIBRARY, "81%")])
def test_an_article_tells_how_much_of_it_is_sure_and_what_is_not(
    site: Path, article: str, share: str
) -> None:
    shown = page(site, article)
    (said,) = shown.xpath("//header//a[@href='#doubtful']")
    assert text_of(said) == f"程序认为位置可靠的文字占 {share}"
    notes = links(shown.get_element_by_id("doubtful"))
    assert len(notes) == 2
    for it in notes:
        assert "未能确定" in text_of(shown.get_element_by_id(it.removeprefix("#")))
    assert "还没有编者复核" in text_of(shown)


def test_a_doubtful_paragraph_is_marked_where_it_begins(site: Path) -> None:
    signs = page(site, CANAL).xpath("//a[@data-n='存疑1']")
    assert [it.getparent().get("id") for it in signs] == ["p19"]
    assert signs[0].get("aria-label") == "位置存疑，见校勘记1"


def test_the_list_of_pages_tells_what_is_open(site: Path) -> None:
    (item,) = page(site, "pages/").xpath("//ol[@class='ledger']/li")
    assert re.search(
        "位置可靠的文字占 72%，4 处位置存疑，1 处待编者定，未经编者复核$", text_of(item)
    )


def test_a_table_that_the_editor_took_over_counts_as_theirs(tmp_path: Path) -> None:
    edited = write(tmp_path / "content", {**FILES, "pages/qinghu.review.toml": EDITED})
    site = built(edited, tmp_path / "out").site
    canal = text_of(page(site, CANAL))
    assert "还没有编者复核" not in canal
    assert "程序认为" not in canal
    assert "1 篇文章还没有编者复核" in text_of(page(site, URL))
