"""What the site was held against when nothing was wrong with it, kept from one build to the next."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from generator.app.memory import Memory
from generator.check.facts import PageFacts, Quotation

Digests = Mapping[str, str]


class Page(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A page of the site that was verified last."""

    digest: str
    quoted: tuple[str, ...]
    """Each source it quotes."""
    ids: bytes = b""
    """Its anchors, encoded: asked for only of a page that has changed."""


class Held(msgspec.Struct, frozen=True, array_like=True):
    """The site that was verified last, and what it was held against."""

    pages: dict[str, Page] = {}
    sources: dict[str, str] = {}
    """Path -> digest."""


def changed_sources(before: Digests, now: Digests) -> frozenset[str]:
    """Sources with other bytes, gone or new."""
    return frozenset(it for it in before.keys() | now.keys() if before.get(it) != now.get(it))


def proven_pages(before: Held, digests: Digests, changed: frozenset[str]) -> frozenset[str]:
    """Pages whose quotations held, if neither they nor what they quote has changed."""
    return frozenset(
        path
        for path, page in before.pages.items()
        if digests.get(path) == page.digest and changed.isdisjoint(page.quoted)
    )


def _page(digest: str, facts: PageFacts) -> Page:
    return Page(digest, _sources(facts), msgspec.msgpack.encode(facts.ids) if facts.ids else b"")


def _sources(facts: PageFacts) -> tuple[str, ...]:
    return tuple(sorted({source for it in facts.quotations for source in quoted(it)}))


def quoted(it: Quotation) -> list[str]:
    """The sources of a quotation."""
    if "#" not in it.pieces:
        return [it.source]
    # A text that goes over two source pages names the second one before its line.
    return [it.source, *(told.partition("#")[0] for told in it.pieces.split() if "#" in told)]


def recall(memory: Memory) -> Held:
    """That of the build before; nothing where it is not known."""
    key = memory.keys("held", [b""])[0]
    found = memory.recall([key]).get(key)
    return msgspec.msgpack.decode(found, type=Held) if found is not None else Held()


def keep(
    memory: Memory,
    proven: Mapping[str, Page],
    digests: Digests,
    sources: Digests,
    facts: Mapping[str, PageFacts],
) -> None:
    """For the next build; `proven`: pages that are as they were, with all that they quote."""
    pages = {}
    for path, digest in digests.items():
        known = proven.get(path)
        if known is None:
            known = _page(digest, facts[path]) if path in facts else Page(digest, ())
        pages[path] = known
    held = Held(pages, dict(sources))
    memory.keep([(memory.keys("held", [b""])[0], msgspec.msgpack.encode(held))])
