"""Search as a reader meets it: the field of every page and the search page, in a site below a path."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import PageAt, Scheme
from tests.browser.serving import serving
from tests.browser.test_site import watched
from tests.site.sites import CONTENT, SMALL, built, write

UNDER = "some/where/jing%20wei/"
ARTICLE = "articles/shanxi-datong-xianxiao-hezuo/"
ISSUES = 45
"""Numbers of a made-up bulletin: more than one page of results, of several years and papers."""


def _bulletin(number: int) -> str:
    year, paper = 2001 + number % 9, ("甲报", "乙报", "丙报")[number % 3]
    return (
        f"---\ntitle: 闸口简报第{number}期\ndate: {year}-03-{number % 28 + 1:02}\nsource: {paper}\n---\n\n"
        f"本期说别的事，一共{number}件。{'前面还有很长的一段话，' * 9}直到这里才写到滚水坝工地，第{number}天。\n"
    )


_FOLDED = (
    "---\ntitle: 折起来的文章\ndate: 2015-01-01\n---\n\n开头。\n\n"
    "<details><summary>附记</summary>\n\n里面写着橘红色灯塔，平时看不见。\n\n</details>\n"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site's address, a slash at its end."""
    made = tmp_path_factory.mktemp("search")
    own = {it.relative_to(CONTENT).as_posix(): it.read_bytes() for it in CONTENT.rglob("*.*")}
    issues = {f"articles/jb{it}.md": _bulletin(it) for it in range(ISSUES)}
    content = write(made / "content", {**SMALL, **own, **issues, "articles/zhe.md": _FOLDED})
    (made / "web" / "some" / "where").mkdir(parents=True)
    built(content, made / "out").site.rename(made / "web" / "some" / "where" / "jing wei")
    with serving(made / "web") as address:
        yield address + UNDER


def field(page: Page) -> Locator:
    return page.get_by_role("combobox", name="搜索")


def options(page: Page) -> Locator:
    return page.get_by_role("listbox", name="搜索结果").get_by_role("option")


def active(page: Page) -> str:
    """Text of the option at which a screen reader is."""
    return str(
        page.evaluate(
            "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))"
            "?.innerText ?? ''"
        )
    )


def type_in(page: Page, text: str) -> None:
    """Press `/`, type, and wait for the results."""
    page.keyboard.press("/")
    page.keyboard.type(text)
    options(page).first.wait_for()


def test_by_keyboard_alone_from_a_key_to_the_sentence_and_back(site: str, page_at: PageAt) -> None:
    page = page_at(1280)
    wrong = watched(page, site)
    page.goto(site + "topics/")
    type_in(page, "炮台芪")
    for _ in range(options(page).count()):
        page.keyboard.press("ArrowDown")
        if "山西大同县校合作" in active(page):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(site + ARTICLE) + "#s"))
    sentence = page.locator(":target")
    assert "炮台芪" in sentence.inner_text()
    assert sentence.evaluate("it => getComputedStyle(it).backgroundColor") != "rgba(0, 0, 0, 0)"
    box = sentence.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 800
    page.go_back()
    page.wait_for_url(site + "topics/")
    assert wrong == []


def test_a_page_on_which_nobody_searches_fetches_nothing_of_search(
    site: str, page_at: PageAt
) -> None:
    page = page_at(1280)
    asked: list[str] = []
    page.on("request", lambda it: asked.append(it.url))
    page.goto(site + ARTICLE, wait_until="networkidle")
    assert [it for it in asked if "/search/" in it or "/texts/" in it] == []


def test_the_list_shows_groups_with_kinds_in_words_and_the_hit_marked(
    site: str, page_at: PageAt
) -> None:
    page = page_at(1280)
    page.goto(site)
    type_in(page, "山西")
    groups = page.get_by_role("listbox").get_by_role("group")
    names = [it.locator(".label").inner_text() for it in groups.all()]
    assert names[0] == "专题"
    assert names[-1] == "文章"
    assert "机构" in names
    assert groups.last.locator("mark").first.inner_text() == "山西"
    assert options(page).count() <= 11
    everything = options(page).last
    found = re.fullmatch(r"查看全部 ([0-9]+) 条结果", everything.inner_text())
    assert found
    everything.click()
    page.wait_for_url(site + "search/?q=*")
    expect(page.locator("main").get_by_role("status")).to_contain_text(f"找到 {found[1]} 条")


