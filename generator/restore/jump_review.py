"""Review files about to be written + those there are -> the same with their [[jumps]].

Runs when all pages at hand are solved: which article goes on where is seen only from all of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.forms.review import ReviewForm
from generator.model.part import Part
from generator.model.source import PageFiles, SourceFile
from generator.restore.gather_pages import AlonePage
from generator.restore.jump_forms import Fresh, propose_jumps
from generator.restore.line_names import LineNames
from generator.restore.lines import Line, split_lines
from generator.restore.page_file import restore_page
from generator.restore.review import Reviewed, Scope, survey
from generator.restore.review_text import renewed, with_added
from generator.text.decode import Undecodable, decode
from generator.text.encode import encode_as


class _Page(NamedTuple):
    path: str
    source: SourceFile
    review_path: str
    alone: AlonePage
    review: bytes
    lines: tuple[Line, ...]


def add_jumps(
    pages: Sequence[PageFiles], done: Mapping[str, Reviewed], scope: Scope
) -> dict[str, Reviewed]:
    """`pages`: all of the content folder; `done`: by path, those that are being reviewed.

    A page without a review file, now or before, is built alone and takes no part.
    """
    every: list[_Page] = []
    fresh: dict[str, Fresh] = {}
    for page in pages:
        found = _page(page, done.get(page.page.path))
        if found is None:
            continue
        if found.path in done:
            dropped = _own(found.alone.parts) if scope is Scope.AGAIN else ()
            kept = [it for it in found.alone.parts if it not in dropped]
            found = found._replace(alone=found.alone._replace(parts=kept))
            fresh[found.path] = Fresh(LineNames(found.lines), dropped)
        every.append(found)
    proposed = propose_jumps([it.alone for it in every], fresh)
    out = dict(done)
    for it in every:
        form = ReviewForm(jumps=proposed.get(it.path, ()))
        if it.path in done and (form.jumps or fresh[it.path].dropped):
            out[it.path] = _written(it, done[it.path], form, scope)
    return out


def _own(parts: Sequence[Part]) -> tuple[Part, ...]:
    return tuple(it for it in parts if it.by == "auto")


def _page(files: PageFiles, done: Reviewed | None) -> _Page | None:
    """The page with the review file that it is to have; None if it has none or can't be read."""
    data = done.data if done is not None else None
    if data is None:
        data = files.review.data if files.review is not None else None
    text = decode(files.page.data)
    if data is None or isinstance(text, Undecodable):
        return None
    path = files.review.path if files.review is not None else f"{files.page.path}.review.toml"
    found = restore_page(PageFiles(files.page, SourceFile(path, data, "")))
    if found.restored is None:
        return None
    it = found.restored
    alone = AlonePage(it.articles, it.parts, it.ledger)
    return _Page(files.page.path, files.page, path, alone, data, split_lines(text.text))


def _written(page: _Page, done: Reviewed, form: ReviewForm, scope: Scope) -> Reviewed:
    decoded = decode(page.review)
    assert not isinstance(decoded, Undecodable), "what was written can't be read"
    text = decoded.text
    if scope is Scope.AGAIN:
        text = renewed(text, form, page.lines, grounds={}, keeps=lambda kind, _: kind != "jumps")
    else:
        text = with_added(text, form, page.lines, grounds={})
    data = encode_as(text, decoded.encoding, page.review)
    if data is None or data == page.review:
        return done
    files = PageFiles(page.source, SourceFile(page.review_path, data, ""))
    return Reviewed(done.problems, data, survey(files).open)
