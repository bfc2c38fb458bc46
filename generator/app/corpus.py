"""Content files -> corpus: every file read, restored or parsed, and annotated, through the memo."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

import msgspec

from generator.annotate.leaf import (
    Annotated,
    AuthoredFile,
    Terms,
    TermsWanted,
    authored_leaf,
    terms_leaf,
)
from generator.app.media import Media
from generator.app.memory import Memory
from generator.app.restored import Readings, restored, together
from generator.forms.authority import AuthorityForm
from generator.forms.lexicon import parse_lexicon
from generator.forms.site import SiteForm
from generator.forms.toml_text import read_toml
from generator.model.knowledge import Authority, EntityKind, Reading, TopicPage
from generator.model.problem import Place, Problem, problem
from generator.model.source import ContentFiles, SourceFile
from generator.restore.leaf import ParsedTopic, parse_topic_leaf
from generator.text.decode import Undecodable, decode
from generator.weave.weave import Corpus

Lexicon = tuple[tuple[str, int | None, str], ...]

_KINDS: tuple[tuple[str, EntityKind], ...] = (
    ("people", "person"),
    ("organisations", "organisation"),
    ("places", "place"),
    ("terms", "term"),
)


class Understood(NamedTuple):
    """The corpus, the site's settings, and what was wrong in the files."""

    corpus: Corpus
    site: SiteForm
    problems: tuple[Problem, ...]
    late: list[Problem]
    """Problems of what weave asks for; complete once weave has returned."""
    media: Media


def understand(content: ContentFiles, default_title: str, memory: Memory) -> Understood:
    """Everything one file at a time can tell."""
    problems: list[Problem] = []
    site, found = read_site(content.site, default_title)
    problems += found
    lexicon = _lexicon(content.lexicon, problems)
    pages = restored(content.pages, memory, problems)
    readings = Readings()
    authored = readings(_authored(content.articles, memory, problems))
    whole = together(pages, readings, [it.article.id for it in authored])
    problems += whole.problems
    authority, not_names = _authority(content.authority, problems)
    media = Media(content.media, memory)
    late = media.problems
    corpus = Corpus(
        readings=(*whole.readings, *authored),
        topics=_topics(content.topics, memory, problems),
        authority=authority,
        not_names=not_names,
        ledgers=whole.ledgers,
        files=media,
        terms=partial(_terms, lexicon=lexicon, memory=memory, problems=late),
    )
    return Understood(corpus, site, tuple(problems), late, media)


def _authored(
    files: Sequence[SourceFile], memory: Memory, problems: list[Problem]
) -> list[Annotated]:
    encoder = msgspec.msgpack.Encoder()
    decoder = msgspec.msgpack.Decoder(AuthoredFile)
    encoded = [encoder.encode(it) for it in files]
    names = [it.path for it in files]
    annotated = []
    for item in memory.map("parse", authored_leaf, encoded, names, problems):
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
    encoder = msgspec.msgpack.Encoder()
    decoder = msgspec.msgpack.Decoder(Terms)
    wanted = [
        encoder.encode(TermsWanted(it.article_bytes, it.annotation_bytes, lexicon))
        for it in readings
    ]
    names = [it.article.path for it in readings]
    found = memory.map("terms", terms_leaf, wanted, names, problems)
    return [decoder.decode(it) if it is not None else () for it in found]


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
    text = _text(file, problems) if file is not None else None
    if file is None or text is None:
        return SiteForm(title=default_title), problems
    form, found = read_toml(text, SiteForm, file.path)
    return form or SiteForm(title=default_title), [*problems, *found]


def _authority(
    files: Sequence[SourceFile], problems: list[Problem]
) -> tuple[tuple[Authority, ...], frozenset[str]]:
    """All entries as one file, and the words that are no names."""
    entries: list[Authority] = []
    same: list[tuple[tuple[str, ...], Place]] = []
    not_names: set[str] = set()
    for file in files:
        text = _text(file, problems)
        if text is None:
            continue
        form, found = read_toml(text, AuthorityForm, file.path)
        problems += found
        if form is None:
            continue
        for table, kind in _KINDS:
            entries += [
                Authority(
                    kind=kind,
                    name=it.name,
                    path=file.path,
                    aliases=it.aliases,
                    slug=it.slug or "",
                    note=it.note,
                    key=(table, number),
                    moved_from=it.moved_from,
                )
                for number, it in enumerate(getattr(form, table))
            ]
        same += [(it, Place(file.path, key=("same", at))) for at, it in enumerate(form.same)]
        not_names.update(form.not_a_name)
    for names, place in same:
        _join(entries, names, place, problems)
    return tuple(entries), frozenset(not_names)


def _join(
    entries: list[Authority], names: tuple[str, ...], place: Place, problems: list[Problem]
) -> None:
    """Make the names of a group aliases of the one entry that bears one of them."""
    bearing = [at for at, it in enumerate(entries) if not {it.name, *it.aliases}.isdisjoint(names)]
    if len(bearing) != 1:
        code = "same-of-several" if bearing else "same-without-entry"
        problems.append(problem(code, place, names="、".join(names)))
        return
    entry = entries[bearing[0]]
    aliases = dict.fromkeys((*entry.aliases, *(it for it in names if it != entry.name)))
    entries[bearing[0]] = msgspec.structs.replace(entry, aliases=tuple(aliases))


def _lexicon(file: SourceFile | None, problems: list[Problem]) -> Lexicon:
    text = _text(file, problems) if file is not None else None
    if file is None or text is None:
        return ()
    entries, found = parse_lexicon(text, file.path)
    problems += found
    return tuple((it.word, it.frequency, it.tag) for it in entries)


def _text(file: SourceFile, problems: list[Problem]) -> str | None:
    decoded = decode(file.data)
    if isinstance(decoded, Undecodable):
        problems.append(decoded.at(file.path))
        return None
    return decoded.text
