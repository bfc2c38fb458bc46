"""An article and its facts -> a digest of all that pages of other things may show of it.

Those show the article's head (title, day, source), the paragraphs in which a fact stands and the
headings above them. What is written between them is shown on the article's own page alone, so
that an edit there need not make the others anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b

import msgspec

from generator.model.annotation import Sentence
from generator.model.article import Article
from generator.model.facts import At, Facts


def with_shown(facts: Facts, article: Article, sentences: Sequence[Sentence]) -> Facts:
    """The same facts, with `Facts.blocks` and `Facts.shown`."""
    blocks = {sentences[sentence].block for sentence, _, _ in _places(facts)}
    shown = blocks | {at for at, it in enumerate(article.blocks) if it.kind == "heading"}
    head = msgspec.structs.replace(article, blocks=())
    parts = (
        head,
        [(at, article.blocks[at]) for at in sorted(shown)],
        [(at, it) for at, it in enumerate(sentences) if it.block in shown],
        facts,
    )
    digest = blake2b(msgspec.msgpack.encode(parts), digest_size=16).digest()
    return msgspec.structs.replace(facts, blocks=tuple(sorted(blocks)), shown=digest)


def _places(facts: Facts) -> Iterator[At]:
    for name in facts.names:
        yield from name.at
    for office in facts.offices:
        yield office.at
    for figure in facts.figures:
        yield figure.at
    for event in facts.events:
        yield event.at
    for date in facts.dates:
        yield from (date.at, date.clause)
    for quote in facts.quotes:
        yield quote.at
    for paper in facts.papers:
        yield from paper.at
    for programme in facts.programmes:
        yield from (*programme.at, *programme.members_at)
    for relation in facts.relations:
        yield relation.at
    for phrase in facts.phrases:
        yield from phrase.at
    for it in facts.withheld:
        yield it.at
