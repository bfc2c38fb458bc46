"""A rendered page -> the same page of the twin: a pure function of its bytes and of the look.

Text and what is read out of attributes are converted; tags, ids, classes and proofs stay. Links
to pages lead to the twin's, for they are relative; links to files lead out of it to the site's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from generator.present.look import look
from generator.present.texts import label
from generator.present.tokens import Token, tokens
from generator.present.twin import FOLDER
from generator.present.twin.script import Script

_SPOKEN = re.compile(
    r'( (?:title|alt|aria-label|placeholder|content|data-(?:label|open|close|online|done|failed))=")([^"]*)(")'
)
_ADDRESS = re.compile(r'( (?:href|src)=")([^"#?]+)([^"]*")')
_FILE = re.compile(r"(?:^|/)[^/]+\.[^/]+$")
_PERSON = re.compile(r' href="(?:\.\./|\./)*people/[^"#]+"')
_LEGEND = '<p class="legend">'
_CANONICAL = re.compile(r'(<link rel="canonical" href=")([^"]*)(">)')


def converted(page: str, path: str) -> str:
    """path: of the page in the twin, zh-Hant/topics/…/index.html."""
    found = list(tokens(page))
    script = Script(_persons(found), look().twin_names)
    out: list[str] = []
    switching = False
    for it in found:
        if it.kind == "start" and ' class="script" ' in it.text:
            out.append(_back(path))
            switching = True
        elif switching:
            switching = it.kind != "end"
        else:
            out.append(_token(it, script))
    made = "".join(out)
    note = script(label("site.converted"))
    made = made.replace(_LEGEND, f"{_LEGEND}<span>{note}</span>", 1)
    own = path.removeprefix(FOLDER).removesuffix("index.html")
    return _CANONICAL.sub(lambda it: f"{it[1]}{_in_twin(it[2], own)}{it[3]}", made, count=1)


def _in_twin(canonical: str, own: str) -> str:
    """Of a page that only leads on it is another's: there it stays."""
    base = canonical.removesuffix(own)
    return f"{base}{FOLDER}{own}" if canonical.endswith(own) else canonical


def _token(it: Token, script: Script) -> str:
    if it.kind == "text":
        return script(it.text)
    if it.kind == "other":
        # What stands in a script is JSON-LD; a comment or a doctype has no words.
        return it.text if it.text.startswith("<") else script(it.text)
    if it.kind == "end":
        return it.text
    tag = _SPOKEN.sub(lambda found: found[1] + script(found[2]) + found[3], it.text)
    if it.name == "html":
        return _root(tag)
    if ' rel="canonical"' in tag or ' hreflang="' in tag:
        return _ADDRESS.sub(_deeper_page, tag) if ' hreflang="' in tag else tag
    tag = tag.replace(' lang="zh-Hans"', ' lang="zh-Hant"')
    if " data-source=" in tag:
        tag = tag.replace(" data-source=", ' data-converted="zh-Hans" data-source=', 1)
    return _ADDRESS.sub(_deeper, tag)


def _root(tag: str) -> str:
    tag = tag.replace('lang="zh-Hans"', 'lang="zh-Hant"')
    return f'{tag[:-1]} data-converted="zh-Hans" data-twin="{FOLDER}">'


def _deeper(found: re.Match[str]) -> str:
    """A file of the site is one folder further away."""
    before, address, after = found.groups()
    if ":" in address or address.startswith("/") or not _FILE.search(address):
        return found[0]
    return before + "../" + address.removeprefix("./") + after


def _deeper_page(found: re.Match[str]) -> str:
    before, address, after = found.groups()
    if ":" in address or address.startswith("/"):
        return found[0]
    return before + "../" + address.removeprefix("./") + after


def _back(path: str) -> str:
    own = path.removeprefix(FOLDER).removesuffix("index.html")
    root = "../" * path.count("/")
    said = label("site.simplified")
    return f'<a class="script" href="{root}{own}" hreflang="zh-Hans" lang="zh-Hans">{said}</a>'


def _persons(found: list[Token]) -> Iterable[str]:
    """Names that lead to the page of a person."""
    return {
        after.text
        for it, after in pairwise(found)
        if it.name == "a"
        and it.kind == "start"
        and after.kind == "text"
        and _PERSON.search(it.text)
    }
