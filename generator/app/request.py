"""What a caller asks of a build, and what it came to."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from generator.model.problem import Level, Problem


class Strictness(enum.Enum):
    """Whether warnings stop a site from being published."""

    NORMAL = "normal"
    STRICT = "strict"


class BuildRequest(msgspec.Struct, frozen=True):
    """From which folder, into which, how."""

    content: Path
    output: Path
    """Holds `site/` and `cache/`."""
    jobs: int = 1
    strictness: Strictness = Strictness.NORMAL
    waiting: Callable[[], None] | None = None
    """Called once if another build holds the output folder."""


class BuildOutcome(msgspec.Struct, frozen=True):
    """All problems, located and sorted, and what was done."""

    problems: tuple[Problem, ...]
    published: bool
    """Whether `site` now shows the content, also if nothing had to be written."""
    site: Path
    articles: int = 0
    topics: int = 0
    source_pages: int = 0
    files: int = 0
    written: int = 0
    removed: int = 0


class CheckOutcome(msgspec.Struct, frozen=True):
    """What `recheck` found, and how much it looked at."""

    problems: tuple[Problem, ...]
    passed: bool
    counts: Mapping[str, int]


def stops(problems: tuple[Problem, ...], strictness: Strictness) -> bool:
    """Whether any of them keeps a site from being published."""
    stopping = {Level.ERROR} if strictness is Strictness.NORMAL else {Level.ERROR, Level.WARNING}
    return any(item.level in stopping for item in problems)


def site_folder(output: Path) -> Path:
    """Where the website stands inside an output folder."""
    return output / "site"
