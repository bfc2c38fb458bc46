"""theme/texts.toml -> texts that stand in place of the catalogue's, and what is wrong in it."""

from __future__ import annotations

import functools
import tomllib
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from generator.forms.toml_lines import toml_lines
from generator.forms.toml_text import read_toml
from generator.model.problem import Place, Problem, problem
from generator.present.texts import Words, catalogue, holders

_Words = Annotated[str, Meta(min_length=1, max_length=300)]


@functools.cache
def texts_form() -> type[msgspec.Struct]:
    """A form with the catalogue's tables and keys: what is misspelt is told as everywhere."""
    groups: list[tuple[str, Any, Any]] = []
    for group, packaged in catalogue().items():
        keys = [(key, _Words, words) for key, words in packaged.items()]
        table = msgspec.defstruct(group, keys, frozen=True, forbid_unknown_fields=True)
        groups.append((group, table, table()))
    return msgspec.defstruct("Texts", groups, frozen=True, forbid_unknown_fields=True)


def read_words(text: str, path: str) -> tuple[dict[str, dict[str, str]], tuple[Problem, ...]]:
    """Group -> key -> words, of those that differ from the catalogue's."""
    _, problems = read_toml(text, texts_form(), path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return {}, problems
    replaced: dict[str, dict[str, str]] = {}
    found = list(problems)
    for group, packaged in catalogue().items():
        written = data.get(group)
        for key, ours in packaged.items():
            words = written.get(key) if isinstance(written, dict) else None
            if not isinstance(words, str) or words == ours:
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
                        value=words,
                        known=names,
                    )
                )
    return replaced, tuple(found)


def _fits(words: str, ours: Words) -> bool:
    """Whether nothing is to be filled in but what the page has for it."""
    try:
        return holders(words) <= holders(ours)
    except ValueError:
        return False
