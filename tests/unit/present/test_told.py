"""Lists under an article: each entry leads to its sentence, each quotation has its proof."""

from __future__ import annotations

import re

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from generator.annotate.sentences import find_sentences
from generator.check.facts import page_facts
from generator.check.grounding import check_grounding
from generator.check.sources import SourceTexts
from generator.model.article import Article
from generator.model.findings import Event, Findings, Name, Quote
from generator.present.told import Told, told
from generator.restore.authored import read_article
from tests.site.sites import texts
from tests.unit.present.blocks import Printed, restored


def article(text: str) -> Article:
    return read_article(text, "articles/a.md").article


def of(it: Article, findings: Findings, pages: dict[str, str] | None = None) -> dict[str, Told]:
    return {made.title: made for made in told(it, find_sentences(it), findings, pages or {})}


def test_an_entry_leads_to_its_sentence_and_further_ones_to_theirs() -> None:
    it = article("# 题\n\n甲县好。" + "乙说甲县大。" * 6 + "甲县和甲县。\n")
    text = it.blocks[0].text
    names = tuple(Name(at.start(), at.end(), "LOC") for at in re.finditer("甲县", text))
    made = of(it, Findings(names=names), {"甲县": "../../places/x/"})["地点"]
    assert made.number == 1
    item = lxml_html.fromstring(made.html)
    links = texts(item, "//a/@href")
    sentences = find_sentences(it)
    assert links == [*(f"#{sentence.id}" for sentence in sentences[:5]), "../../places/x/"]
    assert "".join(texts(item, "//text()")).split() == [
        "甲县9",
        "处，另见",
        "②",
        "③",
        "④",
        "⑤；各处所见",
    ]


def test_what_a_text_says_is_escaped() -> None:
    it = article("# 题\n\n甲&lt;b&gt;&amp;乙说。\n")
    assert it.blocks[0].text == "甲<b>&乙说。"
    made = of(it, Findings(names=(Name(0, 6, "PER"),)))["人物"]
    assert "甲&lt;b&gt;&amp;乙</a>" in made.html


def test_a_long_quotation_is_cut_and_says_so() -> None:
    it = article("# 题\n\n他说：“" + "好" * 90 + "。”\n")
    made = of(it, Findings(quotes=(Quote(4, 95, "甲", None, direct=True),)))["引语"]
    said = "".join(texts(lxml_html.fromstring(made.html), "//text()"))
    assert said.strip() == "甲“" + "好" * 59 + "…"


def test_a_mention_before_the_first_sentence_leads_to_the_top() -> None:
    it = Article(msgspec.convert("a", str), "题", "articles/a.md", ())  # type: ignore[arg-type]
    assert 'href="#"' in of(it, Findings(names=(Name(0, 0, "PER"),)))["人物"].html


@given(restored, st.data())
def test_each_quotation_is_found_in_its_source_again(page: Printed, data: st.DataObject) -> None:
    size = len(page.block.text)
    if not size or "\n" in page.block.text:
        return
    start = data.draw(st.integers(0, size - 1))
    end = data.draw(st.integers(start + 1, size))
    findings = Findings(events=(Event(start, end, "签约"),))
    (made,) = told(page.article, find_sentences(page.article), findings, {})
    source = "\n".join(page.lines).encode()
    facts = page_facts(f"<html lang=zh><title>题</title>{made.html}</html>".encode())
    assert facts.quotations
    problems = check_grounding("a/index.html", facts, SourceTexts(lambda _path: source))
    # Random repairs are larger than any editor's, and a random page has seams anywhere.
    allowed = {"proof-seam", "proof-repair-large"}
    assert [it for it in problems if it.code not in allowed] == []
