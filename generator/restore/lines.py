"""Source text -> numbered lines; "9 9月28日,长安" -> the line it names.

The one place that knows what a line of a source page is: text between \\n, \\r\\n or \\r. Other
characters that some programs take for line breaks (form feed, U+2028 …) stay inside their line,
so that numbers agree with what an editor's program shows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model.problem import Place, Problem, problem

_BREAK = re.compile(r"\r\n|\n|\r")
_MARKER = re.compile(r"^[#+] *")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a source page. `text` excludes the line break, `ending` is it."""

    number: int
    text: str
    ending: str

    @property
    def content(self) -> tuple[int, int]:
        """Start and end of the text without white space at either end; equal if blank."""
        left = len(self.text) - len(self.text.lstrip())
        return (left, max(left, len(self.text.rstrip())))


def split_lines(text: str) -> tuple[Line, ...]:
    """All lines with their breaks: joined again they are `text` to the character."""
    lines = []
    start = 0
    for number, found in enumerate(_BREAK.finditer(text), 1):
        lines.append(Line(number, text[start : found.start()], found.group()))
        start = found.end()
    if start < len(text):
        lines.append(Line(len(lines) + 1, text[start:], ""))
    return tuple(lines)


class LineFinder:
    """Resolves references of one review file against one page, collecting what does not fit."""

    def __init__(self, lines: tuple[Line, ...], path: str) -> None:
        """`path`: the review file, for problems."""
        self._lines = {line.number: line for line in lines if line.text.strip()}
        self._path = path
        self._by_start: dict[str, list[Line]] = {}
        self.problems: list[Problem] = []

    def find(self, reference: str, key: tuple[str | int, ...]) -> Line | None:
        """The line named by number and first characters.

        If the number does not fit, the text decides, when just one line begins so: a better
        scan of the same page moves lines. None, and a problem, when that is not sure.
        """
        number, _, prefix = _MARKER.sub("", reference).partition(" ")
        prefix = prefix.strip()
        line = self._lines.get(int(number))
        if line is not None and line.text.lstrip().startswith(prefix):
            return line
        others = self._beginning_with(prefix)
        place = Place(self._path, key=key)
        if len(others) == 1:
            self.problems.append(
                problem("line-moved", place, number=number, prefix=prefix, now=others[0].number)
            )
            return others[0]
        code = "line-ambiguous" if others else "line-missing"
        stands = line.text.lstrip()[:12] if line else "—"
        self.problems.append(problem(code, place, number=number, prefix=prefix, stands=stands))
        return None

    def _beginning_with(self, prefix: str) -> list[Line]:
        # Indexed by the first two characters: a replaced page asks this for each of its lines.
        if not self._by_start:
            for line in self._lines.values():
                self._by_start.setdefault(line.text.lstrip()[:2], []).append(line)
        near = self._by_start.get(prefix[:2], []) if len(prefix) > 1 else self._lines.values()
        return [line for line in near if line.text.lstrip().startswith(prefix)]