def test_keys_do_what_the_pattern_of_the_combobox_says(site: str, page_at: PageAt) -> None:
    page = page_at(1280)
    page.goto(site)
    type_in(page, "山西")
    expect(field(page)).to_have_attribute("aria-expanded", "true")
    texts = [it.inner_text() for it in options(page).all()]
    assert active(page) == ""
    for key, at in (("ArrowDown", 0), ("ArrowDown", 1), ("End", -1), ("ArrowUp", -2), ("Home", 0)):
        page.keyboard.press(key)
        assert active(page) == texts[at], key
        chosen = page.locator("[role=option][aria-selected=true]")
        assert chosen.count() == 1
    page.keyboard.press("ArrowUp")
    assert active(page) == ""
    page.keyboard.press("ArrowUp")
    assert active(page) == texts[-1]
    page.keyboard.press("Escape")
    expect(field(page)).to_have_attribute("aria-expanded", "false")
    expect(field(page)).to_have_value("山西")
    page.keyboard.press("Escape")
    expect(field(page)).to_have_value("")
    type_in(page, "山西")
    page.keyboard.press("Tab")
    expect(field(page)).to_have_attribute("aria-expanded", "false")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "搜索"
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.closest('form')")


def test_what_was_found_is_said(site: str, page_at: PageAt) -> None:
    page = page_at(1280)
    page.goto(site)
    type_in(page, "滚水坝")
    expect(page.locator("form").get_by_role("status")).to_contain_text(f"{ISSUES} 条结果")


def test_enter_without_a_choice_leads_to_all_results(site: str, page_at: PageAt) -> None:
    page = page_at(1280)
    page.goto(site + ARTICLE)
    type_in(page, "滚水坝")
    page.keyboard.press("Enter")
    page.wait_for_url(site + "search/?q=*")
    expect(page.locator("main").get_by_role("status")).to_have_text(f"找到 {ISSUES} 条")
    assert page.locator("#find-q").input_value() == "滚水坝"


def test_the_slash_is_a_character_where_one_writes(site: str, page_at: PageAt) -> None:
    page = page_at(1280)
    page.goto(site)
    type_in(page, "2022/")
    expect(field(page)).to_have_value("2022/")


def test_far_down_a_page_the_field_comes_to_the_reader(site: str, page_at: PageAt) -> None:
    page = page_at(1280)
    page.goto(site + ARTICLE)
    page.evaluate("scrollTo({top: 1500, behavior: 'instant'})")
    before = page.evaluate("scrollY")
    assert before > 500
    type_in(page, "山西")
    expect(field(page)).to_be_in_viewport()
    expect(options(page).first).to_be_in_viewport()
    for _ in ("the list", "the text", "the field"):
        page.keyboard.press("Escape")
    expect(field(page)).not_to_be_in_viewport()
    assert page.evaluate("scrollY") == before


def test_a_sentence_of_the_very_page_is_shown_behind_no_list(site: str, page_at: PageAt) -> None:
    page = page_at(1280)
    page.goto(site + ARTICLE)
    type_in(page, "炮台芪")
    options(page).filter(has_text="山西大同县校合作").first.click()
    assert "炮台芪" in page.locator(":target").inner_text()
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_a_folded_sentence_is_unfolded(site: str, page_at: PageAt) -> None:
    page = page_at(1280)
    page.goto(site)
    type_in(page, "橘红色灯塔")
    options(page).first.click()
    page.wait_for_url("**/articles/zhe/#*")
    expect(page.locator(":target")).to_be_in_viewport()
    assert "橘红色灯塔" in page.locator(":target").inner_text()


