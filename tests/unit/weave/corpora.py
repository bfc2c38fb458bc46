"""Short Markdown texts -> readings and topics, as the stages before weave hand them on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from generator.annotate.article import annotate
from generator.annotate.terms import find_terms
from generator.model.annotation import Term
from generator.model.facts import Facts
from generator.model.findings import Findings, Said
from generator.model.knowledge import Authority, Knowledge, Reading, TopicPage
from generator.model.problem import Problem
from generator.restore.authored import parse_article, parse_topic
from generator.text.slug import slugify
from generator.weave.corpus import Corpus
from generator.weave.weave import weave

NOTHING = Said(msgspec.msgpack.encode(Findings()))


def reading(text: str, path: str = "articles/a.md") -> Reading:
    """The article of a Markdown text with its annotations."""
    article, problems = parse_article(text, path)
    assert article is not None, problems
    annotations = annotate(article)
    pack = msgspec.msgpack.encode
    return Reading(article, annotations, pack(article), pack(annotations))


def topic(title: str, terms: str = "", text: str = "引言。", **more: str) -> TopicPage:
    """A topic; terms are parted by spaces."""
    front = "".join(f"{key}: {value}\n" for key, value in more.items())
    source = f"---\ntitle: {title}\nterms: [{', '.join(terms.split())}]\n{front}---\n{text}\n"
    page, problems = parse_topic(source, f"topics/{slugify(title)}.md")
    assert page is not None, problems
    return page


def woven(
    articles: Mapping[str, str],
    topics: Sequence[TopicPage] = (),
    authority: Sequence[Authority] = (),
    files: Mapping[str, str] | None = None,
    not_names: Sequence[str] = (),
) -> tuple[Knowledge, tuple[Problem, ...]]:
    """What weave makes of articles by file name (without .md), topics and authority entries."""
    corpus = Corpus(
        readings=tuple(reading(text, f"articles/{name}.md") for name, text in articles.items()),
        topics=tuple(topics),
        authority=tuple(authority),
        not_names=frozenset(not_names),
        ledgers=(),
        files=files or {},
        terms=lambda asked: [terms_of(it) for it in asked],
        findings=lambda asked: [msgspec.msgpack.encode(NOTHING)] * len(asked),
        facts=lambda asked, found: [Facts()] * len(asked),
    )
    return weave(corpus, slugify)


def terms_of(it: Reading) -> tuple[Term, ...]:
    """Its terms, no lexicon given."""
    return find_terms(it.article, it.annotations.sentences, ())
