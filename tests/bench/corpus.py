"""A number -> an article about nothing in particular; the same number, the same article, anywhere.

The texts are the project's own: sentence patterns and word lists in vocabulary.toml. They are as
varied as news is, for segmenters, indexes and compressors work less on a text that repeats.

    python -m tests.bench.corpus FOLDER [COUNT]
"""

from __future__ import annotations

import functools
import re
import sys
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeVar

T = TypeVar("T")

SHORTEST, LONGEST = 1_000, 1_900
"""Characters of a body as it is read: no addresses, no asterisks, no line breaks."""

_TARGETS = (1_010, 1_700)
"""A body is done with the sentence that reaches its target; the longest sentences have 170."""
_VOCABULARY = Path(__file__).with_name("vocabulary.toml")
_SLOT = re.compile(r"\{(\w+)\}")
_OTHER = "〔〕"
"""Stands in a pattern for the link to another article."""
# An article returns to its own people and things, as a report does.
_CAST = {
    "place": 2, "town": 3, "person": 4, "company": 2, "thing": 6, "deed": 5, "body": 3,
    "problem": 4, "people": 3, "stem": 3,
}  # fmt: skip
_FAITHFUL = 0.7
"""Share of the names that are drawn from the article's own cast."""
_NAMING = 0.2
"""Share of sentences that mostly list names."""


class Article(NamedTuple):
    """An article, ready to be written."""

    name: str
    text: str


class _Vocabulary(NamedTuple):
    common: dict[str, tuple[str, ...]]
    sentences: dict[str, tuple[str, ...]]
    domains: tuple[dict[str, tuple[str, ...]], ...]
    tags: tuple[str, ...]


class _Writer:
    """Writes one article. Draws by Random.random alone: the sequence of no other method is
    promised to stay from one version of Python to the next.
    """

    def __init__(self, number: int) -> None:
        self.random = Random(7_919 * number + 1).random
        self._sentences = _vocabulary().sentences
        self.domain = self.pick(_vocabulary().domains)
        self._words = _vocabulary().common | self.domain
        self._cast: dict[str, list[str]] = {}
        self.title = self.write("title")

    def pick(self, items: Sequence[T]) -> T:
        return items[int(self.random() * len(items))]

    def whole(self, low: int, high: int) -> int:
        return low + int(self.random() * (high - low + 1))

    def sentence(self, kind: str) -> str:
        return self._fill(self.pick(self._sentences[kind]))

    def write(self, name: str) -> str:
        """One entry of that name, its own slots filled."""
        draw = _DRAWN.get(name)
        if draw is not None:
            return draw(self)
        size = _CAST.get(name)
        if size is None or self.random() > _FAITHFUL:
            return self._fill(self.pick(self._words[name]))
        cast = self._cast.setdefault(name, [])
        if len(cast) < size:
            cast.append(self._fill(self.pick(self._words[name])))
            return cast[-1]
        return self.pick(cast)

    def _fill(self, pattern: str) -> str:
        return _SLOT.sub(lambda slot: self.write(slot[1]), pattern)


_COMMON = bytes(
    byte for row in range(0xB0, 0xD7) for column in range(0xA1, 0xFF) for byte in (row, column)
).decode("gb2312")
"""The 3,666 characters of the full rows of GB/T 2312's first level."""

_DRAWN: dict[str, Callable[[_Writer], str]] = {
    "any": lambda w: w.pick(_COMMON),
    "small": lambda w: str(w.whole(2, 36)),
    "times": lambda w: f"{w.whole(12, 78) / 10:g}",
    "hundred": lambda w: str(w.whole(40, 990)),
    "thousand": lambda w: format(w.whole(1_010, 98_700), "," if w.random() < 0.3 else "d"),
    "decimal": lambda w: f"{w.whole(101, 9_800) / 100:g}",
    "percent": lambda w: f"{w.whole(15, 980) / 10:g}",
    "year": lambda w: str(w.whole(1_998, 2_023)),
    "later": lambda w: str(w.whole(2_024, 2_035)),
    "month": lambda w: str(w.whole(1, 12)),
    "day": lambda w: str(w.whole(1, 28)),
}


