"""Any folder of Markdown becomes a site; with an address of its own also a map and a feed."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import etree, html

from tests.site.sites import (
    SMALL,
    built,
    follow,
    jingwei,
    markup_faults,
    page,
    text_of,
    texts,
    tree,
    write,
)

NOTES = {
    "读我.md": "# 水渠笔记\n\n先看[第一篇](2021/first.md)，再看[第二篇](2021/第二 篇.md#小结)。\n",
    "2021/first.md": (
        "---\ntitle: 第一篇\ndate: 2021-03-04\ntags: [水利, Water]\nsource: 某报\n"
        "author: 张三\nslug: first-piece\n---\n\n**修渠，**他们修了\n三年。\n\n回到[笔记](../读我.md)。\n"
    ),
    "2021/第二 篇.md": "# 第二篇\n\n```py\nprint('<b>')\n```\n\n## 小结\n\n完。\n",
    "notes.txt": "不是 Markdown",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("notes")
    return built(write(folder / "我的笔记", NOTES), folder / "out").site


def test_each_file_is_an_article_under_its_slug_or_pinyin(site: Path) -> None:
    found = {it.name for it in (site / "articles").iterdir() if it.is_dir()}
    assert found == {"first-piece", "du-wo", "di-er-pian"}


def test_the_folder_names_the_site(site: Path) -> None:
    assert "我的笔记" in page(site, "").xpath("string(//title)")


def test_front_matter_is_shown(site: Path) -> None:
    shown = text_of(page(site, "articles/first-piece/"))
    for text in ("第一篇", "2021年3月4日", "水利", "Water", "某报", "张三"):
        assert text in shown
    tags = {text_of(next(it.iter("h1"))) for it in _pages(site, "tags/*/")}
    assert tags == {"水利", "Water"}


def test_links_between_files_lead_to_their_pages_and_headings(site: Path) -> None:
    links = {text_of(it): it.get("href") for it in page(site, "articles/du-wo/").iter("a")}
    assert follow("articles/du-wo/", links["第一篇"]) == "articles/first-piece/"
    assert follow("articles/du-wo/", links["第二篇"]) == "articles/di-er-pian/"
    anchor = links["第二篇"].partition("#")[2]
    assert text_of(page(site, "articles/di-er-pian/").get_element_by_id(anchor)) == "小结"


def test_an_article_tells_who_links_to_it_with_the_sentence(site: Path) -> None:
    (back,) = page(site, "articles/du-wo/").xpath("//*[@id='backlinks']")
    assert "回到笔记。" in text_of(back)


def test_chinese_text_reads_as_chinese(site: Path) -> None:
    paragraph = page(site, "articles/first-piece/").xpath("//article//p[.//strong]")[0]
    assert text_of(paragraph) == "修渠，他们修了三年。"
    assert text_of(paragraph.xpath(".//strong")[0]) == "修渠，"


def test_a_title_in_the_text_is_not_shown_twice(site: Path) -> None:
    assert [text_of(it) for it in page(site, "articles/du-wo/").iter("h1")] == ["水渠笔记"]


def test_without_an_address_there_is_neither_map_nor_feed_nor_absolute_url(site: Path) -> None:
    assert not {"sitemap.xml", "feed.xml"} & set(tree(site))
    for path, data in tree(site).items():
        if path.endswith(".html"):
            shown = page(site, path)
            for address in [*shown.xpath("//@href"), *shown.xpath("//@src")]:
                assert not urlsplit(address).scheme, path
                assert not address.startswith("/"), path
            assert b"feed.xml" not in data
            assert b"canonical" not in data


def test_every_page_is_well_formed_and_every_link_leads_to_a_file(site: Path) -> None:
    files = tree(site)
    for path in (it for it in files if it.endswith(".html")):
        assert markup_faults(files[path]) == [], path
        base = path.removesuffix("index.html")
        shown = page(site, path)
        for address in [*shown.xpath("//@href"), *shown.xpath("//@src")]:
            if address.startswith("#"):
                assert shown.xpath("//*[@id=$name]", name=address[1:]), (path, address)
                continue
            target = follow(base if base != path else "", address)
            assert target in files or f"{target}index.html" in files or target[:-1] in files, (
                path, address,
            )  # fmt: skip


def test_it_builds_strictly_and_passes_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write(tmp_path / "notes", NOTES)
    for command in ("build", "check"):
        ran = jingwei(
            capsys, command, "--content", content, "--output", tmp_path / "out", "--strict"
        )
        assert ran.code == 0, ran.err


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("# 只有标题", id="title"),
        pytest.param("---\ntitle: 题\n---\n", id="front-matter"),
        pytest.param("---\ntitle: 题\n---\n\n# 题\n", id="title-twice"),
        pytest.param("<script>alert(1)</script>", id="script"),
        pytest.param("<!-- 以后再写 -->", id="comment"),
        pytest.param("---", id="rule"),
        pytest.param("**", id="signs"),
        pytest.param("**\n\n好。", id="signs-first"),
        pytest.param("- \n- \n", id="empty-list"),
        pytest.param("![图](https://a.example/a.png)", id="remote-picture"),
        pytest.param("```\n```", id="empty-code"),
        pytest.param("[1]: a.md", id="reference"),
        pytest.param("\ufeff# 有记号", id="byte-order-mark"),
        pytest.param("| a |\n|---|\n", id="table-head"),
    ],
)
def test_an_article_with_next_to_nothing_in_it_is_an_article(text: str, tmp_path: Path) -> None:
    content = write(tmp_path / "notes", {"a.md": text, "b.md": "# 乙\n\n[甲](a.md)\n"})
    outcome = built(content, tmp_path / "out")
    assert outcome.articles == 2
    assert page(outcome.site, "articles/a/").xpath("//h1")


BASE = "https://example.org/a/b"


@pytest.fixture(scope="module", params=[BASE, BASE + "/"], ids=["bare", "slash"])
def addressed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("addressed")
    settings = f'title = "有<址>&站"\nbase_url = "{request.param}"\n'
    dated = "---\ntitle: 乙 & <丙>\ndate: 2023-01-02\n---\n乙 < 丙 & 丁。\n"
    files = {**SMALL, "site.toml": settings, "articles/bing.md": dated}
    return built(write(folder / "content", files), folder / "out").site


def test_the_map_lists_every_page_but_the_search_page_by_its_full_address(addressed: Path) -> None:
    root = etree.fromstring((addressed / "sitemap.xml").read_bytes())
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    listed = texts(root, "//s:loc/text()", s=space)
    pages = [it.removesuffix("index.html") for it in tree(addressed) if it.endswith("index.html")]
    assert sorted([*listed, f"{BASE}/search/"]) == sorted(f"{BASE}/{it}" for it in pages)
    days = texts(root, "//s:lastmod/text()", s=space)
    assert "2023-01-02" in days
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", it) for it in days)


def test_the_feed_is_atom_with_full_addresses_newest_first(addressed: Path) -> None:
    root = etree.fromstring((addressed / "feed.xml").read_bytes())
    atom = functools.partial(texts, root, a="http://www.w3.org/2005/Atom")
    assert atom("/a:feed/a:title/text()") == ["有<址>&站"]
    assert atom("/a:feed/a:link[@rel='self']/@href") == [f"{BASE}/feed.xml"]
    assert atom("//a:entry/a:title/text()") == ["乙 & <丙>", "甲文", "报页标题"]
    links = atom("//a:entry/a:link/@href")
    assert links[0] == f"{BASE}/articles/bing/"
    assert all((addressed / it.removeprefix(f"{BASE}/") / "index.html").is_file() for it in links)
    ids = atom("//a:id/text()")
    assert len(ids) == len(set(ids)) == 4
    stamps = atom("//a:updated/text()")
    assert len(stamps) == 4
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", it) for it in stamps)
    assert stamps[0] == max(stamps)


def test_pages_name_their_own_address_and_the_feed(addressed: Path) -> None:
    shown = page(addressed, "articles/jia/")
    assert shown.xpath("//link[@rel='canonical']/@href") == [f"{BASE}/articles/jia/"]
    feed = shown.xpath("//link[@type='application/atom+xml']/@href")
    assert [follow("articles/jia/", it).rstrip("/") for it in feed] == ["feed.xml"]


def test_the_404_page_works_wherever_the_server_shows_it(addressed: Path) -> None:
    shown = page(addressed, "404.html")
    for address in [*shown.xpath("//@href"), *shown.xpath("//@src")]:
        assert address.startswith(("/a/b/", "#")), address


def test_taking_the_address_away_takes_map_and_feed_away(tmp_path: Path) -> None:
    content = write(
        tmp_path / "content", {**SMALL, "site.toml": f'title = "x"\nbase_url = "{BASE}"'}
    )
    assert {"sitemap.xml", "feed.xml"} <= set(tree(built(content, tmp_path / "out").site))
    write(content, {"site.toml": 'title = "x"'})
    assert not {"sitemap.xml", "feed.xml"} & set(tree(built(content, tmp_path / "out").site))


@pytest.mark.parametrize("slug", ["page", "index", "assets", "2", "404", "con"])
def test_no_slug_gets_in_the_way_of_the_sites_own_pages(slug: str, tmp_path: Path) -> None:
    files = {f"articles/{slug}.md": f"---\ntitle: 名\ntags: [{slug}x, page]\n---\n好。\n"}
    more = {f"articles/m{number}.md": "---\ntags: [page]\n---\n多。\n" for number in range(60)}
    content = write(tmp_path / "content", {**SMALL, **files, **more})
    site = built(content, tmp_path / "out").site
    assert text_of(page(site, f"articles/{slug}/").xpath("//h1")[0]) == "名"
    assert (site / "articles/page/2/index.html").is_file()
    assert (site / "tags/page/page/2/index.html").is_file()


def _pages(site: Path, pattern: str) -> list[html.HtmlElement]:
    urls = (it.relative_to(site).as_posix() + "/" for it in site.glob(pattern.rstrip("/")))
    return [page(site, it) for it in urls if (site / it).is_dir()]


_LONG = "今年办成三件大事，件件都和乡亲们的日子有关："


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("各位代表：\n\n今年工作完成。还有。", "今年工作完成。", id="a greeting"),
        pytest.param("各位代表:\n\n## 一\n\n今年完成。", "今年完成。", id="greeting and heading"),
        pytest.param("各位代表：", "各位代表：", id="nothing else"),
        pytest.param("要求有：\n\n完成。", "完成。", id="what leads to more"),
        pytest.param("***\n\n完成。", "完成。", id="a line of signs"),
        pytest.param(f"{_LONG}\n\n修渠。", _LONG, id="long"),
    ],
)
def test_a_list_shows_the_first_sentence_that_says_something(
    tmp_path: Path, text: str, shown: str
) -> None:
    content = write(tmp_path / "content", {"articles/a.md": f"# 甲\n\n{text}\n"})
    made = page(built(content, tmp_path / "out").site, "articles/")
    assert [text_of(it) for it in made.find_class("summary")] == [shown]
