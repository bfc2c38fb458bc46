"""A site's search index -> its terms and postings: a plain reader, written from docs/search.md alone."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from typing import Any, NamedTuple

Posting = tuple[int, int]
"""Number of a document, mark."""


class Term(NamedTuple):
    """What a shard holds of a term."""

    articles: list[Posting]
    names: list[Posting]


class Bytes:
    """Bytes read one after the other."""

    def __init__(self, data: bytes) -> None:
        """From the first on."""
        self.data = data
        self.at = 0

    def take(self, count: int) -> bytes:
        """So many bytes as they are."""
        assert self.at + count <= len(self.data)
        self.at += count
        return self.data[self.at - count : self.at]

    def varint(self) -> int:
        """LEB128."""
        value = shift = 0
        while True:
            (byte,) = self.take(1)
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    def terms(self, count: int) -> list[str]:
        """So many terms, each as a string of code units."""
        found: list[list[int]] = []
        for _ in range(count):
            first = self.varint()
            if first == 0:
                raw = self.take(4)
                found.append([raw[0] << 8 | raw[1], raw[2] << 8 | raw[3]])
            elif first == 1:
                shared, further = self.varint(), self.varint()
                before = found[-1][:shared] if shared else []
                assert len(before) == shared
                found.append(before + [self.varint() for _ in range(further)])
            else:
                assert len(found[-1]) == 2
                found.append([found[-1][0], found[-1][1] + first - 1])
        return ["".join(map(chr, it)) for it in found]


class Bits:
    """Golomb-Rice codes read one after the other."""

    def __init__(self, data: bytes) -> None:
        """From the first on."""
        self.bits = "".join(f"{it:08b}" for it in data)
        self.at = 0

    def number(self, low: int) -> int:
        """One with so many low bits."""
        zero = self.bits.index("0", self.at)
        quotient = zero - self.at
        self.at = zero + 1 + low
        rest = self.bits[zero + 1 : self.at]
        assert len(rest) == low
        return quotient << low | int(rest or "0", 2)

    def documents(self, count: int, bits: int) -> list[int]:
        """Ascending numbers below 2^bits."""
        low = max(0, bits - 1 - (count.bit_length() - 1))
        found: list[int] = []
        for _ in range(count):
            found.append(self.number(low) + (found[-1] + 1 if found else 0))
        return found

    def rest(self) -> str:
        """What has not been read."""
        return self.bits[self.at :]


def read_shard(content: bytes, article_bits: int, name_bits: int) -> dict[str, Term]:
    """The inflated content of a shard -> its terms."""
    data = Bytes(content)
    count = data.varint()
    terms = data.terms(count)
    articles = [data.varint() for _ in range(count)]
    names = [data.varint() for _ in range(count)]
    article_marks = iter(data.take(sum(articles)))
    name_marks = iter(data.take(sum(names)))
    bits = Bits(data.data[data.at :])
    found = {}
    for term, in_articles, in_names in zip(terms, articles, names, strict=True):
        found[term] = Term(
            [(it, next(article_marks)) for it in bits.documents(in_articles, article_bits)],
            [(it, next(name_marks)) for it in bits.documents(in_names, name_bits)],
        )
    assert len(found) == count
    assert set(bits.rest()) <= {"0"}
    assert len(bits.rest()) < 8
    return found


class Index:
    """The index of a site; `read` gives the bytes of a file of it by its path."""

    def __init__(self, read: Callable[[str], bytes]) -> None:
        """Reads the manifest and the directory."""
        self.read = read
        self.manifest: dict[str, Any] = json.loads(read("search/manifest.json"))
        assert self.manifest["format"] == 1
        entries = self._node(self.manifest["root"])
        if self.manifest["depth"] == 2:
            entries = [it for _, name in entries for it in self._node(name)]
        self.firsts = [it for it, _ in entries]
        self.shards = [name for _, name in entries]
        assert self.firsts == sorted(self.firsts)

    def _content(self, name: str) -> bytes:
        return zlib.decompress(self.read(f"search/i/{name}.bin"))

    def _node(self, name: str) -> list[tuple[str, str]]:
        data = Bytes(self._content(name))
        terms = data.terms(data.varint())
        entries = [(it, data.take(6).hex()) for it in terms]
        assert data.at == len(data.data)
        return entries

    def shard(self, name: str) -> dict[str, Term]:
        """Its terms, in order."""
        bits = self.manifest["articleBits"], self.manifest["nameBits"]
        return read_shard(self._content(name), *bits)

    def terms(self) -> dict[str, Term]:
        """All of the index, in order."""
        return {term: it for name in self.shards for term, it in self.shard(name).items()}

    def find(self, term: str) -> Term:
        """A term (in code units), read as a client would."""
        at = sum(it <= term for it in self.firsts) - 1
        found = self.shard(self.shards[at]) if at >= 0 else {}
        return found.get(term, Term([], []))
