"""The ways on from an article: before and after it within its topics, and of all."""

from __future__ import annotations

from pathlib import Path

from lxml import html as lxml_html

from tests.site.sites import built, texts, write

TOPIC = "---\ntitle: 水渠\n---\n\n修水渠。\n"


def article(day: str, title: str, words: str) -> str:
    return f"---\ntitle: {title}\ndate: {day}\n---\n\n{words}\n"


FILES = {
    "site.toml": 'title = "站"\n',
    "topics/shuiqu.md": TOPIC,
    "articles/a.md": article("2020-01-01", "水渠开工", "水渠开工了。"),
    "articles/b.md": article("2020-02-01", "小麦", "小麦熟了。"),
    "articles/c.md": article("2020-03-01", "水渠通水", "水渠通水了。"),
    "articles/d.md": article("2020-04-01", "水渠浇地", "水渠浇地了。"),
}


def ways(site: Path, name: str) -> list[str]:
    """What the lines of the topics say, each as one string."""
    page = lxml_html.parse(str(site / "articles" / name / "index.html")).getroot()
    rows = page.find_class("turns")[0].iter("li") if page.find_class("turns") else ()
    return [" ".join(" ".join(texts(row, ".//text()")).split()) for row in rows]


def test_an_article_leads_to_the_next_ones_of_its_topic(tmp_path: Path) -> None:
    site = built(write(tmp_path / "content", FILES), tmp_path / "out").site
    assert ways(site, "a") == ["专题 水渠 后一篇 水渠通水"]
    assert ways(site, "b") == []
    assert ways(site, "c") == ["专题 水渠 前一篇 水渠开工 后一篇 水渠浇地"]
    assert ways(site, "d") == ["专题 水渠 前一篇 水渠通水"]


def test_a_neighbour_that_is_renamed_is_called_so_at_once(tmp_path: Path) -> None:
    content = write(tmp_path / "content", FILES)
    built(content, tmp_path / "out")
    write(content, {"articles/d.md": article("2020-04-01", "水渠浇了地", "水渠浇地了。")})
    warm = built(content, tmp_path / "out").site
    cold = built(content, tmp_path / "other").site
    assert "水渠浇了地" in ways(warm, "c")[0]
    page = "articles/c/index.html"
    assert (warm / page).read_bytes() == (cold / page).read_bytes()
