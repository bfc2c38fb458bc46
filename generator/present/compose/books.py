"""Topics -> their books: the same statements as on their pages, each with its sentence as a note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from generator.model.knowledge import Topic
from generator.present import views
from generator.present.citation import citation
from generator.present.compose.desk import Desk
from generator.present.compose.neighbours import by_kind, where
from generator.present.compose.passages import by_article
from generator.present.compose.topic_told import intro, span, told
from generator.present.proof import proof
from generator.present.save import book_url, size_words
from generator.present.texts import say, text
from generator.present.views.books import BookView, NoteView, SourceEntry

_LINES = re.compile(r"(?:^| )([0-9]+):")
_MOST_LINES = 4


class Book:
    """The book of a topic, made when it is first asked for."""

    def __init__(self, desk: Desk, index: int, measured: Mapping[str, str]) -> None:
        """measured: measure -> URL of its page."""
        self._desk = desk
        self._index = index
        self._measured = measured
        self._sentences: dict[int, dict[str, int]] = {}

    @property
    def url(self) -> str:
        """Where it can be taken from."""
        return book_url(self._topic.url)

    @property
    def link(self) -> views.TermLink:
        """To it, its format and size told."""
        return views.TermLink(
            text("book.name"), self.url, 0, say("book.size", size=size_words(len(self.data)))
        )

    def file(self, key: bytes) -> views.DataFile:
        """It as a file of the site. `key`: all that the topic's pages show."""
        return views.DataFile(self.url, key, (), _no_part, self._joined)

    def _joined(self, _parts: object, _base: bytes) -> views.Joined:
        return views.Joined([self.data], -1)

    @cached_property
    def data(self) -> bytes:
        """The file."""
        # Not at the top: few edits write a book, and lxml takes its time.
        from generator.present.epub import write_book

        return write_book(self._view(), self._note)

    @property
    def _topic(self) -> Topic:
        return self._desk.knowledge.topics[self._index]

    def _view(self) -> BookView:
        desk, topic = self._desk, self._topic
        said = told(desk, topic, self._measured)
        first, last = span(desk, topic)
        return BookView(
            title=topic.page.title,
            url=topic.url,
            site_title=desk.site.title,
            base_url=desk.site.base_url,
            language=desk.site.language,
            kind=topic.page.kind,
            aliases=topic.page.aliases,
            intro_html=intro(desk, self._index, topic, ""),
            first_date=first,
            last_date=last,
            article_count=len(topic.readings),
            passage_count=len(topic.passages),
            terms=topic.page.terms,
            where=where(said.names),
            key_quotes=tuple(desk.quote_words(it) for it in said.key),
            statements=said.statements,
            names=by_kind(said.names),
            groups=by_article(desk, topic.passages),
            sources=tuple(self._sources()),
        )

    def _sources(self) -> Iterator[SourceEntry]:
        """The topic's articles, the earliest first."""
        knowledge = self._desk.knowledge
        for it in reversed(self._topic.readings):
            yield SourceEntry(citation(knowledge.readings[it].article), knowledge.article_urls[it])

    @cached_property
    def _readings(self) -> dict[str, int]:
        urls = self._desk.knowledge.article_urls
        return {urls[it]: it for it in self._topic.readings}

    def _note(self, url: str) -> NoteView | None:
        page, _, name = url.partition("#")
        number = self._readings.get(page)
        if number is None:
            return None
        reading = self._desk.knowledge.readings[number]
        sentences = self._sentences.get(number)
        if sentences is None:
            listed = reading.annotations.sentences
            sentences = self._sentences[number] = {it.id: at for at, it in enumerate(listed)}
        if name not in sentences:
            return None
        article = reading.article
        it = reading.annotations.sentences[sentences[name]]
        place = proof(article, it.block, it.start, it.end)
        return NoteView(
            article=article.title,
            source=article.source,
            date=article.date,
            page=_page(article.edition, place.pieces),
            text=article.blocks[it.block].text[it.start : it.end],
            proof=place,
            url=url,
        )


def _page(edition: str, pieces: str) -> str:
    """第2版，原页第 29、41 行. Lines of another page than the one it begins on are not told."""
    lines = list(dict.fromkeys(_LINES.findall(pieces)))
    shown = text("mark.list").join(lines[:_MOST_LINES])
    told = say("book.lines", lines=shown) if lines else ""
    return text("mark.clause").join(filter(None, (edition, told)))


def _no_part(_number: int) -> views.DataPart:
    return views.DataPart(b"")
