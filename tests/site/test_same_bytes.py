"""The same content gives the same site, byte for byte, however and wherever it is built."""

from __future__ import annotations

import os
import random
import shutil
import stat
from pathlib import Path
from typing import Any

import pytest

from generator.app import memory
from generator.app.build import build
from generator.app.request import BuildRequest
from generator.leaves import pool, process, run
from tests.site.sites import CONTENT, SMALL, Files, built, jingwei_apart, tree, write


def stamps(site: Path) -> dict[str, tuple[int, int]]:
    """Inode and time of change of every file and folder."""
    return {
        path.relative_to(site).as_posix(): (it.st_ino, it.st_mtime_ns)
        for path in [site, *site.rglob("*")]
        if (it := path.lstat())
    }


def content_of(source: Path) -> dict[str, str | bytes]:
    return dict(tree(source))


@pytest.mark.parametrize("source", ["own", "small"])
def test_a_second_build_writes_nothing(tmp_path: Path, source: str) -> None:
    content = write(tmp_path / "content", content_of(CONTENT) if source == "own" else SMALL)
    first = built(content, tmp_path / "out")
    before = stamps(first.site)
    second = built(content, tmp_path / "out")
    assert (first.written, first.removed) == (first.files, 0)
    assert (second.files, second.written, second.removed) == (first.files, 0, 0)
    assert stamps(first.site) == before


def test_touching_the_sources_writes_nothing(tmp_path: Path) -> None:
    content = write(tmp_path / "content", SMALL)
    site = built(content, tmp_path / "out").site
    before = stamps(site)
    for path in content.rglob("*"):
        os.utime(path, (1, 1))
    assert built(content, tmp_path / "out").written == 0
    assert stamps(site) == before


def test_a_second_build_without_its_cache_writes_nothing(tmp_path: Path) -> None:
    content = write(tmp_path / "content", SMALL)
    site = built(content, tmp_path / "out").site
    before = stamps(site)
    shutil.rmtree(tmp_path / "out" / "cache")
    assert built(content, tmp_path / "out").written == 0
    assert stamps(site) == before


def test_one_edit_writes_what_shows_it_and_leaves_the_rest(tmp_path: Path) -> None:
    content = write(tmp_path / "content", {**SMALL, "articles/bing.md": "# 丙文\n\n丙县下雨。\n"})
    site = built(content, tmp_path / "out").site
    before = stamps(site)
    write(content, {"articles/bing.md": "# 丙文\n\n丙县下雨。雨很大。\n"})
    outcome = built(content, tmp_path / "out")
    after = stamps(site)
    changed = {it for it in after if before.get(it) != after[it] and (site / it).is_file()}
    assert "articles/bing/index.html" in changed
    assert outcome.written == len(changed - {"manifest-sha256.txt"})
    assert "articles/jia/index.html" not in changed
    assert "topics/shuili/index.html" not in changed


