"""Doubtful names, names of two kinds, people of several offices, odd figures and dates."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.findings import NameKind
from generator.model.suggestion import Suggestion, Table
from generator.text.segment import is_word
from generator.weave.suggest.survey import Odd, Survey

TABLES: dict[NameKind, Table] = {
    "PER": "people",
    "ORG": "organisations",
    "LOC": "places",
    "TERM": "terms",
}
_WORDS: dict[NameKind, str] = {"PER": "人物", "ORG": "机构", "LOC": "地点", "TERM": "术语"}
_OFTEN = 3
_SEVERAL = 4


def doubtful(found: Survey) -> Iterator[Suggestion]:
    """Names that recur and that no text is sure of."""
    for (name, kind), standing in found.doubtful.items():
        often = standing.articles > 1 or standing.places >= _OFTEN
        short = len(name) == 2 and (kind != "PER" or is_word(name))
        if often and not short and name not in found.shown:
            yield Suggestion(
                "name", name, table=TABLES[kind], why=f"像{_WORDS[kind]}，没有把握，网页上没有显示",
                articles=standing.articles, places=standing.places,
                examples=tuple(standing.examples),
            )  # fmt: skip


def kinds(found: Survey) -> Iterator[Suggestion]:
    """One surface taken for a person here and a place there."""
    for name, by in found.shown.items():
        if len(by) < 2:
            continue
        order = sorted(by, key=lambda kind: (-by[kind].articles, -by[kind].places, kind))
        said = "、".join(f"{_WORDS[kind]}（{by[kind].articles} 篇）" for kind in order)
        yield Suggestion(
            "kinds", name, table=TABLES[order[0]], why=f"有时认作{said}",
            articles=sum(it.articles for it in by.values()),
            places=sum(it.places for it in by.values()),
            examples=tuple(by[kind].examples[0] for kind in order),
        )  # fmt: skip


def offices(found: Survey) -> Iterator[Suggestion]:
    """One person with several offices: two people of one name, or an office read wrongly."""
    for name, by in found.offices.items():
        if name in found.several:
            continue
        # 书记 and 县委书记 may well be the same.
        apart = [it for it in by if not any(it != other and it in other for other in by)]
        if len(apart) > 1 and not any(
            it.endswith(other) for it in apart for other in apart if it != other
        ):
            ordered = sorted(apart, key=lambda it: (-by[it].articles, it))
            yield Suggestion(
                "offices", name, why="职务不止一个：" + "、".join(ordered[:_SEVERAL]),
                articles=sum(it.articles for it in by.values()),
                places=sum(it.places for it in by.values()),
                examples=tuple(by[it].examples[0] for it in ordered[:2]),
            )  # fmt: skip


def odd(found: Survey) -> Iterator[Suggestion]:
    """Figures without a unit, dates far from the present."""
    for it in found.figures:
        yield _odd("figure", it, "数字没有单位")
    for it in found.dates:
        yield _odd("date", it, f"读作 {it.edtf}，早于 1900 或晚于 2100 年")


def _odd(kind: str, it: Odd, why: str) -> Suggestion:
    return Suggestion(
        "figure" if kind == "figure" else "date", it.words, article=it.article,
        sentence=it.sentence, why=why, examples=(it.example,),
    )  # fmt: skip
