"""Titles and slugs -> URLs; the only place that decides where a page stands.

URLs are relative to the site's root, ASCII, lower case, and end in a slash.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import NamedTuple

from generator.model.knowledge import Authority, EntityKind, TopicPage
from generator.model.problem import Place, Problem, problem

Slug = Callable[[str], str]
"""Text -> slug; passed in, because spelling Chinese loads a dictionary that a caller may cache."""

FOLDERS: dict[EntityKind, str] = {
    "term": "terms",
    "person": "people",
    "organisation": "organisations",
    "place": "places",
    "document": "documents",
    "programme": "terms",
}


class Owner(NamedTuple):
    """Who claims a URL."""

    url: str
    path: str
    key: tuple[str | int, ...] = ()


def article_url(slug: str) -> str:
    """URL of an article."""
    return f"articles/{slug}/"


def topic_url(topic: TopicPage) -> str:
    """URL of a topic."""
    return f"topics/{topic.id}/"


def entity_url(kind: EntityKind, name: str, slug: Slug, apart: str = "") -> str:
    """Pinyin and four hex digits: 李伟 and 李威 must not meet.

    `apart`: what tells it from others of its name, empty if nothing has to.
    """
    whole = f"{kind}\n{name}\n{apart}" if apart else f"{kind}\n{name}"
    digest = hashlib.blake2b(whole.encode(), digest_size=2).hexdigest()
    return f"{FOLDERS[kind]}/{slug(name)}-{digest}/"


def authority_url(entry: Authority, slug: Slug) -> str:
    """The slug its file gives, else pinyin with a digest."""
    if entry.slug:
        return f"{FOLDERS[entry.kind]}/{entry.slug}/"
    return entity_url(entry.kind, entry.name, slug, entry.of[0] if entry.of else "")


def tag_url(tag: str, slug: Slug) -> str:
    """Tags are free text: two that are spelled alike (史 and 诗) must not meet either."""
    if tag.isascii() and tag == slug(tag):
        return f"tags/{tag}/"
    digest = hashlib.blake2b(tag.encode(), digest_size=2).hexdigest()
    return f"tags/{slug(tag)}-{digest}/"


def measure_url(measure: str, slug: Slug) -> str:
    """What is measured is named by the texts: two that sound alike must not meet."""
    digest = hashlib.blake2b(measure.encode(), digest_size=2).hexdigest()
    return f"figures/{slug(measure)}-{digest}/"


def clashes(owners: Iterable[Owner]) -> list[Problem]:
    """A problem for each URL that two files claim, naming both."""
    first: dict[str, Owner] = {}
    found = []
    for owner in owners:
        other = first.setdefault(owner.url, owner)
        if other is not owner:
            place = Place(owner.path, key=owner.key)
            found.append(problem("url-taken", place, url=owner.url, other=other.path))
    return found
