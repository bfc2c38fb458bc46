"""Knowledge -> the home page and the page for addresses that lead nowhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from generator.present import views
from generator.present.compose.desk import HOME, Desk
from generator.present.compose.strips import years_strip
from generator.present.compose.timeline import year_label, year_rows
from generator.present.texts import text
from generator.present.views.drawings import WeaveView

_LATEST = 12
_WARPS = 16
_CARDS = 24
"""Topics; all of them are listed elsewhere."""
_CONCEPTS = 24
_YEARS = 36


def home(desk: Desk) -> views.HomeView:
    """The first page anyone sees."""
    rows = year_rows(desk.tally.years)
    knowledge = desk.knowledge
    latest = range(min(_LATEST, len(knowledge.readings)))
    tying = sorted({it.entity for topic in knowledge.topics for it in topic.shared})
    shared = [knowledge.entities[it] for it in tying]
    shared.sort(key=lambda it: (-len(it.topics), -len(it.mentions), it.url))
    return views.HomeView(
        chrome=desk.chrome(HOME, desk.site.title, desk.site.description or desk.site.tagline),
        intro=desk.site.description,
        topics=_topics(desk),
        articles=tuple(desk.card(it) for it in latest),
        concepts=tuple(
            views.TermLink(it.name, it.url, len(it.mentions)) for it in shared[:_CONCEPTS]
        ),
        article_count=len(knowledge.readings),
        topic_count=len(knowledge.topics),
        page_count=len(knowledge.ledgers),
        sentence_count=sum(len(it.annotations.sentences) for it in knowledge.readings),
        weave=weave(desk),
        strip=years_strip([(it.year, it.count, it.url) for it in rows[-_YEARS:]], year_label)
        if rows
        else None,
        earlier=max(0, len(rows) - _YEARS),
    )


def _topics(desk: Desk) -> tuple[views.TopicCard, ...]:
    if not desk.knowledge.topics:
        return ()
    # Not at the top: a site without topics needs nothing of them.
    from generator.present.compose.topics import topic_card

    return tuple(topic_card(desk, it) for it in range(min(_CARDS, len(desk.knowledge.topics))))


def weave(desk: Desk) -> WeaveView | None:
    """The latest articles with topics, and the topics they write of most, in the site's order."""
    knowledge = desk.knowledge
    woven = [it for it in range(len(knowledge.readings)) if knowledge.article_topics[it]]
    lines = {reading: line for line, reading in enumerate(woven[:_LATEST])}
    counts: Counter[tuple[int, int]] = Counter()
    for number, topic in enumerate(knowledge.topics):
        for passage in topic.passages:
            if passage.mention.reading in lines:
                counts[lines[passage.mention.reading], number] += 1
    if not counts:
        return None
    told = Counter(topic for _, topic in counts)
    columns = sorted(sorted(told, key=lambda it: (-told[it], it))[:_WARPS])
    place = {topic: column for column, topic in enumerate(columns)}
    return WeaveView(
        tuple(desk.topic_link(it) for it in columns),
        tuple(
            views.TermLink(knowledge.readings[it].article.title, knowledge.article_urls[it])
            for it in lines
        ),
        tuple(
            (line, place[topic], count)
            for (line, topic), count in sorted(counts.items())
            if topic in place
        ),
    )


def redirects(desk: Desk) -> Iterator[tuple[str, views.View]]:
    """Addresses of before, each with a page that leads to the one of today."""
    for old, url in desk.knowledge.redirects:
        chrome = desk.chrome(old, text("lost.moved"))
        canonical = desk.site.base_url + url if desk.site.base_url else ""
        yield old, views.RedirectView(msgspec.structs.replace(chrome, canonical=canonical), url)


def not_found(desk: Desk) -> views.NotFoundView:
    """A server shows it under any path, so its links must not depend on where it stands."""
    chrome = desk.chrome("404.html", text("lost.page"))
    return views.NotFoundView(
        msgspec.structs.replace(chrome, root=desk.absolute_root(), canonical="")
    )
