"""The documentation is true: the reference is what the code gives, every example works.

README.md and docs/editors.md are followed from top to bottom, each in an empty folder. A fence
says what is done with it by the words behind its language:

    ```toml content/site.toml       the block is written to that file
    ```toml content/x.toml 续       … added to the end of it
    ```sh                           each line is run, and succeeds; `make X` must be a target
    ```console                      the `$` line is run, the lines below stand in what it prints
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

from generator.cli.arguments import parser
from generator.cli.codes import Exit
from generator.cli.main import options_of
from generator.forms.schema import json_schemas
from generator.model.problem_texts import TEXTS

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
README = ROOT / "README.md"
GUIDE = DOCS / "editors.md"


@cache
def _maker() -> ModuleType:
    return importlib.import_module("docs.make_reference")


@cache
def _reference() -> str:
    return (DOCS / "reference.md").read_text(encoding="utf-8")


# ---- the reference -------------------------------------------------------------------------


def test_reference_is_what_the_code_gives() -> None:
    assert _reference() == _maker().reference(), "run: make docs"


def test_reference_has_every_command_and_option() -> None:
    for name, built in _commands("", parser("")):
        section = _section(f"### `jingwei {name}`")
        for action in built._actions:
            spelled = action.option_strings[-1:] or [action.dest.upper()]
            if spelled != ["--help"]:
                assert spelled[0] in section, f"jingwei {name} {spelled[0]}"


def test_reference_has_every_exit_code() -> None:
    section = _section("## Exit codes")
    for code in Exit:
        assert f"| `{code.value}` | {code.name} |" in section


@pytest.mark.parametrize("form", json_schemas())
def test_reference_has_every_field(form: str) -> None:
    tables = _maker().tables(form)
    assert {it.name for it in tables[0].fields} == set(json_schemas()[form]["properties"])
    for table in tables:
        for field in table.fields:
            assert f"\n| `{field.name}` | {field.type} | {field.default} |" in _reference()


@pytest.mark.parametrize("code", TEXTS)
def test_reference_has_every_problem(code: str) -> None:
    assert f'<a id="{code}"></a>`{code}` | {TEXTS[code].level} |' in _reference()


def test_everything_has_an_english_line() -> None:
    make = _maker()
    missing = [name for name, _, _ in make.commands() if name not in make.english.COMMANDS]
    for name, built, _ in make.commands():
        missing += [it.key for it in make.options(name, built) if not make.english_option(it)]
    fields = [it for form in json_schemas() for table in make.tables(form) for it in table.fields]
    missing += [it.key for it in fields if not make.english_field(it)]
    assert missing == [], "add them to docs/reference_english.py, then: make docs"


def test_english_lines_are_of_something() -> None:
    make = _maker()
    listed = [it for name, built, _ in make.commands() for it in make.options(name, built)]
    options = {key for it in listed for key in (it.key, it.spelling)}
    every = [it for form in json_schemas() for table in make.tables(form) for it in table.fields]
    fields = {key for it in every for key in (it.key, it.name)}
    assert set(make.english.OPTIONS) - options == set()
    assert set(make.english.FIELDS) - fields == set()


def _commands(
    name: str, built: argparse.ArgumentParser
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    below = [it for it in built._actions if isinstance(it, argparse._SubParsersAction)]
    if not below:
        yield name, built
    for action in below:
        for part, inner in action.choices.items():
            yield from _commands(f"{name} {part}".strip(), inner)


def _section(heading: str) -> str:
    """The reference from a heading to the next of its level."""
    level = heading.split(" ")[0]
    _, found, rest = _reference().partition(f"\n{heading}\n")
    assert found, heading
    return re.split(rf"^#{{2,{len(level)}}} ", rest, maxsplit=1, flags=re.MULTILINE)[0]


# ---- links ---------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [README, *sorted(DOCS.glob("*.md"))], ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    # What stands in code is an example.
    text = re.sub(r"`[^`\n]*`", "", _unfenced(path.read_text(encoding="utf-8")))
    for address in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"https?:", address):
            continue
        file, _, anchor = address.partition("#")
        target = path.parent / file if file else path
        assert target.exists(), address
        if anchor:
            assert anchor in _anchors(target.read_text(encoding="utf-8")), address


def _unfenced(text: str) -> str:
    return re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)


def _anchors(text: str) -> set[str]:
    """What GitHub makes of the headings, and the anchors that are written out."""
    headings = re.findall(r"^#{1,6} (.+)$", _unfenced(text), re.MULTILINE)
    made = {re.sub(r"[^\w\- ]", "", it.lower()).replace(" ", "-") for it in headings}
    return made | set(re.findall(r'<a id="([^"]+)">', text))


# ---- the examples --------------------------------------------------------------------------


class Fence(NamedTuple):
    """One fenced block."""

    line: int
    language: str
    path: str
    """The file it is, or empty."""
    added: bool
    text: str


def fences(text: str) -> list[Fence]:
    """All fenced blocks of a document, in order."""
    found = []
    for match in re.finditer(r"^```([^\n]*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        language, path, more = [*match[1].split(), "", "", ""][:3]
        line = text.count("\n", 0, match.start()) + 1
        found.append(Fence(line, language, path, more == "续", match[2]))
    return found


class Follower:
    """Somebody who does what a document says, in a folder of their own."""

    # What needs a network, or changes the machine: looked at by people only.
    _LEFT_OUT = (
        "python3 -m pip install ",
        ".venv/bin/python -m hatchling ",
        ".ci/run",
    )

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ran: list[str] = []

    def follow(self, fence: Fence) -> None:
        """Write the file, or run the commands."""
        if fence.path:
            path = self.folder / fence.path
            path.parent.mkdir(parents=True, exist_ok=True)
            before = path.read_text(encoding="utf-8") if fence.added else ""
            path.write_text(before + fence.text, encoding="utf-8")
        elif fence.language == "sh":
            for command in fence.text.splitlines():
                code, told = self._run(command)
                assert code == 0, f"{command}\n{told}"
        elif fence.language == "console":
            command, *shown = fence.text.splitlines()
            _, told = self._run(command.removeprefix("$ "))
            for line in shown:
                assert line in told, f"{command}\n{told}"

    def _run(self, command: str) -> tuple[int, str]:
        words = shlex.split(command)
        if words[0] == "make":
            assert re.search(rf"^{words[1]}:", (ROOT / "Makefile").read_text(), re.MULTILINE)
            return 0, ""
        if words[0] == "cd":
            self.folder /= words[1]
            return int(not self.folder.is_dir()), ""
        if words[0] not in ("jingwei", ".venv/bin/jingwei"):
            assert command.startswith(self._LEFT_OUT), f"unknown command: {command}"
            return 0, ""
        options_of(words[1:])
        if words[1] == "serve":  # goes on until Ctrl-C
            return 0, ""
        self.ran.append(command)
        done = subprocess.run(
            [sys.executable, "-m", "generator", *words[1:]],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "zh_CN.UTF-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return done.returncode, done.stdout


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Follower:
    """The guide, followed to its end."""
    follower = Follower(tmp_path_factory.mktemp("guide"))
    # The guide asks for a picture, which no fence can hold.
    picture = follower.folder / "青石资料/content/articles/shuiqu.png"
    picture.parent.mkdir(parents=True)
    picture.write_bytes((DOCS / "picture.png").read_bytes())
    for fence in fences(GUIDE.read_text(encoding="utf-8")):
        follower.follow(fence)
    return follower


def test_readme_can_be_followed(tmp_path: Path) -> None:
    text, _, chinese = README.read_text(encoding="utf-8").partition("## 中文")
    followers = [Follower(tmp_path / "en"), Follower(tmp_path / "zh")]
    for part, follower in zip((text, chinese), followers, strict=True):
        follower.folder.mkdir()
        for fence in fences(part):
            follower.follow(fence)
    assert (followers[0].folder / "out/site/index.html").is_file()
    assert (followers[1].folder / "build/site/index.html").is_file()


def test_guide_can_be_followed_and_ends_in_a_site_without_a_problem(guide: Follower) -> None:
    assert "jingwei build --strict" in guide.ran
    code, told = guide._run("jingwei build --strict")
    assert (code, told.splitlines()[-1].endswith("没有问题")) == (0, True), told
    code, told = guide._run("jingwei check --strict")
    assert (code, told.splitlines()[-1].endswith("没有问题")) == (0, True), told


def test_what_the_guide_promises_is_in_its_site(guide: Follower) -> None:
    site = guide.folder / "build/site"
    assert 'http-equiv="refresh"' in (site / "people/lin-dayou/index.html").read_text("utf-8")
    article = (site / "articles/xiuqu/index.html").read_text("utf-8")
    assert re.search(r'<img [^>]*alt="新修的水渠"', article)
    restored = (site / "articles/xiuqu-baitiao/index.html").read_text("utf-8")
    assert "版面引语" in restored
    assert "此段在报页上排在另一篇之后" in restored
    assert "编者按" in (site / "topics/shuili/index.html").read_text("utf-8")


def test_every_table_of_the_review_file_is_in_the_guide(guide: Follower) -> None:
    files = sorted((guide.folder / "content/pages").glob("*.review.toml"))
    review = "\n".join(it.read_text("utf-8") for it in files)
    for table in json_schemas()["review"]["properties"]:
        assert f"[{table}]" in review, table


@pytest.mark.parametrize(
    ("old", "new", "codes", "built"),
    [
        pytest.param("农技站站长", "\n农技站站长", {"line-moved"}, True, id="a line is put in"),
        pytest.param(
            "家的稻田", "他家稻田", {"line-missing"}, False, id="a line's beginning differs"
        ),
        pytest.param("自\n", "自 \n", set(), True, id="a better scan of the same page"),
    ],
)
def test_what_the_guide_says_of_a_replaced_page_is_so(
    guide: Follower, tmp_path: Path, old: str, new: str, codes: set[str], *, built: bool
) -> None:
    shutil.copytree(guide.folder / "content", tmp_path / "content")
    page = tmp_path / "content/pages/qingshi-2023-05-06.txt"
    page.write_text(page.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    code, told = Follower(tmp_path)._run("jingwei build --strict")
    said = set(re.findall(r"\[([a-z-]+)\]: ", told)) - {"lines-solved"}
    assert said == codes | {"page-replaced"}, told
    assert (code == 0) == built


def test_every_field_is_in_the_guide() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    for form, schema in json_schemas().items():
        parts = [schema, *schema.get("$defs", {}).values()]
        for field in (name for part in parts for name in part["properties"]):
            assert re.search(rf"(?<![\w-]){field}(?![\w-])", text), f"{form}: {field}"


def test_the_digest_in_the_guide_is_that_of_its_page(guide: Follower) -> None:
    page = guide.folder / "content/pages/qingshi-2023-05-06.txt"
    assert hashlib.sha256(page.read_bytes()).hexdigest() in GUIDE.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ["file", "added", "run", "output"])
def test_fences_are_read_as_they_are_written(kind: str) -> None:
    text = (
        "```toml a/b.toml\nx = 1\n```\n\n```toml a/b.toml 续\ny = 2\n```\n"
        "\n```sh\nmake site\n```\n\n```console\n$ jingwei build\nout\n```\n"
    )
    expected = {
        "file": Fence(1, "toml", "a/b.toml", False, "x = 1\n"),
        "added": Fence(5, "toml", "a/b.toml", True, "y = 2\n"),
        "run": Fence(9, "sh", "", False, "make site\n"),
        "output": Fence(13, "console", "", False, "$ jingwei build\nout\n"),
    }
    assert expected[kind] in fences(text)


def test_the_picture_is_small_enough_to_load() -> None:
    picture = (DOCS / "picture.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert int.from_bytes(picture[16:20], "big") == 1280
    assert len(picture) <= 250_000


def test_architecture_names_files_that_exist() -> None:
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:generator|tests|docs)/[\w./-]*)`", text))
    assert len(named) > 20
    # generator/_templates/ is made when the wheel is.
    assert [it for it in sorted(named) if not (ROOT / it).exists()] == ["generator/_templates/"]


def test_architecture_names_every_room() -> None:
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")
    rooms = [it.parent.name for it in (ROOT / "generator").glob("*/__init__.py")]
    assert [it for it in rooms if f"\n| `{it}` |" not in text] == []
