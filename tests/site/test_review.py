"""`jingwei review` and `jingwei restore` on whole folders: what is written, told and left alone."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from tests.site.sites import CONTENT, SMALL, built, jingwei, tree, write

FIRST = CONTENT / "pages" / "000_3863c88884404813.txt"
PAGES: dict[str, str | bytes] = {
    "site.toml": 'title = "站"\n',
    "articles/a.md": "# 夜校\n\n县图书馆的夜校开课了。\n",
    "pages/b.txt": "渠水进田\n\n老支书林大有站在修好的渠边，看着清水流进自\n\n家的稻田，今年一定丰收。\n",
    "pages/c.txt": "夜校开课\n\n夜里七点，县图书馆二楼的灯亮着。\n",
    "pages/d.txt": "甲县通车\n\n盼了多年的路终于修通了，乡亲们敲锣打鼓。\n".encode("gb18030") * 3,
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write(tmp_path / "content", PAGES)


def review(capsys: pytest.CaptureFixture[str], content: Path, *options: str) -> str:
    ran = jingwei(capsys, "review", *options, "--content", content, "--lang=en", "--jobs=1")
    assert ran.code == 0, ran.err
    return ran.out


def test_every_page_gets_a_file_and_the_site_builds_strictly(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(content)
    told = review(capsys, content)
    assert [it.split(": ")[0] for it in told.splitlines()] == [
        f"pages/{it}.review.toml" for it in "bcd"
    ]
    after = tree(content)
    assert {it: after[it] for it in before} == before
    assert set(after) - set(before) == {f"pages/{it}.review.toml" for it in "bcd"}
    ran = jingwei(
        capsys, "build", "--content", content, "--output", tmp_path / "o", "--strict", "--jobs=1"
    )
    assert (ran.code, ran.err) == (0, "")


def test_a_build_writes_nothing_into_the_content(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(content)
    ran = jingwei(
        capsys, "build", "--content", content, "--output", tmp_path / "o", "--jobs=1", "--lang=en"
    )
    assert ran.code == 0
    assert ran.err.count("note[page-unreviewed]") == 3
    assert tree(content) == before


def test_again_and_again_nothing_changes_not_even_a_file_time(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    review(capsys, content)
    times = {it: it.stat().st_mtime_ns for it in sorted((content / "pages").iterdir())}
    for options in ((), ("--again",), ("--list",)):
        assert "written" not in review(capsys, content, *options)
        assert {it: it.stat().st_mtime_ns for it in sorted((content / "pages").iterdir())} == times


def test_any_number_of_workers_writes_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = []
    for jobs in (1, 2, 3):
        content = write(tmp_path / str(jobs), PAGES)
        ran = jingwei(capsys, "review", "--content", content, f"--jobs={jobs}")
        assert ran.code == 0, ran.err
        made.append(tree(content))
    assert made[0] == made[1] == made[2]


def test_a_new_page_changes_no_other(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    review(capsys, content)
    before = tree(content)
    new = "pages/a.txt"
    write(content, {new: "又一篇\n\n老支书林大有站在修好的渠边，看着清水流进自\n"})
    told = review(capsys, content)
    assert next(it for it in told.splitlines() if "unchanged" not in it).startswith(
        "pages/a.review.toml: written"
    )
    after = tree(content)
    assert {it: after[it] for it in before} == before


@pytest.mark.parametrize(
    "name", ["c", "c.txt", "pages/c.txt", "pages/c.review.toml", "{content}/pages/c.txt"]
)
def test_one_page_can_be_named_in_several_ways(
    name: str, content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = review(capsys, content, name.format(content=content))
    assert told.splitlines() == ["pages/c.review.toml: written; 0 questions"]
    assert not (content / "pages/b.review.toml").exists()


def test_a_page_that_is_not_there_is_told_and_the_others_are_done(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = jingwei(capsys, "review", "c", "nope", "--content", content, "--lang=en", "--jobs=1")
    assert ran.code == 1
    assert 'error[review-no-page]: there is no page "nope"' in ran.err
    assert (content / "pages/c.review.toml").exists()


def test_the_list_writes_nothing_and_puts_questions_first(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    question = '[[questions]]\ntail = "3 夜里"\nheads = ["1 夜校"]\np = [0.5]\n'
    body = '[[articles]]\nheading = "题"\nbody = ["1 夜校", "3 夜里"]\n'
    write(content, {"pages/c.review.toml": body + question})
    write(content, {"pages/d.review.toml": '[[articles]]\nheading = "题"\nbody = ["1 甲县"]\n'})
    before = tree(content)
    assert review(capsys, content, "--list").splitlines() == [
        "pages/b.txt: no review file yet",
        "pages/c.txt: 1 questions",
        "pages/d.txt: 0 questions, 5 undecided lines",
    ]
    assert tree(content) == before


def test_what_the_editor_wrote_stays_and_mistakes_are_told_with_their_lines(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = '# 我的\n[[articles]]\nheading = "题"\nbody = [\n  "1 夜校",\n  "3 没有的"\n]\n'
    broken = "[[articles]\n"
    write(content, {"pages/c.review.toml": mine, "pages/b.review.toml": broken})
    ran = jingwei(capsys, "review", "--content", content, "--lang=en", "--jobs=1")
    assert ran.code == 1
    assert "pages/c.review.toml:6: error[line-missing]" in ran.err
    assert "pages/b.review.toml:1: error[" in ran.err
    assert (content / "pages/b.review.toml").read_text() == broken
    assert (content / "pages/c.review.toml").read_text("utf-8").startswith(mine)


def test_the_first_pages_own_file_is_not_touched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = tree(CONTENT)
    content = write(tmp_path, {**files})
    for options in ((), ("--again",)):
        review(capsys, content, *options)
        assert tree(content) == files


def test_a_folder_without_pages_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = write(tmp_path, {"site.toml": 'title = "站"\n', "articles/a.md": "# 甲\n"})
    assert review(capsys, content) == "There are no newspaper pages (content/pages/*.txt).\n"


def test_a_review_that_could_not_be_read_is_left_alone(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = write(tmp_path, {"outside.toml": "# 我的\n"}) / "outside.toml"
    (content / "pages/c.review.toml").symlink_to(outside)
    write(content, {"site.toml": 'title = "站"\n[limits]\nfile-bytes = 2000\n'})
    write(content, {"pages/b.review.toml": "# 我的\n" * 1000})
    before = tree(content)
    ran = jingwei(capsys, "review", "b", "c", "--content", content, "--lang=en", "--jobs=1")
    assert ran.code == 1
    assert sorted(re.findall(r"error\[([a-z-]+)", ran.err)) == ["file-large", "link-outside"]
    assert ran.out.splitlines() == [f"pages/{it}.review.toml: failed" for it in "bc"]
    assert tree(content) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (content / "pages").chmod(0o500)
    ran = jingwei(capsys, "review", "--content", content, "--lang=en", "--jobs=1")
    (content / "pages").chmod(0o700)
    assert ran.code == 1
    assert ran.err.count("error[review-not-written]") == 3


def test_a_symbolic_link_and_permissions_stay(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    real = write(content, {"images/elsewhere.toml": "# 我的\n"}) / "images/elsewhere.toml"
    real.chmod(0o640)
    link = content / "pages/c.review.toml"
    link.symlink_to(real)
    review(capsys, content, "c")
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert b"[[articles]]" in real.read_bytes()
    assert sorted(it.name for it in (content / "pages").iterdir()) == [
        "b.txt", "c.review.toml", "c.txt", "d.txt",
    ]  # fmt: skip


def test_a_reviewed_site_shows_who_decided(tmp_path: Path) -> None:
    site = {**SMALL, "pages/p2.txt": PAGES["pages/b.txt"]}
    outcome = built(write(tmp_path / "content", site), tmp_path / "out")
    shown = (outcome.site / "pages/p2/index.html").read_text("utf-8")
    assert "程序" in shown


# ---- restore -------------------------------------------------------------------------------------


def every_line_once(data: dict[str, Any], text: str) -> None:
    found = [it for article in data["articles"] for it in article["order"]]
    found += [*data["pullquotes"], *data["other"]]
    assert sorted(found) == [at for at, line in enumerate(text.split("\n"), 1) if line.strip()]


def test_a_page_is_restored_without_a_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = write(tmp_path, {"x.txt": FIRST.read_bytes()}) / "x.txt"
    ran = jingwei(capsys, "restore", page, "--json", "--jobs=1")
    assert (ran.code, ran.err) == (0, "")
    data = json.loads(ran.out)
    assert set(data) == {"articles", "joins", "offers", "pullquotes", "other"}
    every_line_once(data, FIRST.read_text("utf-8"))
    ran = jingwei(capsys, "restore", page, "--jobs=1")
    assert "总书记来到他们" in ran.out
    assert "围绕智能网联新能源汽车" in ran.out
    assert list(tree(tmp_path)) == ["x.txt"]


def test_the_editors_decisions_beside_it_are_kept(capsys: pytest.CaptureFixture[str]) -> None:
    ran = jingwei(capsys, "restore", FIRST, "--jobs=1")
    assert (ran.code, ran.err) == (0, "")
    assert "# 重庆两江新区全面开启二次创业" in ran.out
    assert "努力在全市发展大局中作出新的更大贡献" in ran.out
    assert "[此处有缺]" in ran.out
    assert "## 协同创新区填平" in ran.out


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_several_pages_go_to_a_folder_the_same_for_any_number_of_workers(
    jobs: int, content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = sorted((content / "pages").iterdir())
    out = tmp_path / "out"
    ran = jingwei(capsys, "restore", *pages, "--json", "--out", out, f"--jobs={jobs}")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    made = tree(out)
    assert set(made) == {"b.json", "c.json", "d.json"}
    jingwei(capsys, "restore", *pages, "--json", "--out", tmp_path / "one", "--jobs=1")
    assert tree(tmp_path / "one") == made
    for page in pages:
        data = page.read_bytes()
        text = data.decode("gb18030" if page.stem == "d" else "utf-8")
        every_line_once(json.loads(made[f"{page.stem}.json"]), text)


def test_as_text_each_page_is_a_file_too(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = sorted((content / "pages").iterdir())
    jingwei(capsys, "restore", *pages, "--out", tmp_path / "out", "--jobs=1")
    assert set(tree(tmp_path / "out")) == {"b.md", "c.md", "d.md"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(None, "file-unreadable", id="not there"),
        pytest.param(b"a\0b", "encoding-nul", id="nul"),
        pytest.param(b"\x81\x20\xff\xc3\x28", "encoding-", id="no text"),
    ],
)
def test_a_page_that_cannot_be_read_is_told_and_the_others_are_done(
    data: bytes | None, code: str, content: Path, tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    bad = tmp_path / "bad.txt"
    if data is not None:
        bad.write_bytes(data)
    good = content / "pages/c.txt"
    ran = jingwei(
        capsys, "restore", bad, good, "--json", "--out", tmp_path / "o", "--lang=en", "--jobs=1"
    )
    assert ran.code == 1
    assert f"bad.txt:{'' if data is None else '1:'} error[{code}" in ran.err
    assert set(tree(tmp_path / "o")) == {"c.json"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \n\n", id="blank"),
        pytest.param("小标题\n\n又一个\n", id="only headings"),
        pytest.param("一" * 300_000, id="one long line"),
    ],
)
def test_an_odd_page_is_accounted_for(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = write(tmp_path, {"x.txt": text}) / "x.txt"
    ran = jingwei(capsys, "restore", page, "--json", "--jobs=1")
    assert (ran.code, ran.err) == (0, "")
    every_line_once(json.loads(ran.out), text)
