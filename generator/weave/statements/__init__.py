"""Facts of some articles or some of their sentences -> statements, each with the places it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.knowledge import Knowledge
from generator.model.statements import Statements
from generator.weave.statements.about import about
from generator.weave.statements.companions import companions
from generator.weave.statements.documents import papers, programmes
from generator.weave.statements.figures import figures
from generator.weave.statements.people import offices, quotes
from generator.weave.statements.related_articles import related_articles
from generator.weave.statements.relations import relations
from generator.weave.statements.sources import Selected, selected, sources
from generator.weave.statements.timeline import timeline
from generator.weave.statements.wordings import wordings

__all__ = ["Selected", "about", "companions", "related_articles", "statements"]


def statements(knowledge: Knowledge, selection: Sequence[Selected]) -> Statements:
    """All that the selected sentences say."""
    known = sources(knowledge)
    wanted = {it.reading: it.sentences for it in selection}
    return Statements(
        timeline=timeline(
            known, selected(known, selection, "dates"), selected(known, selection, "events")
        ),
        figures=figures(known, selected(known, selection, "figures")),
        offices=offices(known, selected(known, selection, "offices")),
        quotes=quotes(known, selected(known, selection, "quotes")),
        papers=papers(known, selected(known, selection, "papers"), wanted),
        programmes=programmes(known, selected(known, selection, "programmes"), wanted),
        relations=relations(known, selected(known, selection, "relations")),
        wordings=wordings(known, selection),
    )
