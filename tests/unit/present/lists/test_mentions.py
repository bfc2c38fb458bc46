"""The list of places where something is named, as a reader sees it."""

from __future__ import annotations

import re

import pytest

from generator.present import views as v
from generator.present.lists.mentions import mentions
from tests.unit.present.pages import Read

ARTICLE = v.TermLink("修渠记", "articles/xiuqu/", 3, "2022-10-10")


def quote(text: str, context: str = "") -> v.QuoteView:
    return v.QuoteView(text, v.Proof("a.md"), "articles/xiuqu/#s1", "", "", context=context)


def shown(group: v.EntityGroup) -> str:
    return re.sub(r"\s+", " ", Read(mentions("../../", (group,))).text).strip()


CASES = {
    "quoted": ((), "修渠记 2022年10月10日3 次 渠成。 原文"),
    "one above": (
        ("articles/xiuqu/#s2",),
        "修渠记 2022年10月10日3 次同句已见上文，原文 渠成。 原文",
    ),
    "two above": (
        ("articles/xiuqu/#s2", "articles/xiuqu/#s3"),
        "修渠记 2022年10月10日3 次2 句已见上文，原文 1 2 渠成。 原文",
    ),
}


@pytest.mark.parametrize(("above", "words"), CASES.values(), ids=CASES)
def test_sentences_that_stand_above_are_links(above: tuple[str, ...], words: str) -> None:
    assert shown(v.EntityGroup(ARTICLE, (), (quote("渠成。"),), 3, above)) == words


def test_articles_that_say_nothing_new_are_told_in_one_list_after_the_others() -> None:
    old = v.EntityGroup(ARTICLE, (), (), 3, ("articles/xiuqu/#s2", "articles/xiuqu/#s4"))
    new = v.EntityGroup(v.TermLink("通水记", "articles/tongshui/"), (), (quote("渠成。"),), 1)
    page = mentions("../../", (old, new))
    told = re.sub(r"\s+", " ", Read(page).text).strip()
    assert told == "通水记 1 次 渠成。 原文 句子已见上文的文章 修渠记32022年10月10日 2"
    assert 'href="../../articles/xiuqu/#s2"' in page
    assert 'href="../../articles/xiuqu/#s4"' in page


def test_a_heading_is_told_once_above_those_below_it() -> None:
    quotes = tuple(
        quote(f"{n}。", context) for n, context in enumerate(["一、渠", "一、渠", "二、田"])
    )
    page = mentions("../../", (v.EntityGroup(ARTICLE, (), quotes, 3),))
    assert (page.count("一、渠"), page.count("二、田")) == (1, 1)
