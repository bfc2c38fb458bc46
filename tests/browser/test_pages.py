"""Every kind of page in a browser: it fits a phone, obeys its own policy, answers the keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.conftest import PageAt, Scheme
from tests.browser.samples import LONG, write_samples
from tests.browser.serving import serving
from tests.unit.present.sample_views import all_views


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a server over one page of each kind."""
    folder = tmp_path_factory.mktemp("site")
    write_samples(folder)
    with serving(folder) as address:
        yield address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_scrolls_sideways_or_breaks_its_policy(
    site: str, page_at: PageAt, scheme: Scheme
) -> None:
    page = page_at(320, scheme)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(f"{page.url}: {message.text}"))
    # A redirect would lead to a page that is not among the samples.
    for name in sorted(all_views(LONG).keys() - {"redirect"}):
        page.goto(f"{site}{name}.html")
        for width in (320, 768, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > width:
                complaints.append(f"{name}: {wide} px wide at {width}")
    assert complaints == []


def test_the_first_key_leads_past_the_navigation(site: str, page_at: PageAt) -> None:
    page = page_at(1280, java_script_enabled=True)
    page.goto(f"{site}article.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    page.keyboard.press("Enter")
    # The browser tells of the new address a moment after the key.
    page.wait_for_url("**/article.html#main")


def test_a_sentence_that_was_linked_to_is_marked(site: str, page_at: PageAt) -> None:
    page = page_at(1280)
    page.goto(f"{site}article.html#s1")
    colour = "getComputedStyle(document.getElementById('s1')).backgroundColor"
    assert page.evaluate(colour) != "rgba(0, 0, 0, 0)"
