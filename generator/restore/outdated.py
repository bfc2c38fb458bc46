"""Problems of a review file -> those of the editor's tables; the program's own are counted only.

Where a source was replaced, what the program recorded may fit no more. That is no mistake of the
editor's: it is not in force, and `jingwei review --again` makes it anew.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.forms.marks import KINDS
from generator.forms.review import ReviewForm
from generator.model.problem import Place, Problem, problem

_FOLLOWED = "line-moved"
"""The text was found elsewhere: in force, and the program renews its own numbers."""


def editors_problems(
    problems: Iterable[Problem], form: ReviewForm, path: str, dropped: int = 0
) -> list[Problem]:
    """The editor's problems, and one note for all places of the program's that do not fit.

    path: the review file. dropped: places of the program's that were left out before.
    """
    kept = []
    for it in problems:
        if it.place.file != path or not _is_programs(it.place.key, form):
            kept.append(it)
        elif it.code != _FOLLOWED:
            dropped += 1
    if dropped:
        kept.append(problem("program-outdated", Place(path), count=dropped))
    return kept


def _is_programs(key: tuple[str | int, ...], form: ReviewForm) -> bool:
    if len(key) < 2 or key[0] not in KINDS:
        return False
    tables = getattr(form, str(key[0]))
    index = int(key[1])
    return index < len(tables) and tables[index].by == "auto"
