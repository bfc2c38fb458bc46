"""A name that is not there -> the one that was perhaps meant."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str:
    """The most similar of the known names; a dash if none is."""
    from difflib import get_close_matches  # only a mistake needs it

    folded = {it.lower(): it for it in sorted(known)}
    found = get_close_matches(name.lower(), folded, 1, 0.6)
    return folded[found[0]] if found else "—"
