"""Reading an article: sentences to copy, contents that follow, the way to a source and back."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PageAt
from tests.browser.serving import serving
from tests.browser.test_previews import box
from tests.site.sites import CONTENT, SMALL, built, write

ARTICLE = "articles/shanxi-datong-xianxiao-hezuo/"
PARTY = "articles/jianqiang-zhandou-baolei/"
JOINED = "articles/liangjiang-xinqu-erci-chuangye/"
TOPIC = "topics/dangjian/"
FIRST = "9月24日，山西省大同市浑源县，一个聚集中药黄芪的产业研究院在这里举行揭牌仪式。"
CITED = "韩荣. 山西大同县校合作 为乡村振兴注入科技动能[N]. 科技日报, 2022-10-10."
_ONLINE = re.compile(
    r"韩荣\. 山西大同县校合作 为乡村振兴注入科技动能\[N/OL\]\. 科技日报, 2022-10-10"
    r"\[\d{4}-\d\d-\d\d\]\. http\S+/articles/shanxi-datong-xianxiao-hezuo/(#s145-0)?\."
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site's address, a slash at its end."""
    made = tmp_path_factory.mktemp("reading")
    own = {it.relative_to(CONTENT).as_posix(): it.read_bytes() for it in CONTENT.rglob("*.*")}
    built(write(made / "content", {**SMALL, **own}), made / "out")
    with serving(made / "out" / "site") as address:
        yield address


@pytest.fixture
def page(page_at: PageAt) -> Page:
    """A wide page that may use the clipboard."""
    return page_at(1280, permissions=["clipboard-read", "clipboard-write"])


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_a_clicked_sentence_gives_its_link_and_its_words(site: str, page: Page) -> None:
    page.goto(site + ARTICLE)
    tools = page.get_by_role("toolbar", name="这一句")
    expect(tools).to_be_hidden()
    spot = box(page.locator("#s145-0"))
    page.mouse.click(spot["x"] + 4, spot["y"] + 8)
    expect(tools).to_be_visible()
    beside = tools.bounding_box()
    assert beside
    assert beside["x"] >= spot["x"] + 600
    page.get_by_role("button", name="复制链接").click()
    expect(page.get_by_role("status")).to_have_text("已复制")
    assert copied(page) == f"{site}{ARTICLE}#s145-0"
    page.get_by_role("button", name="复制引文").click()
    words, _, source = copied(page).partition("\n——")
    assert words == FIRST
    assert _ONLINE.fullmatch(source)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(tools).to_be_hidden()


def test_selected_words_are_what_is_copied(site: str, page: Page) -> None:
    page.goto(site + ARTICLE)
    page.evaluate(
        "() => { const it = document.getElementById('s145-0').firstChild;"
        " getSelection().setBaseAndExtent(it, 0, it, 5) }"
    )
    page.get_by_role("button", name="复制引文").click()
    assert copied(page).startswith("9月24日\n——韩荣")


def test_a_link_in_a_sentence_still_leads_on(site: str, page: Page) -> None:
    page.goto(site + ARTICLE)
    page.locator("#s145-0 a.term").click()
    page.wait_for_url("**/places/**")


def test_arrows_walk_from_sentence_to_sentence(site: str, page: Page) -> None:
    page.goto(site + ARTICLE)
    entry = page.get_by_role("button", name="逐句选取")
    stops = page.evaluate(
        "document.querySelectorAll('.prose [tabindex=\"0\"], .prose button').length"
    )
    assert stops == 0
    entry.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#s145-0")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#s145-40")).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="复制链接")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("已复制")
    assert copied(page).startswith(FIRST)
    page.keyboard.press("Escape")
    expect(page.locator("#s145-0")).to_be_focused()
    page.keyboard.press("Escape")
    expect(entry).to_be_focused()
    expect(page.get_by_role("toolbar")).to_be_hidden()


def test_on_a_phone_the_buttons_stand_at_the_foot(site: str, page_at: PageAt) -> None:
    page = page_at(320, has_touch=True, is_mobile=True)
    page.goto(site + ARTICLE)
    page.locator("#s159-0").scroll_into_view_if_needed()
    spot = box(page.locator("#s159-0"))
    page.touchscreen.tap(spot["x"] + 4, spot["y"] + 8)
    tools = page.get_by_role("toolbar", name="这一句")
    expect(tools).to_be_visible()
    foot = tools.bounding_box()
    assert foot
    assert foot["y"] + foot["height"] == pytest.approx(900, abs=1)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    tools.get_by_role("button", name="关闭").tap()
    expect(tools).to_be_hidden()


