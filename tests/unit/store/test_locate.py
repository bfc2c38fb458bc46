"""Problems get their lines, in order, each once."""

from __future__ import annotations

import pytest

from generator.model.problem import Place, Problem, problem
from generator.model.source import ContentFiles, PageFiles, SourceFile
from generator.store.locate import locate


def file(path: str, text: str, codec: str = "utf-8") -> SourceFile:
    return SourceFile(path, text.encode(codec), "")


CONTENT = ContentFiles(
    site=file("site.toml", 'title = "甲"\n\n[limits]\nfile-bytes = 3000\n'),
    pages=(
        PageFiles(
            page=file("pages/a.txt", "第一行\r\n第二行，两江新区建设。\r\n" * 10, "gb18030"),
            review=file("pages/a.review.toml", '[[articles]]\n[[articles]]\nslug = "x"\n'),
        ),
    ),
    articles=(
        file("articles/a.md", "\ufeff---\ntitle: 党建\ntags:\n  - 甲\n  - 乙\n---\n\n论党建\n"),
    ),
)


def missing(place: Place) -> Problem:
    return problem("key-missing", place, key="x")


@pytest.mark.parametrize(
    ("place", "line"),
    [
        pytest.param(Place("articles/a.md", key=("tags", 1)), 5, id="YAML key"),
        pytest.param(Place("articles/a.md", key=("tags", 9)), 3, id="nearest YAML key"),
        pytest.param(Place("articles/a.md", needle="党建"), 8, id="text of the body first"),
        pytest.param(Place("articles/a.md", needle="乙"), 5, id="else of the front matter"),
        pytest.param(Place("articles/a.md", key=("no",), needle="党建"), 8, id="key, else text"),
        pytest.param(Place("articles/a.md", needle="无"), 0, id="nowhere"),
        pytest.param(Place("articles/a.md", line=3, needle="党建"), 3, id="known already"),
        pytest.param(Place("site.toml", key=("limits", "file-bytes")), 4, id="TOML key"),
        pytest.param(Place("pages/a.review.toml", key=("articles", 1, "slug")), 3, id="tables"),
        pytest.param(Place("pages/a.review.toml", key=("articles", 1, "tags")), 2, id="table"),
        pytest.param(Place("pages/a.txt", needle="两江新区"), 2, id="GB18030 with CRLF"),
        pytest.param(Place("gone.md", needle="x"), 0, id="no such file"),
        pytest.param(Place(""), 0, id="the whole site"),
    ],
)
def test_lines(place: Place, line: int) -> None:
    (found,) = locate([missing(place)], CONTENT)
    assert found.place.line == line


def test_order_and_repetition() -> None:
    places = [
        Place("site.toml", key=("title",)),
        Place("articles/a.md", 9),
        Place("articles/a.md", key=("tags",)),
        Place("site.toml", key=("title",)),
        Place("articles/a.md"),
    ]
    found = locate(map(missing, places), CONTENT)
    assert [(item.place.file, item.place.line) for item in found] == [
        ("articles/a.md", 0),
        ("articles/a.md", 3),
        ("articles/a.md", 9),
        ("site.toml", 1),
    ]
