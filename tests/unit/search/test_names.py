"""What a name is found by, and how its marks say where it stands and how much it weighs."""

from __future__ import annotations

from collections.abc import Sequence

from generator.search.names import Name, NameKind, name_tokens, weighed
from generator.search.terms import is_h
from tests.unit.search.test_tokens import expected, marks


def name(
    kind: NameKind = "person",
    said: str = "曾国藩",
    aliases: Sequence[str] = (),
    heading: str = "",
    text: str = "",
    topics: Sequence[str] = (),
) -> Name:
    return Name("people/x/", kind, said, tuple(aliases), heading, text, tuple(topics))


def test_places_of_terms() -> None:
    found = marks(name_tokens(name(aliases=["文正公"], heading="湘军统帅", text="湘军与国藩。又")))
    places = {it: mark for it, mark in found.items() if it[0] not in "=~#"}
    assert places == {
        "曾国": 3, "国藩": 2, "文正": 3, "正公": 2, "湘军": 1, "军统": 1, "统帅": 1,
        "军与": 0, "与国": 0, "藩": 2, "公": 2, "帅": 1, "又": 0,
    }  # fmt: skip


def test_keys_and_facets() -> None:
    found = marks(name_tokens(name(topics=["湘军", "清史"])))
    others = {it: mark for it, mark in found.items() if it[0] in "=~#"}
    assert {"=曾国藩": 3, "~zengguofan": 3, "~cengguofan": 3, "~zgf": 3}.items() <= others.items()
    facets = {it: mark for it, mark in others.items() if it[0] == "#"}
    assert facets == {"#kind:person": 0, "#topic:湘军": 0, "#topic:清史": 0}


def test_the_terms_are_those_of_all_its_texts() -> None:
    told = name("topic", "《A4纸》", ["5g网"], "合作，水", "一句3.5万话。\n两句")
    found = {it for it in marks(name_tokens(told)) if it[0] not in "=~#"}
    assert found == expected(["《A4纸》", "5g网", "合作，水", "一句3.5万话。\n两句"])
    assert {it for it in found if len(it) == 1 and is_h(it)} == {"纸", "网", "作", "水", "话"}


def test_weight_and_kind_are_laid_over_every_mark() -> None:
    bare = name_tokens(name(text="又"))
    found = marks(weighed(bare, "person", 5))
    assert {it & 3 for it in found.values()} == {0, 2, 3}
    assert {it >> 2 & 7 for it in found.values()} == {3}
    assert {it >> 5 for it in found.values()} == {1}
    heaviest = marks(weighed(bare, "term", 10**6))
    assert {it >> 2 for it in heaviest.values()} == {7 | 6 << 3}
    assert {it >> 2 for it in marks(weighed(bare, "topic", 0)).values()} == {0}
