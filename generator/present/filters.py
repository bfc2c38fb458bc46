"""Values of a view -> pieces of a page, for templates; pure functions, everything escaped."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Container, Sequence
from typing import Any

from markupsafe import Markup

from generator.present.apparatus import note_words
from generator.present.body import proof_attributes
from generator.present.facsimile import LineFlag, LineRepair, marked
from generator.present.grounds import ground_words
from generator.present.inline import escape
from generator.present.lists import (
    article,
    charts,
    chrome,
    entity,
    figures,
    looms,
    mentions,
    parts,
    pieces,
    quoted,
    statements,
    strips,
)
from generator.present.percent import percent
from generator.present.statement_filters import SECTIONS, STATEMENT_FILTERS
from generator.present.texts import named, text
from generator.present.views import Proof


@functools.lru_cache(maxsize=4096)
def day(iso: str) -> Markup:
    """2022-10-10 -> <time>2022年10月10日</time>; anything else as it is."""
    return Markup(pieces.day(iso))


def title(words: str) -> Markup:
    """A title that breaks where it has a space."""
    return Markup(pieces.title(words))


def number(value: int) -> str:
    """12345 -> 12,345."""
    return f"{value:,}"


def kind(name: str) -> str:
    """A kind's name for readers; an editor's own word stays as it is."""
    return named("kind", name)


def role(name: str) -> str:
    """What a line of a source page is, for readers."""
    return named("role", name)


def by(name: str) -> str:
    """Who decided."""
    return named("by", name)


def stem(index: int) -> str:
    """0 -> 甲: how the articles of a source page are told apart."""
    stems = text("page.stems").split()
    return stems[index] if index < len(stems) else str(index + 1)


_LINES = re.compile(r"第 ?[0-9]+(?:[ 、，和与至—–-]+[0-9]+)* ?行")
_LINE = re.compile(r"[0-9]+")


def lined(ground: str, lines: Container[int]) -> Markup:
    """A ground in which 第15、17行 leads to these lines of the same page, if it has them."""

    def link(found: re.Match[str]) -> str:
        number = int(found[0])
        return f'<a href="#L{number}">{found[0]}</a>' if number in lines else found[0]

    return Markup(_LINES.sub(lambda it: _LINE.sub(link, it[0]), escape(ground)))


def xml_text(words: str) -> str:
    """Without the characters that XML 1.0 cannot hold (section 2.2)."""
    if words.isprintable():
        return words
    return "".join(
        c if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff") else "\ufffd" for c in words
    )


def attributes(proof: Proof) -> Markup:
    """A proof's data- attributes, for an element of the template's own."""
    return Markup(proof_attributes(proof))


def facsimile(line: str, repairs: Sequence[LineRepair], flags: Sequence[LineFlag]) -> Markup:
    """A source line as it came, with what was changed or doubted marked on it."""
    return Markup(marked(line, repairs, flags))


def _safe(write: Callable[..., str]) -> Callable[..., Markup]:
    """Of a function that gives HTML, one whose HTML a template takes as such."""

    def written(*values: Any, **more: Any) -> Markup:
        return Markup(write(*values, **more))

    return written


FILTERS: dict[str, Callable[..., Any]] = {
    "at": pieces.at,
    "attributes": attributes,
    "by": by,
    "day": day,
    "ground": ground_words,
    "kind": kind,
    "letter_id": parts.letter_id,
    "lined": lined,
    "note_words": _safe(note_words),
    "number": number,
    "parts": title,
    "percent": percent,
    "quoted": _safe(quoted.quoted),
    "role": role,
    "source": _safe(pieces.source),
    "stem": stem,
    "twin_url": chrome.twin_url,
    "xml_text": xml_text,
    **STATEMENT_FILTERS,
}
GLOBALS: dict[str, Any] = {
    "about": _safe(article.about),
    "alphabet": _safe(parts.alphabet),
    "also": _safe(pieces.also),
    "amount": _safe(pieces.amount),
    "backlinks": _safe(parts.backlinks),
    "cited": _safe(article.cited),
    "bar": _safe(figures.bar),
    "chart_figure": _safe(charts.chart_figure),
    "companions": _safe(mentions.companions),
    "entity_head": _safe(entity.head),
    "entry_to_sentences": _safe(article.entry_to_sentences),
    "facsimile": facsimile,
    "figures": _safe(figures.figures),
    "link": _safe(pieces.link),
    "loom_drawing": _safe(looms.loom_drawing),
    "loom_figure": _safe(looms.loom_figure),
    "mentions": _safe(mentions.mentions),
    "name": _safe(pieces.name),
    "names": _safe(pieces.names),
    "pager": _safe(parts.pager),
    "quote": _safe(parts.quote),
    "related": _safe(parts.related),
    "search_form": _safe(chrome.search_form),
    "section_of": _safe(statements.section),
    "sections": tuple(SECTIONS),
    "sections_of": _safe(statements.sections),
    "sentence": _safe(quoted.sentence),
    "sentence_tools": _safe(article.sentence_tools),
    "site_header": _safe(chrome.header),
    "span_of_time": _safe(pieces.span_of_time),
    "terms": _safe(parts.terms),
    "timeline": _safe(statements.timeline),
    "to": _safe(pieces.to),
    "weave_table": _safe(looms.weave_table),
    "years_drawing": _safe(strips.years_drawing),
    "years_figure": _safe(strips.years_figure),
    "topic_turns": _safe(article.topic_turns),
    "turn": _safe(article.turn),
}
