"""A drawing of names as those have it who cannot see it."""

from __future__ import annotations

import re

from generator.present.lists.looms import loom_drawing, loom_figure, weave_table
from generator.present.views import TermLink
from generator.present.views.drawings import LoomView, ThreadView, WeaveView, WeftView

VIEW = LoomView(
    "水利的关系图",
    "水利写到的3个名称",
    "水利",
    (
        WeftView(TermLink("都江堰", "places/d/", 9), "place", 3, ((0, 3),)),
        WeftView(TermLink("李冰", "people/l/", 4), "person", 2, ((0, 1), (1, 1))),
        WeftView(TermLink("河渠书", "", 1), "document", 1),
    ),
    (ThreadView(TermLink("移民", "topics/yimin/")), ThreadView(TermLink("成都", "topics/cd/"))),
    "也见于",
)
BESIDE = LoomView(
    "图",
    "",
    "水利",
    (
        WeftView(TermLink("甲", "a/", 2), "term", 1, ((0, 1),)),
        WeftView(TermLink("乙", "b/", 2), "term", 1, ((0, 1),)),
        WeftView(TermLink("丙", "c/", 2), "term", 1),
    ),
    (ThreadView(None, 2),),
    "同句有",
)


def test_the_drawing_has_a_title_a_description_and_links_in_order() -> None:
    page = loom_drawing("../", VIEW, "g")
    assert '<title id="g-t">水利的关系图</title>' in page
    assert '<desc id="g-d">水利写到的3个名称</desc>' in page
    assert re.findall(r'<a[^>]* href="([^"]+)"', page) == [
        "../places/d/",
        "../people/l/",
        "../topics/yimin/",
        "../topics/cd/",
    ]


def test_lines_are_not_read_out() -> None:
    page = loom_drawing("", VIEW, "g")
    lines = re.findall(r'<g aria-hidden="true">(.*?)</g>', page, re.DOTALL)
    assert page.count("<line") == lines[0].count("<line")


def test_what_is_named_more_has_a_heavier_line() -> None:
    assert re.findall(r'class="w(\d)" x1="26"', loom_drawing("", VIEW, "g")) == ["3", "2", "1"]


def test_the_table_says_what_the_drawing_says() -> None:
    page = loom_figure("", VIEW, "g")
    assert '<p id="g-d">水利写到的3个名称</p>' in page
    rows = re.findall(r"<tr><th scope=\"row\">(.*?)</th><td>(\d+)</td><td>(.*?)</td></tr>", page)
    assert [
        (re.sub("<.*?>", "", name), count, re.sub("<.*?>", "", tied)) for name, count, tied in rows
    ] == [
        ("都江堰", "9", "移民"),
        ("李冰", "4", "移民、成都"),
        ("河渠书", "1", ""),
    ]


def test_names_of_one_sentence_are_told_to_each_other() -> None:
    page = loom_figure("", BESIDE, "g")
    rows = re.findall(r"<td>2</td><td>(.*?)</td>", page)
    assert [re.sub("<.*?>", "", it) for it in rows] == ["乙", "甲", ""]


def test_the_weave_of_the_home_page_is_a_table_with_heads_and_numbers() -> None:
    topics = tuple(TermLink(f"专题{it}", f"topics/{it}/") for it in range(2))
    articles = (TermLink("修渠 三年", "articles/a/"), TermLink("移民", "articles/b/"))
    page = weave_table("", WeaveView(topics, articles, ((0, 0, 3), (0, 1, 7), (1, 1, 25))), "h")
    assert re.findall(r'<th scope="col"><a href="topics/(\d)/">', page) == ["0", "1"]
    rows = re.findall(r'<th scope="row">.*?</tr>', page)
    assert [re.findall(r'class="knot( k\d)?">(\d+)<', it) for it in rows] == [
        [("", "3"), (" k2", "7")],
        [(" k3", "25")],
    ]
