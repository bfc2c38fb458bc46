"""What every kind of page keeps to as a design: widths, paper, strong contrast, quiet, order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.browser.conftest import PageAt, Scheme
from tests.browser.samples import write_samples
from tests.browser.serving import serving


class Samples(NamedTuple):
    """Where they are served, and one URL of each kind."""

    urls: list[str]


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Samples]:
    """One page of each kind."""
    folder: Path = tmp_path_factory.mktemp("samples")
    names = write_samples(folder)
    with serving(folder) as address:
        yield Samples([address + it for it in names])


# 640 px are 1280 at 200 %; on 1920 and 2560 px the type grows.
@pytest.mark.parametrize("width", [320, 375, 640, 768, 1056, 1280, 1920, 2560])
def test_a_page_fits_its_window(samples: Samples, page_at: PageAt, width: int) -> None:
    page = page_at(width)
    wrong = []
    for url in samples.urls:
        page.goto(url)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            wrong.append(f"{url}: {wide} px")
    assert wrong == []


_SHIFTS = """() => new Promise(done => {
    let sum = 0;
    const seen = list => list.getEntries().forEach(it => { sum += it.value; });
    new PerformanceObserver(seen).observe({type: 'layout-shift', buffered: true});
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 50)));
})"""


@pytest.mark.parametrize("width", [375, 1280])
def test_nothing_moves_while_a_page_appears(samples: Samples, page_at: PageAt, width: int) -> None:
    page = page_at(width)
    moved = {}
    for url in samples.urls:
        page.goto(url)
        # A page that comes in pieces on a busy machine may move by a hair in its header.
        if (shift := page.evaluate(_SHIFTS)) > 0.005:
            moved[url] = shift
    assert moved == {}


def test_on_paper_there_is_nothing_to_click_and_nothing_folded(
    samples: Samples, page_at: PageAt
) -> None:
    page = page_at(700)
    page.emulate_media(media="print")
    wrong = []
    for url in samples.urls:
        page.goto(url)
        clicked = "header.site nav, .find, .crumbs, .pager, .turn, .toc, .facts nav, .skip"
        wrong += [f"{url}: {it}" for it in page.locator(clicked).all() if it.is_visible()]
        folded = page.evaluate(
            "[...document.querySelectorAll('details > :not(summary)')]"
            ".filter(it => !it.checkVisibility()).length"
        )
        if folded:
            wrong.append(f"{url}: {folded} folded")
        if page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)":
            wrong.append(f"{url}: not on white")
    assert wrong == []


def test_a_topic_on_paper_names_the_address_of_each_source(
    samples: Samples, page_at: PageAt
) -> None:
    page = page_at(700)
    page.goto(next(it for it in samples.urls if it.endswith("/topic.html")))
    addresses = page.locator(".group .permalink")
    assert addresses.count() == page.locator("#passages .group").count() > 0
    assert not addresses.first.is_visible()
    page.emulate_media(media="print")
    assert addresses.first.is_visible()
    assert page.pdf().startswith(b"%PDF")


# What is drawn or written in the colour of the page behind it can't be seen.
_UNSEEN = """() => {
    const paper = getComputedStyle(document.body).backgroundColor;
    const out = [];
    for (const it of document.querySelectorAll('svg rect, svg circle, svg path, svg text, svg line')) {
        if (it.closest('defs, clipPath, pattern, .hit')) continue;
        const {fill, stroke} = getComputedStyle(it);
        const seen = [fill, stroke].some(c => c !== 'none' && c !== paper && !/^rgba.*, 0\\)$/.test(c));
        if (!seen && it.checkVisibility()) out.push(it.outerHTML.slice(0, 120));
    }
    for (const it of document.querySelectorAll('main :is(a, p, h1, h2, h3, td, th, li, dd, dt)')) {
        let behind = it;
        while (/^rgba.*, 0\\)$/.test(getComputedStyle(behind).backgroundColor) && behind.parentElement)
            behind = behind.parentElement;
        const under = getComputedStyle(behind).backgroundColor;
        if (getComputedStyle(it).color === under) out.push(it.outerHTML.slice(0, 120));
    }
    return out;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("wish", [{"forced_colors": "active"}, {"contrast": "more"}], ids=str)
def test_nothing_vanishes_in_colours_of_the_readers_own(
    samples: Samples, page_at: PageAt, scheme: Scheme, wish: dict[str, str]
) -> None:
    page = page_at(1280, scheme, **dict[str, Any](wish))
    wrong = []
    for url in samples.urls:
        page.goto(url)
        wrong += [f"{url}: {it}" for it in page.evaluate(_UNSEEN)]
    assert wrong == []


def test_what_has_the_focus_is_outlined_in_forced_colours_too(
    samples: Samples, page_at: PageAt
) -> None:
    page = page_at(1280, forced_colors="active")
    page.goto(next(it for it in samples.urls if it.endswith("/topic.html")))
    for _ in range(12):
        page.keyboard.press("Tab")
        style = "getComputedStyle(document.activeElement).outlineStyle"
        assert page.evaluate(style) != "none", page.evaluate("document.activeElement.outerHTML")


# Sheets of single kinds stand before the site's, so that a theme, which is added to that, has the
# last word. That may not depend on luck.
_OTHER_ORDER = """async () => {
    const [first, ...rest] = document.querySelectorAll('link[rel=stylesheet]');
    if (!rest.length) return [];
    const look = () => [...document.querySelectorAll('body *')].map(it => {
        const style = getComputedStyle(it);
        return [...style].filter(k => !/(size|width|height|origin|^margin|^inset|rows|columns)/.test(k))
            .map(k => `${it.tagName}.${it.getAttribute('class')} ${k}: ${style.getPropertyValue(k)}`);
    });
    const before = look();
    const last = rest.at(-1).cloneNode();
    await new Promise(done => { last.onload = done; first.before(last); });
    rest.at(-1).remove();
    const after = look();
    return before.flatMap((lines, i) => lines.filter((line, j) => line !== after[i][j])).slice(0, 5);
}"""


@pytest.mark.parametrize("width", [375, 1280])
def test_the_order_of_the_style_sheets_changes_nothing(
    samples: Samples, page_at: PageAt, width: int
) -> None:
    page = page_at(width)
    wrong = []
    for url in samples.urls:
        # What search adds comes last on purpose.
        if not url.endswith("/search.html"):
            page.goto(url)
            wrong += [f"{url}: {it}" for it in page.evaluate(_OTHER_ORDER)]
    assert wrong == []
