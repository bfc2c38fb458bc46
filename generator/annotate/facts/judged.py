"""Facts of a text -> the same without values that a judge from outside refuses, and which those are.

Most were refused when they were read; what is put otherwise since, such as the whole years of a
report, is judged here once more. What an editor says is not judged.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from generator.annotate.facts.edited import BASIS
from generator.annotate.facts.places import Places
from generator.annotate.judge import Judge, number_text
from generator.model.facts import At, Facts, WithheldFact
from generator.model.findings import Findings


def judged(facts: Facts, findings: Findings, places: Places, published: str, judge: Judge) -> Facts:
    """With `Facts.withheld`."""
    withheld = list(_of_findings(findings, places))

    def words(at: At) -> str:
        start = places.start(at)
        return places.text[start : start + at[2] - at[1]]

    dates = []
    for date in facts.dates:
        if date.basis != BASIS and judge.refuses_date(date.edtf, words(date.at), published):
            withheld.append(WithheldFact(date.at, "dates", date.edtf))
        else:
            dates.append(date)
    figures = []
    for it in facts.figures:
        if not it.by_editor and judge.refuses_amount(it.value, words(it.at)):
            withheld.append(WithheldFact(it.at, "figures", number_text(it.value)))
        else:
            figures.append(it)
    relations = tuple(
        replace(it, sum=None, sum_words="")
        if it.sum is not None and not it.by_editor and judge.refuses_amount(it.sum, it.sum_words)
        else it
        for it in facts.relations
    )
    return replace(
        facts,
        dates=tuple(dates),
        figures=tuple(figures),
        relations=relations,
        withheld=tuple(sorted(withheld, key=lambda it: (it.at, it.part))),
    )


def _of_findings(findings: Findings, places: Places) -> Iterator[WithheldFact]:
    """Those that no editor has put right or taken away since."""
    if not findings.withheld:
        return
    open_dates = {it.start for it in findings.dates if it.edtf is None}
    hidden = {it.start for it in findings.figures if not it.shown}
    for it in findings.withheld:
        at = places.place(it.start, it.end)
        if at is not None and it.start in (open_dates if it.part == "dates" else hidden):
            yield WithheldFact(at, it.part, it.value)
