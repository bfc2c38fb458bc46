"""Review form + lines -> what was decided about each line; every decision that fits nothing is a problem."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.forms.review import GapForm, JoinForm, RepairForm, ReviewForm
from generator.model.article import Flag, Repair
from generator.model.ledger import Side
from generator.model.problem import Place, Problem, problem
from generator.restore.answers import answers
from generator.restore.edits import Edit, merge_edits, only_place, widen_punctuation
from generator.restore.lines import Line, LineFinder

Key = tuple[str | int, ...]


@dataclass(slots=True)
class Decisions:
    """Resolved decisions, by line number. Filled once by `resolve`, read-only afterwards."""

    edits: dict[int, list[Edit]] = field(default_factory=dict)
    flags: dict[int, list[Flag]] = field(default_factory=dict)
    """Offsets of these flags are the line's own."""
    notes: dict[int, str] = field(default_factory=dict)
    joins: dict[tuple[int, int], tuple[JoinForm, Key]] = field(default_factory=dict)
    gaps: dict[tuple[Side, int], tuple[GapForm, Key]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def resolve(form: ReviewForm, lines: tuple[Line, ...], finder: LineFinder, path: str) -> Decisions:
    """All decisions that are not the order itself. `path`: the review file."""
    decided = Decisions()
    _resolve_repairs(form, lines, finder, path, decided)
    for index, flag in enumerate(form.suspicions):
        key: Key = ("suspicions", index)
        line = finder.find(flag.line, (*key, "line"))
        if line is not None:
            at = _place_of(line, flag.text, (*key, "text"), path, decided)
            if at is not None:
                span = Flag(at, at + len(flag.text), flag.note, flag.by)
                decided.flags.setdefault(line.number, []).append(span)
    for index, note in enumerate(form.notes):
        line = finder.find(note.line, ("notes", index, "line"))
        if line is not None:
            decided.notes[line.number] = note.note
    for index, join in enumerate(form.joins):
        tail = finder.find(join.tail, ("joins", index, "tail"))
        head = finder.find(join.head, ("joins", index, "head"))
        if tail is not None and head is not None:
            decided.joins[tail.number, head.number] = (join, ("joins", index))
    for index, gap in enumerate(form.gaps):
        _resolve_gap(gap, ("gaps", index), finder, path, decided)
    if form.questions:
        _resolve_answers(form, lines, finder, path, decided)
    return decided


def unused(
    decided: Decisions, joins: set[tuple[int, int]], gaps: set[tuple[Side, int]], path: str
) -> list[Problem]:
    """Joins and gaps that the editor decided but that no article's body shows."""
    left = [key for pair, (it, key) in decided.joins.items() if pair not in joins and _told(it)]
    left += [key for pair, (it, key) in decided.gaps.items() if pair not in gaps and _told(it)]
    return [
        problem("decision-unused", Place(path, key=key), table=key[0], number=int(key[1]) + 1)
        for key in left
    ]


def _told(form: JoinForm | GapForm) -> bool:
    # What the program recorded gives way to the editor in silence; `review --again` clears it away.
    return form.by != "auto"


def _resolve_repairs(
    form: ReviewForm, lines: tuple[Line, ...], finder: LineFinder, path: str, decided: Decisions
) -> None:
    chosen: dict[int, list[Edit]] = {}
    for index, repair in enumerate(form.repairs):
        line = finder.find(repair.line, ("repairs", index, "line"))
        if line is None:
            continue
        at = _place_of(line, repair.original, ("repairs", index, "original"), path, decided)
        if at is None:
            continue
        edit = _tighten(at, repair)
        clash = next(
            (
                it
                for it in chosen.get(line.number, ())
                if it.start < edit.end and edit.start < it.end
            ),
            None,
        )
        if clash is None:
            chosen.setdefault(line.number, []).append(edit)
        else:
            place = Place(path, key=("repairs", index))
            decided.problems.append(problem("repair-overlap", place, original=repair.original))
    rule = next((it for it in form.rules if it.repair == "punctuation-width"), None)
    for line in lines:
        ruled = (
            widen_punctuation(line.text, "editor" if rule.by == "editor" else "auto", rule.ground)
            if rule
            else []
        )
        edits = merge_edits(chosen.get(line.number, []), ruled)
        if edits:
            decided.edits[line.number] = edits


def _tighten(at: int, form: RepairForm) -> Edit:
    """The smallest edit that does the same: what both texts begin or end with stays verbatim.

    An editor quotes some words around a slip so that the place is unique; a reader should see
    marked only what was changed.
    """
    original, shown = form.original, form.shown
    left = 0
    while left < min(len(original), len(shown)) and original[left] == shown[left]:
        left += 1
    right = 0
    while (
        right < min(len(original), len(shown)) - left
        and original[len(original) - 1 - right] == shown[len(shown) - 1 - right]
    ):
        right += 1
    end = len(original) - right
    repair = Repair(
        original[left:end], shown[left : len(shown) - right], form.kind, form.by, form.ground
    )
    return Edit(at + left, at + end, repair)


def _resolve_answers(
    form: ReviewForm, lines: tuple[Line, ...], finder: LineFinder, path: str, decided: Decisions
) -> None:
    found, problems = answers(form, lines, finder, path)
    decided.problems += problems
    for tail, head, question in ((it.tail, it.head, it.question) for it in found):
        asked = form.questions[question]
        key: Key = ("questions", question)
        if head is None:
            gap = GapForm(after=asked.tail, ground=_ANSWERED)
            decided.gaps.setdefault(("after", tail), (gap, key))
        else:
            join = JoinForm(asked.tail, asked.answer, ground=_ANSWERED)
            decided.joins[tail, head] = (join, key)


_ANSWERED = "程序提出的疑问，编者答复。"


def _resolve_gap(gap: GapForm, key: Key, finder: LineFinder, path: str, decided: Decisions) -> None:
    if (gap.before is None) == (gap.after is None):
        decided.problems.append(problem("gap-one-side", Place(path, key=key)))
        return
    where: Side = "before" if gap.before else "after"
    line = finder.find(gap.before or gap.after or "", (*key, where))
    if line is not None:
        decided.gaps[where, line.number] = (gap, key)


def _place_of(line: Line, text: str, key: Key, path: str, decided: Decisions) -> int | None:
    at = only_place(line, text)
    if at is None:
        place = Place(path, key=key)
        code = "text-repeated" if text in line.text else "text-missing"
        decided.problems.append(problem(code, place, text=text, line=line.number))
    return at
