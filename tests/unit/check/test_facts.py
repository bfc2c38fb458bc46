"""What is read from a published file is what a browser would read."""

from __future__ import annotations

import html
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.check.facts import PageFacts, page_facts
from generator.check.other_facts import file_facts

_HEAD = '<!DOCTYPE html><html lang="zh-Hans"><head><title>页</title></head><body>'


def facts(body: str) -> PageFacts:
    return page_facts(f"{_HEAD}{body}</body></html>".encode())


@pytest.mark.parametrize(
    ("body", "links", "requests"),
    [
        pytest.param('<a href="x/">一</a><a href="x/">二</a>', ("x/",), (), id="each-once"),
        pytest.param("<A HREF='x/'>一</A>", ("x/",), (), id="capitals-and-single-quotes"),
        pytest.param("<a class=y href=x/>一</a>", ("x/",), (), id="no-quotes"),
        pytest.param('<a\n  class="y"\n  href="x/">一</a>', ("x/",), (), id="over-lines"),
        pytest.param('<a href="?a=1&amp;b=2">一</a>', ("?a=1&b=2",), (), id="entities"),
        pytest.param(
            '<a title="见 href=" class="y" href="x/">一</a>', ("x/",), (), id="look-alike"
        ),
        pytest.param('<a title="a > b" href="x/">一</a>', ("x/",), (), id="greater-in-value"),
        pytest.param('<a title="a < b" href="x/">一</a>', ("x/",), (), id="less-in-value"),
        pytest.param('<!-- <a href="n/"> --><a href="x/">一</a>', ("x/",), (), id="comment"),
        pytest.param('<script>"<a href=\\"n/\\">"</script>', (), (), id="script-text"),
        pytest.param('<SCRIPT SRC="s.js">a<b</SCRIPT>', (), ("s.js",), id="script-in-capitals"),
        pytest.param('<p>写 href="n/" 和 id="k"</p>', (), (), id="text-like-an-attribute"),
        pytest.param(
            '<img src="a.png" srcset="b.png 1x, c.png 2x">',
            (),
            ("a.png", "b.png", "c.png"),
            id="srcset",
        ),
        pytest.param('<iframe src="f/"></iframe>', (), ("f/",), id="frame"),
        pytest.param('<video src="v" poster="p"></video>', (), ("v", "p"), id="poster"),
        pytest.param('<link rel="canonical" href="c/">', ("c/",), (), id="canonical-only-tells"),
        pytest.param('<link rel="stylesheet" href="c.css">', (), ("c.css",), id="style-sheet"),
        pytest.param(
            '<link rel="alternate stylesheet" href="c.css">',
            (),
            ("c.css",),
            id="alternate-style-sheet",
        ),
        pytest.param(
            '<meta http-equiv="refresh" content="0; url=../new/">', ("../new/",), (), id="refresh"
        ),
        pytest.param('<form action="s/"></form>', ("s/",), (), id="form"),
        pytest.param('<svg><use href="i.svg#a"/></svg>', (), ("i.svg#a",), id="drawing"),
        pytest.param("<p style=\"background:url('b.png')\">一</p>", (), ("b.png",), id="style"),
        pytest.param(
            "<style>@import 'i.css'; p{background:url(b.png)}</style>",
            (),
            ("i.css", "b.png"),
            id="style-element",
        ),
    ],
)
def test_every_address_is_seen(
    body: str, links: tuple[str, ...], requests: tuple[str, ...]
) -> None:
    found = facts(body)
    assert (found.links, found.requests, found.faults) == (links, requests, ())


def test_ids_are_sorted_and_repeated_ones_told() -> None:
    found = facts('<p id="乙">一</p><p id="甲">二</p><p id="乙">三</p><p data-id="丙">四</p>')
    assert found.ids == ("乙", "甲")
    assert found.repeated == ("乙",)


