"""Readings, topics, authority files, ledgers -> Knowledge; the one place that sees everything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model.knowledge import (
    Backlink,
    Entity,
    Knowledge,
    Passage,
    Reading,
    Topic,
    TopicPage,
)
from generator.model.problem import Place, Problem, problem
from generator.weave.addresses import Slug, article_url, clashes, tag_url, topic_url
from generator.weave.backlinks import find_backlinks
from generator.weave.claims import owners, redirects
from generator.weave.concepts import shared_concepts
from generator.weave.corpus import Corpus
from generator.weave.entities import in_topics, name_entities, shared_names, weave_names
from generator.weave.identified import identify
from generator.weave.related import relate, sides
from generator.weave.told import Editors, told
from generator.weave.topics import (
    find_passages,
    main_readings,
    own_blocks,
    whole_readings,
    with_children,
    with_entities,
)
from generator.weave.written_links import written_links


def weave(corpus: Corpus, slug: Slug) -> tuple[Knowledge, tuple[Problem, ...]]:
    """The knowledge of the corpus, and every problem that only the whole can show."""
    readings = tuple(sorted(corpus.readings, key=_latest_first))
    topics = corpus.topics
    problems = clashes(owners(readings, corpus, slug))
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
    woven = weave_names(topics, name_entities(corpus.authority, concepts, slug), readings)
    written = written_links(readings, topics, corpus.ledgers, corpus.files)
    problems += written.problems
    backlinks = find_backlinks(readings, written.addresses)
    editors = Editors(woven.entities, corpus.not_names, corpus.not_same, corpus.corrections)
    said = told(readings, corpus.findings(readings), editors)
    problems += said.problems
    facts = corpus.facts(readings, said.findings)
    resolved = identify(
        readings, facts, woven.entities, woven.found, corpus, slug, said.other_kinds
    )
    problems += resolved.problems
    passages = with_entities(topics, passages, resolved.entities, readings)
    passages = with_children(topics, passages)
    main = [main_readings(it, found, readings) for it, found in zip(topics, passages, strict=True)]
    entities = in_topics(resolved.entities, main)
    knowledge = Knowledge(
        readings=readings,
        article_urls=tuple(article_url(it.article.id) for it in readings),
        topics=_topics(topics, passages, main, entities, readings),
        entities=entities,
        links=resolved.links,
        addresses=tuple(tuple(sorted(it.items())) for it in written.addresses),
        topic_addresses=tuple(tuple(sorted(it.items())) for it in written.topic_addresses),
        backlinks=tuple(_backlinks(backlinks, article_url(it.article.id)) for it in readings),
        topic_backlinks=tuple(_backlinks(backlinks, topic_url(it)) for it in topics),
        article_topics=_article_topics(len(readings), main),
        tags=_tags(readings, slug),
        ledgers=tuple(sorted(corpus.ledgers, key=lambda it: it.page)),
        redirects=redirects(readings, corpus, slug, resolved.redirects),
        findings=said.findings,
        facts=facts,
        named=resolved.named,
        identified=resolved.digest,
    )
    return knowledge, tuple(problems)


def _latest_first(reading: Reading) -> tuple[bool, tuple[int, ...], str]:
    date = reading.article.date
    return (not date, tuple(-ord(it) for it in date), reading.article.id)


def _topics(
    topics: Sequence[TopicPage],
    passages: Sequence[tuple[Passage, ...]],
    main: Sequence[tuple[int, ...]],
    entities: Sequence[Entity],
    readings: Sequence[Reading],
) -> tuple[Topic, ...]:
    woven = []
    whole = [
        whole_readings(it, found, readings) for it, found in zip(topics, passages, strict=True)
    ]
    own = [own_blocks(*it) for it in zip(main, passages, whole, strict=True)]
    shared = sides(entities, own, readings)
    for number, page in enumerate(topics):
        standing = [index for index, entity in enumerate(entities) if number in entity.topics]
        woven.append(
            Topic(
                page=page,
                url=topic_url(page),
                passages=passages[number],
                readings=tuple(dict.fromkeys(it.mention.reading for it in passages[number])),
                main=main[number],
                whole=whole[number],
                shared=relate(number, entities, shared),
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


def _orphans(topics: Sequence[TopicPage]) -> list[Problem]:
    """A problem for each parent that is none, and one for each circle of them."""
    parents = {it.id: it.parent for it in topics}
    found = []
    done: set[str] = set()
    for it in topics:
        place = Place(it.path, key=("parent",))
        if it.parent and (it.parent not in parents or it.parent == it.id):
            found.append(problem("parent-unknown", place, parent=it.parent))
            continue
        way: dict[str, None] = {}
        at = it.id
        while at and at not in way and at not in done:
            way[at] = None
            at = parents.get(at, "")
        if at in way and parents[at] != at:
            circle = list(way)[list(way).index(at) :]
            found.append(problem("parent-circle", place, parents="、".join(circle)))
        done.update(way)
    return found
