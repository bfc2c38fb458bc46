"""Content folder -> review files with the program's proposals, and what is open in each."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from generator.app.texts import evidence_of, solve_leaves
from generator.leaves import map_leaves
from generator.model.problem import Level, Place, Problem, problem
from generator.model.source import ContentFiles, PageFiles, SourceFile
from generator.restore.jump_review import add_jumps
from generator.restore.review import OpenMatters, Reviewed, Scope, Survey, review, survey
from generator.store.locate import locate
from generator.store.read import read_content
from generator.store.replace import replace_file

if TYPE_CHECKING:
    from generator.restore.evidence import Evidence

State = Literal["new", "changed", "unchanged", "none", "failed"]
"""none: there is no review file, and none was asked for."""

_REVIEW = ".review.toml"


@dataclass(frozen=True, slots=True)
class PageReport:
    """What became of one page's review file."""

    page: str
    path: str
    """The review file, from the content folder."""
    state: State
    open: OpenMatters | None
    """None: it can't be told."""


@dataclass(frozen=True, slots=True)
class ReviewOutcome:
    """Every page that was asked for, and all problems."""

    pages: tuple[PageReport, ...]
    problems: tuple[Problem, ...]


def list_pages(folder: Path, names: Sequence[str], jobs: int) -> ReviewOutcome:
    """The pages by what is open: those without a review file, then most questions first."""
    content, problems = read_content(folder)
    pages, unknown = _chosen(content, folder, names)
    surveys = _surveys(pages, jobs, _unread(problems))
    reports = [
        PageReport(it.page.path, _review_path(it), "unchanged" if it.review else "none", seen.open)
        if seen.open is not None
        else PageReport(it.page.path, _review_path(it), "failed", None)
        for it, seen in zip(pages, surveys, strict=True)
    ]
    found = [it for seen in surveys for it in seen.problems]
    ordered = tuple(sorted(reports, key=_urgency))
    return ReviewOutcome(ordered, locate((*problems, *unknown, *found), content))


def review_pages(folder: Path, names: Sequence[str], scope: Scope, jobs: int) -> ReviewOutcome:
    """Solve what is to be solved and write the files that change; the others are not touched."""
    content, problems = read_content(folder)
    pages, unknown = _chosen(content, folder, names)
    surveys = _surveys(pages, jobs, _unread(problems))
    wanted = [it for it, seen in zip(pages, surveys, strict=True) if _has_work(it, seen, scope)]
    done: dict[str, Reviewed | Problem] = {}
    if wanted:
        every = (*(page.page for page in content.pages), *content.articles)
        # Each text once: a page that is there twice says nothing more.
        texts = {it.digest: it.data for it in every}
        leaf = functools.partial(_review, scope=scope)
        functools.update_wrapper(leaf, _review)
        paths = [it.page.path for it in wanted]
        solved = solve_leaves(leaf, wanted, paths, jobs, evidence_of(texts.values()))
        done = dict(zip(paths, solved, strict=True))
        reviewed = {path: it for path, it in done.items() if isinstance(it, Reviewed)}
        done |= add_jumps(content.pages, reviewed, scope)
    reports = []
    found: list[Problem] = []
    for page, seen in zip(pages, surveys, strict=True):
        report, told = _written(folder, page, seen, done.get(page.page.path))
        reports.append(report)
        found += told
    return ReviewOutcome(tuple(reports), locate((*problems, *unknown, *found), content))


def new_review(folder: Path, page: SourceFile) -> bytes:
    """The review file of a page that is about to be taken into a content folder; it can be decoded."""
    content = read_content(folder)[0] if folder.is_dir() else ContentFiles()
    every = (page, *(it.page for it in content.pages), *content.articles)
    texts = {it.digest: it.data for it in every}
    files = PageFiles(page)
    done = review(files, Scope.REST, evidence_of(texts.values()))
    others = (it for it in content.pages if it.page.path != page.path)
    pages = sorted((*others, files), key=lambda it: it.page.path)
    done = add_jumps(pages, {page.path: done}, Scope.REST).get(page.path, done)
    assert done.data is not None, done.problems
    return done.data


def _review(files: PageFiles, scope: Scope, evidence: Evidence | None) -> Reviewed:
    return review(files, scope, evidence)


def _written(
    folder: Path, page: PageFiles, seen: Survey, done: Reviewed | Problem | None
) -> tuple[PageReport, tuple[Problem, ...]]:
    path = _review_path(page)
    failed = PageReport(page.page.path, path, "failed", None)
    if isinstance(done, Problem):
        return failed, (*seen.problems, done)
    if done is None:
        if seen.open is None:
            return failed, seen.problems
        return PageReport(page.page.path, path, "unchanged", seen.open), seen.problems
    if done.data is None:
        state: State = "unchanged" if done.open is not None else "failed"
        return PageReport(page.page.path, path, state, done.open), done.problems
    old = page.review.data if page.review is not None else None
    refused = replace_file(folder, path, old, done.data)
    if refused is not None:
        return failed, (*done.problems, refused)
    state = "new" if page.review is None else "changed"
    return PageReport(page.page.path, path, state, done.open), done.problems


def _surveys(pages: Sequence[PageFiles], jobs: int, unread: frozenset[str]) -> list[Survey]:
    found = map_leaves(survey, pages, jobs)
    return [
        it if isinstance(it, Survey) and _review_path(page) not in unread else Survey(())
        for page, it in zip(pages, found, strict=True)
    ]


def _unread(problems: Iterable[Problem]) -> frozenset[str]:
    """Files that are there and could not be read: such a review file is no missing one."""
    return frozenset(it.place.file for it in problems if it.level is Level.ERROR)


def _has_work(page: PageFiles, seen: Survey, scope: Scope) -> bool:
    if seen.open is None:
        return False
    again = scope is Scope.AGAIN and seen.made
    return again or page.review is None or seen.open.uncovered > 0


def _urgency(report: PageReport) -> tuple[object, ...]:
    it = report.open or OpenMatters()
    return (report.state != "none", -it.questions, -it.unsure, -it.uncovered, report.page)


def _review_path(page: PageFiles) -> str:
    if page.review is not None:
        return page.review.path
    return page.page.path.rpartition(".")[0] + _REVIEW


def _chosen(
    content: ContentFiles, folder: Path, names: Iterable[str]
) -> tuple[list[PageFiles], list[Problem]]:
    """The pages that the names mean, in the order of their paths; all if there are no names."""
    names = list(names)
    if not names:
        return list(content.pages), []
    meant: set[str] = set()
    problems = []
    for name in names:
        found = {it.page.path for it in content.pages if _is_named(it, name, folder)}
        if not found:
            problems.append(problem("review-no-page", Place(""), name=name))
        meant |= found
    return [it for it in content.pages if it.page.path in meant], problems


def _is_named(page: PageFiles, name: str, folder: Path) -> bool:
    path = page.page.path
    below = path.removeprefix("pages/")
    stem = below.rpartition(".")[0]
    plain = name.replace(os.sep, "/")
    if plain in (path, below, stem, stem.rpartition("/")[2], _review_path(page)):
        return True
    real = os.path.realpath(name)
    return real in (os.path.realpath(folder / path), os.path.realpath(folder / _review_path(page)))
