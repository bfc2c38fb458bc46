"""Pages that are composed only if it is not known what they come to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.present import views


class Later(NamedTuple):
    """A view that is made only if it is not known what it comes to; see `views.LaterPage`."""

    key: Callable[[], bytes]
    make: Callable[[], views.View]
    around: bytes = b""


class LaterGroup(NamedTuple):
    """Pages that are made together, only if it is not known what they come to."""

    key: Callable[[], bytes]
    make: Callable[[], Iterator[tuple[str, views.View]]]
    around: bytes = b""


class Many(NamedTuple):
    """Pages made of facts, whose keys need not be made while `Desk.around` stays."""

    make: Callable[[], Iterator[tuple[str, views.View | Later | LaterGroup]]]
    urls: list[str]
    """Of the pages, once they have been taken."""
