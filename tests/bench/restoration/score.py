"""Solutions and answers -> figures: joins, offers, split into articles, order, honesty of the chances."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Sequence

from generator.restore.solution import Solution
from tests.bench.restoration.pages import Answer

_BINS = (0.0, 0.5, 0.8, 0.95, 0.99, 1.01)


def score(pages: Sequence[tuple[str, Answer]], solutions: Sequence[Solution]) -> dict[str, float]:
    """Shares between 0 and 1; a join counts if its tail ends inside a sentence."""
    made = right = cut = among = steps = followed = whole = 0
    likeness = 0.0
    for (text, answer), solution in zip(pages, solutions, strict=True):
        lines = text.split("\n")
        joins = {it for it in answer.joins if not _closed(lines[it[0] - 1])}
        soft = set(answer.joins) - joins
        chosen = {(it.tail, it.head) for it in solution.joins if it.made} - soft
        offered = {it.tail: [head.head for head in it.heads[:3]] for it in solution.offers}
        made += len(chosen)
        right += len(chosen & joins)
        cut += len(joins)
        among += sum(
            (tail, head) in chosen or head in offered.get(tail, ()) for tail, head in joins
        )
        quotes = set(answer.pull_quotes)
        after = {
            one: two
            for article in solution.articles
            for one, two in _pairs([it for it in article.order if it not in quotes])
        }
        gold = [pair for article in answer.articles for pair in _pairs(article["order"])]
        steps += len(gold)
        followed += sum(after.get(one) == two for one, two in gold)
        likeness += _b_cubed(answer, solution)
        stands = sorted(
            [it for article in solution.articles for it in article.order]
            + [it.line for it in solution.pull_quotes]
            + list(solution.other)
        )
        whole += stands == [at for at, line in enumerate(lines, 1) if line.strip()]
    return {
        "pages": len(pages),
        "joins": cut,
        "precision": right / max(1, made),
        "recall": right / max(1, cut),
        "among three": among / max(1, cut),
        "split (B-cubed F1)": likeness / max(1, len(pages)),
        "order": followed / max(1, steps),
        "accounted for": whole / max(1, len(pages)),
    }


def honesty(
    pages: Sequence[tuple[str, Answer]], solutions: Sequence[Solution]
) -> list[tuple[int, float, float]]:
    """(number, mean probability, share that is right) of the best heads, by probability."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for (text, answer), solution in zip(pages, solutions, strict=True):
        lines, joins = text.split("\n"), set(answer.joins)
        for join in solution.joins:
            pair = (join.tail, join.head)
            if pair in joins and _closed(lines[join.tail - 1]):
                continue
            bins[sum(join.p >= it for it in _BINS)].append((join.p, pair in joins))
    return [
        (len(rows), sum(p for p, _ in rows) / len(rows), sum(it for _, it in rows) / len(rows))
        for _, rows in sorted(bins.items())
    ]


def _closed(text: str) -> bool:
    bare = text.rstrip("”’）)》】」")
    return bool(bare) and bare[-1] in "。！？…!?"


def _pairs(order: Sequence[int]) -> list[tuple[int, int]]:
    return list(itertools.pairwise(order))


def _b_cubed(answer: Answer, solution: Solution) -> float:
    """F1 of the split into articles (Bagga and Baldwin 1998), lines as items."""
    skipped = set(answer.pull_quotes)
    gold = {
        line: at
        for at, it in enumerate(answer.articles)
        for line in it["order"]
        if line not in skipped
    }
    found = {line: at for at, it in enumerate(solution.articles) for line in it.order}
    ours = {line: found.get(line, -line) for line in gold}
    precision = recall = 0.0
    for line in gold:
        same = {it for it in gold if gold[it] == gold[line]}
        mine = {it for it in gold if ours[it] == ours[line]}
        both = len(same & mine)
        precision += both / len(mine)
        recall += both / len(same)
    precision, recall = precision / len(gold), recall / len(gold)
    return 2 * precision * recall / (precision + recall)
