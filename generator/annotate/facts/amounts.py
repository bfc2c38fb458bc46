"""Amounts of a text -> of what, whose, reached or aimed at, as of when."""

from __future__ import annotations

from generator.annotate.facts.behind import PEOPLE
from generator.annotate.facts.course import Course
from generator.annotate.facts.measures import usual_name
from generator.annotate.facts.moments import Clauses, settled, time_of
from generator.annotate.facts.names import Named
from generator.annotate.facts.naming import Naming
from generator.annotate.facts.passing import is_in_passing
from generator.annotate.facts.places import Places
from generator.annotate.facts.standing import is_aimed, words_of_aim
from generator.annotate.facts.subjects import subject_at
from generator.annotate.facts.when import tell_apart
from generator.annotate.facts.wording import Measured
from generator.annotate.prose import Prose
from generator.model.facts import At, FigureFact, Status
from generator.model.findings import Date, Figure, Findings


def gather_figures(
    prose: Prose, findings: Findings, places: Places, named: Named, title: str = ""
) -> tuple[FigureFact, ...]:
    """In order."""
    shown = [it for it in findings.figures if it.shown]
    if not shown:
        return ()
    starts = {
        it.start: (it.end, named.spans[it.start, it.end])
        for it in findings.names
        if it.shown and it.kind in ("ORG", "LOC") and (it.start, it.end) in named.spans
    }
    dates = _by_sentence(findings.dates, places)
    reader = _Reader(prose, named, starts, Course(prose, places.blocks, title, dates))
    found: list[FigureFact] = []
    sentence = -1
    for it in shown:
        at = places.place(it.start, it.end)
        if at is None or _is_torn(prose.text, it.start):
            continue
        if at[0] != sentence:
            sentence = at[0]
            reader.open(sentence, dates.get(sentence, ()))
        fact = reader.read(it, at)
        if not is_in_passing(prose.text, it, fact.measure):
            found.append(fact)
    return tuple(found)


def _is_torn(text: str, start: int) -> bool:
    """39.8 万亿元, with a space in it: no amount of 万亿元."""
    return text[start - 1 : start] == " " and text[start - 2 : start - 1].isdigit()


def _by_sentence(dates: tuple[Date, ...], places: Places) -> dict[int, tuple[Date, ...]]:
    found: dict[int, list[Date]] = {}
    for it in dates:
        if it.edtf:
            found.setdefault(places.sentence(it.start), []).append(it)
    return {sentence: tuple(some) for sentence, some in found.items()}


class _Reader:
    """Reads the amounts of one text, sentence after sentence."""

    def __init__(
        self, prose: Prose, named: Named, starts: dict[int, tuple[int, int]], course: Course
    ) -> None:
        self._text = prose.text
        self._spans = prose.sentences
        self._named = named
        self._starts = starts
        self._at = Clauses(prose.text, prose.date, course)
        bodies = {start for start, (_, at) in starts.items() if named.facts[at].kind == "ORG"}
        self._naming = Naming(prose.text, bodies)
        self._last = -2, "", ""
        """Sentence, measure and time of the amount before."""

    def open(self, number: int, dates: tuple[Date, ...]) -> None:
        """Go on to a sentence."""
        begin, end = self._spans[number]
        text = self._text
        at = self._at
        at.course.enter(number)
        at.begin = begin
        at.times = tell_apart(text, dates)
        at.aims, at.pasts = words_of_aim(text, begin, end)
        part = text.startswith(("其中", "同期"), begin) and self._last[0] == number - 1
        self._whole, at.of_which = self._last[1:] if part else ("", "")
        at.since = ""
        self._number = number
        self._naming.open(begin, dates)

    def read(self, it: Figure, at: At) -> FigureFact:
        """The next amount of the sentence."""
        here = self._at
        measured = _of_thing(self._naming.read(it, self._whole), self._named)
        when, said = time_of(here, it, grown=bool(measured.change))
        aimed = measured.aimed or is_aimed(here, it, when, measured.measure, said=said)
        status: Status = "target" if aimed else "actual"
        if measured.change:
            status = "change-target" if aimed else "change"
        when, said = settled(here, it, when, measured, said=said, aimed=aimed)
        words = measured.words
        subject = (
            subject_at(self._text, here.begin, it.start, self._starts, self._named, words)
            if words or it.unit in PEOPLE
            else -1
        )
        if subject >= 0:
            measured = _without(measured, self._named.facts[subject].name)
        if it.as_of and self._text.startswith(("从", "由"), max(0, it.start - 7)):
            here.since = it.as_of
        self._last = self._number, measured.measure, when
        return FigureFact(
            at,
            it.value,
            it.unit,
            it.qualifiers if aimed else tuple(one for one in it.qualifiers if one != "target"),
            measured.measure,
            measured.words,
            status,
            when or None,
            said,
            subject,
            measured.change,
        )


def _of_thing(measured: Measured, named: Named) -> Measured:
    """巴里切罗完成18场: a proper name by itself is of nobody's count."""
    at = named.forms.get(measured.measure.rpartition("、")[2], -1)
    if at < 0 or named.facts[at].kind not in _PROPER:
        return measured
    return measured._replace(measure="", words="", verb="")


_PROPER = ("PER", "ORG", "LOC")


def _without(measured: Measured, owner: str) -> Measured:
    """浑源县地区生产总值 of 浑源县 is one series with the 地区生产总值 of others."""
    rest = measured.measure.removeprefix(owner)
    usual = usual_name(rest, change=bool(measured.change)) if rest != measured.measure else ""
    return measured._replace(measure=usual, words=rest) if usual else measured
