"""Small sites for tests: files written, the command run in this process, trees compared."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree, html

from generator.app.build import build
from generator.app.request import BuildOutcome, BuildRequest, Strictness
from generator.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"

Files = Mapping[str, str | bytes]

SMALL: dict[str, str | bytes] = {
    "site.toml": 'title = "小站"\n',
    "articles/jia.md": (
        "---\ntitle: 甲文\ndate: 2022-10-10\ntags: [水利]\n---\n\n"
        "甲县修了海绵水渠。海绵水渠长十里。\n\n## 二\n\n参见[乙文](yi.md#三)。\n"
    ),
    "articles/yi.md": "---\ntitle: 乙文\n---\n\n乙县也修海绵水渠，海绵水渠更长。\n\n## 三\n\n完。\n",
    "topics/shuili.md": "---\ntitle: 水利专题\nterms: [水渠]\n---\n\n编者的话。\n",
    "authority/places.toml": '[[places]]\nname = "甲县"\n',
    "pages/p1.txt": "报页标题\n\n第一行话没有说完,接\n\n着说完了。\n",
    "pages/p1.review.toml": (
        '[page]\ntitle = "某报"\ndate = 2022-10-09\n\n[[articles]]\nslug = "baoye"\n'
        'title = ["1 报页标题"]\nbody = ["3 第一行话", "+ 5 着说完"]\n'
    ),
}
"""One file of each kind, with links among them."""


class Ran(NamedTuple):
    """What a command came to."""

    code: int
    out: str
    err: str


def write(folder: Path, files: Files) -> Path:
    """The files below the folder, which is given back."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def built(
    content: Path, output: Path, jobs: int = 1, strictness: Strictness = Strictness.NORMAL
) -> BuildOutcome:
    """The outcome of one build; a site that was not published fails the test."""
    outcome = build(BuildRequest(content, output, jobs, strictness))
    assert outcome.published, outcome.problems
    return outcome


def tree(site: Path) -> dict[str, bytes]:
    """Every file of a folder, path -> bytes."""
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def jingwei(capsys: pytest.CaptureFixture[str], *arguments: object) -> Ran:
    """Run `jingwei …` in this process, as the console script would."""
    capsys.readouterr()
    try:
        code = main([str(it) for it in arguments])
    except SystemExit as left:
        code = int(left.code or 0)
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    return Ran(code, out, err)


def jingwei_apart(
    *arguments: object, umask: int = -1, environment: Mapping[str, str] | None = None
) -> Ran:
    """Run it in a process of its own, with variables added to (or, if empty, taken from) ours."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})}
    done = subprocess.run(
        [sys.executable, "-m", "generator", *[str(it) for it in arguments]],
        capture_output=True,
        env={name: value for name, value in variables.items() if value},
        umask=umask,
        cwd="/",
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def page(site: Path, url: str) -> html.HtmlElement:
    """The page at a site-relative URL."""
    path = site / url.partition("#")[0]
    path = path / "index.html" if path.is_dir() else path
    return html.fromstring(path.read_bytes().decode())


def texts(element: etree._Element, path: str, **spaces: str) -> list[str]:
    """The strings that an XPath gives; `spaces` are XML namespaces by prefix."""
    found = element.xpath(path, namespaces=spaces or None)
    assert isinstance(found, list)
    return [str(it) for it in found]


def follow(url: str, href: str) -> str:
    """The site-relative URL that `href` on the page at `url` leads to."""
    folder = url.partition("#")[0]
    joined = os.path.normpath(os.path.join("/", folder, href.partition("#")[0]))
    assert not href.startswith("/"), href
    return joined.strip("/") + "/" if joined != "/" else ""


def text_of(element: html.HtmlElement) -> str:
    """What a reader reads, white space taken together."""
    return " ".join("".join(map(str, element.itertext())).split())


class _Balance(HTMLParser):
    """Collects elements that are closed out of order or not at all."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(set(names)) < len(names):
            self.faults.append(f"<{tag}> has an attribute twice")
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element without content, such as those of a drawing."""

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes something else")


_VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}


def markup_faults(data: bytes) -> list[str]:
    """What a browser would have to repair in a page; empty if nothing."""
    balance = _Balance()
    balance.feed(data.decode())
    balance.close()
    return balance.faults + [f"<{tag}> is not closed" for tag in balance.open]
