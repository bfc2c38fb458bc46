"""A built site -> pictures of one page of each kind to look at: two widths, two modes, and on paper.

    python tests/browser/screenshots.py [SITE] [FOLDER]

Of each kind the largest page is taken, where long texts and full lists are; entities have a kind
each. A page that scrolls sideways at 320 px, and what the browser complains of, is told.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.browser.chromium import find_chromium, launch_flags
from tests.browser.serving import serving

_LISTED = {"": "home", "404.html": "404"}
_WIDTHS = (1280, 375)
_PAPER = ("home", "topic", "article", "person", "page")
_SINGULAR = {
    "articles": "article",
    "topics": "topic",
    "people": "person",
    "organisations": "organisation",
    "places": "place",
    "documents": "document",
    "terms": "term",
    "figures": "measure",
    "timeline": "year",
    "pages": "page",
    "tags": "tag",
}
"""Folder -> what a page below it is; the folder's own page is the list of them."""


def main(arguments: list[str]) -> int:
    """Take the pictures; 1 if a page scrolls sideways or the browser complains."""
    site = Path(arguments[0] if arguments else "build/site")
    folder = Path(arguments[1] if len(arguments) > 1 else "tests/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    pages = kinds(site)
    taken: list[Path] = []
    faults: list[str] = []

    def complain(message: ConsoleMessage) -> None:
        faults.append(f"{message.type}: {message.text}")

    with serving(site) as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=find_chromium(), args=launch_flags())
        for scheme in ("light", "dark"):
            page = browser.new_page(color_scheme=scheme)
            page.on("console", complain)
            for name, path in _shown(page, address, pages):
                faults += _sideways(page, path)
                for width in _WIDTHS:
                    page.set_viewport_size({"width": width, "height": 900})
                    taken.append(folder / f"{name}-{width}-{scheme}.png")
                    page.screenshot(path=taken[-1], full_page=True)
            page.close()
        taken += _printed(browser, address, pages, folder)
        browser.close()
    print("\n".join([*dict.fromkeys(faults), f"{len(taken)} pictures in {folder}"]))
    return 1 if faults else 0


def kinds(site: Path) -> dict[str, str]:
    """Kind -> URL of its largest page, from the site's root."""
    largest: dict[str, tuple[int, str]] = {}
    for file in sorted(site.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in text:
            continue
        url = file.relative_to(site).as_posix().removesuffix("index.html")
        kind = _kind(url)
        largest[kind] = max(largest.get(kind, (0, "")), (len(text), url))
    return {kind: url for kind, (_, url) in sorted(largest.items())}


def _kind(url: str) -> str:
    room, *below = url.rstrip("/").split("/")
    if not below:
        return _LISTED.get(url, room)
    # The second page of a list is a list; a section of a topic has a kind of its own.
    if below[0].isdecimal() and room not in ("timeline", "pages"):
        return room
    of_one = _SINGULAR.get(room, room)
    return of_one if len(below) == 1 or below[1].isdecimal() else f"{of_one}-{below[1]}"


def _shown(page: Page, address: str, pages: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Bring up one page after another, and the search page with what it finds."""
    word = ""
    for kind, url in pages.items():
        page.goto(address + url)
        word = word or (page.locator("h1").inner_text()[:2] if kind == "topic" else "")
        yield kind, url
    word = quote(word or page.title()[:2])
    page.goto(f"{address}search/?q={word}")
    page.locator("#found [role=status]:not(:empty)").wait_for()
    yield "search-results", f"search/?q={word}"


def _printed(browser: Browser, address: str, pages: dict[str, str], folder: Path) -> Iterator[Path]:
    page = browser.new_page(color_scheme="dark")
    for kind in _PAPER:
        if kind in pages:
            page.goto(address + pages[kind])
            made = folder / f"{kind}-paper.pdf"
            page.pdf(path=made, prefer_css_page_size=True, format="A4")
            yield made
    page.close()


def _sideways(page: Page, path: str) -> list[str]:
    page.set_viewport_size({"width": 320, "height": 900})
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [f"{path or 'home'}: {wide} px wide at 320"] if wide > 320 else []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
