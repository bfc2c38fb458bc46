"""Titles of documents as texts put them in marks."""

from __future__ import annotations


def bare_title(words: str) -> str:
    """Without 《》 or 〈〉 around all of it; those inside stay: 《〈纲要〉实施计划》 is 〈纲要〉实施计划."""
    words = words.strip(" ")
    for opens, closes in ("《》", "〈〉"):
        if words[:1] == opens and words[-1:] == closes:
            inner = words[1:-1]
            if closes not in inner or inner.find(opens) < inner.find(closes):
                words = inner
    return words.strip("《》")
