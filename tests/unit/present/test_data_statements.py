"""What a sentence tells, as a row of data."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from generator.present.data.lines import csv_head, csv_lines, json_lines
from generator.present.data.metadata import fields
from generator.present.data.records import (
    ArticleRecord,
    EntityRecord,
    SentenceRecord,
    StatementRecord,
    TopicRecord,
)
from generator.present.data.schema import BULK, SMALL, VIEWS
from generator.present.data.site_records import SiteRecords
from tests.unit.weave.stated import stated

DOCS = Path(__file__).resolve().parents[3] / "docs/data.md"
TOLD = """文 2022-10-10
9月22日，东江新区与海风集团签约，投资77.8亿元，科技企业力争达到49家。
地 东江新区
机构 海风集团
时间 9月22日=2022-09-22 | 据发表日期2022-10-10推算
事件 签约 | 东江新区、海风集团 | 战略协议 | 2022-09-22
数 49家=49家 | 科技企业 | target | 2025 said | 东江新区
海风集团总裁高明说：“东江新区是沃土。”
人 高明
机构 海风集团
职 高明 | 总裁 | 海风集团
语 东江新区是沃土。 | 高明 | 总裁
东江新区印发《企业服务办法》，推进招商、服务、监督三大行动。
文件 企业服务办法 | 东江新区
举措 三大行动 | 3 | 招商、服务、监督
海风集团与江南大学在北河县共建研究院。
机构 江南大学、海风集团
地 北河县
关系 founded | 研究院 | 海风集团、江南大学 | 北河县
"""
FIELDS: dict[str, dict[str, Any]] = {
    "figure": {
        "words": "49家",
        "subject": "东江新区",
        "predicate": "科技企业",
        "value": 49,
        "unit": "家",
        "status": "target",
        "date": "2025",
        "entities": [["subject", "place:东江新区"]],
    },
    "event": {
        "predicate": "签约",
        "object": "战略协议",
        "date": "2022-09-22",
        "entities": [["subject", "place:东江新区"], ["subject", "organisation:海风集团"]],
    },
    "date": {
        "words": "9月22日",
        "date": "2022-09-22",
        "date_said": False,
        "date_basis": "据发表日期2022-10-10推算",
    },
    "office": {
        "subject": "高明",
        "predicate": "总裁",
        "object": "海风集团",
        "date": "2022-10-10",
        "date_said": False,
        "entities": [["subject", "person:高明"], ["object", "organisation:海风集团"]],
    },
    "quote": {"words": "东江新区是沃土。", "subject": "高明", "object": "总裁", "status": "direct"},
    "document": {"subject": "企业服务办法"},
    "programme": {"subject": "三大行动", "value": 3, "object": "招商、服务、监督"},
    "relation": {
        "predicate": "founded",
        "subject": "海风集团、江南大学",
        "object": "研究院",
        "place": "北河县",
        "entities": [
            ["subject", "organisation:海风集团"],
            ["subject", "organisation:江南大学"],
            ["place", "place:北河县"],
        ],
    },
}


def records(text: str, base_url: str = "") -> SiteRecords:
    knowledge = stated(text)
    urls = tuple(f"articles/{it.article.id}/" for it in knowledge.readings)
    count = len(urls)
    whole = msgspec.structs.replace(knowledge, article_urls=urls, article_topics=((),) * count)
    return SiteRecords(whole, base_url, lambda index: whole.readings[index].article_bytes)


def told(text: str) -> list[dict[str, Any]]:
    rows = json_lines(records(text).statements(0)).splitlines()
    return [msgspec.json.decode(it) for it in rows]


@pytest.mark.parametrize(("kind", "fields"), FIELDS.items(), ids=FIELDS)
def test_each_kind_fills_its_fields(kind: str, fields: dict[str, Any]) -> None:
    found = [it for it in told(TOLD) if it["kind"] == kind]
    assert len(found) == 1
    assert {key: found[0].get(key) for key in fields} == fields
    assert found[0]["article_date"] == "2022-10-10"
    assert found[0]["url"].startswith("articles/a0/#s")
    assert found[0]["source"] == "articles/a0.md"


def test_the_date_of_an_event_says_of_which() -> None:
    rows = {it["kind"]: it for it in told(TOLD)}
    assert rows["date"]["part_of"] == rows["event"]["id"]


def test_rows_come_in_the_order_of_the_text_each_with_its_own_id() -> None:
    found = told(TOLD)
    sentences = list(dict.fromkeys(it["sentence"] for it in found))
    assert [it.split("，")[0][:4] for it in sentences] == [
        "9月22",
        "海风集团",
        "东江新区",
        "海风集团",
    ]
    assert len({it["id"] for it in found}) == len(found)


def test_an_id_does_not_know_what_stands_elsewhere() -> None:
    """Not even another sentence of the same article."""
    more = TOLD.replace("文 2022-10-10\n", "文 2022-10-10\n起初什么也没有。\n")
    assert [it["id"] for it in told(more)] == [it["id"] for it in told(TOLD)]


def test_only_the_key_of_what_changed_changes() -> None:
    two = TOLD + "文 2022-10-11\n高明走了。\n人 高明\n"
    before, after = records(two).keys, records(two.replace("走了", "来了")).keys
    assert (before[0] == after[0], before[1] == after[1]) == (True, False)


def test_the_key_knows_the_address_of_the_site() -> None:
    assert records(TOLD).keys != records(TOLD, "https://example.org/").keys


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        pytest.param(("甲", "乙"), "甲|乙", id="several"),
        pytest.param((), "", id="none"),
        pytest.param(("甲,乙",), '"甲,乙"', id="a-comma"),
        pytest.param(("“甲”\n乙",), '"“甲”\n乙"', id="a-line-break"),
        pytest.param(('"甲"',), '"""甲"""', id="quotation-marks"),
    ],
)
def test_a_cell_holds_what_the_field_does(value: tuple[str, ...], cell: str) -> None:
    row = csv_lines([EntityRecord("term:丙", "term", "丙", aliases=value)]).decode()
    assert row == f"term:丙,term,丙,,{cell},,,,0,0,,\r\n"


def test_a_table_has_a_head_and_perhaps_no_rows() -> None:
    assert csv_head(EntityRecord).decode().startswith("\ufeffid,kind,name,apart,aliases,")
    assert csv_lines([]) == b""
    assert json_lines([]) == b""


RECORDS = {
    "statements": StatementRecord,
    "sentences": SentenceRecord,
    "entities": EntityRecord,
    "articles": ArticleRecord,
    "topics": TopicRecord,
}


@pytest.mark.parametrize(("table", "record"), RECORDS.items(), ids=list(RECORDS))
def test_every_field_is_described_on_the_page_and_in_the_docs(
    table: str,
    record: type[msgspec.Struct],
) -> None:
    found = fields(table, record)
    assert [name for name, _, _ in found] == list(record.__struct_fields__)
    assert [name for name, _, words in found if not words] == []
    # Articles, Entities …
    heading = record.__name__[:5]
    sections = DOCS.read_text("utf-8").split("\n## ")
    section = next(it for it in sections if it.startswith(heading))
    assert [name for name, _, _ in found if f"`{name}`" not in section] == []


def test_every_table_and_view_is_in_the_docs() -> None:
    text = DOCS.read_text("utf-8")
    sql = f"{SMALL}{''.join(BULK.values())}{VIEWS}"
    names = re.findall(r"CREATE (?:TABLE|VIEW) (\w+)", sql)
    assert len(names) > 15
    assert [it for it in names if f"`{it}`" not in text] == []
