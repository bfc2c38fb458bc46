"""Tables put together of pages made apart: SQLite finds nothing amiss, and every row is there."""

from __future__ import annotations

import sqlite3

import pytest

from generator.present.data.btree import PAGE
from generator.present.data.grafting import Template, graft, new_database, root_of
from generator.present.views import DataPart, Joined

TABLES = {
    "lines": "CREATE TABLE lines (n INTEGER PRIMARY KEY, text TEXT NOT NULL)",
    "words": "CREATE TABLE words (n INTEGER PRIMARY KEY, line INTEGER REFERENCES lines(n), word)",
}
Rows = tuple[list[tuple[int, str]], list[tuple[int, int, str | None]]]


def article(number: int, lines: int, words: int, text: str = "水渠修到了山脚下。") -> Rows:
    base = number << 22
    return (
        [(base + it, f"{it}{text}") for it in range(1, lines + 1)],
        [(base + it, base + it % lines + 1, None if it % 3 else "渠") for it in range(words)],
    )


LONG = "路" * PAGE
CORPORA: dict[str, list[Rows]] = {
    "nothing": [],
    "one-row": [article(1, 1, 0)],
    "one-leaf-each": [article(1, 3, 2)],
    "an-article-without-rows": [article(1, 3, 2), ([], []), article(3, 3, 2)],
    "leaves-below-one-root": [article(it, 40, 9) for it in range(1, 9)],
    "an-article-of-many-leaves": [article(1, 5000, 20_000)],
    "three-levels": [article(it * 7, 30, 60) for it in range(1, 400)],
    "a-row-longer-than-a-leaf": [article(1, 2, 1), article(2, 3, 1, LONG), article(3, 2, 1)],
    "a-row-longer-than-two": [article(1, 40, 1, LONG * 3), article(2, 1, 1)],
    "just-longer-than-a-leaf": [article(it, 2, 1, "a" * (PAGE - 60 + it)) for it in range(60)],
}


def grafted(parts: list[DataPart]) -> Joined:
    head = new_database()
    for sql in TABLES.values():
        head.execute(sql)
    head.execute("CREATE TABLE small (a)")
    head.execute("INSERT INTO small VALUES ('小表')")
    return graft(head.serialize(), [root_of(head, it) for it in TABLES], parts)


def opened(data: bytes) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(data)
    return connection


@pytest.mark.parametrize("corpus", CORPORA.values(), ids=CORPORA)
def test_every_row_is_there_and_the_file_is_sound(corpus: list[Rows]) -> None:
    template = Template(TABLES)
    database = opened(grafted([template.part(it) for it in corpus]).data)
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    for number, table in enumerate(TABLES):
        expected = [row for rows in corpus for row in rows[number]]
        assert database.execute(f"SELECT * FROM {table}").fetchall() == expected
        for row in expected[:: max(1, len(expected) // 20)]:
            found = database.execute(f"SELECT * FROM {table} WHERE n = ?", row[:1]).fetchone()
            assert found == row
    assert database.execute("SELECT a FROM small").fetchall() == [("小表",)]


@pytest.mark.parametrize("corpus", CORPORA.values(), ids=CORPORA)
def test_it_can_be_written_to_like_any_other(corpus: list[Rows]) -> None:
    template = Template(TABLES)
    database = opened(grafted([template.part(it) for it in corpus]).data)
    database.execute("CREATE INDEX of_word ON words(word)")
    database.execute("INSERT INTO lines VALUES (?, ?)", (1 << 50, LONG))
    database.execute("DELETE FROM words WHERE n % 2")
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize("name", ["three-levels", "a-row-longer-than-a-leaf"])
def test_parts_taken_out_of_a_file_make_the_next(name: str) -> None:
    """What an article adds is copied from the last file, wherever it stood there."""
    template = Template(TABLES)
    parts = [template.part(it) for it in CORPORA[name]]
    before = grafted(parts)
    at = before.start
    copies = []
    for it in parts:
        copies.append(DataPart(before.data[at : at + len(it.data)], it.note))
        at += len(it.data)
    new = template.part(article(0, 50, 3, LONG))
    assert grafted([new, *copies[1:]]).data == grafted([new, *parts[1:]]).data


@pytest.mark.parametrize("corpus", CORPORA.values(), ids=CORPORA)
def test_a_part_does_not_depend_on_those_made_before(corpus: list[Rows]) -> None:
    template = Template(TABLES)
    forth = [template.part(it) for it in corpus]
    back = [template.part(it) for it in reversed(corpus)]
    assert forth == back[::-1] == [Template(TABLES).part(it) for it in corpus]


def test_a_table_of_one_leaf_leaves_nothing_to_copy() -> None:
    """Its rows go into the root, and their page is used for something else."""
    assert grafted([Template(TABLES).part(article(1, 2, 1))]).start == -1
