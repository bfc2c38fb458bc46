"""Questions with an answer -> the join or the gap that the editor decided."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.forms.review import ReviewForm
from generator.model.problem import Place, Problem, problem
from generator.restore.lines import Line, LineFinder

GAP = "…"


class Answer(NamedTuple):
    """What follows a line that breaks off."""

    question: int
    """Index into the form's questions."""
    tail: int
    head: int | None
    """None: the continuation is not on this page."""


def answers(
    form: ReviewForm, lines: tuple[Line, ...], finder: LineFinder, path: str
) -> tuple[list[Answer], list[Problem]]:
    """All answers that name lines of the page, and problems of those that do not."""
    found: list[Answer] = []
    problems: list[Problem] = []
    for index, question in enumerate(form.questions):
        if not question.answer:
            continue
        tail = finder.find(question.tail, ("questions", index, "tail"))
        if tail is None:
            continue
        if question.answer == GAP:
            found.append(Answer(index, tail.number, None))
            continue
        key = ("questions", index, "answer")
        head = _head(question.answer, question.heads, lines, finder, key)
        if head is not None and head.number != tail.number:
            found.append(Answer(index, tail.number, head.number))
        elif head is not None or re.fullmatch(r"[0-9]+", question.answer):
            place = Place(path, key=key)
            problems.append(problem("answer-unknown", place, answer=question.answer))
    return found, problems


def _head(
    answer: str,
    heads: tuple[str, ...],
    lines: tuple[Line, ...],
    finder: LineFinder,
    key: tuple[str | int, ...],
) -> Line | None:
    """A bare number is that of the head the question offers; a replaced page may have moved it."""
    number, _, words = answer.partition(" ")
    if words.strip():
        return finder.find(answer, key)
    offered = next((it for it in heads if it.partition(" ")[0] == number), None)
    if offered is not None:
        return finder.find(offered, key)
    at = int(number[:9])
    line = lines[at - 1] if at <= len(lines) else None
    return line if line is not None and line.text.strip() else None
