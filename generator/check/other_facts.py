"""Files other than HTML -> the same facts: feeds, site maps, style sheets, drawings, books."""

from __future__ import annotations

import html
import io
import re
import zipfile
import zlib

from generator.check.facts import PageFacts, page_facts, style_addresses

# Written by the generator from templates, so a scan for their few elements is enough.
_FEED_ADDRESS = re.compile(
    r"""<loc>\s*([^<]*?)\s*</loc>|<link\b[^>]*?\shref="([^"]*)"|<link>\s*([^<]*?)\s*</link>"""
)
_DRAWING_ID = re.compile(r"""\sid\s*=\s*["']([^"']+)["']""")
_DRAWING_ADDRESS = re.compile(r"""\s(?:xlink:)?href\s*=\s*["']([^"']+)["']""")


_PAGES = frozenset(("html", "htm"))
_OTHERS = frozenset(("xml", "css", "svg"))
_BOOKS = frozenset(("epub",))


def has_facts(path: str) -> bool:
    """Whether a file is of a kind that can link to others, or quote."""
    return path.rpartition(".")[2].lower() in _PAGES | _OTHERS | _BOOKS


def file_facts(path: str, data: bytes) -> PageFacts | None:
    """Facts of any file of the site; None for those that link to nothing."""
    kind = path.rpartition(".")[2].lower()
    if kind in _PAGES:
        return page_facts(data)
    if kind in _BOOKS:
        return _book(data)
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


def _book(data: bytes) -> PageFacts:
    """What its chapters quote and state; where they lead is within the book."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            names = [it for it in book.namelist() if it.endswith(".xhtml")]
            chapters = [page_facts(book.read(it)) for it in names]
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
        return PageFacts(faults=(("page-markup", str(error)),))
    return PageFacts(
        quotations=tuple(quotation for it in chapters for quotation in it.quotations),
        faults=tuple(fault for it in chapters for fault in it.faults),
        values=sum(it.values for it in chapters),
    )


def _once(addresses: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, addresses)))
