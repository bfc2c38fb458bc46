"""The sentence that tells how two topics belong together, and bodies that tie none."""

from __future__ import annotations

import pytest

from generator.model.knowledge import Entity, Mention
from generator.weave.related import Side, relate
from generator.weave.together import told_together
from tests.unit.weave.corpora import topic, woven

CANALS = topic("水渠", terms="灌溉 水库")
SCHOOLS = topic("学校", terms="教室 操场")
CASES = {
    "both names": (
        "县里的事都写在这里，各乡听了都高兴。因此，修水渠余下的钱都用来盖学校，孩子们都有书读。",
        "修水渠余下的钱都用来盖学校，孩子们都有书读。",
    ),
    "a name and a term": (
        "靠着水渠的收入，村里今年盖了三间教室，明年再盖两间。",
        "靠着水渠的收入，村里今年盖了三间教室，明年再盖两间。",
    ),
    "two terms in passing": ("村里今年要做灌溉的准备，还要修三间教室和一条路。", ""),
    "each in its own sentence": ("水渠今年修到了山脚下，长三公里。学校今年也盖好了，在村口。", ""),
}


@pytest.mark.parametrize(("text", "told"), CASES.values(), ids=CASES)
def test_a_sentence_that_names_both(text: str, told: str) -> None:
    knowledge, _ = woven({"a": f"---\ntitle: 县里的事\n---\n\n{text}\n"}, [CANALS, SCHOOLS])
    place = told_together(knowledge, *knowledge.topics)
    shown = ""
    if place is not None:
        block = knowledge.readings[place.reading].article.blocks[place.block]
        shown = block.text[place.start : place.end]
    assert shown == told


BODIES = {
    # articles of the one topic, of the other, all that name it
    "articles of both come back to it": ((0, 1), (2, 3), 4, True),
    "one article of the one names it by the way": ((0, 1, 2), (3,), 8, False),
    "most articles that name it are about other things": ((0, 1), (2, 3), 40, False),
    "a rare one": ((0,), (1,), 2, True),
}


@pytest.mark.parametrize(("here", "there", "named", "tied"), BODIES.values(), ids=BODIES)
def test_a_body_that_ties_two_topics(
    here: tuple[int, ...], there: tuple[int, ...], named: int, tied: bool
) -> None:
    places = [Mention(it, 0, 0, 2, 0) for it in range(named)]
    body = Entity("organisation", "水利局", "", tuple(places), found_by="text")
    sides = {
        number: Side(places[it[0]], places[it[-1]], 5, frozenset(it))
        for number, it in enumerate((here, there))
    }
    assert bool(relate(0, [body], [sides])) is tied
