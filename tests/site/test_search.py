"""The index of a whole site holds what its pages show; read by a plain reader, without the client."""

from __future__ import annotations

import json
import random
import re
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from lxml import html
from pypinyin import Style, lazy_pinyin

from generator.search.fold import fold, simplified
from generator.search.terms import key, terms, units
from tests.bench import corpus
from tests.search_reader import Index
from tests.site.sites import CONTENT, built, page, tree, write

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_LONG = "论" + "甲乙丙丁戊己庚辛壬癸" * 9 + "各县水利之现状"

ODD = {
    "articles/traditional.md": "---\ntitle: 臺灣與香港\nauthors: [張學友]\n---\n\n臺北與臺中之間，"
    "乾隆年間始有驛道。\n",
    "articles/same-1.md": "---\ntitle: 同名\ndate: 2021-01-01\n---\n\n頭一篇。\n",
    "articles/same-2.md": "---\ntitle: 同名\ndate: 2021-01-01\nsource: 某报\n---\n\n第二篇。\n",
    "articles/draft.md": "---\ntitle: 草稿\ndraft: true\n---\n\n龘靐齉。\n",
    "articles/long-title.md": f"---\ntitle: {_LONG}\n---\n\n正文很短。\n",
    "articles/empty.md": "---\ntitle: 空\n---\n",
    "articles/rare.md": "# 生僻𠮷字\n\n𠮷野家與𠀀字😀並列，１２３，４５６人，ＡＢＣ與３.５％。\n",
    "articles/forms.md": "---\ntitle: A4纸与5G网络\ntags: [纸张, 通信]\n---\n\n## 一、表\n\n"
    "| 规格 | 边长 |\n| --- | --- |\n| A4 | 297毫米 |\n| B5纸 | 250毫米 |\n\n- 一条\n- 二条\n\n"
    "> 引文一段。\n\n```\nprint(1)  # 打印一\n\n打印二\n```\n\n正文有注[^1]。\n\n[^1]: 注文在此。\n",
    "articles/endless.md": f"# 长文\n\n{'这一句没有尽头' * 900}。\n\n{'短句。' * 1500}\n",
    "topics/zhi.md": "---\ntitle: 纸张专题\naliases: [造纸]\nterms: [A4]\n---\n\n蔡伦造纸的事。\n",
    "authority/people.toml": '[[people]]\nname = "曾国藩"\naliases = ["曾文正"]\nnote = "湘军统帅"\n',
}


class Entry(NamedTuple):
    """What results can show of an article."""

    number: int
    url: str
    title: str
    date: str
    source: str
    parts: tuple[tuple[str, tuple[Any, ...]], ...]


class Named(NamedTuple):
    """The same of a name."""

    number: int
    url: str
    kind: str
    name: str
    aliases: list[str]
    text: str


class Searched:
    """A published site as one that searches it knows it."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.index = Index(lambda path: (site / path).read_bytes())
        self.articles = self._articles()
        self.names = [
            Named(*it) for file in sorted(site.glob("texts/n/*.bin")) for it in _rows(file)
        ]
        self.find = lru_cache(maxsize=None)(self.index.find)

    def _articles(self) -> list[Entry]:
        found: dict[int, Entry] = {}
        for file in self.site.glob("texts/a/*.bin"):
            part = int(file.stem.partition("-")[2], 36)
            for number, url, title, date, source, count, text, anchors in _rows(file):
                parts = found[number].parts if number in found else ((),) * count
                parts = (*parts[:part], (text, tuple(anchors)), *parts[part + 1 :])
                found[number] = Entry(number, url, title, date, source, parts)
        assert sorted(found) == list(range(self.index.manifest["articles"]))
        return [found[it] for it in sorted(found)]

    def holding(self, query: str) -> set[int]:
        """Articles that hold each term of a query, and the query itself."""
        folded = fold(query)
        wanted = list(terms(units(folded)))
        assert wanted, query
        sets = [{number for number, _ in self.find(it).articles} for it in wanted]
        return {it for it in set.intersection(*sets) if folded in self.text(it)}

    def text(self, number: int) -> str:
        """All that results can show of an article, folded."""
        it = self.articles[number]
        return fold("\n".join([it.title, *[text for text, _ in it.parts]]))


def _rows(file: Path) -> list[list[Any]]:
    data = zlib.decompress(file.read_bytes())
    text = data[1:].decode({ord("g"): "gb18030", ord("u"): "utf-8"}[data[0]])
    rows: list[list[Any]] = json.loads(text)
    return rows


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's own content, made-up articles, and some of odd forms."""
    folder = tmp_path_factory.mktemp("searched")
    write(folder, tree(CONTENT))
    write(folder, ODD)
    corpus.write(folder / "articles", 80)
    return folder


