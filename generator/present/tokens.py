"""HTML -> its tokens as they are written: tags, text between them, what is neither.

Put together again they are the page, byte for byte; so a step that changes text or a tag leaves all
else alone. It takes what our templates and a theme's write: tags closed, quotation marks paired.
What is no whole tag counts as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

_TAG = re.compile(
    r"<!--.*?-->|<[!?][^>]*+>|</?[A-Za-z](?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+>", re.DOTALL
)
_NAME = re.compile(r"</?([A-Za-z][^\s/>]*)")
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_RAW = ("script", "style")

Kind = Literal["text", "start", "end", "void", "other"]


class Token(NamedTuple):
    """A stretch of a page."""

    kind: Kind
    """void: a tag that nothing closes; other: comments, doctype, what stands in a script."""
    text: str
    name: str = ""
    """Of a tag: in lower case."""


def tokens(page: str) -> Iterator[Token]:
    """All of them in order; none is empty."""
    at = 0
    while found := _TAG.search(page, at):
        if found.start() > at:
            yield Token("text", page[at : found.start()])
        at = found.end()
        token = _token(found[0])
        yield token
        if token.kind == "start" and token.name in _RAW:
            end = page.find(f"</{token.name}", at)
            end = len(page) if end < 0 else end
            if end > at:
                yield Token("other", page[at:end])
            at = end
    if at < len(page):
        yield Token("text", page[at:])


def _token(tag: str) -> Token:
    named = _NAME.match(tag)
    if named is None:
        return Token("other", tag)
    name = named[1].lower()
    if tag[1] == "/":
        return Token("end", tag, name)
    return Token("void" if name in _VOID or tag.endswith("/>") else "start", tag, name)
