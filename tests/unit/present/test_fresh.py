"""What rests on facts and names alone: made once for the same of them."""

from __future__ import annotations

from collections.abc import Callable

from generator.present.fresh import anew, kept_or_made


class _Shelf:
    """Keeps the latest of each name."""

    def __init__(self) -> None:
        self.of: dict[str, tuple[bytes, bytes]] = {}

    def __call__(self, name: str, digest: bytes, make: Callable[[], bytes]) -> bytes:
        if self.of.get(name, (b"", b""))[0] != digest:
            self.of[name] = digest, make()
        return self.of[name][1]


def test_it_is_made_anew_only_if_a_fact_changed() -> None:
    shelf, made = _Shelf(), iter(range(9))
    told = [
        kept_or_made(shelf, "count", digest, int, lambda: next(made))
        for digest in (b"a", b"a", b"b", b"b")
    ]
    assert told == [0, 0, 1, 1]


def test_where_facts_are_not_known_it_is_made_each_time() -> None:
    shelf, made = _Shelf(), iter(range(9))
    for digest, kept in ((b"", shelf), (b"a", anew)):
        first = kept_or_made(kept, "count", digest, int, lambda: next(made))
        assert kept_or_made(kept, "count", digest, int, lambda: next(made)) == first + 1
    assert shelf.of == {}