@pytest.fixture(scope="module")
def searched(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Searched:
    return Searched(built(content, tmp_path_factory.mktemp("out")).site)


@pytest.fixture(scope="module")
def shown(searched: Searched) -> dict[str, list[str]]:
    """URL of each article -> stretches of text that its page shows."""
    return {it.url: list(_stretches(searched.site, it.url)) for it in searched.articles}


_SHOWN = (
    "//h1 | //header//*[@id] | //p[@class='byline'] | //p[@class='why']"
    " | //div[@class='prose']//*[@id][not(@class='s')]"
)


def _stretches(site: Path, url: str) -> Iterator[str]:
    elements = page(site, url).xpath(_SHOWN)
    assert isinstance(elements, list)
    for element in elements:
        assert isinstance(element, html.HtmlElement)
        for word in element.findall("b"):
            if word.text in ("编者", "此处有缺"):
                word.drop_tree()
        if text := str(element.text_content()).strip():
            yield text


def _drawn(shown: dict[str, list[str]], pattern: str, count: int, seed: int) -> list[str]:
    """Words of the pages, drawn article by article so that odd ones come too."""
    draw = random.Random(seed)
    runs = [[it for text in texts for it in re.findall(pattern, text)] for texts in shown.values()]
    runs = [it for it in runs if it]
    return [draw.choice(draw.choice(runs)) for _ in range(count)]


def _cut(words: list[str], seed: int) -> list[str]:
    draw = random.Random(seed)
    found = []
    for word in words:
        size = min(len(word), draw.randint(2, 6))
        start = draw.randint(0, len(word) - size)
        found.append(word[start : start + size])
    return found


def _containing(shown: dict[str, list[str]], query: str) -> set[str]:
    folded = fold(query)
    return {url for url, texts in shown.items() if any(folded in fold(it) for it in texts)}


HAN = "[\u3400-\u9fff]{2,}"


def test_any_substring_is_found_in_every_article_that_contains_it(
    searched: Searched, shown: dict[str, list[str]]
) -> None:
    folded = {url: "\0".join(map(fold, texts)) for url, texts in shown.items()}
    for query in _cut(_drawn(shown, HAN, 500, 1), 1):
        expected = {url for url, text in folded.items() if fold(query) in text}
        found = {searched.articles[it].url for it in searched.holding(query)}
        assert expected, query
        assert found >= expected, query
        # Tags and authors stand elsewhere on the page, and a stretch ends where two columns meet.
        assert len(found - expected) <= len(found) // 2 + 1, query


def test_the_same_in_traditional_script(searched: Searched, shown: dict[str, list[str]]) -> None:
    variants: dict[str, list[str]] = {}
    for traditional, simple in simplified().items():
        variants.setdefault(simple, []).append(traditional)
    draw = random.Random(2)
    for query in _cut(_drawn(shown, HAN, 500, 2), 2):
        typed = "".join(draw.choice(variants.get(it, [it])) for it in query)
        assert searched.holding(typed) == searched.holding(query), typed


def test_numbers_and_latin_words_are_found_by_their_first_characters(
    searched: Searched, shown: dict[str, list[str]]
) -> None:
    every = searched.index.terms()
    begins = re.compile("(?<![0-9a-z.,])[0-9a-z]+")
    runs = {url: begins.findall(fold("\n".join(texts))) for url, texts in shown.items()}
    draw = random.Random(3)
    for word in _drawn(shown, "(?<![0-9A-Za-z.,])[0-9A-Za-z]{2,}", 200, 3):
        prefix = fold(word[: draw.randint(1, len(word))])
        expected = {url for url, it in runs.items() if any(run.startswith(prefix) for run in it)}
        assert expected, prefix
        begun = (it for term, it in every.items() if term.startswith(prefix))
        numbers = {number for it in begun for number, _ in it.articles}
        assert {searched.articles[it].url for it in numbers} >= expected, prefix


def test_one_character_is_found_by_all_that_begins_with_it(
    searched: Searched, shown: dict[str, list[str]]
) -> None:
    every = searched.index.terms()
    for word in _drawn(shown, HAN, 60, 4):
        character = fold(word[0])
        begun = (it for term, it in every.items() if term.startswith(character))
        numbers = {number for it in begun for number, _ in it.articles}
        # A character that only ends words stands in pairs as their second.
        ended = (it for term, it in every.items() if len(term) == 2 and term[1] == character)
        numbers |= {number for it in ended for number, _ in it.articles}
        assert {searched.articles[it].url for it in numbers} >= _containing(shown, character)


def test_a_term_is_led_to_the_part_in_which_it_stands(searched: Searched) -> None:
    every = searched.index.terms()
    draw = random.Random(5)
    pairs = [it for it in every if len(it) == 2 and it[0] > "\u3400" and it[1] > "\u3400"]
    for term in draw.sample(pairs, 400):
        for number, mark in every[term].articles:
            entry = searched.articles[number]
            parts = [units(fold(text)) for text, _ in entry.parts]
            first = next((at for at, text in enumerate(parts) if term in text), 0)
            assert mark >> 2 == first, (term, entry.title)
            assert term in parts[first] or term in units(fold(entry.title))


def test_parts_lead_to_anchors_of_the_page(searched: Searched) -> None:
    for it in searched.articles:
        ids = set(map(str, page(searched.site, it.url).xpath("//@id")))
        for text, anchors in it.parts:
            names, offsets = anchors[::2], list(anchors[1::2])
            assert ids >= {name for name in names if name}, it.url
            assert offsets == sorted(offsets)
            assert not text or offsets[0] == 0
            assert all(at < len(units(text)) for at in offsets)


def test_a_sentence_begins_where_its_anchor_says(searched: Searched) -> None:
    it = next(it for it in searched.articles if it.url == "articles/a00007/")
    document = page(searched.site, it.url)
    for text, anchors in it.parts:
        for name, at in zip(anchors[::2], anchors[1::2], strict=True):
            (element,) = document.xpath("//*[@id=$name]", name=name) if name else (None,)
            if element is not None:
                said = str(element.text_content()).split("\n")[0]
                assert text[at:].startswith(said), name


def test_parts_are_of_a_length(searched: Searched) -> None:
    for it in searched.articles:
        assert 1 <= len(it.parts) <= 64
        for text, _ in it.parts:
            assert len(text) <= 1800 or it.title == "长文", it.title
    (endless,) = [it for it in searched.articles if it.title == "长文"]
    assert len(endless.parts) > 5


@pytest.mark.parametrize("style", [Style.NORMAL, Style.FIRST_LETTER], ids=["pinyin", "initials"])
def test_titles_and_names_are_found_by_their_sounds(searched: Searched, style: Style) -> None:
    told = [("articles", it.number, it.title) for it in searched.articles]
    told += [("names", it.number, name) for it in searched.names for name in (it.name, *it.aliases)]
    missed = []
    for space, number, name in told:
        # Rare ideographs have no reading, and pypinyin keeps kana and signs.
        typed = key(
            fold("".join(lazy_pinyin(fold(name) if "乾" not in name else name, style=style)))
        )
        if not typed.isascii() or not re.search("[\u4e00-\u9fff]", name):
            continue
        found = getattr(searched.find("~" + typed), space)
        if number not in {it for it, _ in found}:
            missed.append(name)
    assert len(told) > 200
    assert missed == []


def _key(name: str) -> str:
    return "=" + units(key(fold(name)))


def test_titles_and_names_are_found_as_wholes(searched: Searched) -> None:
    for it in searched.articles:
        assert it.number in dict(searched.find(_key(it.title)).articles), it.title
    for name in searched.names:
        for said in (name.name, *name.aliases):
            assert name.number in dict(searched.find(_key(said)).names), said


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("a4zhiyu5gwangluo", "A4纸与5G网络"),
        ("a4zy5gwl", "A4纸与5G网络"),
        ("zengguofan", "曾国藩"),
        ("cengguofan", "曾国藩"),
        ("zengwenzheng", "曾国藩"),
        ("zwz", "曾国藩"),
        ("chongqingliangjiangxinququanmiankaiqierc", "重庆两江新区全面开启二次创业"),
        ("zaozhi", "纸张专题"),
        ("taiwanyuxianggang", "臺灣與香港"),
    ],
)
def test_other_sounds(searched: Searched, typed: str, name: str) -> None:
    found = searched.find("~" + typed)
    titles = [searched.articles[it].title for it, _ in found.articles]
    names = {it.number: it.name for it in searched.names}
    assert any(name in it for it in [*titles, *(names[it] for it, _ in found.names)])


