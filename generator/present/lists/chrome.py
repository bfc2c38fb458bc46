"""What stands above every page: the site's name, its navigation, the way to this page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from generator.present.inline import attribute, escape
from generator.present.lists.pieces import HERE, address, link
from generator.present.texts import text
from generator.present.views import Chrome, Crumb, NavItem

_MARK = (
    '<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="M5 1v5.5M5 11.5V23'
    "M12 1v11.5M12 17.5V23M19 1v5.5M19 11.5V23M1 9h8.5M14.5 9H23M1 15h1.5M7.5 15h9M21.5 15H23"
    '"/></svg>'
)


def header(c: Chrome) -> str:
    """The same on all pages of one place and depth: made once."""
    return _site(text("site.navigation"), c.site_title, c.root, c.nav, home=not c.path) + _crumbs(
        c.root, c.path, c.crumbs
    )


@lru_cache(maxsize=256)
def _site(label: str, title: str, root: str, nav: tuple[NavItem, ...], *, home: bool) -> str:
    items = "".join(
        [
            f'<li><a href="{address(it.url, root)}"{HERE if it.current else ""}>'
            f"{escape(it.title)}</a></li>\n"
            for it in nav
        ]
    )
    return (
        '<header class="site">\n'
        f'<a class="mark" href="{address("", root)}"{HERE if home else ""}>'
        f'{_MARK}{escape(title)}</a>\n<nav aria-label="{attribute(label)}">\n<ul>\n{items}</ul>\n</nav>\n</header>\n'
    )


def _crumbs(root: str, path: str, crumbs: Sequence[Crumb]) -> str:
    if not crumbs:
        return ""
    items = [
        f'<li><span aria-current="page">{escape(it.title)}</span></li>\n'
        if number and it.url == path
        else f"<li>{link(root, it.url, it.title)}</li>\n"
        for number, it in enumerate(crumbs)
    ]
    label = attribute(text("site.here"))
    return f'<nav class="crumbs" aria-label="{label}">\n<ol>\n{"".join(items)}</ol>\n</nav>\n'
