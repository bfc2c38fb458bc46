"""Element tree -> drafts of blocks: plain text with marks, each with the elements around it.

Reads both the tree of the Markdown parser and one made from sanitised HTML. Only what is named
here is kept; of any other element just the text is. No text is lost and none is made up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from typing import Protocol

from generator.model.article import Container, Mark, MarkKind
from generator.text.line_breaks import set_lines
from generator.text.link_scheme import is_followed
from generator.text.plain_blocks import Draft

MAX_DEPTH = 120
"""Elements in one another; the readers recurse once a level."""

INLINE: Mapping[str, MarkKind] = {
    "strong": "strong", "b": "strong", "em": "em", "i": "em", "cite": "em", "dfn": "em",
    "code": "code", "kbd": "code", "samp": "code", "tt": "code", "var": "code",
    "del": "del", "s": "del", "strike": "del", "sub": "sub", "sup": "sup", "mark": "mark",
}  # fmt: skip
CONTAINERS = frozenset(
    "ul ol li blockquote table thead tbody tfoot tr th td caption dl dt dd section figure "
    "figcaption details summary aside".split()
)
TRANSPARENT = frozenset("div article main header footer address center p".split())
"""Blocks whose tags say nothing the text needs; `p` also is a paragraph."""

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = CONTAINERS | TRANSPARENT | _HEADINGS.keys() | {"pre", "hr"}
_HOLDS_PLAIN = frozenset("li th td dt dd caption summary figcaption".split())
"""Text that stands directly in one of these is no paragraph of its own."""
_LANGUAGE = re.compile(r"(?:^|\s)language-(\S+)").search
_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,40});")
_BACKLINK_SPACE = "\x02qq3936677670287331zz\x03"
"""What the parser's footnotes put before a backlink."""
_BACKLINK = "footnote-backref"
_REFERENCE = "footnote-ref"


class Element(Protocol):
    """What xml.etree and lxml elements have in common."""

    @property
    def tag(self) -> object: ...
    @property
    def text(self) -> str | None: ...
    @property
    def tail(self) -> str | None: ...
    def get(self, key: str, /) -> str | None: ...
    def __iter__(self) -> Iterator[Element]: ...


class TooDeepError(Exception):
    """Elements are nested deeper than MAX_DEPTH."""

    def __init__(self, mark: str, depth: int) -> None:
        super().__init__(f"{mark} is nested {depth} deep")
        self.mark = mark
        self.depth = depth


Refuse = Callable[[str, str], None]
"""(code, address): what to do about an address that was not kept."""


class BlockReader:
    """Reads one document; `drafts` is the result.

    footnotes: label -> number. decode: what resolves the character references of texts and
    attributes, if the tree still has them.
    """

    def __init__(
        self, footnotes: Mapping[str, int], refuse: Refuse, decode: Callable[[str], str]
    ) -> None:
        self.decode = decode
        self.drafts: list[Draft] = []
        self._footnotes = footnotes
        self._refuse = refuse
        self._opened = 0
        self._depth = 0
        self._anchors: list[str] = []
        """Ids of elements whose first block is still to come."""

    def read(self, root: Element, within: tuple[Container, ...] = ()) -> None:
        """Append the blocks of an element: its own text and what its children hold."""
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise TooDeepError("<>", self._depth)
        line = _Line(self)
        line.add(root.text)
        for child in root:
            name = child.tag
            if isinstance(name, str) and name in _BLOCKS:
                self._flush(line, within)
                self._block(child, name, within)
                line = _Line(self)
            else:
                line.element(child, 0)
            line.add(child.tail)
        self._flush(line, within)
        self._depth -= 1

    def _flush(self, line: _Line, within: tuple[Container, ...]) -> None:
        text, marks = line.set()
        if text or marks:
            plain = within and within[-1].tag in _HOLDS_PLAIN
            self._append(Draft("plain" if plain else "paragraph", text, 0, marks, within))

    def _append(self, draft: Draft) -> None:
        if self._anchors:
            anchors = tuple(Mark("anchor", 0, 0, name) for name in self._anchors)
            self._anchors.clear()
            draft = draft._replace(marks=anchors + draft.marks)
        self.drafts.append(draft)

    def _block(self, element: Element, tag: str, within: tuple[Container, ...]) -> None:
        identity = element.get("id")
        if identity:
            self._anchors.append(self.anchor(identity))
        if tag == "p" or tag in _HEADINGS:
            line = _Line(self)
            line.children(element, 0)
            text, marks = line.set()
            level = _HEADINGS.get(tag, 0)
            if text or marks:
                self._append(Draft("heading" if level else "paragraph", text, level, marks, within))
        elif tag == "hr":
            self._append(Draft("rule", "", within=within))
        elif tag == "pre":
            self._code(element, within)
        elif tag == "div" and element.get("class") == "footnote":
            self._notes(element, within)
        elif tag in CONTAINERS:
            self._container(element, tag, within)
        else:
            self.read(element, within)

    def _container(self, element: Element, tag: str, within: tuple[Container, ...]) -> None:
        self._opened += 1
        data = ""
        if tag == "ol":
            data = element.get("start") or ""
        elif tag in ("th", "td"):
            data = element.get("align") or ""
        before = len(self.drafts)
        inside = (*within, Container(tag, self._opened, data))
        self.read(element, inside)
        if len(self.drafts) == before and tag in _HOLDS_PLAIN:
            # An empty cell still takes its place in the row.
            self._append(Draft("plain", "", 0, (), inside))

    def _code(self, element: Element, within: tuple[Container, ...]) -> None:
        language = None
        for child in element:
            if child.tag == "code":
                language = _LANGUAGE(child.get("class") or "")
        text = self.decode("".join(_texts(element))).rstrip().removeprefix("\n")
        self._append(Draft("code", text, 0, (), within, language[1] if language else ""))

    def _notes(self, element: Element, within: tuple[Container, ...]) -> None:
        """The footnotes, which the parser puts last: a rule, which goes without saying, and a list."""
        self._opened += 1
        inside = (*within, Container("section", self._opened, "footnotes"))
        for notes in element:
            if notes.tag != "ol":
                continue
            self._opened += 1
            items = (*inside, Container("ol", self._opened))
            # The parser has them in the order in which they are defined.
            for item in sorted(notes, key=self._number):
                self._block(item, "li", items)

    def _number(self, item: Element) -> int:
        label = (item.get("id") or "").partition(":")[2]
        return self._footnotes.get(label, len(self._footnotes) + 1)

    def anchor(self, identity: str) -> str:
        """The parser's ids of footnotes by number: their labels can be any text."""
        head, colon, label = identity.partition(":")
        number = self._footnotes.get(label) if colon else None
        if number is None:
            return identity
        if head == "fn":
            return f"fn-{number}"
        if head.startswith("fnref") and (head[5:] == "" or head[5:].isdecimal()):
            return f"fnref-{number}" + (f"-{head[5:]}" if head[5:] else "")
        return identity

    def follow(self, address: str) -> bool:
        """Whether to keep an address; a refused one is reported."""
        if is_followed(address):
            return True
        self._refuse("markdown-address-removed", address)
        return False

    def empty_link(self, address: str) -> None:
        """Report a link that nobody could see."""
        self._refuse("markdown-link-empty", address)


