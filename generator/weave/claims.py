"""Files that claim URLs, and the URLs of before that lead to those of today."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.knowledge import Reading
from generator.model.problem import Place
from generator.weave.addresses import FOLDERS, Owner, Slug, article_url, authority_url, topic_url
from generator.weave.corpus import Corpus


def owners(readings: Sequence[Reading], corpus: Corpus, slug: Slug) -> list[Owner]:
    """Every claim, in the order in which the first has it."""
    claims = []
    for reading in readings:
        article = reading.article
        claims.append(Owner(article_url(article.id), article.path, ("slug",)))
        claims += [
            Owner(article_url(alias), article.path, ("aliases", number))
            for number, alias in enumerate(article.aliases)
        ]
    claims += [Owner(topic_url(it), it.path, ("slug",)) for it in corpus.topics]
    claims += [Owner(authority_url(it, slug), it.path, it.key) for it in corpus.authority]
    claims += [Owner(f"pages/{it.page}/", it.path) for it in corpus.ledgers]
    moved = [Owner(old, place.file, place.key) for old, _, place in _moved(corpus, slug)]
    # A page of today comes before a name of yesterday: the old name is what has to give way.
    claims.sort(key=lambda it: (it.url, it.key[:1] == ("aliases",), it.path))
    return [*claims, *sorted(moved)]


def redirects(
    readings: Sequence[Reading],
    corpus: Corpus,
    slug: Slug,
    automatic: Sequence[tuple[str, str]] = (),
) -> tuple[tuple[str, str], ...]:
    """(old URL, URL), sorted. `automatic`: those that nobody wrote, and that give way."""
    pairs = [
        (article_url(alias), article_url(reading.article.id))
        for reading in readings
        for alias in reading.article.aliases
    ]
    pairs += [(old, new) for old, new, _ in _moved(corpus, slug)]
    said = {old for old, _ in pairs}
    pairs += [(old, new) for old, new in automatic if old not in said]
    return tuple(sorted(pairs))


def _moved(corpus: Corpus, slug: Slug) -> list[tuple[str, str, Place]]:
    """(old URL, URL, where that is said) of topics and authority entries."""
    moved = [
        (f"topics/{old}/", topic_url(it), Place(it.path, key=("moved-from",)))
        for it in corpus.topics
        for old in it.moved_from
    ]
    moved += [
        (f"{FOLDERS[it.kind]}/{old}/", authority_url(it, slug), Place(it.path, key=it.key))
        for it in corpus.authority
        for old in it.moved_from
    ]
    return moved
