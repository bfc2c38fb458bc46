"""Corpora and queries made to measure search: what they call relevant is so, and figures say what they mean."""

from __future__ import annotations

import gzip
import urllib.request
from pathlib import Path
from random import Random

import pytest

from generator.search.fold import fold
from tests.bench import corpus as articles
from tests.bench.search import corpus
from tests.bench.search.queries import Document, Query, make_queries
from tests.bench.search.scores import scores
from tests.bench.search.site import serving


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Document]:
    folder = tmp_path_factory.mktemp("texts")
    articles.write(folder, 30)
    texts = list(corpus.read([folder]))
    own = [it._replace(title=f"题目{number}") for number, it in enumerate(texts[:10])]
    return corpus.documents(own, texts[10:], 200, Random(1))


@pytest.fixture(scope="module")
def queries(found: list[Document]) -> dict[str, list[Query]]:
    made = make_queries(found, 20, Random(1))
    return {it.family: [query for query in made if query.family == it.family] for it in made}


def test_documents_reach_the_size_asked_for_and_differ(found: list[Document]) -> None:
    assert len(found) == 200
    assert [it.own for it in found] == [True] * 10 + [False] * 190
    for field in ("id", "title", "text"):
        assert len({getattr(it, field) for it in found}) == 200, field


def test_the_same_seed_gives_the_same_queries(found: list[Document]) -> None:
    assert make_queries(found, 5, Random(3)) == make_queries(found, 5, Random(3))


@pytest.mark.parametrize("family", ["bb", "cc", "dd", "gg"])
def test_relevant_is_what_holds_every_word(
    family: str, found: list[Document], queries: dict[str, list[Query]]
) -> None:
    for query in queries[family]:
        words = fold(query.text).split() if family == "dd" else query.text.split()
        holds = [it.id for it in found if all(word in f"{it.title}\n{it.text}" for word in words)]
        assert list(query.relevant) == holds
        assert len(holds) == 1 or family in ("cc", "gg")


def test_titles_are_spelt_as_whole_or_by_initials(queries: dict[str, list[Query]]) -> None:
    asked = {it.text: it.relevant for it in queries["ee"] if it.text[:2] in ("ti", "tm")}
    assert asked
    for text, relevant in asked.items():
        number = int(text.removeprefix("timu").removeprefix("tm"))
        assert relevant == (f"d{number:05}",)


def test_scores_count_first_ten_and_recall() -> None:
    asked = [Query("1", "b", "甲", ("x",)), Query("2", "b", "乙", ("y", "z"))]
    rows = [
        {"id": "1", "docs": ["x", "y"], "ms": 1},
        {"id": "2", "docs": ["a", "y"], "ms": 3},
    ]
    told = scores(asked, rows)
    assert told["@1"] == 50
    assert told["@10"] == 100
    assert told["recall"] == 75
    assert told["top 10"] == 75
    assert told["none"] == 0


def test_a_site_is_served_and_counted_as_a_host_sends_it(tmp_path: Path) -> None:
    script = "let it = 0;\n" * 100
    (tmp_path / "a.js").write_text(script, encoding="utf-8")
    (tmp_path / "b.bin").write_bytes(bytes(500))
    with serving(tmp_path) as site:
        with urllib.request.urlopen(f"{site.address}/a.js?v=1") as answer:
            assert gzip.decompress(answer.read()).decode() == script
        with urllib.request.urlopen(f"{site.address}/b.bin") as answer:
            assert answer.read() == bytes(500)
        assert dict(site.sent)["/b.bin"] == 500
        assert dict(site.sent)["/a.js"] < 100
        assert site.bytes == sum(dict(site.sent).values())
