"""Prose -> Findings: the rules in the order in which they need one another."""

from __future__ import annotations

from generator.annotate.concepts import find_concepts, with_concepts
from generator.annotate.dates import find_dates
from generator.annotate.events import find_events
from generator.annotate.figures import find_figures
from generator.annotate.judge import TRUSTING, Judge, judged_dates, judged_figures
from generator.annotate.names import find_names
from generator.annotate.names.units import read_units
from generator.annotate.offices import find_offices
from generator.annotate.papers import find_papers
from generator.annotate.programmes import find_programmes
from generator.annotate.prose import Prose
from generator.annotate.quotes import find_quotes
from generator.model.findings import Findings
from generator.text.segment import Lexicon


def understand(prose: Prose, lexicon: Lexicon = (), judge: Judge = TRUSTING) -> Findings:
    """Everything this one text says; what the judge refuses, and what rests on it, is withheld."""
    papers = find_papers(prose)
    dates, not_dates = judged_dates(prose, find_dates(prose), judge)
    figures, not_figures = judged_figures(prose, find_figures(prose, dates), judge)
    units = read_units(prose.text, lexicon)
    names = find_names(prose, units, papers)
    offices = find_offices(prose, names)
    return Findings(
        names=with_concepts(names, find_concepts(prose, units, names, lexicon)),
        dates=dates,
        figures=figures,
        quotes=find_quotes(prose, names, offices),
        offices=offices,
        papers=papers,
        programmes=find_programmes(prose),
        events=find_events(prose, names, dates, figures, papers),
        withheld=(*not_dates, *not_figures),
    )
