"""A built site -> pictures of one page of each kind, both widths, both modes, to look at.

    python tests/browser/screenshots.py [SITE] [FOLDER]

Kinds are told by the class of <main>; a page that scrolls sideways at 320 px is named.
"""

from __future__ import annotations

import functools
import http.server
import re
import sys
import threading
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.browser.chromium import find_chromium, launch_flags

_KIND = re.compile(r'<main id="main" class="(\w+)">')
_EACH = 3
"""Pages of one kind: the articles of a page differ, as do lists."""


class _Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing."""


def main(arguments: list[str]) -> int:
    """Take the pictures; 1 if a page scrolls sideways or the browser complains."""
    site = Path(arguments[0] if arguments else "build/site")
    folder = Path(arguments[1] if len(arguments) > 1 else "tests/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    pages = _pages(site)
    handler = functools.partial(_Silent, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    faults: list[str] = []

    def complain(message: ConsoleMessage) -> None:
        faults.append(message.text)

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=find_chromium(), args=launch_flags())
        for scheme in ("light", "dark"):
            page = browser.new_page(color_scheme=scheme)
            page.on("console", complain)
            for name, path in pages.items():
                page.goto(f"http://127.0.0.1:{server.server_address[1]}/{path}")
                faults += _sideways(page, path)
                for width in (1280, 375):
                    page.set_viewport_size({"width": width, "height": 900})
                    page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
        browser.close()
    server.shutdown()
    print("\n".join(dict.fromkeys([*faults, f"{4 * len(pages)} pictures in {folder}"])))
    return 1 if faults else 0


def _pages(site: Path) -> dict[str, str]:
    """Name of a picture -> path of the page, a few of each kind."""
    found: dict[str, list[str]] = {}
    for path in sorted(site.rglob("*.html")):
        kind = _KIND.search(path.read_text(encoding="utf-8"))
        if kind:
            found.setdefault(kind[1], []).append(path.relative_to(site).as_posix())
    return {
        f"{kind}-{number}": path.removesuffix("index.html")
        for kind, paths in found.items()
        for number, path in enumerate(paths[:_EACH], 1)
    }


def _sideways(page: Page, path: str) -> list[str]:
    page.set_viewport_size({"width": 320, "height": 900})
    wide = page.evaluate("document.documentElement.scrollWidth")
    return [f"{path or 'home'}: {wide} px wide at 320"] if wide > 320 else []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
