"""Folded text -> terms; the same as in templates/assets/search/text.js.

Offsets and orders count UTF-16 code units, as JavaScript does. docs/search.md says what a term is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 40
"""Characters of a run or key that count."""

H = (
    "\u3005-\u3007\u3021-\u3029\u3040-\u309f\u30a0-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\ud800-\udfff\uf900-\ufaff\U00010000-\U0010ffff"
)
"""Units that are indexed in pairs: the body of a class of a regular expression. Characters beyond
the first plane are two units, and both are."""

_R = rf"[^\W_{H}]"
_WORD = re.compile(rf"(?:[{H}]|{_R}|(?<=[0-9])\.(?=[0-9])|(?<=[0-9]),(?=[0-9]{{3}}(?![0-9])))+")
_TOKEN = re.compile(rf"([{H}]+)|((?:{_R}|\.)+)")


def units(text: str) -> str:
    """The same with each character beyond the first plane as two surrogates."""
    if text.isascii() or max(text) < "\U00010000":
        return text
    return "".join(
        it if it < "\U00010000" else chr(0xD7C0 + (ord(it) >> 10)) + chr(0xDC00 + (ord(it) & 0x3FF))
        for it in text
    )


def words(folded: str) -> Iterator[list[str]]:
    """Words of a folded text, each as its tokens: stretches of H and runs of R in turn."""
    for word in _WORD.finditer(folded):
        plain = word[0].replace(",", "")
        yield [found[0] for found in _TOKEN.finditer(plain)]


def is_h(unit: str) -> bool:
    """Whether a unit is indexed in pairs."""
    return _IS_H(unit) is not None


_IS_H = re.compile(f"[{H}]").match


def terms(folded: str) -> Iterator[str]:
    """All terms of a text but single units, keys, facets and unions; repeats too, in order.

    `folded` counts code units (`units`).
    """
    for word in words(folded):
        yield from word_terms(word)


def word_terms(word: list[str]) -> Iterator[str]:
    """The same of one word."""
    end = ""
    for token in word:
        if end:
            yield end + token[0]
        end = token[-1]
        if is_h(token[0]):
            yield from (token[it : it + 2] for it in range(len(token) - 1))
        else:
            yield token[:LONGEST]


def key(folded: str) -> str:
    """A title or name as one looks it up: its H and R characters in a row; may be empty.

    Takes the text in characters, not in units.
    """
    return "".join("".join(word).replace(".", "") for word in words(folded))[:LONGEST]


def facet(name: str, value: str) -> str:
    """The term of a facet: its value as readers see it, cut."""
    cut = units(value)[:80].encode("utf-16-be", "surrogatepass").decode("utf-16-be", "ignore")
    return f"#{name}:{cut}".replace("\n", " ")
