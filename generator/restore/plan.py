"""Review form -> where each line is to stand: the editor's decisions first, the program's around them.

What the program recorded gives way: a line that the editor placed leaves the program's tables, a
join or a gap that the editor decided (an answered question, a table of their own) moves the lines
that the program had placed otherwise. Tables with `after` are put into the article they go on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from generator.forms.review import ArticleForm, ReviewForm
from generator.model.article import By
from generator.restore.answers import GAP
from generator.restore.lines import Line, LineFinder

Key = tuple[str | int, ...]
BEFORE_BODY = ("label", "kicker", "title", "byline", "jump")
ROLES = (*BEFORE_BODY, "credit")


@dataclass(eq=False, slots=True)
class Entry:
    """A line, or `…`, at its place in an article."""

    text: str
    """As in the form; `# ` and `+ ` stand before the line's name, `…` is a gap."""
    key: Key
    by: By
    number: int | None
    """The line it names; None for a gap and for what names no line."""

    @property
    def joined(self) -> bool:
        """Whether it goes on from the line above."""
        return self.text.startswith("+")

    def part(self) -> None:
        """Make it begin a paragraph."""
        self.text = self.text.lstrip("+").lstrip()


@dataclass(eq=False, slots=True)
class ArticlePlan:
    """One article to be."""

    form: ArticleForm
    index: int
    """Of the form."""
    furniture: dict[str, list[Entry]]
    body: list[Entry]

    def entries(self) -> Iterator[Entry]:
        """All lines in reading order."""
        for role in BEFORE_BODY:
            yield from self.furniture[role]
        yield from self.body
        yield from self.furniture["credit"]


@dataclass(slots=True)
class Plan:
    """A page to be; nothing in it stands twice unless the editor wrote it twice."""

    articles: list[ArticlePlan]
    asides: list[int]
    """Indices of the form's asides that are in force."""
    lost: list[Key] = field(default_factory=list)
    """Keys of `after` whose line stands in no article."""
    outdated: int = 0
    """Names in the program's tables that fit no line: left out, for nobody need correct them."""

    def lines(self, form: ReviewForm, finder: LineFinder) -> set[int]:
        """Every line that has a place."""
        placed = {it.number for article in self.articles for it in article.entries()}
        for index in self.asides:
            line = finder.find(form.asides[index].line, ())
            placed.add(line.number if line else None)
        return {number for number in placed if number is not None}


def plan(form: ReviewForm, lines: tuple[Line, ...]) -> Plan:
    """Every article with its lines. Names that fit no line stay in place: whoever takes them tells."""
    finder = LineFinder(lines, "")
    made = Plan([_article(form, index, finder) for index in range(len(form.articles))], [])
    made.asides = list(range(len(form.asides)))
    recorded = any(it.by == "auto" for it in form.articles)
    if recorded:
        _drop_outdated(made)
    if recorded or any(it.by == "auto" for it in form.asides):
        _yield(made, form, finder)
    _splice(made, finder)
    if recorded:
        # Not at the top: it is of the plan it changes.
        from generator.restore.wishes import apply_wishes

        apply_wishes(made, form, lines, finder)
        made.articles = [
            it for it in made.articles if it.form.by != "auto" or next(it.entries(), None)
        ]
    return made


def _article(form: ReviewForm, index: int, finder: LineFinder) -> ArticlePlan:
    article = form.articles[index]

    def entries(role: str, names: Iterable[str]) -> list[Entry]:
        return [
            Entry(name, ("articles", index, role, at), article.by, number_of(name, finder))
            for at, name in enumerate(names)
        ]

    furniture = {role: entries(role, getattr(article, role)) for role in ROLES}
    return ArticlePlan(article, index, furniture, entries("body", article.body))


def number_of(name: str, finder: LineFinder) -> int | None:
    """The line that a name means; None for a gap and for a name that fits no line."""
    if name == GAP:
        return None
    line = finder.find(name, ())
    return line.number if line else None


def _drop_outdated(made: Plan) -> None:
    for article in made.articles:
        if article.form.by != "auto":
            continue
        for role, entries in article.furniture.items():
            article.furniture[role] = [it for it in entries if it.number is not None]
            made.outdated += len(entries) - len(article.furniture[role])
        before = len(article.body)
        _take_out(article.body, lambda it: it.number is None and it.text != GAP)
        made.outdated += before - len(article.body)


def _yield(made: Plan, form: ReviewForm, finder: LineFinder) -> None:
    """The program's tables give up what the editor has placed."""
    taken = {
        it.number
        for article in made.articles
        if article.form.by != "auto"
        for it in article.entries()
        if it.number is not None
    }
    asides = [(index, number_of(it.line, finder), it.by) for index, it in enumerate(form.asides)]
    taken |= {number for _, number, by in asides if by != "auto" and number is not None}
    made.asides = [index for index, number, by in asides if by != "auto" or number not in taken]
    for article in made.articles:
        if article.form.by == "auto":
            for role, entries in article.furniture.items():
                article.furniture[role] = [it for it in entries if it.number not in taken]
            _take_out(article.body, lambda it: it.number in taken)


def _take_out(body: list[Entry], goes: Callable[[Entry], bool]) -> None:
    """Remove entries; what was joined to one of them begins a paragraph."""
    kept: list[Entry] = []
    broken = False
    for it in body:
        if goes(it):
            broken = True
            continue
        if broken and it.joined:
            it.part()
        broken = False
        kept.append(it)
    body[:] = kept


def _splice(made: Plan, finder: LineFinder) -> None:
    """Put tables with `after` where they belong; one may go on from another."""
    waiting = [it for it in made.articles if it.form.after is not None]
    if not waiting:
        return
    hosts = [it for it in made.articles if it.form.after is None]
    progress = True
    while waiting and progress:
        progress = False
        # Backwards, so that of two that go on from the same line the first comes first.
        for part in list(reversed(waiting)):
            number = number_of(part.form.after or "", finder)
            host = _holding(hosts, number)
            if host is not None and number is not None:
                _insert(host, part, number)
                waiting.remove(part)
                progress = True
    made.lost = [("articles", it.index, "after") for it in waiting]
    made.articles = [it for it in made.articles if it in hosts or it in waiting]


def _holding(articles: Iterable[ArticlePlan], number: int | None) -> ArticlePlan | None:
    if number is None:
        return None
    return next((it for it in articles if any(e.number == number for e in it.entries())), None)


def _insert(host: ArticlePlan, part: ArticlePlan, number: int) -> None:
    at = next((i + 1 for i, it in enumerate(host.body) if it.number == number), 0)
    if part.body and not part.body[0].joined:
        while at < len(host.body) and host.body[at].joined:
            at += 1
    if at < len(host.body) and host.body[at].text == GAP:
        at += 1
        if part.body:
            part.body[0].part()
    host.body[at:at] = part.body
    for role in ROLES:
        host.furniture[role] += part.furniture[role]
