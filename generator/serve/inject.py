"""Bytes of a page + its version -> the bytes the preview sends: the page, able to reload itself.

The promise: only the served copy changes; the site's files know nothing of the preview.
"""

from __future__ import annotations

import html
import re
from typing import Final

PREFIX: Final = "/_jingwei/"
"""Addresses below this are the preview's own; a site never has them: slugs start with a letter."""

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; media-src 'self'; connect-src 'self'; worker-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""The policy sent as a header with every answer; a page's own <meta> narrows it further."""

_META: Final = re.compile(
    rb'(<meta\s+http-equiv="Content-Security-Policy"\s+content=")([^"]*)(")', re.IGNORECASE
)
_HEAD: Final = re.compile(rb"<head(?:\s[^>]*)?>", re.IGNORECASE)
_RELATIVE: Final = re.compile(rb'(\s(?:href|src)=")(?![/#]|[A-Za-z][A-Za-z0-9+.-]*:)')
# What the reload script needs: itself, its style sheet, its requests. A policy that names an
# -elem directive decides elements by that one.
_NEEDED: Final = (
    "script-src",
    "script-src-elem",
    "style-src",
    "style-src-elem",
    "connect-src",
)
_OPTIONAL: Final = frozenset({"script-src-elem", "style-src-elem"})


def inject_reload(page: bytes, version: str) -> bytes:
    """The page with the reload script in its head and a policy that lets it work.

    A file without a <head> gets the script at its end, where a parser still accepts it.
    """
    page = _META.sub(_widened, page)
    tag = f'<script src="{PREFIX}reload.js" data-version="{version}" defer></script>'.encode()
    head = _HEAD.search(page)
    if head is None:
        return page + tag
    return page[: head.end()] + tag + page[head.end() :]


def root_relative(page: bytes) -> bytes:
    """The page with its relative addresses made absolute.

    For 404.html alone: it lies at the root but is shown at any depth.
    """
    return _RELATIVE.sub(rb"\1/", page)


def _widened(match: re.Match[bytes]) -> bytes:
    policy = widen_policy(html.unescape(match[2].decode("utf-8", "replace")))
    return match[1] + html.escape(policy).encode() + match[3]


def widen_policy(policy: str) -> str:
    """The policy with 'self' added where the reload script needs it, otherwise unchanged.

    CSP Level 3, section 6.8.3: a fetch directive that is not there falls back to default-src;
    section 2.2.1: one that stands twice counts the first time only.
    """
    directives: dict[str, list[str]] = {}
    for part in policy.split(";"):
        name, *sources = part.split() or [""]
        if name:
            directives.setdefault(name.lower(), sources)
    for name in _NEEDED:
        if name in directives:
            sources = directives[name]
        elif name in _OPTIONAL or "default-src" not in directives:
            continue
        else:
            sources = directives["default-src"]
        if "'self'" not in sources:
            kept = [source for source in sources if source.lower() != "'none'"]
            directives[name] = [*kept, "'self'"]
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())
