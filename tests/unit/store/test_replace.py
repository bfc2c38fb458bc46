"""A file in the content folder is replaced as a whole, and only if nobody else wrote it meanwhile."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.store.replace import replace_file


def test_old_bytes_become_new_ones_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")
    path.chmod(0o604)
    assert replace_file(tmp_path, "a.toml", b"old", b"new") is None
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o604
    assert os.listdir(tmp_path) == ["a.toml"]


def test_a_new_file_is_made(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    assert replace_file(tmp_path, "pages/a.toml", None, b"new") is None
    assert (tmp_path / "pages/a.toml").read_bytes() == b"new"
    assert os.listdir(tmp_path / "pages") == ["a.toml"]


@pytest.mark.parametrize(
    ("there", "old"),
    [
        pytest.param(b"other", b"old", id="changed"),
        pytest.param(b"other", None, id="made"),
        pytest.param(None, b"old", id="removed"),
    ],
)
def test_what_somebody_else_did_meanwhile_stands(
    there: bytes | None, old: bytes | None, tmp_path: Path
) -> None:
    path = tmp_path / "a.toml"
    if there is not None:
        path.write_bytes(there)
    found = replace_file(tmp_path, "a.toml", old, b"new")
    assert found is not None
    assert found.code == "review-changed"
    assert (path.read_bytes() if path.exists() else None) == there
    assert os.listdir(tmp_path) == (["a.toml"] if there is not None else [])


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.toml").write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    found = replace_file(tmp_path, "a.toml", b"old", b"new")
    assert found is not None
    assert found.code == "review-not-written"
    assert (tmp_path / "a.toml").read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.toml"]


def test_a_name_the_disk_holds_decomposed_is_found(tmp_path: Path) -> None:
    (tmp_path / "cafe\u0301.toml").write_bytes(b"old")
    assert replace_file(tmp_path, "caf\u00e9.toml", b"old", b"new") is None
    assert [(tmp_path / it).read_bytes() for it in os.listdir(tmp_path)] == [b"new"]
