"""Indexes of the whole site, as a reader walks through them from the head of any page."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import html

from tests.site.sites import built, page, text_of, tree, write

REPORTS: dict[str, str | bytes] = {
    "site.toml": 'title = "市情"\n',
    "topics/jingji.md": "---\ntitle: 经济\nterms: [生产总值, 就业]\n---\n\n历年的经济。\n",
    "topics/zhengwu.md": "---\ntitle: 政务\nterms: [报告, 会议]\n---\n\n政务。\n",
    **{
        f"articles/{year}.md": (
            f"---\ntitle: {year}年政府工作报告\ndate: {year}-01-20\nsource: 市政府\n---\n\n"
            f"{year - 1}年，国内生产总值增长{grown}%，城镇新增就业{jobs}万人。\n\n"
            f"今年发展的主要预期目标是：国内生产总值增长{aim}%左右，城镇新增就业{jobs + 1}万人以上。\n\n"
            f"{year}年1月8日，水利部部长李国英考察了清河水库。"
            f"李国英说：“要把清河水库建成{year}年最好的水库。”\n"
        )
        for year, grown, aim, jobs in ((2019, 6.6, 6.0, 11), (2020, 6.1, 5.5, 13), (2021, 2.3, 6.5, 12))
    },
    "articles/lishi.md": (
        "---\ntitle: 清河史话\ndate: 2021-05-01\n---\n\n"
        "1958年3月，清河水库开工建设。1961年，清河水库建成。会议认为，水库还要加固。\n"
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("indexes")
    return built(write(root / "content", REPORTS), root / "build").site


def links(tree: html.HtmlElement) -> Mapping[str, str]:
    """Words of the links in the main part -> where they lead."""
    return {text_of(it): it.get("href") for it in tree.iter("a") if text_of(it)}


def linked(site: Path, at: str, words: str) -> str:
    """The site's URL to which a link of a page leads; it must be there."""
    target = links(page(site, at))[words]
    url = os.path.normpath(f"{at}/{target.partition('#')[0]}")
    assert (site / url / "index.html").is_file()
    return url + "/"


@pytest.mark.parametrize(
    ("words", "url"),
    [("大事", "timeline/"), ("数字", "figures/"), ("索引", "index/"), ("专题", "topics/")],
)
def test_the_head_of_a_page_leads_to_the_indexes(site: Path, words: str, url: str) -> None:
    assert linked(site, "articles", words) == url


@pytest.mark.parametrize(
    ("words", "url"),
    [
        ("人物", "people/"), ("机构", "organisations/"), ("引语", "quotes/"),
        ("质量", "quality/"), ("数据", "data/"),
    ],
)  # fmt: skip
def test_the_index_leads_to_the_indexes_of_one_kind(site: Path, words: str, url: str) -> None:
    assert linked(site, "index", words) == url


def test_a_person_stands_in_the_index_with_the_latest_office(site: Path) -> None:
    (entry,) = [it for it in page(site, "people").iter("li") if "李国英" in text_of(it)]
    assert "水利部部长" in text_of(entry)
    assert linked(site, "people", "李国英").startswith("people/li-guo-ying-")


def test_aims_stand_beside_what_was_reached_year_by_year(site: Path) -> None:
    tree = page(site, linked(site, "figures", "国内生产总值"))
    (table,) = tree.find_class("series")[:1]
    rows = {}
    for row in table.iter("tr"):
        time, *cells = row
        rows[text_of(time)] = [tuple(text_of(it) for it in cell.iter("data")) for cell in cells]
    assert rows["2019年"] == [("6.0%",), ("6.1%",)]
    assert rows["2020年"] == [("5.5%",), ("2.3%",)]
    assert rows["2021年"] == [("6.5%",), ()]


def test_an_amount_leads_to_its_sentence_and_is_the_sources_own(site: Path) -> None:
    url = linked(site, "figures", "城镇新增就业")
    amounts = [it for it in page(site, url).iter("data") if it.get("value") == "110000"]
    assert amounts
    for it in amounts:
        (quoted,) = it.find_class("q")
        assert quoted.get("data-source") == "articles/2019.md"
        assert it.getparent().tag == "a"
        target, _, anchor = it.getparent().get("href").partition("#")
        article = os.path.normpath(f"{url}/{target}")
        assert "城镇新增就业11万人" in text_of(page(site, article).get_element_by_id(anchor))


def test_what_happened_stands_in_its_year(site: Path) -> None:
    assert "1958年" in links(page(site, "timeline"))
    old = page(site, linked(site, "timeline", "1958年"))
    assert text_of(old.get_element_by_id("y1958")) == "1958年"
    told = text_of(old.get_element_by_id("main"))
    assert "清河水库开工建设" in told
    assert "水库建成" not in told  # another decade has a page of its own


def test_words_stand_under_who_said_them_and_meetings_of_one_article_stay_there(
    site: Path,
) -> None:
    heads = [text_of(it) for it in page(site, "quotes").iter("h3")]
    assert [it for it in heads if it.startswith("李国英")] == ["李国英3"]
    assert [it for it in heads if it.startswith("会议")] == ["会议1清河史话"]


def test_the_account_tells_what_nobody_has_looked_at(site: Path) -> None:
    told = text_of(page(site, "quality").get_element_by_id("main"))
    assert "未经编者核对" in told
    assert "数字" in told


def test_articles_that_name_the_same_lead_to_one_another_with_the_reason(site: Path) -> None:
    related = page(site, "articles/2019").get_element_by_id("related")
    assert "2020年政府工作报告" in text_of(related)
    assert "清河水库" in text_of(related) or "李国英" in text_of(related)


LISHI = str(REPORTS["articles/lishi.md"])
EDITS: dict[str, dict[str, str | bytes]] = {
    "a date": {"articles/lishi.md": LISHI.replace("1961年", "1962年")},
    "a name that two articles have now": {
        "articles/lishi.md": LISHI.replace("会议认为", "水利部认为")
    },
    "an amount": {
        "articles/2020.md": str(REPORTS["articles/2020.md"]).replace("增长5.5%", "增长5.8%")
    },
    "a title": {"articles/lishi.md": LISHI.replace("清河史话", "清河水库史话")},
    "an article": {
        "articles/xin.md": "---\ntitle: 新文\ndate: 2022-02-01\n---\n\n"
        "2021年，国内生产总值增长8.1%。水利部部长李国英再次考察清河水库。\n"
    },
}


@pytest.mark.parametrize("name", EDITS)
def test_after_an_edit_the_indexes_are_what_they_would_be_anew(tmp_path: Path, name: str) -> None:
    content = write(tmp_path / "content", REPORTS)
    built(content, tmp_path / "warm")
    write(content, EDITS[name])
    warm, cold = (built(content, tmp_path / it).site for it in ("warm", "cold"))
    assert tree(warm) == tree(cold)


def test_where_no_year_is_known_nothing_leads_to_a_timeline(tmp_path: Path) -> None:
    undated = {"articles/a.md": "---\ntitle: 甲文\n---\n\n9月28日，清河县修了水渠。\n"}
    site = built(write(tmp_path / "content", undated), tmp_path / "out").site
    assert not (site / "timeline").exists()
    assert {"文章", "索引"} <= set(links(page(site, "articles"))) | {
        text_of(it) for it in page(site, "articles").iter("a")
    }
    assert "大事" not in {text_of(it) for it in page(site, "articles").iter("a")}
