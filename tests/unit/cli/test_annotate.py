"""`jingwei annotate`: files and streams of any kind, what is printed of each, what is refused."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.annotate.prose import Prose
from generator.app import annotate_texts as app
from generator.model.findings import Date, Findings, Name
from generator.text.segment import Lexicon
from tests.site.sites import Ran, jingwei, write

KEYS = [
    "id", "text", "ents", "nested", "dates", "figures", "quotes", "offices", "documents",
    "programmes", "events",
]  # fmt: skip


@pytest.fixture(autouse=True)
def simple_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every 甲 is a person and every 今天 the date; words of the lexicon are terms."""

    def understand(prose: Prose, lexicon: Lexicon = (), judge: object = None) -> Findings:
        text, words = prose.text, [it.text for it in lexicon]
        people = [Name(at, at + 1, "PER") for at, sign in enumerate(text) if sign == "甲"]
        terms = [Name(at, at + len(it), "TERM") for it in words if (at := text.find(it)) >= 0]
        at = text.find("今天")
        dates = [Date(at, at + 2, prose.date or None, "据发表日期")] if at >= 0 else []
        return Findings(names=(*people, *terms), dates=tuple(dates))

    monkeypatch.setattr(app, "understand", understand)


def rows(ran: Ran) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ran.out.split("\n")[:-1]]


def stream(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_a_text_file_is_one_row_named_after_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, {"某文.txt": "今天甲来。\r\n甲走。\n"})
    ran = jingwei(capsys, "annotate", tmp_path / "某文.txt", "--date", "2022-10-10", "--json")
    assert (ran.code, ran.err) == (0, "")
    (row,) = rows(ran)
    assert list(row) == KEYS
    assert (row["id"], row["text"]) == ("某文.txt", "今天甲来。\r\n甲走。\n")
    assert row["ents"] == [[2, 3, "PER", True], [7, 8, "PER", True]]
    assert row["dates"] == [{"start": 0, "end": 2, "edtf": "2022-10-10", "basis": "据发表日期"}]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_file_may_have_any_encoding_that_can_be_told(
    encoding: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "今天甲来到这里，大家都说他们的工作做得很好。\n"
    write(tmp_path, {"a.txt": text.encode(encoding)})
    (row,) = rows(jingwei(capsys, "annotate", tmp_path / "a.txt", "--json"))
    assert row["text"] == text


@pytest.mark.parametrize("draft", ["", "draft: true\n"], ids=["published", "draft"])
def test_an_article_is_read_as_the_site_reads_it(
    draft: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"---\ntitle: 题\ndate: 2023-04-28\n{draft}---\n\n**今天**甲\n来。\n\n```\n甲\n```\n\n完。\n"
    write(tmp_path, {"a.md": text})
    ran = jingwei(capsys, "annotate", tmp_path / "a.md", "--date", "2022-10-10", "--json")
    (row,) = rows(ran)
    assert (row["id"], row["text"]) == ("a.md", "今天甲来。\n\n完。")
    assert row["ents"] == [[2, 3, "PER", True]]
    assert row["dates"][0]["edtf"] == "2023-04-28"


def test_what_is_wrong_with_an_article_is_told_and_the_rest_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, {"a.md": "---\ntitle: 题\ndate: 四月\n---\n\n甲来。\n"})
    ran = jingwei(capsys, "annotate", tmp_path / "a.md", "--json")
    assert ran.code == 1
    assert "a.md:3: " in ran.err
    assert rows(ran)[0]["ents"] == [[0, 1, "PER", True]]


def test_several_files_come_in_their_order_and_a_bad_one_stops_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, {"a.txt": "甲", "b.txt": b"\0", "c.txt": "甲甲", "d.jsonl": '{"text":"甲"}'})
    names = ["c.txt", "none.txt", "b.txt", "a.txt", ".", "d.jsonl"]
    ran = jingwei(capsys, "annotate", *(tmp_path / it for it in names), "--json")
    assert ran.code == 1
    assert [it["id"] for it in rows(ran)] == ["c.txt", "a.txt", "1"]
    assert ran.err.count("file-unreadable") == 2
    assert ran.err.count("encoding-nul") == 1


