"""Sentences and terms of one article: spans that equal their text, ids that last."""

from __future__ import annotations

import time

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.article import annotate
from generator.annotate.leaf import (
    Annotated,
    AuthoredFile,
    Wanted,
    terms_leaf,
)
from generator.annotate.sentences import find_sentences
from generator.annotate.terms import find_terms
from generator.app.judged import authored_leaf
from generator.model.annotation import Term
from generator.model.article import Article
from generator.model.knowledge import encoded_digest
from generator.model.source import PageFiles, SourceFile
from generator.restore.page_file import restore_page
from generator.text.segment import Word
from tests.unit.weave.corpora import reading, terms_of


def sentences(text: str) -> list[str]:
    it = reading(text)
    blocks = it.article.blocks
    return [blocks[found.block].text[found.start : found.end] for found in it.annotations.sentences]


def ids(text: str) -> dict[str, str]:
    it = reading(text)
    blocks = it.article.blocks
    return {
        blocks[found.block].text[found.start : found.end]: found.id
        for found in it.annotations.sentences
    }


def restored(text: str, review: str) -> Article:
    page = SourceFile("pages/p.txt", text.encode(), "0" * 64)
    form = SourceFile("pages/p.review.toml", review.encode(), "0" * 64)
    found = restore_page(PageFiles(page, form))
    assert found.restored is not None, found.problems
    return found.restored.articles[0]


def test_headings_items_and_cells_have_sentences_code_and_rules_have_none() -> None:
    text = "# 题\n\n## 节\n\n一。二！\n\n- 项\n\n| 头 |\n|---|\n| 格 |\n\n```\n码。\n```\n\n---\n"
    assert sentences(text) == ["节", "一。", "二！", "项", "头", "格"]


def test_an_unchanged_sentence_keeps_its_id_whatever_happens_around_it() -> None:
    before = ids("# 题\n\n甲说。乙说。\n\n丙说。\n")
    after = ids("# 别的题\n\n新的一段。\n\n丙说。**乙说。**又一句。\n")
    assert before["乙说。"] == after["乙说。"]
    assert before["丙说。"] == after["丙说。"]


def test_equal_sentences_have_ids_of_their_own() -> None:
    it = reading("# 题\n\n同。同。\n\n同。\n")
    names = [found.id for found in it.annotations.sentences]
    assert len(set(names)) == 3


PAGE = "标题\n\n甲说,乙说。丙说。\n\n丁说。\n"
REVIEW = '[[articles]]\nslug = "a"\ntitle = ["1 标题"]\nbody = ["3 甲说", "5 丁说"]\n'


def restored_ids(review: str) -> list[str]:
    return [it.id for it in annotate(restored(PAGE, review)).sentences]


def test_a_restored_sentence_is_named_by_line_and_offset() -> None:
    assert restored_ids(REVIEW) == ["s3-0", "s3-6", "s5-0"]


@pytest.mark.parametrize(
    "more",
    [
        pytest.param('[[rules]]\nrepair = "punctuation-width"\n', id="width"),
        pytest.param(
            '[[repairs]]\nline = "3 甲说"\noriginal = "乙说"\nshown = "乙丁戊都说"\nkind = "misprint"\n',
            id="longer",
        ),
        pytest.param(
            '[[repairs]]\nline = "3 甲说"\noriginal = "甲说,"\nshown = ""\nkind = "other"\n',
            id="first-words",
        ),
        pytest.param(
            '[[repairs]]\nline = "3 甲说"\noriginal = "丙"\nshown = ""\nkind = "doubled"\n',
            id="first-word",
        ),
    ],
)
def test_a_repair_changes_no_id(more: str) -> None:
    assert restored_ids(REVIEW + more) == restored_ids(REVIEW)


def one_line(text: str, original: str, shown: str) -> list[str]:
    review = '[[articles]]\nslug = "a"\nheading = "题"\nbody = ["1 甲"]\n'
    if original:
        review += f'[[repairs]]\nline = "1 甲"\noriginal = "{original}"\nshown = "{shown}"\nkind = "other"\n'
    return [it.id for it in annotate(restored(text, review)).sentences]


@pytest.mark.parametrize(
    ("text", "original", "shown", "left"),
    [
        pytest.param("甲。丙。乙。\n", "丙。", "", (0, 2), id="a-whole-sentence-goes"),
        pytest.param("甲。”乙。\n", "”", "", (0, 1), id="a-sign-after-the-sentence"),
        pytest.param("甲。丙丁乙。\n", "丙丁", "", (0, 1), id="its-beginning"),
        pytest.param("甲丙乙。丁。\n", "丙", "。", (0, 1), id="a-full-stop-for-a-character"),
        pytest.param("甲乙。丙丁。戊。\n", "乙。丙", "己啊。庚", (0, 1, 2), id="over-a-full-stop"),
    ],
)
def test_a_deletion_changes_no_id_of_the_sentences_that_stay(
    text: str, original: str, shown: str, left: tuple[int, ...]
) -> None:
    before, after = one_line(text, "", ""), one_line(text, original, shown)
    assert [before[it] for it in left] == [it for it in after if it in before]
    assert len(set(after)) == len(after)


