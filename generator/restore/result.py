"""A page alone -> its solution as data for programs, or as text for people; no site is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from generator.forms.marks import only_editors
from generator.forms.review import ReviewForm
from generator.model.article import Article, Block, Segment, all_blocks
from generator.model.problem import Problem
from generator.restore.complete import additions, opened, solution_of, together
from generator.restore.lines import split_lines
from generator.restore.page import PageText, Restored, restore
from generator.restore.solution import Solution, SolvedJoin

if TYPE_CHECKING:
    from generator.restore.evidence import Evidence

ROLES = ("title", "kicker", "byline", "headings", "jump", "credit")
GAP = "[此处有缺]"


class Result(Struct, frozen=True):
    """What `jingwei restore` gives for one page."""

    data: dict[str, object]
    text: str
    problems: tuple[Problem, ...]


def result(page: PageText, form: ReviewForm | None, evidence: Evidence | None) -> Result:
    """The page solved anew, with the editor's decisions kept and the program's own forgotten."""
    own = only_editors(form or ReviewForm())
    state = opened(own, split_lines(page.text), page.stem)
    solution = solution_of(state, evidence)
    restored = restore(page, together(own, additions(state, solution)))
    told = tuple(it for it in restored.problems if it.code not in _NOT_TOLD)
    return Result(as_data(solution), as_text(restored), told)


_NOT_TOLD = frozenset(("page-unreviewed", "lines-solved", "article-untitled"))
"""That nobody has looked is no news here."""


def as_data(solution: Solution) -> dict[str, object]:
    """Lines are 1-based; each that is not blank stands once in an order, pullquotes or other."""
    return {
        "articles": [
            {
                "order": list(it.order),
                **{role: list(getattr(it, role)) for role in ROLES},
                "label": list(it.label),
            }
            for it in solution.articles
        ],
        "joins": [
            {"a": it.tail, "b": it.head, "p": round(it.p, 4), "by": _by(it)}
            for it in solution.joins
        ],
        "offers": [
            {
                "a": it.tail,
                "heads": [[head.head, round(head.p, 4)] for head in it.heads],
                "missing": round(it.missing, 4),
            }
            for it in solution.offers
        ],
        "pullquotes": [it.line for it in solution.pull_quotes],
        "other": list(solution.other),
    }


def as_json(data: dict[str, object]) -> bytes:
    """One line; keys in their order."""
    return msgspec.json.encode(data) + b"\n"


def _by(join: SolvedJoin) -> str:
    if join.by == "editor":
        return "editor"
    return "auto" if join.made else "offer"


def as_text(restored: Restored) -> str:
    """The articles one after the other, in plain text that reads like Markdown."""
    parts = [_article(it) for it in restored.articles]
    shown = {it.line for article in restored.articles for it in _segments(article)}
    ledger = restored.ledger
    left = [
        ledger.lines[it.line - 1].strip()
        for it in ledger.pieces
        if it.fate != "layout" and it.line not in shown
    ]
    if left:
        parts.append("\n\n".join(["[不属各篇的行]", *left]))
    return "\n\n\n".join(parts) + "\n" if parts else ""


def _segments(article: Article) -> list[Segment]:
    return [it for block in all_blocks(article) for it in block.segments]


def _article(article: Article) -> str:
    kicker = (article.kicker,) if article.kicker is not None else ()
    lines = [it.text for it in (*article.labels, *kicker)]
    lines.append(f"# {article.title}")
    lines += [it.text for it in (*article.bylines, *article.jumps)]
    lines += [_block(it) for it in article.blocks]
    lines += [it.text for it in article.credits]
    lines += [f"> {it.text}" for it in article.asides]
    return "\n\n".join(lines)


def _block(block: Block) -> str:
    if block.kind == "gap":
        return GAP
    return f"## {block.text}" if block.kind == "heading" else block.text
