"""Newspaper page + review form -> articles and ledger; every character gets exactly one place."""

from __future__ import annotations

from msgspec import Struct

from generator.forms.review import ReviewForm
from generator.model.article import Article
from generator.model.ledger import Ledger
from generator.model.part import Part
from generator.model.problem import Place, Problem, problem
from generator.restore.decisions import resolve, unused
from generator.restore.doubtful import doubtful
from generator.restore.ledger import write_ledger
from generator.restore.lines import Line, LineFinder, split_lines
from generator.restore.outdated import editors_problems
from generator.restore.page_articles import Work, build_articles
from generator.restore.parts import find_parts
from generator.restore.plan import Plan, plan
from generator.restore.slugs import slug_of


class PageText(Struct, frozen=True, array_like=True):
    """A source page, decoded."""

    path: str
    stem: str
    """File name without its ending."""
    text: str
    encoding: str
    digest: str
    review_path: str = ""
    """Empty: the page has no review file."""

    @property
    def reviewed(self) -> bool:
        """Whether an editor has looked at the page."""
        return bool(self.review_path)


class Restored(Struct, frozen=True, array_like=True):
    """What one page gave."""

    articles: tuple[Article, ...]
    ledger: Ledger
    problems: tuple[Problem, ...]
    parts: tuple[Part, ...] = ()
    """Which of the articles belong to articles of other pages."""


def restore(page: PageText, form: ReviewForm | None) -> Restored:
    """The page's articles in the order of the review file.

    Lines that no decision covers, all of them if there is no review, are placed by the solver from
    this page alone, and the result says how many. What the form says is `by` the program is so told.
    """
    lines = split_lines(page.text)
    form = form or ReviewForm()
    planned = plan(form, lines)
    left = _uncovered(form, lines, planned)
    if left:
        # Not at the top: a page whose every line is decided needs no solver.
        from generator.restore.complete import complete, opened

        form = complete(opened(form, lines, page.stem))
        planned = plan(form, lines)
    finder = LineFinder(lines, page.review_path or page.path)
    decided = resolve(form, lines, finder, page.review_path)
    work = Work(page, form, lines, finder, decided, doubtful(form, lines))
    silent = LineFinder(lines, "")
    slugs = [slug_of(it.form, silent, page.stem) for it in planned.articles]
    for key in planned.lost:
        index = int(key[1])
        finder.find(form.articles[index].after or "", key)
        place = Place(page.review_path, key=key)
        work.problems.append(problem("after-nowhere", place, line=form.articles[index].after))
    articles = build_articles(work, planned, slugs)
    parts, not_parts = find_parts(form, articles, finder, page.review_path)
    elsewhere = {("articles", planned.articles[it.article].index) for it in parts if it.sure}
    problems = [*finder.problems, *work.decided.problems, *not_parts]
    # A continuation needs no title of its own.
    problems += [
        it for it in work.problems if it.code != "article-untitled" or it.place.key not in elsewhere
    ]
    used_gaps = {(gap.where, gap.line) for gap in work.gaps}
    problems += unused(work.decided, work.joins, used_gaps, page.review_path)
    problems = editors_problems(problems, form, page.review_path, planned.outdated)
    problems += _about_page(work, left)
    placed, gaps = work.placements, tuple(work.gaps)
    open_questions = work.doubtful.questions
    ledger = write_ledger(page, form, lines, placed, articles, gaps, open_questions)
    return Restored(articles, ledger, tuple(problems), parts)


def _uncovered(form: ReviewForm, lines: tuple[Line, ...], planned: Plan) -> set[int]:
    """Lines that are not blank and have no place."""
    placed = planned.lines(form, LineFinder(lines, ""))
    return {line.number for line in lines if line.text.strip()} - placed


def _about_page(work: Work, solved: set[int]) -> list[Problem]:
    page, form = work.page, work.form
    found: list[Problem] = []
    if not page.reviewed:
        found.append(problem("page-unreviewed", Place(page.path), page=page.stem))
    if form.page.digest and form.page.digest != page.digest:
        place = Place(page.review_path, key=("page", "digest"))
        found.append(problem("page-replaced", place, digest=page.digest))
    if page.reviewed and solved:
        found.append(_about_lines("lines-solved", page, solved & work.placements.keys()))
    left = {it.number for it in work.lines if it.text.strip()} - work.placements.keys()
    if left:
        found.append(_about_lines("lines-unplaced", page, left))
    return found


def _about_lines(code: str, page: PageText, numbers: set[int]) -> Problem:
    lines = sorted(numbers)
    shown = ", ".join(map(str, lines[:20])) + (" …" if len(lines) > 20 else "")
    return problem(code, Place(page.path, line=lines[0]), count=len(lines), lines=shown)
