"""Topics as EPUB: complete, sound, each statement with its sentence, the same however built."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.present.epub.markup import adapt
from tests.site.books import (
    SPACES,
    Book,
    container_faults,
    note_faults,
    opened,
    package_faults,
)
from tests.site.sites import CONTENT, built, jingwei, page, texts, tree, write

SITE = 'title = "平遥资料"\nbase_url = "https://example.org/q/"\n'
WANTED = "[save]\nepub = true\n"
TOLD: dict[str, str | bytes] = {
    "site.toml": SITE + WANTED,
    "articles/jia.md": (
        "---\ntitle: 平遥县修渠\ndate: 2023-04-28\nsource: 平遥日报\nedition: 第2版\n"
        "author: [周禾, 何苗]\n---\n\n"
        "4月20日，平遥县与江南大学签署合作协议，总投资3.5亿元。"
        "2022年，平遥县粮食产量达到12.6万吨，同比增长4.5%。\n\n## 水\n\n"
        "平遥县水利局局长周大禾说：“到2025年，水渠总长要达到300公里以上。”\n"
    ),
    "articles/yi.md": (
        "---\ntitle: 江南大学在平遥县\ndate: 2023-05-06\n---\n\n"
        "江南大学印发《平遥县水利人才培养方案》。2022年，平遥县粮食产量达到11.8万吨。\n"
    ),
    "topics/qingshi.md": (
        "---\ntitle: 平遥县\nkind: 地方\naliases: [平遥]\nterms: [水渠]\n---\n\n"
        "编者的话，见[修渠](../articles/jia.md)。\n\n- 一\n- 二\n\n"
        "| 年 | 数 |\n|---|--:|\n| 2021 | 6 & 4 |\n\n再一句[^1]。\n\n[^1]: 编者的注。\n"
    ),
}
BOOK = "topics/qingshi/qingshi.epub"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two articles that contradict each other and a topic. Tests only read it."""
    folder = tmp_path_factory.mktemp("books")
    return built(write(folder / "content", TOLD), folder / "out").site


@pytest.fixture(scope="module")
def own_books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The books of this repository's topics, which are made of a newspaper page."""
    folder = tmp_path_factory.mktemp("own-books")
    content = write(folder / "content", tree(CONTENT))
    write(content, {"site.toml": (CONTENT / "site.toml").read_text("utf-8") + WANTED})
    files = tree(built(content, folder / "out").site)
    return {path: data for path, data in files.items() if path.endswith(".epub")}


def said(book: Book, name: str) -> str:
    root = book.pages[f"EPUB/{name}.xhtml"]
    return " ".join("".join(map(str, root.itertext())).replace("\u2060", "").split())


def test_without_being_asked_there_is_none(tmp_path: Path) -> None:
    content = write(tmp_path / "content", {**TOLD, "site.toml": SITE})
    files = tree(built(content, tmp_path / "out").site)
    assert [it for it in files if it.endswith(".epub")] == []
    assert b"epub" not in files["topics/qingshi/index.html"] + files["data/index.html"]


def test_a_book_keeps_the_rules_of_its_format(site: Path, own_books: dict[str, bytes]) -> None:
    books = [(site / BOOK).read_bytes(), *own_books.values()]
    assert len(books) == 4
    for data in books:
        book = opened(data)
        assert container_faults(data) == []
        assert package_faults(book) == []
        assert note_faults(book) == []


def test_it_has_what_the_topic_has(site: Path) -> None:
    book = opened((site / BOOK).read_bytes())
    title = said(book, "title")
    for words in (
        "平遥县",
        "又称平遥",
        "编者按",
        "编者的话",
        "2 篇文章",
        "2023年4月28日—2023年5月6日",
    ):
        assert words in title
    assert "12.6万吨" in said(book, "figures")
    assert "说法不一" in said(book, "figures")
    assert "水渠总长要达到300公里以上" in said(book, "quotes")
    assert "《平遥县水利人才培养方案》" in said(book, "papers")
    assert "局长" in said(book, "offices")
    assert "江南大学在平遥县" in said(book, "passages")
    assert "注 " in said(book, "timeline")


def test_a_note_says_article_paper_day_page_and_sentence(site: Path) -> None:
    book = opened((site / BOOK).read_bytes())
    told = said(book, "figures").partition(" 注 ")[2]
    assert "2022年，平遥县粮食产量达到12.6万吨，同比增长4.5%。" in told
    assert "《平遥县修渠》，平遥日报，2023年4月28日，第2版。" in told
    links = texts(book.pages["EPUB/figures.xhtml"], "//h:section[@role]//h:a/@href", **SPACES)
    assert any(re.fullmatch(r"https://example.org/q/articles/jia/#s\w+", it) for it in links)


def test_of_a_newspaper_page_a_note_says_the_lines(own_books: dict[str, bytes]) -> None:
    book = opened(own_books["topics/dangjian/dangjian.epub"])
    assert re.search(r"，科技日报，2022年10月10日，原页第 \d+(、\d+)* 行。", said(book, "timeline"))