@pytest.mark.parametrize(
    ("page", "codes"),
    [
        pytest.param("<p>无</p>", ["page-title-missing", "page-language-missing"], id="bare"),
        pytest.param(
            '<html lang=""><title> </title>',
            ["page-title-missing", "page-language-missing"],
            id="empty",
        ),
        pytest.param(_HEAD + '<base href="/x/">', ["page-base"], id="base"),
        pytest.param(_HEAD + "<p>3 < 5</p>", ["page-markup"], id="bare-less-than"),
        pytest.param(_HEAD + '<a href="x>一</a>', ["page-markup"], id="open-quote"),
        pytest.param(_HEAD + '<p data-source="a.md">一', ["page-markup"], id="never-closed"),
        pytest.param("", ["page-title-missing", "page-language-missing"], id="nothing"),
    ],
)
def test_what_is_wrong_with_a_page_itself_is_told(page: str, codes: list[str]) -> None:
    assert [code for code, _ in page_facts(page.encode()).faults] == codes


def test_a_page_that_is_not_utf8_is_told() -> None:
    assert page_facts("汉".encode("gb18030")).faults[0][0] == "page-encoding"


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        pytest.param(
            '<p data-source="a.txt" data-pieces="1:0-9">两<a href="x/">江</a> 新&amp;区\n</p>',
            ("两江 新&区\n",),
            id="exact-with-pieces",
        ),
        pytest.param(
            '<div data-source="a.md"><p>一<em>二</em></p>\n<ul><li>三</li><li>四</li></ul></div>',
            ("一二", "三", "四"),
            id="block-by-block",
        ),
        pytest.param(
            '<div data-source="a.md">外<p data-source="b.md">内</p>外</div>',
            ("外", "外"),
            id="not-what-proves-itself",
        ),
        pytest.param(
            '<div data-source="a.md">前<img data-source="b" src="b">后</div>',
            ("前", "后"),
            id="void-element-inside",
        ),
        pytest.param('<div data-source="a.md"><div>一</div></div>', ("一",), id="same-name-inside"),
        pytest.param(
            '<article data-source="a.md"><h1>题</h1><div class="prose"><p>文</p></div>'
            "<p>尾</p></article>",
            ("文",),
            id="of-an-article-its-text",
        ),
        pytest.param(
            '<article data-source="a.md"><h1>题</h1><p>文</p></article>',
            ("题", "文"),
            id="all-if-the-text-is-not-marked-off",
        ),
    ],
)
def test_the_quoted_text_is_read(body: str, texts: tuple[str, ...]) -> None:
    assert facts(body).quotations[0].texts == texts


_texts = st.text(st.sampled_from("汉字a1 &<>\"'=/-\n　"), max_size=8)
_names = st.sampled_from(["p", "div", "span", "a", "li", "em"])
_attributes = st.dictionaries(
    st.sampled_from(["id", "href", "class", "title", "data-id"]), _texts, max_size=3
)
_quotes = st.sampled_from(["'", '"'])


