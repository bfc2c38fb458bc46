"""Encoded files -> encoded articles with annotations: what the pure leaves do that workers run.

Restoring or parsing and annotating is one leaf, for the one is never wanted without the other.
Findings and terms are leaves of their own, for an edit of the author's lexicon must undo no
sentence; articles of several pages are put together before; and terms are asked only of articles
that a topic is about.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import msgspec

from generator.annotate.article import annotate
from generator.model.annotation import Annotations, Sentence, Term
from generator.model.article import Article
from generator.model.findings import Findings
from generator.model.knowledge import encoded_digest
from generator.model.ledger import Ledger
from generator.model.part import Part
from generator.model.problem import Problem
from generator.model.source import PageFiles, SourceFile
from generator.restore.leaf import Lost, parse_file

if TYPE_CHECKING:
    from generator.annotate.judge import Judge
    from generator.text.segment import Lexicon

Terms = tuple[Term, ...]


class Wanted(msgspec.Struct, frozen=True, array_like=True):
    """An annotated article, encoded, and the words the author added to the dictionary."""

    article: bytes
    annotations: bytes
    lexicon: tuple[tuple[str, int | None, str], ...] = ()


class Annotated(msgspec.Struct, frozen=True, array_like=True):
    """An article and its annotations, each encoded: the page that shows them holds them so."""

    article: bytes
    annotations: bytes
    digest: bytes = b""
    """`Reading.digest`."""


class AuthoredFile(msgspec.Struct, frozen=True, array_like=True):
    """What one Markdown article gave; none if it is a draft or can't be read."""

    annotated: Annotated | None
    problems: tuple[Problem, ...]


class RestoredFile(msgspec.Struct, frozen=True, array_like=True):
    """What one newspaper page gave."""

    annotated: tuple[Annotated, ...]
    ledger: Ledger | None
    problems: tuple[Problem, ...]
    parts: tuple[Part, ...] = ()
    """Which of the articles belong to articles of other pages."""


def authored_of(encoded: bytes, lost: Lost) -> bytes:
    """SourceFile -> AuthoredFile."""
    parsed = parse_file(msgspec.msgpack.decode(encoded, type=SourceFile), lost)
    annotated = _annotated(parsed.article) if parsed.article is not None else None
    return msgspec.msgpack.encode(AuthoredFile(annotated, parsed.problems))


def restored_leaf(encoded: bytes) -> bytes:
    """PageFiles -> RestoredFile."""
    # Not at the top: most sites have no newspaper page.
    from generator.restore.page_file import restore_page

    page = restore_page(msgspec.msgpack.decode(encoded, type=PageFiles))
    if page.restored is None:
        return msgspec.msgpack.encode(RestoredFile((), None, page.problems))
    annotated = tuple(map(_annotated, page.restored.articles))
    problems = (*page.problems, *page.restored.problems)
    file = RestoredFile(annotated, page.restored.ledger, problems, page.restored.parts)
    return msgspec.msgpack.encode(file)


def _annotated(article: Article) -> Annotated:
    both = msgspec.msgpack.encode(article), msgspec.msgpack.encode(annotate(article))
    return Annotated(*both, encoded_digest(*both))


def terms_leaf(encoded: bytes) -> bytes:
    """Wanted -> Terms."""
    # Not at the top: the segmenter's dictionary is loaded where there is something to segment.
    from generator.annotate.terms import find_terms

    return msgspec.msgpack.encode(find_terms(*_wanted(encoded)))


def findings_of(encoded: bytes, judge: Judge) -> bytes:
    """Wanted -> Said."""
    # Not at the top: a build in which nothing changed needs none of the rules.
    from generator.annotate.prose import article_prose
    from generator.annotate.said import said
    from generator.annotate.understand import understand

    article, sentences, lexicon = _wanted(encoded)
    prose = article_prose(article, sentences)
    return msgspec.msgpack.encode(said(prose.text, understand(prose, lexicon, judge)))


class ToldArticle(msgspec.Struct, frozen=True, array_like=True):
    """An annotated article and what readers are told of it, each encoded."""

    article: bytes
    annotations: bytes
    findings: bytes


def facts_of(encoded: bytes, judge: Judge) -> bytes:
    """ToldArticle -> Facts."""
    from generator.annotate.facts.gather import gather_facts
    from generator.annotate.facts.shown import with_shown

    articles, annotations, _ = _decoders()
    told = msgspec.msgpack.decode(encoded, type=ToldArticle)
    article = articles.decode(told.article)
    sentences = annotations.decode(told.annotations).sentences
    findings = msgspec.msgpack.decode(told.findings, type=Findings)
    facts = gather_facts(article, sentences, findings, judge)
    return msgspec.msgpack.encode(with_shown(facts, article, sentences))


def warm_findings() -> None:
    """Load the dictionary and tables that the rules need, for workers to share."""
    from generator.annotate.prose import plain_prose
    from generator.annotate.understand import understand
    from generator.text.segment import load

    load()
    understand(plain_prose(_ANY, "2022-10-10"))


_ANY = """
2022年9月28日，市长李明在北京说：“去年产值增长4.5%。”市政府印发《关于教育的意见》，实施七大行动。
累计引进高新技术企业50余家，建成产业园，总投资12亿元，力争到2025年达到7000家以上；三分之一的村民人均收入突破1万元，下降0.5个百分点。
会议强调：“要加强领导。”“粮食够吃了，”刘大妈高兴地说，“大家都好。”专家分析说，“十四五”规划提出了意见和标准。座谈会上，他指出要抓好春耕。
省委书记张强会见了约翰·史密斯，双方签署了合作备忘录。贞观十九年抵达长安，二十世纪八十年代在山西农业大学任教授。
王伟等5人参加，包括教育、卫生和文化，排名第2位。上午9时30分，气温为零下5℃。
"""
"""Something for every rule: what is compiled here no worker compiles, and no edit that comes after."""


def _wanted(encoded: bytes) -> tuple[Article, tuple[Sentence, ...], Lexicon]:
    from generator.text.segment import Word

    articles, annotations, wants = _decoders()
    wanted = wants.decode(encoded)
    lexicon = tuple(Word(*word) for word in wanted.lexicon)
    sentences = annotations.decode(wanted.annotations).sentences
    return articles.decode(wanted.article), sentences, lexicon


@functools.cache
def _decoders() -> tuple[
    msgspec.msgpack.Decoder[Article],
    msgspec.msgpack.Decoder[Annotations],
    msgspec.msgpack.Decoder[Wanted],
]:
    decoder = msgspec.msgpack.Decoder
    return decoder(Article), decoder(Annotations), decoder(Wanted)
