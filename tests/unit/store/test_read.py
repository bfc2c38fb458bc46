"""A content folder is read whole and exactly; what can't be read is named, and nothing hangs."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from generator.model.problem import detail, hint
from generator.store.read import ReadLimits, folder_title, read_content


def write(root: Path, *files: str, data: bytes = b"text\n") -> None:
    for name in files:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def told(root: Path, limits: ReadLimits | None = None) -> list[str]:
    """File and code of every problem."""
    _, problems = read_content(root, limits)
    for problem in problems:
        assert detail(problem, "zh")
        assert hint(problem, "en")
    return [f"{problem.place.file} {problem.code}" for problem in problems]


def articles(root: Path) -> list[str]:
    content, _ = read_content(root)
    return [file.path for file in content.articles]


def test_a_whole_folder(tmp_path: Path) -> None:
    write(
        tmp_path,
        "site.toml",
        "lexicon.txt",
        "pages/1.txt",
        "pages/1.review.toml",
        "pages/2022/10/2.TXT",
        "articles/b.md",
        "articles/2022/a.markdown",
        "topics/党建.md",
        "authority/people.toml",
        data="甲\r\n".encode("gbk"),
    )
    content, problems = read_content(tmp_path)
    assert problems == ()
    assert content.site
    assert content.lexicon
    assert content.site.data == b"\xbc\xd7\r\n"
    assert content.site.digest == hashlib.sha256(b"\xbc\xd7\r\n").hexdigest()
    assert [(pair.page.path, pair.review and pair.review.path) for pair in content.pages] == [
        ("pages/1.txt", "pages/1.review.toml"),
        ("pages/2022/10/2.TXT", None),
    ]
    assert [file.path for file in content.articles] == [
        "articles/2022/a.markdown",
        "articles/b.md",
    ]
    assert [file.path for file in content.topics] == ["topics/党建.md"]
    assert [file.path for file in content.authority] == ["authority/people.toml"]


def test_any_folder_of_markdown_is_a_site(tmp_path: Path) -> None:
    folder = tmp_path / "剪报"
    write(folder, "b.md", "a.md", "2022/c.md", "notes.docx", "images/x.md")
    content, problems = read_content(folder)
    assert problems == ()
    assert [file.path for file in content.articles] == ["2022/c.md", "a.md", "b.md"]
    assert content.site is None
    assert folder_title(folder) == "剪报"


def test_what_is_not_content_is_passed_over(tmp_path: Path) -> None:
    write(
        tmp_path,
        "site.toml",
        "README.md",
        ".git/config",
        "articles/.a.md.swp",
        "articles/a.md~",
        "articles/#a.md#",
        "articles/photo.JPG".lower(),
        "assets/x.bin",
        "images/y.dat",
    )
    assert told(tmp_path) == []
    assert articles(tmp_path) == []


def test_files_in_the_wrong_place_are_noted(tmp_path: Path) -> None:
    write(tmp_path, "site.toml", "a.md", "articles/b.docx", "pages/c.md", "topics/d.txt")
    assert told(tmp_path) == [
        "a.md file-unknown",
        "articles/b.docx file-unknown",
        "pages/c.md file-unknown",
        "topics/d.txt file-unknown",
    ]


def test_a_review_needs_its_page(tmp_path: Path) -> None:
    write(tmp_path, "pages/a.txt", "pages/b.review.toml")
    assert told(tmp_path) == ["pages/b.review.toml review-orphan"]


@pytest.mark.parametrize(
    ("name", "code"),
    [("missing", "content-missing"), ("file", "content-not-folder"), ("empty", "content-empty")],
)
def test_no_content(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "empty").mkdir()
    assert told(tmp_path / name) == [f" {code}"]


def test_a_file_at_the_limit_is_read_and_one_over_it_is_not(tmp_path: Path) -> None:
    write(tmp_path, "articles/a.md", data=b"x" * 100_000)
    write(tmp_path, "articles/b.md", data=b"x" * 100_001)
    write(tmp_path, "articles/c.md", data=b"x" * 101)
    assert told(tmp_path, ReadLimits(file_bytes=100_000)) == ["articles/b.md file-large"]
    assert told(tmp_path, ReadLimits(file_bytes=100)) == [
        "articles/a.md file-large",
        "articles/b.md file-large",
        "articles/c.md file-large",
    ]
    _, problems = read_content(tmp_path, ReadLimits(file_bytes=100))
    assert detail(problems[2], "zh") == "文件有 101 字节，超过上限 100 字节"


def test_a_huge_file_costs_nothing(tmp_path: Path) -> None:
    write(tmp_path, "articles/a.md")
    os.truncate(tmp_path / "articles/a.md", 1 << 40)
    assert told(tmp_path) == ["articles/a.md file-large"]


def test_the_site_sets_its_own_limit(tmp_path: Path) -> None:
    write(tmp_path, "articles/a.md", data=b"x" * 3000)
    write(tmp_path, "site.toml", data=b'title = "a"\n[limits]\nfile-bytes = 2000\n')
    assert told(tmp_path) == ["articles/a.md file-large"]


def test_large_files_come_whole(tmp_path: Path) -> None:
    data = bytes(range(256)) * 1500
    write(tmp_path, "articles/a.md", data=data)
    content, _ = read_content(tmp_path)
    assert content.articles[0].data == data


def test_links(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    root = tmp_path / "content"
    write(outside, "secret.md", "folder/secret.md")
    write(root, "articles/a.md", "topics/t.md", "drafts/d.md")
    (root / "articles/out.md").symlink_to(outside / "secret.md")
    (root / "articles/outdir").symlink_to(outside / "folder")
    (root / "articles/sibling.md").symlink_to("../../content-other.md")
    (tmp_path / "content-other.md").write_bytes(b"")
    (root / "articles/in.md").symlink_to("../topics/t.md")
    (root / "articles/drafts").symlink_to("../drafts")
    (root / "articles/loop").symlink_to("..")
    (root / "articles/self.md").symlink_to("self.md")
    (root / "articles/nowhere.md").symlink_to("gone.md")
    (root / "articles/null.md").symlink_to("/dev/null")
    assert articles(root) == ["articles/a.md", "articles/drafts/d.md", "articles/in.md"]
    assert told(root) == [
        "articles/loop link-loop",
        "articles/nowhere.md link-broken",
        "articles/null.md link-outside",
        "articles/out.md link-outside",
        "articles/outdir link-outside",
        "articles/self.md link-loop",
        "articles/sibling.md link-outside",
        "drafts/d.md file-unknown",
    ]


def test_links_among_folders_do_not_multiply(tmp_path: Path) -> None:
    for level in range(12):
        folder = tmp_path / "articles" / f"d{level}"
        write(folder, "a.md")
        for name in ("x", "y"):
            (folder / name).symlink_to(f"../d{level + 1}" if level < 11 else "../d0")
    assert len(articles(tmp_path)) <= 24


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    write(tmp_path / "real", "articles/a.md")
    (tmp_path / "link").symlink_to("real")
    assert articles(tmp_path / "link") == ["articles/a.md"]


def test_a_pipe_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "articles/a.md")
    os.mkfifo(tmp_path / "articles/b.md")
    assert told(tmp_path) == ["articles/b.md file-special"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("articles/Spring.md", "articles/spring.md", id="case of a file"),
        pytest.param("articles/A/x.md", "articles/a/y.md", id="case of a folder"),
        pytest.param("articles/e\u0301.md", "articles/é.md", id="composed and decomposed"),
    ],
)
def test_names_that_some_systems_take_for_one(tmp_path: Path, first: str, second: str) -> None:
    write(tmp_path, first, second)
    if sum(len(files) for _, _, files in os.walk(tmp_path)) < 2:
        pytest.skip("this file system takes them for one")
    assert [line.rpartition(" ")[2] for line in told(tmp_path)] == ["name-clash"]


def test_names_come_composed(tmp_path: Path) -> None:
    write(tmp_path, "articles/cafe\u0301.md")
    assert articles(tmp_path) == ["articles/café.md"]


def test_names_that_are_not_text(tmp_path: Path) -> None:
    write(tmp_path, "articles/a.md", "articles/b\nc.md")
    try:
        (Path(os.fsdecode(os.fsencode(tmp_path) + b"/articles/\xd6\xd0.md"))).write_bytes(b"")
    except OSError:
        pytest.skip("this file system refuses such names itself")
    assert told(tmp_path) == [
        "articles/\\xd6\\xd0.md name-undecodable",
        "articles/b?c.md name-control",
    ]


def test_what_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "articles/a.md", "articles/b.md")
    real_open = os.open

    def open_or_refuse(path: bytes, flags: int) -> int:
        if path.endswith(b"b.md"):
            raise PermissionError(13, "keine Berechtigung")
        return real_open(path, flags)

    monkeypatch.setattr("generator.store.tree.os.open", open_or_refuse)
    content, problems = read_content(tmp_path)
    assert [file.path for file in content.articles] == ["articles/a.md"]
    assert [detail(item, "zh") for item in problems] == ["读不了（EACCES）"]


def test_too_many_files(tmp_path: Path) -> None:
    write(tmp_path, *(f"articles/{number}.md" for number in range(12)))
    assert told(tmp_path, ReadLimits(files=10)) == [" content-crowded"]