@st.composite
def _elements(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    name, quote = draw(_names), draw(_quotes)
    values = "".join(
        f" {key}={quote}{html.escape(value)}{quote}" for key, value in draw(_attributes).items()
    )
    return f"<{name}{values}>{''.join(draw(st.lists(inner, max_size=3)))}</{name}>"


_markup = st.lists(st.recursive(_texts.map(html.escape), _elements, max_leaves=12), max_size=4).map(
    "".join
)


def _tree(page: str, path: str) -> list[str]:
    tree = etree.fromstring(page.encode(), etree.HTMLParser(encoding="utf-8"))
    return [str(value) for value in cast("list[object]", tree.xpath(path))]


@given(_markup)
def test_the_scan_agrees_with_a_tree_parser(body: str) -> None:
    page = f"{_HEAD}{body}</body></html>"
    found = page_facts(page.encode())
    assert found.faults == ()
    assert found.ids == tuple(sorted(set(filter(None, _tree(page, "//@id")))))
    assert found.links == tuple(dict.fromkeys(filter(None, _tree(page, "//a/@href"))))


@given(_markup)
def test_exact_text_agrees_with_a_tree_parser(body: str) -> None:
    # No paragraphs: a tree parser would end one at the next block.
    inner = body.replace("<p", "<i").replace("</p>", "</i>")
    page = f'{_HEAD}<div data-source="a.txt" data-pieces="1:0-1">{inner}</div></body></html>'
    texts = page_facts(page.encode()).quotations[0].texts
    assert "".join(texts) == "".join(_tree(page, "//*[@data-source]//text()"))


@pytest.mark.parametrize(
    ("path", "text", "links", "requests"),
    [
        pytest.param(
            "sitemap.xml",
            "<url><loc>https://x.cn/a/</loc></url>",
            ("https://x.cn/a/",),
            (),
            id="site-map",
        ),
        pytest.param(
            "feed.xml",
            '<link rel="self" href="https://x.cn/f?a&amp;b"/>',
            ("https://x.cn/f?a&b",),
            (),
            id="feed",
        ),
        pytest.param(
            "a.css",
            '/* url(n.png) */ p{background:url( "b.png" )}',
            (),
            ("b.png",),
            id="style-sheet",
        ),
        pytest.param("a.svg", '<use xlink:href="#k"/>', (), ("#k",), id="drawing"),
    ],
)
def test_other_files_link_too(
    path: str, text: str, links: tuple[str, ...], requests: tuple[str, ...]
) -> None:
    found = file_facts(path, text.encode())
    assert found is not None
    assert (found.links, found.requests) == (links, requests)


def test_files_that_link_to_nothing_have_no_facts() -> None:
    assert file_facts("a.png", b"\x89PNG") is None


_QUOTED = '<span class="q" data-source="articles/a.md">{}</span>'


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        pytest.param(_QUOTED.format("浑源县出黄芪。"), [("浑源县出黄芪。",)], id="plain"),
        pytest.param(
            _QUOTED.format("<mark>浑源县</mark>出黄芪。"), [("浑源县出黄芪。",)], id="marked"
        ),
        pytest.param(
            "<span data-source='articles/a.md'>浑源县出黄芪。</span>",
            [("浑源县出黄芪。",)],
            id="quotes",
        ),
        pytest.param(
            _QUOTED.format("浑源县<em>出</em>黄芪。"),
            [("浑源县出黄芪。",)],
            id="other-element-inside",
        ),
        pytest.param(
            _QUOTED.format("浑源县<br>出黄芪。"), [("浑源县", "出黄芪。")], id="two-blocks"
        ),
        pytest.param(_QUOTED.format("a&lt;b 黄芪&amp;党参"), [("a<b黄芪&党参",)], id="entities"),
        pytest.param(
            _QUOTED.format("甲") + '<b data-source="articles/b.md">乙</b>',
            [("甲",), ("乙",)],
            id="both",
        ),
        pytest.param(
            _QUOTED.format('文中写着 data-source="articles/c.md">'),
            [('文中写着data-source="articles/c.md">',)],
            id="text-like-an-attribute",
        ),
        pytest.param(
            _QUOTED.format("甲" + _QUOTED.format("乙") + "丙"), [("甲", "丙"), ("乙",)], id="nested"
        ),
    ],
)
def test_a_quotation_says_the_same_however_it_is_written(
    body: str, texts: list[tuple[str, ...]]
) -> None:
    assert [it.texts for it in facts(body).quotations] == texts


@pytest.mark.parametrize("after", ["", "<b data-source='pages/b.txt' data-pieces='1:0-1'>乙</b>"])
def test_pieces_are_read_exactly(after: str) -> None:
    one = facts(
        f'<span class="q" data-source="pages/a.txt" data-pieces="3:0-4">[甲] *<mark>乙</mark></span>{after}'
    ).quotations[0]
    assert (one.source, one.pieces, one.repairs) == ("pages/a.txt", "3:0-4", "")
    assert one.texts == ("[甲] *乙",)
