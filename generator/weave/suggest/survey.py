"""Readings and their findings -> what stands where in all of them, counted by articles."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from generator.annotate.prose import Prose, article_prose
from generator.model.findings import Findings, Name, NameKind, Offsets
from generator.model.knowledge import Reading

_EXAMPLES = 2
_AROUND = 14
_QUOTED = re.compile("[“「](?P<term>[\u3400-\u9fffA-Za-z0-9·]{2,12})[”」](?![，,。：:]?[他她]?说)")
_ODD = re.compile(r"-?([0-9]{4})")
_FIRST, _LAST = 1900, 2100


class Standing:
    """Where something stands: how many articles, how many places, the first sentences."""

    def __init__(self) -> None:
        self.articles = 0
        self.places = 0
        self.examples: list[str] = []
        self._last = -1

    def add(self, index: int, text: _Text, start: int, end: int) -> None:
        """One more place."""
        self.places += 1
        if index != self._last:
            self._last = index
            self.articles += 1
            if len(self.examples) < _EXAMPLES:
                self.examples.append(text.example(start, end))


class Odd(NamedTuple):
    """A figure or date that may be a mistake."""

    words: str
    article: str
    sentence: str
    example: str
    edtf: str = ""


class Survey(NamedTuple):
    """All articles."""

    shown: dict[str, dict[NameKind, Standing]]
    """Names shown, by surface and kind."""
    doubtful: dict[tuple[str, NameKind], Standing]
    bound: dict[tuple[str, str, NameKind], Standing]
    """Full name, short name: the same text says so."""
    offices: dict[str, dict[str, Standing]]
    """Person, office with its body."""
    several: set[str]
    """People to whom one text gives several offices: that is no doubt of who they are."""
    quoted: dict[str, Standing]
    """Words in quotation marks that nobody speaks."""
    figures: list[Odd]
    dates: list[Odd]


class _Text(NamedTuple):
    slug: str
    prose: Prose
    starts: list[int]
    ids: list[str]

    def sentence(self, at: int) -> str:
        return self.ids[max(0, bisect_right(self.starts, at) - 1)] if self.ids else ""

    def example(self, start: int, end: int) -> str:
        text = self.prose.text
        line = text.rfind("\n", 0, start) + 1
        stop = text.find("\n", end)
        low, high = max(line, start - _AROUND), end + _AROUND
        high = min(high, stop) if stop >= 0 else high
        return f"{self.slug}#{self.sentence(start)} {' '.join(text[low:high].split())}"


def survey(readings: Sequence[Reading], findings: Sequence[bytes]) -> Survey:
    """One pass; of each article its findings are held only while it is looked at."""
    found = Survey({}, {}, {}, {}, set(), {}, [], [])
    decode = msgspec.msgpack.Decoder(Findings).decode
    for index, (reading, encoded) in enumerate(zip(readings, findings, strict=True)):
        sentences = reading.annotations.sentences
        prose = article_prose(reading.article, sentences)
        starts = [start for start, _ in prose.sentences]
        text = _Text(str(reading.article.id), prose, starts, [it.id for it in sentences])
        _look(index, text, decode(encoded), found)
    return found


def _look(index: int, text: _Text, it: Findings, found: Survey) -> None:
    words = text.prose.text
    spans: set[Offsets] = set()
    for name in it.names:
        _name(index, text, name, found)
        # A term of this text may still be a word that the segmenter cuts in others.
        if name.kind != "TERM":
            spans.add((name.start, name.end))
    held: dict[str, str] = {}
    for office in it.offices:
        if office.shown:
            body = words[slice(*office.org)] if office.org else ""
            said = body + words[slice(*office.office)]
            person = words[slice(*office.person)]
            if held.setdefault(person, said) != said:
                found.several.add(person)
            of = found.offices.setdefault(person, {})
            of.setdefault(said, Standing()).add(index, text, *office.person)
    spans.update((quote.start, quote.end) for quote in it.quotes)
    for match in _QUOTED.finditer(words):
        if match.span("term") not in spans:
            found.quoted.setdefault(match["term"], Standing()).add(index, text, *match.span("term"))
    for figure in it.figures:
        if figure.shown and not figure.unit and not figure.of:
            found.figures.append(_odd(text, figure.start, figure.end))
    for date in it.dates:
        years = map(int, _ODD.findall(date.edtf or ""))
        if date.shown and any(not _FIRST <= year <= _LAST for year in years):
            found.dates.append(_odd(text, date.start, date.end)._replace(edtf=date.edtf or ""))


def _odd(text: _Text, start: int, end: int) -> Odd:
    words = text.prose.text[start:end]
    return Odd(words, text.slug, text.sentence(start), text.example(start, end))


def _name(index: int, text: _Text, it: Name, found: Survey) -> None:
    if it.kind in ("DOC", "TERM"):
        return
    surface = text.prose.text[it.start : it.end]
    if not it.shown:
        doubtful = found.doubtful.setdefault((surface, it.kind), Standing())
        doubtful.add(index, text, it.start, it.end)
        return
    # A name listed by an editor is beyond doubt, and so are its aliases.
    if it.ground in ("authority", "editor"):
        return
    kinds = found.shown.setdefault(surface, {})
    kinds.setdefault(it.kind, Standing()).add(index, text, it.start, it.end)
    # The packaged lists bind 中国 and 中华人民共和国 for everybody, and 浑源 goes without saying.
    packaged = it.ground.startswith("list") or (it.kind == "LOC" and it.full.startswith(surface))
    if it.full and it.full != surface and not packaged:
        bound = found.bound.setdefault((it.full, surface, it.kind), Standing())
        bound.add(index, text, it.start, it.end)
