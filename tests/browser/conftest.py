"""One Chromium a test run; pages of a given width and colour scheme."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, Protocol

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import find_chromium, launch_flags

Scheme = Literal["light", "dark"]


class PageAt(Protocol):
    """Opens a blank page; closed with its context when the test ends."""

    def __call__(self, width: int, scheme: Scheme = "light", **context: Any) -> Page: ...


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A running Chromium. Its absence is a failure: `make chromium` says how to get one."""
    path = find_chromium()
    assert path, "no Chromium found: run `make chromium`"
    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=path, args=launch_flags())
        yield running
        running.close()


@pytest.fixture
def page_at(browser: Browser) -> Iterator[PageAt]:
    """`page_at(320, "dark", java_script_enabled=False)`: a new page in a context of its own.

    Further keywords go to `Browser.new_context` as they are. Time zone and language are fixed,
    so that no picture depends on the machine.
    """
    contexts = []

    def open_page(width: int, scheme: Scheme = "light", **context: Any) -> Page:
        options: dict[str, Any] = {
            "viewport": {"width": width, "height": 900},
            "color_scheme": scheme,
            "locale": "zh-CN",
            "timezone_id": "Asia/Shanghai",
            "reduced_motion": "reduce",
        }
        made = browser.new_context(**(options | context))
        contexts.append(made)
        return made.new_page()

    yield open_page
    for made in contexts:
        made.close()