ROWS: dict[str, tuple[bytes, str]] = {
    "not-json": (b"text", "row-malformed"),
    "a-list": (b'["x"]', "row-malformed"),
    "cut-short": (b'{"text": "x', "row-malformed"),
    "two-objects": (b'{"text":"x"}{"text":"y"}', "row-malformed"),
    "deep": (b"[" * 100_000, "row-malformed"),
    "deep-object": (b'{"text":"x","y":' + b"[" * 100_000 + b"]" * 100_000 + b"}", "row-malformed"),
    "endless-number": (b'{"text":"x","id":' + b"9" * 10_000 + b"}", "row-malformed"),
    "no-text": (b'{"id": "a"}', "row-without-text"),
    "text-null": (b'{"text": null}', "row-without-text"),
    "text-list": (b'{"text": ["x"]}', "row-without-text"),
    "not-utf-8": ('{"text": "甲"}'.encode("gb18030"), "row-encoding"),
    "no-day": (b'{"text": "x", "date": "2022-13-01"}', "row-date"),
    "day-list": (b'{"text": "x", "date": [2022]}', "row-date"),
    "day-number": (b'{"text": "x", "date": 20221010}', "row-date"),
}


@pytest.mark.parametrize("case", ROWS)
def test_a_bad_row_is_named_by_its_line_and_the_others_are_printed(
    case: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bad, code = ROWS[case]
    stream(monkeypatch, '{"id":"a","text":"甲"}\n\n'.encode() + bad + b'\n{"id":"b","text":""}')
    ran = jingwei(capsys, "annotate", "-", "--json")
    assert ran.code == 1
    assert [it["id"] for it in rows(ran)] == ["a", "b"]
    assert f"-:3: 错误[{code}]" in ran.err
    assert len(ran.err) < 500


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param('"2022-10-10"', "2022-10-10", id="day"),
        pytest.param('"2022-10-10T08:00:00+08:00"', "2022-10-10", id="time"),
        pytest.param('"2022-10-10 08:00"', "2022-10-10", id="time-with-a-blank"),
        pytest.param("null", "2020-01-01", id="null"),
        pytest.param('""', "2020-01-01", id="empty"),
    ],
)
def test_the_day_of_a_row_goes_before_that_of_the_command(
    written: str,
    expected: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    stream(monkeypatch, f'\ufeff{{"text":"今天","date":{written}}}\r\n'.encode())
    ran = jingwei(capsys, "annotate", "-", "--date", "2020-01-01", "--json")
    assert (ran.code, rows(ran)[0]["dates"][0]["edtf"]) == (0, expected)


@pytest.mark.parametrize("flag", ["--json", "--lang=zh"])
def test_an_empty_stream_gives_nothing(
    flag: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stream(monkeypatch, b"\n \n")
    assert jingwei(capsys, "annotate", "-", flag) == Ran(0, "", "")


def test_the_listing_groups_what_was_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, {"a.txt": "今天甲来。甲走。\n", "b.txt": "无。"})
    ran = jingwei(
        capsys, "annotate", tmp_path / "a.txt", tmp_path / "b.txt", "--date", "2022-10-10"
    )
    assert ran.out == (
        "# a.txt（2022-10-10）\n"
        "\n人物 1\n  甲　2 处　〔今天甲来。〕\n"
        "\n日期 1\n  今天　2022-10-10　据发表日期　〔今天甲来。〕\n\n"
        "# b.txt（2022-10-10）\n\n（没有读出什么）\n\n"
    )


def test_the_lexicon_of_a_site_serves_its_own_files_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(
        tmp_path,
        {
            "site/content/site.toml": 'title = "站"\n',
            "site/content/lexicon.txt": "渠长制\n一 二 三\n",
            "site/content/articles/a.md": "渠长制好。\n",
            "site/content/articles/b.md": "渠长制好。\n",
            "site/c.txt": "渠长制好。\n",
        },
    )
    site = tmp_path / "site"
    files = [site / "content/articles/a.md", site / "content/articles/b.md", site / "c.txt"]
    ran = jingwei(capsys, "annotate", *files, "--json")
    assert [it["ents"] for it in rows(ran)] == [[[0, 3, "TERM", True]], [[0, 3, "TERM", True]], []]
    # The mistake in it is told once.
    assert (ran.code, ran.err.count("lexicon.txt:2: ")) == (1, 1)
