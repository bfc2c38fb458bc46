"""A published file's bytes -> what it links to, holds and quotes; a pure leaf for the memo.

Nothing is judged here and nothing of the site is known: facts of the same bytes are the same.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable

import msgspec

from generator.check import markup
from generator.check.markup import Document, Element, UnsureMarkupError
from generator.check.plain import squeeze
from generator.check.scripts import CONVERTED, one_script
from generator.check.values import check_values


class Quotation(msgspec.Struct, frozen=True, array_like=True):
    """An element that declares its source; pieces and repairs as in `views.Proof`."""

    source: str
    pieces: str
    repairs: str
    texts: tuple[str, ...]
    """With pieces: the element's text, exact. Without: its blocks, squeezed to bare characters."""


class PageFacts(msgspec.Struct, frozen=True, array_like=True):
    """What one file of the site says about itself; addresses as written, each once."""

    ids: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    """Where a reader may go."""
    requests: tuple[str, ...] = ()
    """What the browser fetches by itself: images, scripts, style sheets, frames."""
    quotations: tuple[Quotation, ...] = ()
    repeated: tuple[str, ...] = ()
    """Ids that stand on more than one element."""
    faults: tuple[tuple[str, str], ...] = ()
    """(problem code, the doubtful place) of the file as such."""
    values: int = 0
    """Amounts and dates that are stated of quoted words."""
    converted: bool = False
    """It is a page in the other script; what it quotes is in one form for both."""


_VALUES = {name: re.compile(rf' {name}="([^"]*+)"') for name in ("id", "href")}
_EXACT_VALUES = {name: re.compile(rf' {name}="([^"]*+)"|"[^"]*+"') for name in ("id", "href")}
# All other elements that lead somewhere or fetch something, by their first letters.
_OTHER = frozenset(
    name[:3]
    for name in (
        "area audio base body button embed form frame html iframe image img input link meta object"
        " script source table td track use video"
    ).split()
)
_PLAIN = re.compile(
    r'<span class="[^"<>&]*+" data-source="([^"<>&]*+)"(?: data-pieces="([^"<>&]*+)")?>'
    r"([^<]*+(?:</?mark>[^<]*+)*+)</span>"
)
"""Most quotations as our templates write them: nothing inside but marks, nothing to decode."""
_HEAD = 200
"""Characters in which <html> is written."""
BODY = '<div class="prose">'
"""In the page of an authored article: what the author wrote stands in it, and notes marked as the program's."""
_BESIDE = re.compile(r'<ul class="side" data-by="program"[^>]*+>.*?</ul>', re.S)
"""Notes of the program's beside a paragraph, which are marked as such."""
_TITLE = re.compile(r'<title(?: lang="[\w-]+")?>\s*[^<\s]')
_STYLE_ADDRESS = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^\s"')]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')""", re.I
)
_STYLE_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_REFRESH = re.compile(r"^[\s\d.]*[;,]?\s*(?:url\s*=\s*)?[\"']?(.*?)[\"']?\s*$", re.I | re.S)
# Relations of <link> that only tell; a browser fetches all others.
_TOLD_RELATIONS = frozenset(
    "alternate author canonical help license me next prev search self up".split()
)


def page_facts(data: bytes) -> PageFacts:
    """Facts of an HTML page, which is UTF-8."""
    try:
        page = data.decode().removeprefix("\ufeff")
        converted = CONVERTED in page[:_HEAD]
        document = markup.read(one_script(page) if converted else page)
        quotations = _quotations(document)
        wrong, values = check_values(document)
    except UnicodeDecodeError as error:
        return PageFacts(faults=(("page-encoding", str(error.start)),))
    except UnsureMarkupError as error:
        return PageFacts(faults=(("page-markup", str(error)),))
    facts = _facts(document, quotations)
    return msgspec.structs.replace(
        facts, faults=(*facts.faults, *wrong), values=values, converted=converted
    )


def style_addresses(css: str) -> list[str]:
    """What a style sheet fetches."""
    css = _STYLE_COMMENT.sub("", css)
    return [next(filter(None, found), "") for found in _STYLE_ADDRESS.findall(css)]


