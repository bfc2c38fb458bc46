"""Newspaper page + review form -> articles and ledger; every character gets exactly one place."""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec import Struct

from generator.forms.review import ArticleForm, ReviewForm
from generator.model.article import Article, ArticleId, Block, By, PageRef
from generator.model.ledger import Gap, Ledger, Side
from generator.model.problem import Place, Problem, problem
from generator.restore.assemble import BlockBuilder
from generator.restore.decisions import Decisions, resolve, unused
from generator.restore.ledger import Placement, write_ledger
from generator.restore.lines import Line, LineFinder, split_lines
from generator.restore.unreviewed import in_file_order
from generator.text.slug import slugify

_EDITOR: By = "editor"
_ENTRY_ROLE = {"#": "heading", "+": "join"}


class PageText(Struct, frozen=True, array_like=True):
    """A source page, decoded."""

    path: str
    stem: str
    """File name without its ending."""
    text: str
    encoding: str
    digest: str
    review_path: str = ""
    """Empty: the page has no review file."""

    @property
    def reviewed(self) -> bool:
        """Whether an editor has looked at the page."""
        return bool(self.review_path)


class Restored(Struct, frozen=True, array_like=True):
    """What one page gave."""

    articles: tuple[Article, ...]
    ledger: Ledger
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Work:
    """What is being collected while the articles of one page are put together."""

    page: PageText
    form: ReviewForm
    lines: tuple[Line, ...]
    finder: LineFinder
    decided: Decisions
    placements: dict[int, Placement] = field(default_factory=dict)
    gaps: list[Gap] = field(default_factory=list)
    joins: set[tuple[int, int]] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def take(self, reference: str, key: tuple[str | int, ...], placement: Placement) -> Line | None:
        """The line, now placed; None and a problem if it isn't there or stands elsewhere already."""
        line = self.finder.find(reference, key)
        if line is None:
            return None
        if line.number in self.placements:
            self.problems.append(
                problem("line-twice", Place(self.page.review_path, key=key), number=line.number)
            )
            return None
        self.placements[line.number] = placement
        return line


def restore(page: PageText, form: ReviewForm | None) -> Restored:
    """The page's articles in the order of the review file.

    Without a review the lines stay in the order of the file and the result says that nobody has
    looked at it. Lines no decision covers are kept in the ledger as unplaced, and reported.
    """
    lines = split_lines(page.text)
    if form is None:
        form = in_file_order(lines)
    finder = LineFinder(lines, page.review_path or page.path)
    work = _Work(page, form, lines, finder, resolve(form, lines, finder, page.review_path))
    slugs = [_slug(article, work) for article in form.articles]
    asides = _asides(work, slugs)
    articles = tuple(
        _article(work, index, slugs[index], asides.get(slugs[index], ()))
        for index in range(len(form.articles))
    )
    problems = [*finder.problems, *work.decided.problems, *work.problems]
    used_gaps = {(gap.where, gap.line) for gap in work.gaps}
    problems += unused(work.decided, work.joins, used_gaps, page.review_path)
    problems += _about_page(page, form, lines, work)
    ledger = write_ledger(page, form, lines, work.placements, articles, tuple(work.gaps))
    return Restored(articles, ledger, tuple(problems))


def _article(work: _Work, index: int, slug: str, asides: tuple[Block, ...]) -> Article:
    form, page = work.form.articles[index], work.form.page
    furniture = {
        role: _furniture(work, index, slug, role)
        for role in ("kicker", "byline", "label", "jump", "credit")
    }
    title_block = _title(work, index, slug)
    body = _body(work, index, slug)
    date = form.date or page.date
    title = title_block.text if title_block else form.heading
    if not title:
        title = next((it.text[:24] for it in body if it.text), work.page.stem)
        if work.page.reviewed:
            place = Place(work.page.review_path, key=("articles", index))
            work.problems.append(problem("article-untitled", place, title=title))
    kicker = furniture["kicker"]
    return Article(
        id=ArticleId(slug),
        title=title,
        path=work.page.path,
        blocks=body,
        kicker=kicker[0] if kicker else None,
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
        reviewed=work.page.reviewed,
        aliases=form.aliases,
    )


