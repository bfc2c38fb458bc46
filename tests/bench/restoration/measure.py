"""Texts -> how well the solver puts pages made of them together again, and how fast.

    python -m tests.bench.restoration.measure TEXTS [--seed N] [--pages 200]

TEXTS: a folder of Markdown or text files, JSON Lines, or a tagged corpus (see `texts`), none of
which the weights were fitted on. The same pages are solved together, each with the evidence of
all as `jingwei restore` does it, and one by one as a build does it.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.restore.evidence import learn
from generator.restore.lines import split_lines
from generator.restore.solution import Solution
from generator.restore.solve import solve
from tests.bench.restoration.pages import Answer, make_pages
from tests.bench.restoration.score import honesty, score
from tests.bench.restoration.texts import read_texts

_COUNTS = ("pages", "joins")
_ENOUGH = 100
"""Lines a bin of chances must hold to say anything; see README."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One way of solving the pages."""

    name: str
    figures: Mapping[str, float]
    honest: Sequence[tuple[int, float, float]]
    """(number, mean probability, share that is right)."""
    seconds: float
    """CPU time, that of loading the tables included where it is the first."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("texts", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pages", type=int, default=200)
    chosen = parser.parse_args(arguments)
    pages = make_pages(read_texts(chosen.texts), chosen.seed, chosen.pages)
    if not pages:
        print(f"{chosen.texts}: not enough articles that are long enough for a page")
        return 1
    for together in (True, False):
        print("\n".join(report(measure(pages, together=together))), flush=True)
    return 0


def measure(pages: Sequence[tuple[str, Answer]], *, together: bool) -> Measured:
    """All pages solved, with the evidence of all or each from itself."""
    start = time.process_time()
    evidence = learn([text for text, _ in pages]) if together else None
    solutions: list[Solution] = [solve(split_lines(text), evidence=evidence) for text, _ in pages]
    seconds = time.process_time() - start
    name = "together" if together else "one by one"
    return Measured(name, score(pages, solutions), honesty(pages, solutions), seconds)


def report(measured: Measured) -> list[str]:
    """Lines to print."""
    lines = [measured.name]
    for name, value in measured.figures.items():
        lines.append(f"  {name:20}{value:8.{0 if name in _COUNTS else 3}f}")
    lines.append(f"  {'CPU seconds':20}{measured.seconds:8.1f}")
    lines.append("  best heads: number, mean probability, share that is right")
    for number, said, right in measured.honest:
        few = "" if number >= _ENOUGH else "  (few)"
        lines.append(f"  {number:8}{said:8.3f}{right:8.3f}{few}")
    return lines


if __name__ == "__main__":
    raise SystemExit(main())
