"""Files made of parts: what stands in the published file is copied, all else is made."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from generator.app.assembled import Assembled
from generator.app.memory import Memory
from generator.present.views import DataFile, DataPart, Joined
from generator.store.memo import Memo

PATH = "data/x.jsonl"


class Site:
    """A published site of one file."""

    def __init__(self) -> None:
        self.data = b""

    def is_current(self, path: str, digest: str) -> bool:
        return path == PATH and digest == hashlib.sha256(self.data).hexdigest()

    def read(self, path: str) -> bytes:
        return self.data


def build(site: Site, memory: Memory, texts: list[str]) -> list[str]:
    """Publishes the texts; those that had to be made."""
    made = []

    def make(number: int) -> DataPart:
        made.append(texts[number])
        return DataPart(texts[number].encode(), b"note")

    def join(parts: Iterable[DataPart], _base: bytes) -> Joined:
        every = list(parts)
        assert {it.note for it in every} <= {b"note"}
        return Joined([b"head\n", *[it.data for it in every]], 5)

    assembled = Assembled(memory, site.is_current, site.read)
    file = DataFile(PATH, b"", [it.encode() for it in texts], make, join)
    data = b"".join(assembled.make(file))
    assert data == b"head\n" + "".join(texts).encode()
    site.data = data
    assembled.remember({PATH: hashlib.sha256(data).hexdigest()})
    return made


def test_only_what_is_new_is_made(tmp_path: Path) -> None:
    with Memo(tmp_path / "memo.sqlite") as memo:
        site, memory = Site(), Memory(memo, b"code", 1)
        assert build(site, memory, ["甲\n", "乙乙\n", "丙\n"]) == ["甲\n", "乙乙\n", "丙\n"]
        assert build(site, memory, ["丁\n", "甲\n", "丙\n"]) == ["丁\n"]
        assert build(site, memory, ["丙\n", "乙乙\n"]) == ["乙乙\n"]
        assert build(site, memory, []) == []
        assert build(site, memory, ["丙\n"]) == ["丙\n"]


def test_nothing_is_copied_from_a_file_that_is_not_as_it_was_published(tmp_path: Path) -> None:
    with Memo(tmp_path / "memo.sqlite") as memo:
        site, memory = Site(), Memory(memo, b"code", 1)
        build(site, memory, ["甲\n", "乙\n"])
        site.data = site.data.replace("甲".encode(), "假".encode())
        assert build(site, memory, ["甲\n", "乙\n"]) == ["甲\n", "乙\n"]


def test_nothing_is_copied_from_what_other_code_made(tmp_path: Path) -> None:
    with Memo(tmp_path / "memo.sqlite") as memo:
        site = Site()
        build(site, Memory(memo, b"code", 1), ["甲\n"])
        assert build(site, Memory(memo, b"newer code", 1), ["甲\n"]) == ["甲\n"]
