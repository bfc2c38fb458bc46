"""Entries in a list of sources, as GB/T 7714 has them."""

from __future__ import annotations

import pytest

from generator.model.article import Article, ArticleId, Block, PageRef
from generator.present.citation import citation, online_citation

PAGE = (PageRef("p", "pages/p.txt"),)


def line(text: str) -> tuple[Block, ...]:
    return (Block("p1", "paragraph", text),)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param(
            {"source": "青石日报", "date": "2023-05-06", "edition": "第2版", "authors": ("周禾",)},
            "周禾. 修渠[N]. 青石日报, 2023-05-06(2).",
            id="newspaper",
        ),
        pytest.param(
            {"source": "青石日报", "pages": PAGE, "bylines": line("◎本报记者 周禾 通讯员 何苗")},
            "周禾, 何苗. 修渠[N]. 青石日报.",
            id="printed-byline",
        ),
        pytest.param({"authors": ("甲", "乙", "丙", "丁")}, "甲, 乙, 丙, 等. 修渠[Z].", id="many"),
        pytest.param(
            {"source": "水利学报", "date": "2020"}, "修渠[J]. 水利学报, 2020.", id="journal"
        ),
        pytest.param({"source": "县政府"}, "修渠[Z]. 县政府.", id="other"),
        pytest.param({"date": "2020-01-02"}, "修渠[Z]. 2020-01-02.", id="date-alone"),
        pytest.param(
            {"source": "晚报", "edition": "要闻"}, "修渠[N]. 晚报(要闻).", id="named-section"
        ),
    ],
)
def test_an_entry(fields: dict[str, object], expected: str) -> None:
    article = Article(ArticleId("x"), "修渠", "a.md", (), **fields)  # type: ignore[arg-type]
    assert citation(article) == expected


def test_a_report_is_one() -> None:
    report = Article(
        ArticleId("x"), "2019年政府工作报告", "a.md", (), date="2019-03-05", source="县政府"
    )
    assert citation(report) == "2019年政府工作报告[R]. 县政府, 2019-03-05."


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param(
            {"source": "青石日报", "date": "2023-05-06", "edition": "第2版", "authors": ("周禾",)},
            "周禾. 修渠[N/OL]. 青石日报, 2023-05-06(2)",
            id="newspaper",
        ),
        pytest.param({"date": "2020-01-02"}, "修渠[EB/OL]. (2020-01-02)", id="only-here"),
        pytest.param({}, "修渠[EB/OL]. ", id="only-here-undated"),
        pytest.param({"source": "县政府", "date": "2020"}, "修渠[Z/OL]. 县政府, 2020", id="other"),
    ],
)
def test_what_is_read_online_ends_where_day_and_address_follow(
    fields: dict[str, object], expected: str
) -> None:
    article = Article(ArticleId("x"), "修渠", "a.md", (), **fields)  # type: ignore[arg-type]
    assert online_citation(article) == expected
