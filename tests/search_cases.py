"""Text cases of folding and terms (tests/cases/search), which Python and the browser both run."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import pytest

from generator.search.terms import units
from tests.unit.case_files import examples

_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


class TermCase(NamedTuple):
    """A text, and what becomes of it."""

    text: str
    folded: str
    terms: list[str]
    """In code units, as the index has them."""
    key: str


def term_cases() -> list[Any]:
    """For parametrize."""
    return [pytest.param(_case(*it.values), id=it.id) for it in examples("search")]


def _case(text: str, expected: list[str]) -> TermCase:
    folded, terms, key = (_plain(it.removeprefix("-").removeprefix(" ")) for it in expected)
    return TermCase(_plain(text), folded, [units(it) for it in terms.split(" ") if it], key)


def _plain(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
