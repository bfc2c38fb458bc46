"""Made-up articles -> CPU milliseconds an article of each step of indexing, and the size of the index.

    python -m tests.bench.search.measure [COUNT [TEXTS…]]

TEXTS are JSON Lines with `text`, taken instead of made-up articles, COUNT of them at most. The best
of three rounds; compare figures of one machine only.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

from generator.search.index import index_files
from generator.search.merge import gather, stretches
from generator.search.parts import Piece
from generator.search.records import About, Numbered, SearchFile
from generator.search.terms import facet
from generator.search.tokens import tokens
from tests.bench.corpus import article, visible

T = TypeVar("T")

COUNT = 1_000
_ROUNDS = 3


def texts(count: int, paths: list[str]) -> list[str]:
    """So many texts, of the files if there are any."""
    return (
        list(islice(_of_files(paths), count))
        if paths
        else [visible(article(it, count).text) for it in range(count)]
    )


def _of_files(paths: list[str]) -> Iterator[str]:
    lines = chain.from_iterable(Path(it).read_text(encoding="utf-8").splitlines() for it in paths)
    return (json.loads(line)["text"] for line in lines)


def measured(given: list[str]) -> tuple[dict[str, float], list[tuple[SearchFile, int]]]:
    """CPU seconds by step; the files of the index with their sizes."""
    spent: dict[str, float] = {}

    def timed(step: str, made: Callable[[], T]) -> T:
        start = time.process_time()
        result = made()
        spent[step] = time.process_time() - start
        return result

    facets = ((facet("kind", "article"), 0),)
    documents = timed(
        "terms",
        lambda: [
            Numbered(number, tokens("", (Piece(f"{text}\n", 1, 0, ()),), facets))
            for number, text in enumerate(given)
        ],
    )
    bits = len(given).bit_length()
    about = About(len(given), 0, bits, 0, 0, 0, 8, 8, b"")
    timed("merge", lambda: [len(it.heads) for it in stretches(gather(documents, ()))])
    files = timed("merge, encode", lambda: list(index_files(documents, (), about)))
    sizes = timed("compress", lambda: [len(it.make()) for it in files])
    return spent, list(zip(files, sizes, strict=True))


def main() -> None:
    """Print what was measured."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    given = texts(count, sys.argv[2:])
    best: dict[str, float] = {}
    for _ in range(_ROUNDS):
        spent, files = measured(given)
        best = {step: min(seconds, best.get(step, seconds)) for step, seconds in spent.items()}
    bytes_given = sum(len(it.encode()) for it in given)
    sizes = sorted(size for _, size in files)
    print(f"{len(given)} articles, {sum(map(len, given)) // len(given)} characters each")
    for step, seconds in best.items():
        print(f"{step:14} {seconds / len(given) * 1000:6.3f} ms an article")
    print(f"index          {sum(sizes) / bytes_given:6.3f} of the text's bytes")
    print(
        f"files          {len(sizes):6}, median {sizes[len(sizes) // 2]} bytes, largest {sizes[-1]}"
    )


if __name__ == "__main__":
    main()
