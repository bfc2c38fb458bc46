"""A build that is killed at any moment leaves the old site or the new one, and nothing besides."""

from __future__ import annotations

import functools
import hashlib
import os
import random
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.model.problem import Problem
from generator.store import exchange as exchange_module
from generator.store import staged as staged_module
from generator.store.manifest import MANIFEST
from generator.store.publish import UNKNOWN, open_site
from generator.store.staged import Staged

ROOT = Path(__file__).resolve().parents[3]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="fork")

OLD = {"index.html": b"old", "a/index.html": b"a", "b/c/index.html": b"c", "gone/x.html": b"x"}
NEW = {"index.html": b"new", "a/index.html": b"a", "b/c/index.html": b"c2", "fresh/y.html": b"y"}
FOREIGN = {"CNAME": b"example.org", "a/scan.pdf": b"%PDF", "own/z": b"z"}

CHANGES = ("mkdir", "write", "link", "unlink", "rmdir", "rename", "replace", "chmod", "fsync")


def publish(output: Path, pages: dict[str, bytes]) -> None:
    site = open_site(output, 5.0)
    assert not isinstance(site, Problem)
    with site:
        staged = site.stage(
            dict.fromkeys(pages, UNKNOWN), lambda paths: [(path, pages[path]) for path in paths]
        )
        assert isinstance(staged, Staged), staged
        assert staged.publish() == ()


def files(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def pages_of(site: Path) -> dict[str, bytes]:
    """The site without its manifest, which must be the one of these very files."""
    found = files(site)
    lines = found.pop(MANIFEST).decode().splitlines()[1:]
    own = {path: found[path] for path in (line[66:] for line in lines)}
    for line in lines:
        assert hashlib.sha256(own[line[66:]]).hexdigest() == line[:64]
    assert {path: data for path, data in found.items() if path not in own} == FOREIGN
    return own


def killed_at(number: int, action: Callable[[], None]) -> bool:
    """Do it in a child that dies just before its change no. `number`; False if it came through."""
    child = os.fork()
    if not child:
        try:
            _die_before(number)
            action()
        except BaseException:
            os._exit(3)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, 9)
    return code == 9


def _die_before(number: int) -> None:
    left = number

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **options: object) -> object:
            nonlocal left
            left -= 1
            if left == 0:
                os._exit(9)
            return real(*arguments, **options)

        return call

    for name in CHANGES:
        setattr(os, name, counted(getattr(os, name)))
    exchange_module.swap = counted(exchange_module.swap)  # type: ignore[assignment]
    for name in ("exchange", "write_stamps", "carry_over"):
        setattr(staged_module, name, counted(getattr(staged_module, name)))


@pytest.mark.parametrize("exchange", ["one step", "two renames"])
@pytest.mark.parametrize("builds_before", [1, 2], ids=["no spare", "spare"])
def test_killed_before_any_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchange: str, builds_before: int
) -> None:
    if exchange == "two renames":
        monkeypatch.setattr(exchange_module, "swap", lambda one, other: False)
    seen = set()
    for number in range(1, 200):
        output = tmp_path / str(number)
        if builds_before == 2:
            publish(output, NEW)
        publish(output, OLD)
        for path, data in FOREIGN.items():
            (output / "site" / path).parent.mkdir(exist_ok=True)
            (output / "site" / path).write_bytes(data)
        killed = killed_at(number, functools.partial(publish, output, NEW))
        if exchange == "two renames":
            site = open_site(output, 0.0)
            assert not isinstance(site, Problem)
            site.close()
        found = pages_of(output / "site")
        assert found in (OLD, NEW)
        seen.add(found == NEW)
        site = open_site(output, 0.0)
        assert not isinstance(site, Problem)
        site.close()
        assert pages_of(output / "site") == found
        for pages in (NEW, OLD):
            publish(output, pages)
            assert pages_of(output / "site") == pages
            assert {path.name for path in (output / ".stage").iterdir()} <= {
                "lock",
                "stamps",
                "stamps.new",
                "spare",
            }
        if not killed:
            break
    assert not killed
    assert number > 20
    assert seen == {True, False}


