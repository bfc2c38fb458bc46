"""The first newspaper page as a reader meets it: texts, gaps, ways between topics, the audit."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from tests.site.sites import CONTENT, follow, page, text_of

SOURCE = CONTENT / "pages" / "000_3863c88884404813.txt"
LIANGJIANG = "articles/liangjiang-xinqu-erci-chuangye/"
DANGJIAN = "articles/jianqiang-zhandou-baolei/"
SHANXI = "articles/shanxi-datong-xianxiao-hezuo/"


def prose(site: Path, article: str) -> list[str]:
    """Paragraphs, headings and gaps of the running text: no pull quotes, no words of the editor."""
    (body,) = page(site, article).find_class("prose")
    texts = [it for it in body if it.tag in ("p", "h2", "h3") and it.get("class") != "why"]
    return [text_of(it) for it in texts]


def lines(numbers: str) -> str:
    """Lines of the source put together as `11+31`, with the punctuation that Chinese print has."""
    source = SOURCE.read_text(encoding="utf-8").split("\n")
    joined = "".join(source[int(number) - 1] for number in numbers.split("+"))
    return width(joined)


def width(text: str) -> str:
    """Half-width signs beside Chinese characters made full-width, as far as these texts need."""
    pairs = {",": "，", ":": "：", ";": "；", "?": "？", "(": "（", ")": "）"}
    near = r"[\u3400-\u9fff“”‘’《》、。，；：（）—…]"
    signs = "".join(map(re.escape, pairs))
    before = re.sub(rf"(?<={near})[{signs}]", lambda it: pairs[it[0]], text)
    return re.sub(rf"[{signs}](?={near})", lambda it: pairs[it[0]], before)


@pytest.mark.parametrize(
    ("article", "seam"),
    [
        pytest.param(LIANGJIANG, "产业项目近面先后落户", id="11+31"),
        pytest.param(LIANGJIANG, "努力在全市发展大局中作出新的更大贡献", id="19+35"),
        pytest.param(LIANGJIANG, "应用等方面的脱节", id="29+41"),
        pytest.param(LIANGJIANG, "核心承载区的目标，两江新区将全力打造", id="47+51"),
        pytest.param(LIANGJIANG, "创新生态明显优化", id="51+65"),
        pytest.param(DANGJIAN, "在打赢脱贫攻坚战中，全国累计", id="117+119"),
        pytest.param(DANGJIAN, "建设让党中央放心、让人民满意的模范机关", id="185+167"),
    ],
)
def test_a_sentence_cut_by_a_column_reads_on(own_site: Path, article: str, seam: str) -> None:
    assert any(seam in paragraph for paragraph in prose(own_site, article))


ORDERS = {
    LIANGJIANG: (
        "9 11+31 33 13 15 17 19+35 37 39 21 23 25 27 29+41 43 45 47+51+65 "
        "53 55 57 59 61 63 67 69 71 73"
    ),
    DANGJIAN: (
        "97 … 99 101 103 105 107 109 111 113 115 117+119 121 123 125 127 129 131 133 135 … "
        "77 79 81 83 85 87 89 91 93 95 … 175 177 179 181 183 185+167 169 171 173 187"
    ),
    SHANXI: "145 147 149 151 153 155 157 159 161 163 165",
}
REPAIRS = (
    ("总书记记来到", "总书记来到"),
    ("社会服务部部部长", "社会服务部部长"),
    ("企业 and 出资人", "企业和出资人"),
    ("组织 and 律师", "组织和律师"),
)


@pytest.mark.parametrize("article", ORDERS, ids=["two-rivers", "party", "shanxi"])
def test_the_running_text_is_the_lines_in_the_order_of_the_printed_article(
    own_site: Path, article: str
) -> None:
    expected = []
    for entry in ORDERS[article].split():
        text = "此处有缺" if entry == "…" else lines(entry)
        for wrong, right in REPAIRS:
            text = text.replace(wrong, right)
        expected.append(text)
    shown = ["此处有缺" if it.startswith("此处有缺") else it for it in prose(own_site, article)]
    assert shown == expected


def test_the_pull_quote_stands_aside_and_nowhere_else(own_site: Path) -> None:
    (quote,) = page(own_site, LIANGJIANG).find_class("pull")
    assert lines("49") in text_of(quote)
    assert lines("49") not in prose(own_site, LIANGJIANG)


def test_the_party_article_opens_with_a_gap_and_says_why(own_site: Path) -> None:
    after_jump = prose(own_site, DANGJIAN)[1]
    assert after_jump.startswith("此处有缺")
    assert "第一版" in after_jump


@pytest.mark.parametrize(("line", "end"), [("135", "中央组织部指导各地确定"), ("95", "群体党建")])
def test_a_line_that_breaks_off_ends_in_a_visible_gap(own_site: Path, line: str, end: str) -> None:
    shown = prose(own_site, DANGJIAN)
    at = next(index for index, text in enumerate(shown) if text.endswith(end))
    assert text_of(page(own_site, DANGJIAN).get_element_by_id(f"p{line}")) == shown[at]
    assert shown[at + 1].startswith("此处有缺")
    assert len(shown[at + 1]) > len("此处有缺")


def test_every_line_of_the_page_is_listed_with_the_place_it_went_to(own_site: Path) -> None:
    url = "pages/000-3863c88884404813/"
    shown = page(own_site, url)
    listed = {it.get("id"): it for it in shown.xpath("//*[starts-with(@id, 'L')]")}
    source = SOURCE.read_text(encoding="utf-8").split("\n")
    assert list(listed) == [f"L{number}" for number, it in enumerate(source, 1) if it.strip()]
    assert len(listed) == 93
    for name, row in listed.items():
        targets = [it.get("href") for it in row.iter("a")]
        inside = [it for it in targets if "articles/" in it]
        assert inside, name
        target = follow(url, inside[0])
        anchor = inside[0].partition("#")[2]
        assert page(own_site, target).get_element_by_id(anchor) is not None


def test_the_source_page_shows_the_lines_as_they_came(own_site: Path) -> None:
    shown = page(own_site, "pages/000-3863c88884404813/")
    for insertion in list(shown.iter("ins")):
        insertion.drop_tree()
    text = "".join(shown.text_content().split())
    for number, line in enumerate(SOURCE.read_text(encoding="utf-8").split("\n"), 1):
        assert "".join(line.split()) in text, number


def test_the_source_page_lists_every_decision_and_the_one_that_is_doubtful(own_site: Path) -> None:
    shown = page(own_site, "pages/000-3863c88884404813/")

    def lines(section: str) -> list[str]:
        rows = shown.xpath(f"//section[@id='{section}']//tbody/tr")
        return [text_of(row[0]) for row in rows]

    assert lines("joins") == ["11+31", "19+35", "29+41", "47+51", "51+65", "117+119", "185+167"]
    assert lines("doubts") == ["31"]
    assert lines("gaps") == ["95", "99", "135"]
    assert lines("asides") == ["49"]
    assert lines("repairs") == ["79", "89", "91", "161"]
    assert len(lines("flags")) == 17


@pytest.mark.parametrize(
    ("article", "share"), [(LIANGJIANG, "99%"), (DANGJIAN, "100%"), (SHANXI, "100%")]
)
def test_an_article_tells_how_much_of_its_text_surely_stands_in_its_place(
    own_site: Path, article: str, share: str
) -> None:
    (meta,) = page(own_site, article).xpath("//header/div[@class='meta']")
    assert text_of(meta[-1]) == f"位置可靠的文字占 {share}"


def test_from_shanxi_a_term_nobody_listed_leads_to_the_party_topic(own_site: Path) -> None:
    """Link by link, as a reader goes."""
    topic = "topics/shanxi-xianxiao-hezuo/"
    to_term = _link(page(own_site, topic), "乡村振兴")
    term_url = follow(topic, to_term)
    term = page(own_site, term_url)
    to_party = _link(term, "党建")
    assert follow(term_url, to_party) == "topics/dangjian/"
    assert text_of(page(own_site, "topics/dangjian/").xpath("//h1")[0]) == "党建"


@pytest.mark.parametrize(
    "url", ["topics/shanxi-xianxiao-hezuo/", "topics/dangjian/"], ids=["from-shanxi", "from-party"]
)
def test_both_passages_stand_where_the_two_topics_meet(own_site: Path, url: str) -> None:
    (related,) = page(own_site, url).xpath("//*[@id='related']")
    pairs = [it for it in related.find_class("pair") if "乡村振兴" in text_of(it)]
    assert pairs
    quoted = [it for it in pairs[0].xpath(".//blockquote") if "乡村振兴" in text_of(it)]
    links = [it.get("href") for it in pairs[0].xpath(".//figcaption//a")]
    assert len(quoted) == 2
    assert {it.split("articles/")[1].split("/")[0] for it in links} == {
        DANGJIAN.split("/")[1],
        SHANXI.split("/")[1],
    }


def test_no_file_of_the_editors_names_the_term_that_joins_the_topics() -> None:
    editors = [*(CONTENT / "topics").iterdir(), *(CONTENT / "authority").iterdir()]
    editors += [CONTENT / "site.toml", *CONTENT.glob("lexicon.txt")]
    naming = [it.name for it in editors if "乡村振兴" in it.read_text(encoding="utf-8")]
    assert naming == []
    # The review file quotes headings to name lines; it lists no terms.
    review = SOURCE.with_suffix(".review.toml").read_text(encoding="utf-8")
    assert not re.search(r"^(tags|terms|aliases).*乡村振兴", review, re.MULTILINE)


@pytest.mark.parametrize(
    ("topic", "other"),
    [("liangjiang-xinqu", "党建"), ("liangjiang-xinqu", "山西县校合作"), ("dangjian", "两江新区")],
)
def test_topics_that_share_little_say_so_and_quote_nothing(
    own_site: Path, topic: str, other: str
) -> None:
    (related,) = page(own_site, f"topics/{topic}/").xpath("//*[@id='related']")
    (little,) = related.find_class("little")
    assert other in [text_of(it) for it in little.iter("a")]
    assert other not in [text_of(it) for it in related.xpath(".//div[@class='pair']/h3")]


def test_stock_words_have_no_page(own_site: Path) -> None:
    titles = [page(own_site, f"terms/{it.name}/").xpath("string(//h1)") for it in _terms(own_site)]
    assert "乡村振兴" in titles
    assert not {"建设", "发展", "示范", "高质量发展", "高质量"} & set(titles)


def test_the_editors_order_is_told_where_it_was_the_editors_choice(own_site: Path) -> None:
    for article, anchors in ((LIANGJIANG, ("p67", "p73")), (DANGJIAN, ("h77", "p175"))):
        for anchor in anchors:
            said = page(own_site, article).get_element_by_id(anchor).getprevious()
            assert said.get("class") == "why", anchor
            assert "编者" in text_of(said)


def test_repairs_show_what_stood_there(own_site: Path) -> None:
    party, shanxi = (text_of(page(own_site, it)) for it in (DANGJIAN, SHANXI))
    assert "总书记来到他们中间" in party
    assert "重点企业和出资人" in party
    assert "社会服务部部长王宏伟" in shanxi
    notes = [text_of(it) for it in page(own_site, SHANXI).xpath("//li[starts-with(@id, 'xj-')]")]
    assert any(it.startswith("改“部”删去：") for it in notes)


def test_an_introduction_is_marked_as_the_editors(own_site: Path) -> None:
    for topic in ("dangjian", "liangjiang-xinqu", "shanxi-xianxiao-hezuo"):
        written = (CONTENT / "topics" / f"{topic}.md").read_text(encoding="utf-8").split("---\n")[2]
        (box,) = page(own_site, f"topics/{topic}/").xpath("//header//div[@class='editor']")
        shown = text_of(box)
        assert shown.startswith("编者")
        for paragraph in written.strip().split("\n\n"):
            assert paragraph in shown


def test_every_quoted_sentence_leads_to_itself(own_site: Path) -> None:
    """Following "原文" from a topic or term page ends at a sentence with the very same words."""
    for path in [*own_site.glob("topics/*/index.html"), *own_site.glob("terms/*/index.html")]:
        url = path.parent.relative_to(own_site).as_posix() + "/"
        for item in page(own_site, url).find_class("passages"):
            for row in item.iter("li"):
                (quote,) = row.find_class("q")
                href = row.find_class("at")[0].xpath(".//a/@href")[0]
                target = page(own_site, follow(url, href))
                anchor = href.partition("#")[2]
                assert text_of(target.get_element_by_id(anchor)) == text_of(quote)


def _link(shown: html.HtmlElement, text: str) -> str:
    found = [it.get("href") for it in shown.iter("a") if text_of(it) == text]
    assert found, text
    return str(found[0])


def _terms(site: Path) -> list[Path]:
    return sorted((site / "terms").iterdir())
