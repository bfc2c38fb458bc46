"""Problems that know a key or a piece of text -> the same with lines, sorted, each once.

Runs just before printing, so that stages need not carry positions while all is well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from generator.forms.faults import Lines, line_of
from generator.forms.front_matter import front_matter_lines, split_front_matter
from generator.forms.toml_lines import toml_lines
from generator.model.problem import Problem
from generator.model.source import ContentFiles, SourceFile
from generator.text.decode import Decoded, decode


def locate(problems: Iterable[Problem], content: ContentFiles) -> tuple[Problem, ...]:
    """Fill in lines where they are 0 and can be told; order by file, line and code."""
    listed = list(problems)
    if any(_is_open(item) for item in listed):
        texts = _Texts(content)
        listed = [texts.place(item) if _is_open(item) else item for item in listed]
    unique = dict.fromkeys(listed)
    return tuple(
        sorted(
            unique,
            key=lambda item: (
                item.place.file,
                item.place.line,
                item.code,
                item.facts,
                tuple(map(str, item.place.key)),
                item.place.needle,
            ),
        )
    )


def _is_open(item: Problem) -> bool:
    return item.place.line == 0 and bool(item.place.key or item.place.needle)


class _Texts:
    """The content's texts and key lines, each worked out once and only if asked for."""

    def __init__(self, content: ContentFiles) -> None:
        self.files = {file.path: file for file in _files(content)}
        self.texts: dict[str, str] = {}
        self.lines: dict[str, Lines] = {}

    def place(self, item: Problem) -> Problem:
        """The problem with its line, or unchanged if nothing is found."""
        place = item.place
        text = self._text(place.file)
        line = self._line_of_key(place.file, place.key, text) if place.key else 0
        if place.needle and not line:
            line = _line_of_needle(text, place.needle)
        if not line:
            return item
        return msgspec.structs.replace(item, place=msgspec.structs.replace(place, line=line))

    def _text(self, path: str) -> str:
        if path not in self.texts:
            file = self.files.get(path)
            decoded = decode(file.data) if file else None
            self.texts[path] = decoded.text if isinstance(decoded, Decoded) else ""
        return self.texts[path]

    def _line_of_key(self, path: str, key: tuple[str | int, ...], text: str) -> int:
        if path not in self.lines:
            is_toml = path.lower().endswith(".toml")
            self.lines[path] = toml_lines(text) if is_toml else front_matter_lines(text)
        return line_of(key, self.lines[path], 0)


def _line_of_needle(text: str, needle: str) -> int:
    """The line of its first occurrence: in the body if it stands there, else anywhere."""
    split = split_front_matter(text)
    body = 0 if isinstance(split, str) else split.body
    # A link may be written otherwise than [x](address: as HTML, or by a reference.
    tries = (needle, needle.removeprefix("](")) if needle.startswith("](") else (needle,)
    at = -1
    for wanted in tries:
        for start in (body, 0):
            at = text.find(wanted, start) if at < 0 else at
    return len(re.findall(r"\r\n?|\n", text[:at])) + 1 if at >= 0 else 0


def _files(content: ContentFiles) -> Iterator[SourceFile]:
    for single in (content.site, content.lexicon):
        if single:
            yield single
    for page in content.pages:
        yield page.page
        if page.review:
            yield page.review
    yield from content.articles
    yield from content.topics
    yield from content.authority
    yield from content.theme
