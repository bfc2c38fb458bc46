"""Knowledge: what weave makes of all articles together; each statement with the span it rests on.

Articles are named by their index in `Knowledge.readings`: compact, and stable within one build.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import Literal

import msgspec

from generator.model.annotation import Annotations
from generator.model.article import Article, Block
from generator.model.facts import Facts
from generator.model.ledger import Ledger

EntityKind = Literal["term", "person", "organisation", "place", "document", "programme"]


class TopicPage(msgspec.Struct, frozen=True, array_like=True):
    """A topic as its editor wrote it: content/topics/*.md."""

    id: str
    title: str
    path: str
    intro: tuple[Block, ...]
    aliases: tuple[str, ...] = ()
    kind: str = ""
    terms: tuple[str, ...] = ()
    """Words that select passages, beside title and aliases."""
    parent: str = ""
    """Id of the topic above it."""
    moved_from: tuple[str, ...] = ()
    """Earlier slugs that must keep leading here."""


class Authority(msgspec.Struct, frozen=True, array_like=True):
    """One entry of content/authority/*.toml."""

    kind: EntityKind
    name: str
    path: str
    aliases: tuple[str, ...] = ()
    slug: str = ""
    note: str = ""
    key: tuple[str | int, ...] = ()
    """Where it stands in its file."""
    moved_from: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    """Of a person: the bodies whose person of that name this is; empty: all of that name."""


class Reading(msgspec.Struct, frozen=True):
    """An article with its annotations, and both encoded as the memo holds them."""

    article: Article
    annotations: Annotations
    article_bytes: bytes
    annotation_bytes: bytes
    digest: bytes = b""
    """Of these bytes; whoever made them may have it."""


def digest_of(it: Reading) -> bytes:
    """Of the article and its annotations: the same digest, the same reading."""
    return it.digest or encoded_digest(it.article_bytes, it.annotation_bytes)


def encoded_digest(article: bytes, annotations: bytes) -> bytes:
    """`digest_of` what was encoded so."""
    head = len(article).to_bytes(8, "big")
    return blake2b(head + article + annotations, digest_size=20).digest()


class SentenceRef(msgspec.Struct, frozen=True, array_like=True, order=True):
    """A sentence: index of the reading, index of the sentence in its annotations."""

    reading: int
    sentence: int


class Mention(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A name where it stands: block.text[start:end] of a reading."""

    reading: int
    block: int
    start: int
    end: int
    sentence: int


class Passage(msgspec.Struct, frozen=True, array_like=True):
    """A paragraph that belongs to a topic, and the mention that says so."""

    mention: Mention
    heading: int
    """Index of the block that heads its section; -1 before the first heading."""
    reason: Literal["term", "heading", "entity", "child"]
    word: str
    """The term; of an entity the words that name it; the title of the topic below."""


class Ground(msgspec.Struct, frozen=True, array_like=True):
    """Why mentions of different articles, or different names, were taken for one thing."""

    rule: str
    """Short name of the rule: same-name, alias, authority, shared-office …"""
    words: str
    """The reason in Chinese, for readers of the quality page."""
    cites: tuple[Mention, ...] = ()
    """The places that say so, at most a few."""


class Entity(msgspec.Struct, frozen=True, array_like=True):
    """Somebody or something that texts name: of an authority file, shared by topics, or found."""

    kind: EntityKind
    name: str
    url: str
    """Empty: it has no page of its own and stands in the index of its kind."""
    mentions: tuple[Mention, ...]
    aliases: tuple[str, ...] = ()
    note: str = ""
    found_by: Literal["editor", "recurrence", "text"] = "editor"
    """recurrence: a concept that topics share; text: a name that texts are sure of."""
    topics: tuple[int, ...] = ()
    """Topics in whose articles it stands, by index."""
    grounds: tuple[Ground, ...] = ()
    apart: str = ""
    """What tells it from others of its name (the body of a person); else empty."""
    places: tuple[tuple[int, int], ...] = ()
    """(reading, index into the names of its facts): where its mentions come from."""
    of: tuple[str, ...] = ()
    """Of a person whom an editor tells from others of the name: bodies that are this one's."""


class Shared(msgspec.Struct, frozen=True, array_like=True):
    """What connects a topic with another: an entity, and one sentence of each side."""

    topic: int
    entity: int
    here: Mention
    there: Mention
    here_count: int
    there_count: int


class Topic(msgspec.Struct, frozen=True, array_like=True):
    """A topic with all that belongs to it."""

    page: TopicPage
    url: str
    passages: tuple[Passage, ...]
    readings: tuple[int, ...]
    """Articles with a passage, in reading order."""
    main: tuple[int, ...]
    """Those that are about the topic, not only mention it."""
    whole: tuple[int, ...] = ()
    """Of these, those about nothing else: all they say belongs to the topic."""
    shared: tuple[Shared, ...] = ()
    entities: tuple[int, ...] = ()


class Link(msgspec.Struct, frozen=True, array_like=True):
    """A first mention in a section, to be shown as a link."""

    block: int
    start: int
    end: int
    url: str
    title: str


class Backlink(msgspec.Struct, frozen=True, array_like=True):
    """A sentence of another article that links here."""

    sentence: SentenceRef
    start: int
    end: int
    """The words of the link, in the sentence's block."""


class Knowledge(msgspec.Struct, frozen=True):
    """Everything the pages are composed from."""

    readings: tuple[Reading, ...]
    """Latest first; undated last; ties by id."""
    article_urls: tuple[str, ...]
    topics: tuple[Topic, ...]
    entities: tuple[Entity, ...]
    links: tuple[tuple[Link, ...], ...]
    """For each reading."""
    addresses: tuple[tuple[tuple[str, str], ...], ...]
    """For each reading: links as written -> URLs."""
    topic_addresses: tuple[tuple[tuple[str, str], ...], ...]
    backlinks: tuple[tuple[Backlink, ...], ...]
    """For each reading."""
    topic_backlinks: tuple[tuple[Backlink, ...], ...]
    article_topics: tuple[tuple[int, ...], ...]
    tags: tuple[tuple[str, str, tuple[int, ...]], ...]
    """(tag, URL, readings), by URL."""
    ledgers: tuple[Ledger, ...]
    redirects: tuple[tuple[str, str], ...] = ()
    """Old URL -> URL."""
    findings: Sequence[bytes] = ()
    """For each reading: what its text says (model/findings.py), encoded, as readers are told it."""
    facts: Sequence[Facts] = ()
    """For each reading: the same put together for weaving."""
    named: tuple[tuple[int, ...], ...] = ()
    """For each reading, for each of the names in its facts: the entity, or -1."""
    identified: bytes = b""
    """Digest of all that entities, names and links rest on, facts among it; empty: not known."""
