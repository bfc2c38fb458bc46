"""Cards that show where a link leads: by mouse, by keyboard, by touch, and never in the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import PageAt
from tests.browser.serving import serving
from tests.site.sites import CONTENT, SMALL, built, write

ARTICLE = "articles/shanxi-datong-xianxiao-hezuo/"
TOPIC = "topics/shanxi-xianxiao-hezuo/"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of the built site."""
    made = tmp_path_factory.mktemp("previews")
    own = {it.relative_to(CONTENT).as_posix(): it.read_bytes() for it in CONTENT.rglob("*.*")}
    return built(write(made / "content", {**SMALL, **own}), made / "out").site


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[str]:
    """The site's address, a slash at its end."""
    with serving(folder) as address:
        yield address


def card(page: Page) -> Locator:
    return page.locator(".card-of-link")


def box(link: Locator) -> dict[str, float]:
    """Of the first line of a link."""
    found: dict[str, float] = link.evaluate(
        "it => { const {x, y, width, height} = it.getClientRects()[0]; return {x, y, width, height} }"
    )
    return found


@pytest.mark.parametrize(
    ("page_url", "link", "kind", "said"),
    [
        (ARTICLE, ".prose a[href*='/places/hunyuan/']", "地方", "浑源县"),
        (ARTICLE, ".prose a[href*='/topics/']", "专题·合作", "县校合作，是县（市、区）与高等学校"),
        (ARTICLE, "#related .aspect > a", "文章", "5年来，各地区各部门"),
        (ARTICLE, "#xj-1r", "校勘记", "“聚集”或当作“聚焦”。"),
        (ARTICLE, "#xj-1 a:first-of-type", "第 145 行", "9月24日,山西省大同市"),
        (TOPIC, "a[href*='#s145-0']", "", "9月24日，山西省大同市浑源县"),
        (TOPIC, ".group h3 a", "文章", "9月24日，山西省大同市浑源县"),
    ],
    ids=["entity", "topic", "article", "note", "line", "sentence", "article of a topic"],
)
def test_a_mouse_over_a_link_shows_where_it_leads(
    site: str, page_at: PageAt, page_url: str, link: str, kind: str, said: str
) -> None:
    page = page_at(1280)
    page.goto(site + page_url)
    at = page.locator(f"main {link}").first
    at.hover()
    expect(card(page)).to_be_visible()
    expect(card(page)).to_contain_text(said)
    if kind:
        expect(card(page).locator(".kind")).to_have_text(kind)


def test_the_card_can_be_pointed_at_stays_and_goes(site: str, page_at: PageAt) -> None:
    page = page_at(1280)
    page.goto(site + ARTICLE)
    link = page.locator(".prose a.term").first
    title = link.get_attribute("title")
    link.hover()
    expect(card(page)).to_be_visible()
    # The browser's own hint would lie over it.
    assert link.get_attribute("title") == ""
    card(page).hover()
    page.wait_for_timeout(600)
    expect(card(page)).to_be_visible()
    page.mouse.move(2, 2)
    expect(card(page)).to_be_hidden()
    assert link.get_attribute("title") == title


def test_a_mouse_that_passes_shows_nothing_and_asks_for_nothing(site: str, page_at: PageAt) -> None:
    page = page_at(1280)
    page.goto(site + ARTICLE)
    page.locator("#xj-1r").hover()
    expect(card(page)).to_be_visible()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    spot = box(page.locator(".prose a.term").first)
    page.mouse.move(spot["x"] + 5, spot["y"] + 5)
    page.mouse.move(2, 2)
    page.wait_for_timeout(600)
    expect(card(page)).to_be_hidden()
    assert asked == []


def test_a_page_is_asked_for_once_and_nothing_that_it_names(site: str, page_at: PageAt) -> None:
    page = page_at(1280)
    page.goto(site + ARTICLE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site)))
    for _ in range(2):
        page.locator(".prose a[href*='/places/hunyuan/']").hover()
        expect(card(page)).to_be_visible()
        page.mouse.move(2, 2)
        expect(card(page)).to_be_hidden()
    assert [it for it in asked if not it.startswith("assets/")] == ["places/hunyuan/"]


