"""Pieces of an article's page: how to cite it, and the ways to the next ones."""

from __future__ import annotations

from collections.abc import Sequence

from generator.present.inline import attribute, escape
from generator.present.lists.pieces import address, link, title
from generator.present.texts import text
from generator.present.views import ArticleView, Chrome, TermLink, TopicTurn

_TOPICS = 6
"""An article is about few; of one that is about more, the first in the editor's order."""


def cited(c: Chrome, printed: str, online: str) -> str:
    """The article's entry in a list of sources: as it was printed, and as it is read here.

    Whoever copies the second gets the day and the page's address added.
    """
    here = ""
    if c.canonical:
        here = (
            f'<p class="citation">{escape(online)}{". " if online[-1:] != " " else ""}'
            f"{escape(c.canonical)}.</p>\n"
        )
    buttons = "".join(
        f'<button class="copy" type="button" data-copy="{what}">{escape(text(name))}</button>'
        for what, name in (
            ("printed", "article.copy_citation"),
            ("online", "article.copy_online"),
        )
    )
    return (
        f'<div class="citing"><p class="label">{escape(text("article.cite"))}</p>\n'
        f'<p class="citation" id="citation" data-online="{attribute(online)}">{escape(printed)}</p>\n'
        f"{here}<p>{buttons}</p></div>\n"
    )


def turn(root: str, older: TermLink | None, newer: TermLink | None) -> str:
    """To the articles before and after it, of all."""
    if not (older or newer):
        return ""
    ways = _way(root, older, "prev", "article.older") + _way(root, newer, "next", "article.newer")
    return f'<nav class="turn" aria-label="{attribute(text("article.turn"))}">\n{ways}</nav>\n'


def _way(root: str, it: TermLink | None, rel: str, name: str) -> str:
    if it is None:
        return ""
    label = escape(text(name))
    return (
        f'<a rel="{rel}" href="{address(it.url, root)}"><span>{label}</span>{title(it.title)}</a>\n'
    )


def topic_turns(root: str, turns: Sequence[TopicTurn]) -> str:
    """The same within each of its topics."""
    if not turns:
        return ""
    rows = []
    for it in turns[:_TOPICS]:
        ways = "".join(
            f"<span><b>{escape(text(name))}</b> {link(root, other.url, other.title)}</span>"
            for name, other in (("article.older", it.older), ("article.newer", it.newer))
            if other
        )
        rows.append(
            f"<li><span>{escape(text('article.topic'))} {link(root, it.topic.url, it.topic.title)}</span>"
            f"{ways}</li>\n"
        )
    label = attribute(text("article.topic_turn"))
    return f'<nav class="turns" aria-label="{label}">\n<ul>\n{"".join(rows)}</ul>\n</nav>\n'


def about(root: str, view: ArticleView) -> str:
    """The topics it belongs to, in its head."""
    if not view.topics:
        return ""
    links = "".join(f" {link(root, it.url, it.title)}" for it in view.topics)
    return f'<p class="about"><span>{escape(text("article.topics"))}</span>{links}</p>\n'


def entry_to_sentences() -> str:
    """One stop for the keyboard, from which arrows lead through the sentences; shown when focused."""
    return f'<button class="skip" id="by-sentence" type="button" hidden>{escape(text("article.walk"))}</button>\n'


def sentence_tools() -> str:
    """What can be copied of a sentence, and where it is told that it was. Shown by sentences.js."""
    buttons = "".join(
        f'<button type="button" data-copy="{what}">{escape(text(name))}</button>'
        for what, name in (
            ("link", "article.copy_link"),
            ("quote", "article.copy_quote"),
            ("close", "article.leave"),
        )
    )
    done, failed = attribute(text("article.copied")), attribute(text("article.not_copied"))
    return (
        f'<div class="tools" role="toolbar" aria-label="{attribute(text("article.sentence"))}" hidden>'
        f"{buttons}</div>\n"
        f'<p class="unseen" role="status" data-done="{done}" data-failed="{failed}"></p>\n'
    )
