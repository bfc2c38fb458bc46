"""What of an article other pages show: an edit of anything else makes none of them anew."""

from __future__ import annotations

import pytest

from generator.annotate.facts.gather import gather_facts
from generator.annotate.facts.shown import with_shown
from generator.annotate.prose import article_prose
from generator.annotate.sentences import find_sentences
from generator.annotate.understand import understand
from generator.model.article import Article, ArticleId, Block
from generator.model.facts import Facts

PARAGRAPHS = (
    "## 修渠",
    "2022年9月28日，市长李明到浙江大学调研。",
    "天很好。",
    "粮食产量增长4.5%。",
)


def facts_of(paragraphs: tuple[str, ...], title: str = "修渠记", date: str = "2022-10-10") -> Facts:
    blocks = tuple(
        Block(f"b{number}", "heading", it[3:], 2)
        if it.startswith("## ")
        else Block(f"b{number}", "paragraph", it)
        for number, it in enumerate(paragraphs)
    )
    article = Article(ArticleId("a"), title, "articles/a.md", blocks, date=date)
    sentences = find_sentences(article)
    facts = gather_facts(article, sentences, understand(article_prose(article, sentences)))
    return with_shown(facts, article, sentences)


def test_the_paragraphs_of_facts_are_known() -> None:
    assert facts_of(PARAGRAPHS).blocks == (1, 3)


@pytest.mark.parametrize(
    ("place", "text", "same"),
    [
        (2, "天阴。", True),
        (4, "增补的一句话。", True),
        (0, "## 挖渠", False),
        (1, "2022年9月28日，市长李明到浙江大学看望。", False),
        (3, "粮食产量增长4.6%。", False),
        (4, "市长李明走了。", False),
        (4, "## 后来", False),
    ],
    ids=[
        "between facts",
        "after all",
        "heading above",
        "beside a name",
        "an amount",
        "one name more",
        "one heading more",
    ],
)
def test_an_edit_is_shown_elsewhere_only_if_it_touches_a_fact(
    place: int, text: str, same: bool
) -> None:
    edited = (*PARAGRAPHS[:place], text, *PARAGRAPHS[place + 1 :])
    assert (facts_of(edited).shown == facts_of(PARAGRAPHS).shown) is same


def test_title_and_day_are_shown_elsewhere() -> None:
    one = facts_of(PARAGRAPHS).shown
    assert facts_of(PARAGRAPHS, title="修路记").shown != one
    assert facts_of(PARAGRAPHS, date="2022-10-11").shown != one
