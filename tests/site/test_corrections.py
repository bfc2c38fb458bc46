"""An editor puts right what the program read, and sees it on the page; nothing is silently lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.app.request import BuildOutcome
from generator.text.slug import slugify
from generator.weave.addresses import entity_url
from tests.site.sites import Files, built, page, texts, tree, write
from tests.site.test_findings import listed

TEXT = (
    "报道\n\n9月28日，青石县与山西农业大学签订合作协议，投资1200万元。\n\n"
    "青石县县委书记李卫东说：“水渠修好了，大家放心。”记者温馨报道。\n"
)
REVIEW = (
    '[page]\ndate = 2022-10-09\n\n[[articles]]\nslug = "a"\ntitle = ["{0} 报道"]\n'
    'body = ["{1} 9月28日", "{2} 青石县县委"]\n'
)
SITE: Files = {
    "site.toml": 'title = "站"\n',
    "pages/p1.txt": TEXT,
    "pages/p1.review.toml": REVIEW.format(1, 3, 5),
}
URL = "articles/a/"


def corrected(folder: Path, *tables: str, **files: str) -> BuildOutcome:
    """The site with these `[[correct]]` tables; names of files have __ for the slash."""
    more = {name.replace("__", "/"): text for name, text in files.items()}
    written = "\n".join(f"[[correct]]\n{it}\n" for it in tables)
    content = write(folder / "content", {**SITE, "authority/z.toml": written, **more})
    return built(content, folder / "out")


def codes(outcome: BuildOutcome) -> list[str]:
    return [it.code for it in outcome.problems if it.code.startswith("correct")]


@pytest.mark.parametrize(
    ("table", "title", "there", "gone"),
    [
        pytest.param(
            'sentence = "s3-0"\nspan = "9月28日"\nkind = "date"\nvalue = "2021-09-28"',
            "日期", "9月28日2021-09-28；编者改定", "2022-09-28", id="date",
        ),
        pytest.param(
            'sentence = "s3-0"\nspan = "9月28日"\nkind = "date"\ndrop = true',
            "日期", "", "9月28日", id="date-dropped",
        ),
        pytest.param(
            'sentence = "s3-0"\nspan = "1200万元"\nkind = "figure"\nvalue = "1200万元"\nof = "投资额"',
            "数字", "1200万元投资额", "", id="figure",
        ),
        pytest.param(
            'sentence = "s5-0"\nspan = "李卫东"\nkind = "place"',
            "地点", "李卫东", "", id="kind",
        ),
        pytest.param(
            'sentence = "s5-0"\nspan = "李卫东"\nkind = "person"\nvalue = "李卫东（青石）"',
            "人物", "李卫东", "", id="person",
        ),
        pytest.param(
            'sentence = "s5-0"\nspan = "李卫东"\nkind = "person"\ndrop = true',
            "人物", "", "李卫东", id="person-dropped",
        ),
        pytest.param(
            'sentence = "s5-0"\nspan = "水渠修好了"\nkind = "quote"\nvalue = "王五"\noffice = "村长"',
            "引语", "王五（村长）", "李卫东", id="quote",
        ),
        pytest.param(
            'sentence = "s5-0"\nspan = "水渠修好了"\nkind = "event"\nvalue = "竣工"\nplace = "渠首"',
            "事件", "竣工渠首；编者补充水渠修好了", "", id="event-added",
        ),
        pytest.param(
            'sentence = "s3-0"\nspan = "合作协议"\nkind = "document"',
            "文件", "合作协议", "", id="document-added",
        ),
    ],
)  # fmt: skip
def test_a_correction_is_what_the_page_tells(
    table: str, title: str, there: str, gone: str, tmp_path: Path
) -> None:
    outcome = corrected(tmp_path, table)
    assert codes(outcome) == []
    entries = listed(outcome.site, URL).get(title, [])
    if there:
        assert [it for it in entries if it.startswith(there)], entries
    if gone:
        assert not [it for it in entries if gone in it], entries


STATED = {
    "figure-by-another-name": (
        '1200万元"\nkind = "figure"\nvalue = "1300万元"\nof = "水渠经费"\nas-of = "2023"',
        {"figure": [("水渠经费", 13_000_000, "2023")]},
        "2022-09-28",
    ),
    "event-on-another-day": (
        '签订合作协议"\nkind = "event"\nvalue = "签署"\ndate = "2022-09-27"',
        {"event": [("签署", 12_000_000, "2022-09-27")], "date": [(None, None, "2022-09-27")]},
        "2022-09-27",
    ),
    "another-day": (
        '9月28日"\nkind = "date"\nvalue = "2022-09-26"',
        {"event": [("签订", 12_000_000, "2022-09-26")], "date": [(None, None, "2022-09-26")]},
        "2022-09-26",
    ),
    "another-sum": (
        '1200万元"\nkind = "figure"\nvalue = "1300万元"',
        {
            "event": [("签订", 13_000_000, "2022-09-28")],
            "relation": [("investment", 13_000_000, "2022-09-28")],
        },
        "2022-09-28",
    ),
}
"""Ends of spans with what is put right; statements (predicate, value, date); day of the timeline."""


@pytest.mark.parametrize(("table", "stated", "day"), STATED.values(), ids=STATED)
def test_a_correction_is_what_data_and_timeline_say(
    table: str,
    stated: dict[str, list[tuple[str | None, int | None, str]]],
    day: str,
    tmp_path: Path,
) -> None:
    outcome = corrected(tmp_path, f'sentence = "s3-0"\nspan = "{table}')
    assert codes(outcome) == []
    found: dict[str, list[tuple[str | None, int | None, str]]] = {}
    for line in (outcome.site / "data" / "statements.jsonl").read_text().splitlines():
        row = json.loads(line)
        said = row.get("predicate"), row.get("value"), row.get("date")
        found.setdefault(row["kind"], []).append(said)
    assert {kind: found[kind] for kind in stated} == stated
    times = page(outcome.site, "timeline/2020s/").xpath("//time/@datetime | //@data-edtf")
    assert set(times) == {day}


def test_an_office_is_corrected_in_the_words_of_the_sentence(tmp_path: Path) -> None:
    table = (
        'sentence = "s5-0"\nspan = "李卫东"\nkind = "office"\nvalue = "书记"\norganisation = "县委"'
    )
    outcome = corrected(tmp_path, table)
    assert codes(outcome) == []
    [person] = [it for it in listed(outcome.site, URL)["人物"] if it.startswith("李卫东")]
    assert person.startswith("李卫东县委书记")
    outcome = corrected(tmp_path, table.replace('"书记"', '"主任"'))
    assert codes(outcome) == ["correct-words"]


LATER = "\n\n" + TEXT


def test_a_correction_holds_when_the_lines_have_moved(tmp_path: Path) -> None:
    table = 'article = "a"\nsentence = "s3-0"\nspan = "1200万元"\nkind = "figure"\nvalue = "1200万元"\nof = "投资额"'
    assert codes(corrected(tmp_path, table)) == []
    moved = {"pages__p1.txt": LATER, "pages__p1.review.toml": REVIEW.format(3, 5, 7)}
    outcome = corrected(tmp_path, table, **moved)
    assert codes(outcome) == ["correct-moved"]
    assert any("投资额" in it for it in listed(outcome.site, URL)["数字"])


@pytest.mark.parametrize(
    ("table", "code", "said"),
    [
        pytest.param(
            'sentence = "s3-0"\nspan = "9月29日"\nkind = "date"\nvalue = "2021"',
            "correct-stale", "9月28日，青石县", id="span-not-there",
        ),
        pytest.param(
            'sentence = "s99-0"\nspan = "去年"\nkind = "date"\nvalue = "2021"',
            "correct-lost", "—", id="no-such-sentence",
        ),
        pytest.param(
            'sentence = "s3-0"\ntext = "9月30日"\nspan = "9月28日"\nkind = "date"\nvalue = "2021"',
            "correct-stale", "9月28日，青石县", id="another-sentence-by-now",
        ),
        pytest.param(
            'article = "b"\nsentence = "s3-0"\nspan = "去年"\nkind = "date"\nvalue = "2021"',
            "correct-article", "—", id="no-such-article",
        ),
        pytest.param(
            'sentence = "s3-0"\nspan = "青石县"\nkind = "date"\ndrop = true',
            "correct-nothing", "青石县", id="nothing-to-drop",
        ),
    ],
)  # fmt: skip
def test_what_is_not_applied_is_told(table: str, code: str, said: str, tmp_path: Path) -> None:
    outcome = corrected(tmp_path, table)
    [problem] = [it for it in outcome.problems if it.code.startswith("correct")]
    assert (problem.code, problem.place.file, problem.place.line) == (code, "authority/z.toml", 1)
    assert said in " ".join(value for _, value in problem.facts)


def test_an_id_of_several_articles_needs_the_article(tmp_path: Path) -> None:
    more = {
        "pages__p2.txt": TEXT,
        "pages__p2.review.toml": REVIEW.format(1, 3, 5).replace('"a"', '"b"'),
    }
    table = 'sentence = "s3-0"\nspan = "9月28日"\nkind = "date"\nvalue = "2021-09-28"'
    assert codes(corrected(tmp_path, table, **more)) == ["correct-ambiguous"]
    outcome = corrected(tmp_path, f'article = "b"\n{table}', **more)
    assert codes(outcome) == []
    assert listed(outcome.site, "articles/a/")["日期"][0].startswith("9月28日2022-09-28")
    assert listed(outcome.site, "articles/b/")["日期"][0].startswith("9月28日2021-09-28")


def test_a_correction_of_an_authored_sentence(tmp_path: Path) -> None:
    outcome = corrected(tmp_path, **{"articles__c.md": "# 题\n\n去年修渠。\n"})
    [name] = [it for it in texts(page(outcome.site, "articles/c/"), "//@id") if it.startswith("s")]
    table = f'sentence = "{name}"\nspan = "去年"\nkind = "date"\nvalue = "2019"'
    outcome = corrected(tmp_path, table, **{"articles__c.md": "# 题\n\n去年修渠。\n"})
    assert codes(outcome) == []
    assert listed(outcome.site, "articles/c/")["日期"] == ["去年2019；编者改定"]


def test_only_a_page_that_an_editor_corrected_says_so(tmp_path: Path) -> None:
    """And only there, beside the notice that all else is the program's."""
    table = 'sentence = "s5-0"\nspan = "水渠修好了"\nkind = "quote"\nvalue = "王五"'
    notice = "除写明编者改定、编者补充的以外，未经编者核对"
    for tables, said in (((), False), ((table,), True)):
        outcome = corrected(tmp_path, *tables)
        text = (outcome.site / URL / "index.html").read_text()
        assert (notice in text) is said
    quotes = listed(outcome.site, URL)["引语"]
    assert [it.startswith("王五编者改定") for it in quotes] == [True, *[False] * (len(quotes) - 1)]


