"""How much of an article's text surely stands where it belongs."""

from __future__ import annotations

import msgspec
import pytest

from generator.model.article import Block, By, Join, Segment
from generator.restore.sure import Guess, standing


def block(*lines: tuple[int, str], seams: tuple[Join, ...] = ()) -> Block:
    """A paragraph of these lines."""
    segments, at = [], 0
    for number, text in lines:
        segments.append(Segment(at, at + len(text), 0, number, 0, len(text)))
        at += len(text)
    text = "".join(text for _, text in lines)
    return Block(f"p{lines[0][0]}", "paragraph", text, segments=tuple(segments), joins=seams)


def seam(at: int, tail: int, head: int, sure: bool, by: By = "auto") -> Join:
    return Join(at, tail, head, by, sure, 0.7)


ONE = block((1, "一二三四"))
TWO = block((3, "甲乙丙"), (5, "丁戊"), seams=(seam(3, 3, 5, True),))
SUPPOSED = block((3, "甲乙丙"), (5, "丁戊"), seams=(seam(3, 3, 5, False),))
HEADING = msgspec.structs.replace(block((7, "小标题")), id="h7", kind="heading")
NEXT = msgspec.structs.replace(block((9, "下一节")), id="h9", kind="heading")
GAP = Block("gap-before-3", "gap", note="此处有缺")


def told(
    *blocks: Block,
    unsure: dict[int, float | None] | None = None,
    offered: dict[tuple[int, int], float | None] | None = None,
) -> object:
    """Doubts as (text, kind, probability), and the characters that are sure, of how many."""
    found = standing(
        blocks,
        {line: Guess(it) for line, it in (unsure or {}).items()},
        {pair: Guess(it) for pair, it in (offered or {}).items()},
    )
    texts = {it.id: it.text for it in blocks}
    doubts = [(texts[it.block][it.start : it.end], it.kind, it.probability) for it in found.doubts]
    return doubts, f"{found.sure}/{found.total}"


CASES = {
    "the section under a doubtful heading": (
        told(ONE, HEADING, TWO, NEXT, block((11, "五六")), unsure={7: 0.2}),
        ([("小标题", "place", 0.2)], "9/17"),
    ),
    "nothing doubtful": (told(ONE, TWO, GAP), ([], "9/9")),
    "a line that is named": (
        told(ONE, TWO, unsure={1: 0.6}),
        ([("一二三四", "place", 0.6)], "5/9"),
    ),
    "what goes on from it is as doubtful": (
        told(ONE, TWO, unsure={3: 0.6}),
        ([("甲乙丙丁戊", "place", 0.6)], "4/9"),
    ),
    "what stands before it in the paragraph is not": (
        told(TWO, unsure={5: 0.6}),
        ([("丁戊", "place", 0.6)], "3/5"),
    ),
    "behind a seam that is supposed": (
        told(ONE, SUPPOSED),
        ([("丁戊", "seam", 0.7)], "7/9"),
    ),
    "one doubt a paragraph, from its first place on": (
        told(SUPPOSED, unsure={3: 0.6}),
        ([("甲乙丙丁戊", "place", 0.6)], "0/5"),
    ),
    "seam and line at one place": (
        told(SUPPOSED, unsure={5: 0.6}),
        ([("丁戊", "seam", 0.7)], "3/5"),
    ),
    "the likeliest continuation, not joined": (
        told(ONE, TWO, offered={(1, 3): 0.4}),
        ([("甲乙丙丁戊", "offer", 0.4)], "4/9"),
    ),
    "offered, but it stands elsewhere": (
        told(TWO, ONE, offered={(1, 3): 0.4}),
        ([], "9/9"),
    ),
    "a gap between does not part them": (
        told(ONE, GAP, TWO, offered={(1, 3): 0.4}),
        ([("甲乙丙丁戊", "offer", 0.4)], "4/9"),
    ),
    "offered, and doubtful further on": (
        told(ONE, SUPPOSED, offered={(1, 3): 0.4}),
        ([("甲乙丙丁戊", "offer", 0.4)], "4/9"),
    ),
    "nobody gave a figure": (told(ONE, unsure={1: None}), ([("一二三四", "place", None)], "0/4")),
    "no text": (told(GAP), ([], "0/0")),
}


@pytest.mark.parametrize("name", CASES)
def test_doubts_and_characters(name: str) -> None:
    result, expected = CASES[name]
    assert result == expected


def test_an_editors_doubt_has_no_figure() -> None:
    doubtful = block((3, "甲"), (5, "乙"), seams=(seam(1, 3, 5, False, "editor"),))
    (found,) = standing((doubtful,), {}, {}).doubts
    assert (found.by, found.probability, found.line) == ("editor", None, 5)