def _facts(document: Document, quotations: tuple[Quotation, ...]) -> PageFacts:
    # Of equal tags one will do: most of a page's are <li> and <span>. Not so of ids.
    tags = dict.fromkeys(document.tags)
    found = _values("id", "\0".join([tag for tag in document.tags if ' id="' in tag]))
    ids = frozenset(found)
    links = dict.fromkeys(_values("href", "\0".join([t for t in tags if t[:2] == "a "])))
    requests: dict[str, None] = {}
    language = ""
    faults: list[tuple[str, str]] = []
    for tag in [tag for tag in tags if tag[:3] in _OTHER]:
        match markup.name(tag):
            case "html":
                language = markup.attributes(tag).get("lang", "")
            case "base":
                faults.append(("page-base", markup.attributes(tag).get("href", "")))
            case element:
                goes, fetches = _addresses(element, tag)
                links.update(dict.fromkeys(goes))
                requests.update(dict.fromkeys(fetches))
    if document.styles or ' style="' in document.text:
        styles = [markup.attributes(tag).get("style", "") for tag in tags if " style" in tag]
        requests.update(dict.fromkeys(style_addresses("\n".join((document.styles, *styles)))))
    if not _TITLE.search(document.text):
        faults.append(("page-title-missing", ""))
    if not language.strip():
        faults.append(("page-language-missing", ""))
    return PageFacts(
        ids=tuple(sorted(_decoded(ids))),
        links=_decoded(links),
        requests=tuple(requests),
        quotations=quotations,
        repeated=() if len(ids) == len(found) else _repeated(found),
        faults=tuple(faults),
    )


def _quotations(document: Document) -> tuple[Quotation, ...]:
    text = document.text
    count = text.count(' data-source="')
    if not count:
        return ()
    plain = _PLAIN.findall(text)
    if len(plain) != count:
        return tuple(map(_quotation, markup.elements(document, "data-source")))
    return tuple([Quotation(it[0], it[1], "", _texts(it[1], _unmarked(it[2]))) for it in plain])


def _unmarked(inner: str) -> str:
    if "<" in inner:
        inner = inner.replace("<mark>", "").replace("</mark>", "")
    return markup.decoded(inner)


def _quotation(element: Element) -> Quotation:
    named = element.attributes
    pieces = named.get("data-pieces", "")
    inner = element.inner if pieces else _authored(element)
    shown = markup.content(inner) if pieces else markup.runs(inner, "data-source")
    source, repairs = named.get("data-source", ""), named.get("data-repairs", "")
    return Quotation(source, pieces, repairs, _texts(pieces, shown))


def _texts(pieces: str, shown: str) -> tuple[str, ...]:
    texts = [shown] if pieces else squeeze(shown).split("\0")
    return tuple([text for text in texts if text])


def _authored(element: Element) -> str:
    """The part of an element that is quoted: of a whole article its text, not what is around it."""
    if element.name != "article" or BODY not in element.inner:
        return element.inner
    return _BESIDE.sub("", markup.inside(element.inner, BODY))


@functools.lru_cache(maxsize=4096)
def _addresses(element: str, tag: str) -> tuple[list[str], list[str]]:
    """(where it leads, what it fetches). Pages of a site have most of these tags in common."""
    named = markup.attributes(tag)
    goes: list[str] = []
    fetches = [named[key] for key in ("src", "data", "poster", "background") if key in named]
    for key in ("srcset", "imagesrcset"):
        fetches += [part.split()[0] for part in named.get(key, "").split(",") if part.split()]
    goes += [named[key] for key in ("action", "formaction") if key in named]
    addresses = [named[key] for key in ("href", "xlink:href") if key in named]
    if element == "area":
        goes += addresses
    elif element == "link":
        relations = frozenset(named.get("rel", "").lower().split())
        (goes if relations and relations <= _TOLD_RELATIONS else fetches).extend(addresses)
    elif element == "meta" and named.get("http-equiv", "").lower() == "refresh":
        target = _REFRESH.match(named.get("content", ""))
        goes += [target[1]] if target and target[1] else []
    elif element != "meta":
        fetches += addresses
    return goes, fetches


def _values(name: str, tags: str) -> list[str]:
    """Values of an attribute."""
    found = _VALUES[name].findall(tags)
    joined = "".join(found)
    if " " in joined or "\0" in joined:
        # Perhaps the end of a value was taken for an attribute (title="see id="): look closely.
        found = _EXACT_VALUES[name].findall(tags)
    return [value for value in found if value]


def _decoded(values: Iterable[str]) -> tuple[str, ...]:
    texts = tuple(values)
    return tuple(map(markup.decoded, texts)) if "&" in "".join(texts) else texts


def _repeated(found: list[str]) -> tuple[str, ...]:
    return tuple(sorted(value for value, times in Counter(found).items() if times > 1))
