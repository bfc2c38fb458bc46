"""Files of what results show: which stand in one file, how they are coded, when they are made anew."""

from __future__ import annotations

import json
import zlib
from typing import Any

import pytest

from generator.search.names import Name, numbers
from generator.search.records import Part, SearchFile
from generator.search.texts import (
    ArticleText,
    NameText,
    article_files,
    article_heads,
    article_shift,
    fold_file,
    name_files,
    name_heads,
    name_shift,
)


def article(number: int, *texts: str, title: str = "题", digest: bytes = b"") -> ArticleText:
    parts = tuple(Part(it, ("s1", 0)) for it in texts)
    lengths = [len(it) for it in texts]
    digest = digest or repr(texts).encode()
    url = f"articles/x{number}/"
    return ArticleText(number, url, (title, "2022-10-10", "某报"), lengths, digest, lambda: parts)


def name(number: int, text: str = "") -> NameText:
    said = Name(f"people/x{number}/", "person", f"名{number}", ("又名",), "院长", text, ())
    return NameText(number, said)


def read(file: SearchFile) -> tuple[str, Any]:
    """Letter of the encoding, rows."""
    data = zlib.decompress(file.make())
    letter = chr(data[0])
    return letter, json.loads(data[1:].decode({"g": "gb18030", "u": "utf-8"}[letter]))


def test_each_part_of_each_article_stands_in_the_file_of_its_number() -> None:
    files = {it.path: it for it in article_files([article(6, "甲", "乙"), article(7, "丙")], 1)}
    assert sorted(files) == ["texts/a/3-0.bin", "texts/a/3-1.bin"]
    assert read(files["texts/a/3-0.bin"])[1] == [
        [6, "articles/x6/", "题", "2022-10-10", "某报", 2, "甲", ["s1", 0]],
        [7, "articles/x7/", "题", "2022-10-10", "某报", 1, "丙", ["s1", 0]],
    ]
    assert [it[0] for it in read(files["texts/a/3-1.bin"])[1]] == [6]


def test_numbers_are_in_base_36() -> None:
    (file,) = article_files([article(36 * 36 + 35, "甲")], 0)
    assert file.path == "texts/a/10z-0.bin"


CODED = {
    "ideographs": ("中文，“引”…", "g"),
    "rare": ("𠮷野家", "g"),
    "emoji": ("😀", "g"),
    "private": ("\ue000", "u"),
    "browsers-differ": ("ḿ", "u"),
    "vertical": ("︐", "u"),
    "late-ideograph": ("龴", "u"),
}


@pytest.mark.parametrize(("text", "letter"), CODED.values(), ids=CODED)
def test_a_text_is_coded_so_that_every_browser_reads_it(text: str, letter: str) -> None:
    (file,) = article_files([article(0, text)], 0)
    coded, rows = read(file)
    assert (coded, rows[0][6]) == (letter, text)


def test_a_file_is_made_anew_only_if_something_in_it_changed() -> None:
    def keys(*articles: ArticleText) -> list[bytes]:
        return [it.key for it in article_files(articles, 1)]

    before = keys(article(0, "甲"), article(1, "乙"), article(2, "丙"))
    after = keys(article(0, "甲"), article(1, "改"), article(2, "丙"))
    assert [one == other for one, other in zip(before, after, strict=True)] == [False, True]


SHIFTS = {"long": (1200, 0), "half": (600, 1), "short": (100, 3), "none": (0, 0)}


@pytest.mark.parametrize(("size", "shift"), SHIFTS.values(), ids=SHIFTS)
def test_short_articles_share_a_file(size: int, shift: int) -> None:
    assert article_shift([article(it, "字" * size) for it in range(8)]) == shift
    assert article_shift([]) == 0


def test_names_lie_scattered_and_share_files_all_the_same() -> None:
    assert name_shift(5000 * 100, 15) > name_shift(5000 * 400, 15) > 0
    files = list(name_files([name(3), name(5, "湘军统帅"), name(9)], 3))
    assert [it.path for it in files] == ["texts/n/0.bin", "texts/n/1.bin"]
    assert read(files[0])[1] == [
        [3, "people/x3/", "person", "名3", ["又名"], "院长"],
        [5, "people/x5/", "person", "名5", ["又名"], "院长\n湘军统帅"],
    ]


def test_heads_hold_what_a_long_list_shows() -> None:
    (file,) = article_heads([article(0, "甲"), article(255, "乙")])
    assert file.path == "texts/heads/a/0.bin"
    assert read(file)[1][1] == [255, "articles/x255/", "题", "2022-10-10", "某报"]
    (file,) = name_heads([name(1023)])
    assert (file.path, read(file)[1]) == (
        "texts/heads/n/0.bin",
        [[1023, "people/x1023/", "person", "名1023"]],
    )


def test_the_table_of_scripts_has_two_texts_of_one_length() -> None:
    table = json.loads(fold_file().make())
    assert len(table["from"]) == len(table["to"]) > 2000
    assert dict(zip(table["from"], table["to"], strict=True))["國"] == "国"
    assert not set(table["from"]) & set(table["to"])
    assert max(table["from"] + table["to"]) < "\U00010000"


def test_a_new_name_moves_hardly_any_other() -> None:
    urls = [f"people/x{it}/" for it in range(900)]
    bits, before = numbers(urls)
    more, after = numbers([*urls, "people/new/"])
    assert bits == more == 12
    assert len(set(before)) == len(before)
    assert max(before) < 1 << bits
    assert sum(one != other for one, other in zip(before, after, strict=False)) <= 1
    assert numbers(urls[::-1])[1] == before[::-1]
    assert numbers([]) == (3, [])
