"""Findings of an article, as readers are told them -> Facts: put together, named, at their sentences."""

from __future__ import annotations

from msgspec.structs import replace

from generator.annotate.facts.amounts import gather_figures
from generator.annotate.facts.as_of import AsOf
from generator.annotate.facts.edited import signed
from generator.annotate.facts.happenings import gather_dates, gather_events
from generator.annotate.facts.judged import judged
from generator.annotate.facts.names import gather_names
from generator.annotate.facts.phrases import gather_phrases
from generator.annotate.facts.places import Places
from generator.annotate.facts.relations import gather_relations
from generator.annotate.facts.report_years import in_whole_years
from generator.annotate.facts.sections import is_report
from generator.annotate.facts.told import (
    gather_offices,
    gather_papers,
    gather_programmes,
    gather_quotes,
)
from generator.annotate.facts.undertakings import named_programmes
from generator.annotate.judge import TRUSTING, Judge
from generator.annotate.prose import Prose, article_prose
from generator.model.annotation import Sentence
from generator.model.article import Article
from generator.model.facts import Facts, ProgrammeFact
from generator.model.findings import Findings


def gather_facts(
    article: Article,
    sentences: tuple[Sentence, ...],
    findings: Findings,
    judge: Judge = TRUSTING,
) -> Facts:
    """All that the article says, once; what stands in no sentence, or is refused, is left out."""
    prose = article_prose(article, sentences)
    places = Places(prose, sentences)
    named = gather_names(findings.names, places)
    as_of = AsOf(findings, places, prose.date)
    events = gather_events(findings, places, named)
    facts = Facts(
        names=named.facts,
        offices=gather_offices(findings, places, named, as_of),
        figures=gather_figures(prose, findings, places, named, article.title),
        events=events,
        dates=gather_dates(_dated(findings, prose, article.title), places, events, article.title),
        quotes=gather_quotes(findings, places, named, as_of),
        papers=gather_papers(findings, places),
        programmes=_in_order(
            gather_programmes(findings, places), named_programmes(findings, places)
        ),
        relations=gather_relations(findings, places, named, events),
        phrases=gather_phrases(findings, places, named),
    )
    return judged(signed(facts, findings, places), findings, places, prose.date, judge)


def _dated(findings: Findings, prose: Prose, title: str) -> Findings:
    if not is_report(title):
        return findings
    return replace(findings, dates=in_whole_years(findings.dates, prose.text, prose.date))


def _in_order(*found: tuple[ProgrammeFact, ...]) -> tuple[ProgrammeFact, ...]:
    return tuple(sorted((it for some in found for it in some), key=lambda it: it.at[0]))
