"""URLs of articles that nobody has named: valid, told apart, and the same on every run."""

from __future__ import annotations

import pytest

from generator.restore.slugs import machine_slug
from generator.text.slug import LIMIT, is_slug


@pytest.mark.parametrize(
    "title",
    ["", "甲县通车", "加快建设高质量发展引领区高品质生活示范区" * 3, "A" * 200, "！！", "7"],
    ids=["none", "short", "long", "one long word", "signs", "figure"],
)
def test_any_title_gives_different_slugs(title: str) -> None:
    taken: set[str] = set()
    for _ in range(50):
        slug = machine_slug(title, "首句", "page-1", taken)
        assert is_slug(slug)
        assert len(slug) <= LIMIT
        assert slug not in taken
        taken.add(slug)


def test_articles_of_one_title_on_two_pages_do_not_meet() -> None:
    made = {machine_slug("要闻简报", "首句", f"page-{it}", frozenset()) for it in range(20)}
    assert len(made) == 20
    assert machine_slug("甲县通车", "a", "p", frozenset()) == machine_slug(
        "甲县通车", "a", "p", frozenset()
    )
