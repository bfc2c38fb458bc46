"""Text files of pages -> what each is restored to; no site is needed, and nothing is written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.app.texts import evidence_of, solve_leaves
from generator.forms.marks import credited
from generator.forms.review import ReviewForm
from generator.forms.toml_text import read_toml
from generator.model.problem import Place, Problem, problem
from generator.model.source import ContentFiles, PageFiles, SourceFile
from generator.restore.page import PageText
from generator.restore.result import Result, result
from generator.store.locate import locate
from generator.store.read import read_content
from generator.text.decode import Undecodable, decode

if TYPE_CHECKING:
    from generator.restore.evidence import Evidence

LARGEST = 20_000_000
"""Bytes of a page: ten times what a site takes."""

_REVIEW = ".review.toml"


def restore_files(paths: Sequence[Path], jobs: int) -> Iterator[Result]:
    """One result for each file, in order; a file that can't be read gives only problems.

    Several files serve as each other's evidence, and inside a site its articles and other pages too.
    """
    read = [_read(it) for it in paths]
    files = [it for it in read if isinstance(it, PageFiles)]
    texts = _texts(files, paths)
    # A page says nothing of itself: on its own it is solved as a build solves it.
    evidence = evidence_of(texts) if len(texts) > 1 else None
    names = [it.page.path for it in files]
    solved = solve_leaves(_result, files, names, jobs, evidence)
    for it in read:
        if isinstance(it, Problem):
            yield Result({}, "", (it,))
            continue
        done = next(solved)
        if isinstance(done, Problem):
            yield Result({}, "", (done,))
        else:
            told = locate(done.problems, ContentFiles(pages=(it,)))
            yield Result(done.data, done.text, told)


def _read(path: Path) -> PageFiles | Problem:
    """The page and the review file beside it."""
    review = path.with_name(f"{path.name.removesuffix(path.suffix)}{_REVIEW}")
    try:
        page = _file(path)
        told = _file(review) if review.is_file() and review != path else None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return problem("file-unreadable", Place(str(path)), reason=reason)
    for it in (page, told):
        if it is not None and len(it.data) > LARGEST:
            return problem("page-too-large", Place(it.path), limit=LARGEST)
    return PageFiles(page, told)


def _file(path: Path) -> SourceFile:
    with path.open("rb") as stream:
        data = stream.read(LARGEST + 1)
    return SourceFile(str(path), data, hashlib.sha256(data).hexdigest())


def _texts(files: Sequence[PageFiles], paths: Sequence[Path]) -> list[bytes]:
    """Every text at hand once: the files, and what the sites hold in which they lie."""
    texts = {it.page.digest: it.page.data for it in files}
    for site in sorted({site for path in paths if (site := _site(path)) is not None}):
        content, _ = read_content(site)
        for it in (*(page.page for page in content.pages), *content.articles):
            texts.setdefault(it.digest, it.data)
    return list(texts.values())


def _site(path: Path) -> Path | None:
    """The content folder in whose `pages/` the file lies."""
    for folder in path.resolve().parents:
        if folder.name == "pages" and (
            (folder.parent / "site.toml").is_file() or (folder.parent / "articles").is_dir()
        ):
            return folder.parent
    return None


def _result(files: PageFiles, evidence: Evidence | None) -> Result:
    page = decode(files.page.data)
    if isinstance(page, Undecodable):
        return Result({}, "", (page.at(files.page.path),))
    form: ReviewForm | None = None
    problems: tuple[Problem, ...] = ()
    review_path = ""
    if files.review is not None:
        review_path = files.review.path
        told = decode(files.review.data)
        if isinstance(told, Undecodable):
            return Result({}, "", (told.at(review_path),))
        form, problems = read_toml(told.text, ReviewForm, review_path)
        if form is None:
            return Result({}, "", problems)
        form = credited(form, told.text)
    stem = Path(files.page.path).stem
    text = PageText(files.page.path, stem, page.text, page.encoding, files.page.digest, review_path)
    done = result(text, form, evidence)
    return Result(done.data, done.text, (*problems, *done.problems))
