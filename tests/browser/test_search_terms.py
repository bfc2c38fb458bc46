"""The client's folding and terms: the cases that Python runs too, and what a query asks for."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser

from generator.present.assets import assets
from generator.search.fold import simplified
from tests.browser.search_host import HOST, Host
from tests.search_cases import TermCase, term_cases

_READ = """async ([module, pairs, texts]) => {
  const { Folding, key, terms, words } = await import(module);
  const folding = new Folding();
  folding.learn(pairs);
  // Halves of characters do not pass between browser and test: a term goes as its units.
  const units = (it) => Array.from({ length: it.length }, (_, at) => it.charCodeAt(at));
  return texts.map((text) => {
    const folded = folding.fold(text);
    const { folded: traced, offsets } = folding.trace(text);
    const back = offsets.map((it) => it);
    const found = words(folded).flatMap(terms);
    return { folded, terms: found.map(units), key: key(folded), traced, back };
  });
}"""
_ASK = """async ([module, text]) => {
  const { understand } = await import(module);
  const { words, ...more } = understand(text);
  const said = ({ term, prefix }) => term + (prefix ? "…" : "");
  return { ...more, words: words.map((it) => it.terms.map(said).join(" ")) };
}"""


@pytest.fixture(scope="module")
def host(browser: Browser) -> Any:
    """The scripts alone."""
    page = browser.new_page()
    yield Host(page, dict(assets().files))
    page.close()


@pytest.fixture(scope="module")
def read(host: Host) -> dict[str, Any]:
    """What the browser makes of the text of each case."""
    texts = [it.values[0].text for it in term_cases()]
    module = f"{HOST}/search/text.js"
    made = host.page.evaluate(_READ, [module, list(map(list, simplified().items())), texts])
    return dict(zip(texts, made, strict=True))


@pytest.mark.parametrize("case", term_cases())
def test_the_browser_finds_the_same_terms(read: dict[str, Any], case: TermCase) -> None:
    made = read[case.text]
    assert made["folded"] == case.folded
    assert ["".join(map(chr, it)) for it in made["terms"]] == case.terms
    assert made["key"] == case.key


@pytest.mark.parametrize("case", term_cases())
def test_each_folded_unit_comes_from_its_character(read: dict[str, Any], case: TermCase) -> None:
    traced, back = read[case.text]["traced"], read[case.text]["back"]
    assert len(back) == len(traced.encode("utf-16-le")) // 2 + 1
    assert back == sorted(back)
    assert back[-1] == len(case.text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("query", "words"),
    [
        pytest.param("两江新区", ["两江 江新 新区"], id="pairs"),
        pytest.param("两江 新区", ["两江", "新区"], id="words"),
        pytest.param("重", ["重…"], id="one character: all it begins"),
        pytest.param("2022", ["2022…"], id="number: begins"),
        pytest.param("gd", ["gd…"], id="letters: begin"),
        pytest.param("2022年", ["2022 2年"], id="number before a character: whole"),
        pytest.param("年2022", ["年2 2022…"], id="number after a character: begins"),
        pytest.param("p数据", ["p数 数据"], id="the end of a run"),
        pytest.param("1,200", ["1200…"], id="comma of a number"),
        pytest.param("“水”、电", ["水…", "电…"], id="punctuation divides"),
        pytest.param("水 水 水", ["水…"], id="each word once"),
        pytest.param("？？。", [], id="nothing"),
    ],
)
def test_a_query_asks_for(host: Host, query: str, words: list[str]) -> None:
    assert host.page.evaluate(_ASK, [f"{HOST}/search/query.js", query])["words"] == words


@pytest.mark.parametrize(
    ("query", "sound"),
    [
        pytest.param("chongqing", "chongqing", id="letters"),
        pytest.param("chong qing", "chongqing", id="spaces"),
        pytest.param("xi'an", "xian", id="apostrophe"),
        pytest.param("a4zhi", "a4zhi", id="with digits"),
        pytest.param("2008nian", "2008nian", id="digits first"),
        pytest.param("2008", "", id="digits only"),
        pytest.param("重庆", "", id="characters"),
        pytest.param("重q", "", id="mixed"),
    ],
)
def test_letters_are_looked_up_as_pinyin(host: Host, query: str, sound: str) -> None:
    assert host.page.evaluate(_ASK, [f"{HOST}/search/query.js", query])["sound"] == sound


def test_a_long_query_asks_for_a_bounded_number_of_terms(host: Host) -> None:
    text = "".join(chr(0x4E00 + it) for it in range(5000))
    asked = host.page.evaluate(_ASK, [f"{HOST}/search/query.js", text])
    assert sum(len(it.split()) for it in asked["words"]) <= 60
