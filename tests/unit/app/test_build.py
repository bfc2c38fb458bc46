"""One build after another: what is remembered, what is mended, what is never published."""

from __future__ import annotations

import importlib
import os
from pathlib import Path

import pytest

from generator.app.build import build
from generator.app.media import LIMIT
from generator.app.request import BuildRequest, Strictness, stops
from generator.model.problem import Level, Place, Problem
from tests.site.sites import SMALL, built, follow, page, text_of, tree, write

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write(tmp_path / "content", SMALL)


@pytest.mark.parametrize(
    ("levels", "plain", "strict"),
    [
        pytest.param((), False, False, id="nothing"),
        pytest.param((Level.NOTE,), False, False, id="note"),
        pytest.param((Level.NOTE, Level.WARNING), False, True, id="warning"),
        pytest.param((Level.ERROR,), True, True, id="error"),
    ],
)
def test_what_keeps_a_site_from_being_published(
    levels: tuple[Level, ...], plain: bool, strict: bool
) -> None:
    problems = tuple(Problem("file-special", level, Place("a")) for level in levels)
    assert stops(problems, Strictness.NORMAL) is plain
    assert stops(problems, Strictness.STRICT) is strict


@pytest.mark.parametrize("warm", [True, False], ids=["warm", "cold"])
@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda path: path.write_bytes(b"spoilt"), id="altered"),
        pytest.param(lambda path: path.unlink(), id="deleted"),
        pytest.param(lambda path: (path.unlink(), path.symlink_to("/etc/hostname")), id="link"),
        pytest.param(lambda path: os.truncate(path, 10), id="cut-short"),
    ],
)
def test_a_page_that_somebody_spoilt_is_mended_though_nothing_changed(
    spoil: object, warm: bool, content: Path, tmp_path: Path
) -> None:
    site = built(content, tmp_path / "out").site
    before = tree(site)
    assert callable(spoil)
    spoil(site / "articles/jia/index.html")
    if not warm:
        (tmp_path / "out/cache/memo.sqlite").unlink()
    outcome = built(content, tmp_path / "out")
    assert outcome.written == 1
    assert tree(site) == before
    assert not (site / "articles/jia/index.html").is_symlink()


def test_a_strict_build_is_not_answered_from_a_lenient_one(content: Path, tmp_path: Path) -> None:
    write(content, {"articles/jia.md": "<script>1</script>甲\n\n## 三\n", "articles/yi.md": "乙\n"})
    assert build(BuildRequest(content, tmp_path / "out")).published
    strict = BuildRequest(content, tmp_path / "out", strictness=Strictness.STRICT)
    assert not build(strict).published
    assert build(BuildRequest(content, tmp_path / "out")).published


def test_problems_are_told_again_when_nothing_changed(content: Path, tmp_path: Path) -> None:
    write(content, {"articles/bing.md": "<script>1</script>丙\n"})
    first, second = (build(BuildRequest(content, tmp_path / "out")) for _ in range(2))
    assert second.written == 0
    assert second.problems == first.problems
    assert [it.code for it in first.problems] == ["markdown-html-dropped"]


