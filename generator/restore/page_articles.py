"""A page's plan -> its articles, block by block; each line that is used gets its one place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.forms.review import ReviewForm
from generator.model.article import Article, ArticleId, Block, By, PageRef
from generator.model.ledger import Gap, Side
from generator.model.problem import Place, Problem, problem
from generator.restore.answers import GAP
from generator.restore.assemble import BlockBuilder
from generator.restore.decisions import Decisions
from generator.restore.doubtful import Doubtful
from generator.restore.ledger import Placement
from generator.restore.lines import Line, LineFinder
from generator.restore.plan import ArticlePlan, Entry, Plan
from generator.text.slug import slugify

if TYPE_CHECKING:
    from generator.restore.page import PageText

_ENTRY_ROLE = {"#": "heading", "+": "join"}


@dataclass(slots=True)
class Work:
    """What is being collected while the articles of one page are put together."""

    page: PageText
    form: ReviewForm
    lines: tuple[Line, ...]
    finder: LineFinder
    decided: Decisions
    doubtful: Doubtful
    placements: dict[int, Placement] = field(default_factory=dict)
    gaps: list[Gap] = field(default_factory=list)
    joins: set[tuple[int, int]] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def take(self, entry: Entry, placement: Placement) -> Line | None:
        """The line, now placed; None and a problem if it isn't there or stands elsewhere already."""
        line = self.finder.find(entry.text, entry.key)
        if line is None:
            return None
        if line.number in self.placements:
            place = Place(self.page.review_path, key=entry.key)
            self.problems.append(problem("line-twice", place, number=line.number))
            return None
        self.placements[line.number] = placement
        return line


def build_articles(work: Work, planned: Plan, slugs: Sequence[str]) -> tuple[Article, ...]:
    """The planned articles with what stands beside them; `work` then holds what was used."""
    asides = _asides(work, planned, slugs)
    return tuple(
        _article(work, article, slug, asides.get(slug, ()))
        for article, slug in zip(planned.articles, slugs, strict=True)
    )


def _article(work: Work, planned: ArticlePlan, slug: str, asides: tuple[Block, ...]) -> Article:
    form, page = planned.form, work.form.page
    furniture = {
        role: _furniture(work, planned, slug, role)
        for role in ("byline", "label", "jump", "credit")
    }
    kicker = _stacked(work, planned, slug, "kicker", "p")
    title_block = _stacked(work, planned, slug, "title", "t")
    body = _body(work, planned, slug)
    date = form.date or page.date
    title = title_block.text if title_block else form.heading
    if not title:
        title = next((it.text[:24] for it in body if it.text), work.page.stem)
        if form.by == "editor":
            place = Place(work.page.review_path, key=("articles", planned.index))
            work.problems.append(problem("article-untitled", place, title=title))
    above = [it for it in (kicker, title_block) if it is not None]
    printed = (*furniture["label"], *above, *furniture["byline"], *furniture["jump"])
    stands = work.doubtful.standing(
        (*printed, *body, *furniture["credit"]),
        {it.number: it.by for it in planned.entries() if it.number is not None},
    )
    return Article(
        id=ArticleId(slug),
        title=title,
        path=work.page.path,
        blocks=body,
        kicker=kicker,
        title_block=title_block,
        bylines=furniture["byline"],
        credits=furniture["credit"],
        jumps=furniture["jump"],
        labels=furniture["label"],
        asides=asides,
        date=date.isoformat() if date else "",
        date_ground=form.date_ground or page.date_ground,
        source=page.source,
        edition=page.edition,
        tags=form.tags,
        pages=(PageRef(slugify(work.page.stem), work.page.path),),
        reviewed=work.page.reviewed and form.by == "editor",
        aliases=form.aliases,
        doubts=stands.doubts,
        sure=stands.sure,
        total=stands.total,
        unlinked=form.unlinked,
    )


