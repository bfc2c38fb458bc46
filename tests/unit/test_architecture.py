"""The rules of the house that no import contract can state, read off the syntax trees.

`faults` takes a module's name and text and gives what it breaks; the snippets at the end prove
that every rule can fail.
"""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PURE_ROOMS = {"model", "text", "forms", "restore", "annotate", "weave"}
# The one pure-room file that may read: the tables that come with the package.
TABLE_READER = "generator.text.data"

# fmt: off
WORLD = {
    "asyncio", "fcntl", "fileinput", "ftplib", "getpass", "glob", "http", "importlib", "io",
    "locale", "logging", "mmap", "multiprocessing", "os", "platform", "random", "secrets",
    "select", "shelve", "shutil", "signal", "smtplib", "socket", "sqlite3", "subprocess",
    "tempfile", "threading", "time", "urllib", "uuid", "webbrowser",
}
# fmt: on
READING = {"importlib", "io", "mmap", "os"}
PURE_PATHS = {"PurePath", "PurePosixPath", "PureWindowsPath"}
WORLD_CALLS = {"open", "print", "input", "exec", "eval", "__import__", "breakpoint"}
CLOCKS = {"now", "today", "utcnow"}
# urllib.parse only takes strings apart.
HARMLESS = {"urllib.parse"}

# Third-party module -> the only module, or room, that may import it.
OWNERS = {
    "rjieba": "generator.text.segment",
    "jieba": "generator.text.segment",
    "markdown": "generator.text.markdown",
    "jinja2": "generator.present",
    "PIL": "generator.present.pictures",
    "opencc": "generator.present.twin.script",
}
# Import name -> distribution, where they differ.
DISTRIBUTIONS = {
    "PIL": "pillow",
    "yaml": "pyyaml",
    "tree_sitter": "tree-sitter",
    "tree_sitter_toml": "tree-sitter-toml",
    "markupsafe": "jinja2",  # a part of jinja2's own interface
}


def faults(module: str, text: str) -> list[str]:
    """What this module breaks, each as `line: what`. `module` is dotted; a package ends in
    `.__init__`.
    """
    tree = ast.parse(text)
    found = [*_imports_at_fault(module, tree)]
    if _room(module) in PURE_ROOMS:
        found += _calls_at_fault(module, tree)
    return [f"{line}: {what}" for line, what in sorted(found)]


def _room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def _imports(module: str, tree: ast.Module) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Each import as (line, module, names), relative ones resolved."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name, ()) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = module.split(".")[: -node.level] if node.level else []
            target = ".".join([*base, *([node.module] if node.module else [])])
            yield node.lineno, target, tuple(alias.name for alias in node.names)


