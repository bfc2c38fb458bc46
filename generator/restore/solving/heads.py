"""Units -> heads of articles: title, kicker, byline, label and jump lines that stand together.

A head leads to the line below it. A jump line that comes from another page (上接) is a head
without a title: the text behind it goes on from that page. One that leads to another page (下转),
a credit and a signature belong to what stands above them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from generator.restore.solution import LineKind
from generator.restore.solving.kinds import KINDS
from generator.restore.solving.ngrams import Floats
from generator.restore.solving.units import Unit

_ABOVE = frozenset(("label", "kicker", "title"))
_SHORTEST_TITLE = 4
_LABEL = 6
_STACKED = 0.12
"""Chance of being a title from which on a line right above one counts as part of it."""
_PAUSED = 0.04
"""The same for a line that ends in a comma, as the first line of a title may."""
_LEADS_ON = re.compile(
    r"[^\u3400-\u9fff]*(?:下\s*[转接]|紧?\s*转|[^上接《“]{0,6}(?:见|刊)|未完待续|全文另发)"
)


@dataclass(slots=True)
class Head:
    """Indices of units, in file order."""

    units: list[int]
    below: int | None = None
    """The unit right below that is running text or a heading."""
    kinds: dict[int, LineKind] = field(default_factory=dict)
    owned: bool = False
    """The editor's: an article of its own whatever stands in it."""

    @property
    def titled(self) -> bool:
        """Whether an article begins here."""
        return self.owned or "title" in self.kinds.values()


@dataclass(slots=True)
class Furniture:
    """All units that are no running text."""

    kinds: dict[int, LineKind]
    heads: list[Head]
    closing: dict[int, int]
    """Credits, signatures and 下转 lines -> the unit above they belong to (-1: none)."""


def find_furniture(
    units: Sequence[Unit], chances: Floats, aside: Set[int], fixed: Mapping[int, LineKind]
) -> Furniture:
    """`fixed`: by index; `aside`: units set aside."""
    kinds = _kinds(units, chances, aside, fixed)
    kept = [at for at in range(len(units)) if at not in aside]
    heads: list[Head] = []
    closing: dict[int, int] = {}
    run: list[int] = []
    last = -1
    for rank, at in enumerate([*kept, -1]):
        if at >= 0 and at in kinds:
            run.append(at)
            continue
        if run:
            led = _split(run, units, kinds, last, closing)
            if led:
                heads.append(Head(led, at if at >= 0 else None, {it: kinds[it] for it in led}))
        run = []
        if at >= 0:
            last = kept[rank]
    for head in heads:
        _name(head, units, fixed)
        kinds.update(head.kinds)
    return Furniture(kinds, heads, closing)


def leads_on(text: str) -> bool:
    """Whether a jump line sends the reader to another page (and not: comes from one)."""
    return _LEADS_ON.match(text) is not None


def _kinds(
    units: Sequence[Unit], chances: Floats, aside: Set[int], fixed: Mapping[int, LineKind]
) -> dict[int, LineKind]:
    kinds: dict[int, LineKind] = {}
    for at, unit in enumerate(units):
        if at in aside:
            continue
        if at in fixed:
            if fixed[at] not in ("body", "heading"):
                kinds[at] = fixed[at]
        elif unit.form is not None:
            kinds[at] = unit.form
        elif chances[at].argmax() == KINDS.index("title") and len(unit.text) >= _SHORTEST_TITLE:
            kinds[at] = "title"
    for at in range(len(units) - 2, -1, -1):
        # Kickers and first lines of a title stand right above it; alone they look like headings.
        free = at not in kinds and at not in fixed and at not in aside
        if free and kinds.get(at + 1) in _ABOVE and not units[at].closed and _short(units[at]):
            least = _PAUSED if units[at].text[-1] in "、，" else _STACKED
            fits = chances[at, KINDS.index("title")] >= least
            if fits and not _cut_above(units, kinds, at):
                kinds[at] = "title"
    return kinds


def _short(unit: Unit) -> bool:
    return unit.form is None and _SHORTEST_TITLE <= len(unit.text) <= 30


def _cut_above(units: Sequence[Unit], kinds: Mapping[int, LineKind], at: int) -> bool:
    return at > 0 and at - 1 not in kinds and not units[at - 1].closed


def _split(
    run: list[int],
    units: Sequence[Unit],
    kinds: Mapping[int, LineKind],
    last: int,
    closing: dict[int, int],
) -> list[int]:
    """What of a run of furniture leads an article; the rest closes the one above."""
    led = list(run)
    while led and _closes(led[0], run, units, kinds):
        closing[led.pop(0)] = last
    begins = any(kinds[it] in ("title", "kicker") or _arrives(units[it], kinds[it]) for it in led)
    if begins or last < 0:
        return led
    # Names without a title: a signature below the text, unless nothing stands above.
    closing.update(dict.fromkeys(led, last))
    return []


def _closes(at: int, run: list[int], units: Sequence[Unit], kinds: Mapping[int, LineKind]) -> bool:
    kind = kinds[at]
    if kind in ("credit", "other"):
        return True
    if kind == "jump":
        return leads_on(units[at].text)
    # A signature, then the next article's title.
    below = run[run.index(at) + 1 :]
    return kind == "byline" and any(kinds[it] in _ABOVE for it in below)


def _arrives(unit: Unit, kind: LineKind) -> bool:
    return kind == "jump" and not leads_on(unit.text)


def _name(head: Head, units: Sequence[Unit], fixed: Mapping[int, LineKind]) -> None:
    """Label and kicker among the lines of a stacked title."""
    titles = [it for it in head.units if head.kinds[it] == "title" and it not in fixed]
    for number, at in enumerate(titles[:-1]):
        text = units[at].text
        if number == 0 and len(text) <= _LABEL:
            head.kinds[at] = "label"
        elif text[-1] in "、，" or (number == 0 and _leads_in(text, units[titles[1]].text)):
            head.kinds[at] = "kicker"


def _leads_in(first: str, second: str) -> bool:
    """Whether a line above a title is a kicker: lines of one title are about as long as each other."""
    return len(first) > 1.3 * len(second)