def test_what_the_check_finds_is_told_by_the_file_of_the_site_and_nothing_is_published(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(built(content, tmp_path / "out").site)
    found = Problem("page-title-missing", Level.ERROR, Place("site/index.html"), (("found", ""),))
    stages = importlib.import_module("generator.app.build")
    monkeypatch.setattr(stages, "verify", lambda *_: (found,))
    write(content, {"articles/jia.md": "改了。\n\n## 三\n"})
    outcome = build(BuildRequest(content, tmp_path / "out"))
    assert not outcome.published
    assert [it.place.file for it in outcome.problems] == [f"{tmp_path}/out/site/index.html"]
    assert tree(outcome.site) == before


def test_two_outputs_of_one_content_know_nothing_of_each_other(
    content: Path, tmp_path: Path
) -> None:
    one, other = (built(content, tmp_path / name).site for name in ("one", "other"))
    assert tree(one) == tree(other)


def test_content_and_output_may_be_given_relative(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    absolute = tree(built(content, tmp_path / "out").site)
    monkeypatch.chdir(content.parent)
    assert tree(built(Path("content"), Path("build")).site) == absolute
    monkeypatch.chdir(content)
    assert tree(built(Path("."), Path("../again")).site) == absolute


def test_an_output_inside_the_content_folder_is_not_taken_for_content(tmp_path: Path) -> None:
    folder = write(tmp_path / "notes", {"a.md": "# 甲\n\n甲。\n"})
    for _ in range(2):
        outcome = built(folder, folder / "build")
        assert (outcome.articles, outcome.problems) == (1, ())
    write(folder, {"site.toml": 'title = "记"\n', "articles/b.md": "# 乙\n"})
    (folder / "a.md").unlink()
    for _ in range(2):
        outcome = built(folder, folder / "build")
        assert (outcome.articles, outcome.problems) == (1, ())


def test_a_picture_beside_the_text_is_published_and_shown(content: Path, tmp_path: Path) -> None:
    files = {"articles/图 一.PNG": PNG, "articles/no.png": PNG + b"x"}
    write(content, {**files, "articles/bing.md": "# 丙\n\n![水渠](<图 一.PNG> '题')好。\n"})
    site = built(content, tmp_path / "out").site
    (image,) = page(site, "articles/bing/").xpath("//article//img")
    assert (image.get("alt"), image.get("title")) == ("水渠", "题")
    target = follow("articles/bing/", image.get("src")).rstrip("/")
    assert (site / target).read_bytes() == PNG
    assert target.isascii()
    # What nothing links to is nobody's to see.
    assert [it for it in tree(site) if it.startswith("files/")] == [target]
    assert built(content, tmp_path / "out").written == 0
    write(content, {"articles/图 一.PNG": PNG[::-1]})
    built(content, tmp_path / "out")
    (image,) = page(site, "articles/bing/").xpath("//article//img")
    changed = follow("articles/bing/", image.get("src")).rstrip("/")
    assert (site / changed).read_bytes() == PNG[::-1]
    assert [it for it in tree(site) if it.startswith("files/")] == [changed]
    assert tree(site) == tree(built(content, tmp_path / "clean").site)


def test_a_picture_that_is_too_large_is_refused_at_every_build(
    content: Path, tmp_path: Path
) -> None:
    write(content, {"articles/bing.md": "# 丙\n\n![水渠](da.png)\n", "articles/da.png": b""})
    os.truncate(content / "articles/da.png", LIMIT + 1)
    for _ in range(2):
        outcome = build(BuildRequest(content, tmp_path / "out"))
        assert [it.code for it in outcome.problems] == ["media-large"]
        assert not outcome.published


def test_a_picture_replaced_by_one_of_its_size_and_time_is_read_again(
    content: Path, tmp_path: Path
) -> None:
    picture = content / "articles/tu.png"
    write(content, {"articles/bing.md": "# 丙\n\n![水渠](tu.png)\n", "articles/tu.png": PNG})
    os.utime(picture, (1, 1))
    built(content, tmp_path / "out")
    picture.write_bytes(PNG[::-1])
    os.utime(picture, (1, 1))
    built(content, tmp_path / "out")
    assert tree(tmp_path / "out/site") == tree(built(content, tmp_path / "clean").site)


@pytest.mark.parametrize("gone", [True, False], ids=["deleted", "replaced"])
def test_a_picture_may_change_while_we_build(
    gone: bool, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = content / "articles/tu.png"
    write(content, {"articles/bing.md": "# 丙\n\n![水渠](tu.png)\n", "articles/tu.png": PNG})
    stages = importlib.import_module("generator.app.build")
    compose = stages.compose

    def change(*arguments: object) -> object:
        if gone:
            picture.unlink()
        else:
            picture.write_bytes(PNG[::-1])
        return compose(*arguments)

    monkeypatch.setattr(stages, "compose", change)
    outcome = build(BuildRequest(content, tmp_path / "out"))
    assert outcome.published is not gone
    assert [it.code for it in outcome.problems] == (["file-unreadable"] if gone else [])
    assert [it.place.file for it in outcome.problems] == (["articles/tu.png"] if gone else [])


def test_a_build_that_waited_for_another_reads_what_is_there_by_then(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stages = importlib.import_module("generator.app.build")
    opened = stages.open_site

    def wait(*arguments: object, **named: object) -> object:
        write(content, {"articles/jia.md": "新近的话。\n\n## 三\n"})
        return opened(*arguments, **named)

    monkeypatch.setattr(stages, "open_site", wait)
    assert "新近的话" in text_of(page(built(content, tmp_path / "out").site, "articles/jia/"))


def test_headings_may_be_called_like_places_of_the_page(content: Path, tmp_path: Path) -> None:
    names = ("Main", "Backlinks", "Passages", "Related", "Sources", "Key h", "xj-1", "fn-1")
    text = "".join(f"## {name}\n\n<a id='{name.lower()}'></a>甲[^1]。\n\n" for name in names)
    write(
        content,
        {
            "articles/bing.md": f"# 丙\n\n{text}\n[^1]: 注。\n\n[看](#main)\n",
            "topics/t.md": f"---\ntitle: 水渠\n---\n{text}\n[^1]: 注。\n",
            "articles/ding.md": "# 丁\n\n[看](bing.md#main)和[专题](../topics/t.md#related)。\n",
        },
    )
    assert build(BuildRequest(content, tmp_path / "out")).problems == ()


def test_a_list_that_begins_with_an_endless_number_is_a_list(content: Path, tmp_path: Path) -> None:
    number = "9" * 5000
    write(content, {"articles/bing.md": f"<ol start='{number}'><li>丙</li></ol>\n"})
    (found,) = page(built(content, tmp_path / "out").site, "articles/bing/").xpath("//article//ol")
    assert found.get("start") is None


def test_a_picture_that_is_missing_is_told_with_its_line(content: Path, tmp_path: Path) -> None:
    write(content, {"articles/bing.md": "# 丙\n\n![水渠](meiyou.png)\n"})
    (told,) = build(BuildRequest(content, tmp_path / "out")).problems
    assert told.place == Place("articles/bing.md", 3, needle="](meiyou.png")


def test_an_old_address_leads_on_to_the_page_of_today(content: Path, tmp_path: Path) -> None:
    write(
        content,
        {
            "articles/bing.md": "---\naliases: [jiu]\n---\n# 丙\n",
            "topics/t.md": "---\ntitle: 水渠\nmoved-from: [lao]\n---\n引言。\n",
            "authority/places.toml": '[[places]]\nname = "甲县"\nslug = "jia"\nmoved-from = ["xian"]\n',
        },
    )
    site = built(content, tmp_path / "out").site
    leads = {
        "articles/jiu/": "articles/bing/",
        "topics/lao/": "topics/t/",
        "places/xian/": "places/jia/",
    }
    for old, new in leads.items():
        (refresh,) = page(site, old).xpath("//meta[@http-equiv='refresh']/@content")
        assert follow(old, refresh.partition("url=")[2]) == new
        assert new in [follow(old, it) for it in page(site, old).xpath("//main//a/@href")]


def test_a_draft_is_not_published_and_coming_out_of_draft_is(content: Path, tmp_path: Path) -> None:
    write(content, {"articles/bing.md": "---\ndraft: true\n---\n# 丙\n\n秘密。\n"})
    site = built(content, tmp_path / "out").site
    assert not [it for it, data in tree(site).items() if "秘密".encode() in data]
    write(content, {"articles/bing.md": "# 丙\n\n秘密。\n"})
    built(content, tmp_path / "out")
    assert "秘密" in text_of(page(site, "articles/bing/"))


def test_a_topic_stands_below_its_parent(content: Path, tmp_path: Path) -> None:
    write(content, {"topics/qu.md": "---\ntitle: 梯田\nparent: shuili\n---\n引言。\n"})
    site = built(content, tmp_path / "out").site
    crumbs = page(site, "topics/qu/").find_class("crumbs")[0]
    assert [follow("topics/qu/", it) for it in crumbs.xpath(".//@href")] == [
        "topics/", "topics/shuili/",
    ]  # fmt: skip


@pytest.mark.parametrize("parent", ["meiyou", "qu"], ids=["nobody", "itself"])
def test_a_parent_that_is_no_other_topic_is_told(
    parent: str, content: Path, tmp_path: Path
) -> None:
    write(content, {"topics/qu.md": f"---\ntitle: 梯田\nparent: {parent}\n---\n引言。\n"})
    (told,) = build(BuildRequest(content, tmp_path / "out")).problems
    assert (told.code, told.place.file, told.place.line) == ("parent-unknown", "topics/qu.md", 3)


def test_topics_that_stand_below_each_other_end_nothing(content: Path, tmp_path: Path) -> None:
    write(
        content,
        {
            "topics/a.md": "---\ntitle: 梯田\nparent: b\n---\n引言。\n",
            "topics/b.md": "---\ntitle: 山塘\nparent: a\n---\n引言。\n",
            "topics/c.md": "---\ntitle: 水窖\nparent: a\n---\n引言。\n",
        },
    )
    outcome = build(BuildRequest(content, tmp_path / "out"))
    assert outcome.published
    assert [(it.code, it.place.file) for it in outcome.problems] == [
        ("parent-circle", "topics/a.md")
    ]
