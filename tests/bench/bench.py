"""This project beside Hugo, and Hugo with Pagefind, on the same generated articles.

    python -m tests.bench.bench [--size 1000] [--runs 5] [--only NAME ...]

Prints a table and writes every measurement to tests/bench/work/results-SIZE.json. Ends with 1
if a build fails or does not show what was edited.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.bench import corpus
from tests.bench.measure import Measurement, measure
from tests.bench.peers import HERE, Contestant, SetUpError, contestants

WORK = HERE / "work"
SCENARIOS = ("cold", "unchanged", "one edit")
GOALS = {"cold": 3.0, "unchanged": 0.4, "one edit": 0.7}
"""Our CPU seconds as multiples of Hugo's for the same; set for 1,000 articles."""

_WARM_UP = 20
"""Articles of the build that is not counted: it reads the programs and compiles the bytecode."""


class Run(NamedTuple):
    """One build of one contestant in one round; its commands added up."""

    round: int
    contestant: str
    scenario: str
    cpu_seconds: float
    wall_seconds: float
    peak_megabytes: float
    load: float
    """The machine's load average of the last minute: what else it was doing."""


class BuildError(Exception):
    """A build that can't be compared with others."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, write; give the exit code."""
    options = _parser().parse_args(arguments)
    try:
        peers = [it for it in contestants(WORK / "tools") if it.name in options.only]
        runs = _rounds(peers, options)
    except (SetUpError, BuildError) as error:
        print(f"make bench: {error}", file=sys.stderr)
        return 1
    print(f"\n{table(runs, options.size)}")
    if reached := goals(runs):
        print(f"\n{reached}")
    target = WORK / f"results-{options.size}.json"
    target.write_text(json.dumps(_record(peers, runs, options), indent=1), encoding="utf-8")
    print(f"\nEach run: {target.relative_to(HERE.parent.parent)}")
    return 0


def table(runs: Sequence[Run], size: int) -> str:
    """Medians as a Markdown table; `×` is the median of the ratios to Hugo in the same round."""
    head = [
        f"{size:,} articles",
        *(f"{it}: CPU s, ×" for it in SCENARIOS),
        "cold: wall s",
        "peak MB",
    ]
    lines = [head, ["---", *("---:" for _ in head[1:])]]
    for name in dict.fromkeys(it.contestant for it in runs):
        mine = [it for it in runs if it.contestant == name]
        cells = [name]
        for scenario in SCENARIOS:
            cpu = _median(it.cpu_seconds for it in mine if it.scenario == scenario)
            ratio = ratio_to_hugo(runs, name, scenario)
            cells.append(f"{cpu:.2f}" if ratio is None else f"{cpu:.2f}, {ratio:.2f}")
        cells.append(f"{_median(it.wall_seconds for it in mine if it.scenario == 'cold'):.2f}")
        cells.append(f"{max(it.peak_megabytes for it in mine):.0f}")
        lines.append(cells)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def goals(runs: Sequence[Run]) -> str:
    """Whether each goal is met, in a line; empty if there is nothing to hold against Hugo."""
    told = []
    for scenario, goal in GOALS.items():
        ratio = ratio_to_hugo(runs, "jingwei", scenario)
        if ratio is None:
            return ""
        told.append(f"{scenario} {ratio:.2f} {'≤' if ratio <= goal else 'MISSES'} {goal:g}")
    return f"jingwei's CPU seconds over Hugo's: {'; '.join(told)}."


def ratio_to_hugo(runs: Sequence[Run], name: str, scenario: str) -> float | None:
    """Median over the rounds, each compared with itself: what else runs weighs on both alike."""
    cpu = {(it.contestant, it.round): it.cpu_seconds for it in runs if it.scenario == scenario}
    ratios = [
        cpu[name, number] / seconds
        for (contestant, number), seconds in cpu.items()
        if contestant == "hugo" and (name, number) in cpu and seconds > 0
    ]
    return _median(ratios) if ratios and name != "hugo" else None


def _median(values: Iterable[float]) -> float:
    return statistics.median(list(values))


