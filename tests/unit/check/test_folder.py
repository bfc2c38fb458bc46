"""`jingwei check`: a published folder is held against its manifest and its content."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.check.check import check_site
from generator.check.folder import check_folder
from generator.check.manifest import MANIFEST, read_manifest
from generator.check.other_facts import file_facts
from generator.model.problem import detail, hint
from generator.model.problem_texts import TEXTS
from generator.model.problem_texts.check import TEXTS as ROWS
from generator.model.problem_texts.text import ProblemText
from generator.store.manifest import MANIFEST as PUBLISHED
from generator.store.manifest import encode_manifest

_PAGE = (
    '<!DOCTYPE html><html lang="zh-Hans"><head><title>页</title></head><body>'
    '<p id="s1" data-source="pages/页.txt" data-pieces="1:0-4">两江新区</p>'
    '<a href="#s1">此</a><a href="a.csv">数</a></body></html>'
)


def manifest(files: dict[str, bytes]) -> bytes:
    lines = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    return f"# site manifest: {hashlib.sha256(lines.encode()).hexdigest()}\n{lines}".encode()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content/pages").mkdir(parents=True)
    (tmp_path / "content/pages/页.txt").write_text("两江新区\n", "utf-8")
    (tmp_path / "site").mkdir()
    files = {"index.html": _PAGE.encode(), "a.csv": b"1,2"}
    for name, data in files.items():
        (tmp_path / "site" / name).write_bytes(data)
    (tmp_path / "site/manifest-sha256.txt").write_bytes(manifest(files))
    return tmp_path


def codes(root: Path) -> list[str]:
    return [item.code for item in check_folder(root / "site", root / "content")[0]]


def test_a_good_site_has_no_problems_and_is_counted(site: Path) -> None:
    problems, counts = check_folder(site / "site", site / "content")
    assert problems == ()
    assert (counts.files, counts.pages, counts.links, counts.anchors) == (3, 1, 2, 1)
    assert (counts.quotations, counts.pieces, counts.sources) == (1, 1, 1)


def test_a_changed_source_is_found(site: Path) -> None:
    (site / "content/pages/页.txt").write_text("两江新城\n", "utf-8")
    assert codes(site) == ["proof-text-differs"]


def test_a_changed_page_is_found_twice(site: Path) -> None:
    (site / "site/index.html").write_text(_PAGE.replace("新区<", "新城<"), "utf-8")
    assert codes(site) == ["site-file-altered", "proof-text-differs"]


def test_a_lost_file_is_found_by_the_manifest_and_by_the_link(site: Path) -> None:
    (site / "site/a.csv").unlink()
    assert codes(site) == ["site-file-missing", "site-link-broken"]


def test_a_file_of_someone_else_is_only_noted(site: Path) -> None:
    (site / "site/CNAME").write_text("x.cn")
    problems, _ = check_folder(site / "site", site / "content")
    assert [(item.code, item.level.value) for item in problems] == [("site-file-unknown", "note")]


def test_what_is_no_file_of_a_site_is_passed_over(site: Path) -> None:
    (site / "site/nowhere").symlink_to("/nowhere")
    os.mkfifo(site / "site/pipe")
    assert codes(site) == []


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: data[:-1], id="cut-short"),
        pytest.param(lambda data: data.partition(b"\n")[2], id="without-its-head"),
        pytest.param(lambda data: data.replace(b"a.csv", b"b.csv"), id="edited"),
        pytest.param(lambda data: manifest({}) + b"\xff", id="not-text"),
    ],
)
def test_a_broken_manifest_is_told(site: Path, spoil: Callable[[bytes], bytes]) -> None:
    file = site / "site/manifest-sha256.txt"
    file.write_bytes(spoil(file.read_bytes()))
    assert codes(site) == ["site-manifest-broken"]


def test_no_manifest_and_no_site_are_told(site: Path) -> None:
    (site / "site/manifest-sha256.txt").unlink()
    assert codes(site) == ["site-manifest-missing"]
    problems, counts = check_folder(site / "no", site / "content")
    assert [item.code for item in problems] == ["site-folder-missing"]
    assert counts.files == 0


def test_what_publish_writes_is_read() -> None:
    digests = {"a/党.html": "0" * 64, "b": "f" * 64}
    assert read_manifest(encode_manifest(digests)) == digests
    assert MANIFEST == PUBLISHED


@pytest.mark.parametrize("path", ["../secret.txt", "/etc/passwd", "pages/link.txt", "pages"])
def test_no_source_is_read_from_outside_the_content_folder(site: Path, path: str) -> None:
    (site / "secret.txt").write_text("两江新区\n", "utf-8")
    (site / "content/pages/link.txt").symlink_to(site / "secret.txt")
    (site / "site/index.html").write_text(_PAGE.replace("pages/页.txt", path), "utf-8")
    assert codes(site) == ["site-file-altered", "proof-source-missing"]


def test_a_decomposed_file_name_is_found_by_its_composed_path(site: Path) -> None:
    composed = unicodedata.normalize("NFC", "pages/café.txt")
    (site / "content" / unicodedata.normalize("NFD", composed)).write_text("两江新区\n", "utf-8")
    (site / "site/index.html").write_text(_PAGE.replace("pages/页.txt", composed), "utf-8")
    assert codes(site) == ["site-file-altered"]


def test_staged_pages_are_checked_without_a_folder() -> None:
    pages = {"index.html": _PAGE, "x.html": _PAGE.replace(' id="s1"', "")}
    facts = {path: file_facts(path, page.encode()) for path, page in pages.items()}
    known = {path: found for path, found in facts.items() if found is not None}
    files = frozenset((*pages, "a.csv"))
    wrong = {"pages/页.txt": "两江新城".encode()}
    found = check_site(known, files, wrong.get)
    assert [item.code for item in found] == [
        "proof-text-differs",
        "proof-text-differs",
        "site-anchor-missing",
    ]
    found = check_site(known, files, wrong.get, proven=frozenset(pages))
    assert [item.code for item in found] == ["site-anchor-missing"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.code)
def test_each_message_tells_fact_and_way_out_in_both_languages(row: ProblemText) -> None:
    assert TEXTS[row.code] is row, "two stages use one code"
    for zh, en in (row.details, row.hints):
        assert any("\u4e00" <= char <= "\u9fff" for char in zh)
        assert not any("\u4e00" <= char <= "\u9fff" for char in en)


def test_messages_can_be_printed(site: Path) -> None:
    (site / "site/index.html").write_text(
        _PAGE.replace("新区<", "新城<").replace("a.csv", "b.csv"), "utf-8"
    )
    problems, _ = check_folder(site / "site", site / "content")
    told = [
        (detail(item, "zh"), hint(item, "zh"), detail(item, "en"), hint(item, "en"))
        for item in problems
    ]
    assert "两江新区" in told[1][0]
    assert "两江新城" in told[1][0]
    assert all(all(line) for line in told)
