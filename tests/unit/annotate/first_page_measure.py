"""Findings beside the gold of the first page, and the words for what differs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from generator.annotate.understand import understand
from generator.model.findings import Findings, Offsets
from tests.unit.annotate.first_page_gold import Gold, Marked, first_page, overlaps


class Understood(NamedTuple):
    """One article: its text, the gold and what the rules found."""

    text: str
    gold: Gold
    found: Findings

    def says(self, at: Offsets | None) -> str:
        return self.text[at[0] : at[1]] if at else "无"

    def near(self, at: Offsets) -> str:
        """The stretch with some characters on either side, on one line."""
        before, after = self.text[max(at[0] - 8, 0) : at[0]], self.text[at[1] : at[1] + 8]
        return f"{before}【{self.says(at)}】{after}".replace("\n", "／")


@cache
def understood_page() -> list[Understood]:
    """The articles of the page in their order."""
    return [Understood(it.prose.text, it.gold, understand(it.prose)) for it in first_page()]


def span(found: Any) -> Offsets:
    """Where a finding stands."""
    return found.start, found.end


def sure(entries: Sequence[Marked[Any]]) -> list[Marked[Any]]:
    """Those that count."""
    return [it for it in entries if not it.entry.doubtful]


def same(found: Any, marked: Marked[Any]) -> bool:
    """The same stretch, or one that will do."""
    return span(found) in marked.spans


def open_to_doubt(at: Offsets, *kinds: Sequence[Marked[Any]]) -> bool:
    """Whether it touches what editors themselves would not agree on."""
    return any(it.entry.doubtful and overlaps(at, it.spans) for kind in kinds for it in kind)


def enough(complaints: list[str], of: int, share: float) -> None:
    """At least this share of them is right; all is 1."""
    right = of - len(complaints)
    listed = "\n".join(("", *complaints))
    assert right >= share * of, f"{of} 处只对 {right} 处，要 {share:.0%}{listed}"


def none_of(complaints: list[str]) -> None:
    """Nothing to complain of."""
    assert not complaints, "\n".join(("", *complaints))
