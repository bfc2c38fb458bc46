"""`jingwei new`: what it makes builds at once, and nothing that exists is touched."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.site.sites import CONTENT, jingwei, tree, write

PAGE = CONTENT / "pages" / "000_3863c88884404813.txt"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_new_site_builds_strictly_and_passes_check(
    lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = jingwei(capsys, "new", "site", "我的站", "--title", '水渠"志"', "--lang", lang)
    assert ran.code == 0, ran.err
    assert "我的站/content/site.toml" in ran.out
    monkeypatch.chdir(tmp_path / "我的站")
    for command in (("build", "--jobs=1"), ("check",)):
        done = jingwei(capsys, *command, "--strict", "--lang", lang)
        assert done.code == 0, done.err
        assert done.err == ""
    assert '水渠"志"' in tomllib.loads(Path("content/site.toml").read_text("utf-8"))["title"]
    assert Path("build/site/index.html").is_file()


def test_a_site_without_a_title_takes_the_folders_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    jingwei(capsys, "new", "site", tmp_path / "水渠")
    settings = tomllib.loads((tmp_path / "水渠/content/site.toml").read_text("utf-8"))
    assert settings["title"] == "水渠"


@pytest.mark.parametrize(
    ("arguments", "taken"),
    [
        pytest.param(("site", "."), "content/articles/welcome.md", id="site"),
        pytest.param(("topic", "水利"), "content/topics/shui-li.md", id="topic"),
        pytest.param(("article", "水渠"), "content/articles/shui-qu.md", id="article"),
        pytest.param(("article", "水渠", "--slug", "a"), "content/articles/a.md", id="slug"),
        pytest.param(("page", str(PAGE)), f"content/pages/{PAGE.name}", id="page"),
        pytest.param(("page", str(PAGE)), f"content/pages/{PAGE.stem}.review.toml", id="review"),
    ],
)
def test_what_exists_is_never_overwritten_and_nothing_else_is_made(
    arguments: tuple[str, ...],
    taken: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(write(tmp_path, {taken: "mine"}))
    ran = jingwei(capsys, "new", *arguments, "--lang=en")
    assert ran.code == 1
    assert f"{taken}: exists already" in ran.err
    assert tree(tmp_path) == {taken: b"mine"}


def test_a_dangling_link_counts_as_existing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(tmp_path, {"content/articles/b.md": "b"}))
    Path("content/articles/a.md").symlink_to(tmp_path / "elsewhere.md")
    assert jingwei(capsys, "new", "article", "甲", "--slug=a").code == 1
    assert not (tmp_path / "elsewhere.md").exists()


@pytest.mark.parametrize(
    "title",
    ["水渠", 'He said "no": #1', "a\\b", "- [x] 表", "{a}", "null", "2022-10-10", "！！", "'"],
)
@pytest.mark.parametrize("kind", ["topic", "article"])
def test_any_title_makes_a_file_that_builds(
    kind: str,
    title: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert jingwei(capsys, "new", kind, title).code == 0
    ran = jingwei(capsys, "build", "--strict", "--jobs=1")
    assert ran.code == 0, ran.err
    pages = [it for it in tree(tmp_path / "build/site") if it.startswith(f"{kind}s/")]
    assert len([it for it in pages if it.endswith(".html")]) == 2


@pytest.mark.parametrize("slug", ["A", "甲", "a/b", "../a", "a b"])
def test_a_slug_that_is_no_url_is_refused(
    slug: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = jingwei(capsys, "new", "article", "甲", "--slug", slug)
    assert ran.code == 1
    assert slug in ran.err
    assert tree(tmp_path) == {}


def test_a_raw_page_comes_in_byte_for_byte_with_a_review_that_places_every_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert jingwei(capsys, "new", "page", PAGE).code == 0
    assert (tmp_path / "content/pages" / PAGE.name).read_bytes() == PAGE.read_bytes()
    built = jingwei(capsys, "build", "--strict", "--jobs=1")
    assert built.code == 0, built.err
    assert built.err == ""
    ran = jingwei(capsys, "audit", "--lang=en")
    assert " 0 unplaced " in ran.out
    assert "93 lines" in ran.out
    assert jingwei(capsys, "check", "--strict").code == 0


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("一行\n", id="one-line"),
        pytest.param("", id="empty"),
        pytest.param("\n\n \n", id="blank"),
        pytest.param('"引" \\ 号\n\n# 井号\n\n+ 加\n\n…\n', id="signs"),
        pytest.param("同样的一行\n" * 5, id="same-lines"),
        pytest.param("甲\r\n\r\n乙\r丙\u2028丁\n", id="line-ends"),
        pytest.param("\t缩进\u3000的行　\n", id="spaces"),
        pytest.param("'''\n\"\"\"\n", id="quotes"),
    ],
)
def test_any_page_gets_a_review_that_builds(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(tmp_path, {"raw/版 面.txt": text, "content/site.toml": 'title="x"'}))
    made = jingwei(capsys, "new", "page", "raw/版 面.txt")
    assert made.code == 0, made.err
    ran = jingwei(capsys, "build", "--jobs=1")
    assert ran.code == 0, ran.err
    assert " 0 unplaced " in jingwei(capsys, "audit", "--lang=en").out


def test_a_page_that_is_in_its_place_already_gets_its_review_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(tmp_path, {"content/pages/1949/a.txt": "一行\n"}))
    assert jingwei(capsys, "new", "page", "content/pages/1949/a.txt").code == 0
    assert set(tree(tmp_path)) == {"content/pages/1949/a.txt", "content/pages/1949/a.review.toml"}


@pytest.mark.parametrize(
    ("data", "said"),
    [(None, "nope.txt"), (b"\x81\x20\xff\xc3\x28", "encoding"), (b"a\0b", "encoding")],
    ids=["missing", "undecodable", "nul"],
)
def test_a_page_that_cannot_be_read_is_told(
    data: bytes | None, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    if data is not None:
        Path("nope.txt").write_bytes(data)
    ran = jingwei(capsys, "new", "page", "nope.txt", "--lang=en")
    assert ran.code == 1
    assert said in ran.err
    assert not Path("content").exists()