def test_pinyin_is_looked_up_while_it_is_composed_and_half_a_word_is_not(
    site: str, page_at: PageAt
) -> None:
    page = page_at(1280)
    page.goto(site)
    page.keyboard.press("/")
    asked: list[str] = []
    page.on("request", lambda it: asked.append(it.url))
    method = page.context.new_cdp_session(page)

    def compose(text: str) -> None:
        said = {"text": text, "selectionStart": len(text), "selectionEnd": len(text)}
        method.send("Input.imeSetComposition", said)

    compose("shanxixian")
    options(page).filter(has_text="山西县校合作").first.wait_for()
    # Enter belongs to the input method while it composes.
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    method.send("Input.insertText", {"text": "滚水"})
    expect(options(page).first).to_contain_text("滚水坝")
    compose("ba")
    page.wait_for_timeout(300)
    expect(field(page)).to_have_value("滚水ba")
    expect(options(page).first).to_contain_text("滚水坝")
    method.send("Input.insertText", {"text": "坝"})
    expect(field(page)).to_have_value("滚水坝")
    expect(options(page).first.locator(".said mark").first).to_have_text("滚水坝")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<img src=x onerror=document.title=1>", id="markup"),
        pytest.param("山西<b>", id="markup-beside-a-hit"),
        pytest.param("(.*)+[", id="regular-expression"),
        pytest.param("\u202e山西\u2066", id="right-to-left"),
        pytest.param("🐉" * 50, id="emoji"),
        pytest.param("山西" * 5000, id="long"),
    ],
)
def test_a_query_is_text_and_nothing_else(site: str, page_at: PageAt, text: str) -> None:
    page = page_at(1280)
    wrong = watched(page, site)
    page.goto(site)
    page.keyboard.press("/")
    page.keyboard.insert_text(text)
    page.locator(".panel").wait_for()
    title = page.title()
    assert page.locator(".panel :is(img, script, [onerror])").count() == 0
    page.goto(site + "search/")
    page.locator("#find-q").fill(text)
    expect(page.locator("main").get_by_role("status")).to_have_text(re.compile("找到|没有"))
    assert page.locator("#found img").count() == 0
    assert title in page.title() or "经纬" in page.title()
    assert wrong == []


def found(page: Page, words: str) -> None:
    expect(page.locator("main").get_by_role("status")).to_contain_text(words)


def titles(page: Page) -> list[str]:
    return page.locator("#results h3").all_inner_texts()


def test_filters_and_order_stand_in_the_address_and_survive_it(site: str, page_at: PageAt) -> None:
    page = page_at(1280)
    wrong = watched(page, site)
    page.goto(site + "search/?q=滚水坝")
    found(page, f"找到 {ISSUES} 条")
    page.get_by_role("group", name="来源").get_by_label("甲报").check()
    found(page, "找到 15 条")
    assert page.url.endswith("&source=%E7%94%B2%E6%8A%A5")
    assert page.evaluate("document.activeElement.value") == "甲报"
    # A filter's own counts are those without it: what another choice would add.
    other = page.get_by_role("group", name="来源").locator("label", has_text="乙报")
    expect(other.locator(".n")).to_have_text("15")
    page.get_by_role("group", name="年份").get_by_label("2001年").check()
    found(page, "找到 5 条")
    page.get_by_label("按日期").check()
    page.wait_for_url("**&order=date")
    page.reload()
    found(page, "找到 5 条")
    assert page.get_by_label("按日期").is_checked()
    assert page.get_by_label("2001年").is_checked()
    days = page.locator("#results .when span:first-child").all_inner_texts()
    assert len(days) == 5
    assert days == sorted(days, key=lambda it: [int(n) for n in re.findall("[0-9]+", it)])[::-1]
    for words in ("找到 5 条", "找到 15 条", f"找到 {ISSUES} 条"):
        page.go_back()
        found(page, words)
    page.go_forward()
    found(page, "找到 15 条")
    page.get_by_role("button", name="去掉全部筛选").click()
    found(page, f"找到 {ISSUES} 条")
    assert "source" not in page.url
    assert wrong == []


