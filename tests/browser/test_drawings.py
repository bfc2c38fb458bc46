"""Drawings in a browser: words apart from one another and inside the page, at every width and in
forced colours; marks that lead to what they stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PageAt
from tests.browser.serving import serving
from tests.site.sites import built, write

YEARS = range(2003, 2023)
_OVERLAPS = """() => {
    const faults = [];
    for (const svg of document.querySelectorAll('figure.drawn svg, svg.trend')) {
        const shown = [...svg.querySelectorAll('text')].filter(it => it.getClientRects().length);
        const boxes = shown.map(it => it.getBoundingClientRect());
        const room = document.documentElement.clientWidth;
        const scrolls = svg.closest('.scroll') !== null;
        boxes.forEach((one, i) => {
            const words = shown[i].textContent;
            if (!scrolls && (one.left < 0 || one.right > room)) faults.push(`${words} is outside`);
            boxes.slice(i + 1).forEach((other, j) => {
                const meet = one.left < other.right - 1 && other.left < one.right - 1
                    && one.top + 3 < other.bottom - 3 && other.top + 3 < one.bottom - 3;
                if (meet) faults.push(`${words} covers ${shown[i + 1 + j].textContent}`);
            });
        });
    }
    return faults;
}"""
_DRAWN = """() => {
    const paper = getComputedStyle(document.body).backgroundColor;
    const colours = new Set();
    for (const it of document.querySelectorAll('figure.drawn :is(circle, line:not(.core), rect:not(.hit))')) {
        const style = getComputedStyle(it);
        const seen = [style.fill, style.stroke].some(c => c !== 'none' && c !== paper);
        if (!seen) colours.add(it.outerHTML);
    }
    return [...colours];
}"""


def _article(year: int) -> str:
    grown, aim, jobs = 6 + year % 5 + 0.3, 6 + year % 3, 900 + year % 7 * 40
    events = "".join(f"{year}年{month}月{month}日，清河水库举行会议。\n\n" for month in (3, 5, 9))
    return (
        f"---\ntitle: {year}年政府工作报告\ndate: {year}-03-05\nsource: 市政府\n---\n\n"
        f"{year - 1}年，国内生产总值增长{grown:g}%，城镇新增就业{jobs}万人。\n\n"
        f"今年发展的主要预期目标是：国内生产总值增长{aim}%左右，城镇新增就业{jobs + 50}万人以上。\n\n"
        f"{events}"
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Twenty years of reports, and a topic of few events."""
    history = (
        "---\ntitle: 灌区史话\ndate: 2021-05-01\n---\n\n1958年3月，东风灌区开工建设。\n\n"
        "1961年，东风灌区建成。\n\n2019年5月4日，东风灌区举行纪念大会。\n\n"
        "2021年3月，东风灌区启动改造。\n\n2021年4月6日，东风灌区召开会议。\n"
    )
    files: dict[str, str | bytes] = {
        "site.toml": 'title = "市情"\n',
        "topics/jingji.md": "---\ntitle: 经济\nterms: [生产总值, 就业]\n---\n\n历年的经济。\n",
        "topics/shuili.md": "---\ntitle: 清河水库\nterms: [水库]\n---\n\n水库。\n",
        "topics/guanqu.md": "---\ntitle: 东风灌区\nterms: [灌区]\n---\n\n灌区。\n",
        "articles/lishi.md": history,
        **{f"articles/{year}.md": _article(year) for year in YEARS},
    }
    root = tmp_path_factory.mktemp("drawings")
    with serving(built(write(root / "content", files), root / "out").site) as address:
        yield address


def _measure(site: str, page: Page) -> None:
    page.goto(f"{site}figures/")
    link = page.get_by_role("link", name="国内生产总值", exact=True).first
    page.goto(f"{site}figures/{link.get_attribute('href')}")


KINDS = [
    "",
    "topics/jingji/",
    "topics/shuili/",
    "topics/guanqu/",
    "timeline/",
    "graph/",
    "figures/",
]


@pytest.mark.parametrize("width", [320, 375, 768, 1280])
def test_words_of_drawings_stand_apart_and_inside(site: str, page_at: PageAt, width: int) -> None:
    page = page_at(width)
    for kind in KINDS:
        if kind == "figures/":
            _measure(site, page)
        else:
            answer = page.goto(site + kind)
            assert answer is not None, kind
            assert answer.ok, kind
        assert page.evaluate(_OVERLAPS) == [], f"{kind} at {width}"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, kind


def test_a_chart_is_read_out_as_one_image(site: str, page_at: PageAt) -> None:
    page = page_at(1280)
    _measure(site, page)
    chart = page.locator("svg.chart").first
    expect(chart).to_have_role("img")
    expect(chart).to_have_accessible_name(
        re.compile("^国内生产总值增减 实绩 20 个，2002年9.3%.*目标 20 个")
    )
    assert chart.locator("circle.came").count() == chart.locator("rect.aim").count() == len(YEARS)
    assert chart.get_by_role("link").count() == 0


def test_the_table_below_a_chart_has_every_amount(site: str, page_at: PageAt) -> None:
    page = page_at(1280)
    _measure(site, page)
    told = page.locator("table.series").first.locator("data").all_inner_texts()
    said = page.locator("svg.chart").first.locator("circle title, rect title").all_text_contents()
    drawn = [re.split("：[≈≥]?", it)[-1] for it in said]
    assert sorted(drawn) == sorted(told)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        pytest.param("topics/guanqu/", "1958年3月", id="a-mark-to-its-event"),
        pytest.param("topics/shuili/", "2004年，", id="a-year-to-its-first-event"),
        pytest.param("", "2004年，", id="a-year-of-the-site"),
    ],
)
def test_marks_are_links_by_keyboard(site: str, page_at: PageAt, url: str, name: str) -> None:
    page = page_at(1280)
    page.goto(site + url)
    link = page.locator("figure.drawn svg a", has_text=re.compile(f"^{name}"))
    expect(link).to_have_accessible_name(re.compile(name))
    link.focus()
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(site + url)
    target = page.url.partition("#")[2]
    assert target == "" or page.locator(f"[id='{target}']").count() == 1


def test_few_events_are_drawn_by_form(site: str, page_at: PageAt) -> None:
    page = page_at(375)
    page.goto(f"{site}topics/guanqu/")
    drawing = page.get_by_role("group", name="大事的时间")
    expect(drawing.get_by_role("link")).to_have_count(5)
    assert drawing.locator("circle").count() == 2
    assert drawing.locator("line.span").count() == 3
    assert drawing.locator(".break").count() >= 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_vanishes_in_forced_colours(site: str, page_at: PageAt, scheme: str) -> None:
    page = page_at(1280, scheme, forced_colors="active")  # type: ignore[arg-type]
    for kind in KINDS[:-1]:
        page.goto(site + kind)
        assert page.evaluate(_DRAWN) == [], kind


def test_without_scripts_the_table_of_a_strip_opens(site: str, page_at: PageAt) -> None:
    page = page_at(375, java_script_enabled=False)
    page.goto(site)
    figure = page.locator("figure.strip")
    figure.get_by_text("看表格").click()
    expect(figure.get_by_role("rowheader")).to_have_count(figure.locator("svg a").count())
