"""What a build gets from map_leaves, however it is run."""

from __future__ import annotations

import importlib
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.leaves import Died, LeafError, TimedOut, map_leaves
from generator.leaves import run as run_module
from generator.leaves.process import start_method

ROOT = Path(__file__).resolve().parents[2]

# With the import mode of this project a test module has no name that a worker could import.
sys.path.insert(0, str(Path(__file__).parent))
examples = importlib.import_module("leaf_examples")
sys.path.pop(0)

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals")
LIMIT = 0.3


@pytest.fixture(autouse=True)
def _workers_start_early(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_module, "FEW", dict.fromkeys(run_module.FEW, 16))


def run(leaf: Callable[[int], Any], count: int = 60, jobs: int = 2) -> list[Any]:
    return list(map_leaves(leaf, range(count), jobs, LIMIT))


def children() -> set[str]:
    """Processes whose parent this one is, zombies too."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == os.getpid():
            found.add(stat.parent.name)
    return found


@pytest.fixture(autouse=True)
def _no_process_stays() -> Iterator[None]:
    before = children()
    yield
    assert children() <= before


@pytest.mark.parametrize("jobs", [1, 2, 5])
@pytest.mark.parametrize("count", [0, 1, 15, 17, 45, 403])
def test_results_come_in_order_for_any_number_of_workers(jobs: int, count: int) -> None:
    assert run(examples.square, count, jobs) == [item * item for item in range(count)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_large_results_and_inputs(jobs: int) -> None:
    items = [bytes([number]) * 300_000 for number in range(40)]
    assert list(map_leaves(examples.double_bytes, items, jobs, 10)) == [it + it for it in items]


def test_quick_leaves_wait_for_slow_ones() -> None:
    assert run(examples.slow_in_reverse, 40) == list(range(40))


def test_few_items_start_no_process() -> None:
    assert set(run(examples.process_id, 10)) == {os.getpid()}


def test_dear_leaves_get_processes_though_they_are_few() -> None:
    here = os.getpid()
    assert here not in list(map_leaves(examples.process_id, range(6), 2, None, None, 2))
    assert set(map_leaves(examples.process_id, range(2), 2, None, None, 2)) == {here}


def test_what_was_warmed_up_is_warm_in_every_worker() -> None:
    examples.LOADED.clear()
    leaves = map_leaves(examples.loads_once, range(60), 2, LIMIT, lambda: examples.loads_once(0))
    assert set(leaves) == {os.getpid()}


def test_many_items_are_shared_out() -> None:
    assert os.getpid() not in run(examples.process_id)


@POSIX
@pytest.mark.parametrize("jobs", [1, 2], ids=["here", "workers"])
@pytest.mark.parametrize(
    "leaf",
    ["sleeps_at_30", "matches_for_ever_at_30", "swallows_everything_at_30"],
)
def test_a_hanging_leaf_costs_its_own_result_only(leaf: str, jobs: int) -> None:
    if leaf == "swallows_everything_at_30" and jobs == 1:
        pytest.skip("without a worker process nothing can stop it")
    expected: list[object] = list(range(60))
    expected[30] = TimedOut(30)
    assert run(getattr(examples, leaf), jobs=jobs) == expected


@POSIX
def test_a_leaf_that_hangs_in_c_is_stopped_by_the_parent() -> None:
    expected: list[object] = list(range(60))
    expected[30] = TimedOut(30)
    assert run(examples.hangs_in_c_at_30) == expected


@POSIX
@pytest.mark.parametrize(
    ("leaf", "reason"), [("crashes_at_30", "SIGSEGV"), ("leaves_at_30", "exit code 3")]
)
def test_a_leaf_that_kills_its_process_costs_its_own_result_only(leaf: str, reason: str) -> None:
    expected: list[object] = list(range(60))
    expected[30] = Died(30, reason)
    assert run(getattr(examples, leaf)) == expected


@POSIX
def test_many_deaths_are_survived() -> None:
    died = [item if item % 3 else Died(item, "exit code 3") for item in range(40)]
    assert run(examples.dies_at_every_third, 40) == died


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_exception_names_the_first_item_it_came_from(jobs: int) -> None:
    seen: list[object] = []
    with pytest.raises(LeafError, match=r"raises_at_30 failed on item 30(.|\n)*item 30") as caught:
        seen.extend(map_leaves(examples.raises_at_30, range(60), jobs, LIMIT))
    assert seen == list(range(30))
    assert caught.value.index == 30


def test_a_result_that_cannot_travel_is_named_too() -> None:
    with pytest.raises(LeafError, match="failed on item 30"):
        run(examples.unpicklable_at_30)


def test_a_consumer_may_stop_early() -> None:
    results = map_leaves(examples.square, iter(range(100_000)), 2, LIMIT)
    assert [next(results) for _ in range(25)] == [item * item for item in range(25)]
    results.close()  # type: ignore[attr-defined]


def test_items_are_taken_as_needed() -> None:
    items = iter(range(100_000))
    results = map_leaves(examples.square, items, 2, LIMIT)
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert next(items) < 1000


def test_a_slow_consumer_makes_no_leaf_late() -> None:
    results = []
    for number, outcome in enumerate(map_leaves(examples.square, range(120), 2, 0.1)):
        if number == 3:
            time.sleep(2.0)
        results.append(outcome)
    assert results == [item * item for item in range(120)]


@POSIX
def test_the_callers_alarm_handler_comes_back() -> None:
    before = signal.signal(signal.SIGALRM, signal.SIG_IGN)
    try:
        run(examples.square, 10, 1)
        assert signal.getsignal(signal.SIGALRM) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGALRM, before)


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
def test_a_process_with_threads_is_not_forked() -> None:
    assert start_method() == "fork"
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert start_method() == "forkserver"
    finally:
        stop.set()
        thread.join()


SCRIPT = """
    import sys, threading
    sys.path[:0] = [{root!r}, {here!r}]
    import leaf_examples
    from generator.leaves import map_leaves, run
    run.FEW = dict.fromkeys(run.FEW, 16)
    if __name__ == "__main__":
        {body}