def test_facets_are_what_readers_see(searched: Searched) -> None:
    every = searched.index.terms()
    facets = {term: it for term, it in every.items() if term.startswith("#")}
    assert {it.partition(":")[0] for it in facets} == {"#kind", "#topic", "#source", "#year"}
    titles = [it.title for it in searched.articles]
    assert len(facets["#kind:article"].articles) == len(titles)
    assert [titles[it] for it, _ in facets["#source:某报"].articles] == ["同名"]
    years = {it[6:] for it in facets if it.startswith("#year:")}
    assert years == {it.date[:4] for it in searched.articles if it.date}
    topic = facets["#topic:纸张专题"]
    assert "A4纸与5G网络" in {titles[it] for it, _ in topic.articles}
    kinds = {it[6:] for it in facets if it.startswith("#kind:")}
    assert kinds == {"article", *(it.kind for it in searched.names)}


def test_numbers_follow_the_dates(searched: Searched) -> None:
    dates = [it.date for it in searched.articles]
    assert dates == sorted(dates)
    assert len({it.url for it in searched.articles}) == len(dates)
    assert not any("草稿" in it.title for it in searched.articles)


def test_every_name_with_a_page_is_there_once(searched: Searched) -> None:
    urls = [it.url for it in searched.names]
    assert len(set(urls)) == len(urls)
    assert len({it.number for it in searched.names}) == len(urls)
    assert all((searched.site / it / "index.html").is_file() for it in urls)
    folders = ("people", "organisations", "places", "documents", "terms", "topics")
    pages = {
        f"{file.parent.relative_to(searched.site).as_posix()}/"
        for folder in folders
        for file in searched.site.glob(f"{folder}/*/index.html")
    }
    firsts = {
        it
        for it in pages
        if 'http-equiv="refresh"' not in (searched.site / it / "index.html").read_text()
    }
    assert set(urls) == firsts
    told = {it.name: it for it in searched.names}
    assert "湘军统帅" in told["曾国藩"].text
    assert told["纸张专题"].text.startswith("蔡伦造纸的事。")


