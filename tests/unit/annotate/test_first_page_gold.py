"""The gold of the first page is whole: nothing that does not stand there, nothing left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from generator.model.findings import Offsets
from tests.unit.annotate.first_page_gold import Gold, Read, first_page

NUMERAL = re.compile(r"[0-9０-９零〇一二三四五六七八九十百千万亿两双首]")
# EDTF as far as the gold uses it: a day, month, season, quarter or year; a span of these; open.
POINT = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?~?|-(2[1-4]|3[3-6]))?"
EDTF = re.compile(rf"{POINT}(/({POINT}|\.\.))?")


@pytest.fixture(scope="module")
def page() -> list[Read]:
    return first_page()


def around(text: str, at: Offsets) -> str:
    return f"{text[max(at[0] - 8, 0) : at[0]]}【{text[at[0] : at[1]]}】{text[at[1] : at[1] + 8]}"


def left_over(text: str, found: Iterator[re.Match[str]], spans: list[Offsets]) -> list[str]:
    return [
        around(text, it.span())
        for it in found
        if not any(start <= it.start() and it.end() <= end for start, end in spans)
    ]


def spans_of(gold: Gold, *kinds: str) -> list[Offsets]:
    return [at for kind in kinds for it in getattr(gold, kind) for at in it.spans]


def test_every_block_with_text_has_its_answers(page: list[Read]) -> None:
    for it in page:
        written = [passage.id for passage in it.gold.answers.block]
        assert sorted(written) == sorted(b.id for b in it.article.blocks if b.text), (
            it.article.title
        )
        assert it.gold.answers.title == it.article.title


def test_every_numeral_is_something_or_in_the_list_of_those_that_are_nothing(
    page: list[Read],
) -> None:
    kinds = ("dates", "figures", "programmes", "documents", "people", "organisations", "places")
    for it in page:
        spans = spans_of(it.gold, *kinds) + it.gold.terms + it.gold.nothing
        spans += [at for programme in it.gold.programmes for at in programme.inner]
        assert left_over(it.prose.text, NUMERAL.finditer(it.prose.text), spans) == []


def test_nothing_is_a_numeral_indeed(page: list[Read]) -> None:
    for it in page:
        for passage in it.gold.answers.block:
            assert [word for word in passage.nothing if not NUMERAL.search(word)] == [], passage.id


def test_all_between_quotation_marks_is_a_quote_or_a_term(page: list[Read]) -> None:
    for it in page:
        spans = spans_of(it.gold, "quotes") + it.gold.terms
        inner = re.finditer(r"(?<=“)[^”]+(?=”)", it.prose.text)
        assert left_over(it.prose.text, inner, spans) == []


def test_every_title_mark_is_a_document(page: list[Read]) -> None:
    for it in page:
        titles = re.finditer(r"《[^》]+》", it.prose.text)
        assert left_over(it.prose.text, titles, spans_of(it.gold, "documents")) == []


def test_every_date_has_a_reason_and_an_edtf_that_can_be_read(page: list[Read]) -> None:
    for it in page:
        for date in it.gold.dates:
            for edtf in (date.entry.edtf, *date.entry.or_edtf):
                assert edtf is None or EDTF.fullmatch(edtf), (
                    f"{date.block} {date.entry.text} {edtf}"
                )
            assert date.entry.why, f"{date.block} {date.entry.text}"


def test_authors_stand_in_the_byline_not_in_the_text(page: list[Read]) -> None:
    for it in page:
        for author in it.gold.answers.authors:
            assert author not in it.prose.text
            assert any(author in line.text for line in it.article.bylines), author


def test_every_verb_that_news_lives_on_is_an_event_or_doubtful(page: list[Read]) -> None:
    verbs = "签约 签订 签署 召开 印发 发布 揭牌 启动 成立 落户 投产 考察 批复 任命 共建"
    for it in page:
        found = re.finditer("|".join(verbs.split()), it.prose.text)
        assert left_over(it.prose.text, found, spans_of(it.gold, "events")) == []
