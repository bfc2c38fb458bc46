"""A line of a source page -> HTML: the characters as they came, every edit and doubt on them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.present.inline import APPARATUS, MARK, Layer, Point, attribute, escape, lay
from generator.present.texts import say, text

LineRepair = tuple[int, int, str, str, str]
"""(start, end, shown, kind, ground), as in LineView.repairs."""
LineFlag = tuple[int, int, str]


def marked(source: str, repairs: Sequence[LineRepair], flags: Sequence[LineFlag]) -> str:
    """What was taken out is struck, what was put in follows it; a sign's width is only marked."""
    layers: list[Layer] = []
    points: list[Point] = []
    for start, end, shown, kind, ground in repairs:
        reason = text("mark.colon") + ground if ground else ""
        if kind == "width":
            title = attribute(say("note.widened", shown=say("mark.quote", text=shown)) + reason)
            opening = f'<span class="w" title="{title}">'
            layers.append(Layer(start, end, APPARATUS, opening, "</span>"))
            continue
        title = attribute(text("note.changed") + reason)
        layers.append(Layer(start, end, APPARATUS, f'<del title="{title}">', "</del>"))
        if shown:
            points.append(Point(end, f'<ins title="{title}">{escape(shown)}</ins>'))
    doubt = text("note.doubtful") + text("mark.colon")
    for start, end, note in flags:
        opening = f'<span class="flag" title="{attribute(doubt + note)}">'
        layers.append(Layer(start, end, MARK, opening, "</span>"))
    return lay(source, layers, points)
