"""Text, spans and points -> HTML; whatever overlaps is cut so that elements nest.

The text is escaped here and nowhere else, and comes out whole: with the tags taken away the
result is the text again.
"""

from __future__ import annotations

from typing import NamedTuple


class Layer(NamedTuple):
    """An element over text[start:end]."""

    start: int
    end: int
    rank: int
    """0: outermost and never cut (it carries an id); higher ranks may be cut and opened again."""
    open: str
    close: str


class Point(NamedTuple):
    """An empty element between two characters, complete as it stands."""

    at: int
    html: str
    link: bool = False
    """It is a link itself, so no other link may be open around it."""


OUTERMOST = 0
LINK = 1
MARK = 2
APPARATUS = 3


def escape(text: str) -> str:
    """For element content. A carriage return would come back as a line feed, so it is spelt out."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if "\r" in text:
        text = text.replace("\r", "&#13;")
    return text


def attribute(text: str) -> str:
    """For a double-quoted attribute value."""
    text = escape(text)
    if '"' in text:
        text = text.replace('"', "&quot;")
    return text


def lay(text: str, layers: list[Layer], points: list[Point]) -> str:
    """The text with every layer over it and every point in it, well-formed."""
    waiting = sorted(
        (layer for layer in layers if layer.start < layer.end),
        key=lambda layer: (layer.start, layer.rank != OUTERMOST, -layer.end, layer.rank),
        reverse=True,
    )
    marks = sorted(points, key=lambda point: point.at, reverse=True)
    cuts = {point.at for point in points}
    for layer in waiting:
        cuts.add(layer.start)
        cuts.add(layer.end)
    out: list[str] = []
    opened: list[Layer] = []
    active: list[Layer] = []
    position = 0
    for cut in sorted(cuts):
        if cut > position:
            _turn(out, opened, active)
            out.append(escape(text[position:cut]))
            position = cut
        active = [layer for layer in active if layer.end > cut]
        while marks and marks[-1].at <= cut:
            point = marks.pop()
            _turn(out, opened, _outside_links(active) if point.link else active)
            out.append(point.html)
        while waiting and waiting[-1].start <= cut:
            layer = waiting.pop()
            active.insert(0 if layer.rank == OUTERMOST else len(active), layer)
    if position < len(text):
        _turn(out, opened, active)
        out.append(escape(text[position:]))
    _turn(out, opened, [])
    return "".join(out)


def _turn(out: list[str], opened: list[Layer], wanted: list[Layer]) -> None:
    """Close and open elements just before something is written, so that none stays empty."""
    common = 0
    for one, other in zip(opened, wanted, strict=False):
        if one is not other:
            break
        common += 1
    out.extend(layer.close for layer in reversed(opened[common:]))
    out.extend(layer.open for layer in wanted[common:])
    opened[common:] = wanted[common:]


def _outside_links(active: list[Layer]) -> list[Layer]:
    depth = next((i for i, layer in enumerate(active) if layer.rank == LINK), len(active))
    return active[:depth]