def _body(work: Work, planned: ArticlePlan, slug: str) -> tuple[Block, ...]:
    blocks: list[Block] = []
    open_block: BlockBuilder | None = None
    pending_gap: Entry | None = None
    last: Line | None = None

    def close() -> None:
        nonlocal open_block
        if open_block is not None:
            blocks.append(open_block.block("paragraph", "p"))
            open_block = None

    for entry in planned.body:
        if entry.text == GAP:
            close()
            pending_gap = entry
            if last is not None:
                blocks.append(_gap(work, "after", last, slug, entry.by))
                pending_gap = None
            continue
        role = _ENTRY_ROLE.get(entry.text[0], "paragraph")
        kind = "heading" if role == "heading" else "paragraph"
        joined = role == "join" and open_block is not None
        if role == "join" and not joined:
            work.problems.append(
                problem("join-first", Place(work.page.review_path, key=entry.key), entry=entry.text)
            )
        start = open_block.lines[0] if joined and open_block else None
        line = work.take(entry, Placement(slug, kind, start, by=entry.by))
        if line is None:
            continue
        if pending_gap is not None:
            blocks.append(_gap(work, "before", line, slug, pending_gap.by))
            pending_gap = None
        if joined and open_block is not None:
            work.joins.add((open_block.lines[-1], line.number))
            open_block.join(line, entry.by)
        else:
            close()
            open_block = BlockBuilder(work.decided)
        open_block.add(line)
        last = line
        if role == "heading":
            blocks.append(open_block.block("heading", "h"))
            open_block = None
    close()
    return tuple(blocks)


def _gap(work: Work, where: Side, line: Line, slug: str, by: By) -> Block:
    form, _ = work.decided.gaps.get((where, line.number), (None, ()))
    ground = form.ground if form else ""
    work.gaps.append(Gap(line.number, where, slug, ground, form.by if form else by))
    return Block(id=f"gap-{where}-{line.number}", kind="gap", note=ground)


def _furniture(work: Work, planned: ArticlePlan, slug: str, role: str) -> tuple[Block, ...]:
    blocks = []
    for entry in planned.furniture[role]:
        line = work.take(entry, Placement(slug, role, by=entry.by))
        if line is not None:
            builder = BlockBuilder(work.decided)
            builder.add(line)
            blocks.append(builder.block("plain", "p"))
    return tuple(blocks)


def _stacked(work: Work, planned: ArticlePlan, slug: str, role: str, prefix: str) -> Block | None:
    """The lines of a title or kicker as one block."""
    builder = BlockBuilder(work.decided)
    previous: Line | None = None
    for entry in planned.furniture[role]:
        first = builder.lines[0] if builder.lines else None
        line = work.take(entry, Placement(slug, role, first, by=entry.by))
        if line is None:
            continue
        if previous is not None:
            builder.space(previous)
        builder.add(line)
        previous = line
    return builder.block("plain", prefix) if previous is not None else None


def _asides(work: Work, planned: Plan, slugs: Sequence[str]) -> dict[str, tuple[Block, ...]]:
    beside: dict[str, tuple[Block, ...]] = {}
    for index in planned.asides:
        form = work.form.asides[index]
        key = ("asides", index)
        if form.article and form.article not in slugs and form.by == "editor":
            work.problems.append(
                problem(
                    "aside-article",
                    Place(work.page.review_path, key=(*key, "article")),
                    article=form.article,
                    articles=", ".join(slugs),
                )
            )
        role = "pullquote" if form.kind == "pull-quote" else "other"
        article = form.article if form.by == "editor" or form.article in slugs else ""
        placement = Placement(article, role, None, form.ground, form.by)
        line = work.take(Entry(form.line, (*key, "line"), form.by, None), placement)
        if line is not None and form.article in slugs:
            builder = BlockBuilder(work.decided)
            builder.add(line)
            block = builder.block("paragraph", "p")
            beside[form.article] = (*beside.get(form.article, ()), block)
    return beside
