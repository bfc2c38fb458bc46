"""Generated articles -> CPU milliseconds of each stage of our own build, in one process.

    python -m tests.bench.stages [SIZE]

For whoever makes a stage faster. Functions are wrapped from outside, so nothing of this is in
the product; a name that has moved is named. With one process there is no pool: what workers
cost, bench.py shows. Times exclude what a stage calls of other stages.
"""

from __future__ import annotations

import functools
import json
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.bench import corpus
from tests.bench.peers import HERE

STAGES = (
    ("generator.app.build", "read_content", "read"),
    ("generator.app.build", "code_digest", "digest of the code"),
    ("generator.app.build", "understand", "encode, decode"),
    ("generator.app.build", "weave", "weave"),
    ("generator.app.build", "locate", "locate problems"),
    ("generator.app.build", "verify", "check"),
    ("generator.app.pages", "Pages.add_views", "encode views"),
    ("generator.app.memory", "Memory.keys", "memo"),
    ("generator.app.memory", "Memory.recall", "memo"),
    ("generator.app.memory", "Memory.keep", "memo"),
    ("generator.app.before", "Before.__init__", "memo"),
    ("generator.app.before", "Before.recall", "same as before?"),
    ("generator.store.publish", "Site.stage", "write"),
    ("generator.store.site_tree", "SiteTree.flush", "flush"),
    ("generator.store.staged", "Draft._exchange", "publish"),
)
"""Module, function or method, the row it counts under."""

LEAVES = {
    "restored_leaf": "restore and annotate",
    "authored_leaf": "parse and annotate",
    "findings_leaf": "find",
    "parse_topic_leaf": "parse and annotate",
    "render": "render",
    "facts_leaf": "check",
}


class Clock:
    """Exclusive CPU time by name: the innermost open name gets it."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._open = ["the rest"]
        self._since = time.process_time()

    def turn(self) -> None:
        """Count the time until now."""
        now = time.process_time()
        self.seconds[self._open[-1]] += now - self._since
        self._since = now

    def enter(self, name: str) -> None:
        self.turn()
        self._open.append(name)

    def leave(self) -> None:
        self.turn()
        self._open.pop()

    def timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, its time counted."""

        @functools.wraps(function)
        def inside(*args: Any, **named: Any) -> Any:
            self.enter(name)
            try:
                return function(*args, **named)
            finally:
                self.leave()

        return inside

    def each(self, name: str, items: Iterable[Any]) -> Iterator[Any]:
        """The same items, the making of each counted."""
        iterator = iter(items)
        following = self.timed(name, lambda: next(iterator, self))
        while (item := following()) is not self:
            yield item


def stages(content: Path, output: Path) -> dict[str, float]:
    """Build once; CPU seconds by stage, the longest first."""
    app = import_module("generator.app.build")
    memory = import_module("generator.app.memory")
    request = import_module("generator.app.request")
    clock = Clock()
    undo = [_replace(*_find(module, path), clock, row) for module, path, row in STAGES]
    map_leaves, compose = memory.map_leaves, app.compose

    def timed_leaves(leaf: Any, *args: Any) -> Any:
        return map_leaves(clock.timed(LEAVES.get(leaf.__name__, leaf.__name__), leaf), *args)

    vars(memory)["map_leaves"] = timed_leaves
    vars(app)["compose"] = lambda *args: clock.each("compose", compose(*args))
    try:
        outcome = app.build(request.BuildRequest(content, output, jobs=1))
        clock.turn()
    finally:
        vars(memory)["map_leaves"], vars(app)["compose"] = map_leaves, compose
        for restore in undo:
            restore()
    if not outcome.published:
        raise SystemExit(f"nothing was published: {outcome.problems[:3]}")
    return dict(sorted(clock.seconds.items(), key=lambda item: -item[1]))


def _find(module: str, path: str) -> tuple[Any, str]:
    owner: Any = import_module(module)
    *above, name = path.split(".")
    for part in above:
        owner = getattr(owner, part, None)
    if not hasattr(owner, name):
        raise SystemExit(f"{module} has no {path} any more: mend STAGES in {Path(__file__).name}")
    return owner, name


def _replace(owner: Any, name: str, clock: Clock, row: str) -> Callable[[], None]:
    original = getattr(owner, name)
    setattr(owner, name, clock.timed(row, original))
    return lambda: setattr(owner, name, original)


def main(arguments: Sequence[str]) -> None:
    """Cold, unchanged, one edit, side by side; each in a process of its own, as builds are."""
    size = int(arguments[0]) if arguments else 1_000
    folder = HERE / "work" / f"stages-{size}"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(HERE / "jingwei", folder)
    corpus.write(folder / "content/articles", size)
    columns = [in_a_process(folder) for _ in range(2)]
    edited = folder / "content/articles" / f"{corpus.name_of(size // 2)}.md"
    with edited.open("a", encoding="utf-8") as file:
        file.write("\n增补的一句话。\n")
    columns.append(in_a_process(folder))
    _line(f"CPU ms, {size:,} articles", "cold", "unchanged", "one edit")
    for row in dict.fromkeys(name for column in columns for name in column):
        _line(row, *(f"{1000 * column.get(row, 0):.0f}" for column in columns))
    _line("all", *(f"{1000 * sum(column.values()):.0f}" for column in columns))


def _line(*cells: str) -> None:
    print(f"{cells[0]:26}" + "".join(f"{cell:>11}" for cell in cells[1:]))


def in_a_process(folder: Path) -> dict[str, float]:
    """Build folder/content into folder/build in a fresh process; CPU seconds by stage."""
    command = [sys.executable, "-m", __spec__.name, _ONCE, str(folder)]
    root = HERE.parent.parent
    done = subprocess.run(command, cwd=root, stdout=subprocess.PIPE, check=True)
    seconds: dict[str, float] = json.loads(done.stdout)
    return seconds


def _once(folder: Path) -> None:
    import_module("generator.cli.build")
    start = time.process_time()
    seconds = stages(folder / "content", folder / "build")
    json.dump({"start, imports": start, **seconds}, sys.stdout)


_ONCE = "--once"

if __name__ == "__main__":
    if sys.argv[1:2] == [_ONCE]:
        _once(Path(sys.argv[2]))
    else:
        main(sys.argv[1:])
