"""Topic and entity pages of whole sites: what a reader gets, and where each of it leads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import html

from tests.site.sites import Files, built, follow, page, text_of, texts, tree, write

LIANGJIANG = "topics/liangjiang-xinqu/"
REPORTS: Files = {
    "site.toml": 'title = "站"\n',
    "topics/shuili.md": "---\ntitle: 水利\nterms: [水渠, 灌溉]\n---\n\n编者的话。\n",
    **{
        f"articles/n{year}.md": (
            f"---\ntitle: {year}年清河县水利报告\ndate: {year}-03-05\n---\n\n"
            f"去年全县水渠建成{year % 100 * 10}公里。清河县县长周文海说，水利是农业的命脉。\n\n"
            f"今年水渠力争建成{year % 100 * 10 + 15}公里，灌溉面积增长{year % 7 + 1}.5%。\n\n"
            f"{year - 1}年9月{year % 20 + 1}日，清河县水利局与河海大学签署合作协议。\n"
        )
        for year in range(2001, 2021)
    },
}
"""Twenty years of one county."""


def values(element: html.HtmlElement) -> dict[str, str]:
    """Words of amounts -> LOW or LOW/HIGH with the unit."""
    return {text_of(it): f"{it.get('value')} {it.get('data-unit')}" for it in element.iter("data")}


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    content = write(tmp_path_factory.mktemp("reports"), REPORTS)
    output = tmp_path_factory.mktemp("output")
    built(content, output)
    return output / "site"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("7000家", "7000 家"), ("4.5%", "4.5 %"), ("100家", "100 家"), ("2000亿元", "200000000000 元"),
        ("4000家", "4000 家"), ("110万平方米", "1100000 平方米"), ("77.8亿元", "7780000000 元"),
    ],
)  # fmt: skip
def test_amounts_stand_with_their_values(own_site: Path, words: str, value: str) -> None:
    assert values(page(own_site, LIANGJIANG)).get(words) == value


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2018-12~", "2018年底"), ("2021-06", "去年6月"), ("2022-09-17", "9月17日"),
        ("2022-09-22", "9月22日"), ("2022-09-28", "9月28日"), ("2025", "2025年"),
    ],
)  # fmt: skip
def test_times_stand_with_their_dates(own_site: Path, edtf: str, words: str) -> None:
    told = page(own_site, LIANGJIANG)
    dated = told.xpath(f'//*[@datetime="{edtf}" or @data-edtf="{edtf}"][@data-published]')
    assert words in [text_of(it) for it in dated]


def test_all_that_is_quoted_leads_to_a_sentence_of_an_article(own_site: Path) -> None:
    for url in (LIANGJIANG, "topics/dangjian/", "topics/shanxi-xianxiao-hezuo/"):
        found = texts(page(own_site, url), '//section[@aria-labelledby="timeline-h"]//a/@href')
        links = [it.partition("#") for it in found if "#" in it]
        assert links, url
        for path, _, anchor in links:
            target = page(own_site, follow(url, path))
            assert target.xpath(f'//*[@id="{anchor}"]'), anchor


def test_two_topics_are_joined_by_the_sentences_of_both(own_site: Path) -> None:
    read = text_of(page(own_site, "topics/dangjian/"))
    related = read.partition("相关专题 ")[2]
    assert "同写到乡村振兴" in read
    assert "山西县校合作" in related


def test_the_neighbourhood_is_a_drawing_and_a_table(own_site: Path) -> None:
    told = page(own_site, "topics/dangjian/")
    (drawing,) = told.find_class("graph")
    (svg,) = drawing.iter("svg")
    named = (svg.get("aria-labelledby") or "").split()
    assert [text_of(told.get_element_by_id(it)) != "" for it in named] == [True, True]
    drawn = {follow("topics/dangjian/", str(it)) for it in svg.xpath(".//a/@href")}
    listed = {
        follow("topics/dangjian/", str(it)) for it in drawing.xpath(".//td/a/@href | .//th/a/@href")
    }
    assert drawn == listed >= {"terms/xiang-cun-zhen-xing-4160/", "topics/shanxi-xianxiao-hezuo/"}


def test_machines_are_told_what_the_page_is_about(own_site: Path) -> None:
    (data,) = texts(page(own_site, LIANGJIANG), '//script[@type="application/ld+json"]/text()')
    told = json.loads(data)
    assert told["about"]["name"] == "两江新区"
    assert [it["@type"] for it in told["hasPart"]] == ["Article"]


def test_a_long_series_goes_on_and_each_year_can_be_read_off(reports: Path) -> None:
    url = "topics/shuili/figures/"
    told = values(page(reports, url))
    for year in range(2001, 2021):
        assert told[f"{year % 100 * 10}公里"] == f"{year % 100 * 10} 公里", year
        assert told[f"{year % 100 * 10 + 15}公里"] == f"{year % 100 * 10 + 15} 公里", year


def test_a_long_timeline_goes_on_with_every_entry(reports: Path) -> None:
    first = page(reports, "topics/shuili/")
    (more,) = first.xpath('//section[@aria-labelledby="timeline-h"]/p[@class="on"]/a/@href')
    assert follow("topics/shuili/", str(more)) == "topics/shuili/timeline/"
    whole = page(reports, "topics/shuili/timeline/")
    signed = [text_of(it) for it in whole.find_class("events")[0] if "签署" in text_of(it)]
    assert len(signed) == 20
    assert [it[:5] for it in signed] == [f"{year}年" for year in range(2000, 2020)]


def test_a_person_is_shown_with_the_office_and_its_span(reports: Path) -> None:
    (person,) = (reports / "people").glob("zhou-wen-hai*/index.html")
    read = text_of(html.fromstring(person.read_bytes().decode()))
    assert "县长" in read
    assert "2001年3月5日—2020年3月5日" in read


def test_an_edit_makes_only_the_pages_that_show_it_anew(tmp_path: Path) -> None:
    content = write(tmp_path / "content", REPORTS)
    built(content, tmp_path / "out")
    before = tree(tmp_path / "out" / "site")
    edited = content / "articles" / "n2004.md"
    edited.write_text(edited.read_text().replace("公里。", "公里整。", 1))
    built(content, tmp_path / "out")
    after = tree(tmp_path / "out" / "site")
    built(content, tmp_path / "anew")
    assert after == tree(tmp_path / "anew" / "site")
    changed = {path for path in before if before[path] != after.get(path)}
    assert "topics/shuili/index.html" in changed or "topics/shuili/figures/index.html" in changed
    assert not [path for path in changed if path.startswith("people/")]
