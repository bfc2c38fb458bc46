"""theme/texts.toml -> texts that stand in place of the catalogue's, and what is wrong in it."""

from __future__ import annotations

import functools
import tomllib
from typing import Annotated, Any, TypeGuard

import msgspec
from msgspec import Meta

from generator.forms.toml_lines import toml_lines
from generator.forms.toml_text import read_toml
from generator.model.problem import Place, Problem, problem
from generator.present.texts import LANGUAGE, Words, catalogue, holders

_Words = Annotated[str, Meta(min_length=1, max_length=1000)]


class _Forms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """By the number of what is told of."""

    one: _Words
    other: _Words


@functools.cache
def texts_form(language: str = LANGUAGE) -> type[msgspec.Struct]:
    """A form with the catalogue's tables and keys: what is misspelt is told as everywhere."""
    groups: list[tuple[str, Any, Any]] = []
    for group, packaged in catalogue(language).items():
        keys = [
            (key, _Words, words) if isinstance(words, str) else (key, _Words | _Forms, "")
            for key, words in packaged.items()
        ]
        table = msgspec.defstruct(group, keys, frozen=True, forbid_unknown_fields=True)
        groups.append((group, table, table()))
    return msgspec.defstruct("Texts", groups, frozen=True, forbid_unknown_fields=True)


def read_words(
    text: str, path: str, language: str = LANGUAGE
) -> tuple[dict[str, dict[str, str | dict[str, str]]], tuple[Problem, ...]]:
    """Group -> key -> words, of those that differ from the catalogue's."""
    _, problems = read_toml(text, texts_form(language), path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return {}, problems
    replaced: dict[str, dict[str, str | dict[str, str]]] = {}
    found = list(problems)
    for group, packaged in catalogue(language).items():
        written = data.get(group)
        for key, ours in packaged.items():
            words = written.get(key) if isinstance(written, dict) else None
            if words == ours or not (isinstance(words, str) or _are_forms(words, ours)):
                continue
            replaced.setdefault(group, {})[key] = words
            if not _fits(words, ours):
                line = toml_lines(text).get((group, key), 0)
                names = "、".join(f"{{{it}}}" for it in sorted(holders(ours))) or "—"
                found.append(
                    problem(
                        "theme-text-holder",
                        Place(path, line),
                        key=f"{group}.{key}",
                        value=words if isinstance(words, str) else words["other"],
                        known=names,
                    )
                )
    return replaced, tuple(found)


def _are_forms(words: object, ours: Words) -> TypeGuard[dict[str, str]]:
    if isinstance(ours, str) or not isinstance(words, dict) or set(words) != {"one", "other"}:
        return False
    return all(isinstance(it, str) for it in words.values())


def _fits(words: Words, ours: Words) -> bool:
    """Whether nothing is to be filled in but what the page has for it."""
    try:
        return holders(words) <= holders(ours)
    except ValueError:
        return False
