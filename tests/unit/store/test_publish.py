"""What readers and editors find in the site folder after a build."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.problem import Problem
from generator.store import exchange as exchange_module
from generator.store.manifest import MANIFEST, decode_manifest
from generator.store.publish import UNKNOWN, Site, open_site
from generator.store.staged import Staged

Pages = Mapping[str, bytes]

FIRST = {
    "index.html": b"home",
    "articles/a/index.html": "甲".encode(),
    "articles/b/index.html": "乙".encode(),
    "css/site.css": b"p{}",
}
SECOND = {**FIRST, "articles/a/index.html": "甲改".encode(), "topics/t/index.html": b"topic"}
del SECOND["articles/b/index.html"]


def digests(pages: Pages) -> dict[str, str]:
    return {path: hashlib.sha256(data).hexdigest() for path, data in pages.items()}


def opened(output: Path) -> Site:
    site = open_site(output, 0.0)
    assert not isinstance(site, Problem), site
    return site


def stage(site: Site, pages: Pages, asked: list[str] | None = None) -> Staged:
    def contents(paths: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
        for path in paths:
            if asked is not None:
                asked.append(path)
            yield path, pages[path]

    staged = site.stage(digests(pages), contents)
    assert isinstance(staged, Staged), staged
    return staged


def publish(output: Path, pages: Pages, asked: list[str] | None = None) -> Staged:
    with opened(output) as site:
        staged = stage(site, pages, asked)
        assert staged.publish() == ()
    return staged


def refusal(output: Path, pages: Pages) -> list[str]:
    """Codes of the problems for which a site is not published."""
    site = open_site(output, 0.0)
    if isinstance(site, Problem):
        return [site.code]
    with site:
        staged = site.stage(digests(pages), lambda paths: ((it, pages[it]) for it in paths))
        problems = staged.publish() if isinstance(staged, Staged) else staged
    return [problem.code for problem in problems]


def tree(folder: Path) -> dict[str, bytes]:
    """Every file, a symbolic link as `-> target`, without the manifest."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            found[path.relative_to(folder).as_posix()] = b"-> " + os.fsencode(path.readlink())
        elif path.is_file():
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
    found.pop(MANIFEST, None)
    return found


def stats(folder: Path) -> dict[str, tuple[int, int]]:
    return {
        path.relative_to(folder).as_posix(): (path.lstat().st_ino, path.lstat().st_mtime_ns)
        for path in sorted([folder, *folder.rglob("*")])
    }


def test_the_site_is_exactly_the_pages_and_a_manifest_of_them(tmp_path: Path) -> None:
    staged = publish(tmp_path, FIRST)
    assert tree(tmp_path / "site") == dict(sorted(FIRST.items()))
    assert staged.written == tuple(sorted(FIRST))
    assert decode_manifest((tmp_path / "site" / MANIFEST).read_bytes()) == digests(FIRST)


