"""What stands at the head of an entity's page, before statements and sentences."""

from __future__ import annotations

from collections.abc import Iterator

from generator.present.inline import escape
from generator.present.lists.parts import terms
from generator.present.lists.pieces import address
from generator.present.views import EntityView, GroundView
from generator.present.wording import date_words

_CITES = 3
_ORIGINS = {
    "editor": "编者所立",
    "recurrence": "由重复出现自动发现",
    "text": "程序从文中认出，未经编者核对",
}


def head(v: EntityView, kind: str) -> str:
    """Its name, what it is, what is known of it in short, and why its mentions are taken for one."""
    root = v.chrome.root
    apart = f'<span class="dot">{escape(v.apart)}</span>' if v.apart else ""
    above = (
        f'<p class="intro">续页。<a href="{address(v.above, root)}">回到首页</a></p>'
        if v.above
        else ""
    )
    note = (
        f'<div class="editor"><p class="label">编者注</p><p>{escape(v.note)}</p></div>'
        if v.note
        else ""
    )
    topics = f"<h3>见于专题</h3>\n{terms(root, v.topics)}\n" if v.topics else ""
    rows = "".join([f"<div><dt>{name}</dt>{said}</div>\n" for name, said in _rows(v, root)])
    return (
        f'<header class="head">\n<p class="kicker">{escape(kind)}{apart}</p>\n'
        f"<h1>{escape(v.title)}</h1>\n{above}{note}</header>\n"
        '<section class="facts" aria-labelledby="facts-h">\n<h2 id="facts-h">概要</h2>\n'
        f"<dl>\n{rows}</dl>\n{topics}{_grounds(v.grounds, root) if v.grounds else ''}</section>\n"
    )


def _rows(v: EntityView, root: str) -> Iterator[tuple[str, str]]:
    if v.aliases:
        yield "又称", f"<dd>{escape('、'.join(v.aliases))}</dd>"
    if v.apart:
        yield "区别", f"<dd>{escape(v.apart)}</dd>"
    yield "所见", f"<dd>{v.article_count:,} 篇文章，{v.total:,} 次</dd>"
    if v.issuer:
        yield "发布", f"<dd>{escape(v.issuer)}</dd>"
    if v.period:
        yield "时段", f"<dd>{escape(date_words(v.period))}</dd>"
    if v.measured:
        yield "数字", f'<dd><a href="{address(v.measured, root)}">历次数字</a></dd>'
    yield "来由", f'<dd class="zhu">{_ORIGINS[v.found_by]}</dd>'


def _grounds(grounds: tuple[GroundView, ...], root: str) -> str:
    items = []
    for it in grounds:
        cites = [
            f' <a href="{address(url, root)}">{number}</a>'
            for number, url in enumerate(it.cites[:_CITES], 1)
        ]
        items.append(f"<li>{escape(it.words)}{''.join(cites)}</li>\n")
    said = "".join(items)
    return f'<details class="grounds"><summary>为什么看作同一个</summary>\n<ul>\n{said}</ul>\n</details>\n'
