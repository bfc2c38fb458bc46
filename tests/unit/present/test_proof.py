"""A proof leads from any span of a block back to the characters of its source."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.article import Article, ArticleId, Block
from generator.present.proof import block_proof, proof
from generator.present.views import Proof
from tests.unit.present.blocks import PATH, Printed, printed, restored


def followed(found: Proof, lines: tuple[str, ...]) -> str:
    """What a reader gets who follows the proof by hand."""
    text = ""
    for piece in found.pieces.split():
        line, _, columns = piece.partition(":")
        start, _, end = columns.partition("-")
        text += lines[int(line) - 1][int(start) : int(end)]
    for start, end, shown in reversed(json.loads(found.repairs or "[]")):
        text = text[:start] + shown + text[end:]
    return text


COMMA = printed(["今天", (",", "，"), "晴"], ["好"])
DOUBLED = printed(["习近平", ("总书记记来到", "总书记来到"), "他们中间"])

CASES = {
    "whole block over two lines": (COMMA, 0, 5, "1:0-4 2:0-1", '[[2,3,"，"]]'),
    "without the repaired comma": (COMMA, 0, 2, "1:0-2", ""),
    "only the repaired comma": (COMMA, 2, 3, "1:2-3", '[[0,1,"，"]]'),
    "across the seam": (COMMA, 3, 5, "1:3-4 2:0-1", ""),
    "repair inside": (DOUBLED, 0, 8, "1:0-9", '[[6,7,""]]'),
    "ends inside a repair, before its change": (DOUBLED, 0, 5, "1:0-5", ""),
    "begins inside a repair, after its change": (DOUBLED, 6, 10, "1:7-11", ""),
}


@pytest.mark.parametrize(("page", "start", "end", "pieces", "repairs"), CASES.values(), ids=CASES)
def test_a_span_names_its_pieces_and_repairs(
    page: Printed, start: int, end: int, pieces: str, repairs: str
) -> None:
    assert proof(page.article, 0, start, end) == Proof(PATH, pieces, repairs)


@given(restored, st.data())
def test_following_a_proof_gives_the_text(page: Printed, data: st.DataObject) -> None:
    length = len(page.block.text)
    start = data.draw(st.integers(0, length))
    end = data.draw(st.integers(start, length))
    found = proof(page.article, 0, start, end)
    assert followed(found, page.lines) == page.block.text[start:end]


@given(restored)
def test_a_whole_block_leaves_out_no_character_of_its_lines(page: Printed) -> None:
    found = block_proof(page.article, page.block)
    assert followed(found, page.lines) == page.block.text
    pieces = found.pieces.split()
    columns = [piece.split(":")[1].split("-") for piece in pieces]
    if page.block.segments:
        taken = sum(int(end) - int(start) for start, end in columns)
        assert taken == sum(map(len, page.lines))


def test_an_authored_block_names_its_file_alone() -> None:
    article = Article(ArticleId("a"), "题", "articles/a.md", (Block("p", "paragraph", "文"),))
    assert proof(article, 0, 0, 1) == Proof("articles/a.md")
