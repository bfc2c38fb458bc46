"""What every page and the search page give a reader, before any script runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.sites import SMALL, built, page, write

BASE = "https://jian.example/zhan"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("search-page")
    settings = f'title = "小站"\nbase_url = "{BASE}/"\n'
    return built(write(made / "content", {**SMALL, "site.toml": settings}), made / "out").site


def test_every_page_but_the_search_page_has_one_form_that_leads_there(site: Path) -> None:
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in text:
            continue
        name = path.relative_to(site).as_posix()
        (form,) = page(site, name).xpath("//form[@role='search']")
        if name == "404.html":
            assert form.get("action") == "/zhan/search/"
        else:
            assert (path.parent / form.get("action")).resolve() == (site / "search").resolve()
        (field,) = form.xpath("input")
        assert form.xpath(f"label[@for='{field.get('id')}']")
        assert bool(form.xpath("ancestor::main")) == (name == "search/index.html")


def test_the_search_page_leads_to_the_letters_of_the_index(site: Path) -> None:
    (search,) = page(site, "search/index.html").xpath("//nav[@class='alphabet']")
    (index,) = page(site, "index/index.html").xpath("//nav[@class='alphabet']")
    assert [it.text for it in search.iter("a")] == [it.text for it in index.iter("a")]
    assert {it.get("href").partition("#")[0] for it in search.iter("a")} == {"../index/"}


def test_search_engines_are_kept_from_the_search_page(site: Path) -> None:
    (robots,) = page(site, "search/index.html").xpath("//meta[@name='robots']")
    assert robots.get("content") == "noindex"
    listed = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert f"{BASE}/index/" in listed
    assert f"{BASE}/search/" not in listed


def test_an_edit_leaves_the_search_page_as_it_is(tmp_path: Path) -> None:
    content = write(tmp_path / "content", SMALL)
    outcome = built(content, tmp_path / "out")
    before = (outcome.site / "search/index.html").read_bytes()
    text = (content / "articles/yi.md").read_text(encoding="utf-8")
    (content / "articles/yi.md").write_text(text + "\n添了一段。\n", encoding="utf-8")
    assert (built(content, tmp_path / "out").site / "search/index.html").read_bytes() == before


def test_a_site_without_articles_has_a_search_page(tmp_path: Path) -> None:
    content = write(tmp_path / "content", {"site.toml": 'title = "空站"\n'})
    site = built(content, tmp_path / "out").site
    assert page(site, "search/index.html").xpath("//form[@role='search']")
