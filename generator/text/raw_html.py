"""HTML with what authors wrote in it -> a safe tree, and a problem for each thing taken out.

nh3 decides what is safe, by an allow-list; the scan here only finds words for what it will do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple

from generator.text.html_blocks import CONTAINERS, INLINE, TRANSPARENT, Element
from generator.text.link_scheme import SCHEMES, is_followed

_TAGS = (
    set(CONTAINERS) | set(INLINE) | set(TRANSPARENT)
    | {"a", "br", "hr", "img", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "ruby", "rb", "rt", "rp"}
)  # fmt: skip
_HARMLESS = frozenset(
    "abbr acronym bdi bdo big data font ins label legend nobr q rtc small span time u wbr col "
    "colgroup fieldset hgroup nav map menu output".split()
)
"""Their text is all there is to them; what their tags say has no place in a block."""
_DROPPED = frozenset(("script", "style", "template", "svg", "math"))
_ATTRIBUTES = {
    "*": {"id"},
    "a": {"href", "title", "name", "class"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "th": {"align"},
    "td": {"align"},
    "code": {"class"},
    "div": {"class"},
}
_UNSAID = frozenset(
    ("class", "align", "lang", "dir", "width", "height", "target", "rel", "loading")
)
"""Attributes that go without a word: nothing a reader would miss."""
_OPTIONAL_END = frozenset(
    "p li dt dd tr td th thead tbody tfoot option optgroup rb rt rp colgroup".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())

_TAG = re.compile(r"""<(/?)([a-zA-Z?][^\s/>]*)((?:"[^"]*"|'[^']*'|[^>"'])*+[^>]*+)>?""")
_ATTRIBUTE = re.compile(r"""([^\s=/"'<>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+))?""")
_DROPPED_TEXT = re.compile(
    r"(<(script|style|template|svg|math)\b[^>]*>).*?(?:</\2\s*>|\Z)", re.DOTALL | re.IGNORECASE
)


class Removal(NamedTuple):
    """What will be taken out. number, raw: of the tag and as written, to find its line by."""

    code: str
    facts: tuple[tuple[str, str], ...]
    number: int
    raw: str


def find_removals(fragments: Iterable[str]) -> Iterator[Removal]:
    """What `sanitised` will take out of the raw HTML of a document."""
    number = 0
    for fragment in fragments:
        if "<" not in fragment:
            continue
        for match in _TAG.finditer(_DROPPED_TEXT.sub(r"\1", fragment)):
            if match[1]:
                continue
            number += 1
            for code, facts in _of_tag(match[2].lower(), match[3]):
                yield Removal(code, facts, number, match[0])


_Finding = tuple[str, tuple[tuple[str, str], ...]]


def _of_tag(tag: str, attributes: str) -> Iterator[_Finding]:
    if tag[0] == "?":
        yield "markdown-html-dropped", (("tag", tag),)
        return
    if tag in _DROPPED:
        yield "markdown-html-dropped", (("tag", tag),)
    elif tag in _HARMLESS:
        yield "markdown-html-unwrapped", (("tag", tag),)
    elif tag not in _TAGS:
        yield "markdown-html-removed", (("tag", tag),)
    for match in _ATTRIBUTE.finditer(attributes):
        name = match[1].lower()
        value = unescape((match[2] or "").strip("\"'"))
        if name in _UNSAID or name in _ATTRIBUTES["*"]:
            continue
        if name in _ATTRIBUTES.get(tag, ()):
            if name in ("href", "src") and not is_followed(value):
                yield "markdown-address-removed", (("address", value),)
        elif tag in _TAGS:
            yield "markdown-attribute-removed", (("tag", tag), ("attribute", name))


def depth(html: str) -> int:
    """How deep elements stand in one another at most, were each that must be closed closed."""
    deepest = here = 0
    for match in _TAG.finditer(html):
        tag = match[2].lower()
        if tag in _VOID or tag in _OPTIONAL_END:
            continue
        if match[1]:
            here = max(here - 1, 0)
        else:
            here += 1
            deepest = max(deepest, here)
    return deepest


def sanitised(html: str) -> Element:
    """The body of a document that holds nothing but what the allow-list names.

    The HTML must not be deeper than `html_blocks.MAX_DEPTH`: nh3 takes time by the square of depth, and
    libxml2 would leave out what stands below 255 levels.
    """
    # Not at the top: most articles hold no HTML, and most builds read no article.
    import nh3
    from lxml import etree

    clean = nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags=set(_DROPPED),
        attributes=_ATTRIBUTES,
        url_schemes=set(SCHEMES),
        link_rel=None,
    )
    document = etree.HTML(f"<html><body>{clean}</body></html>")
    body: Element = document[0]
    return body
