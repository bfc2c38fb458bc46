"""Patterns that are compiled when a text first needs them: each costs the start of every command."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache


def late(pattern: str) -> Callable[[], re.Pattern[str]]:
    """The pattern by a call; the same one each time."""
    return cache(lambda: re.compile(pattern))
