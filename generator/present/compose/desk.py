"""What every composer needs: the knowledge, the site's settings, and quotes and cards made of them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

import msgspec

from generator.model.article import Article
from generator.model.knowledge import Entity, Knowledge, Mention, SentenceRef, Topic
from generator.model.ledger import Ledger
from generator.present import views
from generator.present.proof import proof
from generator.weave.sections import heads

HOME = ""
TOPICS = "topics/"
ARTICLES = "articles/"
PAGES = "pages/"
TAGS = "tags/"
INDEX = "index/"
FEED = "feed.xml"
SITEMAP = "sitemap.xml"


class Site(msgspec.Struct, frozen=True):
    """The site's settings, as composing needs them."""

    title: str
    tagline: str = ""
    description: str = ""
    base_url: str = ""
    """Absolute, with a slash at its end; empty: the site works under any path."""
    language: str = "zh-Hans"
    styles: str = ""
    script: str = ""
    icon: str = ""


Spell = Callable[[str], str]
"""Text -> pinyin in lower case, syllables parted by spaces."""


class Later(NamedTuple):
    """A view that is made only if it is not known what it comes to."""

    key: bytes
    make: Callable[[], views.View]


class Desk:
    """Makes quotes, cards and chromes; a card is made once however many lists show it."""

    def __init__(self, site: Site, knowledge: Knowledge, spell: Spell) -> None:
        self.site = site
        self.knowledge = knowledge
        self.spell = spell
        self._cards: dict[int, views.ArticleCard] = {}
        self._digests: dict[int, bytes] = {}
        self._encode = msgspec.msgpack.Encoder().encode
        self._above: tuple[int, list[int]] = (-1, [])
        """A reading and, for each of its blocks, the heading above."""
        self._tag_urls = {tag: url for tag, url, _ in knowledge.tags}
        self.entities_of = _entities_of(knowledge)
        self.page_titles = {it.page: page_title(it) for it in knowledge.ledgers}
        self._nav = [
            (title, url)
            for title, url, wanted in (
                ("专题", TOPICS, bool(knowledge.topics)),
                ("文章", ARTICLES, True),
                ("原页", PAGES, bool(knowledge.ledgers)),
                ("标签", TAGS, bool(knowledge.tags)),
                ("索引", INDEX, True),
            )
            if wanted
        ]
        self._navs: dict[str, tuple[views.NavItem, ...]] = {}

    def chrome(
        self, path: str, title: str, description: str = "", crumbs: tuple[views.Crumb, ...] = ()
    ) -> views.Chrome:
        """What surrounds the page at the site-relative URL `path`."""
        site = self.site
        return views.Chrome(
            site_title=site.title,
            tagline=site.tagline,
            language=site.language,
            root="../" * path.count("/"),
            title=title,
            description=description,
            path=path,
            nav=self._nav_at(path),
            crumbs=crumbs,
            canonical=site.base_url + path if site.base_url else "",
            feed=FEED if site.base_url else "",
            styles=site.styles,
            script=site.script,
            icon=site.icon,
        )

    def later(
        self, view: Callable[[], views.View], parts: object, readings: Iterable[int]
    ) -> Later:
        """`view()`, made of `parts` and of what some articles say; all else it shows is in `parts`.

        parts: anything msgspec encodes (chrome, entity, URLs, numbers); readings: in any order.
        """
        digests = b"".join(map(self.digest, sorted(set(readings))))
        return Later(self._encode(parts) + digests, view)

    def digest(self, index: int) -> bytes:
        """Of all that is known of one article by itself: its text, sentences, findings, address."""
        made = self._digests.get(index)
        if made is None:
            reading = self.knowledge.readings[index]
            findings = self.knowledge.findings
            parts = (reading.article_bytes, reading.annotation_bytes)
            told = findings[index] if findings else b""
            made = self._digests[index] = hashlib.blake2b(
                b"\0".join((*parts, told)), digest_size=16
            ).digest()
        return made

    def absolute_root(self) -> str:
        """The path under which the site stands, for the page that stands under any other."""
        return urlsplit(self.site.base_url).path if self.site.base_url else ""

    def quote(self, mention: Mention) -> views.QuoteView:
        """The sentence of a mention, the mention highlighted."""
        reading = self.knowledge.readings[mention.reading]
        sentence = reading.annotations.sentences[mention.sentence]
        start = max(0, mention.start - sentence.start)
        end = min(mention.end, sentence.end) - sentence.start
        marks = ((start, end),) if end > start else ()
        return self._quote(SentenceRef(mention.reading, mention.sentence), marks)

    def quote_sentence(self, reference: SentenceRef, start: int, end: int) -> views.QuoteView:
        """A sentence with block[start:end] highlighted."""
        sentence = self.knowledge.readings[reference.reading].annotations.sentences[
            reference.sentence
        ]
        marks = ((start - sentence.start, end - sentence.start),) if end > start else ()
        return self._quote(reference, marks)

    def _quote(self, reference: SentenceRef, marks: tuple[tuple[int, int], ...]) -> views.QuoteView:
        reading = self.knowledge.readings[reference.reading]
        article = reading.article
        sentence = reading.annotations.sentences[reference.sentence]
        url = self.knowledge.article_urls[reference.reading]
        block = article.blocks[sentence.block]
        return views.QuoteView(
            text=block.text[sentence.start : sentence.end],
            proof=proof(article, sentence.block, sentence.start, sentence.end),
            url=f"{url}#{sentence.id}",
            article=article.title,
            article_url=url,
            date=article.date,
            source=article.source,
            marks=marks,
            context="" if block.kind == "heading" else self._heading(reference, sentence.block),
        )

    def _heading(self, reference: SentenceRef, block: int) -> str:
        article = self.knowledge.readings[reference.reading].article
        if self._above[0] != reference.reading:
            # Quotes come article by article.
            self._above = (reference.reading, heads(article))
        at = self._above[1][block]
        return article.blocks[at].text if at >= 0 else ""

    def card(self, index: int) -> views.ArticleCard:
        """The article in a list."""
        made = self._cards.get(index)
        if made is None:
            made = self._cards[index] = self._card(index)
        return made

    def _card(self, index: int) -> views.ArticleCard:
        reading = self.knowledge.readings[index]
        article = reading.article
        summary, place = "", None
        for sentence in reading.annotations.sentences:
            block = article.blocks[sentence.block]
            text = block.text[sentence.start : sentence.end]
            # A line of signs (***, ……) says nothing of the article.
            if block.kind == "paragraph" and any(map(str.isalnum, text)):
                summary = text
                place = proof(article, sentence.block, sentence.start, sentence.end)
                break
        return views.ArticleCard(
            title=article.title,
            url=self.knowledge.article_urls[index],
            kicker=article.kicker.text if article.kicker else "",
            date=article.date,
            source=article.source,
            byline=byline(article),
            summary=summary,
            proof=place,
            tags=tuple(views.TermLink(tag, self._tag_urls[tag]) for tag in article.tags),
            characters=sum(len(block.text) for block in article.blocks),
            restored=bool(article.pages),
        )

    def topic_link(self, index: int, count: int = 0) -> views.TermLink:
        """A link to a topic."""
        topic = self.knowledge.topics[index]
        return views.TermLink(topic.page.title, topic.url, count)

    def entity_links(self, index: int) -> tuple[views.TermLink, ...]:
        """Names with a page of their own that stand in an article, the most frequent first."""
        return tuple(
            views.TermLink(entity.name, entity.url, count)
            for entity, count in (
                (self.knowledge.entities[it], count) for it, count in self.entities_of[index]
            )
        )

    def _nav_at(self, path: str) -> tuple[views.NavItem, ...]:
        room = path.partition("/")[0] + "/"
        if room not in self._navs:
            self._navs[room] = tuple(
                views.NavItem(title, url, url == room) for title, url in self._nav
            )
        return self._navs[room]


def page_title(ledger: Ledger) -> str:
    """What a source page is called: as its editor says, else its file's name."""
    return ledger.title or ledger.path.rpartition("/")[2]


def byline(article: Article) -> str:
    """Who wrote it, as printed or as its front matter says."""
    if article.bylines:
        return "　".join(block.text for block in article.bylines)
    return "、".join(article.authors)


def lead(topic: Topic) -> str:
    """First paragraph of the editor's introduction."""
    return next((it.text for it in topic.page.intro if it.kind == "paragraph"), "")


def _entities_of(knowledge: Knowledge) -> list[list[tuple[int, int]]]:
    counts: list[dict[int, int]] = [{} for _ in knowledge.readings]
    entity: Entity
    for number, entity in enumerate(knowledge.entities):
        if not entity.url:
            continue
        for mention in entity.mentions:
            here = counts[mention.reading]
            here[number] = here.get(number, 0) + 1
    return [sorted(here.items(), key=lambda it: (-it[1], it[0])) for here in counts]
