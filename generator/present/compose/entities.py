"""Entities -> their pages: what is said of each, and every mention in its sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from hashlib import blake2b

import msgspec

from generator.model.knowledge import Entity, Ground, Mention
from generator.present import views
from generator.present.compose.desk import Desk, Later, LaterGroup
from generator.present.compose.keys import Keys
from generator.present.compose.mentions import Shown, by_article, shown_in
from generator.present.compose.paging import paged
from generator.present.compose.rooms import KINDS, crumb
from generator.present.compose.sections import first, part_pages
from generator.present.compose.statements import statements_view
from generator.present.texts import say
from generator.weave.statements.about import about
from generator.weave.statements.companions import companions

_MENTIONS = 100
_COMPANIONS = 16


def entity_pages(
    desk: Desk, keys: Keys, measured: Mapping[str, str], *, found: bool
) -> Iterator[tuple[str, Later | LaterGroup]]:
    """Each entity over as many pages as its sentences and statements take.

    found: those that the program found stand where facts do; others wherever editors' words do.
    """
    # Of all pages alike: the site's name, its navigation, the topics that articles belong to.
    frame = desk.chrome("terms/x/", "", "", (crumb("index"),))
    topics = [(it.page.title, it.url) for it in desk.knowledge.topics]
    alike = blake2b(msgspec.msgpack.encode((frame, topics)), digest_size=16).digest()
    for number, entity in enumerate(desk.knowledge.entities):
        if not entity.url or (entity.found_by == "text") != found:
            continue
        around = desk.around if found else b""
        is_measure = entity.name in measured
        key = partial(_key, desk, keys, entity, alike, measured=is_measure)
        yield entity.url, LaterGroup(key, partial(_first_pages, desk, number, measured), around)
        if len(entity.mentions) <= _MENTIONS:
            continue
        for url, part, pager in list(_parts(entity))[1:]:
            later = partial(_entity, desk, entity, url, part, pager, {})
            more = partial(_key, desk, keys, entity, alike, part, pager, measured=is_measure)
            yield url, Later(more, later, around)


def _key(
    desk: Desk,
    keys: Keys,
    entity: Entity,
    alike: bytes,
    part: Sequence[Mention] | None = None,
    pager: views.Pager | None = None,
    *,
    measured: bool,
) -> bytes:
    """What a page shows; `part`: its mentions, None: all of them, and all else there is to say."""
    mentioning = {it.reading for it in entity.mentions}
    of_article = desk.knowledge.article_topics
    if part is None:
        cited = (it.reading for ground in entity.grounds for it in ground.cites)
        readings = sorted({*mentioning, *(it for it, _ in entity.places), *cited})
    else:
        readings = sorted({it.reading for it in part})
    said = (
        alike, len(entity.mentions), len(mentioning),
        entity.kind, entity.name, entity.url, entity.aliases, entity.note, entity.found_by,
        entity.apart, measured,
        [desk.topic_link(it) for it in entity.topics], [of_article[it] for it in readings],
        [(it.rule, it.words, [_place(place) for place in it.cites]) for it in entity.grounds],
    )  # fmt: skip
    shown = entity.mentions if part is None else part
    whole = () if entity.found_by == "text" else _beyond(desk, shown)
    return desk.key((said, _flat(shown), pager), readings, whole) + keys.readings(readings)


def _beyond(desk: Desk, mentions: Sequence[Mention]) -> set[int]:
    """Articles with a mention where no fact stands."""
    facts = desk.knowledge.facts
    return {
        it.reading
        for it in mentions
        if it.reading >= len(facts) or it.block not in facts[it.reading].blocks
    }


def _place(it: Mention) -> tuple[int, int]:
    return it.block, it.start


def _flat(mentions: Sequence[Mention]) -> list[int]:
    """Places without the number of their reading, which every new article changes."""
    return [number for it in mentions for number in (it.block, it.start)]


def _parts(entity: Entity) -> Iterator[tuple[str, tuple[Mention, ...], views.Pager | None]]:
    return paged(_one_a_sentence(entity.mentions), entity.url, _MENTIONS)


def _first_pages(
    desk: Desk, number: int, measured: Mapping[str, str]
) -> Iterator[tuple[str, views.View]]:
    """The page itself, and those of its sections that are too long for it."""
    entity = desk.knowledge.entities[number]
    _, part, pager = next(_parts(entity))
    whole = statements_view(desk, about(desk.knowledge, number), measured, number)
    readings = {it.reading for it in entity.mentions}
    # What a document's own row would say stands in the box beside.
    paper = whole.papers[0] if entity.kind == "document" and whole.papers else None
    whole = msgspec.structs.replace(
        whole, many=len(readings) > 1, papers=() if paper else whole.papers
    )
    shown = first(whole, entity.url)
    page = _entity(desk, entity, entity.url, part, pager, shown_in(shown))
    beside = _companions(desk, number)
    yield (
        entity.url,
        msgspec.structs.replace(
            page,
            statements=shown,
            companions=beside[:_COMPANIONS],
            more_companions=len(beside) > _COMPANIONS,
            grounds=tuple(_ground(desk, it) for it in entity.grounds),
            topics=tuple(desk.topic_link(it) for it in entity.topics),
            offices=_offices(whole.offices) if entity.kind == "person" else (),
            measured=measured.get(entity.name, ""),
            issuer=paper.issuer if paper else "",
            period=paper.period if paper else "",
        ),
    )
    owner = views.TermLink(entity.name, entity.url)
    yield from part_pages(desk, owner, page.chrome.crumbs, whole, shown.more)


def _entity(
    desk: Desk,
    entity: Entity,
    url: str,
    part: Sequence[Mention],
    pager: views.Pager | None,
    shown: Shown,
) -> views.EntityView:
    totals = Counter(mention.reading for mention in entity.mentions)
    title = entity.name + say("mark.aside", text=entity.apart) if entity.apart else entity.name
    crumbs = _crumbs(entity)
    if url != entity.url:
        crumbs = (*crumbs, views.Crumb(entity.name, entity.url))
    return views.EntityView(
        chrome=desk.chrome(url, title, entity.note, crumbs),
        kind=entity.kind,
        title=entity.name,
        aliases=entity.aliases,
        note=entity.note,
        found_by=entity.found_by,
        groups=by_article(desk, part, totals, shown),
        topics=(),
        total=len(entity.mentions),
        article_count=len(totals),
        pager=pager,
        apart=entity.apart,
        above="" if url == entity.url else entity.url,
    )


def _crumbs(entity: Entity) -> tuple[views.Crumb, ...]:
    of_kind = next(it for it in KINDS if entity.kind in it.kinds)
    return (crumb("index"), views.Crumb(of_kind.title, of_kind.url))


def _companions(desk: Desk, number: int) -> tuple[views.CompanionView, ...]:
    """Those who stand in one sentence with it, and where they first do; one more than is shown."""
    entities = desk.knowledge.entities
    return tuple(
        views.CompanionView(
            views.TermLink(entities[it.entity].name, entities[it.entity].url, it.sentences),
            entities[it.entity].kind,
            desk.sentence_url(it.place),
        )
        for it in companions(desk.knowledge, number, _COMPANIONS + 1)
    )


def _ground(desk: Desk, it: Ground) -> views.GroundView:
    return views.GroundView(it.words, tuple(map(desk.sentence_url, it.cites)))


def _offices(rows: Sequence[views.OfficeView]) -> tuple[str, ...]:
    """What a person is: for the page's JSON-LD, the latest first."""
    latest = sorted(rows, key=lambda it: it.last, reverse=True)
    return tuple(dict.fromkeys(it.office for it in latest))


def _one_a_sentence(mentions: Sequence[Mention]) -> list[Mention]:
    found: dict[tuple[int, int], Mention] = {}
    for mention in mentions:
        found.setdefault((mention.reading, mention.sentence), mention)
    return list(found.values())
