"""Passages of several pages -> the running text of one article, and where each block went."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from generator.model.article import Block, Doubt, Join, Repair, Segment
from generator.model.ledger import Side
from generator.model.part import Part


class Moved(NamedTuple):
    """Where a block went: index among the whole's blocks, offset of its text there."""

    block: int
    at: int


class Passage(NamedTuple):
    """The text that one page holds, with the ids it has in the whole."""

    blocks: Sequence[Block]
    before: Sequence[Block]
    """Printed lines that lead it."""
    behind: Sequence[Block]
    """Printed lines that close it."""
    link: Part | None
    """How it is bound to the passage before it."""
    ends: tuple[bool, bool]
    """Whether it is the first, whether it is the last."""
    is_home: bool


class Body:
    """Puts passages one behind the other."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.renamed: dict[str, str] = {}
        """Id of a block that became one with another -> the id that both have."""
        self.unjoined: list[Part] = []
        self._shifts: dict[str, int] = {}

    def add(self, passage: Passage) -> dict[int, Moved]:
        """The passage behind what stands already; where its blocks went, by index."""
        blocks = list(passage.blocks)
        first, last = 0, len(blocks)
        # The text is there now: nothing is missing at the seam.
        if not passage.ends[0] and blocks and _is_gap(blocks[0], "before"):
            first += 1
        if not passage.ends[1] and last > first and _is_gap(blocks[-1], "after"):
            last -= 1
        moved: dict[int, Moved] = {}
        link = passage.link
        if link is not None and link.inside:
            seam = self._open_paragraph()
            if seam is not None and first < last and blocks[first].kind == "paragraph":
                moved[first] = Moved(seam, len(self.blocks[seam].text))
                self.blocks[seam] = self._join(self.blocks[seam], passage, link)
                first += 1
            else:
                self.unjoined.append(link)
        self.blocks += passage.before
        for index in range(first, last):
            moved[index] = Moved(len(self.blocks), 0)
            self.blocks.append(blocks[index])
        self.blocks += passage.behind
        return moved

    def doubt(self, doubt: Doubt) -> Doubt:
        """A doubt about a block, moved with it."""
        by = self._shifts.get(doubt.block, 0)
        name = final(doubt.block, self.renamed)
        return replace(doubt, block=name, start=doubt.start + by, end=doubt.end + by)

    def _open_paragraph(self) -> int | None:
        """The paragraph that ends the text so far, lines that only send to other pages apart."""
        for index in range(len(self.blocks) - 1, -1, -1):
            kind = self.blocks[index].kind
            if kind != "furniture":
                return index if kind == "paragraph" else None
        return None

    def _join(self, tail: Block, passage: Passage, link: Part) -> Block:
        head = next(it for it in passage.blocks if it.kind == "paragraph")
        # The home's id lasts, whichever side of the seam it is.
        kept, lost = (head.id, tail.id) if passage.is_home else (tail.id, head.id)
        self.renamed[lost] = kept
        self._shifts[head.id] = len(tail.text)
        return replace(_joined(tail, head, link), id=kept)


def final(name: str, renamed: dict[str, str]) -> str:
    """The id of a block in the whole; a paragraph may go on over many pages."""
    # Two files of one name in two folders have ids alike, which is told elsewhere: no endless way.
    for _ in renamed:
        name = renamed.get(name, name)
    return name


def _is_gap(block: Block, side: Side) -> bool:
    return block.kind == "gap" and f"gap-{side}-" in block.id


def _joined(tail: Block, head: Block, link: Part) -> Block:
    at = len(tail.text)
    repairs: tuple[Repair, ...] = (*tail.repairs, *head.repairs)
    join = Join(
        at,
        tail.segments[-1].line,
        head.segments[0].line,
        link.by,
        True,
        link.probability,
        link.ground,
    )
    return replace(
        tail,
        text=tail.text + head.text,
        segments=(*tail.segments, *(_shifted(it, at, len(tail.repairs)) for it in head.segments)),
        repairs=repairs,
        flags=(
            *tail.flags,
            *(replace(it, start=it.start + at, end=it.end + at) for it in head.flags),
        ),
        joins=(*tail.joins, join, *(replace(it, at=it.at + at) for it in head.joins)),
        note="\n".join(filter(None, (tail.note, head.note))),
    )


def _shifted(segment: Segment, at: int, repairs: int) -> Segment:
    return replace(
        segment,
        start=segment.start + at,
        end=segment.end + at,
        repair=segment.repair + repairs if segment.repair >= 0 else -1,
    )