def test_the_first_build_killed_before_any_change(tmp_path: Path) -> None:
    for number in range(1, 200):
        output = tmp_path / str(number)
        killed = killed_at(number, functools.partial(publish, output, NEW))
        if (output / "site").exists():
            assert files(output / "site").keys() - {MANIFEST} == NEW.keys()
        publish(output, NEW)
        assert files(output / "site").keys() - {MANIFEST} == NEW.keys()
        if not killed:
            break
    assert not killed


BUILDS_FOR_EVER = """
    import itertools, sys
    from pathlib import Path
    sys.path.insert(0, {root!r})
    from generator.store.publish import UNKNOWN, open_site
    print("ready", flush=True)
    for number in itertools.count():
        text = str(number).encode()
        pages = {{f"p/{{it}}/index.html": text for it in range(40)}}
        pages[f"only/{{number % 3}}"] = text
        with open_site(Path({output!r})) as site:
            wanted = dict.fromkeys(pages, UNKNOWN)
            staged = site.stage(wanted, lambda paths: [(it, pages[it]) for it in paths])
            assert staged.publish() == ()
"""


@pytest.mark.slow
def test_killed_at_random_times(tmp_path: Path) -> None:
    chance = random.Random(7)
    script = textwrap.dedent(BUILDS_FOR_EVER).format(root=str(ROOT), output=str(tmp_path))
    for _ in range(12):
        process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0.01, 0.12))
        process.kill()
        process.communicate()
        site = tmp_path / "site"
        if site.exists():
            found = files(site)
            del found[MANIFEST]
            assert len(found) == 41
            assert len(set(found.values())) == 1


def test_a_file_that_came_just_before_the_kill_is_carried_over(tmp_path: Path) -> None:
    publish(tmp_path, OLD)

    def build() -> None:
        real = exchange_module.exchange

        def exchange(folders: exchange_module.Folders) -> str:
            (tmp_path / "site/late.pdf").write_bytes(b"late")
            real(folders)
            os._exit(9)

        setattr(staged_module, "exchange", exchange)  # noqa: B010
        publish(tmp_path, NEW)

    assert killed_at(-1, build)
    assert "late.pdf" not in files(tmp_path / "site")
    publish(tmp_path, NEW)
    assert (tmp_path / "site/late.pdf").read_bytes() == b"late"


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Another process that holds the lock until it reads a line."""
    script = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from generator.store.publish import open_site
with open_site(Path({str(tmp_path)!r})):
    print("held", flush=True)
    sys.stdin.readline()
"""
    process = subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.readline()
    yield process
    process.kill()
    process.communicate()


def test_a_second_build_waits_says_so_once_and_refuses(
    tmp_path: Path, holder: subprocess.Popen[bytes]
) -> None:
    told: list[None] = []
    found = open_site(tmp_path, 0.3, lambda: told.append(None))
    assert isinstance(found, Problem)
    assert found.code == "output-locked"
    assert len(told) == 1


@pytest.mark.parametrize("end", ["done", "killed"])
def test_a_second_build_goes_on_when_the_first_has_ended(
    tmp_path: Path, holder: subprocess.Popen[bytes], end: str
) -> None:
    def finish() -> None:
        if end == "killed":
            holder.kill()
        else:
            assert holder.stdin is not None
            holder.stdin.write(b"\n")
            holder.stdin.flush()

    site = open_site(tmp_path, 10.0, finish)
    assert not isinstance(site, Problem)
    site.close()


def test_deleting_the_folder_of_the_lock_does_not_let_a_stale_one_pass(tmp_path: Path) -> None:
    first = open_site(tmp_path, 0.0)
    assert not isinstance(first, Problem)
    found = open_site(tmp_path, 0.0)
    assert isinstance(found, Problem)
    first.close()
    second = open_site(tmp_path, 0.0)
    assert not isinstance(second, Problem)
    second.close()
    second.close()
