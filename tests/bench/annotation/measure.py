"""Texts -> characters a CPU second of each rule that reads them, and of all together.

    python -m tests.bench.annotation.measure FILE…

A file is a text, or JSON Lines with `text` and `date`. Warm, the best of five rounds: what a
large corpus sees. Compare ratios of one run; machines differ.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from generator.annotate.concepts import find_concepts, with_concepts
from generator.annotate.dates import find_dates
from generator.annotate.events import find_events
from generator.annotate.figures import find_figures
from generator.annotate.names import find_names
from generator.annotate.names.units import read_units
from generator.annotate.offices import find_offices
from generator.annotate.papers import find_papers
from generator.annotate.programmes import find_programmes
from generator.annotate.prose import Prose, plain_prose
from generator.annotate.quotes import find_quotes

_ROUNDS = 5


def texts(paths: list[str]) -> Iterator[Prose]:
    """The texts of the files."""
    for path in paths:
        text = Path(path).read_text(encoding="utf-8")
        if path.endswith(".jsonl"):
            rows = [json.loads(line) for line in text.splitlines() if line.strip()]
            yield from (plain_prose(row["text"], row.get("date", "")) for row in rows)
        else:
            yield plain_prose(text)


def spent(prose: Prose) -> dict[str, float]:
    """CPU seconds by rule, for one text."""
    seconds: defaultdict[str, float] = defaultdict(float)

    def timed(name: str, rule: Callable[..., Any], *values: Any) -> Any:
        start = time.process_time()
        found = rule(*values)
        seconds[name] += time.process_time() - start
        return found

    papers = timed("documents", find_papers, prose)
    dates = timed("dates", find_dates, prose)
    figures = timed("figures", find_figures, prose, dates)
    units = timed("words", read_units, prose.text)
    names = timed("names", find_names, prose, units, papers)
    terms = timed("concepts", find_concepts, prose, units, names)
    timed("concepts", with_concepts, names, terms)
    offices = timed("offices", find_offices, prose, names)
    timed("quotes", find_quotes, prose, names, offices)
    timed("programmes", find_programmes, prose)
    timed("events", find_events, prose, names, dates, figures, papers)
    return seconds


def main(paths: list[str]) -> None:
    """Print one line a rule."""
    read = list(texts(paths))
    # As the commands do.
    gc.disable()
    characters = sum(len(it.text) for it in read)
    best: dict[str, float] = {}
    for number in range(_ROUNDS + 1):
        total: defaultdict[str, float] = defaultdict(float)
        for prose in read:
            for name, seconds in spent(prose).items():
                total[name] += seconds
        if number and (not best or sum(total.values()) < sum(best.values())):
            best = total
    for name, seconds in sorted(best.items(), key=lambda it: -it[1]):
        print(f"{name:12}{seconds * 1e3:9.1f} ms {characters / seconds / 1e6:8.1f} M characters/s")
    every = sum(best.values())
    print(f"{'together':12}{every * 1e3:9.1f} ms {characters / every / 1e6:8.2f} M")


if __name__ == "__main__":
    main(sys.argv[1:])
