"""Content files -> corpus: every file read, restored or parsed, and annotated, through the memo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

import msgspec

from generator.annotate.leaf import (
    Annotated,
    AuthoredFile,
    Terms,
    ToldArticle,
    Wanted,
    terms_leaf,
    warm_findings,
)
from generator.app.authority import read_authority, text_of
from generator.app.judged import authored_leaf, facts_leaf, findings_leaf, unread, withheld
from generator.app.media import Media
from generator.app.memory import Leaf, Memory
from generator.app.restored import Readings, restored, together
from generator.forms.lexicon import parse_lexicon
from generator.forms.site import SiteForm
from generator.forms.toml_text import read_toml
from generator.model.findings import Findings, Said
from generator.model.knowledge import Reading, TopicPage, digest_of
from generator.model.problem import Problem
from generator.model.source import ContentFiles, SourceFile
from generator.restore.leaf import ParsedTopic, parse_topic_leaf
from generator.weave.corpus import Corpus
from generator.weave.put_off import digests_of
from generator.weave.sealed import Sealed

Lexicon = tuple[tuple[str, int | None, str], ...]


class Understood(NamedTuple):
    """The corpus, the site's settings, and what was wrong in the files."""

    corpus: Corpus
    site: SiteForm
    problems: tuple[Problem, ...]
    late: list[Problem]
    """Problems of what weave asks for; complete once weave has returned."""
    media: Media
    lexicon: Lexicon = ()


def understand(content: ContentFiles, default_title: str, memory: Memory) -> Understood:
    """Everything one file at a time can tell."""
    problems: list[Problem] = []
    site, found = read_site(content.site, default_title)
    problems += found
    lexicon = read_lexicon(content.lexicon, problems)
    pages = restored(content.pages, memory, problems)
    readings = Readings()
    authored = readings(_authored(content.articles, memory, problems))
    whole = together(pages, readings, [it.article.id for it in authored])
    problems += whole.problems
    written = read_authority(content.authority, problems)
    media = Media(content.media, memory)
    late = media.problems
    corpus = Corpus(
        readings=(*whole.readings, *authored),
        topics=_topics(content.topics, memory, problems),
        authority=written.entries,
        not_names=written.not_names,
        not_same=written.not_same,
        corrections=written.corrections,
        unlinked=frozenset(site.unlinked),
        ledgers=whole.ledgers,
        files=media,
        terms=partial(_terms, lexicon=lexicon, memory=memory, problems=late),
        findings=partial(_findings, lexicon=lexicon, memory=memory, problems=late),
        facts=partial(_facts, memory=memory, problems=late),
    )
    return Understood(corpus, site, tuple(problems), late, media, lexicon)


def _authored(
    files: Sequence[SourceFile], memory: Memory, problems: list[Problem]
) -> list[Annotated]:
    decoder = msgspec.msgpack.Decoder(AuthoredFile)
    known_by = [f"{it.path}\0{it.digest}".encode() for it in files]
    names = [it.path for it in files]
    annotated = []

    def encode(index: int) -> bytes:
        return msgspec.msgpack.encode(files[index])

    for item in memory.map_known("parse", authored_leaf, known_by, encode, names, problems):
        if item is None:
            continue
        file = decoder.decode(item)
        problems += file.problems
        if file.annotated is not None:
            annotated.append(file.annotated)
    return annotated


def _terms(
    readings: Sequence[Reading], lexicon: Lexicon, memory: Memory, problems: list[Problem]
) -> list[Terms]:
    decoder = msgspec.msgpack.Decoder(Terms)
    found = _mapped("terms", terms_leaf, readings, lexicon, memory, problems)
    return [decoder.decode(it) if it is not None else () for it in found]


def _findings(
    readings: Sequence[Reading], lexicon: Lexicon, memory: Memory, problems: list[Problem]
) -> list[bytes]:
    found = _mapped("findings", findings_leaf, readings, lexicon, memory, problems, warm_findings)
    nothing = msgspec.msgpack.encode(Said(msgspec.msgpack.encode(Findings())))
    return [it if it is not None else nothing for it in unread(found, readings, problems)]


def _facts(
    readings: Sequence[Reading],
    findings: Sequence[bytes],
    memory: Memory,
    problems: list[Problem],
) -> Sealed:
    names = [it.article.path for it in readings]
    known_by = [
        digest_of(it) + told for it, told in zip(readings, digests_of(findings), strict=True)
    ]

    def encode(index: int) -> bytes:
        it = readings[index]
        told = ToldArticle(it.article_bytes, it.annotation_bytes, findings[index])
        return msgspec.msgpack.encode(told)

    found = memory.map_known("gather", facts_leaf, known_by, encode, names, problems)
    facts = Sealed(unread(found, readings, problems))
    for index in facts.withheld:
        problems += withheld(readings[index], facts[index])
    return facts


def _mapped(
    kind: str,
    leaf: Leaf,
    readings: Sequence[Reading],
    lexicon: Lexicon,
    memory: Memory,
    problems: list[Problem],
    warm: Callable[[], object] | None = None,
) -> list[bytes | None]:
    """A leaf over articles and the words of the lexicon."""
    names = [it.article.path for it in readings]
    words = msgspec.msgpack.encode(lexicon)
    known_by = [digest_of(it) + words for it in readings]

    def encode(index: int) -> bytes:
        it = readings[index]
        return msgspec.msgpack.encode(Wanted(it.article_bytes, it.annotation_bytes, lexicon))

    return memory.map_known(kind, leaf, known_by, encode, names, problems, warm)


def _topics(
    files: Sequence[SourceFile], memory: Memory, problems: list[Problem]
) -> tuple[TopicPage, ...]:
    encoded = [msgspec.msgpack.encode(it) for it in files]
    names = [it.path for it in files]
    topics = []
    for item in memory.map("topic", parse_topic_leaf, encoded, names, problems):
        if item is not None:
            parsed = msgspec.msgpack.decode(item, type=ParsedTopic)
            problems += parsed.problems
            if parsed.topic is not None:
                topics.append(parsed.topic)
    return tuple(sorted(topics, key=lambda it: it.id))


def read_site(file: SourceFile | None, default_title: str) -> tuple[SiteForm, list[Problem]]:
    """The site's settings; the defaults where there are none or they can't be read."""
    problems: list[Problem] = []
    text = text_of(file, problems) if file is not None else None
    if file is None or text is None:
        return SiteForm(title=default_title), problems
    form, found = read_toml(text, SiteForm, file.path)
    return form or SiteForm(title=default_title), [*problems, *found]


def read_lexicon(file: SourceFile | None, problems: list[Problem]) -> Lexicon:
    """The words of lexicon.txt; none where there is none."""
    text = text_of(file, problems) if file is not None else None
    if file is None or text is None:
        return ()
    entries, found = parse_lexicon(text, file.path)
    problems += found
    return tuple((it.word, it.frequency, it.tag) for it in entries)
