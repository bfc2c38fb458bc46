"""What the index of search was made of -> what has changed in it since."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import zip_longest

import msgspec

from generator.app.memory import Memory
from generator.search.names import NameKind, weighed
from generator.search.patch import Change, Known, differing, path_of
from generator.search.records import ArticleEntry, Numbered, Tokens
from generator.search.terms import facet

_MOST = 200
"""Documents that differ from which all shards are made anew."""

Stands = Callable[[str, bytes], bool]
"""Whether a file stands published that was made of what has this key."""


class Article(msgspec.Struct, frozen=True, array_like=True):
    """What makes its terms."""

    entry: bytes
    """Under which key the memo has it."""
    topics: tuple[str, ...]


class Named(msgspec.Struct, frozen=True, array_like=True):
    """The same of a name."""

    name: bytes
    """A digest."""
    kind: NameKind
    count: int


class Searched(msgspec.Struct, array_like=True):
    """An index: documents by number, and its shards."""

    bits: tuple[int, int] = (0, 0)
    articles: list[Article] = []
    names: dict[int, Named] = {}
    shards: list[Known] = []


_DECODER = msgspec.msgpack.Decoder(Searched)
_ENTRIES = msgspec.msgpack.Decoder(ArticleEntry)


def with_topics(tokens: Tokens, topics: Iterable[str]) -> Tokens:
    """Terms of an article that stands on these topics' pages."""
    facets = dict.fromkeys([facet("topic", it) for it in topics], 0)
    return tokens.adding(facets.items()) if facets else tokens


class SearchedBefore:
    """The index of the build before, as far as it is known."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._row = memory.keys("index", [b""])[0]

    def change(
        self,
        now: Searched,
        articles: Sequence[Numbered],
        names: Sequence[Numbered],
        tokens: Mapping[bytes, Tokens],
        stands: Stands,
    ) -> Change | None:
        """What became of the index before; None where all is to be made anew.

        articles, names: the documents of `now`; tokens: those of names before, by digest.
        """
        found = self._memory.recall([self._row]).get(self._row)
        if found is None:
            return None
        before = _DECODER.decode(found)
        if before.bits != now.bits or not all(stands(path_of(it), it.key) for it in before.shards):
            return None
        pairs = list(zip_longest(before.articles, now.articles))
        changed = [number for number, (old, new) in enumerate(pairs) if old != new]
        both = sorted(before.names.keys() | now.names.keys())
        renamed = [it for it in both if before.names.get(it) != now.names.get(it)]
        if len(changed) + len(renamed) > _MOST:
            return None
        entries = self._memory.recall([old.entry for it in changed if (old := pairs[it][0])])
        numbered = {it.number: it.tokens for it in names}
        touched: set[int] = set()
        for number in changed:
            old, _ = pairs[number]
            was = Tokens()
            if old is not None:
                if old.entry not in entries:
                    return None
                was = with_topics(_ENTRIES.decode(entries[old.entry]).tokens, old.topics)
            is_now = articles[number].tokens if number < len(articles) else Tokens()
            touched |= differing(was, is_now)
        for number in renamed:
            was = Tokens()
            if (name := before.names.get(number)) is not None:
                if name.name not in tokens:
                    return None
                was = weighed(tokens[name.name], name.kind, name.count)
            touched |= differing(was, numbered.get(number, Tokens()))
        return Change(before.shards, frozenset(touched))

    def keep(self, now: Searched) -> None:
        """For the next build, once the index is published."""
        self._memory.keep([(self._row, msgspec.msgpack.encode(now))])
