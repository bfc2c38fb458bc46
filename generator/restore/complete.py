"""A form that leaves lines without a place -> the program's tables for the rest of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from generator.forms.marks import KINDS, only_editors
from generator.forms.review import ReviewForm, RuleForm
from generator.restore.answers import answers
from generator.restore.damage import mend
from generator.restore.fixed import fixed_by
from generator.restore.lines import Line, LineFinder
from generator.restore.plan import Plan, plan
from generator.restore.proposal import Known, propose
from generator.restore.slugs import slug_of
from generator.restore.solution import Solution

if TYPE_CHECKING:
    from generator.restore.evidence import Evidence

_WIDTH = RuleForm("punctuation-width", by="auto", ground="中文里的半角标点改全角。")


class Open(NamedTuple):
    """A page with what is decided about it."""

    form: ReviewForm
    lines: tuple[Line, ...]
    planned: Plan
    """The form's plan."""
    stem: str
    """The page's file name without its ending."""
    before: ReviewForm | None = None
    """The form with the program's tables that are to be made anew, if there are any."""

    @property
    def uncovered(self) -> set[int]:
        """Lines that are not blank and have no place."""
        placed = self.planned.lines(self.form, LineFinder(self.lines, ""))
        return {it.number for it in self.lines if it.text.strip()} - placed


def opened(form: ReviewForm, lines: tuple[Line, ...], stem: str) -> Open:
    """The page with everything recorded in force."""
    return Open(form, lines, plan(form, lines), stem)


def reopened(form: ReviewForm, lines: tuple[Line, ...], stem: str) -> Open:
    """The page with nothing in force but what the editor decided."""
    own = only_editors(form)
    return Open(own, lines, plan(own, lines), stem, form)


def complete(page: Open) -> ReviewForm:
    """What a build shows: everything recorded, and the rest solved from this page alone.

    One page must not change how another is shown, so there is no evidence from elsewhere.
    """
    return together(page.form, additions(page, solution_of(page)))


def solution_of(page: Open, evidence: Evidence | None = None) -> Solution:
    """The whole page solved, all decisions kept. evidence: what other texts say."""
    # Through its module, and only here: most builds need no solver.
    from generator.restore import solve

    return solve.solve(page.lines, fixed_by(page.form, page.lines, page.planned), evidence)


def additions(page: Open, solution: Solution) -> ReviewForm:
    """Tables by the program for all that the form does not decide."""
    finder = LineFinder(page.lines, "")
    added = propose(solution, page.lines, page.stem, _known(page, finder))
    repairs, suspicions = mend(page.form, page.lines, finder, _unread(page, finder), page.before)
    return msgspec.structs.replace(
        added,
        repairs=repairs,
        suspicions=suspicions,
        rules=(_WIDTH,) if _wants_rule(page, finder) else (),
    )


def together(form: ReviewForm, added: ReviewForm) -> ReviewForm:
    """The form with the tables of another behind its own."""
    longer: dict[str, Any] = {
        kind: (*getattr(form, kind), *getattr(added, kind))
        for kind in KINDS
        if getattr(added, kind)
    }
    return msgspec.structs.replace(form, **longer)


def _unread(page: Open, finder: LineFinder) -> set[int]:
    """Lines in which damage was never looked for: those that had no place so far.

    In the others the editor has seen what was found, and may have deleted it.
    """
    if page.before is None:
        return page.uncovered
    return page.uncovered - plan(page.before, page.lines).lines(page.before, finder)


def _wants_rule(page: Open, finder: LineFinder) -> bool:
    """In a file of its own making, and where it stood before; elsewhere the editor wants none."""
    if any(it.repair == _WIDTH.repair for it in page.form.rules):
        return False
    if page.before is not None:
        return any(it.by == "auto" for it in page.before.rules)
    return not page.planned.lines(page.form, finder)


def _known(page: Open, finder: LineFinder) -> Known:
    form = page.form
    owners: dict[int, str] = {}
    slugs = set()
    for article in page.planned.articles:
        slug = slug_of(article.form, finder, page.stem)
        slugs.add(slug)
        owners |= {it.number: slug for it in article.entries() if it.number is not None}
    recorded: dict[int, str] = {}
    for old in page.before.articles if page.before is not None else ():
        if old.by == "auto" and old.slug:
            found = [finder.find(it, ()) for it in (*old.title, *old.body) if it != "…"]
            recorded |= {line.number: old.slug for line in found if line is not None}
    tails = {it.tail for it in answers(form, page.lines, finder, "")[0]}
    named = [it.tail for it in form.questions] + [it.tail for it in form.joins]
    named += [it.after for it in form.gaps if it.after is not None]
    tails |= {line.number for it in named if (line := finder.find(it, ())) is not None}
    placed = page.planned.lines(form, finder)
    return Known(placed, tails, slugs, owners, recorded)
