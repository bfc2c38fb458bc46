"""A built site -> what axe-core finds on a page of each kind, in reading and in an open search; 1 if anything.

    python tests/audit/accessibility.py FOLDER_OF_AXE PAGE …

Pages are HTML files of one site. Of each kind, told by its folder and the class of <main>, the
largest is looked at, wide and narrow, light and dark.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.browser.chromium import find_chromium, launch_flags
from tests.browser.serving import serving

_KIND = re.compile(r'<main id="main" class="(\w+)">')
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
_ASK = """async rules => {
    const runOnly = {type: 'tag', values: rules};
    const found = await axe.run(document, {runOnly, resultTypes: ['violations']});
    return found.violations.flatMap(it =>
        it.nodes.map(node => `${it.id}: ${node.html.slice(0, 160)} ${node.failureSummary}`));
}"""


def main(arguments: Sequence[str]) -> int:
    """Print each fault with its page; 1 if there is one."""
    script = Path(arguments[0], "axe.min.js").read_text(encoding="utf-8")
    site = _root(Path(arguments[1]).resolve())
    pages = _pages(site, arguments[1:])
    faults: list[str] = []
    with serving(site) as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=find_chromium(), args=launch_flags())
        for scheme in ("light", "dark"):
            for width in (1280, 375):
                page = browser.new_page(
                    color_scheme=scheme,
                    viewport={"width": width, "height": 900},
                    bypass_csp=True,  # axe comes as an inline script
                )
                for what in _shown(page, address, pages):
                    page.evaluate(script)
                    at = f"{what}, {width} px, {scheme}"
                    faults += [f"{at}: {it}" for it in page.evaluate(_ASK, _RULES)]
                page.close()
        browser.close()
    print(
        "\n".join(
            [*faults, f"{len(pages)} pages, 3 states of reading, 3 of search: {len(faults)} faults"]
        )
    )
    return 1 if faults else 0


def _shown(page: Page, address: str, pages: Sequence[str]) -> Iterator[str]:
    """Bring up one page or state of search after another; gives what it is."""
    for path in pages:
        page.goto(address + path)
        yield path
    article = next((it for it in reversed(pages) if it.startswith("articles/")), "")
    yield from _read(page, f"{address}{article}")
    letter = page.evaluate("document.title")[:1]
    page.goto(f"{address}search/?q={letter}")
    page.locator("#found [role=status]:not(:empty)").wait_for()
    yield "search page with results"
    page.goto(f"{address}search/?q=\N{DRAGON}\N{DRAGON}")
    page.locator("#nothing-h").wait_for()
    yield "search page without results"
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type(letter)
    page.locator("[role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    yield "open list of results"


def _read(page: Page, article: str) -> Iterator[str]:
    """States of an article that is read."""
    page.goto(article)
    link = page.locator(".prose a.term, .tail a").first
    link.hover()
    page.locator(".card-of-link:not([hidden])").wait_for()
    yield "card of a link"
    page.keyboard.press("Escape")
    page.locator("#by-sentence").focus()
    page.keyboard.press("Enter")
    page.locator(".tools:not([hidden])").wait_for()
    yield "chosen sentence"
    page.keyboard.press("Escape")
    switch = page.locator("#as-it-came")
    if switch.count():
        switch.check()
        yield "article as it came"


def _pages(site: Path, names: Sequence[str]) -> list[str]:
    """The largest page of each kind, from the site's root."""
    largest: dict[str, tuple[int, str]] = {}
    for path in (Path(it).resolve() for it in names):
        text = path.read_text(encoding="utf-8")
        kind = _KIND.search(text)
        if kind and 'http-equiv="refresh"' not in text:
            name = path.relative_to(site).as_posix()
            found = (len(text), name)
            key = f"{kind[1]} {name.partition('/')[0]}"
            largest[key] = max(largest.get(key, found), found)
    return [path for _, path in sorted(largest.values())]


def _root(page: Path) -> Path:
    return next(it for it in page.parents if (it / "manifest-sha256.txt").is_file())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
