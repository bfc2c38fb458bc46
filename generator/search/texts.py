"""Articles and names -> files of what results show, a few to a file.

zlib; inflated a letter for the encoding, then JSON. Ideographs take two bytes in GB 18030 and
three in UTF-8; which of the two it is says the letter. docs/search.md, “Texts”.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from hashlib import blake2b
from typing import NamedTuple, TypeVar

import msgspec

from generator.search.fold import simplified
from generator.search.names import Name
from generator.search.records import Part, SearchFile

FOLD = "search/fold.json"

ARTICLE_HEADS, NAME_HEADS = 8, 10
"""How far numbers of articles and names are shifted to give a file of heads: of names, four to
eight numbers stand empty for each that is taken.
"""
_USUAL = 1400
"""Characters of a file, more or less."""
_MOST_SHIFT = 8
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

# What browsers read otherwise than Python writes it (GB 18030 of 2022 and of 2000), or did once.
_UNSAFE = re.compile("[\u1e3f\u9fb4-\u9fbb\ue000-\uf8ff\ufe10-\ufe19]").search


class ArticleText(NamedTuple):
    """An article as results show it; what it says is asked for only if a file has to be made."""

    number: int
    url: str
    shown: tuple[str, str, str]
    """Title, date, source."""
    lengths: Sequence[int]
    """Characters of its parts."""
    digest: bytes
    """Of all that is shown and read."""
    read: Callable[[], Sequence[Part]]


class NameText(NamedTuple):
    """A name as results show it."""

    number: int
    name: Name


def article_shift(articles: Sequence[ArticleText]) -> int:
    """How many articles share a file, as a power of two."""
    return _shift(sum(it.lengths[0] for it in articles), len(articles))


def name_shift(size: int, bits: int) -> int:
    """The same of names that are so many bytes, encoded; most numbers are not taken."""
    return _shift(size // 2, 1 << bits)


def _shift(size: int, count: int) -> int:
    shift = 0
    while size and shift < _MOST_SHIFT and size * 2 << shift <= _USUAL * count:
        shift += 1
    return shift


def article_files(articles: Sequence[ArticleText], shift: int) -> Iterator[SearchFile]:
    """`texts/a/<number>-<part>.bin`; articles by number."""
    for number, group in _grouped(articles, shift):
        for part in range(max(len(it.lengths) for it in group)):
            here = [it for it in group if part < len(it.lengths)]
            digest = blake2b(digest_size=16)
            for it in here:
                digest.update(b"%d\0%s\0%s" % (it.number, it.url.encode(), it.digest))
            path = f"texts/a/{_base36(number)}-{_base36(part)}.bin"
            yield SearchFile(path, digest.digest(), partial(_articles, here, part))


def _articles(group: Sequence[ArticleText], part: int) -> bytes:
    rows = []
    for it in group:
        here = it.read()[part]
        rows.append((it.number, it.url, *it.shown, len(it.lengths), here.text, here.sentences))
    return _packed(rows)


def name_files(names: Sequence[NameText], shift: int) -> Iterator[SearchFile]:
    """`texts/n/<number>.bin`; names by number."""
    encode = msgspec.msgpack.Encoder().encode
    for number, group in _grouped(names, shift):
        digest = blake2b(encode(group), digest_size=16)
        yield SearchFile(f"texts/n/{_base36(number)}.bin", digest.digest(), partial(_names, group))


def _names(group: Sequence[NameText]) -> bytes:
    return _packed(
        [
            (number, it.url, it.kind, it.name, it.aliases, "\n".join(filter(None, it.texts)))
            for number, it in group
        ]
    )


def article_heads(articles: Sequence[ArticleText]) -> Iterator[SearchFile]:
    """`texts/heads/a/<number>.bin`: what a long list shows of articles."""
    for number, group in _grouped(articles, ARTICLE_HEADS):
        rows = [(it.number, it.url, *it.shown) for it in group]
        yield _heads(f"texts/heads/a/{_base36(number)}.bin", rows)


def name_heads(names: Sequence[NameText]) -> Iterator[SearchFile]:
    """`texts/heads/n/<number>.bin`: the same of names."""
    for number, group in _grouped(names, NAME_HEADS):
        rows = [(number, it.url, it.kind, it.name) for number, it in group]
        yield _heads(f"texts/heads/n/{_base36(number)}.bin", rows)


def _heads(path: str, rows: object) -> SearchFile:
    key = blake2b(msgspec.msgpack.encode(rows), digest_size=16).digest()
    return SearchFile(path, key, partial(_packed, rows))


_Text = TypeVar("_Text", ArticleText, NameText)


def _grouped(items: Sequence[_Text], shift: int) -> Iterator[tuple[int, list[_Text]]]:
    group: list[_Text] = []
    for it in items:
        if group and group[0].number >> shift != it.number >> shift:
            yield group[0].number >> shift, group
            group = []
        group.append(it)
    if group:
        yield group[0].number >> shift, group


def fold_file() -> SearchFile:
    """`search/fold.json`: two texts, each character of the one becomes that of the other."""
    table = simplified()
    says = {"from": "".join(table), "to": "".join(table.values())}
    content = msgspec.json.encode(says)
    return SearchFile(FOLD, blake2b(content, digest_size=16).digest(), lambda: content)


def _packed(rows: object) -> bytes:
    content = msgspec.json.encode(rows)
    text = content.decode()
    letter = b"u"
    if not _UNSAFE(text):
        letter, content = b"g", text.encode("gb18030")
    return zlib.compress(letter + content, 9)


def _base36(number: int) -> str:
    found = ""
    while number >= 36:
        number, digit = divmod(number, 36)
        found = _DIGITS[digit] + found
    return _DIGITS[number] + found
