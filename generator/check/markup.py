"""HTML text -> its tags and texts; reads only what it is sure of, everything else is a fault.

A tokeniser and not a tree builder: the whole site is read at each build, and a tree costs twice
the time. Tags follow the tokenisation rules of the HTML standard (13.2.5). What a tree builder
would have to guess (an element never closed, a stray "<") raises `UnsureMarkupError`.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

_VALUES = r"""[^>"']*+(?:"[^"]*+"[^>"']*+|'[^']*+'[^>"']*+)*+"""
_NAME = r"[a-z][a-z0-9:_-]*+"
_PLAIN_TAG = re.compile(
    rf"""<({_NAME}(?: +(?:viewBox|preserveAspectRatio|{_NAME})(?:="[^"<>]*+")?)*+) *+/?>"""
)
_ANY_TAG = re.compile(rf"<(/?)([a-zA-Z][^\s/>]*+)({_VALUES})>")
_UNSEEN = re.compile(
    rf"<(?:!--(?:>|->|.*?--!?>)|((script|style)(?=[\s/>]){_VALUES}>)(.*?)</\2\s*>)", re.S | re.I
)
_ATTRIBUTE = re.compile(r"""([^\s"'=/>]+)(?:\s*=\s*(?:"([^"]*+)"|'([^']*+)'|([^\s"'=<>`]++)))?""")
_PLAIN_ATTRIBUTE = re.compile(r' ([^ ="]++)(?:="([^"]*+)")?')
_TAG = re.compile(r"<[^>]*+>")
"""Only for plain HTML, where "<" and ">" inside values are spelt as entities."""
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|img|ins|kbd|mark|q|ruby|s|samp|small|span"
    r"|strong|sub|sup|time|u|var|wbr)(?=[ />])[^>]*+>"
)
_VOID = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()  # HTML 13.1.2
)


class UnsureMarkupError(Exception):
    """What stands here can be read in two ways; the argument is the doubtful place."""


class Document(NamedTuple):
    """A page in plain form: lower-case names, each value in double quotes, each "<" a tag."""

    text: str
    tags: list[str]
    """Inside of each start tag: `a href="x"`."""
    styles: str
    """Contents of the style elements."""


class Element(NamedTuple):
    """One element that was asked for, with what stands in it."""

    name: str
    attributes: dict[str, str]
    inner: str


def read(html: str) -> Document:
    """The page in plain form. Raises UnsureMarkupError."""
    if "\r" in html:
        html = html.replace("\r\n", "\n").replace("\r", "\n")
    styles: list[str] = []
    html = _UNSEEN.sub(lambda found: _unseen(found, styles), html)
    tags = _PLAIN_TAG.findall(html)
    if len(tags) + html.count("</") + _doctypes(html) != html.count("<"):
        html = _plain(html)
        tags = _PLAIN_TAG.findall(html)
    return Document(html, tags, "\n".join(styles))


def attributes(tag: str) -> dict[str, str]:
    """Names and values of a plain start tag's inside; the first of two equal names counts."""
    found = _PLAIN_ATTRIBUTE.findall(tag)
    named = dict(found)
    if len(named) < len(found):
        named = dict(reversed(found))
    if "&" in tag:
        return {key: decoded(value) for key, value in named.items()}
    return named


def name(tag: str) -> str:
    """The element's name, from a start tag's inside."""
    return tag.split(None, 1)[0].rstrip("/") if tag else ""


def decoded(text: str) -> str:
    """Text with its character references resolved."""
    return entities.unescape(text) if "&" in text else text


def elements(document: Document, attribute: str) -> list[Element]:
    """All elements that carry the attribute, outer ones first. Raises UnsureMarkupError."""
    text = document.text
    return [
        Element(tag, named, text[stop + 1 : _end(text, tag, stop + 1)])
        for _, stop, tag, named in _carriers(text, attribute)
    ]


def inside(inner: str, opening: str) -> str:
    """What stands in the first element with this very start tag. Raises UnsureMarkupError."""
    position = inner.index(opening) + len(opening)
    return inner[position : _end(inner, name(opening[1:-1]), position)]


def content(inner: str) -> str:
    """`textContent` of an element."""
    return decoded(_TAG.sub("", inner)) if "<" in inner else decoded(inner)


def runs(inner: str, attribute: str) -> str:
    """Text of an element, NUL between its blocks, without parts that carry the attribute."""
    if f' {attribute}="' in inner:
        inner = _without(inner, attribute)
    if "<" in inner:
        inner = _TAG.sub("\0", _INLINE.sub("", inner))
    return decoded(inner)


def _unseen(found: re.Match[str], styles: list[str]) -> str:
    if found[1] is None:
        return ""
    if found[2].lower() == "style":
        styles.append(found[3])
    return f"<{found[1]}</{found[2]}>"


def _doctypes(html: str) -> int:
    return 1 if html[:64].lstrip()[:9].lower() == "<!doctype" else 0


def _plain(html: str) -> str:
    start = html.find(">") + 1 if _doctypes(html) else 0
    texts = _ANY_TAG.sub("", html[start:])
    if "<" in texts:
        at = texts.find("<")
        raise UnsureMarkupError(texts[at : at + 40])
    return _ANY_TAG.sub(_spelt_out, html[start:])


def _spelt_out(found: re.Match[str]) -> str:
    tag = found[2].lower()
    if found[1]:
        return f"</{tag}>"
    values = "".join(
        ' {}="{}"'.format(re.sub(r"[^a-z0-9:_-]|^(?![a-z])", "_", key), _quoted(value))
        for key, value in _attributes(found[3]).items()
    )
    return f"<{re.sub(r'[^a-z0-9:_-]', '_', tag)}{values}>"


def _quoted(value: str) -> str:
    return entities.escape(value, quote=True)


def _attributes(written: str) -> dict[str, str]:
    """The same as `attributes` of what was written in any way that HTML allows."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(written):
        found.setdefault(match[1].lower(), decoded(match[2] or match[3] or match[4] or ""))
    return found


def _carriers(text: str, attribute: str) -> Iterator[tuple[int, int, str, dict[str, str]]]:
    """Start tags that carry the attribute: place of "<" and of ">", name, all attributes."""
    needle = f' {attribute}="'
    at = text.find(needle)
    while at >= 0:
        # In plain HTML no value holds "<" or ">", so the nearest ones belong to this tag, or it
        # is text that looks like an attribute.
        start, stop = text.rfind("<", 0, at), text.find(">", at)
        if text.find(">", start, at) < 0 <= start:
            tag = text[start + 1 : stop].rstrip("/")
            named = attributes(tag)
            if attribute in named:
                yield start, stop, name(tag), named
                at = stop
        at = text.find(needle, at + 1)


def _without(inner: str, attribute: str) -> str:
    kept: list[str] = []
    position = 0
    for start, stop, tag, _ in _carriers(inner, attribute):
        if start < position:
            continue
        # Even an inline element parts what stands on either side: nothing may be proved by
        # putting together what is not together.
        kept += (inner[position:start], "<br>")
        position = inner.find(">", _end(inner, tag, stop + 1) - (tag in _VOID)) + 1
    kept.append(inner[position:])
    return "".join(kept)


@cache
def _borders(tag: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){re.escape(tag)}(?=[\s/>])")


def _end(text: str, tag: str, position: int) -> int:
    """Where the element that was opened before `position` ends: the place of its end tag."""
    if tag in _VOID:
        return position
    # Mostly the next end tag of this name, and no other element of the name before it.
    end = text.find(f"</{tag}>", position)
    if end >= 0 and text.find(f"</{tag}", position, end) < 0 > text.find(f"<{tag}", position, end):
        return end
    depth = 1
    for border in _borders(tag).finditer(text, position):
        depth += -1 if border[1] else 1
        if not depth:
            return border.start()
    raise UnsureMarkupError(f"<{tag}>")
