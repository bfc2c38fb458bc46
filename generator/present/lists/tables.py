"""Documents, programmes, relations, wordings -> lists and tables."""

from __future__ import annotations

from collections.abc import Sequence

from generator.present.inline import attribute, escape
from generator.present.lists.pieces import address, also, amount, day, link, name, names, source, to
from generator.present.statement_filters import RELATIONS
from generator.present.views import (
    PaperView,
    ProgrammeView,
    RelationView,
    WordingView,
    WordsView,
)
from generator.present.wording import date_words

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
        aside = f'<span class="aside">{"，".join(notes)}</span>' if notes else ""
        places = f"{to(root, it.cites[0], many=many)}{also(root, it.cites[1:])}" if it.cites else ""
        out.append(f'<li><span>{said}{aside}</span> <span class="at">{places}</span></li>\n')
    out.append("</ul>\n")
    return "".join(out)


def _title(it: PaperView) -> str:
    """A law's stands in texts without the marks."""
    if not it.cites:
        return f"《{escape(it.title.title)}》"
    said = source(it.cites[0])
    return said if it.cites[0].text[:1] == "《" else f"《{said}》"


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
        places = "" if it.members or not it.count else "<span>文中没有逐一列出</span>"
        if it.cites:
            places += f"{to(root, it.cites[0], many=many)}{also(root, it.cites[1:])}"
        out.append(
            f'<div class="group">\n<h3>{name(root, it.name)}</h3>\n{members}\n'
            f'<p class="at">{places}</p>\n</div>\n'
        )
    return "".join(out)


_RELATIONS_HEAD = (
    '<section class="scroll" tabindex="0" aria-label="合作与项目表">\n'
    '<table class="plain even relations">\n<caption class="unseen">合作与项目</caption>\n'
    '<thead><tr><th scope="col">事</th><th scope="col">成果或项目</th><th scope="col">各方</th>'
    '<th scope="col">地方</th><th scope="col">金额</th><th scope="col">时间</th></tr></thead>\n'
)


def relations(root: str, items: Sequence[RelationView], *, many: bool) -> str:
    """Bodies that do something together; rows of one clause stand above it."""
    out = [_RELATIONS_HEAD]
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
        return "获评"
    return ("将" if it.planned else "") + RELATIONS.get(it.kind, it.kind)


_WORDINGS_HEAD = (
    '<section class="scroll" tabindex="0" aria-label="用语表">\n<table class="plain even">\n'
    '<caption class="unseen">用语及其首见、末见</caption>\n'
    '<thead><tr><th scope="col">用语</th><th scope="col">次数</th><th scope="col">历年</th>'
    '<th scope="col">首见</th><th scope="col">末见</th></tr></thead>\n<tbody>\n'
)


def wordings(root: str, items: Sequence[WordingView], *, many: bool) -> str:
    """Phrases; of several articles their use over the years too."""
    if not many:
        rows = "".join([_phrase(root, it) for it in items])
        return f'<ul class="terms">\n{rows}</ul>\n'
    rows = "".join([_use(root, it) for it in items])
    return f"{_WORDINGS_HEAD}{rows}</tbody>\n</table>\n</section>\n"


def _phrase(root: str, it: WordingView) -> str:
    variants = "、".join([_leads(root, words) for words, _ in it.variants])
    aside = f'<span class="aside">又作{variants}</span>' if variants else ""
    label = attribute(f"{it.phrase}：{it.count:,} 次，看第一处")
    return (
        f'<li><a href="{address(it.page or it.first.url, root)}">{source(it.first)}</a>'
        f'<a class="n" href="{address(it.first.url, root)}" aria-label="{label}">{it.count:,}</a>'
        f"{aside}</li>\n"
    )


def _use(root: str, it: WordingView) -> str:
    variants = "".join(
        [
            f'<span class="variant">{_leads(root, words)}<span class="n">{count:,}</span></span>'
            for words, count in it.variants
        ]
    )
    articles = f"，{it.articles:,} 篇" if it.articles > 1 else ""
    return (
        f'<tr><th scope="row"><a href="{address(it.page or it.first.url, root)}">'
        f"{source(it.first)}</a>{variants}</th><td>{it.count:,} 次{articles}</td>"
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
    said = "，".join([f"{year}年 {count} 次" for year, count in items])
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
