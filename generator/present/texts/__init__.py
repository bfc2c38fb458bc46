"""Name -> words of the interface: those of the catalogue, or what a theme has put in their place.

The catalogue is one TOML file a language, a table for each part of the site. Templates say
`texts.article.names`, and `texts.article.characters(count=3)` where something is filled in; Python
says `text("article.names")`, `say("article.characters", count=3)` for plain text and `html(…)` for
HTML. What depends on a number has forms by the plural rules of CLDR: `{one = "…", other = "…"}`;
the number is what `{count}` stands for.
"""

from __future__ import annotations

import functools
import string
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType, SimpleNamespace

from markupsafe import Markup

from generator.present.inline import escape
from generator.present.look import look

LANGUAGE = "zh-Hans"
"""What the interface speaks unless the site says otherwise."""

Words = str | Mapping[str, str]
"""One text, or one for each plural form of the language: "one", "other"."""


_Parsed = tuple[tuple[str, str], ...]
"""(words, name of what follows them) again and again; the last name is empty."""


class Text(str):
    """Words of the interface; called with what is to be filled in, they are ready HTML."""

    __slots__ = ("one",)
    one: str
    """The form for one thing, where the language has one."""

    def __new__(cls, words: Words) -> Text:
        """`words` as the catalogue has them."""
        plural = {"other": words} if isinstance(words, str) else words
        made = super().__new__(cls, plural["other"])
        made.one = plural.get("one", plural["other"])
        return made

    def __call__(self, /, **values: object) -> Markup:
        """What is filled in is escaped unless it is HTML, as in templates."""
        return Markup(_fill(self, {key: _safe(it) for key, it in values.items()}, _escaped))


@functools.cache
def catalogue(language: str = LANGUAGE) -> Mapping[str, Mapping[str, Words]]:
    """What is packaged: group -> key -> words; what a language lacks is said in LANGUAGE."""
    own = written(language)
    if language == LANGUAGE:
        return own
    return {group: {**found, **own.get(group, {})} for group, found in written(LANGUAGE).items()}


@functools.cache
def written(language: str) -> Mapping[str, Mapping[str, Words]]:
    """What a language's file has."""
    import tomllib

    path = Path(__file__).with_name(f"{language}.toml")
    groups: dict[str, dict[str, Words]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return groups


@functools.cache
def texts() -> SimpleNamespace:
    """All texts, for templates."""
    return texts_of(look().interface, look().texts)


def texts_of(
    language: str, own: Mapping[str, Mapping[str, Words]] = MappingProxyType({})
) -> SimpleNamespace:
    """Those of a language, with what a theme has in their place."""
    return SimpleNamespace(
        **{
            group: SimpleNamespace(
                **{key: Text(words) for key, words in {**packaged, **own.get(group, {})}.items()}
            )
            for group, packaged in catalogue(language).items()
        }
    )


@functools.cache
def text(name: str) -> str:
    """One of them by its whole name, e.g. "nav.topics"."""
    return str(_text(name))


@functools.cache
def label(name: str) -> str:
    """The same, escaped for HTML."""
    return escape(text(name))


def named(group: str, key: str) -> str:
    """A text whose key is data: what has no name in the catalogue is called as it is."""
    return str(getattr(getattr(texts(), group), key, key))


def say(name: str, /, **values: object) -> str:
    """A text with its values filled in; whole numbers in groups of three."""
    return _fill(_text(name), values, _plain)


def html(name: str, /, **values: object) -> str:
    """The same in HTML: the words are escaped, the values stand as they are."""
    return _fill(_text(name), values, _escaped)


def renew() -> None:
    """Forget what was read: a preview server outlives a theme's words."""
    for it in (texts, text, label, _text):
        it.cache_clear()


def holders(words: Words) -> frozenset[str]:
    """Names in braces; ValueError if they are not plain names in closed braces."""
    forms = [words] if isinstance(words, str) else words.values()
    return frozenset(name for form in forms for _, name in _pieces(form) if name)


@functools.cache
def _text(name: str) -> Text:
    group, _, key = name.partition(".")
    words: Text = getattr(getattr(texts(), group), key)
    return words


def _fill(words: Text, values: Mapping[str, object], parsed: Callable[[str], _Parsed]) -> str:
    form = words.one if values.get("count") in (1, "1") else words
    out = []
    for literal, name in parsed(form):
        out.append(literal)
        if name:
            value = values[name]
            out.append(f"{value:,}" if type(value) is int else str(value))
    return "".join(out)


@functools.lru_cache(maxsize=1024)
def _plain(words: str) -> _Parsed:
    return tuple(_pieces(words))


@functools.lru_cache(maxsize=1024)
def _escaped(words: str) -> _Parsed:
    return tuple((escape(it), name) for it, name in _pieces(words))


def _pieces(words: str) -> list[tuple[str, str]]:
    found = []
    for literal, name, spec, conversion in string.Formatter().parse(words):
        if name is not None and (not name.isidentifier() or spec or conversion):
            raise ValueError(words)
        found.append((literal, name or ""))
    return found


def _safe(value: object) -> object:
    if isinstance(value, int) or hasattr(value, "__html__"):
        return value
    return escape(str(value))
