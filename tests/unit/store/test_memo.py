"""A memo gives back exactly what was put, or nothing, whatever has happened to its file."""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.store import code_digest as code_module
from generator.store import memo as memo_module
from generator.store.code_digest import code_digest
from generator.store.memo import Memo, memo_key


def rows(count: int, size: int = 50) -> dict[bytes, bytes]:
    return {memo_key("row", str(it).encode()): bytes([it % 251]) * size for it in range(count)}


def count(path: Path) -> int:
    connection = sqlite3.connect(path)
    try:
        found: int = connection.execute("SELECT count(*) FROM memo").fetchone()[0]
        return found
    finally:
        connection.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "memo.sqlite"


@pytest.mark.parametrize("size", [0, 1, 7, 2500])
def test_what_was_put_comes_back_in_this_build_and_the_next(path: Path, size: int) -> None:
    put = rows(size)
    with Memo(path) as memo:
        assert memo.get_many(put) == {}
        memo.put_many(put)
        assert memo.get_many(put) == put
    with Memo(path) as memo:
        assert memo.get_many([*put, b"\0" * 32]) == put
    assert [it.name for it in path.parent.iterdir()] == ["memo.sqlite"]


def test_few_of_many_rows_and_twice_the_same_key(path: Path) -> None:
    put = rows(2500)
    wanted = list(put)[7::100]
    with Memo(path) as memo:
        memo.put_many(put)
        assert memo.get_many([*wanted, *wanted]) == {key: put[key] for key in wanted}


def test_a_value_put_again_replaces_the_first(path: Path) -> None:
    with Memo(path) as memo:
        memo.put_many({b"k" * 32: b"one"})
        memo.put_many({b"k" * 32: b"two"})
        assert memo.get_many([b"k" * 32]) == {b"k" * 32: b"two"}


@given(first=st.lists(st.binary(max_size=4), max_size=4), second=st.lists(st.binary(max_size=4)))
def test_keys_of_different_parts_differ(first: list[bytes], second: list[bytes]) -> None:
    assert (memo_key("a", *first) == memo_key("a", *second)) == (first == second)
    assert memo_key("a", *first) != memo_key("b", *first)
    assert len(memo_key("a", *first)) == 32


@pytest.mark.parametrize(
    "kind", ["text", "empty", "zeros", "folder", "other database", "old schema"]
)
def test_another_file_in_its_place_is_replaced(path: Path, kind: str) -> None:
    path.parent.mkdir()
    match kind:
        case "folder":
            path.mkdir()
        case "other database" | "old schema":
            connection = sqlite3.connect(path)
            connection.execute("CREATE TABLE memo (other)")
            connection.execute(
                f"PRAGMA user_version={0 if kind == 'old schema' else memo_module.SCHEMA}"
            )
            connection.commit()
            connection.close()
        case _:
            path.write_bytes({"text": b"no database", "empty": b"", "zeros": bytes(50_000)}[kind])
    put = rows(20)
    with Memo(path) as memo:
        assert memo.get_many(put) == {}
        memo.put_many(put)
    with Memo(path) as memo:
        assert memo.get_many(put) == (put if kind != "folder" else {})


@given(data=st.data())
def test_damage_anywhere_gives_right_values_or_none(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("memo") / "memo.sqlite"
    put = rows(40, 900)
    with Memo(path) as memo:
        memo.put_many(put)
    image = bytearray(path.read_bytes())
    kind = data.draw(st.sampled_from(["flip", "cut", "zero"]))
    at = data.draw(st.integers(0, len(image) - 1))
    if kind == "cut":
        del image[at:]
    elif kind == "flip":
        image[at] ^= data.draw(st.integers(1, 255))
    else:
        image[at : at + 5000] = bytes(len(image[at : at + 5000]))
    path.write_bytes(image)
    with Memo(path) as memo:
        assert memo.get_many(put).items() <= put.items()
        memo.put_many(put)
        found = memo.get_many(put)
        assert found.items() <= put.items()
    with Memo(path) as memo:
        assert memo.get_many(put).items() <= put.items()


def test_every_byte_of_a_value_counts(path: Path) -> None:
    key, value = b"k" * 32, b"the value that is looked for" * 3
    with Memo(path) as memo:
        memo.put_many({key: value})
    image = path.read_bytes()
    start = image.index(value)
    for at in range(start - 4, start + len(value)):
        damaged = bytearray(image)
        damaged[at] ^= 1
        path.write_bytes(damaged)
        with Memo(path) as memo:
            assert memo.get_many([key]) == {}


def test_a_file_somebody_else_has_locked_is_left_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memo_module, "WAIT_SECONDS", 0.05)
    put = rows(5)
    with Memo(path) as memo:
        memo.put_many(put)
    other = sqlite3.connect(path)
    other.execute("BEGIN EXCLUSIVE")
    with Memo(path) as memo:
        assert memo.get_many(put) == {}
        memo.put_many(rows(9))
        assert not memo.persistent
    other.rollback()
    other.close()
    with Memo(path) as memo:
        assert memo.get_many(rows(9)) == put


