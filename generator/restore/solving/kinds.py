"""Units -> for each, the chances that it is running text, a heading inside an article, or a title.

Bylines, jump lines and credits are told by their form (`units`). What remains doubtful are short
lines that end in the middle: a heading, a title, or a paragraph cut off after a few words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import numpy as np

from generator.restore.jump_lines import read_jump
from generator.restore.solving.chances import Table, forest_chances, linear_chances
from generator.restore.solving.ngrams import Floats, NGrams, end_codes, start_codes
from generator.restore.solving.units import Unit
from generator.restore.solving.words import Dictionary, word_gain

LONGEST = 45
"""Characters of a heading or title, at most."""
FUNCTION_ENDS = frozenset(
    "的和与在是了为对等把被从向以及其这有将地得而并或但由于就也都还又更很最不"
)
FUNCTION_STARTS = frozenset("的了们着过地得和与及等、，；：。”’）》")
_PAUSES = frozenset("，、：；—“《（")
_AROUND = 6
"""Lines above and below that are looked at."""
KINDS = ("body", "heading", "title")


def doubtful(units: Sequence[Unit]) -> list[int]:
    """Indices of units whose form leaves open what they are."""
    return [
        at
        for at, unit in enumerate(units)
        if unit.form is None and not unit.closed and len(unit.text) <= LONGEST
    ]


def kind_chances(
    units: Sequence[Unit],
    vectors: Floats,
    language: NGrams,
    words: Dictionary,
    weights: Table,
    forest: Table,
) -> Floats:
    """(units, 3): chances of body, heading, title; 0 everywhere for lines told by their form."""
    chances = np.zeros((len(units), len(KINDS)))
    for at, unit in enumerate(units):
        if unit.form is None:
            chances[at, 0] = 1.0
    asked = doubtful(units)
    if asked:
        features = kind_features(units, asked, vectors, language, words)
        # Trees see what goes together on pages like those they were fitted on; the linear map errs
        # less on others.
        trees, linear = forest_chances(features, forest), linear_chances(features, weights)
        chances[asked] = (trees + linear) / 2
        for at in asked:
            below = units[at + 1] if at + 1 < len(units) else None
            jump = read_jump(below.text) if below is not None and below.form == "jump" else None
            if jump is not None and jump.way == "to":
                # It goes on on another page.
                chances[at] = (1.0, 0.0, 0.0)
    return chances


def kind_features(
    units: Sequence[Unit],
    asked: Sequence[int],
    vectors: Floats,
    language: NGrams,
    words: Dictionary,
) -> Floats:
    """(asked, features): what tells a heading from a title and from cut-off text.

    vectors: of all units, as `page.word_vectors` gives them.
    """
    shared = _shared_pairs(units)
    before, behind = _best_neighbours(units, asked, language, words)
    topics = _topics(units, asked, vectors)
    bylines = sum(unit.form == "byline" for unit in units)
    rows = []
    for row, at in enumerate(asked):
        text = units[at].text
        above = units[at - 1] if at else None
        below = units[at + 1] if at + 1 < len(units) else None
        near, far = shared(at)
        repeated = [
            other
            for other in range(max(0, at - 8), min(len(units), at + 30))
            if other != at and text in units[other].text
        ]
        values = words.best(text)
        last = words.best(text[-6:])
        rows.append(
            [
                len(text),
                "，" in text,
                any(it in text for it in "。；："),
                re.search(r"\d", text) is not None,
                " " in text or "\u3000" in text,
                below is not None and below.form == "byline",
                below is not None and below.form == "jump",
                above is None,
                above is not None and above.form is not None,
                above is not None and above.closed,
                above is not None and _cut(above) and len(above.text) > LONGEST,
                above is not None and _cut(above) and len(above.text) <= 25,
                below is not None and below.closed,
                below is not None and _cut(below) and len(below.text) > 25,
                below is not None and _cut(below) and len(below.text) <= 25,
                below is None,
                text[-1] in FUNCTION_ENDS,
                text[-1] in _PAUSES,
                text[0] in FUNCTION_STARTS,
                units[at].unopened,
                units[at].unclosed,
                bool(repeated),
                any(at < other <= at + 4 for other in repeated),
                near,
                far,
                before[row, 0],
                before[row, 1],
                behind[row, 0],
                behind[row, 1],
                values[-1] / len(text),
                last[-1] - last[-2],
                len(text) <= 18,
                7 <= len(text) <= 18,
                bylines,
                *topics[row],
            ]
        )
    return np.array(rows, np.float64)


def _topics(units: Sequence[Unit], asked: Sequence[int], vectors: Floats) -> Floats:
    """(asked, 6): likeness of what stands above and below; of the line to both; to all the page.

    Above and below a heading the same article goes on; a title parts two. How alike the articles
    of a page are differs, so the first is given against the likeness of any two stretches as well.
    """
    out = np.zeros((len(asked), 6))
    whole = vectors.sum(axis=0)
    usual = _usual_likeness(units, vectors) if asked else 0.0
    for row, at in enumerate(asked):
        above = _stretch(units, vectors, range(at - 1, max(-1, at - _AROUND - 1), -1))
        below = _stretch(units, vectors, range(at + 1, min(len(units), at + _AROUND + 1)))
        own = vectors[at]
        out[row] = (
            _likeness(above, below),
            _likeness(own, above),
            _likeness(own, below),
            _likeness(own, whole - own),
            bool(above.any()),
            _likeness(above, below) - usual,
        )
    return out


def _usual_likeness(units: Sequence[Unit], vectors: Floats) -> float:
    """Mean likeness of stretches that do not touch."""
    sums = [vectors[at : at + _AROUND].sum(axis=0) for at in range(0, len(units), _AROUND)]
    table = np.array(sums)
    table /= np.maximum(1e-9, np.linalg.norm(table, axis=1, keepdims=True))
    likeness = table @ table.T
    apart = np.abs(np.subtract.outer(np.arange(len(sums)), np.arange(len(sums)))) > 1
    return float(likeness[apart].mean()) if apart.any() else 0.0


def _stretch(units: Sequence[Unit], vectors: Floats, places: range) -> Floats:
    """Sum over the lines, up to where a byline or another line of furniture stands."""
    total = np.zeros(vectors.shape[1])
    started = False
    for at in places:
        if units[at].form is not None:
            if started:
                break
            continue
        started = True
        total += vectors[at]
    return total


def _likeness(one: Floats, other: Floats) -> float:
    size = float(np.linalg.norm(one) * np.linalg.norm(other))
    return float(one @ other) / size if size else 0.0


def _cut(unit: Unit) -> bool:
    return unit.form is None and not unit.closed


def _shared_pairs(units: Sequence[Unit]) -> Callable[[int], tuple[float, float]]:
    """For each unit: shares of its character pairs that stand in the six units below, and anywhere else."""
    where: dict[str, list[int]] = {}
    for at, unit in enumerate(units):
        for pair in {unit.text[i : i + 2] for i in range(len(unit.text) - 1)}:
            where.setdefault(pair, []).append(at)

    def shares(at: int) -> tuple[float, float]:
        text = units[at].text
        pairs = [text[i : i + 2] for i in range(len(text) - 1)]
        if not pairs:
            return 0.0, 0.0
        near = far = 0
        for pair in pairs:
            places = where[pair]
            far += len(places) > 1
            near += any(at < other <= at + 6 for other in places)
        return near / len(pairs), far / len(pairs)

    return shares


def _best_neighbours(
    units: Sequence[Unit], asked: Sequence[int], language: NGrams, words: Dictionary
) -> tuple[Floats, Floats]:
    """(asked, 2) twice: how well the unit goes on in the best other line, and continues the best."""
    lines = [at for at, unit in enumerate(units) if unit.form is None]
    tails = [at for at in lines if not units[at].closed]
    behind = _best(units, asked, lines, language, words)
    before = _best(units, tails, asked, language, words, heads_asked=True)
    return behind, before


def _best(
    units: Sequence[Unit],
    tails: Sequence[int],
    heads: Sequence[int],
    language: NGrams,
    words: Dictionary,
    *,
    heads_asked: bool = False,
) -> Floats:
    tail_texts = [units[at].text for at in tails]
    head_texts = [units[at].text for at in heads]
    same = np.array(tails)[:, None] == np.array(heads)[None, :]
    _, fluency = language.across(end_codes(tail_texts, 3), start_codes(head_texts, 3))
    gain, _ = word_gain(tail_texts, head_texts, words)
    axis = 0 if heads_asked else 1
    size = len(heads) if heads_asked else len(tails)
    out = np.zeros((size, 2))
    for column, values in enumerate((fluency, gain)):
        if values.shape[axis]:
            best = np.where(same, -np.inf, values).max(axis=axis)
            out[:, column] = np.where(np.isfinite(best), best, 0.0)
    return out
