"""Article, its annotations and links -> HTML of its text; the one place where blocks become HTML.

The text content of each block's element is exactly `Block.text`: signs for seams and notes are
empty elements that the style sheet fills. Blocks that come from a newspaper page carry on their
own element how `check` finds them in the source.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from generator.model.annotation import Sentence
from generator.model.article import Article, Block, Container, Mark
from generator.present.apparatus import Apparatus
from generator.present.inline import LINK, MARK, OUTERMOST, Layer, Point, attribute, escape, lay
from generator.present.proof import block_proof
from generator.present.texts import label, say, text
from generator.present.views import OutlineItem, Proof

Link = tuple[int, int, int, str, str]
"""(block, start, end, URL, title of the target), as in ArticleView.links."""


Beside = Callable[[int, Block, Sequence[Sentence]], tuple[str, str]]
"""Number of a block, the block, its sentences -> HTML to stand before it and after it."""


class Body(NamedTuple):
    """An article's text as HTML."""

    html: str
    outline: tuple[OutlineItem, ...]


class Setting(NamedTuple):
    """What the blocks of one article have in common."""

    article: Article
    root: str
    addresses: dict[str, str]
    apparatus: Apparatus


_TAGS = frozenset(
    "ul ol li blockquote table thead tbody tfoot tr th td dl dt dd section figure figcaption "
    "caption details summary div aside".split()
)
_MARKS = {
    "strong": ("<strong>", "</strong>"),
    "em": ("<em>", "</em>"),
    "code": ("<code>", "</code>"),
    "del": ("<del>", "</del>"),
    "sub": ("<sub>", "</sub>"),
    "sup": ("<sup>", "</sup>"),
    "mark": ("<mark>", "</mark>"),
}
_NUMBER = re.compile(r"[0-9]{1,9}").fullmatch
"""As CommonMark has it: a browser takes no larger number for the first of a list."""
_FOLLOWED = re.compile(r"#|https?://|mailto:|tel:", re.IGNORECASE).match
_ELSEWHERE = ("#", "/", "\\")


