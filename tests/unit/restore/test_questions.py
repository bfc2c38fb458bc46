"""Which lines that break off an editor is asked about."""

from __future__ import annotations

import pytest

from generator.restore.lines import split_lines
from generator.restore.proposal import propose
from generator.restore.solution import Candidate, Offer, Solution, SolvedArticle

PAGE = "修渠的人\n账本贴在墙上\n清淤修渠一百零三条。\n水流进自家的稻田。\n"


@pytest.mark.parametrize(
    ("headings", "best", "missing", "asked"),
    [
        ((), 0.3, 0.6, True),
        ((2,), 0.3, 0.6, False),
        ((2,), 0.6, 0.3, True),
        ((), 0.09, 0.6, False),
        ((), 0.1, 0.95, False),
    ],
    ids=[
        "text that breaks off",
        "a heading, which seldom goes on",
        "perhaps no heading after all",
        "no head is likely",
        "nearly surely not on this page",
    ],
)
def test_is_asked(headings: tuple[int, ...], best: float, missing: float, asked: bool) -> None:
    offer = Offer(2, (Candidate(3, best), Candidate(4, 0.05)), missing, False)
    article = SolvedArticle((1, 2, 3, 4), title=(1,), headings=headings)
    form = propose(Solution((article,), offers=(offer,)), split_lines(PAGE), "p")
    assert [it.tail for it in form.questions] == (["2 账本贴在墙上"] if asked else [])


@pytest.mark.parametrize(("below", "asked"), [("下转第三版", False), ("上接第二版", True)])
def test_a_line_that_goes_on_on_another_page_is_not_asked_about(below: str, asked: bool) -> None:
    page = f"修渠的人\n账本贴在墙上\n\n（{below}）\n清淤修渠一百零三条。\n"
    article = SolvedArticle((1, 2, 4, 5), title=(1,), jump=(4,))
    offer = Offer(2, (Candidate(5, 0.5),), 0.5, False)
    form = propose(Solution((article,), offers=(offer,)), split_lines(page), "p")
    assert bool(form.questions) is asked
