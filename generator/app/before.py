"""The same files, the same code, the site as it was left -> nothing to do; known at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

import msgspec

from generator.app.memory import Memory
from generator.app.request import BuildOutcome, BuildRequest, site_folder
from generator.model.problem import Problem
from generator.model.source import ContentFiles, SourceFile
from generator.store.publish import Site


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """What an earlier build of the very same input came to."""

    problems: tuple[Problem, ...]
    articles: int
    topics: int
    source_pages: int
    digests: dict[str, str]


class Before:
    """One build's input as a key, and what is kept under it.

    Memory around the whole, as around each leaf: the key is over every input byte, so there is
    no dependency to forget.
    """

    def __init__(
        self,
        memory: Memory,
        request: BuildRequest,
        content: ContentFiles,
        problems: tuple[Problem, ...],
    ) -> None:
        self._memory = memory
        self._request = request
        digest = hashlib.sha256()
        # The folder's name is the title of a site that has no site.toml.
        told = [request.strictness.value, request.content.resolve().name]
        told += [f"{file.path}\0{file.digest}" for file in _files(content)]
        told += [
            f"{file.path}\0{file.size}\0{file.modified}"
            for file in (*content.media, *content.theme_assets)
        ]
        for item in told:
            digest.update(item.encode("utf-8", "surrogatepass") + b"\n")
        digest.update(msgspec.msgpack.encode(problems))
        self._key = memory.keys("build", [digest.digest()])[0]

    def recall(self, site: Site) -> BuildOutcome | None:
        """What such a build came to, if just its files still stand there, untouched."""
        found = self._memory.recall([self._key]).get(self._key)
        if found is None:
            return None
        kept = msgspec.msgpack.decode(found, type=_Kept)
        if not all(map(site.is_current, kept.digests, kept.digests.values())):
            return None
        staged = site.stage(kept.digests, lambda _paths: ())
        if isinstance(staged, tuple) or staged.written or staged.removed or staged.publish():
            return None
        return BuildOutcome(
            problems=kept.problems,
            published=True,
            site=site_folder(self._request.output),
            articles=kept.articles,
            topics=kept.topics,
            source_pages=kept.source_pages,
            files=len(kept.digests),
        )

    def keep(self, outcome: BuildOutcome, digests: Mapping[str, str]) -> None:
        """Keep what a published build came to."""
        kept = _Kept(
            outcome.problems,
            outcome.articles,
            outcome.topics,
            outcome.source_pages,
            dict(digests),
        )
        self._memory.keep([(self._key, msgspec.msgpack.encode(kept))])


def _files(content: ContentFiles) -> Iterator[SourceFile]:
    single = (content.site, content.lexicon)
    yield from (file for file in single if file is not None)
    for page in content.pages:
        yield page.page
        if page.review is not None:
            yield page.review
    for shelf in (content.articles, content.topics, content.authority, content.theme):
        yield from shelf
