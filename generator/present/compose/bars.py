"""Amounts of one measure -> bars beside them, where bars say something."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from generator.present import views
from generator.present.compose.points import falls, is_mean, is_span

_LEAST = 2


def with_bars(rows: Sequence[views.FigureView]) -> tuple[views.FigureView, ...]:
    """Each with the length of its bar in thousandths of the longest among them, or -1.

    Only amounts of one body in one unit are set side by side, levels apart from changes, growth
    apart from decline, single years apart from several, and of these means apart from sums; a range
    is as long as its upper end. Negative amounts and single ones get none.
    """
    alike: dict[tuple[object, ...], list[int]] = {}
    for index, row in enumerate(rows):
        owner = row.subject.title if row.subject else ""
        change = row.status in ("change", "change-target")
        fell = change and any(falls(note) for note in row.notes)
        several = is_span(row.when)
        mean = several and any(is_mean(note) for note in row.notes)
        alike.setdefault((owner, row.unit, change, fell, several, mean), []).append(index)
    lengths = [-1] * len(rows)
    for indices in alike.values():
        values = [float(rows[it].value.rpartition("/")[2]) for it in indices]
        longest = max(values)
        if len(set(values)) < _LEAST or min(values) < 0 or longest <= 0:
            continue
        for index, value in zip(indices, values, strict=True):
            lengths[index] = round(1000 * value / longest)
    return tuple(
        row if row.bar == length else msgspec.structs.replace(row, bar=length)
        for row, length in zip(rows, lengths, strict=True)
    )