def test_focus_shows_the_card_and_escape_closes_it(site: str, page_at: PageAt) -> None:
    page = page_at(1280)
    page.goto(site + ARTICLE)
    link = page.locator(".prose a.term").first
    page.locator("#main").evaluate("it => it.setAttribute('tabindex', '-1')")
    page.locator("#main").focus()
    while not link.evaluate("it => it === document.activeElement"):
        page.keyboard.press("Tab")
    expect(card(page)).to_be_visible()
    expect(card(page)).to_have_role("tooltip")
    assert link.get_attribute("aria-describedby") == card(page).get_attribute("id")
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    assert link.get_attribute("aria-describedby") is None
    expect(link).to_be_focused()
    # No trap: the next key goes on to the next link, and what is shown goes with the focus.
    page.keyboard.press("Tab")
    expect(link).not_to_be_focused()
    expect(card(page)).to_be_visible()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/places/**")


def _touch(page: Page, at: Locator, milliseconds: int) -> None:
    at.scroll_into_view_if_needed()
    spot = box(at)
    session = page.context.new_cdp_session(page)
    points = [{"x": spot["x"] + 8, "y": spot["y"] + 8}]
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": points})
    page.wait_for_timeout(milliseconds)
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_a_long_touch_shows_a_card_that_leads_on_and_closes(site: str, page_at: PageAt) -> None:
    page = page_at(320, has_touch=True, is_mobile=True)
    page.goto(site + ARTICLE)
    link = page.locator(".prose a.term").nth(2)
    for _ in range(2):
        _touch(page, link, 1000)
        expect(card(page)).to_be_visible()
        expect(card(page)).to_have_role("dialog")
        assert page.url == site + ARTICLE
        spot = card(page).bounding_box()
        assert spot
        assert spot["x"] >= 0
        assert spot["x"] + spot["width"] <= 320
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        card(page).get_by_role("button", name="关闭").tap()
        expect(card(page)).to_be_hidden()
    _touch(page, link, 1000)
    card(page).get_by_role("link", name="打开").tap()
    page.wait_for_url("**/organisations/**")


def test_a_tap_follows_the_link_at_once(site: str, page_at: PageAt) -> None:
    page = page_at(320, has_touch=True, is_mobile=True)
    page.goto(site + ARTICLE)
    _touch(page, page.locator(".prose a.term").nth(2), 60)
    page.wait_for_url("**/organisations/**")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_card_lies_within_the_window(
    site: str, page_at: PageAt, width: int, scheme: str
) -> None:
    page = page_at(width, "dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(site + ARTICLE)
    links = page.locator(".prose a.term")
    for number in range(links.count()):
        links.nth(number).hover()
        expect(card(page)).to_be_visible()
        spot = card(page).bounding_box()
        assert spot
        assert spot["x"] >= 0
        assert spot["y"] >= 0
        assert spot["x"] + spot["width"] <= width
        assert spot["y"] + spot["height"] <= 640
        page.keyboard.press("Escape")
        expect(card(page)).to_be_hidden()


def test_nothing_moves_when_a_card_comes(site: str, page_at: PageAt) -> None:
    page = page_at(1280)
    page.goto(site + ARTICLE)
    page.evaluate(
        "window.moved = 0; new PerformanceObserver(it => { for (const e of it.getEntries())"
        " window.moved += e.value }).observe({type: 'layout-shift', buffered: true})"
    )
    height = page.evaluate("document.documentElement.scrollHeight")
    page.locator(".prose a.term").first.hover()
    expect(card(page)).to_be_visible()
    assert page.evaluate("window.moved") == 0
    assert page.evaluate("document.documentElement.scrollHeight") == height


def test_motion_is_for_those_who_want_it(site: str, page_at: PageAt) -> None:
    for wish, name in (("reduce", "none"), ("no-preference", "card-of-link")):
        page = page_at(1280, reduced_motion=wish)
        page.goto(site + ARTICLE)
        page.locator("#xj-1r").hover()
        expect(card(page)).to_be_visible()
        expect(card(page)).to_have_css("animation-name", name)


def test_files_from_a_disk_and_a_browser_without_scripts_have_plain_links(
    folder: Path, site: str, page_at: PageAt
) -> None:
    page = page_at(1280)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((folder / ARTICLE / "index.html").as_uri())
    page.locator(".prose a.term").first.hover()
    page.wait_for_timeout(600)
    expect(card(page)).to_have_count(0)
    assert errors == []
    page = page_at(1280, java_script_enabled=False)
    page.goto(site + ARTICLE)
    page.locator(".prose a.term").first.click()
    page.wait_for_url("**/places/**")
