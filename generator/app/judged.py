"""Leaves that read and understand an article, with the check's own reading as their judge.

The rules and the check share no code and meet here alone: what the check would refuse on a page
never gets as far as one. So it is with the text of a Markdown file: what the check does not find in
the file when the markup is undone is shown with its markup, where it surely is. An article at which
a rule breaks is shown as it stands, unread: one text of thousands that nobody foresaw keeps no site
from being published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from generator.annotate.judge import Judge
from generator.annotate.leaf import authored_of, facts_of, findings_of
from generator.check.grounding import lost_words
from generator.check.values import amount_fault, date_fault
from generator.model.facts import Facts
from generator.model.knowledge import Reading
from generator.model.problem import Place, Problem, problem

CHECK: Final = Judge(amount_fault, date_fault)


BROKEN: Final = b"\xc1"
"""First byte of a result that is none, and tells why; no MessagePack begins so."""


def authored_leaf(encoded: bytes) -> bytes:
    """SourceFile -> AuthoredFile."""
    return authored_of(encoded, lost_words)


def findings_leaf(encoded: bytes) -> bytes:
    """Wanted -> Said."""
    return _whole(findings_of, encoded)


def facts_leaf(encoded: bytes) -> bytes:
    """ToldArticle -> Facts."""
    return _whole(facts_of, encoded)


def _whole(read: Callable[[bytes, Judge], bytes], encoded: bytes) -> bytes:
    try:
        return read(encoded, CHECK)
    except Exception as error:
        return BROKEN + f"{type(error).__name__}: {error}".encode(errors="replace")


def unread(
    results: Iterable[bytes | None], readings: Sequence[Reading], problems: list[Problem]
) -> Iterator[bytes | None]:
    """The results of one of these leaves; None, and a problem, where a rule broke."""
    for result, reading in zip(results, readings, strict=True):
        if result is None or not result.startswith(BROKEN):
            yield result
            continue
        place = Place(reading.article.path)
        found = result[len(BROKEN) :].decode(errors="replace")
        problems.append(problem("text-unread", place, found=found))
        yield None


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
