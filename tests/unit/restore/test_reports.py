"""What an editor is told when a decision does not fit the page."""

from __future__ import annotations

import pytest

from generator.forms.review import (
    ArticleForm,
    AsideForm,
    GapForm,
    JoinForm,
    RepairForm,
    ReviewForm,
    SuspicionForm,
)
from generator.restore.page import PageText, Restored, restore

TEXT = "两江新区签约\n\n一批项目近\n面先后落户,先后落户。\n一批企业\n"


def done(**form: object) -> Restored:
    given = {
        "articles": (ArticleForm(body=("3 一批项", "+ 4 面先后"), title=("1 两江",), slug="a"),)
    }
    text = PageText("pages/x.txt", "x", TEXT, "utf-8", "0" * 64, "pages/x.review.toml")
    return restore(text, ReviewForm(**(given | form)))  # type: ignore[arg-type]


def article(*body: str) -> tuple[ArticleForm, ...]:
    return (ArticleForm(body=body, heading="题", slug="a"),)


EVERY_LINE = article("1 两江", "3 一批项", "+ 4 面先后", "5 一批企")


@pytest.mark.parametrize(
    ("form", "code", "key"),
    [
        pytest.param(
            {"articles": article("3 一批大")}, "line-missing", ("articles", 0, "body", 0), id="no such line"
        ),
        pytest.param(
            {"articles": article("9 一批")}, "line-ambiguous", ("articles", 0, "body", 0), id="two such lines"
        ),
        pytest.param(
            {"articles": article("9 面先")}, "line-moved", ("articles", 0, "body", 0), id="the line moved"
        ),
        pytest.param(
            {"articles": article("3 一批", "3 一批")}, "line-twice", ("articles", 0, "body", 1), id="twice"
        ),
        pytest.param(
            {"articles": article("+ 3 一批")}, "join-first", ("articles", 0, "body", 0), id="join to nothing"
        ),
        pytest.param(
            {"joins": (JoinForm("4 面", "5 一批企"),), "articles": EVERY_LINE},
            "decision-unused", ("joins", 0), id="join of nobody",
        ),
        pytest.param(
            {"gaps": (GapForm(after="4 面"),), "articles": EVERY_LINE},
            "decision-unused", ("gaps", 0), id="gap nobody shows",
        ),
        pytest.param({"gaps": (GapForm(),)}, "gap-one-side", ("gaps", 0), id="gap nowhere"),
        pytest.param(
            {"repairs": (RepairForm("4 面", "后先", "x", "other"),)},
            "text-missing", ("repairs", 0, "original"), id="repair of nothing",
        ),
        pytest.param(
            {"suspicions": (SuspicionForm("4 面", "先后", "?"),)},
            "text-repeated", ("suspicions", 0, "text"), id="which of two",
        ),
        pytest.param(
            {"repairs": (RepairForm("4 面", "面先", "期先", "misprint"), RepairForm("4 面", "面先后", "", "other"))},
            "repair-overlap", ("repairs", 1), id="two repairs of one place",
        ),
        pytest.param(
            {"asides": (AsideForm("5 一批企", "other", "b"),)},
            "aside-article", ("asides", 0, "article"), id="aside of no article",
        ),
        pytest.param(
            {"articles": (ArticleForm(body=("3 一批项",), slug="a"),)},
            "article-untitled", ("articles", 0), id="no title",
        ),
    ],
)  # fmt: skip
def test_each_mistake_is_told_at_its_place(
    form: dict[str, object], code: str, key: tuple[str | int, ...]
) -> None:
    found = {(it.code, it.place.key) for it in done(**form).problems}
    assert (code, key) in found


@pytest.mark.parametrize("title", ["1 三江", "2 两江"], ids=["no-such-line", "moved"])
def test_a_title_that_does_not_fit_is_told_once(title: str) -> None:
    page = done(articles=(ArticleForm(body=("3 一批项", "+ 4 面先后"), title=(title,)),))
    about = [it.place.key for it in page.problems if it.code in ("line-missing", "line-moved")]
    assert about == [("articles", 0, "title", 0)]


def test_a_moved_line_is_followed() -> None:
    page = done(articles=article("9 面先"))
    assert page.articles[0].blocks[0].text == "面先后落户,先后落户。"


def test_repair_marks_only_what_it_changes() -> None:
    page = done(repairs=(RepairForm("4 面先", "面先后落", "期先后落", "misprint"),))
    block = page.articles[0].blocks[0]
    assert [(it.original, it.shown) for it in block.repairs] == [("面", "期")]
    assert block.text == "一批项目近期先后落户,先后落户。"
