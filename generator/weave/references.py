"""Links as authors write them ([x](other.md#heading)) -> URLs of this site, or problems."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple
from urllib.parse import unquote

from generator.model.article import Block
from generator.model.problem import Place, Problem, problem
from generator.text.blocks import heading_anchor

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_OUTSIDE = re.compile(r"(https?|mailto|tel):", re.IGNORECASE)


class Target(NamedTuple):
    """A page that links may lead to."""

    url: str
    anchors: Callable[[], Mapping[str, str]]
    """Names an author may use after # -> ids on the page; called only when one is asked for."""


class References:
    """Resolves addresses; knows every file that became a page."""

    def __init__(self, targets: Mapping[str, Target], files: Mapping[str, str]) -> None:
        """`targets`: content path -> page. `files`: content path -> URL of a published file."""
        self._targets = targets
        self._files = files
        self._urls = {target.url: target for target in targets.values()}
        self._anchors: dict[str, Mapping[str, str]] = {}

    def resolve(self, address: str, path: str) -> str | Problem:
        """The URL for an address written in `path`; "" for one that is dropped silently."""
        if _OUTSIDE.match(address):
            return address
        place = Place(path, needle=f"]({address}")
        if _SCHEME.match(address):
            return problem("link-scheme", place, address=address)
        target_path, _, fragment = address.partition("#")
        target_path = unquote(target_path)
        fragment = unquote(fragment)
        if not target_path:
            return self._in_page(self._targets[path], fragment, place, address)
        target_path = target_path.partition("?")[0]
        full = posixpath.normpath(posixpath.join(posixpath.dirname(path), target_path))
        target = self._targets.get(full) or self._by_url(target_path) or self._by_url(full)
        if target is not None:
            return self._in_page(target, fragment, place, address)
        if full in self._files:
            return self._files[full]
        near = self._near(full, path)
        if not near:
            return problem("link-missing", place, address=address)
        return problem("link-misspelt", place, address=address, near=near)

    def _by_url(self, path: str) -> Target | None:
        url = path.strip("/")
        return self._urls.get(f"{url}/") if url else None

    def _in_page(self, target: Target, fragment: str, place: Place, address: str) -> str | Problem:
        if not fragment:
            return target.url
        anchors = self._anchors.get(target.url)
        if anchors is None:
            anchors = self._anchors[target.url] = target.anchors()
        found = anchors.get(fragment) or anchors.get(fragment.lower())
        if found is None:
            return problem("anchor-missing", place, address=address, anchor=fragment)
        return f"{target.url}#{found}"

    def _near(self, full: str, path: str) -> str:
        name = _stem(full)
        others = (it for it in (*self._targets, *self._files) if it != path)
        names = {_stem(it): it for it in others if not it.endswith("/")}
        # difflib is slow on long lists; a corpus of that size gets the names that begin alike.
        pool = names if len(names) <= 2000 else [it for it in names if it[:3] == name[:3]][:2000]
        close = difflib.get_close_matches(name, pool, n=1, cutoff=0.6)
        return posixpath.relpath(names[close[0]], posixpath.dirname(path)) if close else ""


def remote_pictures(blocks: Iterable[Block], path: str) -> list[Problem]:
    """A problem for each picture of another site: it is not fetched, its caption is shown."""
    addresses = {
        mark.data: None
        for block in blocks
        for mark in block.marks
        if mark.kind == "image" and _OUTSIDE.match(mark.data)
    }
    return [
        problem("picture-remote", Place(path, needle=f"]({address}"), address=address)
        for address in addresses
    ]


def _stem(path: str) -> str:
    return posixpath.splitext(posixpath.basename(path))[0]


def anchors_of(blocks: Iterable[Block], sentences: Iterable[str]) -> dict[str, str]:
    """Every id of an article's page, and every name a heading may be called by -> its id."""
    found: dict[str, str] = {}
    for block in blocks:
        found[block.id] = block.id
        for mark in block.marks:
            if mark.kind == "anchor":
                found.setdefault(mark.data, block.id if block.kind == "heading" else mark.data)
        if block.kind == "heading":
            found.setdefault(block.text, block.id)
            found.setdefault(heading_anchor(block.text), block.id)
    for sentence in sentences:
        found.setdefault(sentence, sentence)
    return found
