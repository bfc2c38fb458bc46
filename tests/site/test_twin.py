"""The site once more in traditional characters: same pages, same links, words that are proved."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.site.sites import SMALL, Files, built, jingwei, tree, write

pytest.importorskip("opencc")

SITE = 'title = "小站"\nbase_url = "https://example.org/q/"\n'
TWIN = '\n[twin]\nlanguage = "zh-Hant"\nnames = ["后岭=后嶺", "丰台=豐台"]\n'
TEXT = (
    "---\ntitle: 头发与发展\ndate: 2022-10-10\n---\n\n干部吃干净。皇后以后里程十公里，里面有系统联系。"
    "后岭的丰台。2022年，甲县投资1.5万亿元。\n"
)
WITH: Files = {**SMALL, "site.toml": SITE + TWIN, "articles/bing.md": TEXT}


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = {"data-converted", "data-twin"}
        self.tags.append((tag, tuple(name for name, _ in attrs if name not in own)))


def _tags(page: str) -> list[tuple[str, tuple[str, ...]]]:
    read = _Tags()
    read.feed(page)
    return read.tags


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("twin")
    return built(write(folder / "content", WITH), folder / "build").site


def _pages(site: Path) -> list[str]:
    found = sorted(it.relative_to(site).as_posix() for it in site.rglob("index.html"))
    return [it for it in found if not it.startswith("zh-Hant/")]


def test_each_page_has_its_twin_of_the_same_structure(site: Path) -> None:
    pages = _pages(site)
    assert pages
    for path in pages:
        ours = (site / path).read_text(encoding="utf-8")
        theirs = (site / "zh-Hant" / path).read_text(encoding="utf-8")
        # That it was converted stands in the footer.
        added: list[tuple[str, tuple[str, ...]]] = [("span", ())] * ours.count('class="legend"')
        assert sorted(_tags(theirs)) == sorted(_tags(ours) + added), path


def test_words_go_by_phrases_and_names_stay(site: Path) -> None:
    page = (site / "zh-Hant/articles/bing/index.html").read_text(encoding="utf-8")
    assert "頭髮與發展" in page
    assert "幹部吃乾淨。" in page
    assert "皇后以後里程十公里，裡面有系統聯繫。" in page
    assert "后嶺的豐台。" in page


def test_a_page_and_its_twin_name_each_other(site: Path) -> None:
    ours = (site / "articles/bing/index.html").read_text(encoding="utf-8")
    theirs = (site / "zh-Hant/articles/bing/index.html").read_text(encoding="utf-8")
    named = re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', ours)
    assert named == [
        ("zh-Hans", "https://example.org/q/articles/bing/"),
        ("zh-Hant", "https://example.org/q/zh-Hant/articles/bing/"),
    ]
    assert named == re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', theirs)
    assert '<link rel="canonical" href="https://example.org/q/zh-Hant/articles/bing/">' in theirs
    assert 'class="script" href="../../zh-Hant/articles/bing/"' in ours
    assert 'class="script" href="../../../articles/bing/"' in theirs
    assert '<html lang="zh-Hant"' in theirs
    assert "https://example.org/q/zh-Hant/articles/bing/" in (site / "sitemap.xml").read_text()


def test_a_page_that_leads_on_has_a_twin_of_its_own(tmp_path: Path) -> None:
    place = '[[places]]\nname = "甲县"\nslug = "jia-xian"\nmoved-from = ["jia"]\n'
    files = {**WITH, "authority/places.toml": place}
    site = built(write(tmp_path / "content", files), tmp_path / "build").site
    page = (site / "places/jia/index.html").read_text(encoding="utf-8")
    assert 'hreflang="zh-Hant" href="../../zh-Hant/places/jia/"' in page
    assert (site / "zh-Hant/places/jia/index.html").is_file()


def test_links_to_pages_stay_in_the_twin_and_files_are_the_sites_own(site: Path) -> None:
    page = (site / "zh-Hant/articles/jia/index.html").read_text(encoding="utf-8")
    for address in re.findall(r'<a [^>]*href="([^"#?:]+)', page):
        if "hreflang" in page[page.index(address) : page.index(address) + 80]:
            continue
        path = (site / "zh-Hant/articles/jia" / address).resolve()
        assert path.is_relative_to(site / "zh-Hant") or path.suffix, address
    sheets = re.findall(r'rel="stylesheet" href="([^"]+)"', page)
    assert sheets
    assert all((site / "zh-Hant/articles/jia" / it).is_file() for it in sheets)


def test_what_is_quoted_is_marked_and_checked(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (site / "zh-Hant/pages/p1/index.html").read_text(encoding="utf-8")
    assert ' data-converted="zh-Hans" data-source="pages/p1.txt"' in page
    assert "由簡體轉換" in page
    # A twin that says something else than the source is not published.
    content = write(tmp_path / "content", WITH)
    command = ("check", "--content", content, "--output", tmp_path / "build")
    out = built(content, tmp_path / "build").site
    assert jingwei(capsys, *command).code == 0
    wrong = out / "zh-Hant/articles/baoye/index.html"
    told = wrong.read_text(encoding="utf-8")
    assert "第一行話沒有說完" in told
    wrong.write_text(told.replace("第一行話沒有說完", "第一行話已經說完"), encoding="utf-8")
    ran = jingwei(capsys, *command)
    assert "proof-text-differs" in ran.out + ran.err


def test_an_edited_site_is_that_which_is_built_anew(tmp_path: Path) -> None:
    content = write(tmp_path / "content", WITH)
    built(content, tmp_path / "warm")
    write(content, {"articles/bing.md": TEXT.replace("皇后", "太后")})
    warm = tree(built(content, tmp_path / "warm").site)
    assert warm == tree(built(content, tmp_path / "cold").site)


def test_there_is_none_unless_asked_for(tmp_path: Path) -> None:
    content = write(tmp_path / "content", {**WITH, "site.toml": SITE})
    site = built(content, tmp_path / "build").site
    assert not (site / "zh-Hant").exists()
    assert "hreflang" not in (site / "index.html").read_text(encoding="utf-8")


def test_what_a_reader_copies_is_in_the_script_that_is_read(site: Path) -> None:
    (page,) = (site / "zh-Hant/articles").glob("bing/index.html")
    (online,) = re.findall(r'data-online="([^"]+)"', page.read_text(encoding="utf-8"))
    assert "頭髮與發展" in online
