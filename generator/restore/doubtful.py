"""Review form -> the lines whose place nobody is sure of, and the questions nobody has answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.forms.review import ReviewForm
from generator.model.article import Block, By
from generator.model.ledger import Question
from generator.restore.lines import Line, LineFinder
from generator.restore.sure import Guess, Standing, standing


class Doubtful(NamedTuple):
    """What a page's review says is not sure."""

    unsure: Mapping[int, tuple[Guess, By]]
    """By line, with whose table it is that says so."""
    offered: Mapping[tuple[int, int], Guess]
    """(tail, head) of the open questions."""
    questions: tuple[Question, ...]
    """By tail; one whose lines the file no longer has is left out."""

    def standing(self, blocks: tuple[Block, ...], placed_by: Mapping[int, By]) -> Standing:
        """An article's, of its blocks in reading order.

        Where the editor's table has placed a line, what the program's said of it is settled.
        """
        unsure = {line: it for line, (it, by) in self.unsure.items() if placed_by.get(line) == by}
        offered = {
            pair: it for pair, it in self.offered.items() if placed_by.get(pair[1]) == "auto"
        }
        return standing(blocks, unsure, offered)


def doubtful(form: ReviewForm, lines: tuple[Line, ...]) -> Doubtful:
    """Names that fit no line are passed over: whoever takes the lines tells them."""
    finder = LineFinder(lines, "")

    def number(name: str) -> int:
        line = finder.find(name, ())
        return line.number if line else 0

    unsure: dict[int, tuple[Guess, By]] = {}
    for article in form.articles:
        # A table that the editor has changed keeps the program's figures until they are deleted.
        if article.title_doubt:
            guess = Guess(None, ground=article.title_doubt)
            unsure.update((number(it), (guess, article.by)) for it in article.title)
        unsure.update((number(it.line), (Guess(it.p), article.by)) for it in article.unsure)
    unsure.pop(0, None)
    questions = []
    for asked in form.questions:
        tail = number(asked.tail)
        # As many figures as lines: what is left over on either side says nothing.
        heads = ((number(head), p) for head, p in zip(asked.heads, asked.p, strict=False))
        known = tuple((head, p) for head, p in heads if head)
        if tail and not asked.answer:
            questions.append(Question(tail, known, asked.missing))
    questions.sort(key=lambda it: it.tail)
    offered = {(it.tail, head): Guess(p) for it in questions for head, p in it.heads}
    return Doubtful(unsure, offered, tuple(questions))