def _imports_at_fault(module: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    room = _room(module)
    for line, target, names in _imports(module, tree):
        top = target.split(".")[0]
        owner = OWNERS.get(top)
        if top == "generator":
            yield from ((line, what) for what in _rooms_at_fault(room, target, names))
        elif owner and module != owner and not module.startswith(owner + "."):
            yield line, f"only {owner} imports {top}"
        elif not owner and top not in sys.stdlib_module_names and top not in _declared():
            yield line, f"{top} is not a dependency that pyproject.toml declares"
        if room in PURE_ROOMS:
            yield from ((line, what) for what in _world_at_fault(module, target, names))


def _rooms_at_fault(room: str, target: str, names: tuple[str, ...]) -> Iterator[str]:
    reached = {target.split(".")[1]} if "." in target else set(names) - {"__version__"}
    if room == "model" and reached != {"model"}:
        yield f"model imports nothing of ours, not {target}"
    if room == "check" and "weave" in reached:
        yield "check shares no code with weave"


def _world_at_fault(module: str, target: str, names: tuple[str, ...]) -> Iterator[str]:
    top = target.split(".")[0]
    if module == TABLE_READER and (top in READING or top == "pathlib"):
        return
    if top == "pathlib" and not (names and set(names) <= PURE_PATHS):
        yield "a pure room takes only pure paths from pathlib"
    elif top in WORLD and target not in HARMLESS:
        yield f"a pure room imports {top}"


def _calls_at_fault(module: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name) and node.func.id in WORLD_CALLS:
            if not (module == TABLE_READER and node.func.id == "open"):
                yield node.lineno, f"a pure room calls {node.func.id}()"
        elif isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS:
            owner = ast.unparse(node.func.value)
            if owner.split(".")[-1] in {"datetime", "date"}:
                yield node.lineno, f"a pure room asks the clock: {owner}.{node.func.attr}()"


def _declared() -> set[str]:
    """Names that may be imported because pyproject.toml names their distribution."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = (entry for more in project["optional-dependencies"].values() for entry in more)
    entries = (*project["dependencies"], *optional)
    distributions = {entry.split(">")[0].strip().lower() for entry in entries}
    renamed = {name for name, owner in DISTRIBUTIONS.items() if owner in distributions}
    return distributions | renamed


def _modules() -> list[Path]:
    return sorted((ROOT / "generator").rglob("*.py"))


def _dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def test_no_module_breaks_a_rule() -> None:
    found = {
        str(path.relative_to(ROOT)): broken
        for path in _modules()
        if (broken := faults(_dotted(path), path.read_text(encoding="utf-8")))
    }
    assert found == {}


def test_every_module_is_in_a_room() -> None:
    rooms = {_room(_dotted(path)) for path in _modules()}
    assert rooms >= PURE_ROOMS, "the rules above watch rooms that are gone"


@pytest.mark.parametrize(
    ("module", "text", "expected"),
    [
        pytest.param("generator.weave.link", "import os", "imports os", id="os"),
        pytest.param("generator.text.width", "import os.path as p", "imports os", id="os.path"),
        pytest.param("generator.model.a", "from io import StringIO", "imports io", id="io"),
        pytest.param("generator.weave.a", "import logging", "imports logging", id="logging"),
        pytest.param("generator.weave.a", "def f():\n    import time", "imports time", id="lazy"),
        pytest.param("generator.forms.a", "import random", "imports random", id="random"),
        pytest.param("generator.annotate.a", "import subprocess", "subprocess", id="subprocess"),
        pytest.param("generator.annotate.a", "import socket", "socket", id="socket"),
        pytest.param("generator.text.data", "import time", "imports time", id="data-no-clock"),
        pytest.param("generator.restore.a", "open('x')", "calls open", id="open"),
        pytest.param("generator.restore.a", "print('x')", "calls print", id="print"),
        pytest.param("generator.restore.a", "import pathlib", "only pure paths", id="pathlib"),
        pytest.param("generator.weave.a", "from pathlib import Path", "only pure", id="Path"),
        pytest.param("generator.weave.a", "datetime.now()", "asks the clock", id="now"),
        pytest.param("generator.weave.a", "dt.date.today()", "asks the clock", id="today"),
        pytest.param("generator.weave.a", "import jinja2", "only generator.present", id="jinja2"),
        pytest.param("generator.store.a", "from jinja2 import Template", "only", id="jinja2-rim"),
        pytest.param("generator.annotate.a", "import rjieba", "text.segment", id="rjieba"),
        pytest.param("generator.text.words", "import jieba.posseg", "segment", id="jieba"),
        pytest.param("generator.restore.a", "import markdown", "text.markdown", id="markdown"),
        pytest.param("generator.check.a", "from generator.weave import x", "weave", id="check"),
        pytest.param("generator.check.a", "from ..weave.link import x", "weave", id="relative"),
        pytest.param("generator.check.a", "from generator import weave", "weave", id="package"),
        pytest.param("generator.model.a", "import generator.text.width", "nothing", id="model"),
        pytest.param("generator.cli.a", "import pandas as pd", "pandas is not", id="undeclared"),
    ],
)
def test_a_broken_rule_is_seen(module: str, text: str, expected: str) -> None:
    assert any(expected in fault for fault in faults(module, text)), faults(module, text)


@pytest.mark.parametrize(
    ("module", "text"),
    [
        pytest.param("generator.store.read", "import os, time\nopen('x')", id="the rim reads"),
        pytest.param("generator.text.data", "from importlib import resources", id="tables"),
        pytest.param("generator.text.segment", "import rjieba, jieba", id="segmentation"),
        pytest.param("generator.text.markdown", "import markdown.extensions", id="markdown"),
        pytest.param("generator.present.html.page", "import jinja2", id="templates"),
        pytest.param("generator.model.__init__", "from .problem import Place", id="model in model"),
        pytest.param("generator.weave.a", "from pathlib import PurePosixPath", id="pure path"),
        pytest.param("generator.weave.a", "from urllib.parse import quote", id="urllib.parse"),
        pytest.param("generator.weave.a", "from generator.model import x", id="downwards"),
        pytest.param("generator.forms.a", "import yaml, tree_sitter_toml", id="declared"),
        pytest.param("generator.weave.a", "m.open()\ncalendar.today", id="a method, no call"),
    ],
)
def test_what_is_allowed_is_let_through(module: str, text: str) -> None:
    assert faults(module, text) == []
