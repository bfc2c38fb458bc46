"""A newspaper page and its review file as bytes -> articles and ledger, or what is wrong with them.

Apart from the Markdown articles' module, so that a site without newspaper pages loads none of it.
"""

from __future__ import annotations

import msgspec

from generator.forms.marks import credited
from generator.forms.review import ReviewForm
from generator.forms.toml_text import read_toml
from generator.model.problem import Problem
from generator.model.source import PageFiles
from generator.restore.page import PageText, Restored, restore
from generator.text.decode import Undecodable, decode


class RestoredPage(msgspec.Struct, frozen=True, array_like=True):
    """What one newspaper page gave; nothing if it or its review can't be read."""

    restored: Restored | None
    problems: tuple[Problem, ...]


def restore_page(files: PageFiles) -> RestoredPage:
    """Decode both files, read the review, put the page together."""
    page = decode(files.page.data)
    problems: tuple[Problem, ...] = ()
    if isinstance(page, Undecodable):
        problems = (page.at(files.page.path),)
    form: ReviewForm | None = None
    review_path = ""
    if files.review is not None:
        review_path = files.review.path
        review = decode(files.review.data)
        if isinstance(review, Undecodable):
            return RestoredPage(None, (*problems, review.at(review_path)))
        form, found = read_toml(review.text, ReviewForm, review_path)
        problems += found
        if form is None:
            return RestoredPage(None, problems)
        form = credited(form, review.text)
    if isinstance(page, Undecodable):
        return RestoredPage(None, problems)
    path = files.page.path
    stem = path.rpartition("/")[2].rpartition(".")[0]
    text = PageText(path, stem, page.text, page.encoding, files.page.digest, review_path)
    return RestoredPage(restore(text, form), problems)
