"""`suggestions/*.toml`: what the program asks, with room for the editor's answer.

A file is TOML of the form below, whoever wrote it. `accept` holds the answer; as long as it is
empty there is none. Whoever writes true or false without quotation marks is understood as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Literal

from msgspec import Meta, Struct

from generator.forms.fields import Line, Name, Names
from generator.forms.toml_text import read_toml
from generator.model.problem import Problem
from generator.model.suggestion import Suggestion, SuggestionKind, Table

Answer = Literal["", "true", "false", "是", "否"]
YES: frozenset[Answer] = frozenset(("true", "是"))
NO: frozenset[Answer] = frozenset(("false", "否"))


class SuggestionForm(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """One question."""

    id: Annotated[str, Meta(max_length=600, description="这条建议的标记，不要改")]
    accept: Annotated[Answer, Meta(description="编者的回答：true（是）、false（否）；空着是还没看")]
    kind: Annotated[SuggestionKind, Meta(description="哪一种建议")]
    name: Annotated[Name, Meta(description="全称、词语或原文")]
    alias: Annotated[str, Meta(max_length=80, description="简称、别名")] = ""
    table: Annotated[Table | Literal[""], Meta(description="写进名录的哪一张表")] = ""
    article: Annotated[str, Meta(max_length=120, description="哪一篇")] = ""
    sentence: Annotated[str, Meta(max_length=120, description="哪一句")] = ""
    value: Annotated[str, Meta(max_length=200, description="应当是什么；不写就是去掉")] = ""
    why: Annotated[str, Meta(max_length=400, description="为什么这样问")] = ""
    articles: Annotated[int, Meta(ge=0, description="几篇文章里有")] = 1
    places: Annotated[int, Meta(ge=0, description="共几处")] = 1
    terms: Annotated[Names, Meta(description="专题的选段词语")] = ()
    examples: Annotated[tuple[Line, ...], Meta(max_length=10, description="例句")] = ()


class SuggestionsForm(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """A whole file."""

    suggest: tuple[SuggestionForm, ...] = ()
    decided: Annotated[tuple[str, ...], Meta(description="答过的，不再问")] = ()


_BARE = re.compile(
    r"^(?P<key>[ \t]*accept[ \t]*=[ \t]*)(?P<answer>true|false|是|否)(?=[ \t]*(?:#|$))", re.M
)


def read_suggestions(text: str, path: str) -> tuple[SuggestionsForm | None, tuple[Problem, ...]]:
    """The form, or None and what is wrong."""
    quoted = _BARE.sub(lambda it: f'{it["key"]}"{it["answer"]}"', text)
    return read_toml(quoted, SuggestionsForm, path)


def form_of(it: Suggestion) -> SuggestionForm:
    """A question without an answer."""
    return SuggestionForm(
        id=it.id,
        accept="",
        kind=it.kind,
        name=it.name,
        alias=it.alias,
        table=it.table,
        article=it.article,
        sentence=it.sentence,
        why=it.why,
        articles=it.articles,
        places=it.places,
        terms=it.terms,
        examples=it.examples,
    )


def write_suggestions(head: str, entries: Iterable[SuggestionForm]) -> str:
    """The file; `head` is its comment."""
    parts = ["".join(f"# {line}\n" for line in head.splitlines())]
    parts += map(_written, entries)
    return "\n".join(parts)


def _written(it: SuggestionForm) -> str:
    lines = [
        "[[suggest]]",
        f"accept = {toml_text(it.accept)}",
        *(
            f"{field} = {toml_text(value)}"
            for field, value in (
                ("kind", it.kind),
                ("name", it.name),
                ("alias", it.alias),
                ("table", it.table),
                ("article", it.article),
                ("sentence", it.sentence),
                ("value", it.value),
            )
            if value or (field == "value" and it.kind in ("figure", "date"))
        ),
        *([f"terms = [{', '.join(map(toml_text, it.terms))}]"] if it.kind == "topic" else []),
        f"why = {toml_text(it.why)}",
        f"articles = {it.articles}",
        f"places = {it.places}",
        "examples = [",
        *(f"  {toml_text(example)}," for example in it.examples),
        "]",
        f"id = {toml_text(it.id)}",
    ]
    return "\n".join(lines) + "\n"


def toml_text(value: str) -> str:
    """A basic string of TOML."""
    return '"' + "".join(_ESCAPED.get(it, it) for it in value if it.isprintable()) + '"'


_ESCAPED = {'"': '\\"', "\\": "\\\\"}
