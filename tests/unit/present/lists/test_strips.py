"""Time lines: links with names, and the same as a table or in the list below."""

from __future__ import annotations

import re

from generator.present import views as v
from generator.present.lists.strips import (
    marks_figure,
    offices_figure,
    years_drawing,
    years_figure,
)
from generator.present.views.drawings import MarksView, MarkView, StripView, YearsView

YEARS = StripView(
    (
        YearsView(1943, "1943年", "timeline/1940s/", 1),
        YearsView(2021, "2021年", "timeline/2020s/#y2021", 10),
        YearsView(2022, "2022年", "timeline/2022/", 1700),
    )
)
EVENTS = MarksView(
    (
        MarkView("2022-10-10", "2022年10月10日", "#e3"),
        MarkView("1943-21", "1943年春", "#e1"),
        MarkView("2022-05/..", "2022年5月起", "topics/t/timeline/#e2"),
    )
)


def test_every_column_is_a_link_with_a_name() -> None:
    page = years_drawing("../", YEARS, "大事")
    assert 'role="group" aria-label="大事"' in page
    assert re.findall(r'<a href="([^"]+)"><title>([^<]+)</title>', page) == [
        ("../timeline/1940s/", "1943年，1 处"),
        ("../timeline/2020s/#y2021", "2021年，10 处"),
        ("../timeline/2022/", "2022年，1,700 处"),
    ]


def test_the_table_says_what_the_drawing_says() -> None:
    page = years_figure("", YEARS, "大事")
    drawn = re.findall(r'<a href="([^"]+)"><title>([^<]+)，([\d,]+) 处</title>', page)
    rows = re.findall(r'<th scope="row"><a href="([^"]+)">([^<]+)</a></th><td>([\d,]+)</td>', page)
    assert drawn == rows
    assert "<caption" in page


def test_a_break_of_the_axis_is_marked() -> None:
    assert years_drawing("", YEARS, "大事").count("≈") == 1


def test_marks_are_links_in_order_of_time() -> None:
    page = marks_figure("", EVENTS, "大事")
    assert re.findall(r'<a href="([^"]+)"><title>([^<]+)</title>', page) == [
        ("#e1", "1943年春"),
        ("topics/t/timeline/#e2", "2022年5月起"),
        ("#e3", "2022年10月10日"),
    ]


def test_a_day_a_time_and_an_open_end_differ_in_form() -> None:
    page = marks_figure("", EVENTS, "大事")
    forms = re.findall(r"</title><(\w+)(?: class=\"(\w+)\")?", page)
    assert forms == [("line", "span"), ("line", "open"), ("circle", "")]


def test_axis_before_our_era_is_told_in_words() -> None:
    old = StripView(
        (YearsView(-22, "公元前221—前212年", "timeline/", 2), YearsView(0, "", "timeline/", 1)), 10
    )
    assert "前221" in years_drawing("", old, "大事")


def office(name: str, *days: str) -> v.OfficeView:
    cites = tuple(v.WordsView(name, v.Proof("a.md", ""), "articles/a/#s1", "甲", it) for it in days)
    return v.OfficeView(v.TermLink("王长河", ""), name, None, days[0], days[-1], cites)


OFFICES = (
    office("县长", "2003-02-12", "2005-03-12"),
    office("县委书记", "2007-04-12"),
    office("市长", "2010-01-12", "2012-07-12", "2015-02-03"),
)


def test_offices_are_rows_with_a_dot_for_each_day() -> None:
    page = offices_figure(OFFICES, "各职务见于文章的时间")
    assert 'role="img" aria-label="各职务见于文章的时间"' in page
    rows = re.split(r'<text y="\d+">', page)[1:]
    assert [it.partition("<")[0] for it in rows] == ["县长", "县委书记", "市长"]
    assert [it.count("<circle") for it in rows] == [2, 1, 3]
    assert "不等于任期" in page


def test_few_offices_or_those_of_no_known_day_are_not_drawn() -> None:
    assert offices_figure(OFFICES[:2], "") == ""
    assert offices_figure((*OFFICES[:2], office("代表", "")), "") == ""
