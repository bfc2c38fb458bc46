"""Documents, programmes, relations, wordings -> lists and tables."""

from __future__ import annotations

from collections.abc import Sequence

from generator.present.inline import attribute, escape
from generator.present.lists.pieces import address, also, amount, day, link, name, names, source, to
from generator.present.texts import html, label, named, say, text
from generator.present.views import (
    PaperView,
    ProgrammeView,
    RelationView,
    WordingView,
    WordsView,
)
from generator.present.wording import date_words

_TITLE = "《"
"""Where it begins with one, a title has its marks."""
_STEP, _WIDTH, _HEIGHT = 6, 4, 18
"""A year's room and column in a drawing of years, and the drawing's height."""


def papers(root: str, items: Sequence[PaperView], *, many: bool) -> str:
    """Documents that are named."""
    out = ['<ul class="cites">\n']
    for it in items:
        said = _title(it)
        if it.title.url:
            said = f'<a href="{address(it.title.url, root)}">{said}</a>'
        notes = [escape(it.issuer)] if it.issuer else []
        if it.period:
            notes.append(escape(date_words(it.period)))
        aside = f'<span class="aside">{label("mark.clause").join(notes)}</span>' if notes else ""
        places = f"{to(root, it.cites[0], many=many)}{also(root, it.cites[1:])}" if it.cites else ""
        out.append(f'<li><span>{said}{aside}</span> <span class="at">{places}</span></li>\n')
    out.append("</ul>\n")
    return "".join(out)


def _title(it: PaperView) -> str:
    """A law's stands in texts without the marks."""
    if not it.cites:
        return html("mark.work", text=escape(it.title.title))
    said = source(it.cites[0])
    return said if it.cites[0].text[:1] == _TITLE else html("mark.work", text=said)


def programmes(root: str, items: Sequence[ProgrammeView], *, many: bool) -> str:
    """Counted policy names with their members."""
    out = []
    for it in items:
        members = ""
        if it.members:
            listed = [
                f'<li><a href="{address(w.url, root)}">{source(w)}</a></li>\n' for w in it.members
            ]
            members = f'<ol class="members">\n{"".join(listed)}</ol>'
        places = (
            "" if it.members or not it.count else f"<span>{label('statement.not_listed')}</span>"
        )
        if it.cites:
            places += f"{to(root, it.cites[0], many=many)}{also(root, it.cites[1:])}"
        out.append(
            f'<div class="group">\n<h3>{name(root, it.name)}</h3>\n{members}\n'
            f'<p class="at">{places}</p>\n</div>\n'
        )
    return "".join(out)


_RELATIONS = ("what", "result", "sides", "places", "sum", "time")


def _head(name: str, columns: Sequence[str], more: str = "") -> str:
    cells = "".join([f'<th scope="col">{label(f"{name}_table.{it}")}</th>' for it in columns])
    return (
        f'<section class="scroll" tabindex="0" aria-label="{attribute(text(f"{name}_table.label"))}">\n'
        f'<table class="plain even{more}">\n'
        f'<caption class="unseen">{label(f"{name}_table.caption")}</caption>\n'
        f"<thead><tr>{cells}</tr></thead>\n"
    )


def relations(root: str, items: Sequence[RelationView], *, many: bool) -> str:
    """Bodies that do something together; rows of one clause stand above it."""
    out = [_head("relations", _RELATIONS, " relations")]
    for number, it in enumerate(items, 1):
        total = amount(it.sum, it.value, "元", by_editor=it.by_editor) if it.sum else ""
        cells = (
            name(root, it.institute) if it.institute else "",
            names(root, it.partners),
            names(root, it.places),
            total,
            escape(date_words(it.date)) if it.date else "",
        )
        row = "".join([f"<td>{cell}</td>" for cell in cells])
        kind = escape(_kind(it))
        out.append(f'<tbody>\n<tr><th scope="row">{kind}</th>{row}</tr>\n')
        if number == len(items) or items[number].clause != it.clause:
            links = f"{to(root, it.clause, many=many)}{also(root, it.repeats)}"
            place = f'<span class="at">{links}</span>'
            out.append(f'<tr class="under"><td colspan="6">{source(it.clause)} {place}</td></tr>\n')
        out.append("</tbody>\n")
    out.append("</table>\n</section>\n")
    return "".join(out)


def _kind(it: RelationView) -> str:
    if it.kind == "award" and it.sum is None:
        return text("relation.award_won")
    words = named("relation", it.kind)
    return say("relation.planned", what=words) if it.planned else words


_WORDINGS = ("phrase", "uses", "years", "first", "last")


def wordings(root: str, items: Sequence[WordingView], *, many: bool) -> str:
    """Phrases; of several articles their use over the years too."""
    if not many:
        rows = "".join([_phrase(root, it) for it in items])
        return f'<ul class="terms">\n{rows}</ul>\n'
    rows = "".join([_use(root, it) for it in items])
    return f"{_head('wordings', _WORDINGS)}<tbody>\n{rows}</tbody>\n</table>\n</section>\n"


def _phrase(root: str, it: WordingView) -> str:
    variants = label("mark.list").join([_leads(root, words) for words, _ in it.variants])
    aside = (
        f'<span class="aside">{html("statement.variants", words=variants)}</span>'
        if variants
        else ""
    )
    seen = attribute(say("statement.phrase_uses", phrase=it.phrase, count=it.count))
    return (
        f'<li><a href="{address(it.page or it.first.url, root)}">{source(it.first)}</a>'
        f'<a class="n" href="{address(it.first.url, root)}" aria-label="{seen}">{it.count:,}</a>'
        f"{aside}</li>\n"
    )


def _use(root: str, it: WordingView) -> str:
    variants = "".join(
        [
            f'<span class="variant">{_leads(root, words)}<span class="n">{count:,}</span></span>'
            for words, count in it.variants
        ]
    )
    uses = html("count.times", count=it.count)
    if it.articles > 1:
        uses += label("mark.clause") + html("count.pieces", count=it.articles)
    return (
        f'<tr><th scope="row"><a href="{address(it.page or it.first.url, root)}">'
        f"{source(it.first)}</a>{variants}</th><td>{uses}</td>"
        f"<td>{_years(it.years)}</td><td>{_when(root, it.first)}</td>"
        f"<td>{_when(root, it.last)}</td></tr>\n"
    )


def _leads(root: str, it: WordsView) -> str:
    return f'<a href="{address(it.url, root)}">{source(it)}</a>'


def _when(root: str, it: WordsView) -> str:
    if not it.date:
        return link(root, it.url, it.article)
    return f'<a href="{address(it.url, root)}">{day(it.date)}</a>'


def _years(items: Sequence[tuple[str, int]]) -> str:
    """How often in each year, as bars and in words; nothing of a single one."""
    if len(items) < 2:
        return ""
    top = max(count for _, count in items)
    first = int(items[0][0])
    width = (int(items[-1][0]) - first + 1) * _STEP
    said = text("mark.clause").join(
        [
            say("wordings.year_uses", year=year, times=say("count.times", count=count))
            for year, count in items
        ]
    )
    columns = []
    for year, count in items:
        tall = int(1 + (_HEIGHT - 1) * count / top)
        columns.append(
            f'<rect class="f1" x="{(int(year) - first) * _STEP}" y="{_HEIGHT - tall}"'
            f' width="{_WIDTH}" height="{tall}"/>'
        )
    return (
        f'<svg class="spark" viewBox="0 0 {width} {_HEIGHT}" width="{width}" height="{_HEIGHT}"'
        f' role="img" aria-label="{attribute(said)}">{"".join(columns)}</svg>'
    )
