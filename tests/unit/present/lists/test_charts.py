"""Charts as a reader without eyes for them has them, and told apart without colour."""

from __future__ import annotations

import re

from generator.present.lists.charts import chart_figure, trend
from generator.present.views.drawings import ChartView, PointView

JOBS = ChartView(
    (
        PointView(2017, 9e6, 9e6, "≥900万人", aim=True),
        PointView(2017, 1.351e7, 1.351e7, "1351万人"),
        PointView(2018, 1.1e7, 1.1e7, "≥1100万人", aim=True),
        PointView(2018, 1.361e7, 1.361e7, "1361万人"),
        PointView(2020, 1.186e7, 1.186e7, "1186万人"),
    ),
    "人",
    left=3,
)


def test_a_chart_is_one_image_that_tells_its_ends_and_extremes() -> None:
    page = chart_figure(JOBS, "城镇新增就业", "x1")
    assert 'role="img" aria-labelledby="x1-t x1-d"' in page
    assert '<title id="x1-t">城镇新增就业</title>' in page
    said = re.findall(r'<desc id="x1-d">(.*?)</desc>', page)[0]
    assert said.startswith(
        "实绩 3 个，2017年1351万人，2020年1186万人；最低 2020年1186万人，最高 2018年1361万人"
    )
    assert "目标 2 个" in said
    assert "<a " not in page


def test_aims_and_what_came_differ_in_form_and_are_named() -> None:
    page = chart_figure(JOBS, "城镇新增就业", "x1")
    drawing = page[page.index("</desc>") :]
    assert len(re.findall(r'<circle class="came"', drawing)) == 3
    assert len(re.findall(r'<rect class="aim"', drawing)) == 2
    assert re.findall(r"</svg>([^<]+)</span>", page) == ["实绩", "目标"]


def test_every_amount_is_on_its_mark() -> None:
    assert re.findall(r"<title>(.*?)</title>", chart_figure(JOBS, "就业", "x1")) == [
        "2017年目标：≥900万人",
        "2017年：1351万人",
        "2018年目标：≥1100万人",
        "2018年：1361万人",
        "2020年：1186万人",
    ]


def test_what_is_left_out_is_said() -> None:
    assert "另有 3 个" in chart_figure(JOBS, "就业", "x1")


def test_the_unit_stands_on_the_axis() -> None:
    axis = re.findall(r'<g class="grid">.*?</g>', chart_figure(JOBS, "就业", "x1"))[0]
    assert re.findall(r">([^<]+)</text>", axis) == ["0", "500万", "1000万", "1500万人"]


def test_an_axis_that_does_not_begin_at_zero_says_so() -> None:
    shares = ChartView(
        tuple(PointView(it, 46 + it % 5, 46 + it % 5, "") for it in range(2013, 2018)), "%"
    )
    assert "纵轴不从零起" in chart_figure(shares, "比重", "x1")
    assert "纵轴不从零起" not in chart_figure(JOBS, "就业", "x1")


def test_a_small_chart_names_its_years_and_tells_the_same() -> None:
    page = trend(JOBS, "城镇新增就业")
    assert re.findall(r'role="img".* aria-label="城镇新增就业：实绩 3 个', page)
    assert re.findall(r">(\d{4})</text>", page) == ["2017", "2020"]
    assert "● 实绩　▬ 目标" in page
