"""What a change of a file leads to: in the browser's event stream, on the terminal, at the end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import watchfiles

from generator.model.problem import Level, Place, Problem
from generator.serve.bulletin import blocking
from tests.unit.serve.running import CODE, Result, a_problem, running, write_site


def test_a_change_rebuilds_and_tells_every_tab(tmp_path: Path) -> None:
    with (
        running(tmp_path) as preview,
        preview.events() as one,
        preview.events() as other,
    ):
        first = [next(one), next(other)]
        (preview.content / "a.md").write_text("新")
        second = [next(one), next(other)]
    assert [item["version"] for item in first + second] == ["test-1", "test-1", "test-2", "test-2"]


CHANGES: dict[str, Callable[[Path], object]] = {
    "new": lambda folder: (folder / "b.md").write_text("b"),
    "edited": lambda folder: (folder / "a.md").write_text("b"),
    "deleted": lambda folder: (folder / "a.md").unlink(),
    "renamed": lambda folder: (folder / "a.md").rename(folder / "c.md"),
    "deep": lambda folder: (folder / "sub" / "deep" / "d.md").write_text("d"),
    "new-folder": lambda folder: os.mkdir(folder / "more"),
    "whole-folder-replaced": lambda folder: folder.with_name("other").replace(
        folder.rename(folder.with_name("old")).with_name("content")
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_kind_of_change_is_seen(tmp_path: Path, change: Callable[[Path], object]) -> None:
    (tmp_path / "content" / "sub" / "deep").mkdir(parents=True)
    (tmp_path / "content" / "a.md").write_text("a")
    (tmp_path / "other").mkdir()
    with running(tmp_path) as preview:
        change(preview.content)
        assert preview.server.bulletin.wait_beyond(1, 30)


def test_polling_sees_changes_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WATCHFILES_FORCE_POLLING", "1")
    with running(tmp_path) as preview:
        (preview.content / "a.md").write_text("a")
        assert preview.server.bulletin.wait_beyond(1, 30)


def test_without_notifications_it_falls_back_to_polling(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = watchfiles.watch

    def watch(*folders: Path, force_polling: bool | None = None, **options: Any) -> Any:
        if not force_polling:
            raise OSError("OS file watch limit reached")
        return real(*folders, force_polling=True, **options)

    monkeypatch.setattr(watchfiles, "watch", watch)
    with running(tmp_path) as preview:
        (preview.content / "a.md").write_text("a")
        assert preview.server.bulletin.wait_beyond(1, 30)
    assert any("OS file watch limit reached" in line for line in preview.lines)


def test_leftovers_of_editors_and_the_output_do_not_rebuild(tmp_path: Path) -> None:
    with running(tmp_path) as preview:
        for name in (".a.md.swp", "a.md~", "#a.md#", "4913", ".git"):
            (preview.content / name).write_text("x")
        preview.site.mkdir(parents=True)
        (preview.site / "index.html").write_text("x")
        assert preview.server.bulletin.wait_beyond(1, 0.6) is None


def test_a_burst_of_changes_is_one_build(tmp_path: Path) -> None:
    with running(tmp_path) as preview:
        for number in range(50):
            (preview.content / f"{number}.md").write_text("x")
        assert preview.server.bulletin.wait_beyond(1, 30)
        assert preview.server.bulletin.wait_beyond(2, 0.5) is None


def test_builds_follow_one_another_and_none_is_lost(tmp_path: Path) -> None:
    """A change during a build makes another build, after it and not beside it."""
    at_work, most, builds, begun = 0, 0, 0, threading.Event()

    def builder() -> Result:
        nonlocal at_work, most, builds
        at_work += 1
        most = max(most, at_work)
        builds += 1
        if builds == 2:
            begun.set()
            time.sleep(0.4)
        at_work -= 1
        return Result(published=True)

    with running(tmp_path, builder) as preview:
        (preview.content / "a.md").write_text("a")
        assert begun.wait(5)
        (preview.content / "b.md").write_text("b")
        assert preview.server.bulletin.wait_beyond(2, 30)
    assert (most, builds) == (1, 3)


def test_a_wrong_file_is_told_and_the_last_good_site_stays(tmp_path: Path) -> None:
    results = [Result(published=True), Result(False, (a_problem(fact="<b>错</b>"),)), Result(True)]
    write_site(tmp_path / "build" / "site", "好的网站")
    with running(tmp_path, lambda: results.pop(0)) as preview, preview.events() as events:
        good = next(events)
        (preview.content / "x.md").write_text("错")
        wrong = next(events)
        board = json.loads(preview.get("/_jingwei/problems.json").body)
        page = preview.get("/")
        (preview.content / "x.md").write_text("对")
        mended = next(events)
    assert (good["state"], wrong["state"], mended["state"]) == ("ready", "failed", "ready")
    assert good["version"] == wrong["version"] != mended["version"], "only a publish reloads"
    assert (page.status, "好的网站" in page.text) == (200, True)
    assert board["title"] == "网站未更新：有 1 个问题"
    assert [(row["place"], row["code"]) for row in board["problems"]] == [
        ("content/topics/x.md:12", CODE)
    ]
    assert preview.reported == [(a_problem(fact="<b>错</b>"),)]


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", "还没有生成过网站"), ("en", "There is no site yet")]
)
def test_without_a_site_the_problems_are_the_page(tmp_path: Path, lang: str, words: str) -> None:
    results = [Result(False, (a_problem(fact="<script>"),)), Result(published=True)]
    with running(tmp_path, lambda: results.pop(0), lang) as preview:  # type: ignore[arg-type]
        answers = [preview.get(path) for path in ("/", "/articles/a/")]
        for answer in answers:
            assert answer.status == 503
            assert words in answer.text
            assert "content/topics/x.md:12" in answer.text
            assert "<script>" not in answer.text
        write_site(preview.site)
        (preview.content / "x.md").write_text("对")
        assert preview.server.bulletin.wait_beyond(1, 30)
        assert preview.get("/").status == 200


@pytest.mark.filterwarnings("ignore")
def test_a_defect_of_ours_does_not_end_the_preview(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def builder() -> Result:
        if (tmp_path / "content" / "x.md").exists():
            return Result(published=True)
        raise RuntimeError("no such thing")

    with running(tmp_path, builder) as preview:
        board = json.loads(preview.get("/_jingwei/problems.json").body)
        (preview.content / "x.md").write_text("对")
        assert preview.server.bulletin.wait_beyond(1, 30)
    assert board["problems"][0]["detail"] == "程序内部出错：RuntimeError: no such thing"
    assert "Traceback" in capsys.readouterr().err


def _levels(*levels: Level) -> tuple[Problem, ...]:
    return tuple(Problem(CODE, level, Place("x")) for level in levels)


BLOCKING = {
    "errors-only": ((Level.NOTE, Level.ERROR, Level.WARNING), (Level.ERROR,)),
    "strict": ((Level.NOTE, Level.WARNING), (Level.WARNING,)),
    "notes": ((Level.NOTE,), (Level.NOTE,)),
}


@pytest.mark.parametrize(("given", "shown"), BLOCKING.values(), ids=BLOCKING)
def test_the_browser_shows_what_kept_the_site(
    given: tuple[Level, ...], shown: tuple[Level, ...]
) -> None:
    assert blocking(_levels(*given)) == _levels(*shown)


def test_a_flood_of_problems_is_cut_short_with_a_word(tmp_path: Path) -> None:
    many = tuple(a_problem(line=number) for number in range(1, 251))
    with running(tmp_path, lambda: Result(False, many)) as preview:
        board = json.loads(preview.get("/_jingwei/problems.json").body)
    assert (len(board["problems"]), board["more"]) == (
        100,
        "另有 150 个，见运行 jingwei serve 的终端。",
    )


def test_a_closed_tab_frees_its_thread(tmp_path: Path) -> None:
    with running(tmp_path) as preview:
        for _ in range(5):
            with preview.events() as events:
                next(events)
        deadline = time.monotonic() + 5
        while _connections() and time.monotonic() < deadline:
            time.sleep(0.05)
        assert _connections() == 0


def _connections() -> int:
    return sum(thread.name == "preview-connection" for thread in threading.enumerate())


PROGRAM = """
import sys, time
from pathlib import Path
from types import SimpleNamespace
from generator.serve.server import ServeRequest, serve
folder = Path(sys.argv[1])
def builder():
    if (folder / "content" / "slow.md").exists():
        print("BUILDING", flush=True)
        time.sleep(60)
    return SimpleNamespace(problems=(), published=True)
request = ServeRequest(site=folder / "site", content=folder / "content", port=0, lang="en")
sys.exit(serve(request, builder, print))
"""


@pytest.mark.parametrize("moment", ["idle", "building"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "sigterm"])
def test_a_signal_ends_it_at_once_and_in_order(
    tmp_path: Path, number: signal.Signals, moment: str
) -> None:
    (tmp_path / "content").mkdir()
    if moment == "building":
        (tmp_path / "content" / "slow.md").write_text("")
    awaited = "BUILDING" if moment == "building" else "Site updated"
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUTF8": "1"},
    ) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline()]
        while awaited not in lines[-1]:
            lines.append(process.stdout.readline())
            assert lines[-1], "ended too early"
        begin = time.monotonic()
        process.send_signal(number)
        process.send_signal(number)
        rest, errors = process.communicate(timeout=10)
    assert lines[0].startswith("Preview at http://127.0.0.1:")
    assert (process.returncode, errors, rest) == (0, "", "Preview stopped.\n")
    assert time.monotonic() - begin < 2
