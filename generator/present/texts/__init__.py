"""Name -> words of the interface: those of the catalogue, or what a theme has put in their place.

The catalogue is one TOML file a language, a table for each part of the site. Templates say
`texts.article.sources`, Python says `text("article.sources")`. What stands in braces is filled in by
whoever shows the text.
"""

from __future__ import annotations

import functools
import string
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

from generator.present.look import look

LANGUAGE = "zh-Hans"
"""The one language that has a catalogue so far."""


@functools.cache
def catalogue(language: str = LANGUAGE) -> Mapping[str, Mapping[str, str]]:
    """What is packaged: group -> key -> words."""
    import tomllib

    path = Path(__file__).with_name(f"{language}.toml")
    groups: dict[str, dict[str, str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return groups


@functools.cache
def texts() -> SimpleNamespace:
    """All texts, for templates; forgotten by `templates.renew`."""
    own = look().texts
    return SimpleNamespace(
        **{
            group: SimpleNamespace(**{**packaged, **own.get(group, {})})
            for group, packaged in catalogue().items()
        }
    )


def text(name: str) -> str:
    """One of them by its whole name, e.g. "nav.topics"."""
    group, _, key = name.partition(".")
    words: str = getattr(getattr(texts(), group), key)
    return words


def holders(words: str) -> frozenset[str]:
    """Names in braces; ValueError if they are not plain names in closed braces."""
    found = [
        (name, spec, conversion)
        for _, name, spec, conversion in string.Formatter().parse(words)
        if name is not None
    ]
    if any(not name.isidentifier() or spec or conversion for name, spec, conversion in found):
        raise ValueError(words)
    return frozenset(name for name, _, _ in found)
