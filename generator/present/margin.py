"""Findings -> notes in the margin of the paragraphs: what a reader would have to look for elsewhere.

Which day 去年6月 is; which office somebody holds whom the paragraph only names; for when its amounts
hold if it doesn't say so. All of it is the program's and says where it is from. Few: what a
paragraph says itself is not told again, nor the same thing twice in a section.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TypeVar

from generator.annotate.prose import Prose
from generator.model.annotation import Sentence
from generator.model.article import Article
from generator.model.findings import Date, Figure, Findings, Name
from generator.present.entries import offices_by_place, without_parts
from generator.present.inline import attribute, escape
from generator.present.texts import html
from generator.present.wording import date_words

_DAY = re.compile(r"[0-9]+月(?:[0-9]+日)?\Z").match
"""A day of which the text leaves out the year."""
_F = TypeVar("_F", Name, Date, Figure)
_MOST = 3
"""Notes of one kind beside one paragraph."""


class Margin:
    """The notes of one article, asked for block by block in order."""

    def __init__(
        self, article: Article, prose: Prose, sentences: Sequence[Sentence], findings: Findings
    ) -> None:
        self._article = article
        self._prose = prose
        self._starts = [start for start, _ in prose.sentences]
        self._anchors = [it.id for it in sentences]
        self._findings = findings
        self._offices = offices_by_place(prose.text, findings)
        self._people = self._held()
        self._at = {"names": 0, "dates": 0, "figures": 0}
        self._told: set[str] = set()
        self._years: set[str | None] = set()

    def of(self, block: int) -> str:
        """The notes of one block; none of most."""
        if self._article.blocks[block].kind == "heading":
            self._told.clear()
            return ""
        start = self._prose.starts[block]
        end = start + len(self._article.blocks[block].text)
        notes = [
            *self._dates(start, end),
            *(self._offices_elsewhere(start, end) if self._people else ()),
            *self._amounts(start, end),
        ]
        if not notes:
            return ""
        rows = "".join([f"<li>{it}</li>\n" for it in notes])
        return f'<ul class="side" data-by="program">\n{rows}</ul>\n'

    def _held(self) -> dict[str, tuple[str, int]]:
        """Name -> (longest office the article gives, where)."""
        held: dict[str, dict[str, int]] = {}
        for it in self._findings.names:
            if it.kind == "PER" and it.shown and it.start in self._offices:
                name = it.full or self._prose.text[it.start : it.end]
                for office in self._offices[it.start]:
                    held.setdefault(name, {}).setdefault(office, it.start)
        people = {}
        for name, offices in held.items():
            kept = list(without_parts(offices))
            # Two offices that are not one another's part: which of them counts here, nobody says.
            if len(kept) == 1:
                people[name] = (kept[0], offices[kept[0]])
        return people

    def _dates(self, start: int, end: int) -> Iterator[str]:
        told = 0
        for it in self._within("dates", self._findings.dates, start, end):
            words = self._prose.text[it.start : it.end]
            if told >= _MOST or not _concluded(it, words):
                continue
            # 9月28日, 9月22日: that the year is that of publication need not be said of each.
            bare = _DAY(words) and (it.edtf or "")[:4]
            if bare not in self._years and self._new(f"{words}\0{it.edtf}"):
                told += 1
                if bare:
                    self._years.add(bare)
                date = f"<b>{escape(date_words(it.edtf or ''))}</b>"
                yield html("margin.date", words=self._link(it.start, words), date=date)

    def _offices_elsewhere(self, start: int, end: int) -> Iterator[str]:
        told = 0
        names = list(self._within("names", self._findings.names, start, end))
        said = {self._name(it.start, it.end, it.full) for it in names if it.start in self._offices}
        for it in names:
            name = self._name(it.start, it.end, it.full)
            office, place = self._people.get(name, ("", 0))
            if it.kind != "PER" or not it.shown or not office or name in said:
                continue
            if told < _MOST and self._new(name):
                told += 1
                link = self._link(place, office)
                yield html("margin.office", name=f"<b>{escape(name)}</b>", office=link)

    def _amounts(self, start: int, end: int) -> Iterator[str]:
        text = self._prose.text[start:end]
        times: dict[str, Figure] = {}
        for it in self._within("figures", self._findings.figures, start, end):
            if it.as_of and not _said(it.as_of, text):
                times.setdefault(it.as_of, it)
        if len(times) == 1:
            ((when, _),) = times.items()
            if self._new(f"of\0{when}"):
                yield html("margin.amounts", date=f"<b>{escape(date_words(when))}</b>")
            return
        for when, it in list(times.items())[:_MOST]:
            words = self._link(it.start, self._prose.text[it.start : it.end])
            yield html("margin.amount", words=words, date=f"<b>{escape(date_words(when))}</b>")

    def _within(self, part: str, found: Sequence[_F], start: int, end: int) -> Iterator[_F]:
        at = self._at[part]
        while at < len(found) and found[at].start < end:
            if found[at].start >= start and found[at].shown:
                yield found[at]
            at += 1
        self._at[part] = at

    def _name(self, start: int, end: int, full: str) -> str:
        return full or self._prose.text[start:end]

    def _new(self, key: str) -> bool:
        if key in self._told:
            return False
        self._told.add(key)
        return True

    def _link(self, offset: int, words: str) -> str:
        number = bisect_right(self._starts, offset) - 1
        if number < 0:
            return escape(words)
        return f'<a href="#{attribute(self._anchors[number])}">{escape(words)}</a>'


def _said(edtf: str, text: str) -> bool:
    """Whether a paragraph has a time's year, or its month, itself."""
    year, month = edtf[:4], edtf[5:7]
    return year in text or (month.isdecimal() and f"{int(month)}月" in text)


def _concluded(it: Date, words: str) -> bool:
    """Whether its year is not in the words themselves."""
    if not it.edtf or not it.edtf.strip("./~?%"):
        return False
    return not any(year[:4] in words for year in it.edtf.split("/") if year[:4].isdecimal())
