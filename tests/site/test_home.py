"""The home page of a site with more topics and articles than a page can show."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.sites import built, page, write

TOPICS = 30
ARTICLES = 40


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty articles, the later of which write of topics by turns."""
    files = {}
    for number in range(TOPICS):
        words = f"---\ntitle: 专题{number}\nterms: [词目{number}号]\n---\n\n说明。\n"
        files[f"topics/t{number:02d}.md"] = words
    for number in range(ARTICLES):
        told = "".join(f"本段写到词目{it}号。" for it in range(TOPICS) if (it + number) % 3 == 0)
        told = told if number % 4 else "本篇不入专题。"
        day = f"2022-10-{number % 28 + 1:02d}"
        files[f"articles/a{number:02d}.md"] = (
            f"---\ntitle: 文章{number}\ndate: {day}\n---\n\n{told}\n"
        )
    root = tmp_path_factory.mktemp("many")
    return built(write(root / "content", files), root / "build").site


def test_the_weave_shows_articles_with_topics_and_leads_to_all(many: Path) -> None:
    told = page(many, "")
    (table,) = told.find_class("loom")
    rows = table.findall(".//tbody/tr")
    assert len(rows) == 12
    assert all(row.find_class("knot") for row in rows)
    assert 2 <= len(table.findall(".//thead//th")) <= 16
    links = {str(it) for it in told.xpath('//section[@aria-labelledby="weave-h"]/p/a/@href')}
    assert links == {"topics/", "articles/"}


def test_not_more_cards_than_can_be_read(many: Path) -> None:
    told = page(many, "")
    assert len(told.find_class("card")) == 24
    assert len(page(many, "topics/").find_class("card")) == TOPICS


def test_a_site_without_topics_counts_none(tmp_path: Path) -> None:
    content = write(tmp_path / "content", {"a.md": "# 一篇\n\n正文。\n"})
    told = page(built(content, tmp_path / "build").site, "")
    assert [it.text for it in told.find_class("figures")[0].iter("dt")] == ["文章", "可引句子"]


SENT = {
    "a.md": "# 会议闭幕\n\n据新华社青山１月１５日电（记者李小明）全县水利会议今天闭幕。县长讲了话。\n",
    "b.md": "# 渠道通水\n\n（记者王国强）东干渠今天通水。全长二十里。\n",
}


def test_what_stands_below_a_title_is_news_and_not_who_sent_it(tmp_path: Path) -> None:
    content = write(tmp_path / "content", SENT)
    told = page(built(content, tmp_path / "build").site, "").text_content()
    assert "全县水利会议今天闭幕。" in told
    assert "东干渠今天通水。" in told
    assert "李小明" not in told
    assert "王国强" not in told
