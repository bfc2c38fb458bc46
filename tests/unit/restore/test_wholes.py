"""Which articles belong together: what the review files say, whatever order the pages came in."""

from __future__ import annotations

import itertools

import pytest

from generator.restore.gather_pages import Together, gather_pages
from tests.unit.restore.pages import restored, simple


def texts(found: Together) -> dict[str, str]:
    """Slug -> running text of every article of several pages."""
    return {
        it.article.id: " ".join(
            block.text for block in it.article.blocks if block.kind != "furniture"
        )
        for _, it in found.wholes
    }


def codes(found: Together) -> list[tuple[str, str]]:
    return [(it.code, it.place.file) for it in found.problems]


CHAINS = {
    "rest-says-it": ({"a": "", "b": 'continues = "a"'}, {"a": "a的话。 b的话。"}),
    "lead-says-it": ({"a": 'leads = "b"', "b": ""}, {"b": "a的话。 b的话。"}),
    "three-home-first": (
        {"a": "", "b": 'continues = "a"', "c": 'continues = "b"'},
        {"a": "a的话。 b的话。 c的话。"},
    ),
    "three-home-last": (
        {"a": 'leads = "b"', "b": 'leads = "c"', "c": ""},
        {"c": "a的话。 b的话。 c的话。"},
    ),
    "three-home-in-the-middle": (
        {"a": 'leads = "b"', "b": "", "c": 'continues = "b"'},
        {"b": "a的话。 b的话。 c的话。"},
    ),
    "page-between-two": (
        {"a": 'leads = "c"', "b": 'continues = "a"', "c": ""},
        {"c": "a的话。 b的话。 c的话。"},
    ),
    "two-pairs": (
        {"a": "", "b": 'continues = "a"', "c": "", "d": 'leads = "c"'},
        {"a": "a的话。 b的话。", "c": "d的话。 c的话。"},
    ),
    "only-offered": ({"a": "", "b": 'continues = "a"\nsure = false'}, {}),
}


@pytest.mark.parametrize(("pages", "expected"), CHAINS.values(), ids=CHAINS)
def test_parts_are_read_in_order(pages: dict[str, str], expected: dict[str, str]) -> None:
    found = gather_pages([simple(name, name, jumps) for name, jumps in pages.items()])
    assert texts(found) == expected
    assert found.problems == ()


def test_names_of_files_do_not_matter() -> None:
    pages = {"a": 'leads = "b"', "b": "", "c": 'continues = "b"'}
    for order in itertools.permutations(pages):
        stems = dict(zip(order, "123", strict=True))
        found = gather_pages(
            [simple(stems[it], it, pages[it]) for it in sorted(pages, key=stems.__getitem__)]
        )
        assert texts(found) == {"b": "a的话。 b的话。 c的话。"}


MISTAKES = {
    "unknown": ({"a": "", "b": 'continues = "x"'}, [("jump-unknown", "pages/b.review.toml")]),
    "itself": ({"a": 'leads = "a"'}, [("jump-self", "pages/a.review.toml")]),
    "both-follow-one": (
        {"a": "", "b": 'continues = "a"', "c": 'continues = "a"'},
        [("jump-taken", "pages/c.review.toml")],
    ),
    "circle": (
        {"a": 'continues = "b"', "b": 'continues = "c"', "c": 'continues = "a"'},
        [("jump-circle", f"pages/{it}.review.toml") for it in "abc"],
    ),
}


@pytest.mark.parametrize(("pages", "expected"), MISTAKES.values(), ids=MISTAKES)
def test_what_cannot_be_followed_is_told(
    pages: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    found = gather_pages([simple(name, name, jumps) for name, jumps in pages.items()])
    assert codes(found) == expected


def test_a_part_without_a_home_stays_an_article() -> None:
    found = gather_pages([simple("a", "a"), simple("b", "b", 'continues = "x"')])
    assert found.wholes == ()
    assert [it.articles for it in found.ledgers] == [("a",), ("b",)]


def test_of_two_claims_the_first_by_path_holds() -> None:
    pages = [
        simple("a", "a"),
        simple("b", "b", 'continues = "a"'),
        simple("c", "c", 'continues = "a"'),
    ]
    assert texts(gather_pages(pages)) == {"a": "a的话。 b的话。"}


def test_a_hanger_on_of_a_circle_keeps_its_own_tie() -> None:
    pages = {"a": 'continues = "b"', "b": 'continues = "a"', "c": 'continues = "b"'}
    found = gather_pages([simple(name, name, jumps) for name, jumps in pages.items()])
    assert texts(found) == {"b": "b的话。 c的话。"}


@pytest.mark.parametrize(
    ("jumps", "code"),
    [
        ('[[jumps]]\nline = "2 话"\n', "jump-one-way"),
        ('[[jumps]]\nline = "2 话"\ncontinues = "a"\nleads = "c"\n', "jump-one-way"),
        ('[[jumps]]\nline = "3 广告"\ncontinues = "a"\n', "jump-nowhere"),
        ('[[jumps]]\nline = "2 谎"\ncontinues = "a"\n', "line-missing"),
        (
            '[[jumps]]\nline = "2 话"\ncontinues = "a"\n[[jumps]]\nline = "1 题"\nleads = "c"\n',
            "jump-again",
        ),
    ],
    ids=["neither", "both", "no-article", "no-line", "twice"],
)
def test_mistakes_of_one_file(jumps: str, code: str) -> None:
    review = f'[[articles]]\nslug = "b"\ntitle = ["1 题"]\nbody = ["2 话。"]\n{jumps}'
    aside = '[[asides]]\nline = "3 广告"\nkind = "other"\n'
    page = restored("b", "题\n话。\n广告\n", review + aside)
    (told,) = page.problems
    assert told.code == code
    assert told.place.key[:1] == ("jumps",)


def test_a_part_needs_no_title() -> None:
    review = '[[articles]]\nbody = ["1 话。"]\n'
    assert [it.code for it in restored("b", "话。\n", review).problems] == ["article-untitled"]
    review += '[[jumps]]\nline = "1 话"\ncontinues = "a"\n'
    assert restored("b", "话。\n", review).problems == ()
