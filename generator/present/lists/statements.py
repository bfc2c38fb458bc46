"""What texts say of one thing -> its sections: timeline, figures, offices, quotes and the rest.

Words of a source stand in span.q with their proof; the value that the program read from them is on
the element around: data[value], time[datetime], [data-edtf].
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.present.grounds import ground_words
from generator.present.inline import escape
from generator.present.lists.figures import figures
from generator.present.lists.pieces import (
    also,
    day,
    link,
    name,
    names,
    source,
    span_of_time,
    time,
    to,
)  # fmt: skip
from generator.present.lists.strips import marks_figure, offices_figure, years_figure
from generator.present.lists.tables import papers, programmes, relations, wordings
from generator.present.statement_filters import moment
from generator.present.texts import html, label, say, text
from generator.present.views import (
    MomentView,
    More,
    OfficeView,
    SpeechView,
    StatementsView,
    TimeView,
)
from generator.weave.statements.people import is_over


def sections(root: str, view: StatementsView, keys: Sequence[str], own: str = "") -> str:
    """Those of `keys` of which something is said. `own`: the person whose page it is."""
    out = []
    for key in keys:
        if getattr(view, key):
            title = label("section.own_offices" if own and key == "offices" else f"section.{key}")
            out.append(
                f'<section class="band" aria-labelledby="{key}-h">\n<h2 id="{key}-h">{title}</h2>\n'
                f"{_drawn(root, key, view, own)}{section(root, key, view, own)}"
                f"{_more(root, view.more.get(key), key)}</section>\n"
            )
    return "".join(out)


def section(root: str, key: str, view: StatementsView, own: str = "") -> str:
    """One of them without its heading; `own` leaves out whose offices they are."""
    if key == "offices":
        return offices(root, view.offices, many=view.many, own=own)
    return _LISTS[key](root, getattr(view, key), many=view.many)


def _drawn(root: str, key: str, view: StatementsView, own: str) -> str:
    if key == "offices" and own:
        return offices_figure(view.offices, text("drawing.tenures"))
    if key != "timeline":
        return ""
    if view.strip is not None:
        return years_figure(root, view.strip, text("drawing.times"))
    return marks_figure(root, view.marks, text("drawing.times")) if view.marks else ""


def _more(root: str, it: More | None, key: str) -> str:
    if it is None:
        return ""
    words = say("section.all", total=say(f"section_count.{key}", count=it.total))
    return f'<p class="on">{link(root, it.url, words)}</p>\n'


def timeline(root: str, items: Sequence[MomentView], *, many: bool) -> str:
    """Entries by time; a time that stands above is not shown again."""
    out = ['<ol class="events">\n']
    before = None
    for it in items:
        first = it.cites[0]
        at = first.time
        words = moment(it.edtf, at.words.text if at and it.edtf.startswith("..") else "")
        whole = at is not None and not at.basis and at.words.text == words
        if it.edtf == before:
            when = f'<span class="unseen">{escape(words)}</span>'
        elif whole and at is not None:
            when = time(at)
        else:
            when = escape(words)
        before = it.edtf
        said = "" if at is None or whole else _told_as(at)
        who = f"<span>{names(root, it.entities)}</span>" if it.entities else ""
        name_of = f' id="{it.anchor}"' if it.anchor else ""
        out.append(
            f'<li{name_of}>\n<p class="when">{when}</p>\n<div>\n<p>{source(first.words)}</p>\n'
            f'<p class="at">{to(root, first.words, many=many)}{said}{who}</p>\n'
            f"{_elsewhere(root, it, many=many) if len(it.cites) > 1 else ''}</div>\n</li>\n"
        )
    out.append("</ol>\n")
    return "".join(out)


def _told_as(it: TimeView) -> str:
    basis = (
        f'<span class="zhu">{label("mark.clause")}{escape(ground_words(it.basis))}</span>'
        if it.basis
        else ""
    )
    return f"<span>{html('statement.told_as', words=time(it))}{basis}</span>"


def _elsewhere(root: str, it: MomentView, *, many: bool) -> str:
    what = "statement.period_also" if it.period else "statement.event_also"
    out = [f"<details><summary>{html(what, count=len(it.cites) - 1)}</summary>\n"]
    out.append('<ul class="cites">\n')
    for cite in it.cites[1:]:
        said = f"<span>{html('mark.quote', text=time(cite.time))}</span>" if cite.time else ""
        place = to(root, cite.words, many=many)
        out.append(f'<li>{source(cite.words)} <span class="at">{place}{said}</span></li>\n')
    out.append("</ul>\n</details>\n")
    return "".join(out)


def offices(root: str, items: Sequence[OfficeView], *, many: bool, own: str = "") -> str:
    """Who held what; a person with several offices is named once."""
    out = [f'<ul class="offices{" own" if own else ""}">\n']
    before = None
    for it in items:
        who = ""
        if not own:
            who = f'<p class="who">{name(root, it.person) if it.person != before else ""}</p>'
            before = it.person
        org = f"{name(root, it.org)} " if it.org and it.org.title not in it.office else ""
        time_said = "" if is_over(it.office) else label("article.undated")
        if it.first:
            time_said = span_of_time(it.first, it.last)
            if it.first == it.last:
                time_said = html("statement.then_held", date=time_said)
        out.append(
            f'<li>{who}<div><p>{org}{escape(it.office)}<span class="aside">{time_said}</span></p>\n'
            f'<p class="at"><span>{html("mark.quote", text=source(it.cites[0]))}</span>'
            f"{to(root, it.cites[0], many=many)}{also(root, it.cites[1:])}</p></div></li>\n"
        )
    out.append("</ul>\n")
    return "".join(out)


def quotes(root: str, items: Sequence[SpeechView], *, many: bool) -> str:
    """Who said what."""
    out = ['<div class="quotes">\n']
    for it in items:
        words = it.words
        said = html("mark.quote", text=source(words)) if it.direct else source(words)
        notes = [] if not it.office else [escape(it.office)]
        if not it.direct:
            notes.append(label("quotes.indirect"))
        if it.date:
            notes.append(day(it.date))
        notes.append(to(root, words, many=many))
        dots = "".join([f'<span class="dot">{note}</span>' for note in notes])
        speaker = name(root, it.speaker) if it.speaker else label("quotes.unknown")
        out.append(
            f'<figure class="quote">\n<blockquote><p>{said}</p></blockquote>\n'
            f"<figcaption>{speaker}{dots}</figcaption>\n</figure>\n"
        )
    out.append("</div>\n")
    return "".join(out)


_LISTS: dict[str, Callable[..., str]] = {
    "timeline": timeline,
    "figures": figures,
    "quotes": quotes,
    "papers": papers,
    "programmes": programmes,
    "relations": relations,
    "wordings": wordings,
}
