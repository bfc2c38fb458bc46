"""Sentences of a topic -> those that tell it best: an extract, varied, each with its place."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.knowledge import Knowledge, Mention
from generator.weave.statements import Selected


def key_sentences(
    knowledge: Knowledge, selection: Sequence[Selected], words: Sequence[str], most: int = 8
) -> tuple[Mention, ...]:
    """At most so many, in reading order. `words`: those that select the topic."""
    return ()
