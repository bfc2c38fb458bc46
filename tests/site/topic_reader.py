"""The pages of a topic -> the statements a reader finds there, each with its places in the source.

Read from the HTML alone, sections that go on elsewhere from the page where they stand whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import html

from generator.present.texts import catalogue
from tests.site.sites import follow, page, text_of

_PIECE = re.compile(r"(?:\S+#)?(\d+):(\d+)-(\d+)")
_KINDS = {
    "共建": "founded", "合作": "cooperation", "出资": "investment", "落户": "settled",
    "聘任": "appointed", "授予": "award", "获评": "award",
}  # fmt: skip
_BOUNDS = {"", *catalogue()["qualifier"].values()}
_STATUS = {"": "actual", "目标": "target", "增减": "change", "增减目标": "change-target"}

Span = tuple[int, int, int]
"""Line of the source, from 1; [start, end) in it."""


class Shown(NamedTuple):
    """One statement of a page."""

    kind: str
    spans: tuple[Span, ...]
    """Where its own words stand: the amount, the clause, the quote, the name."""
    text: str
    """All that is read of it."""
    words: tuple[Span, ...] = ()
    """Of a moment its time expressions."""
    value: float | None = None
    unit: str = ""
    status: str = ""
    when: tuple[str, ...] = ()
    """As the page says it, in words or as EDTF."""
    names: tuple[str, ...] = ()
    """The measure; the speaker; the person; the title; what came of a relation."""
    who: tuple[str, ...] = ()
    """The subject; the body of an office; the issuer; parties and places of a relation."""
    office: str = ""
    direct: bool = True
    members: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


def shown(site: Path, url: str) -> list[Shown]:
    """All that the topic at `url` tells, section by section."""
    told = page(site, url)
    found: list[Shown] = []
    for key, read in _SECTIONS.items():
        for section in told.xpath(f'//section[@aria-labelledby="{key}-h"]'):
            for link in section.xpath('./p[@class="on"]/a/@href'):
                (section,) = page(site, follow(url, str(link))).xpath("//main")
            found += read(section)
    return found


def spans(elements: Iterable[html.HtmlElement]) -> tuple[Span, ...]:
    """Where the quoted words of the elements stand in the source."""
    return tuple(
        (int(line), int(start), int(end))
        for it in elements
        for line, start, end in _PIECE.findall(it.get("data-pieces") or "")
    )


def _quoted(element: html.HtmlElement) -> tuple[Span, ...]:
    return spans(element.xpath("descendant-or-self::*[@data-pieces]"))


def _keys(section: html.HtmlElement) -> Iterator[Shown]:
    for it in section.find_class("quote"):
        yield Shown("key", _quoted(it), text_of(it))


def _timeline(section: html.HtmlElement) -> Iterator[Shown]:
    for it in section.xpath('.//ol[@class="events"]/li'):
        (when,) = it.find_class("when")
        clauses = it.xpath('./div/p/span[@class="q"] | .//ul[@class="cites"]/li/span[@class="q"]')
        times = it.xpath(".//*[@data-edtf or @datetime]")
        said = when.xpath(".//*[@data-edtf or @datetime]")
        edtf = [str(time.get("datetime") or time.get("data-edtf")) for time in said]
        yield Shown(
            "event", spans(clauses), text_of(it), words=spans(it for t in times for it in t),
            when=(text_of(when), *edtf),
        )  # fmt: skip


def _figures(section: html.HtmlElement) -> Iterator[Shown]:
    measure = ""
    for row in section.xpath(".//tr[td/data]"):
        for name in row.xpath("./th"):
            measure = text_of(name)
        when, amount, clause = row.xpath("./td")
        (data,) = amount.xpath("./data")
        status = _STATUS["".join(map(text_of, when.xpath("./b")))]
        note = "".join(map(text_of, clause.xpath('./*[@class="at"]/*[@class="zhu"]')))
        if status == "target" and "新增" in note:
            status = "change-target"
        subject = clause.xpath('./*[@class="at"]/span[not(@class)]')
        yield Shown(
            "figure", _quoted(data), text_of(clause), value=float(str(data.get("value"))),
            unit=str(data.get("data-unit")), status=status,
            when=tuple(map(text_of, when.xpath("./span"))),
            names=(measure, *(it for it in note.split("，") if it not in _BOUNDS)), who=tuple(map(text_of, subject)),
        )  # fmt: skip


def _offices(section: html.HtmlElement) -> Iterator[Shown]:
    person = ""
    for it in section.xpath('.//ul[contains(@class, "offices")]/li'):
        (who,) = it.find_class("who")
        told = it.xpath("./div/p")[0]
        person = text_of(who) or person
        (aside,) = told.find_class("aside")
        said = text_of(told).removesuffix(text_of(aside))
        body, _, office = said.rpartition(" ")
        yield Shown(
            "office", _quoted(it), text_of(it), names=(person,), office=office or said,
            who=(body,) if body else (),
        )  # fmt: skip


def _quotes(section: html.HtmlElement) -> Iterator[Shown]:
    for it in section.find_class("quote"):
        (caption,) = it.xpath("./figcaption")
        speaker = (caption.text or "").strip() or text_of(caption[0])
        notes = [text_of(note) for note in caption.find_class("dot")]
        office = notes[0] if notes and notes[0] not in ("转述", "原文") else ""
        yield Shown(
            "quote", _quoted(it.xpath("./blockquote")[0]), text_of(it),
            names=("" if speaker == "未读出谁说" else speaker,),
            office="" if office[:4].isdigit() else office, direct="转述" not in notes,
        )  # fmt: skip


def _relations(section: html.HtmlElement) -> Iterator[Shown]:
    waiting: list[tuple[list[html.HtmlElement], str]] = []
    for row in section.xpath(".//tbody/tr"):
        if row.get("class") != "under":
            waiting.append((row.xpath("./td"), text_of(row.xpath("./th")[0])))
            continue
        for (what, parties, places, money, when), kind in waiting:
            amounts = money.xpath("./data/@value")
            yield Shown(
                "relation", _quoted(row), text_of(row), status=_KINDS[kind.removeprefix("将")],
                value=float(amounts[0]) if amounts else None, when=(text_of(when),),
                names=(text_of(what),), who=_listed(parties), places=_listed(places),
            )  # fmt: skip
        waiting = []


def _listed(cell: html.HtmlElement) -> tuple[str, ...]:
    return tuple(it for it in text_of(cell).split("、") if it)


def _papers(section: html.HtmlElement) -> Iterator[Shown]:
    for it in section.xpath('.//ul[@class="cites"]/li'):
        (title,) = it.xpath('./span//*[@class="q"]')
        aside = "".join(text_of(note) for note in it.xpath('./span/span[@class="aside"]'))
        issuer = "" if aside[:4].isdigit() else aside.split("，")[0]
        yield Shown(
            "document", _quoted(title), text_of(it), names=(text_of(title).strip("《》"),),
            when=(aside.split("，")[-1],), who=(issuer,) if issuer else (),
        )  # fmt: skip


def _programmes(section: html.HtmlElement) -> Iterator[Shown]:
    for it in section.find_class("group"):
        (name,) = it.xpath("./h3")
        members = tuple(map(text_of, it.xpath("./ol/li")))
        link = it.xpath('./p[@class="at"]/a/@href')
        line = re.search(r"#s(\d+)-", str(link[0])) if link else None
        at = ((int(line[1]), 0, 10_000),) if line else ()
        yield Shown("programme", at, text_of(it), names=(text_of(name),), members=members)


_SECTIONS = {
    "key": _keys,
    "timeline": _timeline,
    "figures": _figures,
    "offices": _offices,
    "quotes": _quotes,
    "relations": _relations,
    "papers": _papers,
    "programmes": _programmes,
}