def test_heads_say_what_texts_say(searched: Searched) -> None:
    rows = [it for file in searched.site.glob("texts/heads/a/*.bin") for it in _rows(file)]
    assert sorted(rows) == [list(it[:5]) for it in searched.articles]
    rows = [it for file in searched.site.glob("texts/heads/n/*.bin") for it in _rows(file)]
    assert sorted(rows) == sorted([list(it[:4]) for it in searched.names])


def _changed(before: dict[str, bytes], after: dict[str, bytes], ending: str) -> set[str]:
    paths = (it for it in before.keys() | after.keys() if it.endswith(ending))
    return {it for it in paths if before.get(it) != after.get(it)}


def test_an_edit_touches_few_shards_and_no_page_for_them(
    content: Path, searched: Searched, tmp_path: Path
) -> None:
    copy = write(tmp_path / "content", tree(content))
    site = built(copy, tmp_path / "out").site
    before = tree(site)
    article = copy / "articles" / "same-2.md"
    article.write_text(article.read_text() + "\n又添一句龘靐。\n")
    built(copy, tmp_path / "out")
    after = tree(site)
    pages = _changed(before, after, ".html")
    # The first page and that of the data count sentences.
    others = pages - {"index.html", "data/index.html"}
    assert [it for it in others if "same-2" not in it and b"same-2" not in after[it]] == []
    number = next(it.number for it in searched.articles if it.source == "某报")
    shift = searched.index.manifest["articleShift"]
    texts = {it for it in _changed(before, after, ".bin") if it.startswith("texts/a/")}
    assert texts == {f"texts/a/{_base36(number >> shift)}-0.bin"}
    assert not {it for it in _changed(before, after, ".bin") if it.startswith("texts/n/")}
    shards = [it for it in before if it.startswith("search/i/")]
    gone = [it for it in shards if it not in after]
    assert 0 < len(gone) < len(shards) / 4
    assert after["search/manifest.json"] != before["search/manifest.json"]
    assert tree(built(copy, tmp_path / "clean").site) == after


