"""Commands and arguments: exit codes, languages, what each prints for people and programs."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

import generator
from generator.cli.arguments import parser
from generator.cli.codes import MEANINGS, Exit
from generator.cli.report import language, line, summary
from generator.model.problem import Level, Place, Problem
from tests.site.sites import CONTENT, SMALL, built, jingwei, tree, write

COMMANDS = {
    "build", "serve", "check", "audit", "review", "restore", "annotate", "suggest", "schema", "new",
}  # fmt: skip


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param((), id="no-command"),
        pytest.param(("bild",), id="unknown-command"),
        pytest.param(("build", "--jobs", "0"), id="no-jobs"),
        pytest.param(("build", "--jobs", "257"), id="too-many-jobs"),
        pytest.param(("build", "--jobs", "many"), id="jobs-no-number"),
        pytest.param(("build", "--lang", "fr"), id="unknown-language"),
        pytest.param(("build", "--content"), id="option-without-value"),
        pytest.param(("build", "--nope"), id="unknown-option"),
        pytest.param(("build", "x"), id="stray-argument"),
        pytest.param(("serve", "--port", "65536"), id="no-port"),
        pytest.param(("schema", "nope"), id="unknown-schema"),
        pytest.param(("restore",), id="restore-nothing"),
        pytest.param(("restore", "a.txt", "b.txt"), id="restore-several-without-folder"),
        pytest.param(("restore", "a/x.txt", "b/x.txt", "--out", "o"), id="restore-same-name"),
        pytest.param(("new",), id="new-without-kind"),
        pytest.param(("new", "book", "x"), id="unknown-kind"),
        pytest.param(("new", "topic"), id="new-without-title"),
    ],
)
def test_wrong_arguments_end_with_2_and_a_word(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    ran = jingwei(capsys, *arguments)
    assert ran.code == int(Exit.USAGE)
    assert ran.err


@pytest.mark.parametrize("arguments", [("--help",), *((it, "--help") for it in sorted(COMMANDS))])
def test_help_is_printed_for_every_command(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    ran = jingwei(capsys, *arguments)
    assert ran.code == 0
    assert re.search(r"[\u4e00-\u9fff]", ran.out)


def test_the_version_is_the_packages(capsys: pytest.CaptureFixture[str]) -> None:
    assert jingwei(capsys, "--version").out == f"jingwei {generator.__version__}\n"


def test_every_exit_code_has_a_meaning_in_both_languages() -> None:
    assert set(MEANINGS) == set(Exit)
    assert [int(it) for it in Exit] == [0, 1, 2, 130]
    assert all(chinese and english for chinese, english in MEANINGS.values())


def test_build_and_check_take_the_same_folders() -> None:
    for command in ("build", "check", "serve"):
        options = parser("0").parse_args([command])
        assert (options.content, options.output) == (Path("content"), Path("build"))


@pytest.mark.parametrize(
    ("asked", "environment", "expected"),
    [
        pytest.param(None, {}, "zh", id="default"),
        pytest.param("en", {"LANG": "zh_CN.UTF-8"}, "en", id="as-asked"),
        pytest.param("zh", {"LANG": "en_US.UTF-8"}, "zh", id="as-asked-chinese"),
        pytest.param(None, {"LANG": "en_US.UTF-8"}, "en", id="locale"),
        pytest.param(None, {"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN"}, "zh", id="lc-all-first"),
        pytest.param(None, {"LC_MESSAGES": "en_GB", "LANG": "zh_CN"}, "en", id="lc-messages"),
        pytest.param(None, {"LC_ALL": "C"}, "zh", id="c-locale"),
    ],
)
def test_messages_are_in_the_language_of_the_user(
    asked: str | None, environment: Mapping[str, str], expected: str
) -> None:
    assert language(asked, environment) == expected


@pytest.mark.parametrize(
    ("place", "prefix", "expected"),
    [
        pytest.param(Place("a.md", 3), "content/", "content/a.md:3: ", id="line"),
        pytest.param(Place("a.md"), "content/", "content/a.md: ", id="file"),
        pytest.param(Place(""), "content/", "content: ", id="folder"),
        pytest.param(Place("/var/out/site"), "content/", "/var/out/site: ", id="output"),
    ],
)
def test_a_message_begins_with_its_place(place: Place, prefix: str, expected: str) -> None:
    told = Problem("file-special", Level.ERROR, place)
    assert line(told, "zh", prefix).startswith(expected + "错误[file-special]: ")
    assert line(told, "en", prefix).startswith(expected + "error[file-special]: ")


@pytest.mark.parametrize(
    ("count", "lines", "more"),
    [
        pytest.param(20, 20, "", id="few-are-told-one-by-one"),
        pytest.param(200, 5, "195", id="of-many-the-first"),
    ],
)
def test_a_mistake_in_file_after_file_does_not_drown_the_others(
    count: int, lines: int, more: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "---\ntitle: 甲\nfoo: 1\n---\n文\n"
    files = {f"articles/{number:04}.md": text for number in range(count)}
    files["articles/z.md"] = "---\ntitle: 乙\nbar: 1\n---\n文\n"
    content = write(tmp_path / "content", files)
    report = tmp_path / "report.json"
    ran = jingwei(
        capsys, "build", "--content", content, "--output", tmp_path / "out", "--report", report
    )
    assert ran.code == int(Exit.PROBLEMS)
    told = ran.err.splitlines()
    assert sum("foo" in it for it in told) == lines
    assert [it for it in told if "同样的还有" in it and more in it and "--report" in it] == (
        [told[lines]] if more else []
    )
    assert f"{content}/articles/0004.md:3: 错误[key-unknown]" in ran.err
    assert f"{content}/articles/z.md:3: 错误[key-unknown]" in ran.err
    assert told[-1].startswith(f"{count + 1} 个错误")
    listed = json.loads(report.read_text())["problems"]
    assert [it["file"] for it in listed] == [*sorted(files)]


def test_a_summary_counts_by_level() -> None:
    def made(level: Level) -> Problem:
        return Problem("file-special", level, Place("a"))

    several = [made(Level.ERROR), made(Level.NOTE), made(Level.NOTE)]
    assert summary(several, "en") == "1 error, 2 notes"
    assert summary(several, "zh") == "1 个错误，2 个提示"
    assert (summary([], "en"), summary([], "zh")) == ("no problems", "没有问题")


def test_schema_prints_every_form_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    every = json.loads(jingwei(capsys, "schema").out)
    assert set(every) == {"site", "article", "topic", "authority", "review", "colours"}
    for name, schema in every.items():
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert schema["type"] == "object"
        assert schema["additionalProperties"] is False
        assert json.loads(jingwei(capsys, "schema", name).out) == schema


def test_audit_accounts_for_every_character(capsys: pytest.CaptureFixture[str]) -> None:
    ran = jingwei(capsys, "audit", "--content", CONTENT, "--json")
    assert (ran.code, ran.err) == (0, "")
    (page,) = json.loads(ran.out)["pages"]
    source = (CONTENT / page["path"]).read_bytes()
    assert page["characters"] == len(source.decode())
    counted = page["placed"] + page["set_aside"] + page["unplaced"] + page["layout"]
    assert counted == page["characters"]
    # Line 49, the pull quote, is all that stands aside.
    assert page["set_aside"] == len(source.decode().split("\n")[48])
    assert page["unplaced"] == 0
    assert page["lines"] == 93
    assert len(page["articles"]) == 3
    assert {(it["where"], it["line"]) for it in page["gaps"]} == {
        ("before", 99), ("after", 135), ("after", 95),
    }  # fmt: skip
    seams = {(it["tail"], it["head"]): it for it in page["joins"]}
    assert set(seams) == {(11, 31), (19, 35), (29, 41), (47, 51), (51, 65), (117, 119), (185, 167)}
    assert [key for key, it in seams.items() if not it["sure"]] == [(11, 31)]
    assert page["joins_by"] == {"editor": 7}
    assert sum(page["joins_by"].values()) == len(page["joins"])
    assert page["suspicions"] > 10


def test_audit_tells_people_the_same_in_a_line_a_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write(tmp_path / "content", {**SMALL, "pages/p2.txt": "还没有整理。\n"})
    ran = jingwei(capsys, "audit", "--content", content, "--lang=en")
    assert ran.code == 0
    first, second = ran.out.splitlines()
    numbers = [int(it) for it in re.findall(r"\d+", first.partition(": ")[2])]
    assert first.startswith("pages/p1.txt: ")
    assert numbers[0] == sum(numbers[1:5]) == len(str(SMALL["pages/p1.txt"]))
    assert second.startswith("pages/p2.txt: ")
    assert "page-unreviewed" in ran.err


def test_audit_with_mistakes_ends_with_1_and_still_accounts_for_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write(tmp_path / "content", {**SMALL, "pages/p2.txt": b"a\0"})
    ran = jingwei(capsys, "audit", "--content", content, "--json")
    assert ran.code == 1
    assert "pages/p2.txt:1: " in ran.err
    assert [it["path"] for it in json.loads(ran.out)["pages"]] == ["pages/p1.txt"]


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A folder with content/ and build/ as a first build leaves them."""
    content = write(tmp_path / "content", SMALL)
    built(content, tmp_path / "build")
    return tmp_path


