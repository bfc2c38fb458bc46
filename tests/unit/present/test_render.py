"""Every kind of page, as a browser, a validator and the proof of quotations meet it."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree

import msgspec
import pytest

from generator.present import views as v
from generator.present.filters import lined
from generator.present.render import render
from tests.unit.present.pages import Read
from tests.unit.present.sample_views import all_views

PLAIN = all_views("乡村振兴")
HOSTILE = "<script>alert('x')</script>\"&amp; onload=\"x"
NASTY = all_views(HOSTILE)


def html(view: v.View) -> str:
    return render(msgspec.msgpack.encode(v.PageView("x/index.html", view))).decode()


def test_every_view_has_a_template() -> None:
    kinds = {type(view) for view in PLAIN.values()} | {v.FeedView, v.SitemapView}
    assert kinds == set(v.View.__args__)


@pytest.mark.parametrize("name", PLAIN)
def test_a_page_is_well_formed_with_one_title_and_one_main(name: str) -> None:
    page = html(PLAIN[name])
    read = Read(page.removeprefix("<!DOCTYPE html>"))
    tags = [tag for tag, _ in read.tags]
    head = page.partition("</head>")[0]  # drawings have titles of their own
    assert (tags.count("h1"), tags.count("main"), head.count("<title>")) == (1, 1, 1)
    assert read.tags[0] == ("html", {"lang": "zh-Hans"})


@pytest.mark.parametrize("name", PLAIN)
def test_headings_do_not_skip_a_level(name: str) -> None:
    levels = [int(found) for found in re.findall(r"<h([1-6])", html(PLAIN[name]))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", PLAIN)
def test_a_page_asks_nothing_of_others_and_runs_nothing_inline(name: str) -> None:
    read = Read(html(PLAIN[name]).removeprefix("<!DOCTYPE html>"))
    assert not read.having("style")
    assert not [found for _, found in read.tags for key in found if key.startswith("on")]
    for tag, found in read.tags:
        if tag in ("script", "img") or (tag == "link" and found["rel"] == "stylesheet"):
            assert not re.match(r"[a-z]+:|//", found.get("src", found.get("href", "")))
    policy = read.having("http-equiv")[0]["content"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


@pytest.mark.parametrize("name", NASTY)
def test_an_authors_text_is_never_markup(name: str) -> None:
    page = html(NASTY[name])
    assert "<script>" not in page
    read = Read(page.removeprefix("<!DOCTYPE html>"))
    assert not read.having("onload")
    assert HOSTILE in read.text


@pytest.mark.parametrize("name", ["home", "topic", "article", "list", "entity"])
def test_a_quoted_sentence_carries_its_source(name: str) -> None:
    read = Read(html(PLAIN[name]).removeprefix("<!DOCTYPE html>"))
    quoted = read.having("data-pieces")
    assert quoted
    assert {it["data-source"] for it in quoted} == {"pages/p.txt"}


def test_a_page_links_upwards_from_where_it_stands() -> None:
    page = html(PLAIN["topic"])
    assert 'href="../../assets/site.0.css"' in page
    assert 'href="../../articles/a/#s1"' in page
    assert 'href="/base/topics/"' in html(PLAIN["404"])


def test_the_home_page_shows_what_each_article_gives_each_topic() -> None:
    assert re.search(
        r'<th scope="row">.*?</th><td><span class="knot k2">12</span>', html(PLAIN["home"])
    )


def test_the_sum_of_a_source_page_is_on_the_page() -> None:
    text = Read(html(PLAIN["page"]).removeprefix("<!DOCTYPE html>")).text
    assert re.search(r"30 归入文章 \+ 4 置于文外 \+ 2 未定去处 \+ 4 换行与空白 = 40 全页字符", text)


def test_a_source_page_tells_doubtful_joins_before_sure_ones_with_honest_figures() -> None:
    read = Read(html(PLAIN["page"]).removeprefix("<!DOCTYPE html>"))
    joins = re.sub(r"\s+", " ", read.text).partition("拼接 存疑 1 处")[2].partition("缺文")[0]
    doubtful, _, sure = joins.partition("可靠 1 处")
    assert re.search(r"程序把握 62% ?存疑", doubtful)
    assert "程序把握 >99.9%" in sure
    assert "存疑" not in sure


def test_every_table_of_a_source_page_has_a_caption_and_scopes() -> None:
    page = html(PLAIN["page"])
    tables = re.findall(r"<table.*?</table>", page, re.DOTALL)
    assert len(tables) == 9
    for table in tables:
        assert re.search(r"<caption[^>]*>[^<]+</caption>", table)
        assert all("scope=" in found for found in re.findall(r"<th\b[^>]*>", table))
        assert re.search(r'<tbody>\s*<tr><th scope="row">', table)


def test_a_long_list_is_folded_without_javascript() -> None:
    page = PLAIN["page"]
    assert isinstance(page, v.SourcePageView)
    many = page.audit.flags * 41
    audit = msgspec.structs.replace(page.audit, flags=many)
    shown = html(msgspec.structs.replace(page, audit=audit))
    assert re.search(r"<details><summary>41 处</summary>\s*<div[^>]*>\s*<table", shown)
    assert "41 处" not in html(page)


def test_lines_named_in_a_ground_are_links_where_the_page_has_them() -> None:
    shown = lined("第15行、第 7、13 行与第99行<b>，15行不是", {7, 13, 15})
    assert shown == (
        '第<a href="#L15">15</a>行、第 <a href="#L7">7</a>、<a href="#L13">13</a> 行与第99行&lt;b&gt;，15行不是'
    )


def test_what_a_machine_found_is_marked_as_such() -> None:
    assert "由重复出现自动发现" in html(PLAIN["entity"])


def test_the_same_view_gives_the_same_bytes() -> None:
    assert html(PLAIN["topic"]) == html(all_views("乡村振兴")["topic"])


def test_a_feed_is_xml_whatever_the_texts_hold() -> None:
    entry = v.FeedEntry("甲\x0b<乙>&", "https://example.org/a/", "", "")
    feed = v.FeedView(
        "站\x00", "zh-Hans", "https://e.org/", "https://e.org/f", "2022-10-10", (entry,)
    )
    tree = ElementTree.fromstring(html(feed))
    atom = "{http://www.w3.org/2005/Atom}"
    assert tree.findtext(f"{atom}entry/{atom}title") == "甲\ufffd<乙>&"
    assert tree.findtext(f"{atom}entry/{atom}updated") == "2022-10-10T00:00:00Z"


def test_a_sitemap_leaves_out_an_unknown_day() -> None:
    tree = ElementTree.fromstring(
        html(v.SitemapView((("https://e.org/?a&b", "2022-10-10"), ("https://e.org/", ""))))
    )
    assert [[part.text for part in url] for url in tree] == [
        ["https://e.org/?a&b", "2022-10-10"],
        ["https://e.org/"],
    ]
