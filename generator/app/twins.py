"""Composed pages -> the same with those of the twin; nothing is added where there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from generator.present import views
from generator.present.compose.desk import Site
from generator.present.twin import FOLDER

Composed = views.PageView | views.LaterPage | views.LaterPages | views.LaterMany | views.DataFile


def with_twins(composed: Iterable[Composed], site: Site) -> Iterator[Composed]:
    """Each page is followed by its twin; what is no page has none."""
    if not site.twin:
        yield from composed
        return
    for it in composed:
        if isinstance(it, views.LaterMany):
            yield it._replace(path=f"{FOLDER}{it.path}", make=partial(_many, it))
        elif isinstance(it, views.PageView) and isinstance(it.view, views.SitemapView):
            yield views.PageView(it.path, _sitemap(it.view, site.base_url))
        else:
            yield it
            yield from _twin(it)


def _many(it: views.LaterMany) -> Iterator[views.PageView | views.LaterPage | views.LaterPages]:
    for page in it.make():
        yield page
        yield from _twin(page)


def _twin(
    it: Composed,
) -> Iterator[views.PageView | views.LaterPage | views.LaterPages]:
    if not it.path.endswith("index.html"):
        return
    if isinstance(it, views.PageView):
        yield views.PageView(FOLDER + it.path, it.view)
    elif isinstance(it, views.LaterPage):
        yield it._replace(
            path=FOLDER + it.path, key=partial(_key, it.key), around=_around(it.around)
        )
    elif isinstance(it, views.LaterPages):
        yield it._replace(
            path=FOLDER + it.path,
            key=partial(_key, it.key),
            make=partial(_pages, it),
            around=_around(it.around),
        )


def _key(key: Callable[[], bytes]) -> bytes:
    return b"twin\0" + key()


def _around(around: bytes) -> bytes:
    return around and b"twin\0" + around


def _pages(it: views.LaterPages) -> Iterator[views.PageView]:
    return (views.PageView(FOLDER + page.path, page.view) for page in it.make())


def _sitemap(view: views.SitemapView, base: str) -> views.SitemapView:
    twins = ((f"{base}{FOLDER}{url.removeprefix(base)}", day) for url, day in view.urls)
    return views.SitemapView((*view.urls, *twins))
