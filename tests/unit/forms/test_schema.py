"""The schemas that `jingwei schema` prints are sound and complete."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from generator.forms.schema import DIALECT, FORMS, json_schemas

SCHEMAS = json_schemas()

# Keywords of draft 2020-12 that we use, and what kind of value each takes (JSON Schema core 8,
# 9, 10 and validation 6).
KEYWORDS: dict[str, type | tuple[type, ...]] = {
    "$schema": str, "$ref": str, "$defs": dict, "title": str, "description": str,
    "default": object, "type": (str, list), "enum": list, "const": object, "format": str,
    "pattern": str, "minLength": int, "maxLength": int, "minimum": (int, float),
    "maximum": (int, float), "items": dict, "minItems": int, "maxItems": int,
    "uniqueItems": bool, "properties": dict, "required": list,
    "additionalProperties": (bool, dict), "anyOf": list,
}  # fmt: skip
TYPES = {"null", "boolean", "object", "array", "number", "string", "integer"}


def subschemas(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield schema
    for keyword in ("properties", "$defs"):
        for below in schema.get(keyword, {}).values():
            yield from subschemas(below)
    for below in schema.get("anyOf", []):
        yield from subschemas(below)
    if "items" in schema:
        yield from subschemas(schema["items"])


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_well_formed(name: str) -> None:
    top = SCHEMAS[name]
    assert top["$schema"] == DIALECT
    assert json.loads(json.dumps(top)) == top
    for schema in subschemas(top):
        for keyword, value in schema.items():
            assert isinstance(value, KEYWORDS[keyword]), keyword
        if "type" in schema:
            assert schema["type"] in TYPES
        if "pattern" in schema:
            re.compile(schema["pattern"])
            assert r"\Z" not in schema["pattern"]
        if "$ref" in schema:
            assert schema["$ref"].removeprefix("#/$defs/") in top["$defs"]
        if "enum" in schema:
            assert len(set(schema["enum"])) == len(schema["enum"]) > 0


@pytest.mark.parametrize("name", SCHEMAS)
def test_unknown_keys_are_refused(name: str) -> None:
    for schema in subschemas(SCHEMAS[name]):
        if schema.get("type") == "object":
            assert schema["additionalProperties"] is False
            assert set(schema["required"]) <= set(schema["properties"])


@pytest.mark.parametrize("name", ["site", "article", "topic", "authority"])
def test_every_key_is_described_in_chinese(name: str) -> None:
    for schema in subschemas(SCHEMAS[name]):
        for key, value in schema.get("properties", {}).items():
            assert re.search("[\u4e00-\u9fff]", value.get("description", "")), key


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_has_the_keys_of_its_form(name: str) -> None:
    form, _ = FORMS[name]
    keys = {field.encode_name for field in msgspec.structs.fields(form)}
    assert set(SCHEMAS[name]["properties"]) == keys
