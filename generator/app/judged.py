"""Leaves that understand an article, with the check's own reading of values as their judge.

The rules and the check share no code and meet here alone: what the check would refuse on a page
never gets as far as one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.annotate.judge import Judge
from generator.annotate.leaf import facts_of, findings_of
from generator.check.values import amount_fault, date_fault
from generator.model.facts import Facts
from generator.model.knowledge import Reading
from generator.model.problem import Place, Problem, problem

CHECK: Final = Judge(amount_fault, date_fault)


def findings_leaf(encoded: bytes) -> bytes:
    """Wanted -> Said."""
    return findings_of(encoded, CHECK)


def facts_leaf(encoded: bytes) -> bytes:
    """ToldArticle -> Facts."""
    return facts_of(encoded, CHECK)


_NEEDLE = 40
"""Characters of a sentence by which its line is found."""


def withheld(reading: Reading, facts: Facts) -> Iterator[Problem]:
    """A note for each value of an article that is not published."""
    article = reading.article
    for it in facts.withheld:
        sentence, start, end = it.at
        span = reading.annotations.sentences[sentence]
        block = article.blocks[span.block]
        place = Place(article.path, needle=block.text[span.start : span.end][:_NEEDLE])
        for segment in block.segments:
            if segment.start <= start < segment.end:
                place = Place(article.pages[segment.page].path, segment.line)
        yield problem("statement-withheld", place, words=block.text[start:end], value=it.value)
