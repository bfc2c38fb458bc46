"""What a stage made of the very same before need not be made again."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from generator.app.kept import Kept
from generator.app.memory import Memory
from generator.store.memo import Memo


def test_only_what_was_made_last_is_known(tmp_path: Path) -> None:
    made: list[str] = []
    told: list[str] = []

    def asked(name: str) -> bytes:
        def make() -> bytes:
            made.append(name)
            return f"{name} made".encode()

        with Memo(tmp_path / "memo.sqlite") as memo:
            kept = Kept(Memory(memo, b"code", 1), "stage", lambda: told.append(name))
            return kept(name.encode().ljust(20), make)

    assert [asked(it) for it in ("a", "a", "b", "a", "a")] == [
        b"a made", b"a made", b"b made", b"a made", b"a made",
    ]  # fmt: skip
    assert made == ["a", "b", "a"]
    assert told == ["a", "a"]


def test_other_code_makes_it_anew(tmp_path: Path) -> None:
    with Memo(tmp_path / "memo.sqlite") as memo:
        for code in (b"one", b"other"):
            kept = Kept(Memory(memo, code, 1), "stage")
            assert kept(b"d" * 20, partial(bytes, code)) == code
