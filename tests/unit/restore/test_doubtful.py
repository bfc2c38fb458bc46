"""What a review file says is not sure, and what the editor has settled."""

from __future__ import annotations

import tomllib

import msgspec
import pytest

from generator.forms.marks import credited
from generator.forms.review import ReviewForm
from generator.model.ledger import Question
from generator.restore.page import PageText, Restored, restore
from tests.site.doubtful_page import EDITED, REVIEW, TEXT


def restored(review: str) -> Restored:
    form = credited(msgspec.convert(tomllib.loads(review), ReviewForm), review)
    page = PageText("pages/q.txt", "q", TEXT, "utf-8", "0" * 64, "pages/q.review.toml")
    return restore(page, form)


def doubts(page: Restored) -> list[tuple[int, str, float | None]]:
    return [(it.line, it.kind, it.probability) for one in page.articles for it in one.doubts]


def test_doubts_come_from_lines_seams_titles_and_open_questions() -> None:
    assert doubts(restored(REVIEW)) == [
        (19, "place", 0.71),
        (29, "offer", 0.55),
        (9, "place", None),
        (17, "seam", 0.62),
    ]


def test_characters_are_counted_with_what_goes_on_from_them() -> None:
    first = restored(REVIEW).articles[0]
    lines = {number: line.strip() for number, line in enumerate(TEXT.split("\n"), 1)}
    doubtful = sum(len(lines[number]) for number in (19, 21, 29))
    assert first.total - first.sure == doubtful
    assert first.total == doubtful + sum(len(lines[it]) for it in (1, 3, 5, 7, 13, 27))


def test_a_questions_heads_are_told_on_the_page() -> None:
    assert restored(REVIEW).ledger.questions == (Question(27, ((29, 0.55), (23, 0.2)), 0.25),)


@pytest.mark.parametrize("answer", ["29", "…"])
def test_an_answer_closes_the_question(answer: str) -> None:
    page = restored(REVIEW.replace("missing = 0.25", f'missing = 0.25\nanswer = "{answer}"'))
    assert page.ledger.questions == ()
    assert "offer" not in [kind for _, kind, _ in doubts(page)]


def test_a_table_that_the_editor_took_over_keeps_the_figures_left_in_it() -> None:
    found = doubts(restored(EDITED))
    assert (19, "place", 0.71) in found
    assert (29, "offer", 0.55) not in found


def test_what_the_editor_deleted_is_settled() -> None:
    settled = EDITED.replace('unsure = [{ line = "19 镇水利站", p = 0.71 }]\n', "")
    page = restored(settled)
    assert (page.articles[0].sure, page.articles[0].doubts) == (page.articles[0].total, ())


def test_lines_that_an_editor_placed_elsewhere_are_no_longer_the_programs_doubt() -> None:
    own = (
        '[[articles]]\nslug = "lingpian"\nheading = "另篇"\nbody = ["19 镇水利站", "+ 21 工。到"]\n'
    )
    page = restored(f"{REVIEW}\n{own}")
    assert 19 not in [line for line, _, _ in doubts(page)]


def test_a_line_that_is_gone_is_passed_over() -> None:
    page = restored(REVIEW.replace('tail = "27 下一步"', 'tail = "99 没有这行"'))
    assert page.ledger.questions == ()
