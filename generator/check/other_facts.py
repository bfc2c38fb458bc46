"""Files other than HTML -> the same facts: feeds, site maps, style sheets, drawings."""

from __future__ import annotations

import html
import re

from generator.check.facts import PageFacts, page_facts, style_addresses

# Written by the generator from templates, so a scan for their few elements is enough.
_FEED_ADDRESS = re.compile(
    r"""<loc>\s*([^<]*?)\s*</loc>|<link\b[^>]*?\shref="([^"]*)"|<link>\s*([^<]*?)\s*</link>"""
)
_DRAWING_ID = re.compile(r"""\sid\s*=\s*["']([^"']+)["']""")
_DRAWING_ADDRESS = re.compile(r"""\s(?:xlink:)?href\s*=\s*["']([^"']+)["']""")


_PAGES = frozenset(("html", "htm"))
_OTHERS = frozenset(("xml", "css", "svg"))


def has_facts(path: str) -> bool:
    """Whether a file is of a kind that can link to others."""
    return path.rpartition(".")[2].lower() in _PAGES | _OTHERS


def file_facts(path: str, data: bytes) -> PageFacts | None:
    """Facts of any file of the site; None for those that link to nothing."""
    kind = path.rpartition(".")[2].lower()
    if kind in _PAGES:
        return page_facts(data)
    if kind not in _OTHERS:
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return PageFacts(faults=(("page-encoding", str(error.start)),))
    if kind == "css":
        return PageFacts(requests=_once(style_addresses(text)))
    if kind == "svg":
        return PageFacts(
            ids=tuple(sorted(set(_DRAWING_ID.findall(text)))),
            requests=_once(_DRAWING_ADDRESS.findall(text)),
        )
    found = _FEED_ADDRESS.findall(text)
    return PageFacts(links=_once([html.unescape(next(filter(None, one), "")) for one in found]))


def _once(addresses: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, addresses)))
