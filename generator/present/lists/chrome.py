"""What stands above every page: the site's name, its navigation, the way to this page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from generator.present.inline import attribute, escape
from generator.present.lists.pieces import HERE, address, at, link
from generator.present.texts import label, text
from generator.present.views import Chrome, Crumb, NavItem

SEARCH = "search/"
"""Where results are shown."""

_MARK = (
    '<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="M5 1v5.5M5 11.5V23'
    "M12 1v11.5M12 17.5V23M19 1v5.5M19 11.5V23M1 9h8.5M14.5 9H23M1 15h1.5M7.5 15h9M21.5 15H23"
    '"/></svg>'
)


_GLASS = (
    '<svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">'
    '<path d="M16 10a6 6 0 1 1-12 0a6 6 0 1 1 12 0M14.5 14.5L21 21"/></svg>'
)


def search_form(root: str, hint: str) -> str:
    """Leads to the search page; templates/assets/search/ makes more of it."""
    label = attribute(text("site.search"))
    return (
        f'<form class="find" role="search" action="{address(SEARCH, root)}" method="get">\n'
        f'<label class="unseen" for="find-q">{label}</label>'
        '<input id="find-q" type="search" name="q" '
        f'placeholder="{attribute(hint)}" autocomplete="off" enterkeyhint="search" '
        f'aria-keyshortcuts="/"><button type="submit" aria-label="{label}">{_GLASS}</button>\n</form>\n'
    )


def header(c: Chrome) -> str:
    """The same on all pages of one place and depth: made once."""
    form = "" if c.path == SEARCH else search_form(c.root, text("site.search"))
    made = _site(text("site.navigation"), c.site_title, c.root, c.nav, form, home=not c.path)
    if c.twin and c.path != "404.html":
        end = made.rindex("</ul>")
        made = f"{made[:end]}{_switch(c)}{made[end:]}"
    return made + _crumbs(c.root, c.path, c.crumbs)


def twin_url(c: Chrome) -> str:
    """Of the same page in the other script, as seen from this one."""
    # Of a page that only leads on, the canonical one is where it leads.
    if c.canonical and c.canonical.endswith(c.path):
        return f"{c.canonical.removesuffix(c.path)}{c.twin}/{c.path}"
    return at(f"{c.twin}/{c.path}", c.root)


def _switch(c: Chrome) -> str:
    said = label("site.traditional")
    url = address(f"{c.twin}/{c.path}", c.root)
    return (
        f'<li><a class="script" href="{url}" hreflang="{c.twin}" lang="{c.twin}">{said}</a></li>\n'
    )


@lru_cache(maxsize=256)
def _site(
    label: str, title: str, root: str, nav: tuple[NavItem, ...], form: str, *, home: bool
) -> str:
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
        f"{_MARK}{escape(title)}</a>\n{form}"
        f'<nav aria-label="{attribute(label)}">\n<ul>\n{items}</ul>\n</nav>\n</header>\n'
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
