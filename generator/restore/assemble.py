"""Lines + edits -> blocks whose every character knows its place in the source."""

from __future__ import annotations

from generator.model.article import Block, BlockKind, By, Flag, Join, Repair, Segment
from generator.restore.decisions import Decisions
from generator.restore.lines import Line

PAGE = 0
"""Index into Article.pages: an article restored from one page has just this one."""


class BlockBuilder:
    """Puts the lines of one paragraph together, then gives the block."""

    def __init__(self, decided: Decisions) -> None:
        self._decided = decided
        self._text: list[str] = []
        self._length = 0
        self._segments: list[Segment] = []
        self._repairs: list[Repair] = []
        self._flags: list[Flag] = []
        self._joins: list[Join] = []
        self._notes: list[str] = []
        self.lines: list[int] = []

    def add(self, line: Line) -> None:
        """The line's content, edits applied, behind what stands already."""
        begin, end = line.content
        first = len(self._segments)
        at = begin
        for edit in self._decided.edits.get(line.number, ()):
            if edit.start < begin or edit.end > end:
                continue
            self._verbatim(line, at, edit.start)
            self._repaired(line, edit.start, edit.end, edit.repair)
            at = edit.end
        self._verbatim(line, at, end)
        self._place_flags(line, self._segments[first:])
        if line.number in self._decided.notes:
            self._notes.append(self._decided.notes[line.number])
        self.lines.append(line.number)

    def join(self, head: Line, by: By) -> None:
        """The seam between the line added last and `head`, which is added next.

        by: who put them together, where no [[joins]] says so.
        """
        tail = self.lines[-1]
        form, _ = self._decided.joins.get((tail, head.number), (None, ()))
        if form is None:
            self._joins.append(Join(self._length, tail, head.number, by))
            return
        self._joins.append(
            Join(self._length, tail, head.number, form.by, form.sure, form.p, form.ground)
        )

    def space(self, line: Line) -> None:
        """A space where a title goes on in another line: ours, so it is a repair that says so."""
        _, end = line.content
        self._repaired(line, end, end, Repair("", " ", "line-break", "rule"))

    def block(self, kind: BlockKind, prefix: str) -> Block:
        """The block; its id is the prefix and its first line's number."""
        return Block(
            id=f"{prefix}{self.lines[0]}",
            kind=kind,
            text="".join(self._text),
            level=2 if kind == "heading" else 0,
            segments=tuple(self._segments),
            repairs=tuple(self._repairs),
            flags=tuple(self._flags),
            joins=tuple(self._joins),
            note="\n".join(self._notes),
        )

    def _verbatim(self, line: Line, start: int, end: int) -> None:
        if start < end:
            self._append(line.text[start:end], line.number, start, end, repair=-1)

    def _repaired(self, line: Line, start: int, end: int, repair: Repair) -> None:
        self._repairs.append(repair)
        self._append(repair.shown, line.number, start, end, repair=len(self._repairs) - 1)

    def _append(self, text: str, line: int, start: int, end: int, repair: int) -> None:
        stop = self._length + len(text)
        self._segments.append(Segment(self._length, stop, PAGE, line, start, end, repair))
        self._text.append(text)
        self._length = stop

    def _place_flags(self, line: Line, segments: list[Segment]) -> None:
        for flag in self._decided.flags.get(line.number, ()):
            inside = [
                it for it in segments if it.source_start < flag.end and flag.start < it.source_end
            ]
            if not inside:
                continue
            first, last = inside[0], inside[-1]
            start = first.start + (
                max(0, flag.start - first.source_start) if first.repair < 0 else 0
            )
            end = last.end - (max(0, last.source_end - flag.end) if last.repair < 0 else 0)
            self._flags.append(Flag(start, end, flag.note, flag.by))