class _Line:
    """Inline text as it comes, with marks over it in the order in which they open."""

    def __init__(self, reader: BlockReader) -> None:
        self._reader = reader
        self._pieces: list[str] = []
        self._marks: list[Mark | None] = []
        self._at = 0
        self._in_link = False

    def set(self) -> tuple[str, tuple[Mark, ...]]:
        """The text as it is set, with its marks."""
        return set_lines("".join(self._pieces), [mark for mark in self._marks if mark])

    def add(self, text: str | None) -> None:
        if text:
            text = self._reader.decode(text)
            self._pieces.append(text)
            self._at += len(text)

    def children(self, element: Element, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise TooDeepError("*", depth)
        self.add(element.text)
        for child in element:
            self.element(child, depth)
            self.add(child.tail)

    def element(self, element: Element, depth: int) -> None:
        """One inline element, or a block that stands where only text may."""
        tag = element.tag
        if not isinstance(tag, str):
            return  # a comment
        identity = element.get("id") or (element.get("name") if tag == "a" else None)
        if identity:
            self._point("anchor", self._reader.anchor(identity))
        if tag == "a":
            self._link(element, depth)
        elif tag == "br":
            self._point("break", "")
            self.add("\n")
        elif tag == "img":
            self._image(element)
        elif tag == "rt":
            # No mark for ruby: its reading stands in brackets, as where a browser knows none.
            self.add("（")
            self.children(element, depth + 1)
            self.add("）")
        elif tag != "rp":
            kind = INLINE.get(tag)
            if kind is None:
                self.children(element, depth + 1)
            else:
                self._span(element, Mark(kind, self._at, self._at), depth)

    def _span(self, element: Element, mark: Mark, depth: int) -> None:
        place = len(self._marks)
        self._marks.append(None)
        self.children(element, depth + 1)
        if self._at > mark.start:
            self._marks[place] = Mark(
                mark.kind, mark.start, self._at, mark.data, mark.title, mark.label
            )

    def _point(self, kind: MarkKind, data: str, title: str = "", label: str = "") -> None:
        self._marks.append(Mark(kind, self._at, self._at, data, title, label))

    def _link(self, element: Element, depth: int) -> None:
        address = self._reader.decode(element.get("href") or "")
        name = element.get("class")
        if name in (_REFERENCE, _BACKLINK) and address.startswith("#fn"):
            target = self._reader.anchor(address[1:])
            sign = "↩" if name == _BACKLINK else target.removeprefix("fn-")
            self._point("note", "#" + target, label=sign)
            return
        if self._in_link or not address or not self._reader.follow(address):
            # A link in a link: HTML knows none, the outer one holds.
            self.children(element, depth + 1)
            return
        self._in_link = True
        place = len(self._marks)
        title = self._reader.decode(element.get("title") or "")
        start = self._at
        self._span(element, Mark("link", start, start, address, title), depth)
        self._in_link = False
        if self._at == start:
            self._no_text(Mark("link", start, start, address, title), place)

    def _no_text(self, link: Mark, place: int) -> None:
        """A link over images alone: marks lie over text, so what describes the image is linked."""
        images = [mark for mark in self._marks[place:] if mark and mark.kind == "image"]
        if not images:
            self._reader.empty_link(link.data)
            return
        self.add(images[0].label or images[0].data)
        self._marks.append(Mark("link", link.start, self._at, link.data, link.title))

    def _image(self, element: Element) -> None:
        address = self._reader.decode(element.get("src") or "")
        label = self._reader.decode(element.get("alt") or "")
        if address and self._reader.follow(address):
            self._point("image", address, self._reader.decode(element.get("title") or ""), label)
        else:
            self.add(label)


def decoded(text: str) -> str:
    """A text of the parser's own tree as a browser would show it."""
    if "\x02" in text:
        text = text.replace("\x02amp\x03", "&").replace(_BACKLINK_SPACE, "")
    if "&" in text:
        text = _ENTITY.sub(lambda match: unescape(match[0]), text)
    return text


def _texts(element: Element) -> Iterator[str]:
    if element.text:
        yield element.text
    for child in element:
        yield from _texts(child)
        if child.tail:
            yield child.tail
