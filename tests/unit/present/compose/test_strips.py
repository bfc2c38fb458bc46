"""A timeline's drawing: where each mark leads, and when years are counted instead."""

from __future__ import annotations

import pytest

from generator.present import views
from generator.present.compose.strips import anchored, drawn_times, year_words, years_strip

WORDS = views.WordsView("某事", views.Proof("articles/a.md", ""), "articles/a/#s1")
BASE = "topics/t/timeline/"


def events(*dates: str) -> tuple[views.MomentView, ...]:
    return anchored([views.MomentView(it, (views.CiteView(WORDS),)) for it in dates])


def test_few_events_are_marks_that_lead_to_them_on_this_page_or_another() -> None:
    _, marks = drawn_times(events("1943", "2018-05", "2021-06-01", "2022"), (2, 3), BASE, 3)
    assert marks is not None
    assert [it.url for it in marks.marks] == [f"{BASE}#e1", f"{BASE}#e2", "#e3", "#e4"]
    assert [it.label for it in marks.marks] == ["1943年", "2018年5月", "2021年6月1日", "2022年"]


def test_many_events_are_counted_by_year_and_lead_to_the_first_of_each() -> None:
    dates = [f"{year}" for year in range(2003, 2023) for _ in range(3)]
    strip, marks = drawn_times(events(*dates), range(len(dates) - 14, len(dates)), BASE, 20)
    assert marks is None
    assert strip is not None
    assert [(it.label, it.count) for it in strip.columns[:2]] == [("2003年", 3), ("2004年", 3)]
    assert strip.columns[0].url == f"{BASE}#e1"
    assert strip.columns[7].url == f"{BASE}page/2/#e22"
    assert strip.columns[-1].url == "#e58"


def test_where_a_drawing_leads_there_is_a_name() -> None:
    told = events(*[f"{year}" for year in range(2003, 2023) for _ in range(3)])
    strip, _ = drawn_times(told, range(len(told)), BASE, 20)
    assert strip is not None
    assert {it.url.removeprefix("#") for it in strip.columns} == {it.anchor for it in told} - {""}


@pytest.mark.parametrize(
    "dates",
    [
        pytest.param(("2021", "2022"), id="few"),
        pytest.param(("2022",) * 30, id="all-of-one-year"),
        pytest.param((), id="none"),
    ],
)
def test_what_words_tell_as_well_is_not_drawn(dates: tuple[str, ...]) -> None:
    assert drawn_times(events(*dates), range(len(dates)), BASE, 80) == (None, None)


def test_many_years_become_decades_that_lead_to_their_first_year() -> None:
    strip = years_strip([(year, 2, f"timeline/{year}/") for year in range(1700, 2023)], year_words)
    assert strip.step == 10
    assert (strip.columns[0].label, strip.columns[0].count) == ("1700—1709年", 20)
    assert strip.columns[0].url == "timeline/1700/"


def test_years_before_our_era_have_their_names() -> None:
    assert [year_words(it) for it in (2022, 0, -220)] == ["2022年", "公元前1年", "公元前221年"]