def test_what_is_no_name_is_gone_everywhere(tmp_path: Path) -> None:
    assert any("李卫东" in it for it in listed(corrected(tmp_path).site, URL)["人物"])
    outcome = corrected(tmp_path, **{"authority__a.toml": 'not-a-name = ["李卫东"]\n'})
    lists = listed(outcome.site, URL)
    assert not any("李卫东" in it for it in lists.get("人物", ()))
    assert not any("李卫东" in it for it in lists["引语"])


def test_names_of_the_authority_are_told_with_their_kind(tmp_path: Path) -> None:
    authority = '[[organisations]]\nname = "合作协议办公室"\naliases = ["合作协议"]\n'
    outcome = corrected(tmp_path, **{"authority__a.toml": authority})
    assert any(it.startswith("合作协议") for it in listed(outcome.site, URL)["机构"])


def test_the_page_of_before_leads_to_the_entry_of_another_kind(tmp_path: Path) -> None:
    before = entity_url("organisation", "山西农业大学", slugify)
    assert (corrected(tmp_path).site / before / "index.html").exists()
    authority = '[[places]]\nname = "山西农业大学"\nslug = "nongda"\n'
    site = corrected(tmp_path, **{"authority__a.toml": authority}).site
    assert "places/nongda/" in (site / before / "index.html").read_text()


def test_a_warm_build_with_corrections_equals_a_cold_one(tmp_path: Path) -> None:
    table = 'sentence = "s3-0"\nspan = "9月28日"\nkind = "date"\nvalue = "2021-09-28"'
    corrected(tmp_path)
    warm = tree(corrected(tmp_path, table).site)
    assert warm == tree(built(tmp_path / "content", tmp_path / "cold").site)
    assert tree(corrected(tmp_path).site) != warm
