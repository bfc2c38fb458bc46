"""Who is who in all articles, and the links that come of it; made anew only if a fact has changed.

All of it rests on facts, the paragraphs they stand in (`Facts.shown`), and what editors wrote. An edit
between them, which is what most edits are, leaves all entities and links as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec

from generator.model.facts import Facts
from generator.model.findings import NameKind
from generator.model.knowledge import Entity, Link, Reading
from generator.model.problem import Problem
from generator.weave.addresses import Slug
from generator.weave.corpus import Corpus
from generator.weave.sealed import shown_of

if TYPE_CHECKING:
    from generator.weave.links import Listed


class Identified(msgspec.Struct, frozen=True, array_like=True):
    """All entities, what each name of each article is, and the links of each article."""

    entities: tuple[Entity, ...]
    named: tuple[tuple[int, ...], ...]
    problems: tuple[Problem, ...]
    redirects: tuple[tuple[str, str], ...]
    links: tuple[tuple[Link, ...], ...]
    digest: bytes = b""
    """Of all that this was made of; empty where that is not known."""


def identify(
    readings: Sequence[Reading],
    facts: Sequence[Facts],
    written: Sequence[Entity],
    listed: Sequence[Sequence[Listed]],
    corpus: Corpus,
    slug: Slug,
    other_kinds: frozenset[tuple[NameKind, str]],
) -> Identified:
    """`written`, `listed`: entities of editors and topics with mentions, and names to be linked."""
    digest = _digest(facts, written, listed, corpus, other_kinds)
    made: list[Identified] = []

    def make() -> bytes:
        # Not at the top: most edits touch no fact.
        from generator.weave.links import weave_links
        from generator.weave.resolve import resolve

        who = resolve(
            readings, facts, written, corpus.not_same, slug, corpus.not_names, other_kinds
        )
        links = weave_links(readings, listed, facts, who.named, who.entities, corpus.unlinked)
        made.append(Identified(*who, links, digest))
        return msgspec.msgpack.encode(made[0]) if digest and corpus.kept is not None else b""

    if not digest or corpus.kept is None:
        make()
        return made[0]
    encoded = corpus.kept(digest, make)
    return made[0] if made else msgspec.msgpack.decode(encoded, type=Identified)


def _digest(
    facts: Sequence[Facts],
    written: Sequence[Entity],
    listed: Sequence[Sequence[Listed]],
    corpus: Corpus,
    other_kinds: frozenset[tuple[NameKind, str]],
) -> bytes:
    shown = shown_of(facts)
    if not all(shown):
        return b""
    editors = msgspec.msgpack.encode(
        (
            written,
            [(index, found) for index, found in enumerate(listed) if found],
            [sorted(it) for it in corpus.not_same],
            sorted(corpus.not_names),
            sorted(other_kinds),
            sorted(corpus.unlinked),
        )
    )
    return blake2b(editors + b"".join(shown), digest_size=20).digest()
