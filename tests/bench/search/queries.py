"""Documents -> queries as readers type them, with the documents that answer each.

Families, made ones with two letters so that they stand beside given ones: `bb` words that stand together
in one document only, `cc` any substring of 2–6 ideographs, `dd` words in traditional script, `ee` a title
as pinyin or initials, `ff` the first characters of a number or Latin word, `gg` one character.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

import rjieba
from pypinyin import Style, lazy_pinyin

from generator.search.fold import fold, simplified

_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_BEGINS = r"(?<![a-z0-9])(?<![0-9][.,])"
_RUN = re.compile(rf"{_BEGINS}[a-z0-9]{{3,}}", re.IGNORECASE)


class Document(NamedTuple):
    """What is searched for."""

    id: str
    title: str
    text: str
    own: bool
    """False: it is there only to be in the way."""


class Query(NamedTuple):
    """What is typed, and what should be found."""

    id: str
    family: str
    text: str
    relevant: tuple[str, ...]


class _Maker:
    """Draws queries from documents, own ones first."""

    def __init__(self, documents: Sequence[Document], random: Random) -> None:
        self.documents = documents
        self.own = [it for it in documents if it.own] or list(documents)
        self.random = random
        self.texts = [(it.id, f"{it.title}\n{it.text}") for it in documents]
        self.folded = [(name, fold(text)) for name, text in self.texts]
        self.titles: defaultdict[str, list[str]] = defaultdict(list)
        self.variants: defaultdict[str, list[str]] = defaultdict(list)
        for traditional, plain in simplified().items():
            self.variants[plain].append(traditional)
        for it in documents:
            for spelt in (_spelt(it.title), _initials(it.title)):
                self.titles[spelt].append(it.id)

    def draw(self) -> Document:
        """Half from the documents themselves, half from all."""
        return self.random.choice(self.own if self.random.random() < 0.5 else self.documents)

    def words(self) -> tuple[str, tuple[str, ...]] | None:
        """Two or three words that stand together in this document only."""
        document = self.draw()
        words = [it for it in rjieba.cut(document.text) if _HAN.fullmatch(it)]
        if len(words) < 3:
            return None
        start = self.random.randrange(len(words) - 2)
        # Neighbours sometimes make what readers take for one word.
        first = words[start] + (words[start + 1] if self.random.random() < 0.3 else "")
        chosen = [first, *self.random.sample(words, self.random.randrange(1, 3))]
        chosen = [it for it in dict.fromkeys(chosen) if it in document.text]
        found = self.containing(chosen)
        return (" ".join(chosen), found) if len(chosen) > 1 and len(found) == 1 else None

    def containing(self, words: Sequence[str]) -> tuple[str, ...]:
        """Documents in which all of them stand."""
        return tuple(name for name, text in self.texts if all(it in text for it in words))

    def substring(self) -> tuple[str, tuple[str, ...]] | None:
        """Two to six ideographs in a row."""
        run = self.random.choice(_HAN.findall(self.draw().text) or ["的"])
        length = self.random.randrange(2, 7)
        if len(run) < length:
            return None
        start = self.random.randrange(len(run) - length + 1)
        text = run[start : start + length]
        return text, self.containing([text])

    def traditional(self) -> tuple[str, tuple[str, ...]] | None:
        """Words, each character in one of its traditional forms."""
        found = self.words()
        if not found:
            return None
        text = "".join(self.random.choice(self.variants.get(it, [it])) for it in found[0])
        return (text, found[1]) if text != found[0] else None

    def spelling(self) -> tuple[str, tuple[str, ...]] | None:
        """A title as pinyin, or its initials; what stands in brackets is left out."""
        spell = _spelt if self.random.random() < 0.5 else _initials
        text = spell(self.draw().title)
        return (text, tuple(self.titles[text])) if len(text) > 1 else None

    def run(self) -> tuple[str, tuple[str, ...]] | None:
        """The first characters, at least two, of a number or Latin word."""
        runs = _RUN.findall(self.draw().text)
        if not runs:
            return None
        run = self.random.choice(runs)
        text = run[: self.random.randrange(2, len(run) + 1)].lower()
        starts = re.compile(_BEGINS + text)
        return text, tuple(name for name, it in self.folded if starts.search(it))

    def character(self) -> tuple[str, tuple[str, ...]] | None:
        """One ideograph."""
        text = self.random.choice(self.draw().text)
        return (text, self.containing([text])) if "\u4e00" <= text <= "\u9fff" else None


def make_queries(documents: Sequence[Document], each: int, random: Random) -> list[Query]:
    """`each` of every family, no query twice in one."""
    maker = _Maker(documents, random)
    families: dict[str, Callable[[], tuple[str, tuple[str, ...]] | None]] = {
        "bb": maker.words,
        "cc": maker.substring,
        "dd": maker.traditional,
        "ee": maker.spelling,
        "ff": maker.run,
        "gg": maker.character,
    }
    result: list[Query] = []
    for family, make in families.items():
        seen: set[str] = set()
        for _ in range(40 * each):
            made = make() if len(seen) < each else None
            if made and made[0] not in seen:
                seen.add(made[0])
                result.append(Query(f"{family}{len(seen):04}", family, *made))
    return result


def _base(title: str) -> str:
    return unicodedata.normalize("NFKC", title).partition("(")[0].strip()


def _spelt(title: str) -> str:
    return _plain("".join(lazy_pinyin(_base(title))))


def _initials(title: str) -> str:
    return _plain("".join(lazy_pinyin(_base(title), style=Style.FIRST_LETTER)))


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())
