"""Facts of all articles -> what pages count of them; rests on facts alone."""

from __future__ import annotations

import msgspec

from generator.model.facts import WithheldFact
from generator.model.knowledge import Knowledge
from generator.present.compose.measured import measures
from generator.present.compose.years import dated


class Tally(msgspec.Struct, frozen=True, array_like=True):
    """How many there are of each kind; of some, which."""

    figures: int
    offices: int
    events: int
    dates: int
    quotes: int
    papers: int
    programmes: int
    relations: int
    spoken: bool
    """Whether it is known of any quote who said it."""
    relative: int
    """Dates that were concluded."""
    timed: int
    """Amounts of which the time was concluded."""
    unmeasured: int
    """Amounts of which it is not known what they measure."""
    unspoken: int
    """Quotes of which it is not known who said them."""
    years: dict[int, int]
    """Year -> how much the timeline has of it."""
    measured: dict[str, str]
    """Measures that have a page, and where."""
    withheld: tuple[tuple[int, WithheldFact], ...]
    """What the check refused, each with its reading."""

    @property
    def statements(self) -> int:
        """All of them."""
        said = self.figures + self.offices + self.events + self.dates + self.quotes
        return said + self.papers + self.programmes + self.relations


def tally(knowledge: Knowledge) -> Tally:
    """Of all articles."""
    facts = list(knowledge.facts)
    figures = [fact for it in facts for fact in it.figures]
    quotes = [fact for it in facts for fact in it.quotes]
    unspoken = sum(1 for it in quotes if not it.speaker)
    return Tally(
        figures=len(figures),
        offices=sum(len(it.offices) for it in facts),
        events=sum(len(it.events) for it in facts),
        dates=sum(len(it.dates) for it in facts),
        quotes=len(quotes),
        papers=sum(len(it.papers) for it in facts),
        programmes=sum(len(it.programmes) for it in facts),
        relations=sum(len(it.relations) for it in facts),
        spoken=unspoken < len(quotes),
        relative=sum(1 for it in facts for date in it.dates if date.basis),
        timed=sum(1 for it in figures if it.as_of and not it.as_of_said),
        unmeasured=sum(1 for it in figures if not it.measure),
        unspoken=unspoken,
        years={year: len(items) for year, items in sorted(dated(knowledge).items())},
        measured={it.name: it.url for it in measures(knowledge)},
        withheld=tuple((reading, fact) for reading, it in enumerate(facts) for fact in it.withheld),
    )
