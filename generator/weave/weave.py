"""Readings, topics, authority files, ledgers -> Knowledge; the one place that sees everything."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from generator.model.annotation import Term
from generator.model.article import Block
from generator.model.correction import Correction
from generator.model.facts import Facts
from generator.model.knowledge import (
    Authority,
    Backlink,
    Entity,
    Knowledge,
    Passage,
    Reading,
    Topic,
    TopicPage,
)
from generator.model.ledger import Ledger
from generator.model.problem import Place, Problem, problem
from generator.weave.addresses import (
    FOLDERS,
    Owner,
    Slug,
    article_url,
    authority_url,
    clashes,
    tag_url,
    topic_url,
)
from generator.weave.backlinks import find_backlinks
from generator.weave.concepts import shared_concepts
from generator.weave.entities import name_entities, shared_names, weave_names
from generator.weave.links import weave_links
from generator.weave.references import References, Target, anchors_of, remote_pictures
from generator.weave.related import relate, sides
from generator.weave.resolve import resolve
from generator.weave.told import Editors, told
from generator.weave.topics import find_passages, main_readings


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
    not_same: tuple[frozenset[str], ...] = ()
    """Groups of names none of which is short for another."""
    corrections: tuple[Correction, ...] = ()
    unlinked: frozenset[str] = frozenset()
    """Names that no article links."""


def weave(corpus: Corpus, slug: Slug) -> tuple[Knowledge, tuple[Problem, ...]]:
    """The knowledge of the corpus, and every problem that only the whole can show."""
    readings = tuple(sorted(corpus.readings, key=_latest_first))
    topics = corpus.topics
    problems = clashes(_owners(readings, corpus, slug))
    passages = find_passages(topics, readings)
    main = [main_readings(it, found, readings) for it, found in zip(topics, passages, strict=True)]
    problems += _orphans(topics)
    problems += shared_names(topics, corpus.authority)
    known = corpus.not_names | frozenset(
        name
        for names in (
            *((it.title, *it.aliases) for it in topics),
            *((it.name, *it.aliases) for it in corpus.authority),
        )
        for name in names
    )
    concepts = shared_concepts(
        main, known, lambda asked: corpus.terms([readings[it] for it in asked])
    )
    woven = weave_names(topics, name_entities(corpus.authority, concepts, slug), readings, main)
    references = References(_targets(readings, topics, corpus.ledgers), corpus.files)
    addresses = [_resolve(references, _links(it), it.article.path, problems) for it in readings]
    topic_addresses = [_resolve(references, _written(it.intro), it.path, problems) for it in topics]
    problems += _remote_pictures(readings, topics)
    backlinks = find_backlinks(readings, addresses)
    editors = Editors(woven.entities, corpus.not_names, corpus.not_same, corpus.corrections)
    said = told(readings, corpus.findings(readings), editors)
    problems += said.problems
    facts = corpus.facts(readings, said.findings)
    resolved = resolve(readings, facts, woven.entities, corpus.not_same, slug)
    problems += resolved.problems
    entities = resolved.entities
    links = weave_links(readings, woven.found, facts, resolved.named, entities, corpus.unlinked)
    knowledge = Knowledge(
        readings=readings,
        article_urls=tuple(article_url(it.article.id) for it in readings),
        topics=_topics(topics, passages, main, entities, readings),
        entities=entities,
        links=links,
        addresses=tuple(tuple(sorted(it.items())) for it in addresses),
        topic_addresses=tuple(tuple(sorted(it.items())) for it in topic_addresses),
        backlinks=tuple(_backlinks(backlinks, article_url(it.article.id)) for it in readings),
        topic_backlinks=tuple(_backlinks(backlinks, topic_url(it)) for it in topics),
        article_topics=_article_topics(len(readings), main),
        tags=_tags(readings, slug),
        ledgers=tuple(sorted(corpus.ledgers, key=lambda it: it.page)),
        redirects=_redirects(readings, corpus, slug),
        findings=said.findings,
        facts=tuple(facts),
        named=resolved.named,
    )
    return knowledge, tuple(problems)


def _latest_first(reading: Reading) -> tuple[bool, tuple[int, ...], str]:
    date = reading.article.date
    return (not date, tuple(-ord(it) for it in date), reading.article.id)


def _owners(readings: Sequence[Reading], corpus: Corpus, slug: Slug) -> list[Owner]:
    owners = []
    for reading in readings:
        article = reading.article
        owners.append(Owner(article_url(article.id), article.path, ("slug",)))
        owners += [
            Owner(article_url(alias), article.path, ("aliases", number))
            for number, alias in enumerate(article.aliases)
        ]
    owners += [Owner(topic_url(it), it.path, ("slug",)) for it in corpus.topics]
    owners += [Owner(authority_url(it, slug), it.path, it.key) for it in corpus.authority]
    owners += [Owner(f"pages/{it.page}/", it.path) for it in corpus.ledgers]
    moved = [Owner(old, place.file, place.key) for old, _, place in _moved(corpus, slug)]
    # A page of today comes before a name of yesterday: the old name is what has to give way.
    owners.sort(key=lambda it: (it.url, it.key[:1] == ("aliases",), it.path))
    return [*owners, *sorted(moved)]


def _targets(
    readings: Sequence[Reading], topics: Sequence[TopicPage], ledgers: Sequence[Ledger]
) -> dict[str, Target]:
    targets = {}
    for it in readings:
        url = article_url(it.article.id)
        # Several articles come from one page, whose path is none of theirs.
        path = url if it.article.pages else it.article.path
        targets[path] = Target(url, partial(_article_anchors, it))
    for ledger in ledgers:
        targets[ledger.path] = Target(f"pages/{ledger.page}/", partial(_line_anchors, ledger))
    for topic in topics:
        targets[topic.path] = Target(topic_url(topic), partial(anchors_of, topic.intro, ()))
    return targets


def _article_anchors(reading: Reading) -> Mapping[str, str]:
    return anchors_of(reading.article.blocks, (it.id for it in reading.annotations.sentences))


def _line_anchors(ledger: Ledger) -> Mapping[str, str]:
    names = (f"L{number}" for number, line in enumerate(ledger.lines, 1) if line.strip())
    return {name: name for name in names}


def _links(reading: Reading) -> list[str]:
    return [address for _, _, _, address in reading.annotations.links]


def _written(blocks: Sequence[Block]) -> list[str]:
    marks = (mark for block in blocks for mark in block.marks)
    return [mark.data for mark in marks if mark.kind in ("link", "image")]


def _remote_pictures(readings: Sequence[Reading], topics: Sequence[TopicPage]) -> list[Problem]:
    found = []
    for reading in readings:
        if reading.annotations.links:
            found += remote_pictures(reading.article.blocks, reading.article.path)
    for topic in topics:
        found += remote_pictures(topic.intro, topic.path)
    return found


def _resolve(
    references: References, written: Sequence[str], path: str, problems: list[Problem]
) -> dict[str, str]:
    resolved = {}
    for address in dict.fromkeys(written):
        url = references.resolve(address, path)
        if isinstance(url, Problem):
            problems.append(url)
        else:
            resolved[address] = url
    return resolved


def _topics(
    topics: Sequence[TopicPage],
    passages: Sequence[tuple[Passage, ...]],
    main: Sequence[tuple[int, ...]],
    entities: Sequence[Entity],
    readings: Sequence[Reading],
) -> tuple[Topic, ...]:
    woven = []
    shared = sides(entities, main, readings)
    for number, page in enumerate(topics):
        standing = [index for index, entity in enumerate(entities) if number in entity.topics]
        woven.append(
            Topic(
                page=page,
                url=topic_url(page),
                passages=passages[number],
                readings=tuple(dict.fromkeys(it.mention.reading for it in passages[number])),
                main=main[number],
                shared=relate(number, shared),
                entities=tuple(standing),
            )
        )
    return tuple(woven)


def _backlinks(found: Mapping[str, list[Backlink]], url: str) -> tuple[Backlink, ...]:
    return tuple(found.get(url, ()))


def _article_topics(count: int, main: Sequence[tuple[int, ...]]) -> tuple[tuple[int, ...], ...]:
    of: list[list[int]] = [[] for _ in range(count)]
    for topic, chosen in enumerate(main):
        for index in chosen:
            of[index].append(topic)
    return tuple(map(tuple, of))


def _tags(readings: Sequence[Reading], slug: Slug) -> tuple[tuple[str, str, tuple[int, ...]], ...]:
    found: dict[str, list[int]] = {}
    for index, reading in enumerate(readings):
        for tag in reading.article.tags:
            found.setdefault(tag, []).append(index)
    rows = [(tag, tag_url(tag, slug), tuple(indices)) for tag, indices in found.items()]
    return tuple(sorted(rows, key=lambda row: row[1]))


def _redirects(
    readings: Sequence[Reading], corpus: Corpus, slug: Slug
) -> tuple[tuple[str, str], ...]:
    pairs = [
        (article_url(alias), article_url(reading.article.id))
        for reading in readings
        for alias in reading.article.aliases
    ]
    pairs += [(old, new) for old, new, _ in _moved(corpus, slug)]
    return tuple(sorted(pairs))


def _moved(corpus: Corpus, slug: Slug) -> list[tuple[str, str, Place]]:
    """(old URL, URL, where that is said) of topics and authority entries."""
    moved = [
        (f"topics/{old}/", topic_url(it), Place(it.path, key=("moved-from",)))
        for it in corpus.topics
        for old in it.moved_from
    ]
    moved += [
        (f"{FOLDERS[it.kind]}/{old}/", authority_url(it, slug), Place(it.path, key=it.key))
        for it in corpus.authority
        for old in it.moved_from
    ]
    return moved


def _orphans(topics: Sequence[TopicPage]) -> list[Problem]:
    known = {it.id for it in topics}
    return [
        problem("parent-unknown", Place(it.path, key=("parent",)), parent=it.parent)
        for it in topics
        if it.parent and (it.parent not in known or it.parent == it.id)
    ]
