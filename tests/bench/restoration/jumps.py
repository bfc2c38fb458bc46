"""Whole articles cut by the end of a page -> the weights and honesty of `restore.jumps`.

    python -m tests.bench.restoration.jumps TEXTS … [--seed N] [--sets 600]

Makes sets of articles of one to three days, some of them cut in two with jump lines as papers
print them, titles shortened or left out, halves missing; prints what a logistic regression finds,
and how the weights in use do on other sets.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from itertools import product
from math import exp
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np

from generator.model.article import Article, ArticleId, Block, PageRef, Segment
from generator.restore.jump_chances import chances
from generator.restore.jump_ends import ends_of, likeness
from generator.restore.jumps import WEIGHTS, features, match_jumps, possible
from tests.bench.restoration.pages import Text
from tests.bench.restoration.texts import read_texts

_NUMBERS = "零一二三四五六七八九十"
_FORMS = ("（{0}第{1}版）", "({0}{2}版)", "（{0}A{2}版）")


class Made(NamedTuple):
    """Articles of several pages, and which go on in which."""

    articles: list[Article]
    pairs: set[tuple[int, int]]


def make_set(texts: Sequence[Text], rng: random.Random) -> Made:
    """Articles of one to three days."""
    made = Made([], set())
    known = [rng.random() < share for share in (0.6, 0.5, 0.4)]
    for day in range(rng.choice((1, 1, 2, 3))):
        for text in rng.sample(texts, rng.choice((1, 2, 3, 4, 5))):
            _cut(made, text, day, known, rng)
        for text in rng.sample(texts, rng.choice((0, 2, 4))):
            page = f"d{day}-{rng.choice((1, 2, 3, 4))}"
            made.articles.append(
                _article(f"x{len(made.articles)}", text.title, text.paragraphs, "", page)
            )
    return made


def _cut(made: Made, text: Text, day: int, known: Sequence[bool], rng: random.Random) -> None:
    source, dated, numbered = known
    page = rng.choice((2, 3, 4))
    at = rng.randrange(1, len(text.paragraphs) - 1)
    front, back = list(text.paragraphs[: at + 1]), list(text.paragraphs[at + 1 :])
    if rng.random() < 0.5 and len(front[-1]) > 30:
        cut = rng.randrange(8, len(front[-1]) - 8)
        back.insert(0, front[-1][cut:])
        front[-1] = front[-1][:cut]
    length = max(3, len(text.title) // 2)
    start = rng.randrange(0, max(1, len(text.title) - length + 1))
    title = rng.choice(("", text.title, text.title[start : start + length]))
    form = rng.choice(_FORMS)
    leaves = form.format("下转", _NUMBERS[page], page) if rng.random() < 0.93 else ""
    arrives = form.format("上接", _NUMBERS[1], 1) if rng.random() < 0.95 else ""
    halves: list[int | None] = [None, None]
    for half, (name, paragraphs, jump, number) in enumerate(
        ((text.title, front, leaves, 1), (title, back, arrives, page))
    ):
        if rng.random() < 0.12:
            continue
        halves[half] = len(made.articles)
        made.articles.append(
            _article(
                f"{'lr'[half]}{len(made.articles)}",
                name,
                paragraphs,
                jump,
                f"d{day}-{number}",
                edition=f"第{number}版" if numbered else "",
                date=f"2023-01-0{day + 1}" if dated else "",
                source="报" if source else "",
            )
        )
    one, other = halves
    if one is not None and other is not None and (leaves or arrives):
        made.pairs.add((one, other))


def _article(
    slug: str, title: str, paragraphs: Sequence[str], jump: str, page: str, **known: str
) -> Article:
    path = f"pages/{page}.txt"
    blocks = tuple(
        Block(f"p{at}", "paragraph", it, segments=(Segment(0, len(it), 0, at + 3, 0, len(it)),))
        for at, it in enumerate(paragraphs)
    )
    made = Article(
        ArticleId(slug),
        title or paragraphs[0][:24],
        path,
        blocks,
        title_block=Block("t1", "plain", title) if title else None,
        jumps=(Block("p1", "plain", jump),) if jump else (),
        pages=(PageRef(page, path),),
    )
    return msgspec.structs.replace(made, **known)


def rows_of(made: Made) -> dict[tuple[int, int], list[float]]:
    """Features of every pair that is possible."""
    ends = [ends_of(it) for it in made.articles]
    rows = {}
    for one, other in product(range(len(ends)), repeat=2):
        apart = made.articles[one].path != made.articles[other].path
        if apart and possible(ends[one], ends[other]):
            alike = likeness(ends[one], ends[other])
            rows[one, other] = list(features(ends[one], ends[other], alike).values())
    return rows


def fit(sets: Sequence[Made]) -> dict[str, float]:
    """Weights under which the true pairs are likeliest, rivals taken into account."""
    from scipy.optimize import minimize

    tables = [(rows, made.pairs) for made in sets if (rows := rows_of(made))]

    def loss(weights: Any) -> float:
        total = 1e-3 * float((weights**2).sum()) * len(tables)
        for rows, pairs in tables:
            odds = {it: exp(min(30.0, float(np.dot(weights, row)))) for it, row in rows.items()}
            for it, chance in chances(odds).items():
                right = min(max(chance if it in pairs else 1 - chance, 1e-6), 1.0)
                total -= float(np.log(right))
        return total / len(tables)

    best = minimize(loss, np.array(list(WEIGHTS.values())), method="BFGS", options={"maxiter": 30})
    return {name: round(float(it), 1) for name, it in zip(WEIGHTS, best.x, strict=True)}


def measure(sets: Sequence[Made]) -> list[tuple[str, int, float, float]]:
    """(what, number, share that is right, share of all true pairs) of the weights in use."""
    total = sum(len(made.pairs) for made in sets)
    found = [
        (it.sure, it.p, (it.lead, it.rest) in made.pairs)
        for made in sets
        for it in match_jumps(made.articles)
    ]
    figures = []
    for name, chosen in (
        ("sure", [right for sure, _, right in found if sure]),
        ("offered, 0.8 and more", [right for sure, p, right in found if not sure and p >= 0.8]),
        ("offered, less", [right for sure, p, right in found if not sure and p < 0.8]),
    ):
        right = sum(chosen)
        figures.append((name, len(chosen), right / max(1, len(chosen)), right / max(1, total)))
    return figures


def main() -> None:
    """Print the weights found and the honesty of those in use."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sets", type=int, default=600)
    chosen = parser.parse_args()
    texts = [it for path in chosen.texts for it in read_texts(path) if len(it.paragraphs) >= 4]
    rng = random.Random(chosen.seed)
    sets = [make_set(texts, rng) for _ in range(2 * chosen.sets)]
    print(fit(sets[: chosen.sets]))
    for name, number, right, share in measure(sets[chosen.sets :]):
        print(f"{name}: {number}, {right:.3f} right, {share:.3f} of all")


if __name__ == "__main__":
    main()
