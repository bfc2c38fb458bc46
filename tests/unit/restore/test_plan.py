"""Where lines are to stand when editor and program both have spoken, and what the solver is told."""

from __future__ import annotations

import pytest

from generator.forms.review import (
    ArticleForm,
    AsideForm,
    GapForm,
    JoinForm,
    QuestionForm,
    ReviewForm,
)
from generator.restore.fixed import fixed_by
from generator.restore.lines import split_lines
from generator.restore.plan import plan
from generator.restore.solution import Fixed

LINES = split_lines("甲一\n乙二\n丙三\n丁四\n戊五\n己六\n")
NAMES = {it.number: f"{it.number} {it.text}" for it in LINES}


def body(text: str) -> tuple[str, ...]:
    """`1 +2 #3 …` -> entries."""
    return tuple(
        it if it == "…" else (f"{it[0]} " if it[0] in "+#" else "") + NAMES[int(it[-1])]
        for it in text.split()
    )


def article(text: str, by: str = "editor", **more: object) -> ArticleForm:
    return ArticleForm(body(text), by=by, **more)  # type: ignore[arg-type]


def page(articles: tuple[ArticleForm, ...], **more: object) -> ReviewForm:
    return ReviewForm(articles=articles, **more)  # type: ignore[arg-type]


def shown(form: ReviewForm) -> list[str]:
    """The plan's articles, in the same notation."""
    return [
        " ".join(
            it.text
            if it.text == "…"
            else (it.text[0] if it.text[0] in "+#" else "") + str(it.number)
            for it in planned.body
        )
        for planned in plan(form, LINES).articles
    ]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        pytest.param(page((article("1 +2"), article("#3 4"))), ["1 +2", "#3 4"], id="as written"),
        pytest.param(
            page((article("1 +2"), article("+3 4", after=NAMES[2]))), ["1 +2 +3 4"],
            id="goes on inside the paragraph",
        ),
        pytest.param(
            page((article("1 +2"), article("3", after=NAMES[1]))), ["1 +2 3"],
            id="goes on after the paragraph",
        ),
        pytest.param(
            page((article("1"), article("2", after=NAMES[1]), article("3", after=NAMES[1]))),
            ["1 2 3"], id="two after the same line, in their order",
        ),
        pytest.param(
            page((article("3", after=NAMES[2]), article("2", after=NAMES[1]), article("1"))),
            ["1 2 3"], id="one after the other",
        ),
        pytest.param(
            page((article("1 …"), article("+2", after=NAMES[1]))), ["1 … 2"],
            id="behind what is missing",
        ),
        pytest.param(
            page((article("1 2", "auto"), article("2 3"))), ["1", "2 3"],
            id="the program's table gives way",
        ),
        pytest.param(
            page((article("1 +2 +3", "auto"), article("2"))), ["1 3", "2"],
            id="what was joined to it stands alone",
        ),
        pytest.param(
            page((article("2", "auto"), article("2 3"))), ["2 3"], id="an empty table goes"
        ),
        pytest.param(
            page((article("1 2", "auto"),), joins=(JoinForm(NAMES[1], NAMES[2]),)),
            ["1 +2"], id="the editor's join",
        ),
        pytest.param(
            page((article("1 … 2", "auto"),), joins=(JoinForm(NAMES[1], NAMES[2]),)),
            ["1 +2"], id="a join where the program saw a gap",
        ),
        pytest.param(
            page((article("1 +2 3", "auto"),), joins=(JoinForm(NAMES[1], NAMES[3]),)),
            ["1 +3 2"], id="a join instead of another",
        ),
        pytest.param(
            page((article("1", "auto"), article("2 +3 4", "auto")), joins=(JoinForm(NAMES[1], NAMES[2]),)),
            ["1 +2 +3", "4"], id="with what is joined to it",
        ),
        pytest.param(
            page((article("1 +2 3", "auto"),), gaps=(GapForm(after=NAMES[1]),)), ["1 … 2 3"],
            id="the editor's gap",
        ),
        pytest.param(
            page((article("1 +2"), article("3", "auto")), joins=(JoinForm(NAMES[1], NAMES[3]),)),
            ["1 +2", "3"], id="the editor's own table stands",
        ),
        pytest.param(
            page((article("1 +2", "auto"),), joins=(JoinForm(NAMES[2], NAMES[1]),)), ["1 +2"],
            id="no circle",
        ),
    ],
)  # fmt: skip
def test_each_line_gets_its_place(form: ReviewForm, expected: list[str]) -> None:
    assert shown(form) == expected


def fixed(form: ReviewForm) -> Fixed:
    return fixed_by(form, LINES, plan(form, LINES))


def test_the_solver_is_told_orders_kinds_and_seams() -> None:
    told = fixed(
        page(
            (article("#2 3 +4 5 …", title=(NAMES[1],)),),
            asides=(AsideForm(NAMES[6], "pull-quote"),),
        )
    )
    assert told.orders == ((1, 2, 3, 4, 5),)
    assert told.kinds == {
        1: "title", 2: "heading", 3: "body", 4: "body", 5: "body", 6: "pullquote",
    }  # fmt: skip
    assert told.joins == {(3, 4)}
    assert told.apart == {(2, 3), (4, 5)}
    assert told.ends == {5}


@pytest.mark.parametrize(
    ("answer", "joins", "ends"),
    [
        pytest.param("", set(), set(), id="open"),
        pytest.param("4", {(2, 4)}, set(), id="a line"),
        pytest.param("4 丁四", {(2, 4)}, set(), id="with its words"),
        pytest.param("…", set(), {2}, id="missing"),
        pytest.param("1", set(), set(), id="against the order"),
    ],
)
def test_an_answer_is_fixed(answer: str, joins: set[tuple[int, int]], ends: set[int]) -> None:
    question = QuestionForm(NAMES[2], (NAMES[4],), (0.5,), answer=answer)
    told = fixed(page((article("1 2"),), questions=(question,)))
    assert (set(told.joins), set(told.ends)) == (joins, ends)


def test_nothing_decided_fixes_nothing() -> None:
    assert fixed(ReviewForm()) == Fixed()
