"""What every composer needs: the knowledge, the site's settings, and quotes and cards made of them."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from urllib.parse import urlsplit

import msgspec

from generator.model.article import Article
from generator.model.knowledge import Knowledge, Topic, digest_of
from generator.model.ledger import Ledger
from generator.present import views
from generator.present.compose.counted import Counted
from generator.present.compose.first_words import first_words
from generator.present.compose.later import Later, LaterGroup, Many
from generator.present.compose.quoting import Quotes
from generator.present.compose.rooms import (
    ARTICLES,
    FEED,
    HOME,
    INDEX,
    PAGES,
    SITEMAP,
    TAGS,
    TOPICS,
    navigation,
    room_of,
)
from generator.present.compose.tally import Tally, tally
from generator.present.data.settings import DataSettings
from generator.present.fresh import Kept, anew, kept_or_made
from generator.present.save import SaveSettings, picture_url
from generator.present.texts import text
from generator.text.slug import Reading as Sound
from generator.text.slug import pinyin
from generator.weave.put_off import digests_of
from generator.weave.sealed import shown_of

__all__ = ["ARTICLES", "FEED", "HOME", "INDEX", "PAGES", "SITEMAP", "TAGS", "TOPICS"]
__all__ += ["Desk", "Later", "LaterGroup", "Many", "Site", "Spell", "byline", "lead", "page_title"]


class Site(msgspec.Struct, frozen=True):
    """The site's settings, as composing needs them."""

    title: str
    tagline: str = ""
    description: str = ""
    base_url: str = ""
    """Absolute, with a slash at its end; empty: the site works under any path."""
    language: str = "zh-Hans"
    interface: str = ""
    twin: str = ""
    styles: str = ""
    script: str = ""
    icon: str = ""
    data: DataSettings = DataSettings()
    save: SaveSettings = SaveSettings()


Spell = Callable[[str], str]
"""Text -> pinyin in lower case, syllables parted by spaces."""


class Desk(Quotes):
    """Makes quotes, cards and chromes; a card is made once however many lists show it."""

    def __init__(self, site: Site, knowledge: Knowledge, spell: Spell, kept: Kept = anew) -> None:
        """kept: what a build before made of the very same knowledge."""
        super().__init__(knowledge)
        self.kept = kept
        self.site = site
        self.spell = spell
        self._cards: dict[int, views.ArticleCard] = {}
        self.topic_cards: dict[int, views.TopicCard] = {}
        self._encode = msgspec.msgpack.Encoder().encode
        self._sounds: dict[tuple[str, bool], str] = {}
        self._tag_urls = {tag: url for tag, url, _ in knowledge.tags}
        self.page_titles = {it.page: page_title(it) for it in knowledge.ledgers}
        self._nav = navigation(knowledge, self.tally)
        pages = (*knowledge.article_urls, *(it.url for it in knowledge.topics))
        self._pictured = frozenset(pages if site.save.pictures and site.base_url else ())
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
            picture=site.base_url + picture_url(path) if path in self._pictured else "",
            interface=site.interface,
            twin=site.twin,
        )

    def later(
        self, view: Callable[[], views.View], parts: object, readings: Iterable[int]
    ) -> Later:
        """`view()`, made of `parts` and of facts of some articles; all else it shows is in `parts`.

        parts: anything msgspec encodes (chrome, entity, URLs, numbers); readings: in any order.
        """
        return Later(functools.partial(self.key, parts, readings), view)

    def key(self, parts: object, readings: Iterable[int], whole: Iterable[int] = ()) -> bytes:
        """What `later` takes for the key. whole: articles of which more than facts is shown."""
        shown, digests = self._shown, self._digests
        return b"".join(
            [
                self._encode(parts),
                *[shown[it] for it in sorted(set(readings))],
                *[digests[it] for it in sorted(set(whole))],
            ]
        )

    @functools.cached_property
    def tally(self) -> Tally:
        """How much there is of what."""
        made = functools.partial(tally, self.knowledge)
        return kept_or_made(self.kept, "tally", self.knowledge.identified, Tally, made)

    @functools.cached_property
    def entities_of(self) -> Sequence[list[tuple[int, int]]]:
        """For each article the entities with a page that stand in it, and how often."""
        return Counted(self.kept, self.knowledge)

    def digest(self, index: int) -> bytes:
        """Of all that is known of one article by itself: its text, sentences, findings, address."""
        return self._digests[index]

    @functools.cached_property
    def _digests(self) -> list[bytes]:
        findings = digests_of(self.knowledge.findings) or repeat(b"")
        return [
            hashlib.blake2b(digest_of(it) + told, digest_size=16).digest()
            for it, told in zip(self.knowledge.readings, findings, strict=False)
        ]

    @functools.cached_property
    def around(self) -> bytes:
        """Of all entities, names, links and facts, and of what surrounds pages; empty if not known.

        A page of facts whose key rests on nothing else need not have its key made while this stays.
        """
        known = self.knowledge
        if not known.identified:
            return b""
        topics = [
            (it.page.title, it.page.aliases, it.url, it.main, it.entities) for it in known.topics
        ]
        parts = (self.site, self._nav, topics, known.article_topics, known.article_urls)
        told = known.identified + self._encode(parts)
        return hashlib.blake2b(told, digest_size=20).digest()

    def shown(self, index: int) -> bytes:
        """Of its facts and the paragraphs they stand in: of what pages of other things show of it."""
        return self._shown[index]

    @functools.cached_property
    def _shown(self) -> list[bytes]:
        facts = self.knowledge.facts
        if len(facts) < len(self.knowledge.readings):
            return self._digests
        return [it or self._digests[index] for index, it in enumerate(shown_of(facts))]

    def absolute_root(self) -> str:
        """The path under which the site stands, for the page that stands under any other."""
        return urlsplit(self.site.base_url).path if self.site.base_url else ""

    def spelt(self, name: str, kind: str) -> str:
        """Its pinyin for an index: surnames have sounds of their own."""
        key = name, kind == "person"
        made = self._sounds.get(key)
        if made is None:
            made = self._sounds[key] = pinyin(name, Sound.PERSON) if key[1] else self.spell(name)
        return made

    def card(self, index: int) -> views.ArticleCard:
        """The article in a list."""
        made = self._cards.get(index)
        if made is None:
            made = self._cards[index] = self._card(index)
        return made

    def _card(self, index: int) -> views.ArticleCard:
        reading = self.knowledge.readings[index]
        article = reading.article
        summary, place = first_words(reading)
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

    def tag_url(self, tag: str) -> str:
        """Where the articles of a tag are listed."""
        return self._tag_urls[tag]

    @functools.cached_property
    def term_urls(self) -> dict[str, str]:
        """Terms with a page of their own."""
        terms = (it for it in self.knowledge.entities if it.kind == "term" and it.url)
        return {it.name: it.url for it in terms}

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
        room = room_of(path)
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
        return text("mark.gap").join(block.text for block in article.bylines)
    return text("mark.list").join(article.authors)


def lead(topic: Topic) -> str:
    """First paragraph of the editor's introduction."""
    return next((it.text for it in topic.page.intro if it.kind == "paragraph"), "")
