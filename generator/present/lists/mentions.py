"""Sentences that name something, by article; and who is named in the same sentences."""

from __future__ import annotations

from collections.abc import Sequence

from generator.present.inline import attribute, escape
from generator.present.lists.pieces import address, day, link, name, title
from generator.present.lists.quoted import quoted
from generator.present.texts import html, label, say
from generator.present.views import CompanionView, EntityGroup


def mentions(root: str, groups: Sequence[EntityGroup]) -> str:
    """Each article with its sentences; those that say nothing new, together in one list."""
    out = [_group(root, it) for it in groups if it.quotes]
    again = [_again(root, it) for it in groups if not it.quotes]
    if again:
        out.append(
            f'<h3 class="label">{label("mentions.again")}</h3>\n'
            f'<ul class="terms">\n{"".join(again)}</ul>\n'
        )
    return "".join(out)


def _again(root: str, it: EntityGroup) -> str:
    first, *more = it.above or (it.article.url,)
    count = f'<span class="n">{it.total:,}</span>' if it.total > 1 else ""
    links = "".join([f' <a href="{address(u, root)}">{n}</a>' for n, u in enumerate(more, 2)])
    date = day(it.article.note) if it.article.note else ""
    aside = f'<span class="aside">{date}{links}</span>' if date or links else ""
    return f"<li>{link(root, first, it.article.title)}{count}{aside}</li>\n"


def _group(root: str, it: EntityGroup) -> str:
    article = it.article
    date = f"<span>{day(article.note)}</span>" if article.note else ""
    topics = "".join([link(root, topic.url, topic.title) for topic in it.topics])
    out = [
        f'<div class="group">\n<h3><a href="{address(article.url, root)}">{title(article.title)}</a></h3>\n'
        f'<p class="meta">{date}<span>{html("count.times", count=it.total)}</span>{topics}'
        f"{_above(root, it.above)}</p>\n"
        '<ul class="passages">\n'
    ]
    heading = ""
    for quote in it.quotes:
        context = ""
        if quote.context and quote.context != heading:
            heading = quote.context
            context = f"<span>{escape(heading)}</span>"
        place = f'<a href="{address(quote.url, root)}">{label("site.original")}</a>'
        out.append(f'<li>{quoted(quote)} <span class="at">{place}{context}</span></li>\n')
    out.append("</ul>\n</div>\n")
    return "".join(out)


def _above(root: str, urls: Sequence[str]) -> str:
    """To sentences that stand on the page already."""
    if not urls:
        return ""
    if len(urls) == 1:
        place = f'<a href="{address(urls[0], root)}">{label("site.original")}</a>'
        return f"<span>{html('mentions.above_one', place=place)}</span>"
    links = [f'<a href="{address(url, root)}">{number}</a>' for number, url in enumerate(urls, 1)]
    said = html("mentions.above", count=len(urls), places=" ".join(links))
    return f"<span>{said}</span>"


def companions(root: str, items: Sequence[CompanionView]) -> str:
    """Names, each with the number of sentences, which leads to the first."""
    out = []
    for it in items:
        title, count = it.link.title, it.link.count
        said = attribute(say("mentions.first", name=title, count=count))
        out.append(
            f'<li>{name(root, it.link)}<a class="n" href="{address(it.url, root)}"'
            f' aria-label="{said}">{count:,}</a></li>\n'
        )
    return f'<ul class="terms with">\n{"".join(out)}</ul>\n'
