"""Outcomes of builds -> what every open browser tab is told; the one place threads meet."""

from __future__ import annotations

import enum
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from generator.model.problem import Lang, Level, Problem, detail, hint
from generator.serve.messages import text

_SHOWN: Final = 100
"""Rows a browser is given: laying out thousands helps nobody, and the terminal has them all."""


class State(enum.StrEnum):
    """What the last build came to."""

    BUILDING = "building"
    """None has ended yet."""
    READY = "ready"
    FAILED = "failed"


class Row(msgspec.Struct, frozen=True):
    """A problem as the browser shows it: text only, never HTML."""

    place: str
    level: str
    label: str
    code: str
    detail: str
    hint: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What there is to know at one moment."""

    sequence: int
    """Grows with every notice."""
    version: str
    """Changes with every publish, and with every start of the server."""
    state: State
    rows: tuple[Row, ...] = ()
    """FAILED: what kept the site from being published, the first of it."""
    count: int = 0
    """How many there are of them in all."""


class Bulletin:
    """The current notice; readers wait for the next."""

    def __init__(self, token: str) -> None:
        self._token = token
        self._published = 0
        self._changed = threading.Condition()
        self._closed = False
        self._notice = Notice(sequence=0, version=f"{token}-0", state=State.BUILDING)

    @property
    def current(self) -> Notice:
        """The latest notice."""
        return self._notice

    @property
    def is_closed(self) -> bool:
        """Whether the server is ending."""
        return self._closed

    def post(self, state: State, rows: tuple[Row, ...] = ()) -> None:
        """Tell everyone; READY means that the site's folder shows the content as it now is."""
        with self._changed:
            if state is State.READY:
                self._published += 1
            self._notice = Notice(
                sequence=self._notice.sequence + 1,
                version=f"{self._token}-{self._published}",
                state=state,
                rows=rows[:_SHOWN],
                count=len(rows),
            )
            self._changed.notify_all()

    def wait_beyond(self, sequence: int, seconds: float) -> Notice | None:
        """The first notice after this one; None if none came in time or the server is ending."""
        with self._changed:
            self._changed.wait_for(
                lambda: self._closed or self._notice.sequence > sequence, timeout=seconds
            )
            fresh = not self._closed and self._notice.sequence > sequence
            return self._notice if fresh else None

    def close(self) -> None:
        """Let every waiting reader go."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()


def blocking(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Those that kept a build from being published: its errors, else (--strict) its warnings."""
    for level in (Level.ERROR, Level.WARNING):
        found = tuple(item for item in problems if item.level is level)
        if found:
            return found
    return tuple(problems)


def problem_rows(problems: Sequence[Problem], content: str, lang: Lang) -> tuple[Row, ...]:
    """The problems in their order, worded; `content` is the folder as the author calls it."""
    return tuple(
        Row(
            place=_place(item, content),
            level=item.level.value,
            label=text(item.level.value, lang),
            code=item.code,
            detail=detail(item, lang),
            hint=hint(item, lang),
        )
        for item in problems
    )


def fault_row(error: BaseException, lang: Lang) -> Row:
    """Our own mistake, shown so that the author does not look for it in the files."""
    reason = f"{type(error).__name__}: {error}"
    return Row(
        place="",
        level="error",
        label=text("error", lang),
        code="internal",
        detail=text("internal", lang, reason=reason),
        hint=text("internal-hint", lang),
    )


def _place(item: Problem, content: str) -> str:
    path = "/".join(part for part in (content, item.place.file) if part)
    return f"{path}:{item.place.line}" if item.place.line else path
