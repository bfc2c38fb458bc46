"""A page as a theme shows it, beside the same page as it comes -> what has got lost or gone wrong.

The page as it comes proves all that it quotes. Words that the theme still shows must still be
proved; a part that it leaves out is its own business.
"""

from __future__ import annotations

import re
from collections import Counter

from generator.check import markup
from generator.check.facts import BODY, page_facts
from generator.check.markup import Document, Element, UnsureMarkupError
from generator.check.plain import squeeze

_TAGS = re.compile(r"<(/?)([a-z][a-z0-9:_-]*)((?:\"[^\"]*\"|[^\"<>])*?)(/?)>")
_VOID = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()  # HTML 13.1.2
)
_SCRIPT_DATA = frozenset(("application/ld+json", "application/json"))
_POLICY = 'http-equiv="content-security-policy"'
_PROOF = ("data-source", "data-pieces", "data-repairs")
_FEWEST = 4
"""Characters of a quotation that may stand elsewhere by chance."""

Fault = tuple[str, str]
"""Code of a problem, and what it is about."""


def faults_of_themed(ours: bytes, theirs: bytes) -> tuple[Fault, ...]:
    """theme-markup, theme-inline or theme-proof-dropped, each with the place or the words."""
    known = _of_facts(ours)
    found = [("theme-markup", it) for it in _of_facts(theirs) if it not in known]
    try:
        document, packaged = markup.read(theirs.decode()), markup.read(ours.decode())
        found += [("theme-markup", it) for it in _unbalanced(document.text)]
        found += [("theme-inline", it) for it in _inline(document)]
        found += [("theme-proof-dropped", it) for it in _dropped(packaged, document)]
    except UnsureMarkupError as error:
        found.append(("theme-markup", str(error)))
    return tuple(dict.fromkeys(found))


def _of_facts(page: bytes) -> list[str]:
    """What is wrong with a page by itself."""
    facts = page_facts(page)
    return [place or code for code, place in facts.faults] + [f'id="{it}"' for it in facts.repeated]


def _unbalanced(text: str) -> list[str]:
    """Elements that are closed out of order, or not at all; the first of them."""
    opened: list[str] = []
    for closing, name, _, empty in _TAGS.findall(text):
        if not closing:
            if not empty and name not in _VOID:
                opened.append(name)
        elif not opened or opened.pop() != name:
            return [f"</{name}>"]
    return [f"<{opened[-1]}>"] if opened else []


def _inline(document: Document) -> list[str]:
    found = ["<style>"] if document.styles else []
    for tag in dict.fromkeys(document.tags):
        named = markup.attributes(tag)
        if markup.name(tag) == "script" and "src" not in named:
            found += [] if named.get("type", "") in _SCRIPT_DATA else ["<script>"]
        found += [f"{it}=" for it in named if it == "style" or it.startswith("on")]
    if _POLICY not in document.text.lower():
        found.append("Content-Security-Policy")
    return found


def _dropped(ours: Document, theirs: Document) -> list[str]:
    """Words that ours proves and theirs shows without."""
    mine, kept = _proofs(ours), _proofs(theirs)
    counts = Counter(proof for proof, _ in kept)
    lost = [words for proof, words in mine if not _is_kept(proof, counts)]
    if not lost:
        return []
    rest = squeeze(markup.content(_without_proofs(theirs)))
    return [it for it in dict.fromkeys(lost) if len(squeeze(it)) >= _FEWEST and squeeze(it) in rest]


def _is_kept(proof: str, counts: Counter[str]) -> bool:
    counts[proof] -= 1
    return counts[proof] >= 0


def _proofs(document: Document) -> list[tuple[str, str]]:
    """(source with pieces and repairs, words) of every quoted element."""
    return [
        ("\0".join(it.attributes.get(key, "") for key in _PROOF), markup.content(_quoted(it)))
        for it in markup.elements(document, "data-source")
    ]


def _quoted(element: Element) -> str:
    """Of a whole article its text alone."""
    if element.name != "article" or BODY not in element.inner:
        return element.inner
    return markup.inside(element.inner, BODY)


def _without_proofs(document: Document) -> str:
    """The body, without what is quoted in it."""
    start = document.text.find("<body")
    text = document.text[max(start, 0) :]
    for it in markup.elements(document, "data-source"):
        text = text.replace(_quoted(it), "", 1)
    return text
