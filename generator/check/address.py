"""An address as written on a page -> where it leads: a path of this site, another site, a fault."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple
from urllib.parse import unquote

Kind = Literal["site", "elsewhere", "inline", "outside", "absolute", "unsafe"]
"""site: a path below the site's root; elsewhere: another host, or mail and the like; inline:
an image within the address; outside: above the site's root; absolute: from the server's root,
which a site without base_url does not know; unsafe: runs or reads something."""


class Target(NamedTuple):
    """Where an address leads. path and anchor are decoded; both empty but for kind "site"."""

    kind: Kind
    path: str = ""
    anchor: str = ""


class Base(NamedTuple):
    """Where the site stands; all empty without base_url."""

    url: str = ""
    """With a slash at its end."""
    host: str = ""
    """`//host`, lower case."""
    path: str = ""
    """`/`, or `/sub/`."""


_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_HOST = re.compile(r"(?:https?:)?(//[^/?#]*)", re.I)
_INLINE = re.compile(r"data:(?:image|font)/", re.I)
_UNSAFE = frozenset(("javascript:", "data:", "vbscript:", "file:", "blob:"))
# The URL Standard (4.4): browsers take these out wherever they stand.
_IGNORED = re.compile(r"^[\0-\x20]+|[\0-\x20]+$|[\t\n\r]")
_ODD = re.compile(r"[\0-\x20\\]")


def base_of(url: str) -> Base:
    """The parts of base_url; the empty Base for an empty one."""
    if not url:
        return Base()
    url = url if url.endswith("/") else url + "/"
    host = _HOST.match(url)
    if host is None:
        return Base()
    return Base(url, host[1].lower(), url[host.end() :])


def resolve(directory: str, address: str, base: Base) -> Target:
    """Where a browser goes from a page in `directory` ("" or "a/b/"), as far as the site goes."""
    if _ODD.search(address):
        address = _IGNORED.sub("", address).replace("\\", "/")
    scheme = _SCHEME.match(address)
    if scheme and scheme[0].lower() not in ("http:", "https:"):
        if _INLINE.match(address):
            return Target("inline")
        return Target("unsafe" if scheme[0].lower() in _UNSAFE else "elsewhere")
    address, _, anchor = address.partition("#")
    address = address.partition("?")[0]
    anchor = unquote(anchor.partition(":~:")[0], errors="replace") if anchor else ""
    host = _HOST.match(address)
    if host:
        if not base.host or host[1].lower() != base.host:
            return Target("elsewhere")
        address = address[host.end() :] or "/"
        if not address.startswith(base.path) and address + "/" != base.path:
            return Target("elsewhere")
    if address.startswith("/"):
        if not base.path:
            return Target("absolute")
        if not address.startswith(base.path) and address + "/" != base.path:
            return Target("outside")
        directory, address = "", address[len(base.path) :]
    path = _walk(directory, address)
    return Target("outside") if path is None else Target("site", path, anchor)


def _walk(directory: str, address: str) -> str | None:
    """Path from the site's root; None above it."""
    if "%" in address:
        # Segment by segment: an encoded slash is a character of a name, and no name has one.
        address = "/".join(
            unquote(part, errors="replace").replace("/", "\0") for part in address.split("/")
        )
    if not address:
        return directory
    steps = directory.split("/")[:-1]
    *parts, last = address.split("/")
    for part in parts:
        if part == "..":
            if not steps:
                return None
            steps.pop()
        elif part != ".":
            steps.append(part)
    if last == "..":
        if not steps:
            return None
        steps.pop()
        last = ""
    elif last == ".":
        last = ""
    return "/".join((*steps, last))