def test_typing_changes_the_address_and_the_way_back_leads_to_what_was_decided(
    site: str, page_at: PageAt
) -> None:
    page = page_at(1280)
    page.goto(site + "search/?q=滚水坝")
    found(page, f"找到 {ISSUES} 条")
    page.locator("#find-q").press("End")
    page.locator("#find-q").press_sequentially("工地第7天", delay=150)
    found(page, "找到")
    page.wait_for_url(re.compile("%E7%AC%AC7%E5%A4%A9$"))
    page.go_back()
    found(page, f"找到 {ISSUES} 条")
    assert page.locator("#find-q").input_value() == "滚水坝"


def test_more_results_come_in_steps_and_are_there_on_the_way_back(
    site: str, page_at: PageAt
) -> None:
    page = page_at(1280)
    page.goto(site + "search/?q=滚水坝")
    found(page, f"找到 {ISSUES} 条")
    assert len(titles(page)) == 20
    page.get_by_role("button", name="再看 20 条").click()
    expect(page.locator("#results h3")).to_have_count(40)
    first_new = page.locator("#results h3 a").nth(20)
    expect(first_new).to_be_focused()
    seen = titles(page)
    first_new.click()
    page.wait_for_url("**/articles/**")
    assert "滚水坝" in page.locator(":target").inner_text()
    page.go_back()
    expect(page.locator("#results h3")).to_have_count(40)
    assert titles(page) == seen
    expect(page.locator("#results h3 a").nth(20)).to_be_in_viewport()


def test_a_result_tells_its_day_its_paper_and_the_sentence(site: str, page_at: PageAt) -> None:
    page = page_at(1280)
    page.goto(site + "search/?q=滚水坝工地第7天")
    row = page.locator("#results .row", has_text="闸口简报第7期").first
    expect(row.locator(".when span")).to_have_text(["2008年3月8日", "乙报"])
    expect(row.locator(".summary mark").first).to_contain_text("滚水坝工地")
    link = row.get_by_role("link")
    assert "#s" in str(link.get_attribute("href"))


def test_names_stand_before_articles_with_their_kind(site: str, page_at: PageAt) -> None:
    page = page_at(1280)
    page.goto(site + "search/?q=山西")
    found(page, "名称")
    assert page.locator("#results h2").all_inner_texts()[0].startswith("名称")
    first = page.locator("#results .row").first
    expect(first.locator("h3")).to_have_text("山西县校合作")
    expect(first.locator(".when")).to_have_text("专题")
    page.get_by_role("group", name="种类").get_by_label("机构").check()
    page.wait_for_url("**kind=organisation")
    expect(page.locator("#results .when").first).to_have_text("机构")
    assert set(page.locator("#results .when").all_inner_texts()) == {"机构"}


def test_where_nothing_is_found_the_page_says_what_to_try(site: str, page_at: PageAt) -> None:
    page = page_at(1280)
    page.goto(site + "search/?q=魑魅魍魉")
    found(page, "没有找到“魑魅魍魉”")
    assert "可以试试" in page.locator("#results").inner_text()
    page.get_by_role("link", name="按音序查找").click()
    page.wait_for_url(site + "index/")
    page.goto(site + "search/?q=滚水坝&source=山西县校合作")
    page.get_by_role("button", name="去掉筛选再找").click()
    found(page, f"找到 {ISSUES} 条")


def test_where_only_some_words_stand_the_page_says_so(site: str, page_at: PageAt) -> None:
    page = page_at(1280)
    page.goto(site + "search/?q=滚水坝 魑魅魍魉")
    expect(page.locator("#found .notice")).to_contain_text("魑魅魍魉")
    assert len(titles(page)) == 20