def test_sources_are_listed_by_the_standard(site: Path) -> None:
    book = opened((site / BOOK).read_bytes())
    listed = texts(book.pages["EPUB/sources.xhtml"], "//h:li/h:a/text()", **SPACES)
    assert "周禾, 何苗. 平遥县修渠[N]. 平遥日报, 2023-04-28(2)." in listed


def test_metadata_are_of_the_content_alone(site: Path, tmp_path: Path) -> None:
    package = opened((site / BOOK).read_bytes()).package

    def value(path: str) -> str:
        return "".join(texts(package, f"o:metadata/{path}/text()", **SPACES))

    assert value("dc:title") == "平遥县"
    assert value("dc:language") == "zh-Hans"
    assert value("o:meta[@property='dcterms:modified']") == "2023-05-06T00:00:00Z"
    assert "textual" in value("o:meta[@property='schema:accessMode']")
    changed = {"articles/yi.md": str(TOLD["articles/yi.md"]).replace("11.8", "11.9")}
    other = built(write(tmp_path / "content", {**TOLD, **changed}), tmp_path / "out").site
    after = opened((other / BOOK).read_bytes()).package
    path = "o:metadata/dc:identifier/text()"
    assert texts(package, path, **SPACES) == texts(after, path, **SPACES)
    path = "o:metadata/o:meta[@property='schema:version']/text()"
    assert texts(package, path, **SPACES) != texts(after, path, **SPACES)


def test_the_topic_page_and_the_data_page_lead_to_it(site: Path) -> None:
    size = (site / BOOK).stat().st_size
    [link] = page(site, "topics/qingshi/").xpath("//a[@download]")
    assert link.get("href") == "../../" + BOOK
    assert link.get("type") == "application/epub+zip"
    assert link.text_content() == f"电子书（EPUB 3，{round(size / 1000)} kB）"
    assert page(site, "data/").xpath(f"//a[@href='../{BOOK}']")


def test_check_finds_a_sentence_that_no_source_has(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    content = write(tmp_path / "content", TOLD)
    monkeypatch.setattr(
        "generator.present.epub.book.adapt",
        lambda html, notes: adapt(html, notes).replace("水渠总长", "水渠总宽"),
    )
    ran = jingwei(capsys, "build", "--content", content, "--output", tmp_path / "out")
    assert ran.code != 0
    assert BOOK in ran.out + ran.err


EDITS: dict[str, dict[str, str | bytes]] = {
    "a-sentence-more": {"articles/yi.md": str(TOLD["articles/yi.md"]) + "\n水渠12条。\n"},
    "another-page": {"articles/jia.md": str(TOLD["articles/jia.md"]).replace("第2版", "第3版")},
    "another-author": {"articles/jia.md": str(TOLD["articles/jia.md"]).replace("何苗", "何田")},
    "another-introduction": {"topics/qingshi.md": "---\ntitle: 平遥县\n---\n\n另一句话。\n"},
    "another-name-of-the-site": {"site.toml": SITE.replace("资料", "志") + WANTED},
    "without-address": {"site.toml": 'title = "平遥资料"\n' + WANTED},
    "an-article-more": {
        "articles/bing.md": "---\ntitle: 丙\ndate: 2024-01-01\n---\n\n平遥县有水库9座。\n"
    },
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_after_an_edit_it_is_that_of_a_build_from_nothing(
    tmp_path: Path, edit: dict[str, str | bytes]
) -> None:
    content = write(tmp_path / "content", TOLD)
    before = (built(content, tmp_path / "out").site / BOOK).read_bytes()
    write(content, edit)
    warm = tree(built(content, tmp_path / "out").site)
    cold = tree(built(content, tmp_path / "clean").site)
    assert warm[BOOK] != before
    assert [path for path in cold if warm.get(path) != cold[path]] == []


def test_a_long_chapter_goes_over_several_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.present.epub.book._LARGEST", 6000)
    articles: dict[str, str | bytes] = {
        f"articles/w{number}.md": (
            f"---\ntitle: 第{number}篇\ndate: 2020-01-{number:02}\n---\n\n"
            + "".join(f"平遥县第{it}次修渠，新修水渠{number}{it}公里。\n\n" for it in range(9))
        )
        for number in range(1, 9)
    }
    data = (
        built(write(tmp_path / "content", {**TOLD, **articles}), tmp_path / "out").site / BOOK
    ).read_bytes()
    book = opened(data)
    assert package_faults(book) == []
    assert note_faults(book) == []
    parts = [it for it in book.names if it.startswith("EPUB/passages-")]
    assert len(parts) > 3
    assert max(len(book.files[it]) for it in parts) < 9000
    numbers = [
        int(it) for path in parts for it in texts(book.pages[path], "//h:ol/@start", **SPACES)
    ]
    assert numbers == sorted(set(numbers))
    assert "第8篇" in said(book, "nav")
    whole = "".join(said(book, it[5:-6]) for it in parts)
    assert all(f"新修水渠{number}{it}公里" in whole for number in range(1, 9) for it in range(9))
