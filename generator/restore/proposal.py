"""Solution + what is decided already -> the tables that the program adds to a review file.

A line that has a place keeps it: only what is left is proposed, in articles of its own or, behind
a line that has one, in tables with `after`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from itertools import groupby, pairwise
from types import MappingProxyType
from typing import Any, NamedTuple

from generator.forms.review import (
    ArticleForm,
    AsideForm,
    GapForm,
    JoinForm,
    QuestionForm,
    ReviewForm,
    UnsureForm,
)
from generator.restore.answers import GAP
from generator.restore.jump_lines import read_jump
from generator.restore.line_names import LineNames
from generator.restore.lines import Line
from generator.restore.slugs import machine_slug
from generator.restore.solution import Offer, Solution, SolvedArticle, SolvedJoin
from generator.restore.solving.masthead import is_masthead
from generator.restore.solving.units import normalise

ROLES = ("title", "kicker", "byline", "label", "jump", "credit")
_LEAST = 0.1
"""A question is asked only where the best answer has at least this chance …"""
_MOST_MISSING = 0.9
"""… and the rest is not nearly surely on another page."""
_MOST_MISSING_HEADING = 0.5
"""The same for what is printed as a heading: it breaks off only if it is none after all."""
_HEADS = 5
_FEWEST = 3
_LIKELY = 0.03
"""Of the heads behind the first three, those less probable are not worth reading."""


class Known(NamedTuple):
    """What of the page is decided before the solver's proposals are written down."""

    placed: Set[int] = frozenset()
    """Lines that have a place."""
    tails: Set[int] = frozenset()
    """Lines about whose continuation somebody has decided, or asked."""
    slugs: Set[str] = frozenset()
    """Of the articles there are."""
    owners: Mapping[int, str] = MappingProxyType({})
    """Line -> slug of the article it stands in."""
    recorded: Mapping[int, str] = MappingProxyType({})
    """Line -> slug of the article of the program's in which it stood before: a URL stays."""


def propose(
    solution: Solution, lines: tuple[Line, ...], stem: str, known: Known | None = None
) -> ReviewForm:
    """Tables for every line without a place, all `by` the program. stem: the page's name."""
    return _Proposal(solution, lines, stem, known or Known()).form()


