"""What rests on a sentence: one changed character changes that and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.site.sites import Files, built, jingwei, tree, write

REPORT = (
    "青川市水务局近日通报水利建设情况。\n\n"
    "2021年6月，青川市水务局在东平县启动灌区改造工程，总投资3.2亿元。\n\n"
    "力争到2025年，全市灌溉面积达到7000公顷以上。市水务局局长林大山说：“渠修到了田头。”\n"
)
OTHER = (
    "西岭县林业局公布造林成果。\n\n2020年3月，西岭县林业局启动造林工程，投资5000万元。"
    "县林业局局长周小河说：“树种到了山顶。”\n"
)
SITE: Files = {
    "site.toml": 'title = "站"\n',
    "articles/shui.md": f"---\ntitle: 灌区改造见闻\ndate: 2022-10-10\n---\n\n{REPORT}",
    "articles/lin.md": f"---\ntitle: 造林见闻\ndate: 2022-10-09\n---\n\n{OTHER}",
    "topics/shuili.md": "---\ntitle: 水利\nterms: [灌区, 灌溉, 水务局]\n---\n\n编者的话。\n",
    "topics/linye.md": "---\ntitle: 林业\nterms: [林业局, 造林]\n---\n\n编者的话。\n",
}


@pytest.mark.parametrize(
    ("old", "new"), [("7000公顷", "8000公顷"), ("3.2亿", "3.4亿"), ("2021年6月", "2021年7月")]
)
def test_one_changed_character_changes_what_rests_on_it(tmp_path: Path, old: str, new: str) -> None:
    content = write(tmp_path / "content", SITE)
    before = tree(built(content, tmp_path / "out").site)
    told = [path for path, data in before.items() if old.encode() in _bare(data)]
    assert {"articles/shui/index.html", "topics/shuili/index.html"} <= set(told)
    text = str(SITE["articles/shui.md"])
    assert text.count(old) == 1
    write(content, {"articles/shui.md": text.replace(old, new)})
    after = tree(built(content, tmp_path / "out").site)
    changed = {path for path in before.keys() & after.keys() if before[path] != after[path]}
    assert set(told) <= changed | (before.keys() - after.keys())
    assert not [path for path, data in after.items() if old.encode() in _bare(data)]
    for path in ("articles/lin/index.html", "topics/linye/index.html"):
        assert before[path] == after[path]
    people = [path for path in before if path.startswith("people/zhou")]
    assert all(before[path] == after[path] for path in people)
    assert after == tree(built(content, tmp_path / "cold").site), "a warm build equals a cold one"


def _bare(data: bytes) -> bytes:
    """Without tags: what a reader sees; an amount may stand in an element of its own."""
    return re.sub(rb"<[^>]*>", b"", data)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        pytest.param('<data value="7000"', '<data value="9000"', "value-differs", id="amount"),
        pytest.param('"2021-06"', '"2021-08"', "date-differs", id="date"),
        pytest.param("渠修到了田头", "渠修到了田边", "proof-", id="quotation"),
    ],
)
def test_a_page_that_says_what_no_sentence_says_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, code: str
) -> None:
    content = write(tmp_path / "content", SITE)
    site = built(content, tmp_path / "out").site
    where = ("check", "--content", content, "--output", tmp_path / "out", "--lang", "zh")
    assert jingwei(capsys, *where).code == 0
    page = site / "topics" / "shuili" / "index.html"
    text = page.read_text("utf-8")
    assert old in text
    page.write_text(text.replace(old, new), "utf-8")
    ran = jingwei(capsys, *where)
    assert ran.code != 0
    assert code in ran.err


def test_a_source_that_changed_since_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = write(tmp_path / "content", SITE)
    built(content, tmp_path / "out")
    write(content, {"articles/shui.md": str(SITE["articles/shui.md"]).replace("3.2亿", "3.3亿")})
    ran = jingwei(
        capsys, "check", "--content", content, "--output", tmp_path / "out", "--lang", "zh"
    )
    assert ran.code != 0
    assert "topics/shuili/index.html" in ran.err
    assert "topics/linye/index.html" not in ran.err


def test_two_papers_that_contradict_each_other_stand_side_by_side(tmp_path: Path) -> None:
    said = {
        "jia": ("2024-03-05", "浑源县去年粮食总产量2.3万吨。"),
        "yi": ("2024-04-05", "2023年，浑源县粮食总产量达到2.6万吨。"),
        "bing": ("2024-05-05", "2022年，浑源县粮食总产量达到2.1万吨。"),
    }
    articles = {
        f"articles/{name}.md": f"---\ntitle: {name}\nsource: {name}报\ndate: {day}\n---\n\n{text}\n"
        for name, (day, text) in said.items()
    }
    content = write(tmp_path / "content", {**articles, "site.toml": 'title = "站"\n'})
    (page,) = (built(content, tmp_path / "out").site / "figures").glob(
        "liang-shi-chan-liang-*/index.html"
    )
    text = page.read_text("utf-8")
    assert text.count("说法不一") == 1
    assert all(amount in text for amount in ("2.3万吨", "2.6万吨", "2.1万吨"))
    agreed = write(tmp_path / "more", {**articles, "site.toml": 'title = "站"\n'})
    path = agreed / "articles" / "yi.md"
    path.write_text(path.read_text("utf-8").replace("2.6", "2.3"), "utf-8")
    (page,) = (built(agreed, tmp_path / "other").site / "figures").glob("liang-shi*/index.html")
    assert "说法不一" not in page.read_text("utf-8")
