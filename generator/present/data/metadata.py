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
from generator.present.texts import text

_LABELS = {"articles": "title", "topics": "title", "entities": "name", "sentences": "text"}
_FACETS = {
    "articles": ["source", "date"],
    "entities": ["kind", "found_by"],
    "statements": ["kind", "status", "unit"],
    "figures_by_measure": ["measure", "status", "unit"],
    "timeline": ["kind"],
}
_VIEWS = (
    "mentions",
    "statement_entities",
    "aliases",
    "grounds",
    "topic_articles",
    "topic_passages",
    "topic_entities",
    "figures_by_measure",
    "timeline",
    "quotes",
    "offices",
    "mentions_in_context",
)
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
    about: dict[str, Any] = {"title": title, "description": text(f"data_query.{index}")}
    if licence:
        about["license"] = licence
    if base_url:
        about |= {"source": title, "source_url": base_url}
    about["databases"] = {"jingwei": {"tables": _tables(), "queries": _queries()}}
    return msgspec.json.format(msgspec.json.encode(about), indent=2) + b"\n"


def _tables() -> dict[str, Any]:
    tables: dict[str, Any] = {}
    for name, record in _RECORDS.items():
        columns = {field: words for field, _, words in fields(name, record)}
        tables[name] = {"description": text(f"data_table.{name}_row"), "columns": columns}
    for name in _VIEWS:
        tables[name] = {"description": text(f"data_view.{name}")}
    for name, label in _LABELS.items():
        tables[name]["label_column"] = label
    for name, facets in _FACETS.items():
        tables[name]["facets"] = facets
    return tables


def _queries() -> dict[str, Any]:
    return {
        "contains": {"title": text("data_query.contains"), "sql": _CONTAINS},
        "together": {"title": text("data_query.together"), "sql": _TOGETHER},
    }


def fields(table: str, record: type[msgspec.Struct]) -> list[tuple[str, str, str]]:
    """(name, JSON type, description) of each field of a record."""
    (schema,), components = msgspec.json.schema_components([record])
    properties = components[record.__name__]["properties"]
    del schema
    return [(name, _type(it), text(f"data_{table}.{name}")) for name, it in properties.items()]


def _type(schema: dict[str, Any]) -> str:
    if "anyOf" in schema:
        return " | ".join(
            dict.fromkeys(_type(it) for it in schema["anyOf"] if it != {"type": "null"})
        )
    found = schema.get("type", "string")
    return str(found)
