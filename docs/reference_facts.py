"""Argument parser and forms -> options and fields as rows; nothing here knows Markdown tables."""

from __future__ import annotations

import argparse
import inspect
import json
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from docs import reference_english as english
from generator.cli.arguments import parser
from generator.forms.schema import FORMS, json_schemas


class Option(NamedTuple):
    """One option or argument of a command."""

    command: str
    """As typed after `jingwei`: "build", "new topic"."""
    spelling: str
    """`--jobs`, or the name of a positional argument in capitals."""
    value: str
    """What stands behind it; empty for a switch."""
    default: str
    chinese: str

    @property
    def key(self) -> str:
        """Its name in `reference_english.OPTIONS`, the same for all commands that have it."""
        return f"{self.command} {self.spelling}"


def commands() -> Iterator[tuple[str, argparse.ArgumentParser, str]]:
    """Every command that can be typed, its parser and its Chinese description."""
    for name, below, chinese in _below(parser("")):
        deeper = list(_below(below))
        if not deeper:
            yield name, below, below.description or chinese
        for part, inner, text in deeper:
            yield f"{name} {part}", inner, inner.description or text


def options(command: str, built: argparse.ArgumentParser) -> list[Option]:
    """All options of one command but --help."""
    found = []
    for action in built._actions:
        if isinstance(action, (argparse._HelpAction, argparse._SubParsersAction)):
            continue
        long = [it for it in action.option_strings if it.startswith("--")]
        spelling = long[0] if long else action.dest.upper()
        optional = not long and action.nargs == "?"
        found.append(
            Option(
                command,
                f"[{spelling}]" if optional else spelling,
                _value(action) if long else "",
                _default(action),
                action.help or "",
            )
        )
    return found


def _below(built: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser, str]]:
    for action in built._actions:
        if isinstance(action, argparse._SubParsersAction):
            helps = {it.dest: it.help or "" for it in action._choices_actions}
            for name, inner in action.choices.items():
                yield name, inner, helps.get(name, "")


def _value(action: argparse.Action) -> str:
    if action.nargs == 0:
        return ""
    if action.choices:
        return "|".join(map(str, action.choices))
    return "FILE" if action.dest == "report" else english.VALUES.get(action.dest, "TEXT")


def _default(action: argparse.Action) -> str:
    if action.dest == "jobs":
        return "number of processors"  # of the machine, so it can't be taken from the parser
    if action.nargs == 0 or action.default in (None, ""):
        return ""
    return f"`{action.default}`"


class Field(NamedTuple):
    """One key of a file that people write."""

    table: str
    """`site`, `review.joins` …: the form and the table within it."""
    name: str
    type: str
    default: str
    chinese: str

    @property
    def key(self) -> str:
        """Its name in `reference_english.FIELDS`."""
        return f"{self.table}.{self.name}"


class Table(NamedTuple):
    """A form, or a table within one, with its fields."""

    name: str
    title: str
    says: str
    fields: tuple[Field, ...]


def tables(name: str) -> list[Table]:
    """The top table of a form and every table it holds, each once."""
    schema = json_schemas()[name]
    structs = {it.__name__: it for it in _structs(FORMS[name][0])}
    out: list[Table] = []
    seen: dict[str, str] = {}

    def add(path: str, title: str, part: dict[str, Any], doc: str) -> None:
        inner: list[tuple[str, str, str]] = []
        fields = []
        for key, value in part["properties"].items():
            reference = _reference(value)
            if reference:
                array = "[[{}]]" if value.get("type") == "array" else "[{}]"
                inner.append((key, array.format(key), reference))
            needed = key in part.get("required", ())
            fields.append(_field(path, key, value, needed=needed))
        out.append(Table(path, title, doc, tuple(fields)))
        for key, shown, reference in inner:
            if reference in seen:
                continue
            seen[reference] = key
            same = [it for it in inner if it[2] == reference]
            heading = " ".join(f"`{it[1]}`" for it in same)
            below = schema["$defs"][reference]
            inner_path = f"{path}.{key}" if len(same) == 1 else f"{path}.{reference}"
            add(inner_path, heading or shown, below, _first(structs[reference].__doc__))

    add(name, "", schema, _first(FORMS[name][0].__doc__))
    return out


def _structs(form: type[msgspec.Struct]) -> list[type[msgspec.Struct]]:
    """The form and the forms below it."""
    found: list[type[msgspec.Struct]] = []

    def walk(info: msgspec.inspect.Type) -> None:
        if isinstance(info, msgspec.inspect.Metadata):
            walk(info.type)
        elif isinstance(info, msgspec.inspect.StructType):
            found.append(info.cls)
            for field in info.fields:
                walk(field.type)
        elif isinstance(info, msgspec.inspect.VarTupleType):
            walk(info.item_type)
        elif isinstance(info, msgspec.inspect.UnionType):
            for one in info.types:
                walk(one)

    walk(msgspec.inspect.type_info(form))
    return found


def _reference(value: dict[str, Any]) -> str:
    target: str = value.get("$ref") or value.get("items", {}).get("$ref", "")
    if not target and "allOf" in value:
        target = value["allOf"][0].get("$ref", "")
    return target.rpartition("/")[2]


def _field(table: str, name: str, value: dict[str, Any], *, needed: bool) -> Field:
    default = "**required**" if needed else _shown_default(value)
    return Field(table, name, _type(value), default, _chinese(value))


def _shown_default(value: dict[str, Any]) -> str:
    default = value.get("default")
    if default in (None, "", [], {}) or isinstance(default, dict):
        return "–"
    return f"`{json.dumps(default, ensure_ascii=False)}`"


def _chinese(value: dict[str, Any]) -> str:
    if value.get("description"):
        return str(value["description"])
    for below in (*value.get("anyOf", ()), value.get("items", {})):
        if below.get("description"):
            return str(below["description"])
    return ""


def _type(value: dict[str, Any]) -> str:
    if "enum" in value:
        return " \\| ".join(f"`{it}`" for it in value["enum"])
    if "anyOf" in value:
        kinds = [_type(it) for it in value["anyOf"] if it.get("type") != "null"]
        return " or ".join(dict.fromkeys(kinds))
    if _reference(value):
        return "tables" if value.get("type") == "array" else "table"
    if value.get("type") == "array":
        inner = value["items"]
        at_most = f", at most {value['maxItems']}" if "maxItems" in value else ""
        return f"list of {_type(inner)}{at_most}"
    if value.get("format") == "date":
        return "date"
    kind: str = {"string": "text", "boolean": "true or false"}.get(value["type"], value["type"])
    return kind + _bounds(value)


def _bounds(value: dict[str, Any]) -> str:
    if value.get("pattern", "").startswith("^[a-z0-9]+("):
        return " `a-z0-9-`"
    low = value.get("minLength", value.get("minimum"))
    high = value.get("maxLength", value.get("maximum"))
    if high is None:
        return f" ≥ {low}" if low is not None else ""
    return f" {low}–{high}" if low is not None else f" ≤ {high}"


def _first(doc: str | None) -> str:
    return inspect.cleandoc(doc or "").partition("\n\n")[0].replace("\n", " ")