def check(folder: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str]:
    ran = jingwei(
        capsys, "check", "--content", folder / "content", "--output", folder / "build", "--lang=en",
        *more,
    )  # fmt: skip
    return ran.code, ran.err


def test_check_passes_on_a_fresh_site_and_writes_nothing(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(published)
    assert check(published, capsys, "--strict") == (0, "")
    assert tree(published) == before


def test_check_passes_on_this_repositorys_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    built(CONTENT, tmp_path)
    ran = jingwei(
        capsys, "check", "--content", CONTENT, "--output", tmp_path, "--strict", "--report",
        tmp_path / "r.json",
    )  # fmt: skip
    assert ran.code == 0, ran.err
    said = json.loads((tmp_path / "r.json").read_text("utf-8"))
    assert said["problems"] == []
    assert said["quotations"] > 100
    assert said["pieces"] == said["quotations"]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


CHANGES = {
    "character-in-a-restored-page": (
        "build/site/articles/baoye/index.html", "没有说完", "没有说玩", "proof-text-differs",
    ),
    "character-in-a-topic-page": (
        "build/site/topics/shuili/index.html", "海绵水渠更长", "海绵水渠更短",
        "proof-quote-missing",
    ),
    "character-in-a-page-source": (
        "content/pages/p1.txt", "没有说完", "没有说玩", "proof-text-differs",
    ),
    "character-in-an-article-source": (
        "content/articles/yi.md", "更长", "更短", "proof-quote-missing",
    ),
    "broken-link": (
        "build/site/articles/jia/index.html", 'articles/yi/#', 'articles/bing/#', "site-link-broken",
    ),
    "missing-anchor": (
        "build/site/articles/jia/index.html", 'href="#main"', 'href="#mian"', "site-anchor-missing",
    ),
    "absolute-link": (
        "build/site/index.html", 'href="articles/"', 'href="/articles/"', "site-link-absolute",
    ),
    "script-link": (
        "build/site/index.html", 'href="articles/"', 'href="javascript:1"', "site-link-unsafe",
    ),
    "foreign-request": (
        "build/site/index.html", "</main>", '<img src="https://a.example/x.png" alt=""></main>',
        "site-request-elsewhere",
    ),
    "broken-markup": ("build/site/index.html", 'class="skip"', 'class="skip', "page-markup"),
    "review-decision-nobody-uses": (
        "content/pages/p1.review.toml", "[[articles]]",
        '[[joins]]\ntail = "1 报页标题"\nhead = "3 第一行话"\n\n[[articles]]', "decision-unused",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CHANGES.values(), ids=CHANGES)
def test_check_finds_what_was_changed_behind_its_back(
    case: tuple[str, str, str, str], published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, old, new, code = case
    change(published / path, old, new)
    ended, said = check(published, capsys, "--strict")
    assert ended == 1
    assert f"[{code}]" in said
    if path.startswith("build/"):
        assert "[site-file-altered]" in said


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("build/site/articles/yi/index.html", "site-file-missing"),
        ("build/site/manifest-sha256.txt", "site-manifest-missing"),
        ("content/articles/yi.md", "proof-source-missing"),
        ("content/pages/p1.txt", "proof-source-missing"),
    ],
)
def test_check_finds_what_was_deleted(
    path: str, code: str, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (published / path).unlink()
    ended, said = check(published, capsys)
    assert ended == 1
    assert f"[{code}]" in said


def test_check_without_a_site_says_to_build_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "content", SMALL)
    ended, said = check(tmp_path, capsys)
    assert ended == 1
    assert "run jingwei build first" in said


def test_a_file_of_somebody_elses_is_a_note(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(published / "build/site", {"CNAME": "example.org"})
    ended, said = check(published, capsys, "--strict")
    assert ended == 0
    assert "site/CNAME: note[site-file-unknown]" in said


def test_build_says_where_the_site_is_and_what_it_did(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write(tmp_path / "content", SMALL)
    arguments = ("--content", content, "--output", tmp_path / "out", "--jobs=1")
    first = jingwei(capsys, "build", *arguments, "--lang=en")
    assert first.code == 0
    files = len(tree(tmp_path / "out/site")) - 1
    assert first.out == (
        f"{tmp_path}/out/site: 3 articles, 1 topics, {files} files, {files} written, 0 removed; "
        "no problems\n"
    )
    second = jingwei(capsys, "build", *arguments, "--lang=zh")
    assert "3 篇文章，1 个专题" in second.out
    assert "写入 0，删除 0；没有问题" in second.out


def test_an_interrupted_build_ends_with_130(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.cli.build.build", interrupt)
    assert jingwei(capsys, "build", "--content", tmp_path).code == int(Exit.INTERRUPTED)
