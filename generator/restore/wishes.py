"""Plan + the joins and gaps that the editor wrote down as such -> the plan with them in force.

Answered questions, [[joins]] and [[gaps]] move what the program recorded. Where the editor's own
tables say otherwise they stand: the decision is then told as not used.
"""

from __future__ import annotations

from generator.forms.review import ReviewForm
from generator.restore.answers import GAP, answers
from generator.restore.lines import Line, LineFinder
from generator.restore.plan import Entry, Plan, number_of


def apply_wishes(made: Plan, form: ReviewForm, lines: tuple[Line, ...], finder: LineFinder) -> None:
    """Change the plan: joins and gaps that the editor wants go before where the program put lines."""
    found, _ = answers(form, lines, finder, "")
    wishes: list[tuple[int, int | None]] = [(it.tail, it.head) for it in found]
    for join in form.joins:
        if join.by != "auto":
            tail, head = number_of(join.tail, finder), number_of(join.head, finder)
            if tail is not None and head is not None:
                wishes.append((tail, head))
    for gap in form.gaps:
        if gap.by != "auto" and gap.after is not None:
            tail = number_of(gap.after, finder)
            if tail is not None:
                wishes.append((tail, None))
    for tail, head in wishes:
        if head is None:
            _break_off(made, tail)
        elif head != tail:
            _join(made, form, finder, tail, head)


def _break_off(made: Plan, tail: int) -> None:
    body, at = _in_body(made, tail)
    if body is None or body[at].text.startswith("#"):
        return
    following = body[at + 1] if at + 1 < len(body) else None
    if following is not None and following.text == GAP:
        return
    if following is not None and following.joined:
        if following.by != "auto":
            return
        following.part()
    if body[at].by == "auto" or (following is not None and following.by == "auto"):
        body.insert(at + 1, Entry(GAP, body[at].key, "editor", None))


def _join(made: Plan, form: ReviewForm, finder: LineFinder, tail: int, head: int) -> None:
    body, at = _in_body(made, tail)
    if body is None or body[at].text.startswith("#"):
        return
    following = body[at + 1] if at + 1 < len(body) else None
    if following is not None and following.number == head:
        if not following.joined and following.by == "auto":
            following.text = f"+ {following.text.lstrip('# ')}"
        return
    if following is not None and following.joined and following.by != "auto":
        return
    moved = _pull(made, form, finder, head, tail)
    if not moved:
        return
    at = next(i for i, it in enumerate(body) if it.number == tail)
    following = body[at + 1] if at + 1 < len(body) else None
    if following is not None and following.joined:
        following.part()
    elif following is not None and following.text == GAP and following.by == "auto":
        body.pop(at + 1)
    body[at + 1 : at + 1] = moved


def _pull(made: Plan, form: ReviewForm, finder: LineFinder, head: int, tail: int) -> list[Entry]:
    """Take a line that the program placed, and what is joined to it, out of where they stand."""
    for index in made.asides:
        aside = form.asides[index]
        if aside.by == "auto" and number_of(aside.line, finder) == head:
            made.asides.remove(index)
            return [Entry(f"+ {aside.line}", ("asides", index, "line"), "auto", head)]
    for article in made.articles:
        for entries in article.furniture.values():
            for it in entries:
                if it.number == head and it.by == "auto":
                    entries.remove(it)
                    return [Entry(f"+ {it.text}", it.key, "auto", head)]
    body, at = _in_body(made, head)
    if body is None or body[at].by != "auto":
        return []
    stop = at + 1
    while stop < len(body) and body[stop].joined and body[stop].by == "auto":
        stop += 1
    if any(it.number == tail for it in body[at:stop]):
        # The tail itself is joined behind this head: only the head's own line can move.
        return []
    moved = body[at:stop]
    del body[at:stop]
    if at and body[at - 1].text == GAP and body[at - 1].by == "auto":
        body.pop(at - 1)
    moved[0].text = f"+ {moved[0].text.lstrip('#+ ')}"
    return moved


def _in_body(made: Plan, number: int) -> tuple[list[Entry] | None, int]:
    for article in made.articles:
        for at, it in enumerate(article.body):
            if it.number == number:
                return article.body, at
    return None, 0
