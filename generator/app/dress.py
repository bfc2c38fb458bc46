"""How a site is to look, as building needs it: made by `theme.py` where there is a theme."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from generator.model.problem import Place, Problem
from generator.present.render import render

MOST_FAULTS = 50
"""Faults of a theme after which no more pages are tried."""

Published = tuple[str, str, Callable[[], bytes]]
"""Site path, digest, what reads the file."""


def _nothing() -> Iterable[Published]:
    return ()


class Dress(msgspec.Struct, frozen=True):
    """Without a theme, as it comes."""

    digest: bytes = b""
    """Of all that changes what pages say; the style sheet's is in its name."""
    styles: Callable[[str], str] = str
    """Makes the site's style sheet of ours."""
    leaf: Callable[[bytes], bytes] = render
    """Renders a page; what it gives may be told by `problems_of` instead."""
    problems_of: Callable[[bytes], tuple[Problem, ...]] = lambda _: ()
    files: Callable[[], Iterable[Published]] = _nothing
    """The theme's pictures and fonts."""
    faults: dict[Problem, None] = msgspec.field(default_factory=dict)
    """What pages turned out to be wrong with the theme; the same of many pages counts once."""

    def is_faulty(self, made: bytes) -> bool:
        """Whether a page has told of faults instead of being made."""
        found = self.problems_of(made)
        known = {_regardless(it) for it in self.faults}
        self.faults.update((it, None) for it in found if _regardless(it) not in known)
        return bool(found)


def _regardless(item: Problem) -> tuple[str, Place, tuple[str, ...]]:
    """Without the page on which it was found."""
    facts = tuple(value for name, value in item.facts if name not in ("page", "text", "count"))
    return item.code, item.place, facts
