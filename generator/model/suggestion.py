"""What the program would ask an editor: possible aliases, terms, names and mistakes."""

from __future__ import annotations

from typing import Literal

import msgspec

SuggestionKind = Literal[
    "alias", "term", "name", "kinds", "offices", "figure", "date", "topic", "person"
]
"""alias: one name is short for another; term: a word for lexicon.txt; name: a doubtful one;
kinds: a name of two kinds; offices: a person of several; figure: without unit; date: odd; topic: one that texts share;
person: people of one name who may be one."""
Table = Literal["people", "organisations", "places", "terms"]


class Suggestion(msgspec.Struct, frozen=True, array_like=True):
    """One question, with the sentences it comes from."""

    kind: SuggestionKind
    name: str
    """The full name, the word, or the words of the text."""
    alias: str = ""
    """The short name; of people the bodies that tell them apart, joined by 、."""
    table: Table | Literal[""] = ""
    article: str = ""
    sentence: str = ""
    why: str = ""
    articles: int = 1
    places: int = 1
    examples: tuple[str, ...] = ()
    """Article's slug, #, sentence's id, a space, the words around."""
    terms: tuple[str, ...] = ()
    """Of a topic: words that select passages."""

    @property
    def id(self) -> str:
        """Names it for good: what was refused is not asked again."""
        parts = (self.kind, self.name, self.alias, self.article, self.sentence)
        return "|".join(it for it in parts if it)
