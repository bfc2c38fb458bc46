"""`jingwei audit`: what became of each character of each source page."""

from __future__ import annotations

import argparse
import json

from generator.app.build import audit
from generator.cli.codes import Exit
from generator.cli.report import language, print_problems
from generator.model.ledger import Ledger
from generator.model.problem import Level


def run(options: argparse.Namespace) -> int:
    """A table, or JSON; problems go to standard error."""
    lang = language(options.lang)
    ledgers, problems = audit(options.content)
    print_problems(problems, lang, f"{options.content}/")
    rows = [account(ledger) for ledger in ledgers]
    if options.json:
        print(json.dumps({"pages": rows}, ensure_ascii=False, indent=2, sort_keys=True))
    else:
        for row in rows:
            print(_line(row, lang))
    return Exit.PROBLEMS if any(it.level is Level.ERROR for it in problems) else Exit.OK


def account(ledger: Ledger) -> dict[str, object]:
    """One page's account; the four counts of characters add up to `characters`."""
    counts = {"placed": 0, "aside": 0, "unplaced": 0, "layout": 0}
    for piece in ledger.pieces:
        counts[piece.fate] += piece.end - piece.start
    by: dict[str, int] = {}
    for join in ledger.joins:
        by[join.by] = by.get(join.by, 0) + 1
    return {
        "page": ledger.page,
        "path": ledger.path,
        "sha256": ledger.digest,
        "encoding": ledger.encoding,
        "reviewed": ledger.reviewed,
        "characters": ledger.characters,
        "placed": counts["placed"],
        "set_aside": counts["aside"],
        "unplaced": counts["unplaced"],
        "layout": counts["layout"],
        "lines": sum(1 for line in ledger.lines if line.strip()),
        "articles": list(ledger.articles),
        "gaps": [
            {
                "line": it.line,
                "where": it.where,
                "article": it.article,
                "by": it.by,
                "ground": it.ground,
            }
            for it in ledger.gaps
        ],
        "joins": [
            {
                "tail": it.tail,
                "head": it.head,
                "by": it.by,
                "sure": it.sure,
                "probability": it.probability,
                "ground": it.ground,
            }
            for it in ledger.joins
        ],
        "joins_by": dict(sorted(by.items())),
        "repairs": ledger.repairs,
        "suspicions": ledger.flags,
    }


def _line(row: dict[str, object], lang: str) -> str:
    gaps, joins = row["gaps"], row["joins"]
    assert isinstance(gaps, list)
    assert isinstance(joins, list)
    if lang == "en":
        return (
            f"{row['path']}: {row['characters']} characters = {row['placed']} placed + "
            f"{row['set_aside']} set aside + {row['unplaced']} unplaced + {row['layout']} layout; "
            f"{row['lines']} lines, {len(joins)} joins, {len(gaps)} gaps"
        )
    return (
        f"{row['path']}：{row['characters']} 字 = 入文 {row['placed']} + 置旁 {row['set_aside']} + "
        f"未安排 {row['unplaced']} + 版式 {row['layout']}；{row['lines']} 行，"
        f"接行 {len(joins)} 处，缺文 {len(gaps)} 处"
    )
