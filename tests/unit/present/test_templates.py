"""Templates are found, and compiled once for all processes that share a cache."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from generator.present.templates import COMPILED, folder

_RENDER = """
import msgspec
from generator.present import views as v
from generator.present.render import render
view = v.PageView("sitemap.xml", v.SitemapView((("https://example.org/", ""),)))
print(render(msgspec.msgpack.encode(view)).decode())
"""


def _render(cache: Path) -> str:
    return subprocess.run(
        [sys.executable, "-c", _RENDER],
        env=os.environ | {COMPILED: str(cache), "PYTHONPATH": os.getcwd()},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_every_page_has_its_template() -> None:
    assert {"base.html", "article.html", "feed.xml"} <= {it.name for it in folder().iterdir()}


def test_compiled_templates_are_kept_and_used_again(tmp_path: Path) -> None:
    cache = tmp_path / "deep" / "cache"
    first = _render(cache)
    kept = {path: path.stat().st_mtime_ns for path in cache.iterdir()}
    assert kept
    assert _render(cache) == first
    assert {path: path.stat().st_mtime_ns for path in cache.iterdir()} == kept


def test_a_damaged_cache_costs_only_time(tmp_path: Path) -> None:
    first = _render(tmp_path)
    for path in tmp_path.iterdir():
        path.write_bytes(path.read_bytes()[:40] + b"damage")
    assert _render(tmp_path) == first
