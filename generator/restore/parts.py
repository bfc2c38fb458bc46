"""[[jumps]] of a review file + the page's articles -> which of them are parts of articles elsewhere.

Only what the page itself says is known here; `generator.restore.wholes` finds the other end.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.forms.review import JumpForm, ReviewForm
from generator.model.article import Article, ArticleId, all_blocks
from generator.model.part import Part
from generator.model.problem import Place, Problem, problem
from generator.restore.lines import LineFinder


def find_parts(
    form: ReviewForm, articles: Sequence[Article], finder: LineFinder, path: str
) -> tuple[tuple[Part, ...], list[Problem]]:
    """One part at most for each article, what is only offered apart. `path`: the review file."""
    if not form.jumps:
        return (), []
    owners = {line: index for index, it in enumerate(articles) for line in lines_of(it)}
    parts: dict[int, Part] = {}
    offered: list[Part] = []
    problems: list[Problem] = []
    for number, jump in enumerate(form.jumps):
        place = Place(path, key=("jumps", number))
        line = finder.find(jump.line, ("jumps", number, "line"))
        if bool(jump.continues) == bool(jump.leads):
            problems.append(problem("jump-one-way", place))
        elif line is None:
            continue
        elif line.number not in owners:
            problems.append(problem("jump-nowhere", place, number=line.number))
        elif not jump.sure:
            offered.append(_part(owners[line.number], line.number, jump, place))
        elif owners[line.number] in parts:
            article = articles[owners[line.number]].id
            problems.append(problem("jump-again", place, article=article))
        else:
            parts[owners[line.number]] = _part(owners[line.number], line.number, jump, place)
    return (*parts.values(), *offered), problems


def lines_of(article: Article) -> frozenset[int]:
    """Numbers of all lines of a page that the article takes in."""
    return frozenset(it.line for block in all_blocks(article) for it in block.segments)


def _part(index: int, line: int, jump: JumpForm, place: Place) -> Part:
    return Part(
        article=index,
        side="after" if jump.continues else "before",
        home=ArticleId(jump.continues or jump.leads),
        line=line,
        inside=jump.inside,
        sure=jump.sure,
        by=jump.by,
        probability=jump.p,
        ground=jump.ground,
        place=place,
    )
