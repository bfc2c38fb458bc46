"""Facts about a file -> Problem; the one form in which an author's mistake travels.

A problem never holds a sentence of its own: `code` names a row of `problem_texts`, `facts` fill
the row's placeholders, and the wording in Chinese or English is made when it is printed.
"""

from __future__ import annotations

import enum

import msgspec

from generator.model.problem_texts import TEXTS, Lang, ProblemText


class Level(enum.StrEnum):
    """How much a problem matters. `--strict` turns warnings into errors; notes stay notes."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Place(msgspec.Struct, frozen=True, array_like=True):
    """Where to look. `file` is relative to the content folder, with forward slashes.

    Stages that hold no line numbers give a `key` (the path of keys and indices into a TOML or
    YAML document) or a `needle` (text to look for); `generator.store.locate` turns either into
    a line just before printing, so that nobody pays for positions while all is well.
    """

    file: str
    line: int = 0
    """1-based; 0: the whole file, or not yet located."""
    key: tuple[str | int, ...] = ()
    needle: str = ""


class Problem(msgspec.Struct, frozen=True, array_like=True):
    """One thing an author can mend."""

    code: str
    level: Level
    place: Place
    facts: tuple[tuple[str, str], ...] = ()


def problem(code: str, place: Place, **facts: object) -> Problem:
    """A problem of the level its row of the table gives.

    Raises KeyError for a code without a row and for facts that do not fit its placeholders:
    both are our mistakes, not the author's.
    """
    text = TEXTS[code]
    if set(facts) != set(text.facts):
        raise KeyError(f"{code} takes {sorted(text.facts)}, not {sorted(facts)}")
    return Problem(
        code=code,
        level=Level(text.level),
        place=place,
        facts=tuple(sorted((name, str(value)) for name, value in facts.items())),
    )


def detail(item: Problem, lang: Lang) -> str:
    """What is wrong, in one sentence."""
    return _fill(item, TEXTS[item.code].detail(lang))


def hint(item: Problem, lang: Lang) -> str:
    """The way out, in one sentence."""
    return _fill(item, TEXTS[item.code].hint(lang))


def _fill(item: Problem, template: str) -> str:
    return template.format_map(dict(item.facts))


__all__ = ["Lang", "Level", "Place", "Problem", "ProblemText", "detail", "hint", "problem"]
