"""Where rules and check read the same words otherwise, or a rule breaks, the site goes out without it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.annotate import leaf
from generator.annotate.dates import words
from generator.annotate.judge import Judge
from generator.app import judged
from generator.app.build import recheck
from generator.app.request import BuildOutcome, Strictness
from generator.model.problem import Level
from tests.site.sites import Files, built, page, text_of, texts, tree, write

AUTHORED = (
    "---\ntitle: 水渠\ndate: 1931-05-06\n---\n\n开头一段。\n\n"
    "去年6月，青石县建成东干渠，投资1200万元。同年8月，青石县建成西干渠，投资3500万元。\n"
)
RESTORED = "水渠\n\n去年6月，青石县建成东干渠。\n"
REVIEW = '[page]\ndate = 1931-05-06\n\n[[articles]]\nslug = "a"\ntitle = ["1 水渠"]\nbody = ["3 去年6月"]\n'
SITE: Files = {"site.toml": 'title = "站"\n', "articles/a.md": AUTHORED}


@pytest.fixture(autouse=True)
def misread(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule that takes last year for the year before it, and a check that finds no 1200万 in 1200万."""
    monkeypatch.setitem(words.YEARS, "去年", -2)
    check = judged.CHECK

    def amount(value: str, said: str) -> str:
        return "value-differs" if said == "1200万元" else check.amount(value, said)

    monkeypatch.setattr(judged, "CHECK", Judge(amount, check.date))


def site(folder: Path, files: Files) -> BuildOutcome:
    return built(write(folder / "content", files), folder / "out")


def notes(outcome: BuildOutcome) -> list[tuple[str, int, dict[str, str]]]:
    return [(it.place.file, it.place.line, dict(it.facts)) for it in outcome.problems]


def test_what_the_check_refuses_is_on_no_page_and_in_no_data(tmp_path: Path) -> None:
    outcome = site(tmp_path, SITE)
    files = tree(outcome.site)
    assert not any(b"1929" in data for path, data in files.items() if "quality/" not in path)
    assert not any(b"12000000" in data for data in files.values())
    assert any(b"35000000" in data for data in files.values())
    assert "timeline/1929/index.html" not in files
    again = recheck(tmp_path / "content", tmp_path / "out", Strictness.STRICT)
    assert again.passed, again.problems


def test_it_is_told_to_the_editor_and_to_readers_of_the_quality_page(tmp_path: Path) -> None:
    outcome = site(tmp_path, SITE)
    assert notes(outcome) == [
        ("articles/a.md", 8, {"words": "1200万元", "value": "12000000"}),
        ("articles/a.md", 8, {"words": "去年6月", "value": "1929-06"}),
    ]
    account = page(outcome.site, "quality")
    assert "程序读出、核对不符而未发布 2 条" in account.text_content()
    assert account.xpath('//a[@href="../quality/withheld/"]')
    listed = page(outcome.site, "quality/withheld")
    rows = [it.text_content() for it in listed.xpath('//ul[@class="passages"]/li')]
    assert rows == [
        "去年6月，青石县建成东干渠，投资1200万元。 水渠程序读作 1929年6月",
        "去年6月，青石县建成东干渠，投资1200万元。 水渠程序读作 1200万",
    ]
    assert texts(listed, "//mark/text()") == ["去年6月", "1200万元"]
    anchor = texts(listed, '//ul[@class="passages"]//a/@href')[0]
    assert anchor.startswith("../../articles/a/#")


def test_a_strict_build_goes_out_too(tmp_path: Path) -> None:
    content = write(tmp_path / "content", SITE)
    assert built(content, tmp_path / "out", strictness=Strictness.STRICT).published


def test_of_a_newspaper_page_the_line_is_told(tmp_path: Path) -> None:
    files = {"pages/p.txt": RESTORED, "pages/p.review.toml": REVIEW}
    found = notes(site(tmp_path, files))
    assert ("pages/p.txt", 3, {"words": "去年6月", "value": "1929-06"}) in found


