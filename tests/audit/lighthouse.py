"""A built site -> its scores by Lighthouse, as a phone sees it; 1 if one is below 98.

    python tests/audit/lighthouse.py PAGE …

Looked at are the home page, and the largest topic and article. The site is served from here, compressed as
hosts do; nothing else is asked, and a page that would ask anything else has failed.
"""

from __future__ import annotations

import gzip
import http.server
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.browser.chromium import find_chromium
from tests.browser.serving import Silent, serving

LEAST = 98
_PACKED = (".html", ".css", ".js", ".svg", ".xml", ".json")
_ROOMS = ("topics", "articles")
_SECONDS = 600
"""On a machine that is busy with other things; some 40 on one that isn't."""


def main(arguments: Sequence[str]) -> int:
    """Print a row for each page; 1 if one has failed."""
    pages = [Path(it).resolve() for it in arguments]
    site = next(it for it in pages[0].parents if (it / "manifest-sha256.txt").is_file())
    with serving(site, _Host) as address:
        wanted = [address + it for it in _chosen(site, pages)]
        program = [Path(__file__).with_suffix(".mjs"), find_chromium() or "", *wanted]
        done = subprocess.run(
            ["node", *map(str, program)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            timeout=_SECONDS,
            check=False,
        )
        rows = [json.loads(line) for line in done.stdout.splitlines()]
        faults = [fault for row in rows for fault in _faults(row, address)]
    names = [*rows[0]["scores"]] if rows else []
    print("".join(f"{it:>16}" for it in names) + "  page")
    for row in rows:
        scores = "".join(f"{row['scores'][it]:>16}" for it in names)
        print(f"{scores}  /{row['page'].removeprefix(address)}")
    if done.returncode or len(rows) < len(wanted):
        faults.append(
            f"Lighthouse ended with {done.returncode}, {len(rows)} of {len(wanted)} pages"
        )
    print(
        "\n".join(
            [*faults, f"{len(rows)} pages, each score at least {LEAST}: {len(faults)} faults"]
        )
    )
    return 1 if faults else 0


def _chosen(site: Path, pages: Sequence[Path]) -> list[str]:
    """URLs from the root: home, and of topics and articles the page that has most to show."""
    urls = [""]
    for room in _ROOMS:
        found = [it for it in pages if it.relative_to(site).parts[:1] == (room,)]
        inner = [it for it in found if len(it.relative_to(site).parts) > 2]
        if inner:
            largest = max(inner, key=lambda it: (it.stat().st_size, it))
            urls.append(f"{largest.parent.relative_to(site).as_posix()}/")
    return urls


def _faults(row: dict[str, Any], address: str) -> Iterator[str]:
    page = "/" + row["page"].removeprefix(address)
    if row["error"]:
        yield f"{page}: {row['error']}"
    low = [name for name, score in row["scores"].items() if score < LEAST]
    for name in low:
        yield f"{page}: {name} {row['scores'][name]}"
    yield from (f"{page}: {it}" for it in row["lost"] if it.partition(":")[0] in low)
    outside = [it for it in row["fetched"] if not it.startswith((address, "data:"))]
    yield from (f"{page}: asks another site: {it}" for it in outside)


class _Host(Silent, http.server.SimpleHTTPRequestHandler):
    """Like a plain static host that compresses text."""

    def do_GET(self) -> None:
        """Answer with the file, compressed if it is text."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in _PACKED or not path.is_file():
            super().do_GET()
            return
        body = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
