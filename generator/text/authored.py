"""The text of one authored file with its place, and the problems found in it so far."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from generator.model.problem import Place, Problem, problem
from generator.text.plain_blocks import Draft
from generator.text.width import BIDI_CONTROLS, CONTROLS

if TYPE_CHECKING:
    from generator.text.raw_html import Removal

_UNUSUAL = re.compile(f"[\r\t{CONTROLS}{BIDI_CONTROLS}]").search
_CONTROL = re.compile(f"[{CONTROLS}]")
_BIDI = re.compile(f"[{BIDI_CONTROLS}]")
_BLANK_LINE = re.compile(r"\n[^\S\n]+(?=\n)")
_CODE = re.compile(
    r"^(`{3,}|~{3,}).*?(?:^\1|\Z)|(?<!`)(`{1,40})(?!`)(?:(?!\n\n)[^`]|`(?!\2))*?(?<!`)\2(?!`)",
    re.DOTALL | re.MULTILINE,
)
_NOTE = re.compile(r"\[\^([^\]\s]+)\]")


class Authored:
    """text changes only once, in `clean`, which keeps its lines where they are."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text = text
        self.path = path
        self.first_line = first_line
        self._found: dict[Problem, None] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """In the order of their lines; the same fault on one line once."""
        return tuple(sorted(self._found, key=lambda item: (item.place.line, item.code, item.facts)))

    def report(self, offset: int, code: str, /, **facts: object) -> None:
        """Add a problem at an offset of the text."""
        line = self.first_line + self.text.count("\n", 0, max(offset, 0))
        self._found.setdefault(problem(code, Place(self.path, line), **facts))

    def report_line(self, line: int, code: str, /, **facts: object) -> None:
        """Add a problem at a line of the text, counted from 0."""
        place = Place(self.path, self.first_line + line)
        self._found.setdefault(problem(code, place, **facts))

    def clean(self) -> None:
        """Line ends and tabs as the parser wants them; what may not stand in a page taken out."""
        if _UNUSUAL(self.text):
            self.text = self.text.replace("\r\n", "\n").replace("\r", "\n")
            self._report_characters(_CONTROL, "markdown-control-character")
            self._report_characters(_BIDI, "markdown-bidi-control")
            self.text = _CONTROL.sub("", self.text)
            if "\t" in self.text:
                self.text = self.text.expandtabs(4)
        if _BLANK_LINE.search(self.text):
            self.text = _BLANK_LINE.sub("\n", self.text)

    def _report_characters(self, pattern: re.Pattern[str], code: str) -> None:
        found: dict[str, list[int]] = {}
        for match in pattern.finditer(self.text):
            found.setdefault(match[0], []).append(match.start())
        for character, places in found.items():
            name = f"U+{ord(character):04X}"
            self.report(places[0], code, character=name, count=len(places))

    def report_removals(self, removals: Iterable[Removal]) -> None:
        """Problems for raw HTML that will be taken out, each at the line where it stands."""
        text = ""
        last: dict[str, tuple[int, int]] = {}
        for removal in removals:
            text = text or _CODE.sub(_blanked, self.text)
            number, at = last.get(removal.raw, (-1, -1))
            if number != removal.number:
                following = text.find(removal.raw, at + 1)
                at = following if following >= 0 else at
                last[removal.raw] = removal.number, at
            self.report(at, removal.code, **dict(removal.facts))

    def report_missing_notes(self, drafts: Sequence[Draft]) -> None:
        """Problems for references to footnotes that the parser left as they were."""
        for draft in drafts:
            if draft.kind == "code" or "[^" not in draft.text:
                continue
            code = [mark for mark in draft.marks if mark.kind == "code"]
            for match in _NOTE.finditer(draft.text):
                if not any(mark.start <= match.start() < mark.end for mark in code):
                    label = match[1]
                    self.report(self.text.find(match[0]), "markdown-footnote-missing", label=label)


def _blanked(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])