"""


def start(body: str) -> subprocess.Popen[str]:
    lines = textwrap.indent(textwrap.dedent(body), "        ").strip()
    script = textwrap.dedent(SCRIPT).format(
        root=str(ROOT), here=str(Path(__file__).parent), body=lines.replace("\n        ", "\n    ")
    )
    return subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def session(leader: int) -> set[int]:
    """Living processes of a session."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == leader and fields[0] != "Z":
            found.add(int(stat.parent.name))
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_worker_outlives_a_build_that_is_interrupted(number: signal.Signals) -> None:
    process = start("""
        for outcome in map_leaves(leaf_examples.sleeps, range(60), 2, 10):
            print(outcome, flush=True)
    """)
    assert process.stdout is not None
    process.stdout.readline()
    assert len(session(process.pid)) == 3
    if number == signal.SIGINT:
        os.killpg(process.pid, number)  # as a terminal does on Ctrl-C
    else:
        process.send_signal(number)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == -number
    assert errors.count("Traceback") <= (number == signal.SIGINT)
    deadline = time.monotonic() + 5
    while session(process.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not session(process.pid)


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
def test_below_a_server_with_threads_the_results_are_the_same() -> None:
    process = start("""
        stop = threading.Event()
        threading.Thread(target=stop.wait).start()
        found = list(map_leaves(leaf_examples.crashes_at_30, range(250), 2, 5))
        print(found[:30] == list(range(30)), found[30], found[31:] == list(range(31, 250)))
        stop.set()
    """)
    output, errors = process.communicate(timeout=60)
    assert output == "True Died(index=30, reason='SIGSEGV') True\n", errors


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
def test_in_a_thread_where_signals_do_not_work_a_worker_is_watched() -> None:
    process = start("""
        found = []
        def build():
            found.extend(map_leaves(leaf_examples.sleeps_at_30, range(28, 33), 1, 0.3))
        thread = threading.Thread(target=build)
        thread.start()
        thread.join()
        print(found)
    """)
    output, errors = process.communicate(timeout=60)
    assert output == "[28, 29, TimedOut(index=2), 31, 32]\n", errors
