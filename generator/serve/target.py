"""Request line and Host header -> path components below the site, or a refusal.

The promise: whatever is accepted names a place below the site's root, whoever decodes it again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote_to_bytes

INDEX: Final = "index.html"

_HOSTS: Final = ("127.0.0.1", "localhost", "[::1]")
_BAD_ESCAPE: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_NOT_PRINTABLE_ASCII: Final = re.compile(r"[^\x21-\x7e]")
# A slash or backslash that only shows once decoded would be a separator to someone else.
_NEVER_IN_A_NAME: Final = re.compile(r"[\x00-\x1f\x7f/\\]")


@dataclass(frozen=True, slots=True)
class Target:
    """A place in the site: `names` are plain file names, never `.`, `..` or empty."""

    names: tuple[str, ...]
    path: str
    """As requested, still encoded, without the query."""
    query: str
    """With its question mark, or empty."""

    @property
    def is_folder(self) -> bool:
        """Whether the address ends in a slash, and so asks for a folder's index."""
        return self.path.endswith("/")


def parse_target(raw: str) -> Target | None:
    """The place that the target of a request line names; None if it must be refused.

    Decodes once (RFC 3986, section 2.4) and wants strict UTF-8, so overlong forms do not pass.
    """
    if not raw.startswith("/") or _NOT_PRINTABLE_ASCII.search(raw) or "\\" in raw or "#" in raw:
        return None
    path, mark, query = raw.partition("?")
    if _BAD_ESCAPE.search(path):
        return None
    names: list[str] = []
    segments = path[1:].split("/")
    if segments[-1] == "":
        segments.pop()
    for segment in segments:
        name = _decode(segment)
        if name is None:
            return None
        names.append(name)
    return Target(names=tuple(names), path=path, query=mark + query)


def _decode(segment: str) -> str | None:
    try:
        name = unquote_to_bytes(segment).decode("utf-8", "strict")
    except UnicodeDecodeError:
        return None
    if name in {"", ".", ".."} or _NEVER_IN_A_NAME.search(name):
        return None
    return name


def is_own_host(hosts: Sequence[str], port: int) -> bool:
    """Whether a request's Host headers are exactly one and name this server.

    A page elsewhere whose name has been pointed at 127.0.0.1 (DNS rebinding) sends its own
    name here; that is the only sign by which it can be told.
    """
    if len(hosts) != 1:
        return False
    host = hosts[0].strip(" \t").lower()
    return host in _HOSTS or host in {f"{name}:{port}" for name in _HOSTS}