def test_without_javascript_the_page_leads_to_the_index(site: str, page_at: PageAt) -> None:
    page = page_at(375, java_script_enabled=False)
    page.goto(site + ARTICLE)
    page.get_by_role("searchbox", name="搜索").fill("山西")
    page.get_by_role("button", name="搜索").click()
    page.wait_for_url(site + "search/?q=*")
    assert "JavaScript" in page.locator("main").inner_text()
    page.get_by_role("navigation", name="字母").get_by_role("link", name="S", exact=True).click()
    page.wait_for_url("**/index/**#S")
    page.go_back()
    page.get_by_role("link", name="音序索引").click()
    page.wait_for_url(site + "index/")


def _refuse(route: Route) -> None:
    route.fulfill(status=404, body="")


def test_a_lost_part_of_the_index_is_said_and_the_rest_is_found(site: str, page_at: PageAt) -> None:
    page = page_at(1280)
    page.goto(site + "search/?q=滚水坝")
    found(page, f"找到 {ISSUES} 条")
    page.route(re.compile(r"/texts/"), _refuse)
    page.goto(site + "search/?q=本期")
    found(page, "找到")
    expect(page.locator("#found .notice")).to_contain_text("没有读到")


@pytest.mark.parametrize("lost", ["client.js", "manifest.json", "ui.js"])
def test_a_search_that_cannot_start_says_so(site: str, page_at: PageAt, lost: str) -> None:
    page = page_at(1280)
    page.route(re.compile(re.escape(f"/search/{lost}")), _refuse)
    page.goto(site + "search/?q=滚水坝")
    main = page.locator("main")
    expect(main.get_by_text("没有读到").locator("visible=true")).to_have_count(1)
    expect(main.get_by_role("link", name="按音序查找")).to_be_visible()
    page.goto(site)
    page.keyboard.press("/")
    page.keyboard.type("滚水坝")
    page.wait_for_timeout(300)
    page.keyboard.press("Enter")
    page.wait_for_url(site + "search/?q=*")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 375, 1280])
def test_nothing_scrolls_sideways_and_the_list_is_opaque(
    site: str, page_at: PageAt, width: int, scheme: Scheme
) -> None:
    page = page_at(width, scheme)
    page.goto(site + ARTICLE)
    type_in(page, "山西")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    panel = page.locator(".panel")
    box = panel.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert width > 600 or box["width"] == width
    ground = "it => getComputedStyle(it).backgroundColor"
    assert panel.evaluate(ground) == page.locator("body").evaluate(ground)
    for query in ("山西", "滚水坝", "魑魅", ""):
        page.goto(f"{site}search/?q={query}")
        if query:
            found(page, "找到")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, query


def test_on_a_phone_the_list_takes_the_screen_and_closes(site: str, page_at: PageAt) -> None:
    page = page_at(375, has_touch=True)
    page.goto(site + ARTICLE)
    page.get_by_label("搜索", exact=True).first.tap()
    page.keyboard.type("山西")
    options(page).first.wait_for()
    page.get_by_role("button", name="关闭").tap()
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.get_by_label("搜索", exact=True).first.tap()
    options(page).first.tap()
    page.wait_for_url("**/topics/**")


def test_on_a_phone_filters_are_folded(site: str, page_at: PageAt) -> None:
    page = page_at(375)
    page.goto(site + "search/?q=滚水坝")
    found(page, f"找到 {ISSUES} 条")
    box = page.get_by_label("甲报")
    assert not box.is_visible()
    page.locator("summary", has_text="筛选").click()
    box.check()
    found(page, "找到 15 条")
    assert box.is_visible()


def test_what_is_found_can_be_seen_in_forced_colours_and_printed(
    site: str, page_at: PageAt
) -> None:
    page = page_at(1280)
    page.goto(site + "search/?q=滚水坝")
    found(page, "找到")
    page.emulate_media(forced_colors="active")
    mark = page.locator("#results mark").first
    ground = "it => getComputedStyle(it).backgroundColor"
    assert mark.evaluate(ground) != page.locator("body").evaluate(ground)
    page.emulate_media(forced_colors="none", media="print")
    assert not page.locator(".filters").is_visible()
    assert page.locator("#results h3").first.is_visible()
