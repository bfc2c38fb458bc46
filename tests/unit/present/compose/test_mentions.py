"""Where something is named: each sentence once on a page, and none without a way to it."""

from __future__ import annotations

from collections import Counter

import msgspec

from generator.present import views as v
from generator.present.compose.desk import Desk, Site
from generator.present.compose.mentions import Shown, by_article, shown_in
from generator.present.compose.statements import statements_view
from generator.weave.statements import about
from tests.unit.weave.stated import stated

CANAL = """
文 2022-10-10
2021年5月，青水渠全线通水。
地 青水渠
时间 2021年5月=2021-05
沿渠的人说，有了青水渠，旱地成了水田。
地 青水渠
文 2022-11-11
沿渠的人说，有了青水渠，旱地成了水田。
地 青水渠
青水渠还要再修二十里。
地 青水渠
"""
LONG_WORDS = "青水渠通水那天，两岸的人都来了，锣鼓敲到半夜"
LONG = """
文 2022-10-10
青水渠通水那天，两岸的人都来了，锣鼓敲到半夜，2021年5月才有了这条渠。
地 青水渠
时间 2021年5月=2021-05
"""


def desk_of(text: str) -> Desk:
    knowledge = stated(text)
    count = len(knowledge.readings)
    addressed = msgspec.structs.replace(
        knowledge,
        article_urls=tuple(f"articles/a{number}/" for number in range(count)),
        article_topics=((),) * count,
    )
    return Desk(Site("站"), addressed, str)


def groups(desk: Desk, shown: Shown) -> tuple[v.EntityGroup, ...]:
    """Of the canal, the only entity."""
    (canal,) = desk.knowledge.entities
    return by_article(desk, canal.mentions, Counter(it.reading for it in canal.mentions), shown)


def timeline(desk: Desk) -> Shown:
    return shown_in(statements_view(desk, about(desk.knowledge, 0), {}, 0))


def test_a_sentence_of_the_timeline_and_one_quoted_above_are_only_linked() -> None:
    desk = desk_of(CANAL)
    first, second = groups(desk, timeline(desk))
    assert [it.text for it in first.quotes] == ["沿渠的人说，有了青水渠，旱地成了水田。"]
    assert [it.text for it in second.quotes] == ["青水渠还要再修二十里。"]
    assert (len(first.above), len(second.above)) == (1, 1)


def test_every_mention_leads_to_its_own_sentence() -> None:
    desk = desk_of(CANAL)
    made = groups(desk, timeline(desk))
    led = {url for it in made for url in (*it.above, *(q.url for q in it.quotes))}
    (canal,) = desk.knowledge.entities
    assert led == {desk.sentence_url(it) for it in canal.mentions}
    assert len(led) == 4


def test_a_sentence_of_which_only_a_part_is_shown_is_quoted_whole() -> None:
    desk = desk_of(LONG)
    (whole,) = desk.knowledge.entities[0].mentions
    for words, quoted in (("青水渠通水那天", 1), ("2021年5月才有了这条渠", 1), (LONG_WORDS, 0)):
        (group,) = groups(desk, {desk.sentence_url(whole): [words]})
        assert (len(group.quotes), len(group.above)) == (quoted, 1 - quoted), words


def test_a_name_alone_is_no_sentence() -> None:
    words = v.WordsView("县水利局局长", v.Proof("a.md"), "articles/a/#s1")
    link = v.TermLink("王五", "")
    office = v.OfficeView(link, "局长", None, "", "", (words,))
    paper = v.PaperView(link, "", "", "", (words,))
    assert not shown_in(v.StatementsView(offices=(office,)))
    assert not shown_in(v.StatementsView(papers=(paper,)))
