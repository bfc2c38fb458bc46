"""Blocks of a restored article + what is doubtful -> its doubts, and how much of its text is sure.

A character's place is sure unless its line is named as doubtful, or it stands behind a seam that
is only supposed. What goes on from a doubtful line inside the paragraph is as doubtful as it is,
and so is the section under a doubtful heading: it stands where the heading stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.model.article import Block, By, Doubt, DoubtKind


class Guess(NamedTuple):
    """That a line stands in its place, or follows another."""

    probability: float | None
    """None: nobody gave a figure."""
    by: By = "auto"
    ground: str = ""


class Standing(NamedTuple):
    """What is not sure about the places of an article's text, and its characters counted."""

    doubts: tuple[Doubt, ...]
    sure: int
    total: int


def standing(
    blocks: Sequence[Block],
    unsure: Mapping[int, Guess],
    offered: Mapping[tuple[int, int], Guess],
) -> Standing:
    """Doubts in the order of the blocks; characters are those of the blocks' text.

    `unsure`: lines whose place is doubtful.
    `offered`: (tail, head) that may belong together; a block that begins with the head right
    behind the tail is doubtful.
    """
    doubts: list[Doubt] = []
    total = before = doubtful = 0
    under = False
    for block in blocks:
        total += len(block.text)
        if not block.segments:
            continue
        first = block.segments[0].line
        found = _first(block, unsure)
        guess = offered.get((before, first))
        if guess is not None and (found is None or found.start > 0):
            found = _doubt(block, 0, first, guess, "offer")
        if found is not None:
            doubts.append(found)
        if block.kind == "heading":
            under = found is not None
        if under:
            doubtful += len(block.text)
        elif found is not None:
            doubtful += found.end - found.start
        before = block.segments[-1].line
    return Standing(tuple(doubts), total - doubtful, total)


def _first(block: Block, unsure: Mapping[int, Guess]) -> Doubt | None:
    """Where the block's text begins to be doubtful."""
    named = next((it for it in block.segments if it.line in unsure), None)
    seam = next((it for it in block.joins if not it.sure), None)
    if seam is not None and (named is None or seam.at <= named.start):
        guess = Guess(seam.probability if seam.by == "auto" else None, seam.by, seam.ground)
        return _doubt(block, seam.at, seam.head, guess, "seam")
    return _doubt(block, named.start, named.line, unsure[named.line], "place") if named else None


def _doubt(block: Block, start: int, line: int, guess: Guess, kind: DoubtKind) -> Doubt:
    end = len(block.text)
    return Doubt(block.id, start, end, line, kind, guess.by, guess.probability, guess.ground)
