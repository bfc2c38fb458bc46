"""What a build asked of every page is known to the next, and what nobody asks for is forgotten."""

from __future__ import annotations

from pathlib import Path

from generator.app.known import Known
from generator.app.memory import Memory
from generator.store.memo import Memo


def build(memory: Memory, *keys: str, held: bool = False) -> list[str]:
    """The keys of which nothing was known."""
    known = Known(memory, "page")
    missing = []
    for key in keys:
        name, value = known.get(key.encode())
        if value is None:
            missing.append(key)
            known.put(name, b"made of " + key.encode())
        else:
            assert value == b"made of " + key.encode()
    if held:
        known.hold()
    known.keep()
    return missing


def test_the_build_before_is_remembered_and_no_other(tmp_path: Path) -> None:
    with Memo(tmp_path / "memo.sqlite") as memo:
        memory = Memory(memo, b"code", 1)
        assert build(memory, "甲", "乙") == ["甲", "乙"]
        assert build(memory, "乙", "丙") == ["丙"]
        assert build(memory, "甲", "乙", "丙") == ["甲"]
        assert build(Memory(memo, b"other", 1), "甲") == ["甲"]


def test_what_is_held_stays_until_there_is_too_much_of_it(tmp_path: Path) -> None:
    with Memo(tmp_path / "memo.sqlite") as memo:
        memory = Memory(memo, b"code", 1)
        build(memory, "甲", "乙")
        for number in range(3):
            assert not Known(memory, "page").crowded
            build(memory, str(number), held=True)
        assert Known(memory, "page").crowded
        assert build(memory, "甲", "乙") == []
        assert not Known(memory, "page").crowded
        assert build(memory, "2") == ["2"]
