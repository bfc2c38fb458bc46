"""Every link of the site leads somewhere, whatever path the site stands under."""

from __future__ import annotations

import time

import pytest

from generator.check.facts import PageFacts
from generator.check.links import check_links
from generator.model.problem import Problem, detail, hint

_FILES = frozenset(
    (
        "index.html",
        "articles/x/index.html",
        "topics/党建/index.html",
        "a b.html",
        "a.css",
        "i.svg",
        "data.csv",
    )
)


def problems(
    links: tuple[str, ...] = (),
    requests: tuple[str, ...] = (),
    at: str = "articles/x/index.html",
    base_url: str = "",
) -> list[Problem]:
    pages = {path: PageFacts(ids=("s1", "党")) for path in _FILES if path.endswith(".html")}
    pages[at] = PageFacts(ids=("s1", "党"), links=links, requests=requests)
    return list(check_links(pages, _FILES, base_url))


@pytest.mark.parametrize(
    "link",
    [
        "../../",
        "../../index.html",
        "../../index.html#s1",
        "./",
        "",
        "#s1",
        "#",
        "#top",
        "?a=1",
        "?a=1#s1",
        "../../topics/党建/",
        "../../topics/%E5%85%9A%E5%BB%BA/#%E5%85%9A",
        "../../topics/党建",
        "../x/#s1",
        "../x/./../x/",
        "../../a%20b.html",
        "../../a.css?v=1",
        "https://example.org/",
        "//example.org/x",
        "mailto:a@example.org",
        "tel:110",
        "#s1:~:text=党",
        "../../data.csv#row=5",
    ],
)
def test_a_good_link_is_no_problem(link: str) -> None:
    assert problems((link,)) == []


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("../y/", "site-link-broken"),
        ("index.htm", "site-link-broken"),
        ("../../articles%2Fx/", "site-link-broken"),
        ("../../%FF", "site-link-broken"),
        ("../../Articles/x/", "site-link-broken"),
        ("#s2", "site-anchor-missing"),
        ("#S1", "site-anchor-missing"),
        ("?a=1#s2", "site-anchor-missing"),
        ("../../#建", "site-anchor-missing"),
        ("../../topics/党建/#%E5%BB%BA", "site-anchor-missing"),
        ("../../../", "site-link-outside"),
        ("../../../articles/x/", "site-link-outside"),
        ("%2e%2e/%2E%2E/../x", "site-link-outside"),
        ("..\\..\\..\\x", "site-link-outside"),
        ("/articles/x/", "site-link-absolute"),
        ("javascript:alert(1)", "site-link-unsafe"),
        (" java\nscript:alert(1)", "site-link-unsafe"),
        ("JavaScript:alert(1)", "site-link-unsafe"),
        ("data:text/html,x", "site-link-unsafe"),
        ("data:image/png;base64,x", "site-link-unsafe"),
        ("file:///etc/passwd", "site-link-unsafe"),
    ],
)
def test_a_bad_link_is_told(link: str, code: str) -> None:
    assert [found.code for found in problems((link,))] == [code]


@pytest.mark.parametrize(
    ("request_", "codes"),
    [
        ("../../a.css", []),
        ("data:image/svg+xml,x", []),
        ("../../b.css", ["site-link-broken"]),
        ("https://cdn.example.org/a.js", ["site-request-elsewhere"]),
        ("//cdn.example.org/a.js", ["site-request-elsewhere"]),
        ("\\\\cdn.example.org/a.js", ["site-request-elsewhere"]),
        ("data:text/javascript,x", ["site-link-unsafe"]),
    ],
)
def test_the_browser_asks_nobody_else(request_: str, codes: list[str]) -> None:
    assert [found.code for found in problems(requests=(request_,))] == codes


@pytest.mark.parametrize(
    ("base_url", "link", "codes"),
    [
        ("https://x.cn/", "/articles/x/", []),
        ("https://x.cn/sub", "/sub/articles/x/#s1", []),
        ("https://x.cn/sub/", "/sub", []),
        ("https://x.cn/sub/", "https://x.cn/sub/articles/x/", []),
        ("https://x.cn/sub/", "HTTPS://X.CN/sub/articles/y/", ["site-link-broken"]),
        ("https://x.cn/sub/", "//x.cn/sub/#no", ["site-anchor-missing"]),
        ("https://x.cn/sub/", "https://x.cn/other/", []),
        ("https://x.cn/sub/", "/other/", ["site-link-outside"]),
        ("https://x.cn/sub/", "https://x.cn.example.org/", []),
    ],
)
def test_addresses_under_base_url_are_the_sites_own(
    base_url: str, link: str, codes: list[str]
) -> None:
    assert [found.code for found in problems((link,), base_url=base_url)] == codes


def test_the_same_words_mean_something_else_on_another_level() -> None:
    pages = {
        "index.html": PageFacts(links=("articles/x/",)),
        "articles/x/index.html": PageFacts(links=("articles/x/", "../../articles/x/")),
    }
    (found,) = check_links(pages, frozenset(pages))
    assert found.place.file == "site/articles/x/index.html"
    assert dict(found.facts)["target"] == "articles/x/articles/x/"


def test_a_file_named_like_an_address_elsewhere_is_a_file() -> None:
    pages = {
        "a.html": PageFacts(links=("mailto:a@example.org",)),
        "x/index.html": PageFacts(links=("../mailto:a@example.org",)),
    }
    (found,) = check_links(pages, frozenset(pages))
    assert (found.code, found.place.file) == ("site-link-broken", "site/x/index.html")


def test_anchors_of_one_page_do_not_serve_another() -> None:
    pages = {
        "404.html": PageFacts(ids=("k",), links=("#k", "?q#k")),
        "index.html": PageFacts(links=("#k", "?q#k")),
    }
    found = check_links(pages, frozenset(pages))
    assert {item.place.file for item in found} == {"site/index.html"}


def test_one_broken_address_on_many_pages_is_one_problem_with_a_count() -> None:
    pages = {f"a/{n}/index.html": PageFacts(links=("../../topics/dangjain/",)) for n in range(9)}
    files = frozenset((*pages, "topics/dangjian/index.html"))
    (found,) = check_links(pages, files)
    assert found.place.file == "site/a/0/index.html"
    assert "9 个网页" in detail(found, "zh")
    assert "topics/dangjian/" in hint(found, "zh")
    assert "topics/dangjian/" in hint(found, "en")


def test_thirty_thousand_links_take_no_time() -> None:
    links = (*(f"../../articles/{n}/#s1" for n in range(20)), *(f"#s{n}" for n in range(10)))
    ids = tuple(f"s{n}" for n in range(10))
    pages = {f"articles/{n}/index.html": PageFacts(ids=ids, links=links) for n in range(1000)}
    start = time.process_time()
    assert check_links(pages, frozenset(pages)) == ()
    assert time.process_time() - start < 0.5  # measured: 0.02
