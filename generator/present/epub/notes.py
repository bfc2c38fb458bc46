"""Addresses of sentences -> notes of one chapter: numbered as the text refers to them."""

from __future__ import annotations

from collections.abc import Callable

from generator.present.inline import attribute, escape
from generator.present.lists.pieces import day
from generator.present.lists.quoted import sentence
from generator.present.texts import html, label, say
from generator.present.views.books import NoteView

Cite = Callable[[str], NoteView | None]
"""Address of a sentence -> its note; None: no sentence of an article stands there."""


class Notes:
    """One note for a sentence, however many statements of the chapter rest on it."""

    def __init__(self, cite: Cite, base_url: str, first: int = 1) -> None:
        self._cite = cite
        self._base_url = base_url
        self.first = first
        self._numbers: dict[str, int] = {}
        self._notes: list[NoteView] = []
        self._references: list[list[str]] = []
        self._whole: list[int] = []

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._notes)

    def note(self, url: str) -> NoteView | None:
        """What stands at an address."""
        return self._cite(url) if url.startswith("articles/") and "#" in url else None

    def refer(self, url: str, note: NoteView) -> tuple[int, str]:
        """The note's number, and the id of the place that now refers to it."""
        at = self._numbers.get(url)
        if at is None:
            at = self._numbers[url] = len(self._notes)
            self._notes.append(note)
            self._references.append([])
            self._whole.append(0)
        number = self.first + at
        before = len(self._references[at])
        name = f"r{number}-{before + 1}" if before else f"r{number}"
        self._references[at].append(name)
        return number, name

    def shown(self, url: str) -> None:
        """One more place says the whole sentence: where all do, the note need not say it again."""
        self._whole[self._numbers[url]] += 1

    def html(self) -> str:
        """The list of notes, as XHTML; nothing if there are none."""
        if not self._notes:
            return ""
        items = "".join([self._item(at) for at in range(len(self._notes))])
        return (
            '<section class="notes" epub:type="endnotes" role="doc-endnotes">\n'
            f'<h2>{label("book.notes")}</h2>\n<ol start="{self.first}">\n{items}</ol>\n</section>\n'
        )

    def _item(self, at: int) -> str:
        it = self._notes[at]
        number = self.first + at
        title = html("mark.work", text=escape(it.article))
        if self._base_url:
            title = f'<a href="{attribute(self._base_url + it.url)}">{title}</a>'
        where = [title, escape(it.source), day(it.date) if it.date else "", escape(it.page)]
        told = label("mark.clause").join(filter(None, where))
        said = self._whole[at] == len(self._references[at])
        words = "" if said else f"<p>{sentence(it.text, it.proof)}</p>\n"
        return (
            f'<li id="n{number}" epub:type="footnote">\n{words}'
            f'<p class="from">{told}{label("mark.stop")}{self._back(number, self._references[at])}</p>\n</li>\n'
        )

    def _back(self, number: int, references: list[str]) -> str:
        if len(references) == 1:
            said = attribute(say("book.back", number=number))
            return f'<a role="doc-backlink" href="#{references[0]}" aria-label="{said}">↑</a>'
        links = [
            f'<a role="doc-backlink" href="#{name}" aria-label="'
            f'{attribute(say("book.back_at", number=number, at=at))}">'
            f"{at}</a>"
            for at, name in enumerate(references, 1)
        ]
        return f"↑{' '.join(links)}"
