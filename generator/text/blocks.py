"""Drafts -> blocks: levels of headings, ids from content, anchors that meet no other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.model.article import Block, Mark
from generator.text.plain_blocks import Draft
from generator.text.sentences import content_id

_NOT_IN_ANCHOR = re.compile(r"[^\w\- ]+")
_TAKEN = (
    r"[bs][0-9a-f]{8}(?:-\d+)?|s[\d.]+-\d+|xj-\d+r?"
    "|main|[a-z]+-h|backlinks|passages|related|sources"
)
"""Ids that are made here, from sentences or by a page's template; no author's anchor may be one."""
_is_taken = re.compile(_TAKEN).fullmatch
_is_ours = re.compile(rf"{_TAKEN}|fn(?:ref)?-\d+(?:-\d+)?").fullmatch
"""Those and the ids of footnotes."""


def heading_anchor(text: str) -> str:
    """The anchor under which other pages know a heading: `other.md#小标题`.

    As on GitHub: lower case, punctuation left out, each space a hyphen. Empty for a heading of
    punctuation alone.
    """
    return _NOT_IN_ANCHOR.sub("", text.strip().lower()).replace(" ", "-")


def finish(drafts: Sequence[Draft], title: str) -> tuple[Block, ...]:
    """The blocks of an article whose title stands apart from its text."""
    if title and drafts and _repeats(drafts[0], title):
        drafts = drafts[1:]
    shift = any(draft.level == 1 for draft in drafts)
    seen: dict[str, int] = {}
    blocks: list[Block] = []
    anchors = _Anchors()
    for kind, text, level, marks, within, info in drafts:
        name = content_id("b", _content(kind, text, marks), seen)
        if level:
            level = min(max(level + shift, 2), 6)
            marks = (*anchors.of_heading(text), *marks)
        if marks:
            marks = anchors.unique(marks)
        blocks.append(Block(name, kind, text, level, marks, within, info=info))
    return anchors.without_dangling(blocks)


def _repeats(draft: Draft, title: str) -> bool:
    return draft.level == 1 and "".join(draft.text.split()) == "".join(title.split())


def _content(kind: str, text: str, marks: Iterable[Mark]) -> str:
    if text:
        return f"{kind}\0{text}"
    return "\0".join((kind, "", *(f"{mark.data}\0{mark.label}" for mark in marks)))


class _Anchors:
    """The anchors of one article besides the ids of blocks and sentences."""

    def __init__(self) -> None:
        self._used: set[str] = set()
        self._repeats: dict[str, int] = {}
        self._notes = 0

    def of_heading(self, text: str) -> tuple[Mark, ...]:
        """The anchor of a heading; repeats get -1, -2 …, as on GitHub."""
        base = heading_anchor(text)
        if not base or _is_ours(base):
            return ()
        number = self._repeats.get(base, 0)
        name = f"{base}-{number}" if number else base
        while name in self._used:
            number += 1
            name = f"{base}-{number}"
        self._repeats[base] = number + 1
        return (Mark("anchor", 0, 0, name),)

    def unique(self, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        """The marks without anchors that are taken already or can't be an id."""
        kept: list[Mark] = []
        for mark in marks:
            if mark.kind == "anchor":
                name = mark.data
                if name in self._used or _is_taken(name) or any(map(str.isspace, name)):
                    continue
                self._used.add(name)
            elif mark.kind == "note":
                self._notes += 1
            kept.append(mark)
        return tuple(kept)

    def without_dangling(self, blocks: list[Block]) -> tuple[Block, ...]:
        """The blocks without ways back from footnotes to which nothing refers."""
        if not self._notes:
            return tuple(blocks)
        return tuple(
            Block(
                block.id, block.kind, block.text, block.level,
                tuple(m for m in block.marks if m.kind != "note" or m.data[1:] in self._used),
                block.within, info=block.info,
            )
            for block in blocks
        )  # fmt: skip
