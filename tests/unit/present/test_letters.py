"""Indexes by letter: every entry once, letters in order, pages that don't grow without end."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from generator.present.compose.letters import letter_groups, letter_of, letter_pages
from generator.text.slug import Reading, pinyin


class Name(NamedTuple):
    title: str
    letter: str
    url: str = ""
    pinyin: str = ""


def names(*titles: str) -> list[Name]:
    return [Name(it, letter_of(it), f"{it}/", pinyin(it)) for it in titles]


def laid(found: list[Name], size: int) -> dict[str, list[tuple[str, list[str]]]]:
    """URL of a page -> its letters with their titles."""
    return {
        page.url: [(letter, [it.title for it in items]) for letter, items in page.letters]
        for group in letter_groups(found, "people/", size)
        for page in group.pages(lambda it: it.pinyin)
    }


@pytest.mark.parametrize(
    ("name", "sound", "letter"),
    [
        pytest.param("重庆", Reading.TEXT, "C", id="a phrase tells the sound"),
        pytest.param("重量", Reading.TEXT, "Z", id="another phrase"),
        pytest.param("单田芳", Reading.PERSON, "S", id="a surname"),
        pytest.param("单位", Reading.TEXT, "D", id="no surname"),
        pytest.param("《“两山”》", Reading.TEXT, "L", id="signs before it"),
        pytest.param("2022年", Reading.TEXT, "#", id="a digit"),
        pytest.param("GDP", Reading.TEXT, "G", id="a Latin letter"),
    ],
)
def test_the_letter_of_a_name(name: str, sound: Reading, letter: str) -> None:
    assert letter_of(name, sound) == letter


def test_letters_that_fit_stand_on_one_page_in_the_order_of_sound() -> None:
    assert laid(names("王", "李", "安", "黎明", "赖"), 10) == {
        "people/": [("A", ["安"]), ("L", ["赖", "李", "黎明"]), ("W", ["王"])]
    }


def test_a_letter_is_begun_on_a_new_page_rather_than_cut() -> None:
    found = laid(names("安", "白", "包", "蔡", "曹"), 3)
    assert found == {
        "people/": [("A", ["安"]), ("B", ["白", "包"])],
        "people/page/2/": [("C", ["蔡", "曹"])],
    }


def test_a_letter_that_alone_is_longer_goes_on_and_the_alphabet_leads_to_its_beginning() -> None:
    found = names("安", "李", "林", "刘", "卢", "王")
    assert laid(found, 2) == {
        "people/": [("A", ["安"])],
        "people/page/2/": [("L", ["李", "林"])],
        "people/page/3/": [("L", ["刘", "卢"])],
        "people/page/4/": [("W", ["王"])],
    }
    (alphabet,) = {it.alphabet for it in letter_groups(found, "people/", 2)}
    assert [(it.title, it.url) for it in alphabet] == [
        ("A", "people/"), ("L", "people/page/2/"), ("W", "people/page/4/"),
    ]  # fmt: skip


def test_another_name_of_a_full_letter_leaves_the_groups_of_others_alone() -> None:
    before = list(letter_groups(names("安", "白", "王"), "people/", 1))
    after = list(letter_groups(names("安", "白", "王", "汪"), "people/", 1))
    assert [it.letters for it in before][:2] == [it.letters for it in after][:2]


def test_a_short_index_counts_what_an_entry_takes() -> None:
    pages = list(letter_pages(names("安", "白", "蔡"), "quotes/", 4, lambda it: 3))
    assert [[letter for letter, _ in it.letters] for it in pages] == [["A"], ["B"], ["C"]]
    assert [it.url for it in pages] == ["quotes/", "quotes/page/2/", "quotes/page/3/"]


def test_nothing_is_an_empty_page() -> None:
    (page,) = letter_pages(list[Name](), "quotes/")
    assert (page.letters, page.alphabet, page.pager) == ((), (), None)
