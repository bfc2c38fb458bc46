"""A page and its review file -> the file with the program's proposals, and what is still open in it."""

from __future__ import annotations

import enum
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from generator.forms.marks import credited, marked_tables
from generator.forms.review import ReviewForm
from generator.forms.toml_text import read_toml
from generator.model.problem import Place, Problem, problem
from generator.model.source import PageFiles
from generator.restore.answers import GAP, answers
from generator.restore.complete import Open, additions, opened, reopened, solution_of
from generator.restore.lines import Line, LineFinder, split_lines
from generator.restore.outdated import editors_problems
from generator.restore.review_text import kept_tables, new_text, renewed, with_added
from generator.restore.table_text import Grounds
from generator.text.decode import Decoded, Undecodable, decode
from generator.text.encode import encode_as

if TYPE_CHECKING:
    from generator.restore.evidence import Evidence


class Scope(enum.Enum):
    """What is solved."""

    REST = "rest"
    """Lines that nothing recorded covers."""
    AGAIN = "again"
    """All that the editor has not decided."""


class OpenMatters(Struct, frozen=True, array_like=True):
    """What is left for an editor to look at."""

    questions: int = 0
    unsure: int = 0
    """Lines whose place is doubtful."""
    missing: int = 0
    """Places where text is missing."""
    uncovered: int = 0
    """Lines that no recorded decision covers."""


class Survey(Struct, frozen=True, array_like=True):
    """A page as it stands."""

    problems: tuple[Problem, ...]
    open: OpenMatters | None = None
    """None: the page or its review can't be read."""
    made: bool = False
    """Whether the program may think again: of tables of its own, or where jump lines lead."""


class Reviewed(Struct, frozen=True, array_like=True):
    """What a page's review file is to be."""

    problems: tuple[Problem, ...]
    data: bytes | None = None
    """None: the file stays as it is."""
    open: OpenMatters | None = None


_Keeps = Callable[[str, int], bool]


class _Page(Struct, frozen=True):
    lines: tuple[Line, ...]
    stem: str
    digest: str
    form: ReviewForm | None
    review: Decoded | None
    review_path: str


def survey(files: PageFiles) -> Survey:
    """What is open in a page; nothing is solved."""
    page = _read(files)
    if isinstance(page, tuple):
        return Survey(page)
    jumps = page.form is not None and any(it.jump for it in page.form.articles)
    made = page.review is not None and (jumps or bool(marked_tables(page.review.text)))
    return Survey(_misfits(page), _open_matters(page.form, page.lines, page.stem), made)


def review(files: PageFiles, scope: Scope, evidence: Evidence | None = None) -> Reviewed:
    """The bytes of the review file with the program's tables, if they are to change.

    All that the editor wrote stays byte for byte. A file that can't be read is left alone.
    """
    page = _read(files)
    if isinstance(page, tuple):
        return Reviewed(page)
    problems = _misfits(page)
    if scope is Scope.AGAIN:
        problems = tuple(it for it in problems if it.code != "program-outdated")
    if page.form is None or page.review is None:
        form, grounds = _solved(opened(ReviewForm(), page.lines, page.stem), evidence)
        text = new_text(form, page.lines, page.digest, grounds)
        return _outcome(page, text, text.encode(), problems)
    old = page.review.text
    if scope is Scope.REST:
        state = opened(page.form, page.lines, page.stem)
        if not state.uncovered:
            return Reviewed(problems, None, _open_matters(page.form, page.lines, page.stem))
        form, grounds = _solved(state, evidence)
        text = with_added(old, form, page.lines, grounds)
    else:
        state = reopened(page.form, page.lines, page.stem)
        if not state.uncovered and not marked_tables(old):
            return Reviewed(problems, None, _open_matters(page.form, page.lines, page.stem))
        form, grounds = _solved(state, evidence)
        text = renewed(old, form, page.lines, grounds, _kept(page.form, state))
    data = encode_as(text, page.review.encoding, files.review.data if files.review else b"")
    if data is None:
        place = Place(page.review_path)
        told = problem("review-unencodable", place, encoding=page.review.encoding)
        return Reviewed((*problems, told))
    return _outcome(page, text, data if text != old else None, problems)


