"""Lines of a page -> the names by which a review file calls them."""

from __future__ import annotations

from collections import Counter
from itertools import takewhile
from unicodedata import category

from generator.restore.lines import Line

_FIRST = 12
"""Characters of a line that name it; short, and nearly always enough to be unique."""
_LONGEST = 40
_ALIKE = 20
"""So many lines that begin alike are told apart; a page of more has nothing to tell."""
_CONTROLS = frozenset(("Cc", "Zl", "Zp", "Cs"))


class LineNames:
    """Names for the lines of one page."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self._texts = {it.number: it.text.strip() for it in lines if it.text.strip()}
        self._starts = Counter(text[:_FIRST] for text in self._texts.values())

    def __getitem__(self, number: int) -> str:
        """`9 9月28日,长安科技及`; longer where other lines begin with the same words.

        A file that takes the page's place moves lines: then only the words can find them.
        """
        text = self._texts[number]
        length = _FIRST
        if len(text) > _FIRST and 1 < self._starts[text[:_FIRST]] <= _ALIKE:
            others = [it for it in self._texts.values() if it.startswith(text[:_FIRST])]
            while length < _LONGEST and sum(it.startswith(text[:length]) for it in others) > 1:
                length += 2
        # A review file may hold no control characters; the first few before one name the line too.
        first = "".join(takewhile(lambda it: category(it) not in _CONTROLS, text[:length]))
        return f"{number} {first.rstrip()}"
