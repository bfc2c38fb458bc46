"""Drafts of blocks <-> words that stand in for them in the parser's source."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.text.plain_blocks import Draft

_PRIVATE = (range(0xE000, 0xF900), range(0xF0000, 0xFFFFE), range(0x100000, 0x10FFFE))


class StandIns:
    """For one text: the words hold a private-use character that the text does not."""

    def __init__(self, text: str) -> None:
        # More private-use characters than a text within the limits can hold.
        self._edge = next(chr(code) for span in _PRIVATE for code in span if chr(code) not in text)
        self._word = re.compile(f"{self._edge}([0-9]+){self._edge}")
        self._groups: list[tuple[Draft, ...]] = []

    def put(self, *drafts: Draft) -> str:
        """A word for these drafts."""
        self._groups.append(drafts)
        return f"{self._edge}{len(self._groups) - 1}{self._edge}"

    def expand(self, drafts: Sequence[Draft]) -> list[Draft]:
        """The drafts with those back that words stood for."""
        found: list[Draft] = []
        for draft in drafts:
            if self._edge not in draft.text:
                found.append(draft)
            elif word := self._word.fullmatch(draft.text):
                found.extend(self._placed(draft, self._groups[int(word[1])]))
            else:
                # The word became part of a longer text: the text comes back, its marks can't.
                text = self._word.sub(lambda match: self._text(match[1]), draft.text)
                found.append(draft._replace(text=text, marks=()))
        return found

    def _placed(self, draft: Draft, group: tuple[Draft, ...]) -> tuple[Draft, ...]:
        if not draft.within and not draft.marks:
            return group
        anchors = tuple(mark for mark in draft.marks if mark.kind == "anchor")
        first = group[0]._replace(marks=anchors + group[0].marks)
        return tuple(item._replace(within=draft.within) for item in (first, *group[1:]))

    def _text(self, number: str) -> str:
        return "\n".join(draft.text for draft in self._groups[int(number)])