def test_sentences_that_a_repair_parts_have_ids_of_their_own() -> None:
    names = one_line("甲乙丙。\n", "乙丙", "乙。丙。丁")
    assert len(names) == 3
    assert len(set(names)) == 3


def test_another_order_changes_no_id() -> None:
    turned = REVIEW.replace('"3 甲说", "5 丁说"', '"5 丁说", "3 甲说"')
    assert sorted(restored_ids(turned)) == sorted(restored_ids(REVIEW))


TEXT = "乡村振兴要人才。\n\n全面推进乡村振兴。\n\n产业发展好，产业发展快。\n"


def test_terms_of_several_rare_words_that_recur_are_found_with_their_sentences() -> None:
    it = reading("# 题\n\n" + TEXT)
    (term,) = terms_of(it)
    assert (term.surface, term.kind, term.sentences) == ("乡村振兴", "recurring", (0, 1))


@pytest.mark.parametrize(
    "phrase", ["产业发展", "高质量发展", "重要作用", "科技创新", "工作建设", "我们的", "2022年"]
)
def test_stock_phrases_are_no_terms(phrase: str) -> None:
    it = reading(f"# 题\n\n{phrase}，甲。{phrase}，乙。\n\n{phrase}，丙。\n")
    assert phrase not in [term.surface for term in terms_of(it)]


def test_a_word_of_the_authors_lexicon_is_a_term_by_itself() -> None:
    it = reading("# 题\n\n恒芪一号好。\n\n种恒芪一号。\n")
    terms = find_terms(it.article, it.annotations.sentences, (Word("恒芪一号"),))
    assert Term("恒芪一号", "lexicon", (0, 1)) in terms


def test_what_stands_in_code_is_no_term() -> None:
    assert terms_of(reading("# 题\n\n```\n乡村振兴\n乡村振兴\n```\n\n完。\n")) == ()


@given(
    st.lists(
        st.sampled_from(
            "乡村 振兴 乡村振兴 黄芪 的 。 ！ \n\n ## ** ` [a](b) 1.5 A ” “ …… \u3000 😀".split(" ")
        ),
        max_size=40,
    ).map("".join)
)
def test_sentences_cover_the_text_in_order_and_terms_stand_in_theirs(text: str) -> None:
    it = reading(text)
    blocks = it.article.blocks
    last = (-1, 0)
    for found in it.annotations.sentences:
        assert (found.block, found.start) >= last
        assert found.start < found.end <= len(blocks[found.block].text)
        last = (found.block, found.end)
    assert len({found.id for found in it.annotations.sentences}) == len(it.annotations.sentences)
    for number, block in enumerate(blocks):
        spans = [(it.start, it.end) for it in it.annotations.sentences if it.block == number]
        if block.kind in ("paragraph", "heading"):
            edges = [0, *(at for span in spans for at in span), len(block.text)]
            between = [block.text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
            assert "".join(between).strip() == ""
    for term in terms_of(it):
        for at in term.sentences:
            found = it.annotations.sentences[at]
            sentence = blocks[found.block].text[found.start : found.end]
            assert sentence.startswith(term.surface) or term.surface in blocks[found.block].text


def test_the_leaf_gives_what_the_function_gives() -> None:
    it = reading("# 题\n\n" + TEXT)
    text = ("# 题\n\n" + TEXT).encode()
    file = msgspec.msgpack.encode(SourceFile(it.article.path, text, ""))
    authored = msgspec.msgpack.decode(authored_leaf(file), type=AuthoredFile)
    both = it.article_bytes, it.annotation_bytes
    assert authored == AuthoredFile(Annotated(*both, encoded_digest(*both)), ())
    wanted = Wanted(it.article_bytes, it.annotation_bytes, (("人才", 500, "n"),))
    found = msgspec.msgpack.decode(
        terms_leaf(msgspec.msgpack.encode(wanted)), type=tuple[Term, ...]
    )
    assert {"乡村振兴", "人才"} == {term.surface for term in found}


def test_a_page_of_one_endless_line_has_its_ids_at_once() -> None:
    line = "他说,好的。" * 20_000
    text = f"题\n{line}\n"
    review = '[[articles]]\nslug = "a"\ntitle = ["1 题"]\nbody = ["2 他说"]\n'
    article = restored(text, review + '[[rules]]\nrepair = "punctuation-width"\n')
    begin = time.monotonic()
    assert len({it.id for it in find_sentences(article)}) == 20_000
    assert time.monotonic() - begin < 3
