"""Random pages and random reviews: no character is lost, invented or placed twice."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.forms.review import (
    ArticleForm,
    AsideForm,
    RepairForm,
    ReviewForm,
    RuleForm,
    SuspicionForm,
    UnsureForm,
)
from generator.model.article import Article, Block, all_blocks
from generator.restore.lines import split_lines
from generator.restore.page import PageText, Restored, restore

LINE = st.text(
    st.sampled_from("的一是了党建新区合作发展,:;?!()“”。，、 \t\u3000abc129.\x0c\u2028𠀀😀"),
    max_size=30,
)
BREAK = st.sampled_from(["\n", "\r\n", "\r", "\n\n"])


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, ReviewForm | None]:
    lines = draw(st.lists(st.tuples(LINE, BREAK), max_size=14))
    text = "".join(line + end for line, end in lines)
    named = [f"{it.number} {it.text.lstrip()[:4]}" for it in split_lines(text) if it.text.strip()]
    named = [it for it in named if re.match(r"^[0-9]+ +\S", it)]
    if draw(st.booleans()):
        return text, None
    order = draw(st.permutations(named))
    cut = draw(st.integers(0, len(order)))
    marks = draw(
        st.lists(st.sampled_from(["", "+ ", "# "]), min_size=len(order), max_size=len(order))
    )
    body = [mark + it for mark, it in zip(marks, order, strict=True)]
    gap = ["…"] if draw(st.booleans()) else []
    left, right = body[:cut], body[cut:]
    aside = draw(st.booleans()) and bool(right)
    unsure = tuple(UnsureForm(it, 0.5) for it in named if draw(st.booleans()))
    articles = (
        ArticleForm(body=(*gap, *left), slug="a", unsure=unsure),
        ArticleForm(body=tuple(right[1:] if aside else right), slug="b", heading="题"),
    )
    numbers = {it.number: it.text for it in split_lines(text)}
    repairs, suspicions = [], []
    for it in named:
        content = numbers[int(it.partition(" ")[0])].strip()
        if draw(st.booleans()):
            start = draw(st.integers(0, max(0, len(content) - 1)))
            piece = content[start : start + 3]
            repairs.append(RepairForm(it, piece, draw(LINE), "misprint"))
            suspicions.append(SuspicionForm(it, piece, "疑"))
    asides = (AsideForm(re.sub(r"^[#+] ", "", right[0]), "pull-quote", "a"),) if aside else ()
    rules = (RuleForm("punctuation-width"),) if draw(st.booleans()) else ()
    return text, ReviewForm(
        articles=articles,
        repairs=tuple(repairs),
        suspicions=tuple(suspicions),
        asides=asides,
        rules=rules,
    )


def done(text: str, form: ReviewForm | None) -> Restored:
    review = "pages/x.review.toml" if form else ""
    return restore(PageText("pages/x.txt", "x", text, "utf-8", "0" * 64, review), form)


def blocks(page: Restored) -> list[Block]:
    return [block for article in page.articles for block in all_blocks(article)]


@given(pages())
def test_pieces_are_the_text_to_the_character(case: tuple[str, ReviewForm | None]) -> None:
    text, form = case
    page = done(text, form)
    lines = {it.number: it.text + it.ending for it in split_lines(text)}
    assert "".join(lines[it.line][it.start : it.end] for it in page.ledger.pieces) == text
    assert page.ledger.characters == len(text)


@given(pages())
def test_each_placed_character_is_shown_once_or_repaired(
    case: tuple[str, ReviewForm | None],
) -> None:
    text, form = case
    page = done(text, form)
    shown: dict[tuple[int, int], int] = {}
    lines = {it.number: it.text for it in split_lines(text)}
    for block in blocks(page):
        at = 0
        for segment in block.segments:
            assert segment.start == at
            at = segment.end
            source = lines[segment.line][segment.source_start : segment.source_end]
            if segment.repair < 0:
                assert block.text[segment.start : segment.end] == source
            else:
                repair = block.repairs[segment.repair]
                assert (repair.original, repair.shown) == (
                    source,
                    block.text[segment.start : segment.end],
                )
            for offset in range(segment.source_start, segment.source_end):
                shown[segment.line, offset] = shown.get((segment.line, offset), 0) + 1
        assert at == len(block.text)
    placed = {
        (it.line, offset)
        for it in page.ledger.pieces
        if it.fate == "placed" or (it.fate == "aside" and it.article)
        for offset in range(it.start, it.end)
    }
    assert set(shown) == placed
    assert set(shown.values()) <= {1}


@given(pages())
def test_ids_are_unique_and_ledger_leads_to_them(case: tuple[str, ReviewForm | None]) -> None:
    page = done(*case)
    article: Article
    for article in page.articles:
        ids = [block.id for block in all_blocks(article)]
        assert len(ids) == len(set(ids))
        led = {it.block for it in page.ledger.pieces if it.article == article.id}
        assert led <= set(ids)


@given(pages())
def test_nothing_is_unplaced_silently(case: tuple[str, ReviewForm | None]) -> None:
    page = done(*case)
    unplaced = [it for it in page.ledger.pieces if it.fate == "unplaced"]
    assert bool(unplaced) == ("lines-unplaced" in {it.code for it in page.problems})


@given(pages())
def test_what_is_doubtful_and_what_is_sure_are_all_of_an_articles_text(
    case: tuple[str, ReviewForm | None],
) -> None:
    for article in done(*case).articles:
        texts = {it.id: it.text for it in all_blocks(article) if it not in article.asides}
        assert article.total == sum(map(len, texts.values()))
        assert len({it.block for it in article.doubts}) == len(article.doubts)
        doubtful = [texts[it.block][it.start : it.end] for it in article.doubts]
        assert article.sure + sum(map(len, doubtful)) == article.total
