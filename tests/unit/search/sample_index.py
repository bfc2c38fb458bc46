"""Made-up documents of the index, and what an index of them must hold, found without haste."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from random import Random

import numpy as np

from generator.search.index import index_files
from generator.search.records import About, Numbered, Tokens
from generator.search.terms import H, terms, units
from tests.search_reader import Index, Term

Document = tuple[int, Mapping[str, int]]
"""Number, and the mark of each term."""


def numbered(document: Document) -> Numbered:
    """As the leaf gives it: terms of two units apart from the others."""
    number, marks = document
    pairs = sorted(
        (ord(it[0]) << 16 | ord(it[1]), mark) for it, mark in marks.items() if len(it) == 2
    )
    others = [(_characters(it), mark) for it, mark in marks.items() if len(it) != 2]
    codes = np.array([it for it, _ in pairs], "<u4").tobytes()
    return Numbered(number, Tokens(codes, bytes(mark for _, mark in pairs)).adding(others))


def about(articles: Sequence[Document], names: Sequence[Document], texts: bytes = b"") -> About:
    """As the builder counts them."""
    bits = [max((it for it, _ in space), default=-1) + 1 for space in (articles, names)]
    return About(
        len(articles), len(names), bits[0].bit_length(), bits[1].bit_length(), 0, 0, 8, 8, texts
    )


def packed(articles: Sequence[Document], names: Sequence[Document] = ()) -> dict[str, bytes]:
    """The files of the index by their paths."""
    files = index_files(
        list(map(numbered, articles)), list(map(numbered, names)), about(articles, names)
    )
    return {it.path: it.make() for it in files}


def read(files: Mapping[str, bytes]) -> Index:
    """The index in these files."""
    return Index(files.__getitem__)


def expected(
    articles: Iterable[Document], names: Iterable[Document], enough: int = 6000
) -> dict[str, Term]:
    """What docs/search.md says that the index holds."""
    found: dict[str, Term] = defaultdict(lambda: Term([], []))
    for space, documents in enumerate((articles, names)):
        for number, marks in sorted(documents, key=lambda it: it[0]):
            for term, mark in marks.items():
                found[term][space].append((number, mark))
    begun = defaultdict(list)
    for term in found:
        for size in range(1, 4):
            if len(term) >= size and _PREFIX.fullmatch(term[:size]):
                begun[term[:size]].append(term)
    unions = {
        f"{prefix}*": _union([found[it] for it in begin])
        for prefix, begin in begun.items()
        if len(begin) * 2.5 + sum(len(it) for term in begin for it in found[term]) * 1.5 > enough
    }
    return dict(sorted({**found, **unions}.items()))


_PREFIX = re.compile(rf"[{H}]|[^\W_{H}]([^\W_{H}]|\.){{,2}}")


def _union(of: Sequence[Term]) -> Term:
    articles: dict[int, int] = {}
    names: dict[int, int] = {}
    for term in of:
        for number, mark in term.articles:
            articles[number] = max(articles.get(number, mark), mark, key=_impact_then_first_part)
        for number, mark in term.names:
            names[number] = max(names.get(number, 0), mark)
    return Term(sorted(articles.items()), sorted(names.items()))


def _impact_then_first_part(mark: int) -> tuple[int, int]:
    return mark & 3, -(mark >> 2)


def _characters(term: str) -> str:
    return term.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


_VOCABULARY = [chr(0x4E00 + it * 7 % 3500) for it in range(3500)]


def made_up(count: int, seed: int = 1, length: int = 300) -> list[str]:
    """Texts whose words are as unevenly spread as those of a language."""
    random = Random(seed)
    frequent = [1 / (it + 2) for it in range(len(_VOCABULARY))]
    words = [
        "".join(random.choices(_VOCABULARY, frequent, k=random.choice((1, 2, 2, 2, 3))))
        for _ in range(4000)
    ]
    weights = [1 / (it + 3) for it in range(len(words))]
    return [
        "".join(_with_stops(random, random.choices(words, weights, k=length // 2)))
        for _ in range(count)
    ]


def _with_stops(random: Random, words: Iterable[str]) -> Iterable[str]:
    for word in words:
        yield word
        if random.random() < 0.1:
            yield random.choice(("，", "。", f"{random.randrange(1990, 2030)}年"))


def documents(texts: Iterable[str]) -> list[Document]:
    """Numbered, with the terms of their texts; marks as if by chance, but always the same."""
    return [
        (number, {"#kind:article": 0} | {it: sum(map(ord, it)) % 7 for it in terms(units(text))})
        for number, text in enumerate(texts)
    ]
