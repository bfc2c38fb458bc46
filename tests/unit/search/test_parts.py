"""An article as search reads it: nothing the page shows is left out, and parts end where they may."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.annotation import Sentence
from generator.model.article import Article, ArticleId, Block
from generator.search.parts import MOST, USUAL, parts, pieces


def article(*texts: str, **more: object) -> Article:
    blocks = tuple(Block(f"p{it}", "paragraph", text) for it, text in enumerate(texts))
    said = {"blocks": blocks, **more}
    return Article(ArticleId("x"), "题", "articles/x.md", **said)  # type: ignore[arg-type]


def sentences(it: Article, *starts: tuple[int, int]) -> list[Sentence]:
    """(block, start) of each; a sentence ends where the next begins."""
    return [
        Sentence(f"s{number}", block, start, len(it.blocks[block].text))
        for number, (block, start) in enumerate(starts)
    ]


def test_all_that_the_page_shows_is_there_in_its_order() -> None:
    it = article(
        "正文。",
        labels=(Block("p1", "paragraph", "栏目"),),
        kicker=Block("p2", "paragraph", "肩题"),
        title_block=Block("p3", "paragraph", "题"),
        bylines=(Block("p4", "paragraph", "记者甲"),),
        jumps=(Block("p5", "paragraph", "上接第一版"),),
        credits=(Block("p6", "paragraph", "新华社电"),),
        asides=(Block("p7", "paragraph", "引语"),),
        tags=("标签", "又一个"),
    )
    (part,) = parts(pieces(it, ()))
    assert part.text.split("\n") == [
        "栏目", "肩题", "记者甲", "上接第一版", "正文。", "新华社电", "引语", "标签　又一个",
    ]  # fmt: skip
    assert part.sentences == (
        "p1", 0, "p2", 3, "p4", 6, "p5", 10, "p0", 16, "p6", 20, "p7", 25, "", 28,
    )  # fmt: skip


def test_authors_stand_where_no_byline_is_printed() -> None:
    assert parts(pieces(article("文。", authors=("甲", "乙")), ()))[0].text == "甲　乙\n文。"


def test_notes_of_editors_and_gaps_are_text_too() -> None:
    gap = Block("g1", "gap", note="此处缺一行")
    told = Block("p1", "paragraph", "后文。", note="此段接上段")
    (part,) = parts(pieces(article(blocks=(gap, told)), ()))
    assert part.text == "此处缺一行\n此段接上段\n后文。"


def test_sentences_lead_to_themselves_and_count_code_units() -> None:
    it = article("𠮷野家。第二句。", "第三句。")
    (part,) = parts(pieces(it, sentences(it, (0, 0), (0, 4), (1, 0))))
    assert part.sentences == ("s0", 0, "s1", 5, "s2", 10)
    encoded = part.text.encode("utf-16-le")
    assert encoded[10:].decode("utf-16-le").startswith("第二句")


def test_an_article_without_text_has_one_empty_part() -> None:
    assert [it.text for it in parts(pieces(article(), ()))] == [""]
    assert [it.text for it in parts(pieces(article(" \n"), ()))] == [""]


LENGTHS = {"short": (300, 1), "just": (1200, 1), "over": (1300, 2), "long": (12_000, 10)}


@pytest.mark.parametrize(("length", "count"), LENGTHS.values(), ids=LENGTHS)
def test_parts_are_about_equally_long(length: int, count: int) -> None:
    sentence = "一二三四五六七八九十一二三四五六七八九。"
    it = article(*[sentence * 5] * (length // 100))
    starts = [(block, 20 * at) for block in range(length // 100) for at in range(5)]
    found = parts(pieces(it, sentences(it, *starts)))
    assert len(found) == count
    sizes = [len(it.text) for it in found]
    assert max(sizes) <= USUAL * 1.1
    assert max(sizes) - min(sizes) <= 100
    assert all(it.text.endswith("。") for it in found)


def test_a_very_long_article_has_long_parts() -> None:
    it = article(*["短句。" * 40] * 2000)
    found = parts(pieces(it, ()))
    assert len(found) == MOST
    assert "\n".join(it.text for it in found) == "\n".join(["短句。" * 40] * 2000)


def test_a_sentence_over_parts_leads_to_its_beginning_in_each() -> None:
    it = article("甲乙丙丁戊己庚辛，" * 500)
    found = parts(pieces(it, sentences(it, (0, 0))))
    assert len(found) > 2
    assert {it.sentences for it in found} == {("s0", 0)}
    assert all(it.text.endswith("，") for it in found)


def test_a_word_is_never_cut() -> None:
    assert len(parts(pieces(article("字" * 9000), ()))) == 1
    it = article("字" * 2000 + "题" * 2000)
    assert len(parts(pieces(it, sentences(it, (0, 0), (0, 2000))))) == 1


line = st.text(st.sampled_from("甲乙丙。，a1𠮷 \n"), max_size=400)


@given(st.lists(line, max_size=30))
def test_parts_put_together_are_the_text(lines: list[str]) -> None:
    it = article(*[text * 9 for text in lines])
    found = pieces(it, ())
    texts = [block.text for block in it.blocks if block.text.strip()]
    assert "".join(piece.text for piece in found) == "".join(f"{text}\n" for text in texts)
    assert [piece.part for piece in found] == sorted(piece.part for piece in found)
    made = parts(found)
    assert "".join(f"{part.text}\n" for part in made if found).replace("\n", "") == "".join(
        texts
    ).replace("\n", "")
