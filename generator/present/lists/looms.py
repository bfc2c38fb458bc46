"""Names and what ties them -> SVG with links, and a table of the same."""

from __future__ import annotations

from generator.present.drawing.loom import LETTER, TRUNK, Loom, Row, loom
from generator.present.inline import escape
from generator.present.lists.pieces import address, link, names, title
from generator.present.texts import label
from generator.present.views import TermLink
from generator.present.views.drawings import LoomView, WeaveView, WeftView

_RADII = (0, 3, 4.5, 6, 8, 10)


def loom_figure(root: str, it: LoomView, id: str) -> str:
    """With its table; `id` is no other's on the page."""
    return (
        f'<figure class="drawn graph">\n{_drawing(root, it, id, "")}'
        f'<figcaption><p id="{id}-d">{escape(it.description)}</p><details>'
        f"<summary>{label('drawing.table')}</summary>\n{_table(root, it)}"
        "</details></figcaption>\n</figure>\n"
    )


def loom_drawing(root: str, it: LoomView, id: str) -> str:
    """Without it, where the page lists the same."""
    said = f'<desc id="{id}-d">{escape(it.description)}</desc>\n'
    return f'<figure class="drawn graph">\n{_drawing(root, it, id, said)}</figure>\n'


def _drawing(root: str, it: LoomView, id: str, said: str) -> str:
    made = loom(it)
    return (
        f'<div class="scroll" role="group" tabindex="0" aria-labelledby="{id}-t">\n'
        f'<svg width="{made.width}" height="{made.height + 8:g}" role="group"'
        f' aria-labelledby="{id}-t {id}-d">\n<title id="{id}-t">{escape(it.title)}</title>\n'
        f"{said}{_lines(it, made)}{_names(root, it, made)}{_heads(root, it, made)}</svg>\n</div>\n"
    )


def _lines(it: LoomView, made: Loom) -> str:
    """Threads and wefts lie below all words."""
    out = []
    start = TRUNK if it.own else 0
    if it.own:
        out.append(
            f'<line class="trunk" x1="{TRUNK}" y1="{made.top:g}" x2="{TRUNK}" y2="{made.height:g}"/>'
            f'<text class="down" x="{TRUNK - 14}" y="{made.top + 2:g}">{escape(it.own)}</text>\n'
        )
    for weft, row in zip(it.wefts, made.rows, strict=True):
        if it.own:
            out.append(
                f'<line class="w{weft.weight}" x1="{start}" y1="{row.y:g}" x2="{row.x - 4}" y2="{row.y:g}"/>'
            )
        if row.end:
            out.append(
                f'<line class="thin" x1="{row.x}" y1="{row.y:g}" x2="{row.end:g}%" y2="{row.y:g}"/>'
            )
    for view, thread in zip(it.threads, made.threads, strict=True):
        out.append(
            f'<line class="w{view.weight}" x1="{thread.x:g}%" y1="{thread.top:g}"'
            f' x2="{thread.x:g}%" y2="{thread.bottom:g}"/>'
        )
    for knot in made.knots:
        out.append(f'<circle cx="{knot.x:g}%" cy="{knot.y:g}" r="{_RADII[knot.size]:g}"/>')
    return f'<g aria-hidden="true">{"".join(out)}</g>\n'


def _names(root: str, it: LoomView, made: Loom) -> str:
    return "".join([_name(root, weft, row) for weft, row in zip(it.wefts, made.rows, strict=True)])


def _name(root: str, it: WeftView, row: Row) -> str:
    first, *more = row.lines
    lines = escape(first) + "".join(
        [f'<tspan x="{row.x}" dy="18">{escape(line)}</tspan>' for line in more]
    )
    words = f'<text x="{row.x}" y="{row.y + 5:g}">{lines}</text>'
    if not it.name.url:
        return f"{words}\n"
    return f'<a class="{escape(it.kind)}" href="{address(it.name.url, root)}">{words}</a>\n'


def _heads(root: str, it: LoomView, made: Loom) -> str:
    """The names of topics, set downwards over their threads."""
    out = []
    for view, thread in zip(it.threads, made.threads, strict=True):
        if view.name is None:
            continue
        shift = (len(thread.head) - 1) * LETTER / 2
        words = "".join(
            [
                f'<text class="down over" x="{thread.x:g}%" dx="{shift - number * LETTER:g}"'
                f' y="{made.top - 6:g}">{escape(line)}</text>'
                for number, line in enumerate(thread.head)
            ]
        )
        out.append(f'<a href="{address(view.name.url, root)}">{words}</a>\n')
    return "".join(out)


def _table(root: str, it: LoomView) -> str:
    counted = any(weft.name.count for weft in it.wefts)
    tied = any(weft.knots for weft in it.wefts)
    head = f'<th scope="col">{label("graph.name")}</th>'
    head += f'<th scope="col">{label("graph.times")}</th>' if counted else ""
    head += f'<th scope="col">{escape(it.tie)}</th>' if tied else ""
    rows = []
    for row, weft in enumerate(it.wefts):
        cells = f'<th scope="row">{link(root, weft.name.url, weft.name.title)}</th>'
        cells += f"<td>{weft.name.count:,}</td>" if counted else ""
        cells += f"<td>{names(root, _beside(it, row))}</td>" if tied else ""
        rows.append(f"<tr>{cells}</tr>\n")
    return (
        f'<table class="plain counts">\n<caption class="unseen">{escape(it.title)}</caption>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{''.join(rows)}</tbody>\n</table>\n"
    )


def _beside(it: LoomView, row: int) -> list[TermLink]:
    """Topics that it is tied to, or the names that stand in a sentence with it."""
    found: list[TermLink] = []
    for thread, _ in it.wefts[row].knots:
        name = it.threads[thread].name
        if name is not None:
            found.append(TermLink(name.title, name.url))
            continue
        for other, weft in enumerate(it.wefts):
            if other != row and any(thread == at for at, _ in weft.knots):
                found.append(TermLink(weft.name.title, weft.name.url))
    return found


_BIG, _BIGGEST = 6, 20
"""Passages from which a knot is larger, and largest."""
_MANY = 10
"""Topics from which columns stand closer."""


def weave_table(root: str, it: WeaveView, heading: str) -> str:
    """Articles across, topics down: a table that its style sheet draws as a loom."""
    counts = {(line, column): count for line, column, count in it.knots}
    head = "".join([f'<th scope="col">{link(root, t.url, t.title)}</th>' for t in it.topics])
    rows = []
    for line, article in enumerate(it.articles):
        cells = "".join([_knot(counts.get((line, column), 0)) for column in range(len(it.topics))])
        leads = f'<a href="{address(article.url, root)}">{title(article.title)}</a>'
        rows.append(f'<tr><th scope="row">{leads}</th>{cells}<td></td></tr>\n')
    kind = "loom close" if len(it.topics) > _MANY else "loom"
    return (
        f'<div class="scroll" role="group" aria-labelledby="{heading}" tabindex="0">\n'
        f'<table class="{kind}">\n<thead>\n<tr><td></td>{head}<td></td></tr>\n</thead>\n'
        f"<tbody>\n{''.join(rows)}</tbody>\n</table>\n</div>\n"
    )


def _knot(count: int) -> str:
    if not count:
        return "<td></td>"
    size = " k3" if count >= _BIGGEST else " k2" if count >= _BIG else ""
    return f'<td><span class="knot{size}">{count:,}</span></td>'
