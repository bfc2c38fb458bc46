"""Articles of many pages -> which goes on where, by their jump lines; offered, never applied.

Only `jingwei review` asks: what it finds is written into the review file of the page at hand and
is then a decision like any other. A build follows decisions and does not guess.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from math import exp

from msgspec import Struct

from generator.model.article import Article
from generator.restore.jump_chances import chances
from generator.restore.jump_ends import Ends, ends_of, likeness, shared_title, word_across

SURE = 0.95
"""A match as probable that both pages print is recorded; any other is offered."""
LIKELY = 0.3
"""A match less probable is not worth a question."""

WEIGHTS: Mapping[str, float] = {
    "both": -3.1,
    "one": -6.0,
    "to": 0.4,
    "from": 0.9,
    "date": 2.0,
    "title": 5.5,
    "untitled": 3.4,
    "words": 8.9,
    "word": 2.5,
}
"""By logistic regression on 600 made-up sets of pages: reports and news cut in two, among one to
fifteen others of the same days, titles shortened or left out, numbers, dates and halves unknown.
On 800 others of the same texts: of the matches that are sure 99.6 % are right, and these are 62 %
of all; of those offered at 0.6 about 63 %, at 0.8 about 88 % are."""
_SHOWN = 12
"""Characters told on either side of the cut."""
_ALIKE = 0.1
"""Cosine below which one jump line alone says nothing."""


class JumpMatch(Struct, frozen=True, array_like=True):
    """The text of articles[lead] goes on in articles[rest]."""

    lead: int
    rest: int
    p: float
    """Four decimals."""
    sure: bool
    """Whether to record it without asking."""
    inside: bool
    """A paragraph is cut by the end of the page."""
    ground: str
    """In the editor's language."""


def match_jumps(
    articles: Sequence[Article],
    leads_settled: Collection[int] = (),
    rests_settled: Collection[int] = (),
) -> tuple[JumpMatch, ...]:
    """At most one continuation for each article, and one beginning; sorted by lead.

    Those settled go on, or begin, where somebody has said already. Two articles of one page are
    never matched: what belongs together there is found when the page is put together.
    """
    ends = [ends_of(it) for it in articles]
    pages = [it.pages[0].path if it.pages else it.path for it in articles]
    leads = [at for at, it in enumerate(articles) if it.pages and at not in leads_settled]
    rests = [at for at, it in enumerate(articles) if it.pages and at not in rests_settled]
    odds: dict[tuple[int, int], float] = {}
    for lead in leads:
        for rest in rests:
            one, other = ends[lead], ends[rest]
            if pages[lead] != pages[rest] and possible(one, other):
                alike = likeness(one, other)
                if alike >= _ALIKE or (one.leaves and other.arrives):
                    found = features(one, other, alike)
                    odds[lead, rest] = exp(sum(WEIGHTS[name] * it for name, it in found.items()))
    return _best(chances(odds), ends)


def _best(found: Mapping[tuple[int, int], float], ends: Sequence[Ends]) -> tuple[JumpMatch, ...]:
    """The likeliest first, each end once."""
    goes_on: dict[int, int] = {}
    rests: set[int] = set()
    matches = []
    for (lead, rest), chance in sorted(found.items(), key=lambda it: (-round(it[1], 6), it[0])):
        if chance < LIKELY:
            break
        if lead in goes_on or rest in rests or _last(rest, goes_on) == lead:
            continue
        goes_on[lead] = rest
        rests.add(rest)
        one, other = ends[lead], ends[rest]
        p = round(chance, 4)
        # A report on the same matter may look like a continuation: print has to say it twice.
        sure = p >= SURE and one.leaves is not None and other.arrives is not None
        matches.append(JumpMatch(lead, rest, p, sure, one.breaks_off, _ground(one, other)))
    return tuple(sorted(matches, key=lambda it: it.lead))


def _last(article: int, goes_on: Mapping[int, int]) -> int:
    """Where the text ends that begins in an article."""
    while article in goes_on:
        article = goes_on[article]
    return article


def possible(lead: Ends, rest: Ends) -> bool:
    """Nothing printed or known speaks against it, and at least one jump line for it."""
    if lead.leaves is None and rest.arrives is None:
        return False
    if not (lead.tail and rest.head):
        return False
    return (
        _agree(lead.source, rest.source)
        and _agree(lead.date, rest.date)
        and (lead.leaves is None or _same_page(lead.leaves.page, rest.page))
        and (rest.arrives is None or _same_page(rest.arrives.page, lead.page))
    )


def _agree(one: str, other: str) -> bool:
    return not one or not other or one == other


def _same_page(named: str, page: str) -> bool:
    """“A1” and “1” may be one page: papers leave the letter out where it is understood."""
    if not page or named == page:
        return True
    lettered = named[:1].isalpha() and page[:1].isalpha()
    return not lettered and named.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == page.lstrip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    )


def features(lead: Ends, rest: Ends, alike: float) -> dict[str, float]:
    """What speaks for the two being one article; names are those of the weights. alike: likeness."""
    both = lead.leaves is not None and rest.arrives is not None
    titled = bool(rest.title) or any(it and it.title for it in (lead.leaves, rest.arrives))
    return {
        "both": float(both),
        "one": float(not both),
        "to": float(lead.leaves is not None and bool(rest.page)),
        "from": float(rest.arrives is not None and bool(lead.page)),
        "date": float(bool(lead.date) and lead.date == rest.date),
        "title": shared_title(lead, rest),
        "untitled": float(not titled),
        "words": alike,
        "word": float(lead.breaks_off and bool(word_across(lead, rest))),
    }


def _ground(lead: Ends, rest: Ends) -> str:
    said = [f"…{lead.tail[-_SHOWN:]}|{rest.head[:_SHOWN]}…"]
    if lead.leaves is not None and rest.arrives is not None:
        said.append(f"“下转{lead.leaves.page}版”与“上接{rest.arrives.page}版”相应")
    elif lead.leaves is not None:
        said.append(f"下转{lead.leaves.page}版")
    elif rest.arrives is not None:
        said.append(f"上接{rest.arrives.page}版")
    if lead.date and lead.date == rest.date:
        said.append("日期相同")
    if shared_title(lead, rest) >= 0.5:
        said.append("标题相合")
    said.append(f"用词相近 {likeness(lead, rest):.2f}")
    word = word_across(lead, rest) if lead.breaks_off else ""
    if word:
        said.append(f"词被切断：{word}")
    return "；".join(said)
