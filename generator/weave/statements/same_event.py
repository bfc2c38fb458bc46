"""Two tellings -> whether they tell one event: by time, verb, who takes part, what is done to, words."""

from __future__ import annotations

import re
from functools import cache
from operator import add
from typing import Final

from generator.model.knowledge import Mention
from generator.text.data import read_table
from generator.weave.statements.times import EVER, agree, length

_SIGNS: Final = re.compile(r"[\s，。、；：！？“”‘’（）()《》〈〉—…·,.;:!?\-]+")
_ALIKE: Final = 0.5
"""Share of the shorter object's character pairs that the longer one has."""
_NEARLY, _SAME_WORDS = 0.6, 0.75
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_SPECIFIC: Final = 6
"""Characters from which an object is told apart without those who take part."""
_PERIOD: Final = 400
"""Days from which a time is a period in which many things happened."""
_PAIRS: Final = 8
"""Character pairs that two clauses share at least where no verb says what happened."""


class Telling:
    """A clause that tells something at a time."""

    __slots__ = (
        "_pairs", "also", "basis", "cite", "edtf", "heading", "object", "object_entity", "rest", "verb",
        "who", "word",
    )  # fmt: skip

    def __init__(
        self,
        cite: Mention,
        word: Mention,
        edtf: str,
        rest: str,
        basis: str = "",
        verb: str = "",
        who: frozenset[int | str] = frozenset(),
        object_: str = "",
        object_entity: int = -1,
    ) -> None:
        self.cite = cite
        self.word = word
        """The time expression; empty where the sentence has none."""
        self.edtf = edtf
        """Empty: not dated."""
        self.rest = rest
        """The clause without its time expression."""
        self.basis = basis
        self.verb = verb
        self.who = who
        """Entities, or names that are none; where no verb says who takes part, all but terms."""
        self.object = _SIGNS.sub("", object_) if object_ else ""
        self.object_entity = object_entity
        self.heading = False
        self.also: tuple[int, ...] = ()
        """Objects of what else the clause tells."""
        self._pairs: frozenset[str] | None = None

    def take(self, other: Telling, cite: Mention) -> None:
        """What goes on in the clause after it, as part of it."""
        self.cite = cite
        self.also += (other.object_entity, *other.also)

    @property
    def pairs(self) -> frozenset[str]:
        """Character pairs of the clause."""
        if self._pairs is None:
            self._pairs = pairs(_SIGNS.sub("", self.rest))
        return self._pairs


def same_event(one: Telling, other: Telling) -> bool:
    """Whether both tell one thing; when in doubt they do not."""
    dated = bool(one.edtf and other.edtf)
    if dated and one.edtf != other.edtf and not agree(one.edtf, other.edtf):
        return False
    if overlap(one.cite, other.cite) or of_period(one, other):
        return one.edtf == other.edtf
    if one.word == other.word and one.word.end > one.word.start:
        # 9月22日，新区召开大会，发布行动计划: one date said once, nobody else comes in.
        return one.who >= other.who or other.who >= one.who
    if one.verb and other.verb:
        return verb_class(one.verb) == verb_class(other.verb) and _same_deed(one, other)
    if not dated or _apart(one, other):
        return False
    exact = max(length(one.edtf), length(other.edtf)) <= 1
    share = _share(one.pairs, other.pairs)
    if share < (_NEARLY if exact else _SAME_WORDS) or not _many(one.pairs, other.pairs):
        return False
    return _same_numbers(one.rest, other.rest)


@cache
def verb_class(verb: str) -> str:
    """sign, hold, issue, found …; of a verb that is in no class, itself."""
    return _classes().get(verb, verb)


def pairs(text: str) -> frozenset[str]:
    """Its character pairs."""
    return frozenset(map(add, text, text[1:]))


def _apart(one: Telling, other: Telling) -> bool:
    """Whether each names somebody whom the other does not."""
    return bool(one.who - other.who and other.who - one.who)


def _same_numbers(one: str, other: str) -> bool:
    """Whether one says no number that the other, if it says any, does not."""
    ours, theirs = set(_NUMBER.findall(one)), set(_NUMBER.findall(other))
    return ours <= theirs or theirs <= ours


def _bare(text: str) -> str:
    """Without years, which many names of meetings begin with."""
    return _NUMBER.sub("", text)


def _same_deed(one: Telling, other: Telling) -> bool:
    if one.rest == other.rest or (
        _share(one.pairs, other.pairs) >= _SAME_WORDS and _many(one.pairs, other.pairs)
    ):
        return True
    dated = bool(one.edtf and other.edtf)
    apart = _apart(one, other)
    if one.object and other.object:
        if one.object_entity >= 0 and one.object_entity == other.object_entity:
            return True
        alike = _share(pairs(_bare(one.object)), pairs(_bare(other.object)))
        specific = min(len(one.object), len(other.object)) >= _SPECIFIC
        if not dated:
            return alike >= _SAME_WORDS and specific and not apart
        both = len(one.who & other.who)
        if apart or alike < (_ALIKE if both > 1 else _SAME_WORDS):
            return False
        return bool(both or specific)
    if not dated or apart or not one.who & other.who:
        return False
    exact = max(length(one.edtf), length(other.edtf)) <= 1
    return exact and _share(one.pairs, other.pairs) >= _ALIKE


def of_period(one: Telling, other: Telling) -> bool:
    """Whether both are what one article says of a period: 五年来，…；五年来，…"""
    if one.cite.reading != other.cite.reading or one.verb or other.verb:
        return False
    return bool(one.basis) and _PERIOD < length(one.edtf) < EVER


def overlap(one: Mention, other: Mention) -> bool:
    """Whether both are of one place."""
    return (
        one.reading == other.reading
        and one.block == other.block
        and one.start < other.end
        and other.start < one.end
    )


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0


def _many(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _PAIRS


@cache
def _classes() -> dict[str, str]:
    found: dict[str, str] = {}
    for kind, verbs in (row[:2] for row in read_table("event_words.tsv")):
        if kind.startswith("verb:"):
            for verb in verbs.split():
                found[verb] = kind[5:]
    return found
