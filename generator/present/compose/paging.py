"""A long list -> several pages; nothing is ever cut off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from generator.present import views

Item = TypeVar("Item")


def page_url(base: str, number: int) -> str:
    """URL of page `number` of the list at `base`; a slug never holds a slash, so none is taken."""
    return base if number == 1 else f"{base}page/{number}/"


def paged(
    items: Sequence[Item], base: str, size: int
) -> Iterator[tuple[str, tuple[Item, ...], views.Pager | None]]:
    """(URL, its items, pager) for each page; at least one; no pager if it is the only one."""
    total = max(1, -(-len(items) // size))
    for number in range(1, total + 1):
        part = tuple(items[(number - 1) * size : number * size])
        yield page_url(base, number), part, pager(base, number, total)


def pager(base: str, number: int, total: int) -> views.Pager | None:
    """Links to the neighbours, the ends and what lies around."""
    if total == 1:
        return None
    near = sorted({1, total, *range(max(1, number - 2), min(total, number + 2) + 1)})
    return views.Pager(
        number=number,
        total=total,
        previous=page_url(base, number - 1) if number > 1 else "",
        next=page_url(base, number + 1) if number < total else "",
        pages=tuple(views.NavItem(str(it), page_url(base, it), it == number) for it in near),
    )
