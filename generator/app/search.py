"""Knowledge -> the files of search; of an article or name that was seen before nothing is made anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec

from generator.app.kept import Kept
from generator.app.memory import Memory
from generator.model.knowledge import Knowledge, Reading
from generator.model.problem import Problem
from generator.search.names import Weighed, name_tokens, names, numbers, weighed
from generator.search.records import About, ArticleEntry, Numbered, Part, SearchFile, Tokens

if TYPE_CHECKING:
    from generator.app.searched import Searched, Stands
    from generator.search.texts import ArticleText

_TOKENS = msgspec.msgpack.Decoder(dict[bytes, Tokens])
_NAMES = msgspec.msgpack.Decoder(list[Weighed])
_ENTRIES = msgspec.msgpack.Decoder(ArticleEntry)


class SearchStoppedError(Exception):
    """An article could not be indexed; the problem that says so is recorded already."""


class Search:
    """What is to be found, and the files that it makes."""

    def __init__(self, knowledge: Knowledge, memory: Memory, problems: list[Problem]) -> None:
        """`problems`: gets one for each article whose leaf is stopped."""
        self._memory = memory
        self._problems = problems
        order = _by_date(knowledge.readings)
        titles = [it.page.title for it in knowledge.topics]
        self._readings = [knowledge.readings[it] for it in order]
        self._urls = [knowledge.article_urls[it] for it in order]
        self._topics = [[titles[topic] for topic in knowledge.article_topics[it]] for it in order]
        self._digests = [_digest(it) for it in self._readings]
        self._names = _names(knowledge, memory)
        encode = msgspec.msgpack.Encoder().encode
        self._encoded = [encode(it.name) for it in self._names]
        self._entry_keys: list[bytes] = []
        self._named: list[bytes] = []
        self._tokens_before: Mapping[bytes, Tokens] = {}
        self._made: Searched | None = None

    @property
    def key(self) -> bytes:
        """Over all that the files are made of."""
        said = (
            self._urls,
            self._digests,
            self._topics,
            self._encoded,
            [it.count for it in self._names],
        )
        return blake2b(msgspec.msgpack.encode(said), digest_size=16).digest()

    def files(self, stands: Stands) -> Iterator[SearchFile]:
        """All of them, the manifest last; shards of which `stands` is asked are not made anew."""
        # Not at the top: numpy takes a tenth of a second, and many a build changes no word.
        from generator.app.searched import Article, Named, Searched, SearchedBefore
        from generator.search.index import index_files
        from generator.search.texts import (
            ARTICLE_HEADS,
            NAME_HEADS,
            NameText,
            article_files,
            article_heads,
            article_shift,
            fold_file,
            name_files,
            name_heads,
            name_shift,
        )

        entries = self._entries()
        bits, ids = numbers([it.name.url for it in self._names])
        articles = self._texts(entries)
        named = sorted(
            (NameText(number, it.name) for number, it in zip(ids, self._names, strict=True)),
            key=lambda it: it.number,
        )
        shift, name_shift_ = article_shift(articles), name_shift(sum(map(len, self._encoded)), bits)
        digest = blake2b(digest_size=16)
        for file in (
            *article_files(articles, shift),
            *name_files(named, name_shift_),
            *article_heads(articles),
            *name_heads(named),
            fold_file(),
        ):
            digest.update(b"%s\0%s" % (file.path.encode(), file.key))
            yield file
        about = About(
            articles=len(articles),
            names=len(named),
            article_bits=len(articles).bit_length(),
            name_bits=bits,
            article_shift=shift,
            name_shift=name_shift_,
            article_heads=ARTICLE_HEADS,
            name_heads=NAME_HEADS,
            texts=digest.digest(),
        )
        numbered, numbered_names = self._numbered(entries), self._numbered_names(ids)
        now = Searched(
            (about.article_bits, about.name_bits),
            [Article(*it) for it in zip(self._entry_keys, map(tuple, self._topics), strict=True)],
            {
                number: Named(digest, it.name.kind, it.count)
                for number, digest, it in zip(ids, self._named, self._names, strict=True)
            },
        )
        before = SearchedBefore(self._memory)
        change = before.change(now, numbered, numbered_names, self._tokens_before, stands)
        yield from index_files(numbered, numbered_names, about, change, now.shards)
        self._made = now

    def keep(self) -> None:
        """What the index was made of, once it is published."""
        if self._made is not None:
            from generator.app.searched import SearchedBefore

            SearchedBefore(self._memory).keep(self._made)

    def _entries(self) -> list[ArticleEntry]:
        from generator.search.leaf import Indexed, search_leaf, warm

        keys = self._entry_keys = self._memory.keys("search", self._digests)
        known = dict(self._memory.recall(keys))
        missing = [number for number, key in enumerate(keys) if key not in known]
        if missing:
            encode = msgspec.msgpack.Encoder().encode
            asked = (
                encode(Indexed(it.article_bytes, it.annotation_bytes))
                for it in (self._readings[number] for number in missing)
            )
            paths = [self._readings[number].article.path for number in missing]
            made = self._memory.run("search", search_leaf, asked, paths, self._problems, warm)
            fresh = {
                keys[number]: entry
                for number, entry in zip(missing, made, strict=True)
                if entry is not None
            }
            self._memory.keep(fresh.items())
            known |= fresh
            if len(fresh) < len(missing):
                raise SearchStoppedError
        return [_ENTRIES.decode(known[key]) for key in keys]

    def _texts(self, entries: Sequence[ArticleEntry]) -> list[ArticleText]:
        from generator.search.leaf import text_parts
        from generator.search.texts import ArticleText

        # The parts of one article are written one after the other.
        @lru_cache(maxsize=64)
        def read(number: int) -> tuple[Part, ...]:
            it = self._readings[number]
            return text_parts(it.article, it.annotations)

        return [
            ArticleText(
                number,
                self._urls[number],
                (it.article.title, it.article.date, it.article.source),
                entry.parts,
                self._digests[number],
                partial(read, number),
            )
            for number, (it, entry) in enumerate(zip(self._readings, entries, strict=True))
        ]

    def _numbered(self, entries: Sequence[ArticleEntry]) -> list[Numbered]:
        from generator.app.searched import with_topics

        return [
            Numbered(number, with_topics(entry.tokens, topics))
            for number, (entry, topics) in enumerate(zip(entries, self._topics, strict=True))
        ]

    def _numbered_names(self, ids: Sequence[int]) -> list[Numbered]:
        """Terms of all names; those of names that the build before had are kept as one table."""
        key = self._memory.keys("names", [b""])[0]
        found = self._memory.recall([key]).get(key)
        before: Mapping[bytes, Tokens] = _TOKENS.decode(found) if found is not None else {}
        self._tokens_before = before
        now: dict[bytes, Tokens] = {}
        numbered = []
        for it, encoded, number in zip(self._names, self._encoded, ids, strict=True):
            name = blake2b(encoded, digest_size=16).digest()
            self._named.append(name)
            tokens = now[name] = before.get(name) or name_tokens(it.name)
            numbered.append(Numbered(number, weighed(tokens, it.name.kind, it.count)))
        if now.keys() != before.keys():
            self._memory.keep([(key, msgspec.msgpack.encode(now))])
        return numbered


def _digest(it: Reading) -> bytes:
    digest = blake2b(it.article_bytes, digest_size=16)
    digest.update(it.annotation_bytes)
    return digest.digest()


def _names(knowledge: Knowledge, memory: Memory) -> list[Weighed]:
    """What can be looked up by name; the same as before where neither facts nor topics changed."""
    if not knowledge.identified:
        return names(knowledge)
    encode = msgspec.msgpack.encode
    topics = [(it.page, it.url, len(it.passages), it.main) for it in knowledge.topics]
    digest = blake2b(knowledge.identified + encode(topics), digest_size=20).digest()
    return _NAMES.decode(Kept(memory, "names")(digest, lambda: encode(names(knowledge))))


def _by_date(readings: Sequence[Reading]) -> list[int]:
    """Indices, the earliest first, those without date before all: a new article moves few."""
    articles = [it.article for it in readings]
    return sorted(
        range(len(articles)),
        key=lambda it: (articles[it].date, articles[it].path, articles[it].id),
    )
