"""Whatever readers are told stands in the catalogue: no words of the interface in the code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PRESENT = ROOT / "generator" / "present"
_SIGNS = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’—…]")

EXCEPT = {
    "citation.py": "how bylines, papers and pages are printed; 等 is the form of GB/T 7714",
    "compose/first_words.py": "what greets readers ends so in Chinese",
    "compose/neighbours.py": "names that connect nothing in Chinese articles",
    "compose/pictures.py": "ornaments before printed bylines",
    "compose/points.py": "how sources word an amount",
    "compose/telling.py": "a unit of the data",
    "compose/words.py": "where a Chinese clause ends",
    "data/statements.py": "values of the data, in the language of the articles",
    "drawing/loom.py": "where Chinese lines break",
    "entries.py": "quotation marks of sources; a unit of the data",
    "epub/markup.py": "closing marks of sources",
    "filters.py": "how editors refer to lines",
    "lists/pieces.py": "a value of the data, by which an editor's date is known",
    "lists/tables.py": "marks of a title in sources; a unit of the data",
    "margin.py": "how sources word a day",
    "pictures.py": "where Chinese lines break",
    "statement_filters.py": "how sources word a time",
    "tongues.py": "which signs belong to Chinese words",
    "twin/script.py": "characters of names",
    "wording.py": "how sources word an amount",
}
"""Files in which words are data about Chinese texts, and what they are there for."""
_TO_EDITORS = ("theme/",)
"""What is told to editors is not the interface."""


def literals(path: Path) -> Iterator[str]:
    """String literals that are no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {
        id(it.value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
        for it in node.body
        if isinstance(it, ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


def worded() -> dict[str, list[str]]:
    """Files with words of their own."""
    found = {}
    for path in sorted(PRESENT.rglob("*.py")):
        words = [it for it in literals(path) if _SIGNS.search(it)]
        if words:
            found[path.relative_to(PRESENT).as_posix()] = words
    return found


def test_only_words_about_texts_stand_in_the_code() -> None:
    found = {
        name: words
        for name, words in worded().items()
        if name not in EXCEPT and not name.startswith(_TO_EDITORS)
    }
    assert found == {}


def test_exceptions_are_needed() -> None:
    assert set(EXCEPT) - set(worded()) == set()


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('x = "正文"', ["正文"]),
        ('x = f"{n} 字"', [" 字"]),
        ('def f():\n    """正文"""\n', []),
        ('A = 1\n"""正文"""\n', []),
        ("# 正文\nx = 1", []),
    ],
)
def test_what_counts_as_a_word(code: str, found: list[str], tmp_path: Path) -> None:
    path = tmp_path / "code.py"
    path.write_text(code, encoding="utf-8")
    assert [it for it in literals(path) if _SIGNS.search(it)] == found


SCRIPTS = ROOT / "templates" / "assets"
_COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'])//[^\n]*", re.DOTALL)
_ABOUT_TEXTS = {
    "search/results.js": "characters by which traditional writing is known",
    "search/query.js": "words that make a question",
    "search/show.js": "words that make a question; where a Chinese clause begins",
}


def test_scripts_and_styles_have_no_words_of_their_own() -> None:
    found = {
        path.relative_to(SCRIPTS).as_posix(): words
        for path in sorted((*SCRIPTS.rglob("*.js"), *SCRIPTS.rglob("*.css")))
        if (words := re.findall(r"[\u3400-\u9fff]+", _COMMENT.sub("", path.read_text("utf-8"))))
    }
    assert found.keys() == _ABOUT_TEXTS.keys()


def test_what_scripts_say_is_given_to_them() -> None:
    import json

    from generator.present.assets import assets

    made = dict(assets().files)["search/words.js"].decode()
    words = json.loads(made.partition("\n")[0].removeprefix("const own=").removesuffix(";"))
    scripts = "".join(it.read_text("utf-8") for it in sorted((SCRIPTS / "search").glob("*.js")))
    for group, key in re.findall(r"\b(?:say|words)\(\"(\w+)\.(\w+)\"", scripts):
        assert key in words[group], f"{group}.{key}"
    for group, key in re.findall(r"\bwords\.(\w+)\.(\w+)", scripts):
        assert key in words[group], f"{group}.{key}"
