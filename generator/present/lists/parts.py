"""Lists that many kinds of page have: links with counts, quotations, pagers, letters."""

from __future__ import annotations

from collections.abc import Sequence

from generator.present.inline import attribute, escape
from generator.present.lists.pieces import HERE, address, day, link, title
from generator.present.lists.quoted import quoted
from generator.present.texts import html, label, text
from generator.present.views import BacklinkView, Pager, QuoteView, RelatedArticle, TermLink


def terms(root: str, items: Sequence[TermLink]) -> str:
    """Links, each with its count and note."""
    out = ['<ul class="terms">\n']
    for it in items:
        count = f'<span class="n">{it.count:,}</span>' if it.count else ""
        note = f'<span class="aside">{escape(it.note)}</span>' if it.note else ""
        out.append(f"<li>{link(root, it.url, it.title)}{count}{note}</li>\n")
    out.append("</ul>\n")
    return "".join(out)


def quote(root: str, it: QuoteView) -> str:
    """A sentence with its article, heading, source and day."""
    notes = [escape(note) for note in (it.context, it.source) if note]
    if it.date:
        notes.append(day(it.date))
    dots = "".join([f'<span class="dot">{note}</span>' for note in notes])
    return (
        f'<figure class="quote">\n<blockquote><p>{quoted(it)}</p></blockquote>\n'
        f"<figcaption><cite>{link(root, it.url, it.article)}</cite>{dots}\n</figcaption>\n"
        "</figure>\n"
    )


def related(root: str, items: Sequence[RelatedArticle]) -> str:
    """Other articles, each with a sentence of both."""
    out = []
    for it in items:
        date = day(it.date) + label("mark.clause") if it.date else ""
        place = f'<span class="at"><a href="{address(it.there.url, root)}">{label("site.original")}</a></span>'
        out.append(
            f'<div class="aspect"><a href="{address(it.url, root)}">{title(it.title)}</a>'
            f'<span class="aside">{date}{html("topic.both", name=escape(it.reason))}</span>\n'
            f"<details><summary>{label('article.one_each')}</summary>\n"
            f'<div class="sides">\n<div><p class="label">{label("article.this")}</p><p>{quoted(it.here)}</p></div>\n'
            f'<div><p class="label">{escape(it.title)}</p><p>{quoted(it.there)} {place}</p></div>\n'
            "</div>\n</details>\n</div>\n"
        )
    return "".join(out)


def backlinks(root: str, items: Sequence[BacklinkView], heading: str) -> str:
    """Sentences of other articles that lead here; nothing of none."""
    if not items:
        return ""
    shown = "".join([quote(root, it.quote) for it in items])
    return (
        '<section class="band" id="backlinks" aria-labelledby="backlinks-h">\n'
        f'<h2 id="backlinks-h">{escape(heading)}</h2>\n<div class="quotes">\n{shown}</div>\n'
        "</section>\n"
    )


def pager(root: str, it: Pager | None, called: str) -> str:
    """To the other pages of a list; nothing where there is one."""
    if it is None or it.total <= 1:
        return ""
    pages = "".join(
        [
            f'<li><a href="{address(n.url, root)}"{HERE if n.current else ""}>'
            f"{escape(n.title)}</a></li>\n"
            for n in it.pages
        ]
    )
    before = _to("prev", root, it.previous, label("pager.previous"))
    after = _to("next", root, it.next, label("pager.next"))
    return (
        f'<nav class="pager" aria-label="{attribute(called)}">\n{before}<ol>\n{pages}</ol>\n{after}'
        f'<span class="aside">{html("pager.here", number=it.number, total=it.total)}</span>\n</nav>\n'
    )


def _to(way: str, root: str, url: str, words: str) -> str:
    return f'<a rel="{way}" href="{address(url, root)}">{words}</a>\n' if url else ""


def alphabet(root: str, items: Sequence[TermLink]) -> str:
    """To the letters of an index."""
    letters = [
        f'<li><a href="{address(it.url, root)}#{letter_id(it.title)}">{escape(it.title)}</a></li>\n'
        for it in items
    ]
    said = attribute(text("index.letters"))
    return f'<nav class="alphabet" aria-label="{said}">\n<ol>\n{"".join(letters)}</ol>\n</nav>\n'


def letter_id(letter: str) -> str:
    """The anchor of a letter in the index; "#" cannot stand in one."""
    return letter if letter.isalnum() else "other"