def test_the_manifest_is_one_that_sha256sum_checks(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    command = shutil.which("sha256sum")
    if command is None:
        pytest.skip("no sha256sum")
    subprocess.run(
        [command, "--check", "--strict", "--quiet", MANIFEST], cwd=tmp_path / "site", check=True
    )


def test_nothing_staged_is_seen_before_it_is_published(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    with opened(tmp_path) as site:
        staged = stage(site, SECOND)
        assert tree(staged.root) == dict(sorted(SECOND.items()))
        assert tree(tmp_path / "site") == dict(sorted(FIRST.items()))
    assert tree(tmp_path / "site") == dict(sorted(FIRST.items()))
    assert publish(tmp_path, SECOND).removed == ("articles/b/index.html",)
    assert tree(tmp_path / "site") == dict(sorted(SECOND.items()))
    assert not (tmp_path / "site/articles/b").exists()


def test_only_what_changed_is_asked_for_and_written(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    before = stats(tmp_path / "site")
    asked: list[str] = []
    staged = publish(tmp_path, SECOND, asked)
    assert asked == ["articles/a/index.html", "topics/t/index.html"]
    assert staged.written == tuple(asked)
    after = stats(tmp_path / "site")
    for path in ("index.html", "css/site.css"):
        assert after[path] == before[path]


def test_a_build_that_changes_nothing_touches_nothing(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    before = stats(tmp_path)
    asked: list[str] = []
    staged = publish(tmp_path, dict(reversed(FIRST.items())), asked)
    assert (staged.written, staged.removed, asked) == ((), (), [])
    assert staged.root == tmp_path / "site"
    assert stats(tmp_path) == before


def test_pages_made_again_with_the_same_bytes_are_not_written(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    before = stats(tmp_path)
    with opened(tmp_path) as site:
        staged = site.stage(
            dict.fromkeys(FIRST, UNKNOWN), lambda paths: ((p, FIRST[p]) for p in paths)
        )
        assert isinstance(staged, Staged)
        assert staged.digests == digests(FIRST)
        assert staged.publish() == ()
    assert stats(tmp_path) == before


@pytest.mark.parametrize("builds", [1, 2, 3], ids=["no spare", "spare", "spare twice"])
@pytest.mark.parametrize(
    "damage",
    ["edited", "same size", "emptied", "deleted", "folder gone", "link", "mode and time only"],
)
def test_a_page_somebody_changed_is_written_anew(tmp_path: Path, damage: str, builds: int) -> None:
    for number in range(builds):
        publish(tmp_path, {**FIRST, "count.txt": str(number).encode()})
    pages = {**FIRST, "count.txt": str(builds - 1).encode()}
    page = tmp_path / "site/articles/a/index.html"
    match damage:
        case "edited":
            page.write_bytes(b"changed")
        case "same size":
            page.write_bytes("甴".encode())
        case "emptied":
            page.write_bytes(b"")
        case "deleted":
            page.unlink()
        case "folder gone":
            shutil.rmtree(page.parent)
        case "link":
            page.unlink()
            page.symlink_to("../b/index.html")
        case _:
            os.utime(page, (1, 1))
    with opened(tmp_path) as site:
        current = site.is_current("articles/a/index.html", digests(FIRST)["articles/a/index.html"])
        assert current == (damage == "mode and time only")
        assert not site.is_current("articles/b/index.html", "0" * 64)
    publish(tmp_path, pages)
    assert tree(tmp_path / "site") == dict(sorted(pages.items()))
    publish(tmp_path, {**pages, "count.txt": b"last"})
    assert tree(tmp_path / "site") == dict(sorted({**pages, "count.txt": b"last"}.items()))


@pytest.mark.parametrize(
    "lost", [["stage"], ["manifest"], ["manifest edited"], ["stage", "manifest"], ["inodes"]]
)
def test_lost_caches_cost_time_and_no_page(tmp_path: Path, lost: list[str]) -> None:
    publish(tmp_path, FIRST)
    publish(tmp_path, SECOND)
    site = tmp_path / "site"
    if "stage" in lost:
        shutil.rmtree(tmp_path / ".stage")
    if "manifest" in lost:
        (site / MANIFEST).unlink()
    if "manifest edited" in lost:
        (site / MANIFEST).write_text("0" * 64 + "  ../../escape\n", "utf-8")
    if "inodes" in lost:
        shutil.copytree(site, tmp_path / "copy")
        shutil.rmtree(site)
        (tmp_path / "copy").rename(site)
    asked: list[str] = []
    publish(tmp_path, SECOND, asked)
    assert asked == []
    assert tree(site) == dict(sorted(SECOND.items()))
    assert decode_manifest((site / MANIFEST).read_bytes()) == digests(SECOND)
    before = stats(site)
    publish(tmp_path, SECOND)
    assert stats(site) == before
    publish(tmp_path, FIRST)
    if lost != ["stage", "manifest"]:
        assert tree(site) == dict(sorted(FIRST.items()))


def test_the_stamps_of_another_site_do_no_harm(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    shutil.copy(tmp_path / ".stage/stamps", tmp_path / "kept")
    publish(tmp_path, SECOND)
    shutil.copy(tmp_path / "kept", tmp_path / ".stage/stamps")
    third = {**SECOND, "index.html": b"third"}
    publish(tmp_path, third)
    assert tree(tmp_path / "site") == dict(sorted(third.items()))


FOREIGN = {
    "CNAME": b"example.org",
    ".nojekyll": b"",
    "articles/a/scan.pdf": b"%PDF",
    "files/deep/x.bin": b"\x00\x01",
}


def put(site: Path, files: Pages) -> None:
    for path, data in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data)


@pytest.mark.parametrize("when", ["before the first build", "between builds"])
def test_files_of_others_survive_untouched(tmp_path: Path, when: str) -> None:
    site = tmp_path / "site"
    if when == "between builds":
        publish(tmp_path, FIRST)
        publish(tmp_path, SECOND)
    put(site, FOREIGN)
    (site / "empty/inner").mkdir(parents=True)
    (site / "outside").symlink_to("/etc")
    before = stats(site)
    for number in range(4):
        pages = {**(FIRST if number % 2 else SECOND), "count.txt": str(number).encode()}
        publish(tmp_path, pages)
        expected = {**pages, **FOREIGN, "outside": b"-> /etc"}
        assert tree(site) == dict(sorted(expected.items()))
        assert (site / "empty/inner").is_dir()
        after = stats(site)
        for path in (*FOREIGN, "outside"):
            assert after[path] == before[path], path
    (site / "CNAME").unlink()
    (site / ".nojekyll").write_bytes(b"new")
    shutil.rmtree(site / "empty")
    for number in range(3):
        publish(tmp_path, {**FIRST, "count.txt": str(number).encode()})
        assert not (site / "CNAME").exists()
        assert (site / ".nojekyll").read_bytes() == b"new"
        assert not (site / "empty").exists()


def test_foreign_files_in_a_folder_whose_page_goes_stay(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    put(tmp_path / "site", {"articles/b/scan.pdf": b"%PDF"})
    publish(tmp_path, SECOND)
    assert tree(tmp_path / "site/articles/b") == {"scan.pdf": b"%PDF"}


@pytest.mark.parametrize(
    ("foreign", "page"),
    [
        ("topics/t/index.html", "topics/t/index.html"),
        ("topics/t", "topics/t/index.html"),
        ("topics/t/index.html/x", "topics/t/index.html"),
    ],
    ids=["file for page", "file for folder", "folder for page"],
)
def test_a_foreign_file_in_a_pages_place_is_a_problem(
    tmp_path: Path, foreign: str, page: str
) -> None:
    publish(tmp_path, FIRST)
    put(tmp_path / "site", {foreign: b"mine"})
    assert refusal(tmp_path, SECOND) == ["output-taken"]
    assert tree(tmp_path / "site") == dict(sorted({**FIRST, foreign: b"mine"}.items()))
    top = tmp_path / "site" / foreign.split("/")[0]
    shutil.rmtree(top)
    publish(tmp_path, SECOND)
    assert tree(tmp_path / "site") == dict(sorted(SECOND.items()))


def test_a_page_replaced_by_a_folder_of_somebody_is_a_problem(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    (tmp_path / "site/index.html").unlink()
    put(tmp_path / "site", {"index.html/mine": b"mine"})
    assert refusal(tmp_path, FIRST) == ["output-taken"]
    assert (tmp_path / "site/index.html/mine").read_bytes() == b"mine"


def test_a_folder_of_ours_replaced_by_a_link_is_not_written_through(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    outside = tmp_path / "outside"
    shutil.move(tmp_path / "site/articles", outside)
    (tmp_path / "site/articles").symlink_to(outside)
    before = stats(outside)
    assert refusal(tmp_path, SECOND) == ["output-taken"]
    assert stats(outside) == before


def test_a_foreign_file_that_comes_during_the_build_is_carried_over(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    put(tmp_path / "site", {"CNAME": b"old"})
    with opened(tmp_path) as site:
        staged = stage(site, SECOND)
        put(tmp_path / "site", {"new/late.pdf": b"late", "articles/a/late.pdf": b"late"})
        (tmp_path / "site/CNAME").unlink()
        put(tmp_path / "site", {"CNAME": b"new", "topics/t/index.html": b"too late"})
        assert staged.publish() == ()
    late = {"new/late.pdf": b"late", "articles/a/late.pdf": b"late", "CNAME": b"new"}
    assert tree(tmp_path / "site") == dict(sorted({**SECOND, **late}.items()))
    assert (tmp_path / ".stage/kept/topics/t/index.html").read_bytes() == b"too late"
    publish(tmp_path, FIRST)
    assert tree(tmp_path / "site") == dict(sorted({**FIRST, **late}.items()))


def test_foreign_files_come_to_folders_that_builds_left_alone_and_go(tmp_path: Path) -> None:
    """Folders that have not changed are not looked into; what comes later is seen all the same."""
    put(tmp_path / "site", {"articles/c/old.pdf": b"old"})
    with opened(tmp_path) as site:
        staged = site.stage(digests(FIRST), _slowly(FIRST))
        assert isinstance(staged, Staged)
        assert staged.publish() == ()
    mine = {"articles/c/old.pdf": b"old"}
    for number in range(4):
        mine[f"articles/a/{number}.pdf"] = b"new"
        mine[f"articles/deep/{number}/x.pdf"] = b"new"
        put(tmp_path / "site", mine)
        publish(tmp_path, {**FIRST, "count.txt": str(number).encode()})
        time.sleep(0.12)
    expected = {**FIRST, "count.txt": b"3", **mine}
    assert tree(tmp_path / "site") == dict(sorted(expected.items()))
    (tmp_path / "site/articles/a/2.pdf").unlink()
    del expected["articles/a/2.pdf"]
    publish(tmp_path, {**FIRST, "count.txt": b"3", "css/site.css": b"p{margin:0}"})
    expected["css/site.css"] = b"p{margin:0}"
    assert tree(tmp_path / "site") == dict(sorted(expected.items()))


def _slowly(pages: Pages) -> Callable[[tuple[str, ...]], Iterator[tuple[str, bytes]]]:
    def contents(paths: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
        for path in paths:
            yield path, pages[path]
        time.sleep(0.12)

    return contents


def test_a_deleted_site_is_built_whole(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    publish(tmp_path, SECOND)
    shutil.rmtree(tmp_path / "site")
    assert publish(tmp_path, SECOND).written == tuple(sorted(SECOND))
    assert tree(tmp_path / "site") == dict(sorted(SECOND.items()))


def test_a_page_becomes_a_folder_and_back(tmp_path: Path) -> None:
    flat, deep = {"a": b"file"}, {"a/b": b"deep", "a/c/d": b"deeper"}
    for pages in (flat, deep, flat, deep, {"z": b""}):
        publish(tmp_path, pages)
        assert tree(tmp_path / "site") == pages


@pytest.mark.skipif(sys.platform == "win32", reason="modes")
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077, 0o777])
def test_modes_do_not_depend_on_the_umask(tmp_path: Path, umask: int) -> None:
    output = tmp_path / "out"
    (output / ".stage").mkdir(parents=True)
    before = os.umask(umask)
    try:
        if umask == 0o777:
            (output / ".stage/lock").touch()
            os.chmod(output / ".stage/lock", 0o644)
        publish(output, FIRST)
    finally:
        os.umask(before)
    for path in [output / "site", *(output / "site").rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o755 if path.is_dir() else 0o644), path


PATH_PARTS = st.sampled_from(["a", "b", "c.html", "d"])
PATHS = st.lists(PATH_PARTS, min_size=1, max_size=3).map("/".join)
SITES = st.dictionaries(PATHS, st.binary(max_size=3), max_size=7).filter(
    lambda pages: not any(other.startswith(path + "/") for path in pages for other in pages)
)


@given(sites=st.lists(SITES, min_size=1, max_size=6), tampered=st.lists(st.booleans(), max_size=6))
def test_any_sequence_of_builds_equals_a_clean_one(
    sites: list[Pages], tampered: list[bool], tmp_path_factory: pytest.TempPathFactory
) -> None:
    output = tmp_path_factory.mktemp("output")
    for number, pages in enumerate(sites):
        publish(output, pages)
        if number < len(tampered) and tampered[number] and pages:
            (output / "site" / min(pages)).unlink()
    clean = tmp_path_factory.mktemp("clean")
    publish(output, sites[-1])
    publish(clean, sites[-1])
    assert tree(output / "site") == tree(clean / "site") == dict(sorted(sites[-1].items()))
    assert (output / "site" / MANIFEST).read_bytes() == (clean / "site" / MANIFEST).read_bytes()
    folders = {path.relative_to(output) for path in (output / "site").rglob("*/")}
    assert folders == {path.relative_to(clean) for path in (clean / "site").rglob("*/")}


@pytest.mark.parametrize(
    "path",
    ["", "/etc/passwd", "../x", "a/../x", "a/..", ".", "a/./b", "a//b", "a\\b", "a\0b", "a/", "a\nb",
     MANIFEST, "\ud800"],
)  # fmt: skip
def test_a_path_out_of_the_site_is_our_own_mistake(tmp_path: Path, path: str) -> None:
    with opened(tmp_path) as site, pytest.raises(ValueError, match="not a path"):
        site.stage({path: UNKNOWN}, lambda paths: [(path, b"x")])
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    "paths", [["A", "a"], ["X/a", "x/b"], ["a", "a/b"], ["A", "a/b"], ["Manifest-SHA256.txt"]]
)
def test_two_paths_that_meet_are_our_own_mistake(tmp_path: Path, paths: list[str]) -> None:
    with opened(tmp_path) as site, pytest.raises(ValueError, match=r"site path|site folders"):
        site.stage(dict.fromkeys(paths, UNKNOWN), lambda wanted: [(path, b"") for path in wanted])


@pytest.mark.parametrize(
    "given_pages", [[], [("b", b"x")], [("a", b"y")]], ids=["missing", "other page", "other digest"]
)
def test_wrong_contents_are_our_own_mistake(
    tmp_path: Path, given_pages: list[tuple[str, bytes]]
) -> None:
    with opened(tmp_path) as site, pytest.raises(ValueError, match=r"content|not asked for"):
        site.stage(digests({"a": b"x"}), lambda _: given_pages)
    assert not (tmp_path / "site").exists()


def test_an_exception_while_pages_are_made_leaves_the_site(tmp_path: Path) -> None:
    publish(tmp_path, FIRST)
    publish(tmp_path, SECOND)

    def contents(paths: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
        yield paths[0], FIRST[paths[0]]
        raise ZeroDivisionError

    with opened(tmp_path) as site, pytest.raises(ZeroDivisionError):
        site.stage(digests(FIRST), contents)
    assert tree(tmp_path / "site") == dict(sorted(SECOND.items()))
    publish(tmp_path, FIRST)
    assert tree(tmp_path / "site") == dict(sorted(FIRST.items()))


@pytest.mark.parametrize(
    ("name", "number", "code"),
    [
        ("write", errno.ENOSPC, "output-full"),
        ("write", errno.EDQUOT, "output-full"),
        ("mkdir", errno.EACCES, "output-not-writable"),
        ("open", errno.EROFS, "output-not-writable"),
        ("open", errno.ENAMETOOLONG, "output-name-too-long"),
        ("write", errno.EIO, "output-failed"),
    ],
)
def test_what_the_system_refuses_is_a_problem_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int, code: str
) -> None:
    publish(tmp_path, FIRST)
    real = getattr(os, name)

    def failing(*arguments: object, **options: object) -> object:
        if name == "write" or "topics" in str(arguments[0]):
            raise OSError(number, os.strerror(number), None if name == "write" else arguments[0])
        return real(*arguments, **options)

    with monkeypatch.context() as patch:
        patch.setattr(os, name, failing)
        assert refusal(tmp_path, SECOND) == [code]
    assert tree(tmp_path / "site") == dict(sorted(FIRST.items()))
    publish(tmp_path, SECOND)
    assert tree(tmp_path / "site") == dict(sorted(SECOND.items()))


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EXDEV])
def test_a_site_that_cannot_be_moved_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    publish(tmp_path, FIRST)
    with monkeypatch.context() as patch:
        patch.setattr(exchange_module, "_renameat2", lambda one, other: number)
        patch.setattr(exchange_module, "_renamex_np", lambda one, other: number)
        assert refusal(tmp_path, SECOND) == ["output-not-movable"]
    assert tree(tmp_path / "site") == dict(sorted(FIRST.items()))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
def test_a_read_only_output_folder_is_a_problem(tmp_path: Path) -> None:
    os.chmod(tmp_path, 0o555)
    try:
        assert refusal(tmp_path, FIRST) == ["output-not-writable"]
    finally:
        os.chmod(tmp_path, 0o755)


@pytest.mark.parametrize("name", ["site", ".stage", ""])
@pytest.mark.parametrize("kind", ["file", "link"])
def test_what_has_to_be_a_folder(tmp_path: Path, name: str, kind: str) -> None:
    output = tmp_path / "out"
    other = tmp_path / "other"
    other.mkdir()
    if name:
        output.mkdir()
    place = output / name if name else output
    if kind == "file":
        place.write_bytes(b"x")
    else:
        place.symlink_to(other)
    if (name, kind) == ("", "link"):
        publish(output, FIRST)
        assert tree(other / "site") == dict(sorted(FIRST.items()))
    else:
        assert refusal(output, FIRST) == ["output-not-folder"]
        assert list(other.iterdir()) == []


def test_file_systems_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(*arguments: object, **options: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", link)
    publish(tmp_path, FIRST)
    put(tmp_path / "site", FOREIGN)
    modified = (tmp_path / "site/CNAME").stat().st_mtime_ns
    for number in range(3):
        pages = {**SECOND, "count.txt": str(number).encode()}
        assert publish(tmp_path, pages).written[-1] in ("count.txt", "topics/t/index.html")
        assert tree(tmp_path / "site") == dict(sorted({**pages, **FOREIGN}.items()))
        assert (tmp_path / "site/CNAME").stat().st_mtime_ns == modified
    before = stats(tmp_path / "site")
    publish(tmp_path, pages)
    assert stats(tmp_path / "site") == before
