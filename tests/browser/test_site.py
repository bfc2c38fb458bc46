"""The whole built site in a browser: every page, wide and narrow, light and dark, with and
without JavaScript, by mouse and by keyboard, under a path of its own.
"""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import APIResponse, Page, Request, Response

from tests.browser.conftest import PageAt, Scheme
from tests.site.doubtful_page import FILES
from tests.site.sites import CONTENT, SMALL, built, write

UNDER = "some/where/jing%20wei/"
"""The path that the site stands under; it works under any."""
_FOLDER = "some/where/jing wei"

FIRST = "articles/liangjiang-xinqu-erci-chuangye/"
PARTY = "articles/jianqiang-zhandou-baolei/"


class _Server(http.server.SimpleHTTPRequestHandler):
    """Serves files as a plain host does: nothing but what lies there, 404.html where nothing does."""

    def log_message(self, *args: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, _FOLDER, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the server serves: content/ and a few Markdown articles as one site below a path."""
    made = tmp_path_factory.mktemp("browser")
    own = {it.relative_to(CONTENT).as_posix(): it.read_bytes() for it in CONTENT.rglob("*.*")}
    long = "# 长\n\n" + "一二三四五六七八九十" * 20 + "\n\n" + "abcdefghij" * 40 + "\n\n"
    wide = (
        "| " + " | ".join(["很宽的一格"] * 20) + " |\n|" + "---|" * 20 + "\n" + "| 甲 " * 20 + "|\n"
    )
    code = "\n```\n" + "x = 1; " * 60 + "\n```\n\n![图](https://a.example/x.png)\n"
    files = {**SMALL, **own, **FILES, "articles/long.md": long + wide + code}
    content = write(made / "content", files)
    site = built(content, made / "out").site
    (made / "web" / "some" / "where").mkdir(parents=True)
    site.rename(made / "web" / _FOLDER)
    return made / "web"


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[str]:
    """The site's address, a slash at its end."""
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(_Server, directory=str(folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/{UNDER}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def urls(folder: Path) -> list[str]:
    """Site-relative URL of every page, those left out that only lead on."""
    root = folder / _FOLDER
    found = [
        it.relative_to(root).as_posix()
        for it in root.rglob("*.html")
        if b'http-equiv="refresh"' not in it.read_bytes()
    ]
    return sorted(it.removesuffix("index.html") for it in found if it != "404.html")


def watched(page: Page, site: str) -> list[str]:
    """Everything that goes wrong on the page from now on, and every request to elsewhere."""
    wrong: list[str] = []
    host = site.split("/")[2]

    def responded(answer: Response) -> None:
        if answer.status >= 400:
            wrong.append(f"{answer.status}: {answer.url}")

    def asked(request: Request) -> None:
        if f"//{host}/" not in request.url:
            wrong.append(f"elsewhere: {request.url}")

    def failed(request: Request) -> None:
        # The next page was asked for before the browser had fetched the icon of this one.
        if request.failure != "net::ERR_ABORTED":
            wrong.append(f"{page.url}: {request.failure}: {request.url}")

    page.on("console", lambda it: wrong.append(f"{page.url}: {it.type}: {it.text}"))
    page.on("pageerror", lambda it: wrong.append(f"{page.url}: {it}"))
    page.on("requestfailed", failed)
    page.on("response", responded)
    page.on("request", asked)
    return wrong


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_fits_and_complains_of_nothing(
    site: str, urls: list[str], page_at: PageAt, scheme: Scheme
) -> None:
    page = page_at(1280, scheme)
    wrong = watched(page, site)
    for url in urls:
        page.goto(site + url)
        for width in (1280, 375, 320):
            page.set_viewport_size({"width": width, "height": 800})
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > width:
                wrong.append(f"{url}: {wide} px wide at {width}")
    assert wrong == []


def test_dark_pages_are_dark_and_light_ones_light(site: str, page_at: PageAt) -> None:
    light, dark = (_brightness(page_at(800, it), site) for it in ("light", "dark"))
    assert light[0] > 0.8
    assert light[1] < 0.3
    assert dark[0] < 0.2
    assert dark[1] > 0.6


def test_without_javascript_every_page_says_the_same(
    site: str, urls: list[str], page_at: PageAt
) -> None:
    with_it, without = page_at(1280), page_at(1280, java_script_enabled=False)
    # But the search page, which says that it can't search without.
    for url in (it for it in urls if it != "search/"):
        texts = []
        for page in (with_it, without):
            page.goto(site + url)
            # Nor what only copies.
            page.evaluate("document.querySelectorAll('main button').forEach(it => it.remove())")
            texts.append(page.locator("main").inner_text().strip())
        assert texts[0] == texts[1], url
        assert texts[1].strip(), url


def test_every_link_on_every_page_leads_somewhere(
    site: str, urls: list[str], page_at: PageAt
) -> None:
    """As the browser resolves them, below the path that the site stands under."""
    page = page_at(1280)
    targets: dict[str, str] = {}
    for url in urls:
        page.goto(site + url)
        for address in page.evaluate("[...document.links].map(it => it.href)"):
            targets.setdefault(address, url)
    outside = [it for it in targets if not it.startswith(site)]
    assert outside == []
    ids: dict[str, set[str]] = {}
    for address, seen_on in targets.items():
        bare, _, anchor = address.partition("#")
        if bare not in ids:
            answer = page.request.get(bare)
            assert answer.status == 200, (seen_on, address)
            ids[bare] = _ids(answer) if bare.endswith("/") else set()
        assert not anchor or anchor in ids[bare], (seen_on, address)


def _ids(answer: APIResponse) -> set[str]:
    return {name for it in html.fromstring(answer.body()).iter() if (name := it.get("id"))}


def test_a_reader_goes_from_home_through_a_topic_and_a_term_to_the_sentence(
    site: str, page_at: PageAt
) -> None:
    page = page_at(1280)
    wrong = watched(page, site)
    page.goto(site)
    page.get_by_role("link", name="山西县校合作", exact=True).first.click()
    assert page.url == f"{site}topics/shanxi-xianxiao-hezuo/"
    page.get_by_role("link", name="乡村振兴", exact=True).first.click()
    assert page.locator("h1").inner_text() == "乡村振兴"
    page.get_by_role("link", name="党建", exact=True).first.click()
    assert page.url == f"{site}topics/dangjian/"
    row = page.locator(".passages li").first
    said = row.locator(".q").inner_text()
    row.get_by_role("link", name="原文").click()
    sentence = page.locator(":target")
    assert sentence.inner_text() == said
    assert sentence.evaluate("it => getComputedStyle(it).backgroundColor") != "rgba(0, 0, 0, 0)"
    box = sentence.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 800
    assert wrong == []


def test_from_a_gap_a_reader_can_see_what_is_missing(site: str, page_at: PageAt) -> None:
    page = page_at(375)
    page.goto(site + PARTY)
    gaps = page.locator(".gap")
    assert gaps.count() == 3
    for gap in gaps.all():
        assert gap.is_visible()
        assert len(gap.inner_text()) > len("此处有缺")


def test_a_seam_and_a_doubt_lead_to_their_note_and_back(site: str, page_at: PageAt) -> None:
    page = page_at(1280)
    page.goto(site + FIRST)
    mark = page.locator("a.ref").first
    mark.click()
    note = page.locator(":target")
    assert note.is_visible()
    note.locator("a", has_text="回正文").click()
    assert page.locator(":target").get_attribute("id") == mark.get_attribute("id")


@pytest.mark.parametrize("width", [1280, 375])
def test_what_is_not_sure_is_two_steps_from_the_articles_head(
    site: str, page_at: PageAt, width: int
) -> None:
    page = page_at(width, java_script_enabled=False)
    page.goto(site + "articles/xiuqu/")
    page.get_by_role("link", name="位置可靠的文字占").click()
    page.locator("#doubtful a").first.click()
    page.locator(":target").get_by_role("link", name="回正文").click()
    sign = page.locator(":target")
    assert sign.is_visible()
    assert sign.get_attribute("data-n") == "存疑1"


def test_a_table_of_the_audit_is_readable_on_a_phone(site: str, page_at: PageAt) -> None:
    """No cell is cut off, and no column so narrow that it stands on end."""
    page = page_at(375)
    page.goto(site + "pages/qinghu/")
    for table in page.locator("table.plain").all():
        cells = table.locator("tbody tr").first.locator("th, td").all()
        boxes = [box for cell in cells if (box := cell.bounding_box())]
        assert boxes[0]["x"] >= 0
        assert boxes[-1]["x"] + boxes[-1]["width"] <= 375
        assert boxes[1]["width"] > 150


def test_the_first_tab_shows_the_way_to_the_text(site: str, page_at: PageAt) -> None:
    page = page_at(1280)
    page.goto(site + FIRST)
    skip = page.get_by_role("link", name="跳到正文")
    hidden = skip.bounding_box()
    page.keyboard.press("Tab")
    shown = skip.bounding_box()
    assert skip.evaluate("it => it === document.activeElement")
    assert shown is not None
    assert shown["y"] >= 0
    assert shown["height"] > 10
    assert hidden != shown
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_whoever_goes_by_keyboard_sees_where_they_are(
    site: str, page_at: PageAt, scheme: Scheme
) -> None:
    """Each of the first stops is on the screen and has an outline."""
    page = page_at(1280, scheme)
    page.goto(site + "topics/dangjian/")
    seen = set()
    for _ in range(25):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => {
                const at = document.activeElement, style = getComputedStyle(at);
                const box = at.getBoundingClientRect();
                return {name: at.outerHTML.slice(0, 80), width: parseFloat(style.outlineWidth),
                        style: style.outlineStyle, top: box.top, bottom: box.bottom};
            }"""
        )
        seen.add(stop["name"])
        assert stop["style"] != "none", stop
        assert stop["width"] >= 1, stop
        assert stop["bottom"] > 0, stop
        assert stop["top"] < 900, stop
    assert len(seen) > 15


def test_an_address_that_leads_nowhere_shows_a_page_of_the_site(site: str, page_at: PageAt) -> None:
    page = page_at(800)
    answer = page.goto(site + "meiyou")
    assert answer is not None
    assert answer.status == 404
    assert "没有这一页" in page.locator("main").inner_text()
    assert page.title().endswith("经纬")


def test_printed_pages_leave_the_navigation_out(site: str, page_at: PageAt) -> None:
    page = page_at(800)
    page.goto(site + FIRST)
    page.emulate_media(media="print")
    assert not page.locator("header.site nav").is_visible()
    assert page.locator("#p9").is_visible()


def _brightness(page: Page, address: str) -> tuple[float, float]:
    """Of the paper and of the ink, 0 … 1."""
    page.goto(address)
    script = """() => {
        const context = document.createElement('canvas').getContext('2d');
        const style = getComputedStyle(document.body);
        return [style.backgroundColor, style.color].map(it => {
            context.fillStyle = it;
            context.fillRect(0, 0, 1, 1);
            const [r, g, b] = context.getImageData(0, 0, 1, 1).data;
            return (r + g + b) / 765;
        });
    }"""
    paper, ink = page.evaluate(script)
    return float(paper), float(ink)
