"""What a text says, as the program read it -> lists under the article, each entry at its sentence.

Entries are the program's and marked as such on the page; what is quoted is the source's, with
its proof.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from generator.annotate.prose import Prose, article_prose
from generator.model.annotation import Sentence
from generator.model.article import Article
from generator.model.findings import Findings
from generator.present.body import proof_attributes
from generator.present.entries import Entry, lists
from generator.present.inline import attribute, escape
from generator.present.proof import proof
from generator.present.texts import html, label, text

_FURTHER = "②③④⑤"
"""Further sentences that an entry leads to; how often it stands is always told."""
_LONGEST = 60
"""Characters of a quotation; the link leads to the whole."""
_IN_A_ROW = frozenset(("person", "organisation", "place"))
"""Names: short entries, set side by side."""


class Told(NamedTuple):
    """One list: its title, how many entries, their HTML."""

    title: str
    number: int
    html: Markup


def told(
    article: Article,
    sentences: Sequence[Sentence],
    findings: Findings,
    pages: Mapping[str, str],
    prose: Prose | None = None,
) -> list[Told]:
    """The lists that have entries. `pages`: names with a page of their own, and its address."""
    writer = _Writer(article, sentences, prose or article_prose(article, tuple(sentences)))
    found = []
    for kind, entries in lists(writer.prose.text, findings):
        names = kind in _IN_A_ROW
        opening = '<ul class="terms">' if names else "<ul>"
        known = pages if names else {}
        items = "</li>\n<li>".join([writer.entry(it, known) for it in entries])
        found.append(
            Told(text(f"told.{kind}"), len(entries), Markup(f"{opening}\n<li>{items}</li>\n</ul>"))
        )
    return found


def _joined(*said: str) -> str:
    return label("mark.semicolon").join(filter(None, said))


class _Writer:
    """Entries of one article -> HTML."""

    def __init__(self, article: Article, sentences: Sequence[Sentence], prose: Prose) -> None:
        self.prose = prose
        self._article = article
        self._starts = [start for start, _ in self.prose.sentences]
        # The last one stands for an offset before the first sentence: to the top of the page.
        self._anchors = [*(attribute(it.id) for it in sentences), ""]

    def entry(self, it: Entry, pages: Mapping[str, str]) -> str:
        """The inside of a list item."""
        words, places, notes, edtf, quoted, full = it
        shown = f'<a href="#{self._anchor(places[0])}">{escape(words)}</a>'
        said = escape(text("mark.semicolon").join(notes)) if notes else ""
        if edtf:
            said = _joined(f"<code>{escape(edtf)}</code>", said)
        if len(places) > 1:
            said = _joined(said, html("count.places", count=len(places)) + self._more(places))
        page = pages.get(full or words)
        if page:
            address = attribute(page)
            said = _joined(said, f'<a href="{address}">{label("entity.mentions")}</a>')
        aside = f'<span class="aside">{said}</span>' if said else ""
        return f"{shown}{aside}{'<br>' + self._quoted(*quoted) if quoted else ''}"

    def _anchor(self, offset: int) -> str:
        """Of the sentence that holds a place, or of the one before it."""
        return self._anchors[bisect_right(self._starts, offset) - 1]

    def _more(self, places: Sequence[int]) -> str:
        anchors = list(dict.fromkeys(map(self._anchor, places)))[1:]
        links = [f'<a href="#{it}">{sign}</a>' for it, sign in zip(anchors, _FURTHER, strict=False)]
        return html("told.also", places=" ".join(links)) if links else ""

    def _quoted(self, start: int, end: int) -> str:
        """The source's words with their proof, cut where they are long."""
        block, at = self.prose.place(start)
        size = min(end - start, _LONGEST)
        declared = proof_attributes(proof(self._article, block, at, at + size))
        words = escape(self._article.blocks[block].text[at : at + size])
        return f'<span class="q"{declared}>{words}</span>{label("mark.dots") if size < end - start else ""}'