class _Proposal:
    def __init__(
        self, solution: Solution, lines: tuple[Line, ...], stem: str, known: Known
    ) -> None:
        self.solution = solution
        self.texts = {it.number: it.text.strip() for it in lines}
        self.names = LineNames(lines)
        self.stem = stem
        self.known = known
        self.made = {(it.tail, it.head): it for it in solution.joins if it.made}
        self.offers = {it.tail: it for it in solution.offers}
        self.headings = {line for it in solution.articles for line in it.headings}
        self.leading_on = self._leading_on()
        self.articles: list[ArticleForm] = []
        self.joins: list[SolvedJoin] = []
        self.gaps: list[GapForm] = []
        self.slugs = set(known.slugs)
        self.owners = dict(known.owners)

    def form(self) -> ReviewForm:
        for article in self.solution.articles:
            self._article(article)
        return ReviewForm(
            articles=tuple(self.articles),
            joins=tuple(self._join(it) for it in sorted(self.joins, key=lambda it: it.tail)),
            gaps=tuple(self.gaps),
            asides=tuple(self._asides()),
            questions=tuple(self._questions()),
        )

    def _article(self, article: SolvedArticle) -> None:
        """One table if no line has a place yet; else one for each stretch without."""
        placed = self.known.placed
        last: int | None = None
        whole = placed.isdisjoint(article.order)
        slug = next((self.owners[it] for it in article.order if it in self.owners), "")
        for has_place, run in groupby(article.order, key=lambda it: it in placed):
            numbers = list(run)
            if has_place:
                last = numbers[-1]
                continue
            slug = slug or self._slug(article, numbers)
            self.owners |= dict.fromkeys(numbers, slug)
            self.articles.append(self._table(article, numbers, last, slug, whole=whole))

    def _slug(self, article: SolvedArticle, numbers: list[int]) -> str:
        for it in (*article.title, *numbers[:1]):
            recorded = self.known.recorded.get(it)
            if recorded and recorded not in self.slugs:
                self.slugs.add(recorded)
                return recorded
        title = " ".join(self.texts[it] for it in article.title)
        slug = machine_slug(title, self.texts[numbers[0]], self.stem, self.slugs)
        self.slugs.add(slug)
        return slug

    def _table(
        self,
        article: SolvedArticle,
        numbers: list[int],
        last: int | None,
        slug: str,
        *,
        whole: bool,
    ) -> ArticleForm:
        inside = set(numbers)
        furniture: dict[str, Any] = {
            role: tuple(self.names[it] for it in getattr(article, role) if it in inside)
            for role in ROLES
        }
        apart = {it for role in ROLES for it in getattr(article, role)}
        return ArticleForm(
            body=tuple(self._body(article, [it for it in numbers if it not in apart], last)),
            slug="" if last is not None else slug,
            after=self.names[last] if last is not None else None,
            by="auto",
            unsure=tuple(
                UnsureForm(self.names[it], round(p, 4))
                for it, p in sorted(article.unsure.items())
                if it in inside
            ),
            title_doubt=article.title_doubt if whole else "",
            **furniture,
        )

    def _body(self, article: SolvedArticle, numbers: list[int], last: int | None) -> Iterable[str]:
        previous, can_join = last, last is not None
        after_gap = False
        for it in numbers:
            join = self.made.get((previous, it)) if previous is not None else None
            heading = it in article.headings
            if it in article.gaps_before and not after_gap:
                yield GAP
                self.gaps.append(self._gap_before(it))
                after_gap = True
            if heading:
                yield f"# {self.names[it]}"
            elif join is not None and can_join and not after_gap:
                if join.by == "auto":
                    self.joins.append(join)
                yield f"+ {self.names[it]}"
            else:
                yield self.names[it]
            after_gap = False
            if it in article.gaps_after:
                yield GAP
                self.gaps.append(self._gap_after(it))
                after_gap = True
            previous, can_join = it, not heading

    def _join(self, join: SolvedJoin) -> JoinForm:
        return JoinForm(
            self.names[join.tail],
            self.names[join.head],
            by="auto",
            p=round(join.p, 4),
            ground=join.ground,
        )

    def _gap_before(self, line: int) -> GapForm:
        return GapForm(before=self.names[line], by="auto", ground="前文不在这一页。")

    def _gap_after(self, line: int) -> GapForm:
        offer = self.offers.get(line)
        sure = f"（概率 {offer.missing:.2f}）" if offer is not None and offer.missing > 0 else ""
        end = self.texts[line][-12:]
        return GapForm(
            after=self.names[line], by="auto", ground=f"止于“{end}”，下文不在这一页{sure}。"
        )

    def _asides(self) -> Iterable[AsideForm]:
        for quote in self.solution.pull_quotes:
            if quote.line not in self.known.placed:
                numbers = "、".join(map(str, quote.of))
                yield AsideForm(
                    self.names[quote.line],
                    "pull-quote",
                    next((self.owners[it] for it in quote.of if it in self.owners), ""),
                    by="auto",
                    ground=f"{quote.share:.0%}的字见于第{numbers}行，是排在栏间的提要。",
                )
        for line in self.solution.other:
            if line not in self.known.placed:
                of_page = is_masthead(normalise(self.texts[line]))
                ground = "报头、日期或版次，属于整版。" if of_page else "看不出属于哪一篇。"
                yield AsideForm(self.names[line], "other", by="auto", ground=ground)

    def _questions(self) -> Iterable[QuestionForm]:
        for offer in self.solution.offers:
            heads = self._asked(offer)
            if heads:
                yield QuestionForm(
                    self.names[offer.tail],
                    tuple(self.names[head] for head, _ in heads),
                    tuple(p for _, p in heads),
                    round(offer.missing, 4),
                    by="auto",
                )

    def _leading_on(self) -> set[int]:
        """Lines right above a 下转 line: what follows them is on the page it names."""
        jumps = {line for it in self.solution.articles for line in it.jump}
        lines = [it for it, text in sorted(self.texts.items()) if text]
        return {
            above
            for above, below in pairwise(lines)
            if below in jumps and self._is_leading_on(below)
        }

    def _is_leading_on(self, line: int) -> bool:
        jump = read_jump(self.texts[line])
        return jump is not None and jump.way == "to"

    def _asked(self, offer: Offer) -> list[tuple[int, float]]:
        """The heads worth asking about; none where the answer is sure or hardly any would do."""
        most = _MOST_MISSING_HEADING if offer.tail in self.headings else _MOST_MISSING
        if offer.made or offer.tail in self.known.tails or offer.missing > most:
            return []
        if offer.tail in self.leading_on:
            return []
        if not offer.heads or offer.heads[0].p < _LEAST:
            return []
        free = offer.tail not in self.known.placed
        if not free and all(it.head in self.known.placed for it in offer.heads):
            return []
        heads = [(it.head, round(it.p, 4)) for it in offer.heads[:_HEADS]]
        return [it for at, it in enumerate(heads) if at < _FEWEST or it[1] >= _LIKELY]