def _solved(state: Open, evidence: Evidence | None) -> tuple[ReviewForm, Grounds]:
    solution = solution_of(state, evidence)
    grounds = {(it.tail, head.head): head.ground for it in solution.offers for head in it.heads}
    return additions(state, solution), grounds


def _outcome(page: _Page, text: str, data: bytes | None, problems: tuple[Problem, ...]) -> Reviewed:
    form, _ = read_toml(text, ReviewForm, page.review_path)
    assert form is not None, "what was written can't be read"
    return Reviewed(problems, data, _open_matters(credited(form, text), page.lines, page.stem))


def _read(files: PageFiles) -> _Page | tuple[Problem, ...]:
    decoded = decode(files.page.data)
    problems: tuple[Problem, ...] = ()
    if isinstance(decoded, Undecodable):
        problems = (decoded.at(files.page.path),)
    form: ReviewForm | None = None
    review: Decoded | None = None
    if files.review is not None:
        told = decode(files.review.data)
        if isinstance(told, Undecodable):
            return (*problems, told.at(files.review.path))
        review = told
        form, found = read_toml(told.text, ReviewForm, files.review.path)
        problems += found
        if form is not None:
            form = credited(form, told.text)
    if isinstance(decoded, Undecodable) or (files.review is not None and form is None):
        return problems
    path = files.page.path
    stem = path.rpartition("/")[2].rpartition(".")[0]
    review_path = files.review.path if files.review is not None else ""
    return _Page(split_lines(decoded.text), stem, files.page.digest, form, review, review_path)


def _misfits(page: _Page) -> tuple[Problem, ...]:
    """Decisions that fit no line of the page any more, each told once."""
    if page.form is None:
        return ()
    finder = LineFinder(page.lines, page.review_path)
    for index, article in enumerate(page.form.articles):
        for role in ("title", "kicker", "byline", "label", "jump", "credit", "body"):
            for at, name in enumerate(getattr(article, role)):
                if name != GAP:
                    finder.find(name, ("articles", index, role, at))
    for kind, fields in _NAMING.items():
        for index, table in enumerate(getattr(page.form, kind)):
            for field in fields:
                if getattr(table, field) is not None:
                    finder.find(getattr(table, field), (kind, index, field))
    _, wrong = answers(page.form, page.lines, LineFinder(page.lines, ""), page.review_path)
    return tuple(editors_problems((*finder.problems, *wrong), page.form, page.review_path))


_NAMING = {
    "joins": ("tail", "head"),
    "gaps": ("before", "after"),
    "asides": ("line",),
    "repairs": ("line",),
    "suspicions": ("line",),
    "notes": ("line",),
    "questions": ("tail",),
    "jumps": ("line",),
}


def _open_matters(form: ReviewForm | None, lines: tuple[Line, ...], stem: str) -> OpenMatters:
    page = opened(form or ReviewForm(), lines, stem)
    plans = page.planned.articles
    return OpenMatters(
        questions=sum(not it.answer for it in page.form.questions)
        + sum(not it.sure and it.by == "auto" for it in page.form.jumps),
        unsure=sum(len(it.unsure) for it in page.form.articles if it.by == "auto"),
        missing=sum(entry.text == GAP for it in plans for entry in it.body),
        uncovered=len(page.uncovered),
    )


def _kept(form: ReviewForm, state: Open) -> _Keeps:
    """The program's grounds for what the editor's articles show, and what binds pages together."""
    joins: set[tuple[int, int]] = set()
    gaps: set[tuple[str, int]] = set()
    for article in state.planned.articles:
        for upper, lower in pairwise(article.body):
            if upper.number is not None and lower.number is not None and lower.joined:
                joins.add((upper.number, lower.number))
            elif upper.number is not None and lower.text == GAP:
                gaps.add(("after", upper.number))
            elif upper.text == GAP and lower.number is not None:
                gaps.add(("before", lower.number))
    keeps = kept_tables(form, joins, gaps, LineFinder(state.lines, ""))
    return lambda kind, index: kind == "jumps" or keeps(kind, index)