@pytest.mark.parametrize(
    ("table", "told"),
    [
        pytest.param('value = "1930-06"', True, id="put-right"),
        pytest.param("drop = true", False, id="taken-away"),
    ],
)
def test_an_editor_settles_it(table: str, told: bool, tmp_path: Path) -> None:
    files = {"pages/p.txt": RESTORED, "pages/p.review.toml": REVIEW}
    correct = (
        f'[[correct]]\narticle = "a"\nsentence = "s3-0"\nspan = "去年6月"\nkind = "date"\n{table}\n'
    )
    outcome = site(tmp_path, {**files, "authority/z.toml": correct})
    assert not [it for it in outcome.problems if it.code == "statement-withheld"]
    assert "quality/withheld/index.html" not in tree(outcome.site)
    assert any(b"1930-06" in it for it in tree(outcome.site).values()) == told


@pytest.mark.parametrize("step", ["findings_of", "facts_of"])
def test_an_article_at_which_a_rule_breaks_is_shown_unread(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = getattr(leaf, step)

    def broken(encoded: bytes, judge: Judge) -> bytes:
        if "甲县".encode() in encoded:
            raise IndexError("never mind")
        return bytes(right(encoded, judge))

    monkeypatch.setattr(judged, step, broken)
    files = {**SITE, "articles/b.md": "---\ntitle: 甲\n---\n\n甲县投资8800万元。\n"}
    outcome = site(tmp_path, files)
    found = [it for it in outcome.problems if it.code == "text-unread"]
    assert [(it.place.file, dict(it.facts)["found"]) for it in found] == [
        ("articles/b.md", "IndexError: never mind")
    ]
    assert "甲县投资8800万元。" in page(outcome.site, "articles/b").text_content()
    data = tree(outcome.site)
    assert not any(b"88000000" in it for it in data.values())
    assert any(b"35000000" in it for it in data.values())
    again = site(tmp_path, files)
    assert [it.code for it in again.problems] == [it.code for it in outcome.problems]
    assert recheck(tmp_path / "content", tmp_path / "out", Strictness.STRICT).passed


def test_markup_that_can_be_read_in_two_ways_is_shown_as_written(tmp_path: Path) -> None:
    text = "---\ntitle: 甲\n---\n\n## 一、**水利**\n\n甲县</@t>建成水渠，投资9900万元。\n\n- 一\n- **二**\n"
    outcome = site(tmp_path, {**SITE, "articles/b.md": text})
    found = [it for it in outcome.problems if it.code == "markdown-as-written"]
    assert [(it.place.file, it.level) for it in found] == [("articles/b.md", Level.WARNING)]
    shown = page(outcome.site, "articles/b").xpath('//div[@class="prose"]')[0]
    assert [text_of(it) for it in shown.iter("h2", "h3", "p", "li")] == [
        "## 一、**水利**",
        "甲县</@t>建成水渠，投资9900万元。",
        "- 一",
        "- **二**",
    ]
    # What is read from it is proved as ever.
    assert any(b"99000000" in it for it in tree(outcome.site).values())
    assert recheck(tmp_path / "content", tmp_path / "out", Strictness.STRICT).passed


def test_warm_and_cold_are_the_same_bytes(tmp_path: Path) -> None:
    content = write(tmp_path / "content", {**SITE, "articles/b.md": "乙县也有水渠。\n"})
    built(content, tmp_path / "warm")
    write(content, {"articles/b.md": "去年，乙县也修水渠。\n"})
    warm = tree(built(content, tmp_path / "warm").site)
    assert warm == tree(built(content, tmp_path / "cold").site)
    assert b"1929" in warm["quality/withheld/index.html"]
    write(content, {"articles/a.md": "没有了。\n", "articles/b.md": "也没有了。\n"})
    warm = tree(built(content, tmp_path / "warm").site)
    assert warm == tree(built(content, tmp_path / "cold").site)
    assert "quality/withheld/index.html" not in warm
