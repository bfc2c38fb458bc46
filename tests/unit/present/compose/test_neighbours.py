"""The names of a topic's sentences, by kind: those with a page of their own, and all of them."""

from __future__ import annotations

from generator.present import views as v
from generator.present.compose.neighbours import Neighbour, by_kind


def neighbour(number: int, kind: str, url: str = "x/") -> Neighbour:
    return Neighbour(number, kind, v.TermLink(f"名{number}", url, 1))


def test_every_name_with_a_page_is_there() -> None:
    names = [neighbour(it, "term") for it in range(100)] + [neighbour(100, "place")]
    told = by_kind(names)
    assert [(kind, len(links)) for kind, links in told] == [("place", 1), ("term", 100)]


def test_a_name_without_a_page_stands_in_the_index_alone() -> None:
    assert by_kind([neighbour(1, "person", "")]) == ()
