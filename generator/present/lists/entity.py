"""What stands at the head of an entity's page, before statements and sentences."""

from __future__ import annotations

from collections.abc import Iterator

from generator.present.grounds import ground_words
from generator.present.inline import escape
from generator.present.lists.parts import terms
from generator.present.lists.pieces import address
from generator.present.texts import html, label, text
from generator.present.views import EntityView, GroundView
from generator.present.wording import date_words

_CITES = 3


def head(v: EntityView, kind: str) -> str:
    """Its name, what it is, what is known of it in short, and why its mentions are taken for one."""
    root = v.chrome.root
    apart = f'<span class="dot">{escape(v.apart)}</span>' if v.apart else ""
    above = (
        f'<p class="intro">{label("topic.continued")}'
        f'<a href="{address(v.above, root)}">{label("entity.first_page")}</a></p>'
        if v.above
        else ""
    )
    note = (
        f'<div class="editor"><p class="label">{label("entity.note")}</p><p>{escape(v.note)}</p></div>'
        if v.note
        else ""
    )
    topics = f"<h3>{label('entity.topics')}</h3>\n{terms(root, v.topics)}\n" if v.topics else ""
    rows = "".join([f"<div><dt>{label(name)}</dt>{said}</div>\n" for name, said in _rows(v, root)])
    return (
        f'<header class="head">\n<p class="kicker">{escape(kind)}{apart}</p>\n'
        f"<h1>{escape(v.title)}</h1>\n{above}{note}</header>\n"
        '<section class="facts" aria-labelledby="facts-h">\n<h2 id="facts-h">'
        f"{label('topic.facts')}</h2>\n"
        f"<dl>\n{rows}</dl>\n{topics}{_grounds(v.grounds, root) if v.grounds else ''}</section>\n"
    )


def _rows(v: EntityView, root: str) -> Iterator[tuple[str, str]]:
    if v.aliases:
        yield "topic.aliases", f"<dd>{escape(text('mark.list').join(v.aliases))}</dd>"
    if v.apart:
        yield "entity.apart", f"<dd>{escape(v.apart)}</dd>"
    articles = html("count.articles", count=v.article_count)
    times = html("count.times", count=v.total)
    yield "entity.seen", f"<dd>{articles}{label('mark.clause')}{times}</dd>"
    if v.issuer:
        yield "entity.issuer", f"<dd>{escape(v.issuer)}</dd>"
    if v.period:
        yield "entity.period", f"<dd>{escape(date_words(v.period))}</dd>"
    if v.measured:
        series = label("entity.measured")
        yield "entity.figures", f'<dd><a href="{address(v.measured, root)}">{series}</a></dd>'
    yield "entity.origin", f'<dd class="zhu">{label(f"entity.by_{v.found_by}")}</dd>'


def _grounds(grounds: tuple[GroundView, ...], root: str) -> str:
    items = []
    for it in grounds:
        cites = [
            f' <a href="{address(url, root)}">{number}</a>'
            for number, url in enumerate(it.cites[:_CITES], 1)
        ]
        items.append(f"<li>{escape(ground_words(it.words))}{''.join(cites)}</li>\n")
    said = "".join(items)
    why = label("entity.grounds")
    return f'<details class="grounds"><summary>{why}</summary>\n<ul>\n{said}</ul>\n</details>\n'
