"""Labelled texts and what `jingwei annotate` said of them -> precision, recall, F1, and each error.

    jingwei annotate --json - < GOLD > SAID
    python -m tests.bench.annotation.score GOLD SAID

GOLD: JSON Lines `{"id", "text", "date", "ents", "dates", "figures", "quotes", "ignore"}`, offsets in
code points; kinds that were not labelled are left out. `ents` [start, end, kind]; `dates`
[start, end, edtf or null]; `figures` [start, end, value, unit]; `quotes` [start, end, speaker or
null], direct speech only; `ignore` [start, end]: doubtful, what overlaps it counts neither way.
Exact spans and values, but for quotation marks and full stops at the ends of a span.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

_AROUND = 14
_MARKS = "“”‘’「」『』。！？，；"

Item = tuple[int, int, str]
"""Span, and all that has to agree as one string."""


def rows(path: str) -> Iterable[dict[str, Any]]:
    """Objects of a JSON Lines file."""
    return (json.loads(it) for it in Path(path).read_text(encoding="utf-8").splitlines() if it)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _MARKS:
        start += 1
    while start < end and text[end - 1] in _MARKS:
        end -= 1
    return start, end


def _value(value: object) -> str:
    if isinstance(value, int | float):
        return f"{value:.6g}"
    return "–".join(map(_value, value)) if isinstance(value, list) else str(value)


def labelled(row: dict[str, Any], kind: str) -> list[Item]:
    """What the row says there is."""
    text = row["text"]
    return [
        (
            *_bare(text, start, end),
            " ".join(_value(it) for it in rest[: 2 if kind == "figures" else 1]),
        )
        for start, end, *rest in row[kind]
    ]


def said(row: dict[str, Any], kind: str) -> list[Item]:
    """What the program shows."""
    text = row["text"]
    if kind == "ents":
        shown = [it for it in row["ents"] if it[3] and it[2] in ("PER", "ORG", "LOC")]
        return [(*_bare(text, it[0], it[1]), it[2]) for it in shown]
    keys = {"dates": ("edtf",), "figures": ("value", "unit"), "quotes": ("speaker",)}[kind]
    found = [it for it in row[kind] if it.get("direct", True)]
    return [
        (*_bare(text, it["start"], it["end"]), " ".join(_value(it[key]) for key in keys))
        for it in found
    ]


def _errors(name: str, text: str, items: Iterable[Item], word: str) -> list[str]:
    return [
        f"  {name} {word} {text[max(0, s - _AROUND) : s]}【{text[s:e]}】{text[e : e + _AROUND]} {value}"
        for s, e, value in items
    ]


def score(gold: Sequence[dict[str, Any]], found: dict[str, dict[str, Any]], kind: str) -> list[str]:
    """Lines to print for one kind."""
    right = predicted = wanted = 0
    errors: list[str] = []
    for row in gold:
        if kind not in row:
            continue
        want = set(labelled(row, kind))
        have = set(said(found[row["id"]], kind))
        doubtful = [(it[0], it[1]) for it in row.get("ignore", ())]
        have = {
            it
            for it in have
            if it in want or not any(it[0] < end and start < it[1] for start, end in doubtful)
        }
        right += len(want & have)
        predicted += len(have)
        wanted += len(want)
        name = str(row["id"])
        errors += _errors(name, row["text"], sorted(want - have), "missing")
        errors += _errors(name, row["text"], sorted(have - want), "extra  ")
    precision, recall = right / max(predicted, 1), right / max(wanted, 1)
    mean = 2 * precision * recall / max(precision + recall, 1e-9)
    head = f"{kind:8} P {precision:.3f} R {recall:.3f} F1 {mean:.3f} ({right} of {predicted} said, {wanted} there)"
    return [head, *errors]


def main(gold_path: str, said_path: str) -> None:
    """Print every kind that was labelled."""
    gold = list(rows(gold_path))
    found = {str(row["id"]): row for row in rows(said_path)}
    for kind in ("ents", "dates", "figures", "quotes"):
        if any(kind in row for row in gold):
            print("\n".join(score(gold, {row["id"]: found[str(row["id"])] for row in gold}, kind)))


if __name__ == "__main__":
    main(*sys.argv[1:3])