ENVIRONMENTS = {
    "hash-0": {"PYTHONHASHSEED": "0"},
    "hash-1": {"PYTHONHASHSEED": "1"},
    "hash-random": {"PYTHONHASHSEED": "random"},
    "far-east": {"TZ": "Pacific/Kiritimati", "LANG": "zh_CN.UTF-8"},
    "far-west": {"TZ": "Etc/GMT+12", "LC_ALL": "C"},
    "posix": {"LC_ALL": "POSIX", "LANG": "", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A content folder with a bit of everything, and the site it becomes."""
    folder = tmp_path_factory.mktemp("expected")
    content = write(folder / "content", {**content_of(CONTENT), **SMALL})
    return content, tree(built(content, folder / "out").site)


@pytest.mark.parametrize("environment", ENVIRONMENTS.values(), ids=ENVIRONMENTS)
def test_the_environment_leaves_no_trace(
    expected: tuple[Path, dict[str, bytes]], tmp_path: Path, environment: dict[str, str]
) -> None:
    content, site = expected
    ran = jingwei_apart(
        "build", "--content", content, "--output", tmp_path, "--jobs", 1, environment=environment
    )
    assert ran.code == 0, ran.err
    assert tree(tmp_path / "site") == site


@pytest.mark.parametrize("umask", [0o077, 0o000, 0o022], ids=["077", "000", "022"])
def test_the_umask_changes_neither_bytes_nor_permissions(
    expected: tuple[Path, dict[str, bytes]], tmp_path: Path, umask: int
) -> None:
    """A site is to be read by a server that runs as somebody else."""
    content, site = expected
    ran = jingwei_apart(
        "build", "--content", content, "--output", tmp_path, "--jobs=2", umask=umask
    )
    assert ran.code == 0, ran.err
    assert tree(tmp_path / "site") == site
    modes = {(it.is_dir(), stat.S_IMODE(it.stat().st_mode)) for it in tmp_path.glob("site/**/*")}
    assert modes == {(True, 0o755), (False, 0o644)}


@pytest.mark.parametrize("jobs", [2, 3])
def test_the_number_of_workers_leaves_no_trace(
    expected: tuple[Path, dict[str, bytes]],
    tmp_path: Path,
    jobs: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    content, site = expected
    # So few files would not be given to workers.
    for kind in memory.WORKERS_PAY:
        monkeypatch.setitem(memory.WORKERS_PAY, kind, 1)
    for start in run.FEW:
        monkeypatch.setitem(run.FEW, start, 0)
    started: list[object] = []
    start_worker = process.start_worker

    def counted(*arguments: Any, **named: Any) -> Any:
        started.append(arguments)
        return start_worker(*arguments, **named)

    monkeypatch.setattr(pool, "start_worker", counted)
    assert tree(built(content, tmp_path, jobs).site) == site
    assert len(started) >= jobs


def test_the_order_in_which_files_were_made_leaves_no_trace(
    expected: tuple[Path, dict[str, bytes]], tmp_path: Path
) -> None:
    content, site = expected
    files = list(tree(content).items())
    for seed in range(2):
        random.Random(seed).shuffle(files)
        copy = write(tmp_path / str(seed) / "content", dict(files))
        assert tree(built(copy, tmp_path / str(seed) / "out").site) == site


DAMAGE: dict[str, bytes | None] = {
    "missing": None,
    "empty": b"",
    "garbage": bytes(range(256)) * 64,
    "not-a-memo": b"SQLite format 3\0" + b"\xff" * 4096,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_cache_costs_only_time(tmp_path: Path, damage: bytes | None) -> None:
    content = write(tmp_path / "content", SMALL)
    out = tmp_path / "out"
    built(content, out)
    memo = out / "cache" / "memo.sqlite"
    if damage is None:
        memo.unlink()
    else:
        memo.write_bytes(damage)
    write(content, {"articles/jia.md": "# 甲\n\n改过的一篇。\n\n## 三\n\n[乙](yi.md)\n"})
    site = built(content, out).site
    assert tree(site) == tree(built(content, tmp_path / "clean").site)


def test_a_cache_with_flipped_bytes_gives_no_wrong_byte(tmp_path: Path) -> None:
    content = write(tmp_path / "content", SMALL)
    out = tmp_path / "out"
    site = built(content, out).site
    expected = tree(site)
    memo = out / "cache" / "memo.sqlite"
    whole = memo.read_bytes()
    draw = random.Random(7)
    for _ in range(6):
        spoilt = bytearray(whole)
        for _ in range(40):
            spoilt[draw.randrange(len(spoilt))] ^= 1 << draw.randrange(8)
        memo.write_bytes(spoilt)
        shutil.rmtree(site)
        assert tree(built(content, out).site) == expected


def test_a_cache_from_another_version_is_left_behind(tmp_path: Path) -> None:
    import sqlite3

    content = write(tmp_path / "content", SMALL)
    built(content, tmp_path / "out")
    with sqlite3.connect(tmp_path / "out" / "cache" / "memo.sqlite") as memo:
        memo.execute("UPDATE memo SET value = x'00'")
        memo.execute("PRAGMA user_version = 999")
    memo.close()
    shutil.rmtree(tmp_path / "out" / "site")
    site = built(content, tmp_path / "out").site
    assert tree(site) == tree(built(content, tmp_path / "clean").site)


def test_a_cache_that_may_not_be_written_costs_only_time(tmp_path: Path) -> None:
    content = write(tmp_path / "content", SMALL)
    out = tmp_path / "out"
    built(content, out)
    memo = out / "cache" / "memo.sqlite"
    memo.unlink()
    # A folder in its place: no permission could forbid it more, and root obeys too.
    memo.mkdir()
    write(content, {"articles/yi.md": "# 乙\n\n改了。\n\n## 三\n"})
    outcome = built(content, out)
    assert tree(outcome.site) == tree(built(content, tmp_path / "clean").site)


WORDS = "海绵水渠 智慧梯田 水利 甲县 河长责任 修缮工程 雨水 试点 乡村振兴 的 了 在 与".split()


class Editor:
    """Changes a content folder at random, as people do over the years; always valid."""

    def __init__(self, content: Path, seed: int) -> None:
        self.content = content
        self.draw = random.Random(seed)
        self.made = 0

    def edit(self) -> str:
        """One change, and what it was."""
        changes = (
            self.write_article, self.write_article, self.write_article, self.write_topic,
            self.write_authority, self.write_site, self.write_page, self.write_review,
            self.write_lexicon, self.write_picture, self.delete, self.rename, self.rename,
        )  # fmt: skip
        change = self.draw.choice(changes)
        change()
        return change.__name__

    def words(self, most: int) -> str:
        return "".join(self.draw.choices(WORDS, k=self.draw.randint(1, most)))

    def new(self) -> str:
        self.made += 1
        return f"n{self.made}"

    def paths(self, pattern: str) -> list[Path]:
        return sorted(self.content.glob(pattern))

    def put(self, name: str, text: str) -> None:
        write(self.content, {name: text})

    def write_article(self) -> None:
        old = self.paths("articles/*.md")
        name = self.draw.choice(old).stem if old and self.draw.random() < 0.5 else self.new()
        day = self.draw.randint(1, 28)
        date = f"date: 2022-10-{day:02}\n" if self.draw.random() < 0.7 else ""
        tags = ", ".join(self.draw.sample(["水利", "农业", "water"], self.draw.randint(0, 2)))
        body = "\n\n".join(
            f"{self.words(9)}。{self.words(6)}！"
            if self.draw.random() < 0.8
            else f"## {self.words(2)}"
            for _ in range(self.draw.randint(1, 5))
        )
        front = f"---\ntitle: {self.words(3)}{name}\n{date}tags: [{tags}]\n"
        if self.draw.random() < 0.3:
            front += f"aliases: [old-{name}]\n"
        picture = "\n\n![图](tu.png)" if self.draw.random() < 0.3 else ""
        self.put(f"articles/{name}.md", f"{front}---\n\n{body}{picture}\n")

    def write_picture(self) -> None:
        write(self.content, {"articles/tu.png": self.draw.randbytes(9)})

    def write_topic(self) -> None:
        name = self.draw.choice(["t1", "t2", "t3"])
        terms = ", ".join(self.draw.sample(WORDS[:8], 2))
        articles = [it.name for it in self.paths("articles/*.md")]
        self.put(
            f"topics/{name}.md",
            f"---\ntitle: {self.words(2)}专题{name}\nterms: [{terms}]\n---\n\n{self.words(5)}。"
            f"现有{len(articles)}篇。\n",
        )

    def write_authority(self) -> None:
        names = self.draw.sample(["甲县", "乙县", "海绵水渠", "试点"], 2)
        entries = "".join(f'[[terms]]\nname = "{name}"\n\n' for name in names)
        moved = f'moved-from = ["m{self.draw.randint(1, 3)}"]\n' if self.draw.random() < 0.5 else ""
        same = f'same = [["{names[0]}", "河长"]]\n' if self.draw.random() < 0.5 else ""
        no = f'not-a-name = ["{self.draw.choice(WORDS)}"]\n' if self.draw.random() < 0.5 else ""
        self.put("authority/a.toml", same + no + entries.rstrip() + "\n" + moved)

    def write_site(self) -> None:
        base = 'base_url = "https://example.org/a/"\n' if self.draw.random() < 0.4 else ""
        self.put("site.toml", f'title = "{self.words(2)}"\n{base}')

    def write_lexicon(self) -> None:
        self.put("lexicon.txt", f"{self.draw.choice(WORDS)}\n海绵水\n")

    def write_page(self) -> None:
        lines = [self.words(8) + self.draw.choice("，。") for _ in range(self.draw.randint(2, 6))]
        name = self.draw.choice(["p1", "p2"])
        (self.content / f"pages/{name}.review.toml").unlink(missing_ok=True)
        self.put(f"pages/{name}.txt", "\n\n".join(lines) + "\n")

    def write_review(self) -> None:
        for page in self.paths("pages/*.txt"):
            lines = page.read_text(encoding="utf-8").split("\n")
            numbers = [number for number, line in enumerate(lines, 1) if line.strip()]
            self.draw.shuffle(numbers)
            body = [f'"{number} {lines[number - 1][:6]}"' for number in numbers]
            text = f'[[articles]]\nheading = "{self.words(2)}"\nslug = "r-{page.stem}"\n'
            text += f"body = [{', '.join(body)}]\n"
            self.put(f"pages/{page.stem}.review.toml", text)

    def delete(self) -> None:
        files = self.paths("articles/*.md") + self.paths("topics/*.md") + self.paths("lexicon.txt")
        files += self.paths("authority/*") + self.paths("pages/*.review.toml")
        if files:
            self.draw.choice(files).unlink()

    def rename(self) -> None:
        files = self.paths("articles/*.md")
        if files:
            chosen = self.draw.choice(files)
            chosen.rename(chosen.with_name(f"{self.new()}.md"))


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_after_a_hundred_random_edits_the_site_is_that_of_a_clean_build(
    tmp_path: Path, seed: int
) -> None:
    """Built after each edit, compared with a clean build after every tenth."""
    first: dict[str, str | bytes] = {
        "site.toml": 'title = "站"\n',
        "topics/t1.md": _TOPIC,
        "articles/tu.png": b"\x89PNG",
    }
    content = write(tmp_path / "content", first)
    editor = Editor(content, seed)
    for number in range(1, 101):
        change = editor.edit()
        outcome = build(BuildRequest(content, tmp_path / "out"))
        assert outcome.published, (number, change, outcome.problems)
        if number % 10 == 0:
            clean = built(content, tmp_path / f"clean{number}").site
            assert tree(outcome.site) == tree(clean), (number, change)
            shutil.rmtree(tmp_path / f"clean{number}")


_TOPIC = "---\ntitle: 水利\nterms: [水渠]\n---\n\n引言。\n"


def test_a_build_with_errors_leaves_the_site_and_the_next_good_one_is_clean(
    tmp_path: Path,
) -> None:
    content = write(tmp_path / "content", SMALL)
    site = built(content, tmp_path / "out").site
    before = tree(site), stamps(site)
    wrong: Files = {"articles/jia.md": "---\ntitle: 甲\ndate: 明天\n---\n改了。\n"}
    write(content, wrong)
    outcome = build(BuildRequest(content, tmp_path / "out"))
    assert not outcome.published
    assert (tree(site), stamps(site)) == before
    write(content, {"articles/jia.md": "---\ntitle: 甲\n---\n改了。\n"})
    built(content, tmp_path / "out")
    assert tree(site) == tree(built(content, tmp_path / "clean").site)
