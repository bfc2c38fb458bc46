"""Knowledge -> the page that says what data there is, field by field, and how to open it."""

from __future__ import annotations

from generator.present import views
from generator.present.compose.desk import Desk
from generator.present.data.metadata import fields
from generator.present.data.records import (
    ArticleRecord,
    EntityRecord,
    SentenceRecord,
    StatementRecord,
    TopicRecord,
)
from generator.present.data.settings import (
    DATA,
    DATABASE,
    METADATA,
    NOT_IN_CSV,
    topic_data,
    topic_feed,
)
from generator.present.save import book_url
from generator.present.texts import text

_TABLES = (
    ("statements", StatementRecord),
    ("sentences", SentenceRecord),
    ("entities", EntityRecord),
    ("articles", ArticleRecord),
    ("topics", TopicRecord),
)
_FORMATS = {"jsonl": "JSON Lines", "csv": "CSV"}


def data_page(desk: Desk) -> views.DataView:
    """`/data/`."""
    knowledge, settings = desk.knowledge, desk.site.data
    counts = {
        "statements": desk.tally.statements,
        "sentences": sum(len(it.annotations.sentences) for it in knowledge.readings),
        "entities": len(knowledge.entities),
        "articles": len(knowledge.readings),
        "topics": len(knowledge.topics),
    }
    tables = tuple(
        views.TableView(
            name=name,
            title=text(f"data_table.{name}"),
            words=text(f"data_table.{name}_row"),
            rows=counts[name],
            files=tuple(
                views.DataFileView(f"{DATA}{name}.{it}", words)
                for it, words in _FORMATS.items()
                if it in settings.formats and (it != "csv" or name not in NOT_IN_CSV)
            ),
            columns=tuple(views.ColumnView(*it) for it in fields(name, record)),
        )
        for name, record in _TABLES
    )
    return views.DataView(
        chrome=desk.chrome(DATA, text("data.title"), text("data.description")),
        tables=tables,
        topics=tuple(
            (views.TermLink(it.page.title, it.url), files)
            for it in knowledge.topics
            if (files := topic_files(desk, it.url))
        ),
        database=DATABASE if "sqlite" in settings.formats else "",
        metadata=METADATA if "sqlite" in settings.formats else "",
        searched=settings.index_for(counts["sentences"]) == "full",
        licence=settings.licence,
    )


def topic_files(desk: Desk, url: str) -> tuple[views.TermLink, ...]:
    """Data, book and feed of the topic at `url`, as far as the site has them."""
    links = []
    if "jsonl" in desk.site.data.formats:
        links.append(views.TermLink(text("data.topic"), topic_data(url)))
    if desk.site.save.epub:
        links.append(views.TermLink(text("data.book"), book_url(url)))
    if desk.site.base_url:
        links.append(views.TermLink(text("data.feed"), topic_feed(url)))
    return tuple(links)
