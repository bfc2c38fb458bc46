"""What a clause tells, and who does it."""

from __future__ import annotations

import re

from msgspec import Struct

from generator.annotate.events.clause import Left, actors

Span = tuple[int, int]
WITH = re.compile("与|同|和|跟")


class Verb(Struct, frozen=True, gc=False):
    """A verb where it stands: text[start:end]; its clause ends at `right`."""

    word: str
    start: int
    end: int
    right: int


class Before(Struct, frozen=True, gc=False):
    """What the clauses before the verb's own give it."""

    subject: tuple[Span, ...] = ()
    dated: bool = False


class Told(Struct, frozen=True, gc=False):
    """Parts of an event."""

    participants: tuple[Span, ...]
    object: Span | None
    place: Span | None
    shown: bool
    glued: bool = False
    """What follows the verb is a new sentence: a headline without its full stop."""


def doers(masked: str, left: Left, before: Before) -> tuple[Span, ...]:
    """Names of the subject; where the clause has none, those of the clause before."""
    found = tuple(actors(masked, left.start, left.end))
    if WITH.match(masked, left.start, left.end):
        return (*before.subject, *found)
    return found or (before.subject if left.joined else ())


def is_half(masked: str, left: Left, before: Before) -> bool:
    """与43个国家签署…: with whom is said, but not who."""
    return WITH.match(masked, left.start, left.end) is not None and not before.subject
