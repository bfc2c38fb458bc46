"""`authority/accepted.toml`: an authority file with what editors accepted of suggestions.

It is written anew as a whole, so comments in it don't last; what else somebody writes does.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

from generator.forms.suggestions import SuggestionForm, toml_text

_HEAD = (
    "# 由 jingwei suggest --apply 写成：编者采纳的建议。可以改，但这里的注释不会保留；\n"
    "# 要长期维护的词条请移到别的名录文件。\n"
)
_LISTS = ("same", "not-same", "not-a-name")


def with_accepted(text: str, accepted: Iterable[SuggestionForm], entries: Mapping[str, str]) -> str:
    """The file's new text. `entries`: every name and alias that has an entry already -> its name.

    `text` has to be valid; raises ValueError (tomllib's) if it is not.
    """
    data: dict[str, Any] = tomllib.loads(text)
    known = dict(entries)
    for it in accepted:
        if it.kind == "alias":
            _alias(data, it, known)
        elif it.kind == "person":
            _person(data, it, known)
        elif it.kind in ("name", "kinds") and it.table and it.name not in known:
            data.setdefault(it.table, []).append({"name": it.name})
            known[it.name] = it.name
        elif it.kind in ("figure", "date"):
            table = {
                "article": it.article,
                "sentence": it.sentence,
                "span": it.name,
                "kind": it.kind,
            }
            more = {"value": it.value} if it.value else {"drop": True}
            data.setdefault("correct", []).append({**table, **more})
    return _written(data)


def _alias(data: dict[str, Any], it: SuggestionForm, known: dict[str, str]) -> None:
    if it.alias in known:
        return
    mine = next(
        (
            entry
            for entries in data.values()
            if isinstance(entries, list)
            for entry in entries
            if isinstance(entry, dict) and it.name in (entry.get("name"), *entry.get("aliases", ()))
        ),
        None,
    )
    if mine is not None:
        mine["aliases"] = [*mine.get("aliases", ()), it.alias]
    elif it.name in known:
        data.setdefault("same", []).append([known[it.name], it.alias])
    else:
        entry = {"name": it.name, "aliases": [it.alias]}
        data.setdefault(it.table or "organisations", []).append(entry)
        known[it.name] = it.name
    known[it.alias] = known.get(it.name, it.name)


def _person(data: dict[str, Any], it: SuggestionForm, known: dict[str, str]) -> None:
    """People of one name are one: those of these bodies, or all if no body is said."""
    bodies = [body for body in it.alias.split("、") if body]
    people = data.setdefault("people", [])
    mine = [
        entry
        for entry in people
        if entry.get("name") == it.name and not set(bodies).isdisjoint(entry.get("of", ()))
    ]
    if mine:
        # A third body of somebody whose other two are one already.
        mine[0]["of"] = list(dict.fromkeys([*mine[0]["of"], *bodies]))
    elif bodies:
        people.append({"name": it.name, "of": bodies})
    elif it.name not in known:
        people.append({"name": it.name})
    known[it.name] = it.name
    if not people:
        del data["people"]


def _written(data: Mapping[str, Any]) -> str:
    tables = [(key, value) for key, value in data.items() if key not in _LISTS]
    parts = [_HEAD]
    lists = [f"{key} = {_value(data[key])}\n" for key in _LISTS if data.get(key)]
    if lists:
        parts.append("".join(lists))
    for key, entries in tables:
        for entry in entries:
            fields = "".join(f"{name} = {_value(value)}\n" for name, value in entry.items())
            parts.append(f"[[{key}]]\n{fields}")
    return "\n".join(parts)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return toml_text(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return str(value)
