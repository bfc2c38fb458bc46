"""What an author can rely on, and what a hostile file can't do."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.article import Block
from generator.model.problem import Level, detail, hint
from generator.text.authored import Authored
from generator.text.blocks import finish
from generator.text.html_blocks import BlockReader
from generator.text.markdown import _note_labels, _parse, _parser, heading_anchor, parse_markdown
from generator.text.markdown_source import prepare
from generator.text.raw_html import sanitised
from generator.text.stand_ins import StandIns

PIECES = (
    "汉 字 ， 。 “ ” a 1 . ** ** * _ __ ~~ [ ](b) [链](a_b.md) [链](https://a.b/c) ! ` \\ # ## - 1. > | < & &amp; ( "
    ") : 　　 ``` ~ <b> </b> <br> <!-- --> <div> </div> <http://a.b> [^1] **粗** *斜* <i\u3000x> ="
).split(" ")
SPACES = (" ", "  ", "    ", "\n", "\n", "\n\n", "\n\n", "\n- ", "\n1. ", "\n> ", "\n  - ", "  \n")
EXTRA = ("\n|-|-|\n", "\n---\n", "\n: ", "\n[^1]: ", "\n[r]: u", "\n```\n", "\n## ")
sources = st.lists(st.sampled_from((*PIECES, *SPACES, *SPACES, *EXTRA)), max_size=30).map("".join)


def blocks_of(source: str, title: str = "") -> tuple[Block, ...]:
    return parse_markdown(source, "x.md", 1, title)[0]


def codes(source: str) -> list[tuple[int, str]]:
    return [(item.place.line, item.code) for item in parse_markdown(source, "x.md", 1)[1]]


@given(sources)
def test_chunks_without_markup_come_out_as_the_parser_reads_them(source: str) -> None:
    whole = Authored(source, "x.md", 1)
    whole.clean()
    drafts = _parse(whole, whole.text, StandIns(whole.text))
    assert blocks_of(source) == finish(drafts, "")


@given(sources.filter(lambda source: "](b)" not in source and "<div" not in source))
def test_reading_the_tree_is_reading_the_html(source: str) -> None:
    """The long way round: all of Python-Markdown, its HTML through nh3, and that parsed."""
    blocks, problems = parse_markdown(source, "x.md", 1)
    if any(item.level is Level.ERROR for item in problems):
        return
    whole = Authored(source, "x.md", 1)
    whole.clean()
    stand_ins = StandIns(whole.text)
    parser = _parser()
    parser.reset()
    html = parser.convert(prepare(whole.text, stand_ins.put).text)
    reader = BlockReader(_note_labels(parser), lambda code, address: None, str)
    reader.read(sanitised(html))
    assert finish(stand_ins.expand(reader.drafts), "") == blocks


@given(sources)
def test_marks_and_ids_are_in_order(source: str) -> None:
    blocks = blocks_of(source)
    ids = [block.id for block in blocks]
    assert len(set(ids)) == len(ids)
    anchors = [m.data for block in blocks for m in block.marks if m.kind == "anchor"]
    assert len({*ids, *anchors}) == len(ids) + len(anchors)
    for block in blocks:
        assert "\ue000" not in block.text
        assert "\x02" not in block.text
        for mark in block.marks:
            assert 0 <= mark.start <= mark.end <= len(block.text)


@given(sources)
def test_no_letter_gets_lost(source: str) -> None:
    if re.search(r"<|\[\^|\[r\]|```", source):
        return
    shown = "".join(
        block.text + block.info + "".join(m.data + m.label for m in block.marks)
        for block in blocks_of(source)
    )
    for letter in "汉字引粗斜链，。":
        assert shown.count(letter) >= source.count(letter)


def test_an_unchanged_paragraph_keeps_its_id() -> None:
    before = blocks_of("甲。\n\n乙，\n乙。\n\n丙。")
    after = blocks_of("新。\n\n乙，乙。\n\n甲。")
    assert before[1].id == after[1].id
    assert before[0].id == after[2].id
    assert blocks_of("甲\n\n甲")[1].id == blocks_of("甲")[0].id + "-2"


def test_a_first_heading_that_repeats_the_title_is_left_out() -> None:
    assert [block.text for block in blocks_of("# 两江 新区\n\n正文", "两江新区")] == ["正文"]
    assert [block.level for block in blocks_of("# 别的\n\n## 小", "两江新区")] == [2, 3]
    assert [block.level for block in blocks_of("## 大\n\n###### 小")] == [2, 6]


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [("小标题", "小标题"), ("What is it？", "what-is-it"), ("一、二 三", "一二-三"), ("！", "")],
)
def test_anchor_of_a_heading(heading: str, anchor: str) -> None:
    assert heading_anchor(heading) == anchor


def test_control_characters_are_left_out_and_named() -> None:
    blocks, problems = parse_markdown("甲\x07乙\n\n丙\u202e丁", "x.md", 5)
    assert [block.text for block in blocks] == ["甲乙", "丙\u202e丁"]
    assert [(item.place.line, item.code) for item in problems] == [
        (5, "markdown-control-character"),
        (7, "markdown-bidi-control"),
    ]


def test_line_ends_and_tabs_of_any_system() -> None:
    assert blocks_of("一\r\n二\r\n\r\n三\r四\n \t \n五") == blocks_of("一\n二\n\n三\n四\n\n五")


def test_problems_stand_on_their_lines() -> None:
    source = "`<b onclick>`\n\n<b onclick=x>粗</b>\n\n文<script>1</script>\n\n<b onclick=x>粗</b>"
    assert codes(source) == [
        (3, "markdown-attribute-removed"),
        (5, "markdown-html-dropped"),
        (7, "markdown-attribute-removed"),
    ]


HOSTILE = {
    "quotations": "> " * 10_000 + "x",
    "lists-in-a-line": "- " * 10_000 + "x",
    "lists-by-indent": "\n".join("  " * level + "- x" for level in range(300)),
    "brackets": "[" * 20_000,
    "images": "![" * 20_000,
    "links-in-links": "[" * 4_000 + "a" + "](b)" * 4_000,
    "open-targets": "[a](" * 10_000,
    "emphasis": "*a **b *c **d " * 20_000,
    "underscores": "_a_b_c" * 50_000,
    "backticks": "`" * 100_000,
    "backslashes": "\\" * 200_000,
    "comments": "<!--" * 20_000,
    "tags": "<a " * 30_000,
    "divisions": "<div>" * 5_000,
    "bold-tags": "<b>" * 5_000,
    "entities": "&" * 100_000,
    "table": "|a" * 2_000 + "|\n" + "|-" * 2_000 + "|\n" + "b\n" * 2_000,
    "items": "- x\n" * 400_000,
    "definitions": "a\n" + ": b\n" * 20_000,
    "references": "[a]:\n" * 20_000,
    "headings": "# a\n" * 20_000,
    "footnotes": "".join(f"[^{i}]: x\n" for i in range(20_000)),
    "one-line": "汉" * 690_000,
    "too-long": "汉" * 700_000,
    "empty-footnote": "文[^1]\n\n[^1]: ",
}


@pytest.mark.parametrize("source", [pytest.param(text, id=name) for name, text in HOSTILE.items()])
def test_a_hostile_file_is_read_soon_or_refused(source: str) -> None:
    started = time.process_time()
    blocks, problems = parse_markdown(source, "x.md", 1)
    assert time.process_time() - started < 5
    errors = [item for item in problems if item.level is Level.ERROR]
    assert bool(blocks) != bool(errors)
    for item in problems:
        assert item.code != "markdown-unreadable"
        assert re.search(r"[\u4e00-\u9fff]", detail(item, "zh") + hint(item, "zh"))
        assert (
            detail(item, "en").isascii() or "↵" in detail(item, "en") or "¶" in detail(item, "en")
        )


@given(st.text(max_size=80))
def test_any_text_can_be_read(source: str) -> None:
    assert "markdown-unreadable" not in [code for _, code in codes(source)]