@pytest.mark.skipif(sys.platform == "win32", reason="modes")
def test_a_file_or_folder_that_may_not_be_written(path: Path) -> None:
    put = rows(5)
    with Memo(path) as memo:
        memo.put_many(put)
    os.chmod(path, 0o444)
    os.chmod(path.parent, 0o555)
    try:
        with Memo(path) as memo:
            assert memo.get_many(put) == put
            memo.put_many(rows(9))
    finally:
        os.chmod(path.parent, 0o755)
    with Memo(path) as memo:
        assert memo.get_many(put) == put


def test_no_folder_can_be_made(tmp_path: Path) -> None:
    (tmp_path / "cache").write_bytes(b"a file")
    with Memo(tmp_path / "cache" / "memo.sqlite") as memo:
        memo.put_many(rows(3))
        assert memo.get_many(rows(3)) == {}
        memo.prune()
        assert not memo.persistent


def test_it_does_not_grow_for_ever(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memo_module, "SLACK", 10)
    stays = rows(20)
    sizes = []
    for build in range(30):
        with Memo(path) as memo:
            memo.get_many(stays)
            changed = {memo_key("edit", bytes([build, it])): b"x" * 20_000 for it in range(10)}
            memo.put_many({**stays, **changed} if build == 0 else changed)
            memo.prune()
        assert count(path) <= 2 * (20 + 10) + 10
        sizes.append(path.stat().st_size)
    assert max(sizes) < 2_500_000
    with Memo(path) as memo:
        assert memo.get_many(stays) == stays


def test_a_build_that_adds_nothing_writes_nothing(path: Path) -> None:
    with Memo(path) as memo:
        memo.put_many(rows(3000))
    before = path.stat()
    with Memo(path) as memo:
        memo.get_many(list(rows(3000))[:1])
        memo.prune()
    after = path.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "package"
    (folder / "sub" / "__pycache__").mkdir(parents=True)
    (folder / "a.py").write_text("a = 1\n")
    (folder / "sub" / "table.txt").write_text("中文\n", "utf-8")
    monkeypatch.setattr(code_module, "PACKAGE", folder)
    return folder


def test_the_code_digest_follows_contents_and_nothing_else(package: Path, path: Path) -> None:
    with Memo(path) as memo:
        first = code_digest(memo)
        os.utime(package / "a.py", (5, 5))
        (package / "sub" / "__pycache__" / "a.pyc").write_bytes(b"x")
        (package / ".a.py.swp").write_bytes(b"x")
        assert code_digest(memo) == first
        (package / "a.py").write_text("a = 2\n")
        second = code_digest(memo)
        assert second != first
        (package / "a.py").rename(package / "b.py")
        assert code_digest(memo) not in (first, second)
        (package / "b.py").rename(package / "a.py")
        (package / "a.py").write_text("a = 1\n")
        assert code_digest(memo) == first
    with Memo(path) as memo:
        assert code_digest(memo) == first


def test_the_code_digest_knows_templates_and_installed_versions(
    package: Path, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates = tmp_path / "templates"
    templates.mkdir()
    (templates / "page.html").write_text("x")
    installed = tmp_path / "installed"
    (installed / "jinja2-3.1.4.dist-info").mkdir(parents=True)
    monkeypatch.setattr(sys, "path", [str(installed), str(tmp_path / "missing")])
    with Memo(path) as memo:
        seen = [code_digest(memo), code_digest(memo, [templates])]
        (templates / "page.html").write_text("y")
        seen.append(code_digest(memo, [templates]))
        (installed / "jinja2-3.1.4.dist-info").rename(installed / "jinja2-3.1.5.dist-info")
        seen.append(code_digest(memo, [templates]))
    assert len(set(seen)) == 4


def test_a_damaged_shortcut_is_not_believed(package: Path, path: Path) -> None:
    with Memo(path) as memo:
        first = code_digest(memo)
    path.write_bytes(b"garbage")
    with Memo(path) as memo:
        assert code_digest(memo) == first
