"""Topics and articles -> their share pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from generator.model.knowledge import Topic
from generator.present import views
from generator.present.compose.desk import Desk
from generator.present.compose.topic_told import span
from generator.present.pictures import Picture, draw
from generator.present.save import Font, picture_url
from generator.present.texts import say, text
from generator.present.wording import date_words
from generator.weave.key_sentences import key_sentences
from generator.weave.selection import selection
from generator.weave.statements import Selected
from generator.weave.topics import selecting_words
from generator.weave.typical import typical

_ORNAMENTS = "◎●■□○△▲★☆ \u3000"
"""Before a byline as newspapers print it."""


def topic_picture(
    desk: Desk, topic: Topic, card: views.TopicCard, key: Callable[[], bytes]
) -> Iterator[tuple[str, views.DataFile]]:
    """Nothing if none are wanted. `key`: all that the topic's pages show."""
    font = desk.site.save.pictures
    if font is None:
        return

    def made() -> Picture:
        figure = card.figure
        first, last = (it[:4] for it in span(desk, topic))
        years = say("date.span", first=first, last=last) if first != last else first
        words = measure = amount = ""
        if figure is not None:
            amount = figure.text
            aim = text("topics.aim") if figure.aim else ""
            when = date_words(figure.when) if figure.when else ""
            measure = text("mark.gap").join(filter(None, (figure.measure, when, aim)))
        else:
            chosen = selection(desk.knowledge, topic)
            words_of = selecting_words(topic.page)
            near = typical(desk.knowledge, chosen)
            best = key_sentences(desk.knowledge, chosen, words_of, 1, near)
            words = desk.quote_words(best[0]).text if best else card.lead
        return Picture(
            kicker=text("topic.kicker"),
            title=topic.page.title,
            words=words,
            amount=amount,
            measure=measure,
            left=desk.site.title,
            right=text("mark.gap").join(
                filter(None, (say("count.articles", count=card.articles), years))
            ),
        )

    yield _file(topic.url, key(), made, font)


def article_pictures(desk: Desk) -> Iterator[tuple[str, views.DataFile]]:
    """Nothing if none are wanted."""
    font = desk.site.save.pictures
    if font is None:
        return
    for index, url in enumerate(desk.knowledge.article_urls):
        key = desk.key((desk.site.title, url), (), [index])
        yield _file(url, key, partial(_article, desk, index), font)


def _article(desk: Desk, index: int) -> Picture:
    card = desk.card(index)
    best = key_sentences(desk.knowledge, (Selected(index, None),), (), most=1)
    day = date_words(card.date) if card.date else ""
    return Picture(
        kicker=text("mark.gap").join(filter(None, (card.source, day))) or text("kind.article"),
        title=card.title,
        words=desk.quote_words(best[0]).text if best else card.summary,
        left=desk.site.title,
        right=card.byline.lstrip(_ORNAMENTS),
    )


def _file(
    page: str, key: bytes, made: Callable[[], Picture], font: Font
) -> tuple[str, views.DataFile]:
    url = picture_url(page)

    def join(_parts: object, _base: bytes) -> views.Joined:
        return views.Joined([draw(made(), font)], -1)

    return url, views.DataFile(url, key + font.digest, (), _no_part, join)


def _no_part(_number: int) -> views.DataPart:
    return views.DataPart(b"")