def test_a_build_in_which_no_word_changed_makes_no_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.search import index

    content = write(
        tmp_path / "content", {"site.toml": 'title = "旧"\n', "articles/a.md": "# 甲\n"}
    )
    before = tree(built(content, tmp_path / "out").site)
    monkeypatch.setattr(index, "index_files", None)
    write(content, {"site.toml": 'title = "新"\n'})
    outcome = built(content, tmp_path / "out")
    assert outcome.written > 0
    after = tree(outcome.site)
    searched = [it for it in before if it.startswith(("search/i/", "search/m", "texts/"))]
    assert len(searched) > 3
    assert all(before[it] == after[it] for it in searched)


@pytest.mark.parametrize("lost", ["search/manifest.json", "texts/a/0-0.bin", "search/fold.json"])
def test_a_file_that_somebody_removed_or_spoilt_is_made_again(tmp_path: Path, lost: str) -> None:
    content = write(tmp_path / "content", {"articles/a.md": "# 甲\n\n一篇。\n"})
    site = built(content, tmp_path / "out").site
    before = tree(site)
    (site / lost).unlink()
    assert tree(built(content, tmp_path / "out").site) == before
    (site / lost).write_bytes(b"?")
    write(content, {"site.toml": 'title = "新"\n'})
    after = tree(built(content, tmp_path / "out").site)
    assert after[lost] == before[lost]


def _base36(number: int) -> str:
    digits = "" if number >= 36 else _DIGITS[number]
    return digits or _base36(number // 36) + _DIGITS[number % 36]


EMPTY: dict[str, dict[str, str | bytes]] = {
    "nothing": {"site.toml": 'title = "空"\n'},
    "a-topic": {"topics/kong.md": "---\ntitle: 空题\n---\n"},
    "an-article": {"articles/yi.md": "一。"},
    "a-draft": {"articles/gao.md": "---\ntitle: 稿\ndraft: true\n---\n\n稿。\n"},
    "signs": {"articles/fu.md": "# ……\n\n——\n"},
}


@pytest.mark.parametrize("files", EMPTY.values(), ids=EMPTY)
def test_a_site_with_next_to_nothing_has_an_index(
    tmp_path: Path, files: dict[str, str | bytes]
) -> None:
    site = built(write(tmp_path / "content", files), tmp_path / "out").site
    found = Searched(site)
    assert found.index.manifest["articles"] == len(list(site.glob("articles/*/index.html")))
    assert len(found.names) == found.index.manifest["names"]
    found.index.terms()


def test_an_article_that_hangs_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.app import memory
    from generator.app.build import build
    from generator.app.request import BuildRequest
    from generator.search import leaf

    def hangs(_: bytes) -> bytes:
        while True:
            pass

    monkeypatch.setattr(memory, "LEAF_SECONDS", 0.05)
    monkeypatch.setattr(leaf, "search_leaf", hangs)
    files: dict[str, str | bytes] = {"articles/yi.md": "# 一\n\n一篇。\n"}
    outcome = build(BuildRequest(write(tmp_path / "content", files), tmp_path / "out"))
    assert not outcome.published
    assert [(it.code, it.place.file) for it in outcome.problems] == [
        ("leaf-timed-out", "articles/yi.md")
    ]
