"""Addresses of all pages -> problems: every one leads to a file of the site and an id on it.

Most addresses of a site recur on each page, so the verdict on each is remembered by where it
leads from the root. One problem tells of an address and counts the pages it stands on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from typing import NamedTuple

from generator.check.address import Base, base_of, resolve
from generator.check.facts import PageFacts
from generator.model.problem import Place, Problem, problem


class Fault(NamedTuple):
    """What is wrong with an address; the problem that tells it."""

    code: str
    target: str
    anchor: str = ""


_FINE = Fault("", "")
_TOLD = {
    "outside": "site-link-outside",
    "absolute": "site-link-absolute",
    "unsafe": "site-link-unsafe",
}
_MOST_SUGGESTIONS = 20
_PLAIN = re.compile(r"((?!/)[A-Za-z0-9_/-]*+)(?:#([A-Za-z0-9_-]++))?")
"""An address from the root in which there is nothing to resolve."""


def check_links(
    pages: Mapping[str, PageFacts],
    files: Set[str],
    base_url: str = "",
    held: Set[str] = frozenset(),
) -> tuple[Problem, ...]:
    """Links and requests of `pages` against all `files` of the site, both by site path.

    `pages` holds the facts of every HTML file: an anchor on a page without facts is missing.
    `held`: pages whose addresses all held before, while nothing they lead to has gone.
    """
    site = _Site(pages, files, base_of(base_url))
    found: dict[Fault, list[str]] = {}
    for path in sorted(pages.keys() - held):
        for fault in _faults_of(site, path, pages[path]):
            found.setdefault(fault, []).append(path)
    nearest = _Nearest(files)
    return tuple(_told(fault, on, nearest) for fault, on in found.items())


class _Site:
    """What is known of the site while its links are read."""

    def __init__(self, pages: Mapping[str, PageFacts], files: Set[str], base: Base) -> None:
        self.pages = pages
        self.files = files
        self.base = base
        self.known: tuple[dict[str, Fault], dict[str, Fault]] = ({}, {})
        """Verdicts by address from the root: of pages at the root, of pages below it."""
        self.requests: dict[tuple[str, str], Fault] = {}
        self._ids: dict[str, frozenset[str]] = {}

    def ids(self, path: str) -> frozenset[str]:
        """Ids of a page."""
        ids = self._ids.get(path)
        if ids is None:
            facts = self.pages.get(path)
            ids = self._ids[path] = frozenset(facts.ids) if facts else frozenset()
        return ids

    def file(self, path: str) -> str:
        """The file that a server gives for a path; empty if there is none."""
        if path in self.files:
            return path
        index = path + "index.html" if not path or path.endswith("/") else path + "/index.html"
        return index if index in self.files else ""


def _faults_of(site: _Site, path: str, facts: PageFacts) -> dict[Fault, None]:
    cut = path.rfind("/") + 1
    directory = path[:cut]
    root = "../" * directory.count("/")
    skip = len(root)
    known = site.known[bool(root)]
    faults: dict[Fault, None] = {}
    for address in facts.links:
        if address[:1] in ("#", "?", ""):
            # Without a path of its own it stays on its page, whatever that is called.
            known_id = address[1:] in site.ids(path) and address[0] == "#"
            fault = _FINE if known_id else _judge(site, path, directory, address)
        elif address.startswith(root):
            rest = address[skip:]
            verdict = known.get(rest)
            if verdict is None:
                # Seen from any page below the root the rest means the same.
                plain = _PLAIN.fullmatch(rest)
                verdict = known[rest] = (
                    _judge_target(site, plain[1], plain[2] or "")
                    if plain is not None
                    else _judge(site, path, directory, address)
                )
            fault = verdict
        else:
            fault = _judge(site, path, directory, address)
        if fault is not _FINE:
            faults[fault] = None
    for address in facts.requests:
        key = (directory, address)
        verdict = site.requests.get(key)
        if verdict is None:
            verdict = site.requests[key] = _judge_request(site, path, directory, address)
        if verdict is not _FINE:
            faults[verdict] = None
    return faults


def _judge(site: _Site, path: str, directory: str, address: str) -> Fault:
    target = resolve(directory, address, site.base)
    if target.kind == "elsewhere":
        return _FINE
    if target.kind == "inline":
        return Fault("site-link-unsafe", address[:80])
    if target.kind != "site":
        return Fault(_TOLD[target.kind], address)
    if address[:1] in ("#", "?", ""):
        return _judge_anchor(site, path, target.anchor)
    return _judge_target(site, target.path, target.anchor)


def _judge_target(site: _Site, path: str, anchor: str) -> Fault:
    file = site.file(path)
    return _judge_anchor(site, file, anchor) if file else Fault("site-link-broken", path)


def _judge_anchor(site: _Site, file: str, anchor: str) -> Fault:
    if not anchor or anchor.lower() == "top" or anchor in site.ids(file):
        return _FINE
    if file not in site.pages and not file.endswith(".html"):
        return _FINE
    return Fault("site-anchor-missing", file, anchor)


def _judge_request(site: _Site, path: str, directory: str, address: str) -> Fault:
    target = resolve(directory, address, site.base)
    if target.kind == "inline":
        return _FINE
    if target.kind == "elsewhere":
        return Fault("site-request-elsewhere", address)
    if not address.strip():
        return Fault("site-link-broken", path)
    return _judge(site, path, directory, address)


def _told(fault: Fault, on: list[str], nearest: _Nearest) -> Problem:
    facts: dict[str, object] = {"target": fault.target, "count": len(on)}
    if fault.code == "site-link-broken":
        facts["nearest"] = nearest.file(fault.target)
    if fault.code == "site-anchor-missing":
        facts["anchor"] = fault.anchor
    return problem(fault.code, Place("site/" + on[0]), **facts)


class _Nearest:
    """Files that a broken address may have meant; asked only when one is broken."""

    def __init__(self, files: Set[str]) -> None:
        self._files = files
        self._folders: dict[str, list[str]] = {}
        self._left = _MOST_SUGGESTIONS

    def file(self, target: str) -> str:
        """The most similar address in the same folder; a dash if none is."""
        if not self._left:
            return "—"
        self._left -= 1
        from difflib import get_close_matches

        if not self._folders:
            for file in sorted(self._files):
                address = file.removesuffix("index.html")
                self._folders.setdefault(_folder(address), []).append(address)
        near = get_close_matches(target, self._folders.get(_folder(target), ()), 1, 0.6)
        return near[0] if near else "—"


def _folder(address: str) -> str:
    return address.rstrip("/").rpartition("/")[0]
