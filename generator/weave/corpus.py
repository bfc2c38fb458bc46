"""Corpus: all that weave works on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from generator.model.annotation import Term
from generator.model.correction import Correction
from generator.model.facts import Facts
from generator.model.knowledge import Authority, Reading, TopicPage
from generator.model.ledger import Ledger


class Corpus(NamedTuple):
    """All that weave works on."""

    readings: tuple[Reading, ...]
    topics: tuple[TopicPage, ...]
    authority: tuple[Authority, ...]
    not_names: frozenset[str]
    """Words that editors said are no names: none of them becomes a concept, nor a finding."""
    ledgers: tuple[Ledger, ...]
    files: Mapping[str, str]
    """Content path -> URL of files published as they are (pictures)."""
    terms: Callable[[Sequence[Reading]], Sequence[tuple[Term, ...]]]
    """Terms of some articles; weave asks once, for those that topics are about."""
    findings: Callable[[Sequence[Reading]], Sequence[bytes]]
    """Said of articles, encoded; weave asks once, for all."""
    facts: Callable[[Sequence[Reading], Sequence[bytes]], Sequence[Facts]]
    """Facts of articles and their findings; weave asks once, for all."""
    kept: Callable[[bytes, Callable[[], bytes]], bytes] | None = None
    """Digest of all that something is made of, what makes it -> what it came to, perhaps before."""
    not_same: tuple[frozenset[str], ...] = ()
    """Groups of names none of which is short for another."""
    corrections: tuple[Correction, ...] = ()
    unlinked: frozenset[str] = frozenset()
    """Names that no article links."""
