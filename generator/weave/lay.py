"""Names that editors or other texts vouch for, laid over those a text gave; spans never cross."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from generator.model.findings import Name


def lay(names: Sequence[Name], marks: Iterable[Name]) -> tuple[Name, ...]:
    """Both in order, neither overlapping within itself. The longest of shown names wins.

    A mark takes the place of what stands at the same span, of shorter names and of doubtful ones;
    shorter ones inside it are nested.
    """
    laid: list[Name] = []
    at = 0
    for mark in marks:
        while at < len(names) and names[at].end <= mark.start:
            laid.append(names[at])
            at += 1
        after = at
        while after < len(names) and names[after].start < mark.end:
            after += 1
        over = names[at:after]
        if any(_stays(it, mark) for it in over):
            continue
        if over and laid and laid[-1].end > mark.start:
            continue
        laid.append(_with_nested(mark, over))
        at = after
    laid += names[at:]
    return tuple(laid)


def put(names: Sequence[Name], mark: Name) -> tuple[Name, ...]:
    """The names with one that holds whatever stood there: an editor said so."""
    over = [it for it in names if it.start < mark.end and mark.start < it.end]
    rest = [it for it in names if it.end <= mark.start or mark.end <= it.start]
    return tuple(sorted((*rest, _with_nested(mark, over)), key=lambda it: it.start))


def _stays(it: Name, mark: Name) -> bool:
    return it.shown and it.end - it.start > mark.end - mark.start


def _with_nested(mark: Name, over: Iterable[Name]) -> Name:
    nested: list[Name] = []
    for it in over:
        if (it.start, it.end) == (mark.start, mark.end):
            nested += it.nested
        elif mark.start <= it.start and it.end <= mark.end:
            nested.append(it)
    return msgspec.structs.replace(mark, nested=tuple(nested)) if nested else mark
