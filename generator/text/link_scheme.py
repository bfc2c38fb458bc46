"""Address as written -> whether a page may link to it; relative ones and a few schemes may."""

from __future__ import annotations

import re

SCHEMES = frozenset(("http", "https", "mailto", "tel"))
"""All others are refused: javascript: and data: run or hide code, file: leaves the site."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):").match
# Browsers drop these wherever they stand before they look for a scheme (WHATWG URL, 4.4).
_IGNORED = re.compile("[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060\ufeff]+")


def is_followed(address: str) -> bool:
    """Whether the address is relative or of a scheme that a text may link to."""
    if ":" not in address:
        return True
    scheme = _SCHEME(_IGNORED.sub("", address))
    return scheme is None or scheme[1].lower() in SCHEMES
