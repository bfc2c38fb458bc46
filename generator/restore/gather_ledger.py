"""A page's ledger + where its articles went -> the ledger that names them as the site does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from msgspec.structs import replace

from generator.model.article import ArticleId
from generator.model.ledger import Gap, Ledger, Piece
from generator.model.part import Part
from generator.restore.gather_body import final


class Gone(NamedTuple):
    """What became of one of the page's articles."""

    name: str
    """Its id on its own page."""
    lines: frozenset[int]
    home: ArticleId
    prefix: str
    renamed: dict[str, str]
    blocks: frozenset[str]
    """Ids of the whole's blocks."""
    part: Part | None
    """Its table in the review file; None for the home."""


def gather_ledger(ledger: Ledger, gone: Mapping[int, Gone]) -> Ledger:
    """`gone`: by index among the page's articles. What is told of every other one stays."""
    owners = {line: it for it in gone.values() for line in it.lines}
    reasons = {it.part.line: it.part for it in gone.values() if it.part is not None}
    names = [
        gone[index].home if index in gone else name for index, name in enumerate(ledger.articles)
    ]
    gaps = (_gap(it, owners.get(it.line)) for it in ledger.gaps)
    return replace(
        ledger,
        pieces=tuple(_piece(it, owners.get(it.line), reasons.get(it.line)) for it in ledger.pieces),
        gaps=tuple(it for it in gaps if it is not None),
        articles=tuple(dict.fromkeys(names)),
    )


def _piece(piece: Piece, gone: Gone | None, part: Part | None) -> Piece:
    if gone is None or piece.article != gone.name:
        return piece
    block = final(gone.prefix + piece.block, gone.renamed) if piece.block else ""
    piece = replace(piece, article=gone.home, block=block)
    # Why the text goes on elsewhere is told where the page says so.
    if part is None:
        return piece
    sure = f"把握 {part.probability:.2f}" if part.by == "auto" else ""
    said = "；".join(filter(None, (piece.ground, part.ground, sure)))
    return replace(piece, ground=said, by=part.by)


def _gap(gap: Gap, gone: Gone | None) -> Gap | None:
    """None where the text that the page lacks is on the other page."""
    if gone is None or gap.article != gone.name:
        return gap
    name = f"{gone.prefix}gap-{gap.where}-{gap.line}"
    return replace(gap, article=gone.home, block=name) if name in gone.blocks else None
