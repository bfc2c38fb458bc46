"""Slugs are spelt once, and those that nobody asks for any more are forgotten."""

from __future__ import annotations

from pathlib import Path

from generator.app.memory import Memory
from generator.app.spelling import Spelling
from generator.store.memo import Memo
from generator.text.slug import slugify


def build(memory: Memory, *names: str) -> tuple[list[str], list[str]]:
    """The slugs that a build is given, and the names that had to be spelt for it."""
    spelt = []

    def slug(text: str) -> str:
        spelt.append(text)
        return slugify(text)

    spelling = Spelling(memory, slug)
    slugs = [spelling(it) for it in names]
    spelling.keep()
    return slugs, spelt


def test_names_of_the_build_before_are_not_spelt_again(tmp_path: Path) -> None:
    with Memo(tmp_path / "memo.sqlite") as memo:
        memory = Memory(memo, b"code", jobs=1)
        first = ["hun-yuan-xian", "da-tong-shi", "hun-yuan-xian"]
        assert build(memory, "浑源县", "大同市", "浑源县") == (first, ["浑源县", "大同市"])
        second = ["da-tong-shi", "yang-gao-xian"]
        assert build(memory, "大同市", "阳高县") == (second, ["阳高县"])
        assert build(memory, "大同市", "阳高县") == (second, [])
        assert build(memory, "浑源县") == (["hun-yuan-xian"], ["浑源县"])


def test_other_code_spells_anew(tmp_path: Path) -> None:
    with Memo(tmp_path / "memo.sqlite") as memo:
        build(Memory(memo, b"code", jobs=1), "浑源县")
        assert build(Memory(memo, b"other", jobs=1), "浑源县") == (["hun-yuan-xian"], ["浑源县"])