def body(
    setting: Setting,
    sentences: Sequence[Sentence],
    links: Sequence[Link],
    insets: tuple[str, ...] = (),
    beside: Beside | None = None,
) -> Body:
    """The blocks in order, with `insets` (pull quotes) spread between them."""
    by_block: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        by_block.setdefault(sentence.block, []).append(sentence)
    links_by_block: dict[int, list[Link]] = {}
    for link in links:
        links_by_block.setdefault(link[0], []).append(link)
    out: list[str] = []
    outline: list[OutlineItem] = []
    within: tuple[Container, ...] = ()
    blocks = setting.article.blocks
    waiting = [(1 + i * len(blocks) // len(insets), inset) for i, inset in enumerate(insets)][::-1]
    for number, block in enumerate(blocks):
        if within or block.within:
            _move(out, within, block.within)
            within = block.within
        if waiting and number >= waiting[-1][0] and not within and block.kind != "gap":
            out.append(waiting.pop()[1])
        if block.kind == "heading":
            outline.append(OutlineItem(block.text, block.id, block.level))
        own = by_block.get(number, ())
        inner = _inner(setting, block, own, links_by_block.get(number, ()))
        if beside is None or within:
            _element(out, setting, block, inner)
        else:
            before, after = beside(number, block, own)
            out.append(before)
            _element(out, setting, block, inner)
            out.append(after)
    _move(out, within, ())
    out.extend(inset for _, inset in reversed(waiting))
    return Body("".join(out), tuple(outline))


def line(setting: Setting, block: Block, tag: str, name: str) -> str:
    """A block that stands outside the running text (title, byline, credit …) as one element."""
    data = proof_attributes(block_proof(setting.article, block)) if block.segments else ""
    parts = title_parts(block.text) if tag == "h1" else []
    inner = _inner(setting, block, (), (), parts)
    classes = f' class="{name}"' if name else ""
    return f'<{tag} id="{attribute(block.id)}"{classes}{data}>{inner}</{tag}>'


def title_parts(text: str) -> list[Layer]:
    """The parts of a title in two halves, so that a narrow column breaks it between them."""
    layers: list[Layer] = []
    at = 0
    for part in text.split(" "):
        layers.append(Layer(at, at + len(part), OUTERMOST, '<span class="part">', "</span>"))
        at += len(part) + 1
    return layers if len(layers) > 1 else []


def proof_attributes(proof: Proof) -> str:
    """The data- attributes that `check` reads."""
    if not proof.pieces and not proof.repairs:
        return _whole(proof.source)
    pieces = f' data-pieces="{attribute(proof.pieces)}"' if proof.pieces else ""
    repairs = f' data-repairs="{attribute(proof.repairs)}"' if proof.repairs else ""
    return f' data-source="{attribute(proof.source)}"{pieces}{repairs}'


@lru_cache(maxsize=1024)
def _whole(source: str) -> str:
    """Of a source without lines: thousands of quotations are of few articles."""
    return f' data-source="{attribute(source)}"'


def href(root: str, url: str) -> str:
    """A site-relative URL as seen from the page; empty if it is of a scheme we do not follow."""
    if ":" not in url and not url.startswith(_ELSEWHERE):
        return root + url or "./"
    if _FOLLOWED(url):
        return url
    if url.startswith(_ELSEWHERE) or ":" in url.split("/", 1)[0]:
        return ""
    return root + url


def _element(out: list[str], setting: Setting, block: Block, inner: str) -> None:
    kind = block.kind
    if block.note and kind != "gap":
        out.append(f'<p class="why"><b>{label("by.editor")}</b>{escape(block.note)}</p>')
    data = ""
    if block.segments:
        data = proof_attributes(block_proof(setting.article, block))
    name = attribute(block.id)
    if kind == "paragraph":
        out.append(f'<p id="{name}"{data}>{inner}</p>\n')
    elif kind == "heading":
        tag = f"h{min(max(block.level, 2), 6)}"
        out.append(f'<{tag} id="{name}"{data}>{inner}</{tag}>\n')
    elif kind == "plain":
        if block.text or block.marks:
            out.append(f'<span id="{name}"{data}>{inner}</span>')
    elif kind == "code":
        # The parser drops one line feed after <pre>; the first of the text must not be it.
        first = "\n" if block.text.startswith("\n") else ""
        info = f' class="language-{attribute(block.info)}"' if block.info else ""
        out.append(f'<pre id="{name}" tabindex="0"{data}>{first}<code{info}>{inner}</code></pre>\n')
    elif kind == "furniture":
        out.append(f'<p class="jump" id="{name}"{data}>{inner}</p>\n')
    elif kind == "rule":
        out.append(f'<hr id="{name}">\n')
    else:
        out.append(
            f'<p class="gap" id="{name}"><b>{label("page.gap")}</b> {escape(block.note)}</p>\n'
        )


def _move(out: list[str], here: tuple[Container, ...], there: tuple[Container, ...]) -> None:
    """Close and open elements from one block's place to the next one's."""
    common = 0
    for one, other in zip(here, there, strict=False):
        if one != other:
            break
        common += 1
    out.extend(_shut(container) for container in reversed(here[common:]))
    out.extend(_start(container) for container in there[common:])


def _start(container: Container) -> str:
    tag = container.tag if container.tag in _TAGS else "div"
    if tag == "table":
        said = attribute(text("article.table"))
        return f'<div class="scroll" role="group" aria-label="{said}" tabindex="0"><table>'
    if tag == "ol" and container.data != "1" and _NUMBER(container.data):
        return f'<ol start="{int(container.data)}">'
    if tag in ("th", "td") and container.data in ("left", "right", "center"):
        return f'<{tag} class="{container.data}">'
    return f"<{tag}>"


def _shut(container: Container) -> str:
    tag = container.tag if container.tag in _TAGS else "div"
    return "</table></div>\n" if tag == "table" else f"</{tag}>"


def _inner(
    setting: Setting,
    block: Block,
    sentences: Sequence[Sentence],
    links: Sequence[Link],
    parts: Sequence[Layer] = (),
) -> str:
    signs = block.repairs or block.flags or block.joins or block.id in setting.apparatus.doubts
    if not (signs or parts):
        spans = _spans(setting, block, links)
        quick = None if spans is None else _quick(block.text, sentences, *spans)
        if quick is not None:
            return quick
    layers, points = setting.apparatus.of(block)
    layers.extend(parts)
    layers.extend(
        Layer(s.start, s.end, OUTERMOST, f'<span class="s" id="{attribute(s.id)}">', "</span>")
        for s in sentences
    )
    taken = _marks(setting, block, layers, points)
    for _, start, end, url, title in links:
        address = href(setting.root, url)
        if address and not any(a < end and start < b for a, b in taken):
            taken.append((start, end))
            opening = _term(address, title, block.text[start:end])
            layers.append(Layer(start, end, LINK, opening, "</a>"))
    return lay(block.text, layers, points)


_Span = tuple[int, int, str, str]
"""(start, end, opening tag, closing tag)."""


def _spans(setting: Setting, block: Block, links: Sequence[Link]) -> tuple[str, list[_Span]] | None:
    """What stands before the text, and the elements over it; None unless they are few and plain."""
    lead = ""
    spans: list[_Span] = []
    for mark in block.marks:
        if mark.kind == "link":
            opening = _link(setting, mark)
            if opening:
                spans.append((mark.start, mark.end, opening, "</a>"))
        elif mark.kind in _MARKS:
            spans.append((mark.start, mark.end, *_MARKS[mark.kind]))
        elif mark.kind == "anchor" and mark.start == 0:
            lead += f'<span id="{attribute(mark.data)}"></span>'
        else:
            return None
    for _, start, end, url, title in links:
        address = href(setting.root, url)
        if not address:
            return None
        spans.append((start, end, _term(address, title, block.text[start:end]), "</a>"))
    if len(spans) > 1:
        spans.sort(key=itemgetter(0, 1))
    return lead, spans


def _quick(
    text: str, sentences: Sequence[Sentence], lead: str, spans: Sequence[_Span]
) -> str | None:
    """The common case, four times as fast: sentences in a row, elements side by side in them."""
    out = [lead]
    at = 0
    number, count = 0, len(spans)
    for sentence in sentences:
        start, end = sentence.start, sentence.end
        if start < at:
            return None
        if start > at:
            out.append(escape(text[at:start]))
        out.append(f'<span class="s" id="{attribute(sentence.id)}">')
        at = start
        while number < count and spans[number][0] < end:
            first, last, opening, closing = spans[number]
            if first < at or last > end or first >= last:
                return None
            out.append(f"{escape(text[at:first])}{opening}{escape(text[first:last])}{closing}")
            at = last
            number += 1
        out.append(f"{escape(text[at:end])}</span>")
        at = end
    if number < count:
        return None
    if at < len(text):
        out.append(escape(text[at:]))
    return "".join(out)


def _link(setting: Setting, mark: Mark) -> str:
    """The opening tag of an author's link; empty if it leads nowhere."""
    target = setting.addresses.get(mark.data)
    address = "" if target is None else href(setting.root, target)
    if not address:
        return ""
    hint = f' title="{attribute(mark.title)}"' if mark.title else ""
    rel = ' rel="noopener external"' if address[:4].lower() == "http" else ""
    return f'<a href="{attribute(address)}"{hint}{rel}>'


def _term(address: str, title: str, words: str) -> str:
    """A title tells whose page it is, where the words of the link do not."""
    hint = f' title="{attribute(title)}"' if title and title != words else ""
    return f'<a class="term" href="{attribute(address)}"{hint}>'


def _marks(
    setting: Setting, block: Block, layers: list[Layer], points: list[Point]
) -> list[tuple[int, int]]:
    """Lay the author's marks; returns the places of links, where no other link may stand."""
    taken: list[tuple[int, int]] = []
    for mark in block.marks:
        pair = _MARKS.get(mark.kind)
        if pair:
            layers.append(Layer(mark.start, mark.end, MARK, *pair))
        elif mark.kind == "break":
            points.append(Point(mark.start, "<br>"))
        elif mark.kind == "anchor":
            points.append(Point(mark.start, f'<span id="{attribute(mark.data)}"></span>'))
        elif mark.kind == "image":
            points.append(Point(mark.start, _image(setting, mark.data, mark.label, mark.title)))
        elif mark.kind == "note":
            points.append(Point(mark.start, _footnote(mark.data, mark.label), link=True))
        elif mark.kind == "link":
            opening = _link(setting, mark)
            if opening and not any(a < mark.end and mark.start < b for a, b in taken):
                taken.append((mark.start, mark.end))
                layers.append(Layer(mark.start, mark.end, LINK, opening, "</a>"))
    return taken


def _footnote(target: str, sign: str) -> str:
    name = text("note.back") if sign == "↩" else say("note.footnote", sign=sign)
    return (
        f'<a class="ref" href="{attribute(target)}" data-n="{attribute(sign)}"'
        f' aria-label="{attribute(name)}"></a>'
    )


def _image(setting: Setting, source: str, label: str, title: str) -> str:
    target = setting.addresses.get(source)
    # A picture from another site would tell that site who reads here: its caption stays.
    if target is None or target[:4].lower() == "http":
        said = attribute(label or source)
        shown = attribute(say("book.picture", label=label or source))
        return f'<span class="noimage" role="img" aria-label="{said}" data-label="{shown}"></span>'
    hint = f' title="{attribute(title)}"' if title else ""
    address = attribute(href(setting.root, target))
    return f'<img src="{address}" alt="{attribute(label)}"{hint} loading="lazy">'
