"""What an amount is of -> the same, with what the amount or the clause before it gives."""

from __future__ import annotations

from generator.annotate.facts.measures import longest, usual_name
from generator.annotate.facts.nouns import fore
from generator.annotate.facts.wording import Measured


def from_clause_before(text: str, begin: int, low: int, measured: Measured) -> Measured:
    """粮食产量屡创新高，达到1.3万亿斤: a measure of the table that opens the clause before.

    The sentence begins at `begin`, the clause of the amount at `low`.
    """
    comma = max(text.rfind(mark, begin, low - 1) for mark in "，；：")
    start = max(begin, comma + 1)
    clause = fore(text[start : low - 1])
    for end in range(min(longest(), len(clause)), 2, -1):
        if usual := usual_name(clause[:end], change=False):
            return measured._replace(measure=usual, words=clause[:end])
    return measured


def in_list(measured: Measured, before: Measured, *, listed: bool) -> Measured:
    """占世界比重 of what the amount before is of; 煤炭产能 that is given up like 钢铁产能 before it."""
    words = measured.words
    if words.startswith(("占", "相当于")):
        if not before.measure or before.measure.startswith("占"):
            return measured._replace(measure="", words="")
        measure = before.measure.partition("占")[0] + measured.measure
        return measured._replace(measure=usual_name(measure, change=False) or measure)
    if listed and before.verb and not measured.verb:
        if before.change and not measured.change:
            return measured._replace(change=before.change, verb=before.verb)
        if before.measure.startswith(before.verb):
            return measured._replace(measure=before.verb + words, verb=before.verb)
    return measured


def ahead_of(text: str, begin: int, at: int) -> str:
    """The sentence before this clause, from the last semicolon on; empty if it opens there."""
    clause = max(begin, *(text.rfind(mark, begin, at) for mark in "，；："))
    return text[max(begin, text.rfind("；", begin, at)) : at] if clause > begin else ""
