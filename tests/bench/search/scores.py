"""What was found and what should have been -> figures."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.bench.search.queries import Query


def read_queries(corpus: Path) -> list[Query]:
    """The queries that the maker of the corpus wrote."""
    relevant = json.loads((corpus / "relevant.json").read_text(encoding="utf-8"))
    rows = map(json.loads, (corpus / "queries.jsonl").read_text(encoding="utf-8").splitlines())
    return [Query(it["id"], it["fam"], it["q"], tuple(relevant[it["id"]])) for it in rows]


def scores(
    queries: Sequence[Query], rows: Sequence[dict[str, Any]], key: str = "docs"
) -> dict[str, float]:
    """Shares in per cent: the first is right, one of ten, recall, share of what ten could hold."""
    if not queries:
        return {}
    runs = {row["id"]: row for row in rows}
    total: defaultdict[str, float] = defaultdict(float)
    for query in queries:
        found, relevant = runs[query.id][key], set(query.relevant)
        names = set(found)
        ten = found[:10]
        total["@1"] += bool(ten and ten[0] in relevant)
        total["@10"] += any(it in relevant for it in ten)
        total["recall"] += len(relevant & names) / max(1, len(relevant))
        total["top 10"] += len(relevant & set(ten)) / max(1, min(10, len(relevant)))
        total["none"] += not found
    shares = {name: 100 * it / len(queries) for name, it in total.items()}
    times = sorted(runs[it.id]["ms"] for it in queries)
    shares["ms"] = times[len(times) // 2]
    shares["ms 95"] = times[int(len(times) * 0.95)]
    return shares
