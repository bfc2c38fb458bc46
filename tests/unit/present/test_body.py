"""What a reader and a browser get from an article's text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.annotation import Sentence
from generator.model.article import (
    Article,
    ArticleId,
    Block,
    Container,
    Doubt,
    Flag,
    Join,
    Mark,
    MarkKind,
    PageRef,
    Segment,
)
from generator.present.apparatus import Apparatus
from generator.present.body import Link, Setting, body, href
from tests.unit.present.blocks import Printed, printed, restored
from tests.unit.present.pages import Read


def shown(
    *blocks: Block,
    sentences: Sequence[Sentence] = (),
    links: Sequence[Link] = (),
    addresses: dict[str, str] | None = None,
) -> str:
    pages = (PageRef("p", "pages/p.txt"),) if any(it.segments for it in blocks) else ()
    article = Article(ArticleId("a"), "题", "articles/a.md", blocks, pages=pages)
    setting = Setting(article, "../", addresses or {}, Apparatus(article))
    return body(setting, sentences, links).html


def one(text: str, *marks: Mark, **more: object) -> str:
    """Inside of a single paragraph."""
    html = shown(Block("p1", "paragraph", text, marks=marks), **more)  # type: ignore[arg-type]
    return html.removeprefix('<p id="p1">').removesuffix("</p>\n")


LINK = Mark("link", 0, 2, "b.md")

CASES = {
    "nothing to mark": (one("甲乙"), "甲乙"),
    "markup in the text": (one('<b>&"'), '&lt;b&gt;&amp;"'),
    "marks that cross": (
        one("甲乙丙", Mark("strong", 0, 2), Mark("em", 1, 3)),
        "<strong>甲<em>乙</em></strong><em>丙</em>",
    ),
    "a mark over two sentences is cut, sentences are not": (
        one(
            "甲。乙。",
            Mark("strong", 1, 3),
            sentences=[Sentence("s", 0, 0, 2), Sentence("t", 0, 2, 4)],
        ),
        '<span class="s" id="s">甲<strong>。</strong></span>'
        '<span class="s" id="t"><strong>乙</strong>。</span>',
    ),
    "a first mention": (
        one("看党建。", sentences=[Sentence("s", 0, 0, 4)], links=[(0, 1, 3, "topics/x/", "党建")]),
        '<span class="s" id="s">看<a class="term" href="../topics/x/">党建</a>。</span>',
    ),
    "a first mention by a short name tells the whole one": (
        one("看农大。", sentences=[Sentence("s", 0, 0, 4)], links=[(0, 1, 3, "o/x/", "农业大学")]),
        '<span class="s" id="s">看'
        '<a class="term" href="../o/x/" title="农业大学">农大</a>。</span>',
    ),
    "no first mention inside the author's link": (
        one("党建", LINK, addresses={"b.md": "articles/b/"}, links=[(0, 0, 2, "topics/x/", "")]),
        '<a href="../articles/b/">党建</a>',
    ),
    "a link that leads nowhere is text": (one("党建", LINK), "党建"),
    "a link to another site": (
        one("党建", LINK, addresses={"b.md": "https://example.org/?a&b"}),
        '<a href="https://example.org/?a&amp;b" rel="noopener external">党建</a>',
    ),
    "a scheme that runs code is text": (
        one("党建", LINK, addresses={"b.md": "javascript:alert(1)"}),
        "党建",
    ),
    "a line break": (one("甲乙", Mark("break", 1, 1)), "甲<br>乙"),
    "a picture that is not published": (
        one("", Mark("image", 0, 0, "x.png", label="图")),
        '<span class="noimage" role="img" aria-label="图" data-label="〔图：图〕"></span>',
    ),
}


@pytest.mark.parametrize(("html", "expected"), CASES.values(), ids=CASES)
def test_a_paragraph(html: str, expected: str) -> None:
    assert html == expected


def test_blocks_of_one_list_share_it() -> None:
    first, second = Container("ul", 1), Container("li", 2)
    html = shown(
        Block("a", "plain", "甲", within=(first, second)),
        Block("b", "plain", "乙", within=(first, Container("li", 3))),
        Block("c", "paragraph", "丙"),
    )
    assert html == (
        '<ul><li><span id="a">甲</span></li><li><span id="b">乙</span></li></ul><p id="c">丙</p>\n'
    )


def test_a_wide_table_scrolls_in_a_box_that_the_keyboard_reaches() -> None:
    cell = (Container("table", 1), Container("tbody", 2), Container("tr", 3))
    html = shown(Block("a", "plain", "1", within=(*cell, Container("td", 4, "right"))))
    assert 'tabindex="0"><table><tbody><tr><td class="right">' in html
    assert html.endswith("</td></tr></tbody></table></div>\n")


def test_an_unknown_element_is_a_plain_box() -> None:
    html = shown(Block("a", "plain", "甲", within=(Container("script", 1),)))
    assert html == '<div><span id="a">甲</span></div>'


def test_code_keeps_its_first_empty_line() -> None:
    assert '>\n<code class="language-py">\nx</code></pre>' in shown(
        Block("a", "code", "\nx", info="py")
    )


def test_a_gap_says_what_is_missing() -> None:
    html = shown(Block("g", "gap", note="下文<不在>本页"))
    assert Read(html).text.split() == ["此处有缺", "下文<不在>本页"]


def test_doubts_are_signs_and_notes_but_never_text() -> None:
    page = printed(["一批产业项目近"], ["面先后落户", ("记记", "记")])
    block = Block(
        "b1",
        "paragraph",
        page.block.text,
        segments=page.block.segments,
        repairs=page.block.repairs,
        flags=(Flag(7, 8, "疑为“期”"),),
        joins=(Join(7, 1, 2, "editor", sure=False, ground="不成词"),),
    )
    article = Article(ArticleId("a"), "题", "pages/p.txt", (block,), pages=(PageRef("p", "x"),))
    apparatus = Apparatus(article)
    read = Read(body(Setting(article, "", {}, apparatus), (), ()).html)
    assert read.parts["b1"] == "一批产业项目近面先后落户记"
    assert [(note.number, note.kind, note.source) for note in apparatus.notes] == [
        (1, "seam", "pages/p/#L2"),
        (2, "flag", "pages/p/#L2"),
        (3, "repair", "pages/p/#L2"),
    ]
    assert [it["href"] for it in read.having("data-n")] == ["#xj-1", "#xj-2", "#xj-3"]


def test_width_of_punctuation_is_counted_and_not_noted() -> None:
    page = printed(["今天晴"])
    repaired = page.block
    article = Article(ArticleId("a"), "题", "x", (repaired,), pages=(PageRef("p", "x"),))
    assert Apparatus(article).of(repaired) == ([], [])


@given(restored)
def test_a_restored_block_carries_its_proof_and_its_very_text(page: Printed) -> None:
    read = Read(shown(page.block))
    if page.block.segments:
        assert read.having("data-pieces")
    assert read.parts["b1"] == page.block.text


HOSTILE = st.text("<>&\"'/= a甲，\r\n；\u2028", max_size=24)
KINDS: st.SearchStrategy[MarkKind] = st.sampled_from(
    ["strong", "em", "code", "del", "mark", "link", "break", "anchor"]
)


@st.composite
def _hostile(draw: st.DrawFn) -> tuple[Block, list[Sentence], list[Link], dict[str, str]]:
    text = draw(HOSTILE)
    place = st.integers(0, len(text))
    marks = []
    for number in range(draw(st.integers(0, 5))):
        start, end = sorted((draw(place), draw(place)))
        kind = draw(KINDS)
        data = f"{draw(HOSTILE)}{number}" if kind in ("link", "anchor") else ""
        marks.append(Mark(kind, start, end, data, draw(HOSTILE)))
    cuts = sorted({0, len(text), *draw(st.lists(place, max_size=3))})
    sentences = [Sentence(f"s{a}", 0, a, b) for a, b in pairwise(cuts)]
    links = []
    for _ in range(draw(st.integers(0, 3))):
        start, end = sorted((draw(place), draw(place)))
        links.append((0, start, end, "terms/" + draw(HOSTILE), draw(HOSTILE)))
    addresses = {mark.data: draw(HOSTILE) for mark in marks if mark.kind == "link"}
    segments = (Segment(0, len(text), 0, 1, 0, len(text)),) if draw(st.booleans()) else ()
    ends = [sorted((draw(place), draw(place))) for _ in range(draw(st.integers(0, 2)))]
    flags = tuple(Flag(start, end, draw(HOSTILE)) for start, end in ends)
    block = Block("b", "paragraph", text, marks=tuple(marks), segments=segments, flags=flags)
    return block, sentences, sorted(links), addresses


@given(_hostile())
def test_no_text_becomes_markup(
    case: tuple[Block, list[Sentence], list[Link], dict[str, str]],
) -> None:
    block, sentences, links, addresses = case
    read = Read(shown(block, sentences=sentences, links=links, addresses=addresses))
    assert read.parts["b"] == block.text
    known = {"p", "span", "a", "strong", "em", "code", "del", "mark", "br"}
    assert {tag for tag, _ in read.tags} <= known
    attributes = {name for _, found in read.tags for name in found}
    assert attributes <= {
        "id", "class", "href", "title", "rel", "aria-label",
        "data-n", "data-source", "data-pieces", "data-repairs",
    }  # fmt: skip
    for sentence in sentences:
        assert read.parts[sentence.id] == block.text[sentence.start : sentence.end]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("articles/x/#s1", "../articles/x/#s1"),
        ("", "../"),
        ("#s1", "#s1"),
        ("https://example.org/", "https://example.org/"),
        ("HTTPS://example.org/", "HTTPS://example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//example.org/", ""),
        ("\\\\example.org/", ""),
        ("articles/a:b/", "../articles/a:b/"),
    ],
)
def test_addresses_stay_on_the_site_or_use_a_known_scheme(url: str, expected: str) -> None:
    assert href("../", url) == expected


def test_a_paragraph_in_a_doubtful_place_is_marked_and_told_in_the_notes() -> None:
    segment = Segment(0, 9, 0, 19, 0, 9)
    block = Block("p19", "paragraph", "镇水利站的技术员到", segments=(segment,))
    doubt = Doubt("p19", 0, 9, 19, "place", "auto", 0.9996)
    page = PageRef("p", "pages/p.txt")
    article = Article(ArticleId("a"), "题", "pages/p.txt", (block,), pages=(page,), doubts=(doubt,))
    apparatus = Apparatus(article)
    html = body(Setting(article, "../", {}, apparatus), (), ()).html
    assert 'data-n="存疑1" aria-label="位置存疑，见校勘记1"></a>镇水利站' in html
    (note,) = apparatus.notes
    assert (note.kind, note.quoted, note.probability) == ("place", "镇水利站的技术员到", ">99.9%")
    assert note.source == "pages/p/#L19"