def test_the_article_is_cited_as_the_standard_has_it(site: str, page: Page) -> None:
    page.goto(site + ARTICLE)
    expect(page.locator("#citation")).to_have_text(CITED)
    page.get_by_role("button", name="复制", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("已复制")
    assert copied(page) == CITED
    page.get_by_role("button", name="复制（附网址").click()
    expect(page.locator("[data-copy=online].done")).to_be_visible()
    assert _ONLINE.fullmatch(copied(page))


def test_where_the_clipboard_is_closed_the_old_way_is_taken(site: str, page_at: PageAt) -> None:
    page = page_at(1280)
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject()")
    page.goto(site + ARTICLE)
    page.get_by_role("button", name="复制", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("已复制")


def test_without_scripts_no_button_stands_that_does_nothing(site: str, page_at: PageAt) -> None:
    page = page_at(1280, java_script_enabled=False)
    page.goto(site + ARTICLE)
    assert page.get_by_role("button", name="复制").count() == 0
    assert page.get_by_role("button", name="逐句").count() == 0
    expect(page.locator("#citation")).to_have_text(CITED)


@pytest.mark.parametrize("path", [PARTY, TOPIC], ids=["article", "topic"])
def test_the_contents_show_which_section_is_read(site: str, page: Page, path: str) -> None:
    page.goto(site + path)
    contents = page.locator(".toc a, .facts nav a")
    for number in (1, 2, 0):
        contents.nth(number).click()
        current = page.locator(":is(.toc, .facts nav) [aria-current]")
        expect(current).to_have_text(contents.nth(number).inner_text())
    # Whoever is brought into the midst of a section, as by Back, sees it as well.
    page.goto(site + path)
    page.evaluate("document.querySelectorAll('main h2')[2].scrollIntoView()")
    page.mouse.wheel(0, 200)
    expect(page.locator(":is(.toc, .facts nav) [aria-current]")).to_have_count(1)


def test_a_person_is_found_by_keyboard_then_the_sentence_then_the_way_back(
    site: str, page: Page
) -> None:
    page.goto(site)
    page.keyboard.press("/")
    page.keyboard.type("李卫祥")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/li-wei-xiang-*/")
    source = page.locator("main .at a[href*='#s']").first
    for _ in range(60):
        page.keyboard.press("Tab")
        if source.evaluate("it => it === document.activeElement"):
            break
    href = source.get_attribute("href")
    assert href
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{href.rpartition('../')[2]}")
    sentence = page.locator(":target")
    expect(sentence).to_be_in_viewport()
    # The next key goes on from the sentence, not from the top of the page.
    page.keyboard.press("Tab")
    assert page.evaluate(
        "document.querySelector(':target').compareDocumentPosition(document.activeElement) & 20"
    )
    page.go_back()
    page.wait_for_url("**/people/**")
    expect(page.locator(f"main a[href='{href}']").first).to_be_focused()


def test_back_from_a_note_is_where_the_note_was_asked_for(site: str, page: Page) -> None:
    page.goto(site + PARTY)
    mark = page.locator(".prose a.ref").nth(4)
    mark.focus()
    at = page.evaluate("scrollY")
    page.keyboard.press("Enter")
    page.wait_for_url("**#xj-*")
    page.go_back()
    expect(mark).to_be_focused()
    assert abs(page.evaluate("scrollY") - at) < 5


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_the_switch_shows_the_lines_a_paragraph_was_made_of(
    site: str, page_at: PageAt, scripts: bool
) -> None:
    page = page_at(1280, java_script_enabled=scripts)
    page.goto(site + JOINED)
    lines = page.locator("#p11 + .was")
    expect(lines).to_be_hidden()
    page.get_by_role("checkbox", name="原貌").check()
    expect(lines).to_be_visible()
    expect(lines.get_by_role("listitem")).to_have_count(2)
    expect(lines).to_contain_text("接第 11 行，存疑，编者")
    beside, text = lines.bounding_box(), page.locator("#p11").bounding_box()
    assert beside
    assert text
    assert beside["x"] > text["x"] + text["width"]
    lines.get_by_role("link", name="第 31 行").click()
    page.wait_for_url("**/pages/**#L31")


def test_on_a_phone_the_lines_stand_below_their_paragraph(site: str, page_at: PageAt) -> None:
    page = page_at(320)
    page.goto(site + JOINED)
    page.get_by_role("checkbox", name="原貌").check()
    below, text = page.locator("#p11 + .was").bounding_box(), page.locator("#p11").bounding_box()
    assert below
    assert text
    assert below["y"] >= text["y"] + text["height"]
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_sentence_and_its_lines_show_that_they_are_one(site: str, page: Page) -> None:
    page.goto(site + JOINED)
    page.get_by_role("checkbox", name="原貌").check()
    page.locator("#s11-0").hover(position={"x": 60, "y": 8})
    expect(page.locator("[data-of='s11-0']")).to_have_count(2)
    for number in range(2):
        expect(page.locator("[data-of='s11-0']").nth(number)).to_have_class("paired")
    page.locator("[data-of='s33-0']").first.hover(position={"x": 20, "y": 8})
    expect(page.locator("#s33-0")).to_have_class(re.compile("paired"))
    expect(page.locator("#s11-0")).not_to_have_class(re.compile("paired"))
    # The buttons lie over neither.
    page.locator("#s11-0").click(position={"x": 60, "y": 8})
    tools, text = page.locator(".tools").bounding_box(), page.locator("#p11").bounding_box()
    assert tools
    assert text
    assert tools["x"] >= 0
    assert tools["x"] + tools["width"] <= text["x"]


def test_notes_stand_in_the_margin_and_over_nothing(site: str, page: Page) -> None:
    page.goto(site + JOINED)
    boxes = [
        it.bounding_box()
        for it in page.locator(".prose > :is(.side, .pull, .why)").all()
        if it.is_visible()
    ]
    column = page.locator(".prose").bounding_box()
    assert column
    assert len(boxes) > 2
    bottom = 0.0
    for it in boxes:
        assert it
        assert it["x"] >= column["x"] + column["width"]
        assert it["x"] + it["width"] <= 1280
        assert it["y"] >= bottom
        bottom = it["y"] + it["height"]
