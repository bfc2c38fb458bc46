"""What of the site's folder may be opened, also while it is being exchanged."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.serve.files import Found, Nothing, SiteFiles, by_descriptor, by_path

Way = Callable[[Path, tuple[str, ...]], Found]

CASES: dict[str, tuple[str, bytes | Nothing]] = {
    "file": ("index.html", b"home"),
    "file-below": ("a/index.html", b"a"),
    "folder": ("a", Nothing.FOLDER),
    "missing": ("b", Nothing.MISSING),
    "file-taken-for-a-folder": ("index.html/x", Nothing.MISSING),
    "link-to-a-file-outside": ("out.txt", Nothing.MISSING),
    "link-to-a-folder-outside": ("out/secret.txt", Nothing.MISSING),
    "link-to-the-folder-above": ("up/secret.txt", Nothing.MISSING),
    "link-to-itself": ("loop", Nothing.MISSING),
    "link-to-nothing": ("dangling", Nothing.MISSING),
    "link-within-the-site": ("a/home.html", Nothing.MISSING),
    "pipe": ("pipe", Nothing.MISSING),
    "name-too-long": ("x" * 300, Nothing.MISSING),
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    (root / "a").mkdir(parents=True)
    (root / "index.html").write_bytes(b"home")
    (root / "a" / "index.html").write_bytes(b"a")
    (tmp_path / "secret.txt").write_bytes(b"secret")
    (root / "out.txt").symlink_to(tmp_path / "secret.txt")
    (root / "out").symlink_to(tmp_path)
    (root / "up").symlink_to("..")
    (root / "loop").symlink_to("loop")
    (root / "dangling").symlink_to("nowhere")
    (root / "a" / "home.html").symlink_to("../index.html")
    os.mkfifo(root / "pipe")
    return root


@pytest.mark.parametrize("way", [by_descriptor, by_path])
@pytest.mark.parametrize(("path", "expected"), CASES.values(), ids=CASES)
def test_open(site: Path, way: Way, path: str, expected: bytes | Nothing) -> None:
    assert _content(way(site, tuple(path.split("/")))) == expected


@pytest.mark.parametrize("way", [by_descriptor, by_path])
def test_the_site_itself_may_be_reached_through_a_link(site: Path, way: Way) -> None:
    link = site.parent / "link"
    link.symlink_to(site)
    assert _content(way(link, ("index.html",))) == b"home"


def test_no_descriptor_is_left_open(site: Path) -> None:
    folder = Path("/proc/self/fd")
    if not folder.is_dir():
        pytest.skip("needs /proc")
    before = len(os.listdir(folder))
    for path, _ in CASES.values():
        _content(by_descriptor(site, tuple(path.split("/"))))
    assert len(os.listdir(folder)) == before


def test_a_request_during_the_exchange_waits_for_the_new_site(site: Path) -> None:
    files = SiteFiles(site)
    assert _content(files.find(("index.html",))) == b"home"
    site.rename(site.with_name("old"))
    fresh = site.with_name("fresh")
    fresh.mkdir()
    (fresh / "index.html").write_bytes(b"new home")
    timer = threading.Timer(0.1, fresh.rename, [site])
    timer.start()
    try:
        assert _content(files.find(("index.html",))) == b"new home"
    finally:
        timer.join()


def test_every_request_sees_the_old_site_or_the_new(tmp_path: Path) -> None:
    """Publishes in quick succession, the old folder removed, with a moment of nothing between."""
    site, fresh, away = tmp_path / "site", tmp_path / "fresh", tmp_path / "away"

    def write(root: Path, number: int) -> None:
        (root / "a").mkdir(parents=True)
        (root / "a" / "index.html").write_bytes(b"page of build %d" % number)

    write(site, 0)
    files = SiteFiles(site)
    seen = [_content(files.find(("a", "index.html")))]
    ended = threading.Event()

    def publish() -> None:
        for number in range(1, 200):
            write(fresh, number)
            site.rename(away)
            fresh.rename(site)
            shutil.rmtree(away)
        ended.set()

    other = threading.Thread(target=publish)
    other.start()
    while not ended.is_set():
        seen.append(_content(files.find(("a", "index.html"))))
    other.join()
    assert all(isinstance(page, bytes) and page.startswith(b"page of build") for page in seen)


def test_a_site_that_never_was_is_missed_at_once(tmp_path: Path) -> None:
    assert SiteFiles(tmp_path / "site").find(("index.html",)) is Nothing.MISSING


def _content(found: Found) -> bytes | Nothing:
    if isinstance(found, Nothing):
        return found
    with found:
        return found.read()
