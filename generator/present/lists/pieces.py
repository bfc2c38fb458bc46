"""Pieces that lists share: a source's words, links, what is also said elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from generator.present.body import href, proof_attributes, title_parts
from generator.present.inline import attribute, escape, lay
from generator.present.statement_filters import is_time
from generator.present.texts import html, label, text
from generator.present.views import TermLink, TimeView, WordsView
from generator.present.wording import day_words

BY_EDITOR = "编者改定"
"""As generator/annotate/facts/edited.py has it: how a date was read that an editor gave."""
HERE = ' aria-current="page"'
_ALSO = 6
"""Further places that are linked; of more, only how many they are."""


def at(url: str, root: str) -> str:
    """A site-relative URL as seen from a page at `root`."""
    if ":" not in url and url[:1] not in ("#", "/"):
        return root + url or "./"
    return href(root, url)


@lru_cache(maxsize=1 << 15)
def address(url: str, root: str) -> str:
    """The same for an attribute. Pages lead to the same places again and again."""
    return attribute(at(url, root))


@lru_cache(maxsize=1 << 15)
def link(root: str, url: str, words: str) -> str:
    """`words` lead to `url`."""
    return f'<a href="{attribute(at(url, root))}">{escape(words)}</a>'


def title(words: str) -> str:
    """A title that breaks where it has a space."""
    return lay(words, title_parts(words), []) if " " in words else escape(words)


def name(root: str, it: TermLink) -> str:
    """A name, which leads to its page if it has one."""
    return link(root, it.url, it.title) if it.url else escape(it.title)


def names(root: str, items: Iterable[TermLink]) -> str:
    """A、B、C."""
    return label("mark.list").join([name(root, it) for it in items])


def source(it: WordsView) -> str:
    """A source's words as <span class="q">, with their proof and what is to be highlighted."""
    start, end = it.mark
    said = it.text
    if 0 <= start < end <= len(said) and end - start < len(said):
        before, marked, after = escape(said[:start]), escape(said[start:end]), escape(said[end:])
        inner = f"{before}<mark>{marked}</mark>{after}"
    else:
        inner = escape(said)
    return f'<span class="q"{proof_attributes(it.proof)}>{inner}</span>'


def to(root: str, it: WordsView, *, many: bool) -> str:
    """To its sentence; the article is named where several speak."""
    return link(root, it.url, it.article if many else text("site.original"))


def also(root: str, items: Sequence[WordsView]) -> str:
    """Other places that say the same, by number."""
    if not items:
        return ""
    links = [
        f' <a href="{address(it.url, root)}">{number}</a>'
        for number, it in enumerate(items[:_ALSO], 2)
    ]
    said = "statement.also_many" if len(items) > _ALSO else "statement.also"
    shown = html(said, places="".join(links), total=len(items) + 1)
    return f'<span class="aside">{shown}</span>'


def time(it: TimeView) -> str:
    """A time expression; what was read from it is on the element around."""
    date = it.words.date
    said = f' data-published="{attribute(date)}"' if date else ""
    if it.basis == BY_EDITOR:
        said += ' data-by="editor"'
    if is_time(it.edtf):
        return f'<time datetime="{it.edtf}"{said}>{source(it.words)}</time>'
    return f'<span data-edtf="{attribute(it.edtf)}"{said}>{source(it.words)}</span>'


def amount(it: WordsView, value: str, unit: str, *, by_editor: bool) -> str:
    """An amount; its value in base units is on the element around."""
    by = ' data-by="editor"' if by_editor else ""
    data = f'value="{attribute(value)}" data-unit="{attribute(unit)}"{by}'
    return f"<data {data}>{source(it)}</data>"


@lru_cache(maxsize=4096)
def day(iso: str) -> str:
    """2022-10-10 -> <time>2022年10月10日</time>; anything else as it is."""
    parts = iso.split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) > 3:
        return escape(iso)
    return f'<time datetime="{iso}">{escape(day_words(*map(int, parts)))}</time>'


def span_of_time(first: str, last: str) -> str:
    """Two days as one span: 2021年3月1日—2022年10月10日."""
    if not first or first == last or not last:
        return day(first or last)
    return html("date.span", first=day(first), last=day(last))
