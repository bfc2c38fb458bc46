"""Article -> its entry in a list of sources, after GB/T 7714—2015 (section 4, and 8 on form)."""

from __future__ import annotations

import re

from generator.model.article import Article

_PAPER = re.compile(r"报$").search
_JOURNAL = re.compile(r"(?:杂志|学报|月刊|周刊|季刊|半月刊)$").search
_REPORT = re.compile(r"报告(?:[（(].*[）)])?$").search
_WRITERS = re.compile(
    r"^[◎●■□○△▲★☆\s]*|(?:本报|本刊)?(?:特约|见习|实习)?(?:首席)?(?:记者|通讯员|评论员|作者)[:：]?"
)
_BETWEEN = re.compile(r"[\s、,，;；/]+")
_NAMES = 3
"""More are 等 (8.1.2)."""


def citation(article: Article) -> str:
    """周禾. 修渠记[N]. 青石日报, 2023-05-06(2). What is not known is left out."""
    mark = _type(article)
    return f"{'. '.join(filter(None, (_head(article, mark), _where(article))))}."


def online_citation(article: Article) -> str:
    """The same of what is read online, up to the day it was read and the address.

    周禾. 修渠记[N/OL]. 青石日报, 2023-05-06(2), to which [2024-01-02]. https://… is added. What only
    this site publishes is EB, and its day in brackets is that of the text.
    """
    mark = _type(article)
    if article.source or article.pages:
        return f"{_head(article, mark + '/OL')}. {_where(article)}"
    return f"{_head(article, 'EB/OL')}. {f'({article.date})' if article.date else ''}"


def _head(article: Article, mark: str) -> str:
    names = _names(article)
    who = ", ".join(names[:_NAMES]) + (", 等" if len(names) > _NAMES else "")
    return ". ".join(filter(None, (who, f"{article.title}[{mark}]")))


def _where(article: Article) -> str:
    where = ", ".join(filter(None, (article.source, article.date)))
    return where + _page(article.edition)


def _type(article: Article) -> str:
    if _JOURNAL(article.source):
        return "J"
    if article.pages or _PAPER(article.source):
        return "N"
    return "R" if _REPORT(article.title) else "Z"


def _names(article: Article) -> list[str]:
    if not article.bylines:
        return list(article.authors)
    printed = "　".join(block.text for block in article.bylines)
    return list(dict.fromkeys(filter(None, _BETWEEN.split(_WRITERS.sub(" ", printed)))))


def _page(edition: str) -> str:
    """第2版 -> (2)."""
    number = re.fullmatch(r"第?\s*([0-9A-Z]+)\s*版", edition)
    return f"({number[1] if number else edition})" if edition else ""