def name_of(number: int) -> str:
    """The file's name without its suffix."""
    return f"a{number:05d}"


def article(number: int, count: int) -> Article:
    """Article `number` of `count`; it links to others among them, the first ones most."""
    writer = _Writer(number)
    others = [int(count * writer.random() ** 2) for _ in range(writer.whole(3, 5))]
    front = [
        "---",
        f'title: "{writer.title}"',
        f"date: {writer.whole(2005, 2024)}-{writer.whole(1, 12):02d}-{writer.whole(1, 28):02d}",
        "tags:",
        *(f"  - {tag}" for tag in _tags(writer)),
        "---",
    ]
    references = [_reference(writer, other) for other in others if other != number]
    return Article(name_of(number), "\n".join(front) + "\n\n" + _body(writer, references) + "\n")


def visible(markdown: str) -> str:
    """A generated body as it is read."""
    text = re.sub(r"\]\(a\d+\.md\)|[\[*]|^#+ |^- ", "", markdown, flags=re.MULTILINE)
    return text.replace("\n", "")


def write(folder: Path, count: int) -> None:
    """`count` articles as Markdown files."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        made = article(number, count)
        (folder / f"{made.name}.md").write_text(made.text, encoding="utf-8", newline="\n")


def _tags(writer: _Writer) -> list[str]:
    """Two to four, the first of the article's own field; few tags are common, many are rare."""
    tags = [writer.pick(writer.domain["tags"])]
    everything = _vocabulary().tags
    wanted = writer.whole(2, 4)
    while len(tags) < wanted:
        tag = everything[int(len(everything) * writer.random() ** 2)]
        if tag not in tags:
            tags.append(tag)
    return tags


def _reference(writer: _Writer, other: int) -> str:
    link = f"[{_title(other)}]({name_of(other)}.md)"
    return writer.sentence("reference").replace(_OTHER, link)


def _body(writer: _Writer, references: list[str]) -> str:
    count = writer.whole(4, 8)
    target = writer.whole(*_TARGETS)
    blocks: list[str] = []
    length = 0
    for index in range(count):
        extra = _before(writer, index)
        tail = references[index] if index < len(references) else ""
        length += sum(len(visible(block)) for block in extra) + len(visible(tail))
        parts = [writer.sentence("opening" if index == 0 else "body")]
        length += len(visible(parts[0]))
        last = index == count - 1
        closing = writer.sentence("closing") if last else ""
        length += len(closing)
        while length < target * (index + 1) // count:
            parts.append(writer.sentence("names" if writer.random() < _NAMING else "body"))
            length += len(visible(parts[-1]))
        blocks += [*extra, "".join([*parts, tail, closing])]
    return "\n\n".join(blocks)


def _before(writer: _Writer, index: int) -> list[str]:
    """What stands above a paragraph: sometimes a heading, or a short list."""
    if index in (1, 4):
        return [f"## {writer.write('heading')}"]
    if index == 3 and writer.random() < 0.25:
        return ["\n".join(f"- {writer.write('measure')}；" for _ in range(3))]
    return []


@functools.lru_cache(maxsize=20_000)
def _title(number: int) -> str:
    return _Writer(number).title


@functools.cache
def _vocabulary() -> _Vocabulary:
    with _VOCABULARY.open("rb") as stream:
        tables = tomllib.load(stream)
    words = {name: tuple(text.split()) for name, text in tables["words"].items()}
    domains = tuple(
        {name: tuple(text.split(None if "|" not in text else "|")) for name, text in domain.items()}
        for domain in tables["domains"].values()
    )
    return _Vocabulary(
        words | {name: tuple(patterns) for name, patterns in tables["phrases"].items()},
        {name: tuple(patterns) for name, patterns in tables["sentences"].items()},
        domains,
        tuple(tag for tags in zip(*(it["tags"] for it in domains), strict=True) for tag in tags),
    )


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1_000)