def _rounds(peers: Sequence[Contestant], options: argparse.Namespace) -> list[Run]:
    logs = WORK / "logs"
    logs.mkdir(parents=True, exist_ok=True)
    sites = {}
    for peer in peers:
        log = logs / f"{peer.name}-{options.size}.log"
        log.unlink(missing_ok=True)
        warm_up, folder = WORK / "warm-up" / peer.name, WORK / f"sites-{options.size}" / peer.name
        peer.lay_out(warm_up, _WARM_UP)
        _build(peer, warm_up, log, options.limit)
        peer.lay_out(folder, options.size)
        sites[peer] = folder, log
    runs = []
    for number in range(1, options.runs + 1):
        # What is compared runs close together: a shared machine is not as fast all the time.
        for scenario in SCENARIOS:
            for peer, (folder, log) in sites.items():
                check = _PREPARE[scenario](peer, folder, options.size, number)
                result = _build(peer, folder, log, options.limit)
                check()
                run = Run(number, peer.name, scenario, *result, round(os.getloadavg()[0], 2))
                runs.append(run)
                print(
                    f"{number}/{options.runs}  {peer.name:14}{scenario:10}"
                    f"{run.cpu_seconds:8.2f} CPU s{run.wall_seconds:8.2f} s{run.peak_megabytes:7.0f} MB",
                    flush=True,
                )
    shutil.rmtree(WORK / "warm-up")
    return runs


def _build(peer: Contestant, folder: Path, log: Path, limit: float) -> tuple[float, float, float]:
    """CPU seconds, wall seconds, peak megabytes of all its commands."""
    done: list[Measurement] = []
    for command in peer.commands:
        result = measure(command, folder, log, limit)
        if result.timed_out or result.exit_code:
            reason = "took too long" if result.timed_out else f"exit code {result.exit_code}"
            raise BuildError(f"{peer.name}: {Path(command[0]).name}: {reason}; see {log}")
        done.append(result)
    return (
        round(sum(it.cpu_seconds for it in done), 3),
        round(sum(it.wall_seconds for it in done), 3),
        max(it.peak_megabytes for it in done),
    )


Check = Callable[[], None]


def _cold(peer: Contestant, folder: Path, size: int, number: int) -> Check:
    peer.clean(folder)

    def every_article_has_a_page() -> None:
        names = map(corpus.name_of, range(size))
        missing = [it for it in names if not peer.page(folder, it).is_file()]
        if missing:
            raise BuildError(f"{peer.name}: {len(missing)} pages are missing, first {missing[0]}")

    return every_article_has_a_page


def _unchanged(peer: Contestant, folder: Path, size: int, number: int) -> Check:
    return lambda: None


def _one_edit(peer: Contestant, folder: Path, size: int, number: int) -> Check:
    name = corpus.name_of(size // 2)
    sentence = f"第{number}次增补的一句话。"
    with (folder / peer.articles / f"{name}.md").open("a", encoding="utf-8", newline="\n") as file:
        file.write(f"\n{sentence}\n")

    def the_page_shows_it() -> None:
        if sentence not in peer.page(folder, name).read_text(encoding="utf-8"):
            raise BuildError(f"{peer.name}: the edit of {name} does not reach its page")

    return the_page_shows_it


_PREPARE: dict[str, Callable[[Contestant, Path, int, int], Check]] = {
    "cold": _cold,
    "unchanged": _unchanged,
    "one edit": _one_edit,
}


def _record(
    peers: Sequence[Contestant], runs: Sequence[Run], options: argparse.Namespace
) -> dict[str, object]:
    return {
        "date": time.strftime("%Y-%m-%d"),
        "system": platform.platform(),
        "processors": os.cpu_count(),
        "python": platform.python_version(),
        "size": options.size,
        "versions": {it.name: it.version for it in peers},
        "runs": [it._asdict() for it in runs],
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__.partition("\n")[0])
    names = ("hugo", "jingwei", "hugo+pagefind")
    parser.add_argument("--size", type=_positive, default=1_000, help="number of articles")
    parser.add_argument("--runs", type=_positive, default=5, help="rounds; medians are shown")
    parser.add_argument("--only", nargs="+", choices=names, default=names, metavar="NAME")
    parser.add_argument("--limit", type=float, default=600, help="seconds a command may take")
    return parser


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("1 or more")
    return value


if __name__ == "__main__":
    sys.exit(main())
