"""A built site and queries -> what the search client finds in Chromium, how fast, with how many bytes.

    python -m tests.bench.search.evaluate SITE CORPUS [--runs FOLDER] [--families a bb] [--first 60]

SITE is a folder like build/site, built from CORPUS/content; CORPUS is what tests.bench.search.corpus wrote.
Runs are JSON Lines {"id", "docs", "ms"}: without filters, and with {kind: ["article"]}.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import statistics
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.search.queries import Query
from tests.bench.search.scores import read_queries, scores
from tests.bench.search.site import EMPTY, Site, serving
from tests.browser.chromium import find_chromium, launch_flags

_OPEN = """async base => {
    const start = performance.now();
    const { open } = await import(base + '/search/client.js');
    window.found = await open(base + '/');
    return performance.now() - start;
}"""
_FIRST = """async ([text, options]) => {
    const start = performance.now();
    const list = await window.found.search(text, options);
    return [performance.now() - start, list];
}"""
_ALL = """async ([texts, filters]) => {
    const answers = [];
    for (const text of texts) {
        const list = await window.found.search(text, { limit: Infinity, filters });
        await window.found.search(text, { limit: 10, filters });
        const start = performance.now();
        const ten = await window.found.search(text, { limit: 10, filters });
        const ms = performance.now() - start;
        answers.push({
            ms, urls: list.map(it => it.url), ten: ten.map(it => it.url),
            total: list.total ?? null, partial: list.partial ?? null, notices: list.notices ?? [],
        });
    }
    return answers;
}"""
_NAME = re.compile(r"/articles/([^/]+)/")
_BATCH = 20


def opened(browser: Browser, site: Site) -> Page:
    """A page in a context of its own, nothing cached, with the client open."""
    page = browser.new_context().new_page()
    page.goto(site.address + EMPTY)
    page.evaluate(_OPEN, site.address)
    return page


def ranked(page: Page, queries: Sequence[Query], filters: object) -> list[dict[str, Any]]:
    """A row a query: id, docs (a name that is no article stands as its URL), ms, ten, total."""
    rows: list[dict[str, Any]] = []
    for start in range(0, len(queries), _BATCH):
        batch = queries[start : start + _BATCH]
        answers = page.evaluate(_ALL, [[it.text for it in batch], filters])
        for query, answer in zip(batch, answers, strict=True):
            rows.append(
                {
                    "id": query.id,
                    "docs": [_document(it) for it in answer["urls"]],
                    "ten": [_document(it) for it in answer["ten"]],
                    "ms": answer["ms"],
                    "total": answer["total"],
                    "partial": answer["partial"],
                    "notices": answer["notices"],
                }
            )
    return rows


class First(NamedTuple):
    """What the first answer of a page cost."""

    text: str
    bytes: int
    requests: int
    ms: float
    parts: Mapping[str, int]
    """Bytes by folder, of scripts by file."""


def first_answers(browser: Browser, site: Site, queries: Iterable[Query]) -> list[First]:
    """Each query asked with nothing cached."""
    result = []
    for query in queries:
        site.clear()
        page = opened(browser, site)
        ms, _ = page.evaluate(_FIRST, [query.text, {"limit": 10}])
        parts: defaultdict[str, int] = defaultdict(int)
        for path, size in site.sent:
            parts[_part(path)] += size
        result.append(First(query.text, site.bytes, len(site.sent), ms, parts))
        page.context.close()
    return result


def weigh(folder: Path) -> dict[str, int]:
    """Bytes below search/ and texts/ of a site, by kind."""
    total: defaultdict[str, int] = defaultdict(int)
    for place in ("search", "texts"):
        for file in (folder / place).rglob("*"):
            if file.is_file():
                kind = file.relative_to(folder).parts[:2]
                name = "/".join(kind) if file.suffix == ".bin" else f"{place}/*{file.suffix}"
                total[name] += file.stat().st_size
                total[f"{name} files"] += 1
    return dict(total)


def _document(url: str) -> str:
    found = _NAME.search(url)
    return found[1] if found else url


def _table(families: dict[str, list[Query]], rows: Sequence[dict[str, Any]]) -> None:
    columns = ("@1", "@10", "recall", "top 10", "none", "ms", "ms 95")
    print("family     n " + "".join(f"{it:>8}" for it in columns))
    for family, queries in families.items():
        shares = scores(queries, rows)
        print(
            f"{family:6}{len(queries):6} " + "".join(f"{shares.get(it, 0):8.1f}" for it in columns)
        )


def _first_row(family: str, answers: Sequence[First]) -> None:
    size = statistics.median(it.bytes for it in answers)
    count = statistics.median(it.requests for it in answers)
    ms = statistics.median(it.ms for it in answers)
    most = max(answers, key=lambda it: it.bytes)
    means = {
        part: sum(it.parts.get(part, 0) for it in answers) / len(answers)
        for part in sorted({part for it in answers for part in it.parts})
    }
    told = ", ".join(f"{part} {mean:,.0f}" for part, mean in means.items())
    print(
        f"{family:6}{size:10,.0f}{count:6.0f}{ms:8.0f}{most.bytes:10,} {most.text[:20]}  ({told})"
    )


def main(arguments: Sequence[str]) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--runs", type=Path, help="where runs are written")
    parser.add_argument("--families", nargs="*")
    parser.add_argument(
        "--first", type=int, default=60, help="queries a family asked with nothing cached"
    )
    parser.add_argument("--most", type=int, default=10_000, help="queries a family")
    parser.add_argument("--filtered", action="store_true", help="with {kind: [article]} as well")
    chosen = parser.parse_args(arguments)
    families: defaultdict[str, list[Query]] = defaultdict(list)
    for query in read_queries(chosen.corpus):
        wanted = not chosen.families or query.family in chosen.families
        if wanted and len(families[query.family]) < chosen.most:
            families[query.family].append(query)
    queries = [it for family in families.values() for it in family]
    size = sum(
        len((it["title"] + it["text"]).encode())
        for it in map(
            json.loads, (chosen.corpus / "documents.jsonl").read_text("utf-8").splitlines()
        )
    )
    weights = weigh(chosen.site)
    for name, weight in sorted(weights.items()):
        if not name.endswith(" files"):
            print(
                f"{name:20}{weight:12,} bytes {weights[f'{name} files']:7,} files {weight / size:7.3f} of the text"
            )
    with serving(chosen.site) as site, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=find_chromium(), args=launch_flags())
        if chosen.first:
            print("first answer: median bytes, requests, ms; most bytes")
            for family, some in families.items():
                drawn = random.Random(1).sample(some, min(chosen.first, len(some)))
                _first_row(family, first_answers(browser, site, drawn))
        for name, filters in (("all", {}), ("articles", {"kind": ["article"]}))[
            : 1 + chosen.filtered
        ]:
            page = opened(browser, site)
            rows = ranked(page, queries, filters)
            page.context.close()
            print(f"-- {name}")
            _table(families, rows)
            print(
                "limit 10 differs from the first ten:",
                sum(it["ten"] != it["docs"][:10] for it in rows),
            )
            if chosen.runs:
                chosen.runs.mkdir(parents=True, exist_ok=True)
                (chosen.runs / f"{name}.jsonl").write_text(
                    "".join(json.dumps(it, ensure_ascii=False) + "\n" for it in rows),
                    encoding="utf-8",
                )
        browser.close()
    return 0


def _part(path: str) -> str:
    return (
        "/".join(path.strip("/").split("/")[:2])
        if path.endswith(".bin")
        else path.rpartition("/")[2]
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
