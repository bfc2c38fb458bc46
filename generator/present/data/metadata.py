"""What Datasette shows beside the tables: titles, descriptions, facets, queries."""

from __future__ import annotations

from typing import Any

import msgspec

from generator.present.data.records import (
    ArticleRecord,
    EntityRecord,
    SentenceRecord,
    StatementRecord,
    TopicRecord,
)
from generator.present.data.settings import Index

_LABELS = {"articles": "title", "topics": "title", "entities": "name", "sentences": "text"}
_FACETS = {
    "articles": ["source", "date"],
    "entities": ["kind", "found_by"],
    "statements": ["kind", "status", "unit"],
    "figures_by_measure": ["measure", "status", "unit"],
    "timeline": ["kind"],
}
_TITLES = {
    "mentions": "哪一句里提到谁",
    "statement_entities": "陈述牵涉的对象",
    "aliases": "别名、简称",
    "grounds": "几处名字为何算作同一个",
    "topic_articles": "专题与文章；about：是否主要讲它",
    "topic_passages": "专题所收段落中说明理由的那一句",
    "topic_entities": "专题与对象",
    "figures_by_measure": "同一指标的数据，按时间排列",
    "timeline": "大事：事件和有日期的话，按时间排列",
    "quotes": "言论，按文章日期排列",
    "offices": "谁任何职，以文章的日期为准",
    "mentions_in_context": "每次提及和它所在的句子",
}
_CONTAINS = """SELECT s.text AS sentence, a.title AS article, a.date, s.url
FROM sentences s JOIN articles a ON a.n = s.article
WHERE s.text LIKE '%' || :words || '%' ORDER BY a.date DESC, s.n"""
_TOGETHER = """SELECT x.name, x.kind, count(DISTINCT m.sentence) AS sentences
FROM entities e JOIN mentions k ON k.entity = e.n JOIN mentions m ON m.sentence = k.sentence
JOIN entities x ON x.n = m.entity
WHERE e.name = :name AND x.n != e.n GROUP BY x.n ORDER BY sentences DESC, x.name"""
_RECORDS: dict[str, type[msgspec.Struct]] = {
    "articles": ArticleRecord,
    "topics": TopicRecord,
    "entities": EntityRecord,
    "sentences": SentenceRecord,
    "statements": StatementRecord,
}


def metadata(title: str, base_url: str, licence: str, index: Index) -> bytes:
    """metadata.json."""
    about: dict[str, Any] = {"title": title, "description": _DESCRIPTION[index]}
    if licence:
        about["license"] = licence
    if base_url:
        about |= {"source": title, "source_url": base_url}
    about["databases"] = {"jingwei": {"tables": _tables(), "queries": _queries()}}
    return msgspec.json.format(msgspec.json.encode(about), indent=2) + b"\n"


_DESCRIPTION: dict[Index, str] = {
    "full": "每一行都据原文的一句。三个字以上的词可以全文检索，两个字的词用查询“含某词的句子”。",
    "light": "每一行都据原文的一句。标题和名称可以全文检索，句子用查询“含某词的句子”。",
}


def _tables() -> dict[str, Any]:
    tables: dict[str, Any] = {}
    for name, record in _RECORDS.items():
        columns = {field: words for field, _, words in fields(record)}
        tables[name] = {"description": record.__doc__, "columns": columns}
    for name, words in _TITLES.items():
        tables[name] = {"description": words}
    for name, label in _LABELS.items():
        tables[name]["label_column"] = label
    for name, facets in _FACETS.items():
        tables[name]["facets"] = facets
    return tables


def _queries() -> dict[str, Any]:
    return {
        "contains": {"title": "含某词的句子", "sql": _CONTAINS},
        "together": {"title": "与某人、某机构、某地同句提到的", "sql": _TOGETHER},
    }


def fields(record: type[msgspec.Struct]) -> list[tuple[str, str, str]]:
    """(name, JSON type, description) of each field of a record."""
    (schema,), components = msgspec.json.schema_components([record])
    properties = components[record.__name__]["properties"]
    del schema
    return [(name, _type(it), it.get("description", "")) for name, it in properties.items()]


def _type(schema: dict[str, Any]) -> str:
    if "anyOf" in schema:
        return " | ".join(
            dict.fromkeys(_type(it) for it in schema["anyOf"] if it != {"type": "null"})
        )
    found = schema.get("type", "string")
    return str(found)
