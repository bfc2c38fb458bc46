"""Quotations of a page + sources -> problems: each quoted text stands in its source.

A quotation with pieces is put together from the source's bytes once more and must equal the
element's text, character for character. One without is of a Markdown file: its bare characters
must stand in the file's, block by block.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.check.facts import PageFacts, Quotation
from generator.check.pieces import (
    DeclarationError,
    cut_seam,
    large_edits,
    original,
    read_pieces,
    read_repairs,
    repaired,
    told,
)
from generator.check.plain import squeeze
from generator.check.sources import SourceTexts, SourceUnreadableError, text_of
from generator.model.problem import Place, Problem, problem

_MARKDOWN = (".md", ".markdown")
_CONTEXT = 12
"""Characters shown before and after the first difference."""


Stood = Callable[[str, Quotation], bool]
"""Path of a page, a quotation -> whether it stood there when nothing was wrong, and all that it quotes
has the same bytes as then."""


def unknown(_path: str, _quotation: Quotation) -> bool:
    """Nothing is known of before."""
    return False


def check_grounding(
    path: str, facts: PageFacts, sources: SourceTexts, stood: Stood = unknown
) -> tuple[Problem, ...]:
    """Everything that the page at `path` quotes, held against its sources."""
    place = Place("site/" + path)
    problems: list[Problem] = []
    for quotation in facts.quotations:
        if stood(path, quotation):
            continue
        try:
            if quotation.pieces:
                problems += _check_pieces(place, quotation, sources)
            else:
                problems += _check_bare(place, quotation, sources)
        except DeclarationError as error:
            code, what = error.args
            problems.append(problem(code, place, source=quotation.source, declared=_short(what)))
        except SourceUnreadableError:
            problems.append(problem("proof-source-missing", place, source=quotation.source))
    return tuple(dict.fromkeys(problems))


def lost_words(data: bytes, texts: Sequence[str]) -> str:
    """The first of a Markdown file's texts that it does not hold, from where; empty: it holds all.

    For the build, before any page is made of them: what is lost here is refused on a page.
    """
    try:
        written = text_of(data)
    except SourceUnreadableError:
        return ""
    # What stands there letter by letter need not be looked for.
    doubtful = [it for it in texts if it not in written]
    if not doubtful and any(texts):
        return ""
    bare = tuple(text for it in doubtful if (text := squeeze(it)))
    found = _check_bare(_NOWHERE, Quotation(_ANY, "", "", bare), SourceTexts(lambda _: data))
    if not found or (not bare and any(texts)):
        return ""
    return dict(found[0].facts).get("shown", "") or "…"


_ANY = "any.md"
_NOWHERE = Place(_ANY)


def _check_pieces(place: Place, quotation: Quotation, sources: SourceTexts) -> list[Problem]:
    source = quotation.source
    pieces = read_pieces(quotation.pieces, source)
    edits = read_repairs(quotation.repairs)
    stands = original(pieces, sources.lines)
    expected = repaired(stands, edits)
    shown = quotation.texts[0] if quotation.texts else ""
    problems = []
    if shown != expected:
        at = _difference(expected, shown)
        problems.append(
            problem(
                "proof-text-differs",
                place,
                source=source,
                line=pieces[0].line,
                expected=_around(expected, at),
                shown=_around(shown, at),
            )
        )
    if seam := cut_seam(pieces, sources.lines):
        problems.append(problem("proof-seam", place, source=source, declared=told(seam)))
    if large := large_edits(stands, edits):
        problems.append(problem("proof-repair-large", place, source=source, declared=_short(large)))
    return problems


def _check_bare(place: Place, quotation: Quotation, sources: SourceTexts) -> list[Problem]:
    source = quotation.source
    undone = sources.undone(source)
    if not quotation.texts:
        lost = undone and not sources.shows_nothing(source)
        return [problem("proof-empty", place, source=source)] if lost else []
    if not source.endswith(_MARKDOWN):
        text = _short(quotation.texts[0])
        return [problem("proof-pieces-missing", place, source=source, shown=text)]
    if quotation.repairs:
        raise DeclarationError("proof-repairs-malformed", quotation.repairs)
    position = 0
    problems = []
    for text in quotation.texts:
        # Blocks follow one another in the file as on the page, footnotes apart: the search from
        # the last place on is short, and only what is not found there is sought everywhere.
        at = undone.find(text, position)
        if at >= 0:
            position = at + len(text)
        elif not (text in undone or text in sources.kept(source) or sources.parted(source, text)):
            shown = _around(text, _longest(text, undone))
            problems.append(problem("proof-quote-missing", place, source=source, shown=shown))
    return problems


def _difference(one: str, other: str) -> int:
    for index, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return index
    return min(len(one), len(other))


def _longest(text: str, source: str) -> int:
    """How many of the first characters of a text do stand in the source, by bisection."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if text[:middle] in source:
            low = middle
        else:
            high = middle - 1
    return low


def _around(text: str, at: int) -> str:
    start, end = max(0, at - _CONTEXT), at + _CONTEXT
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return f"{before}{text[start:end]}{after}"


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