def _body(work: _Work, index: int, slug: str) -> tuple[Block, ...]:
    blocks: list[Block] = []
    open_block: BlockBuilder | None = None
    pending_gap = False
    last: Line | None = None

    def close() -> None:
        nonlocal open_block
        if open_block is not None:
            blocks.append(open_block.block("paragraph", "p"))
            open_block = None

    for number, entry in enumerate(work.form.articles[index].body):
        key = ("articles", index, "body", number)
        if entry == "…":
            close()
            pending_gap = True
            if last is not None:
                blocks.append(_gap(work, "after", last, slug))
                pending_gap = False
            continue
        role = _ENTRY_ROLE.get(entry[0], "paragraph")
        kind = "heading" if role == "heading" else "paragraph"
        joined = role == "join" and open_block is not None
        if role == "join" and not joined:
            work.problems.append(
                problem("join-first", Place(work.page.review_path, key=key), entry=entry)
            )
        start = open_block.lines[0] if joined and open_block else None
        line = work.take(entry, key, Placement(slug, kind, start))
        if line is None:
            continue
        if pending_gap:
            blocks.append(_gap(work, "before", line, slug))
            pending_gap = False
        if joined and open_block is not None:
            work.joins.add((open_block.lines[-1], line.number))
            open_block.join(line)
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


def _gap(work: _Work, where: Side, line: Line, slug: str) -> Block:
    form, _ = work.decided.gaps.get((where, line.number), (None, ()))
    ground, by = (form.ground, form.by) if form else ("", _EDITOR)
    work.gaps.append(Gap(line.number, where, slug, ground, by))
    return Block(id=f"gap-{where}-{line.number}", kind="gap", note=ground)


def _furniture(work: _Work, index: int, slug: str, role: str) -> tuple[Block, ...]:
    blocks = []
    references: tuple[str, ...] = getattr(work.form.articles[index], role)
    for number, reference in enumerate(references):
        line = work.take(reference, ("articles", index, role, number), Placement(slug, role))
        if line is not None:
            builder = BlockBuilder(work.decided)
            builder.add(line)
            blocks.append(builder.block("plain", "p"))
    return tuple(blocks)


def _title(work: _Work, index: int, slug: str) -> Block | None:
    builder = BlockBuilder(work.decided)
    previous: Line | None = None
    for number, reference in enumerate(work.form.articles[index].title):
        key = ("articles", index, "title", number)
        line = work.take(reference, key, Placement(slug, "title"))
        if line is None:
            continue
        if previous is not None:
            builder.space(previous)
        builder.add(line)
        previous = line
    return builder.block("plain", "t") if previous is not None else None


def _asides(work: _Work, slugs: list[str]) -> dict[str, tuple[Block, ...]]:
    beside: dict[str, tuple[Block, ...]] = {}
    for index, form in enumerate(work.form.asides):
        key = ("asides", index)
        if form.article and form.article not in slugs:
            work.problems.append(
                problem(
                    "aside-article",
                    Place(work.page.review_path, key=(*key, "article")),
                    article=form.article,
                    articles=", ".join(slugs),
                )
            )
        role = "pullquote" if form.kind == "pull-quote" else "other"
        placement = Placement(form.article, role, None, form.ground, form.by)
        line = work.take(form.line, (*key, "line"), placement)
        if line is not None and form.article in slugs:
            builder = BlockBuilder(work.decided)
            builder.add(line)
            block = builder.block("paragraph", "p")
            beside[form.article] = (*beside.get(form.article, ()), block)
    return beside


def _slug(form: ArticleForm, work: _Work) -> str:
    if form.slug:
        return form.slug
    words = [reference.partition(" ")[2] for reference in form.title]
    told = len(work.finder.problems)
    found = [work.finder.find(reference, ()) for reference in form.title]
    # What does not fit is told when the lines are taken; here only their words are wanted.
    del work.finder.problems[told:]
    title = " ".join(
        line.text.strip() if line else word for line, word in zip(found, words, strict=True)
    )
    return slugify(title or form.heading or work.page.stem)


def _about_page(
    page: PageText, form: ReviewForm, lines: tuple[Line, ...], work: _Work
) -> list[Problem]:
    found: list[Problem] = []
    if not page.reviewed:
        found.append(problem("page-unreviewed", Place(page.path), page=page.stem))
    if form.page.digest and form.page.digest != page.digest:
        place = Place(page.review_path, key=("page", "digest"))
        found.append(problem("page-replaced", place, digest=page.digest))
    left = [it.number for it in lines if it.text.strip() and it.number not in work.placements]
    if left:
        shown = ", ".join(map(str, left[:20])) + (" …" if len(left) > 20 else "")
        found.append(
            problem("lines-unplaced", Place(page.path, line=left[0]), count=len(left), lines=shown)
        )
    return found
