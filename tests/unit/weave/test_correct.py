"""One correction at a time, on findings as rules might give them."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from generator.model.correction import Correction, CorrectionKind
from generator.model.findings import (
    Date,
    Event,
    Figure,
    Findings,
    Name,
    Office,
    Paper,
    Programme,
    Quote,
)
from generator.model.problem import Problem
from generator.weave.correct import apply
from generator.weave.correct_places import find_places
from tests.unit.weave.corpora import reading

TEXT = "青石县县长李卫东说：“水好。”去年去年签约，实施七大行动。"
READ = reading(TEXT)
WORDS = READ.article.blocks[0].text
[FIRST, SECOND] = [it.id for it in READ.annotations.sentences]


def at(words: str) -> tuple[int, int]:
    """Where words stand first."""
    return WORDS.index(words), WORDS.index(words) + len(words)


FOUND = Findings(
    names=(
        Name(*at("青石县"), "LOC"),
        Name(*at("李卫东"), "PER"),
    ),
    dates=(Date(*at("去年"), "2021", ""),),
    quotes=(Quote(*at("水好。"), "李卫东", "县长", True, "说", at("李卫东")),),
    offices=(Office(at("李卫东"), at("县长"), None),),
    papers=(Paper(*at("签约"), "", None),),
    programmes=(Programme(*at("七大行动"), 7),),
    events=(Event(*at("去年签约"), "签约", "2021", None, None, (at("青石县"), at("李卫东"))),),
)


def corrected(span: str, kind: CorrectionKind, **fields: Any) -> tuple[Findings, list[str]]:
    """FOUND with one correction; the codes of what was said about it."""
    sentence = fields.pop("sentence", FIRST if span in "青石县县长李卫东说：“水好。”" else SECOND)
    it = Correction("a.toml", ("correct", 0), sentence, span, kind, **fields)
    places = find_places([it], [READ])
    problems: list[Problem] = list(places.problems)
    found = FOUND
    for place in places.of.get(0, ()):
        found = apply(found, READ, place, problems)
    return found, [it.code for it in problems]


def test_who_spoke() -> None:
    found, codes = corrected("水好", "quote", value="张三", office="村长")
    assert codes == []
    [quote] = found.quotes
    assert (quote.speaker, quote.office, quote.speaker_at) == ("张三", "村长", None)
    assert (quote.start, quote.end, quote.direct) == (*at("水好。"), True)


def test_that_the_text_does_not_say_who_spoke() -> None:
    [quote] = corrected("水好", "quote", value="")[0].quotes
    assert (quote.speaker, quote.office) == (None, None)


def test_speech_that_was_missed() -> None:
    found, _ = corrected("“水好。”", "quote", value="李卫东")
    assert len(found.quotes) == 1
    found, _ = corrected("签约，实施", "quote", value="李卫东")
    assert [(it.speaker, it.direct) for it in found.quotes] == [("李卫东", True), ("李卫东", False)]


def test_a_person_who_is_none_takes_everything_along() -> None:
    found, codes = corrected("李卫东", "person", drop=True)
    assert codes == []
    assert [it.kind for it in found.names] == ["LOC"]
    assert found.offices == ()
    assert found.quotes[0].speaker is None
    assert found.events[0].participants == (at("青石县"),)


def test_a_person_who_is_a_place() -> None:
    found, _ = corrected("李卫东", "place")
    assert [it.kind for it in found.names] == ["LOC", "LOC"]
    assert found.offices == ()


def test_a_longer_name_holds_the_shorter_one() -> None:
    found, _ = corrected("青石县县长", "organisation", value="青石县政府")
    [name, _] = found.names
    assert (name.start, name.end, name.kind, name.full) == (0, 5, "ORG", "青石县政府")
    assert [(it.start, it.end) for it in name.nested] == [at("青石县")]


@pytest.mark.parametrize(
    ("occurrence", "expected"),
    [(0, ["2020", "2020"]), (1, ["2020"]), (2, ["2021", "2020"])],
)
def test_one_of_several_places(occurrence: int, expected: list[str]) -> None:
    found, codes = corrected("去年", "date", value="2020", occurrence=occurrence)
    assert codes == []
    assert [it.edtf for it in found.dates] == expected


def test_an_occurrence_that_is_not_there_is_told() -> None:
    assert corrected("去年", "date", value="2020", occurrence=3)[1] == ["correct-stale"]


def test_a_vague_date() -> None:
    assert [it.edtf for it in corrected("去年", "date", value="", occurrence=1)[0].dates] == [None]


def test_an_event_keeps_what_is_not_said_of_it() -> None:
    [event] = corrected("签约", "event", value="签订", place="渠首")[0].events
    assert (event.verb, event.place, event.date) == ("签订", "渠首", "2021")
    assert len(event.participants) == 2


def test_an_event_whose_party_is_not_in_the_sentence_is_told() -> None:
    found, codes = corrected("签约", "event", value="签订", participants=("王五",))
    assert codes == ["correct-words"]
    assert found == FOUND


def test_a_figure_that_was_missed() -> None:
    found, _ = corrected("七大", "figure", number=7, value="项", of="行动")
    assert found.figures == (Figure(*at("七大"), 7, "项", of="行动"),)


def test_a_programme() -> None:
    found, _ = corrected("七大行动", "programme", number=8)
    assert [it.count for it in found.programmes] == [8]
    assert corrected("七大行动", "programme", drop=True)[0].programmes == ()


def test_a_document() -> None:
    found, _ = corrected("签约", "document", drop=True)
    assert found.papers == ()
    found, _ = corrected("签约，", "document")
    assert [(it.start, it.end) for it in found.papers] == [at("签约，")]


def test_dropping_twice_is_told() -> None:
    assert corrected("水好。", "date", drop=True)[1] == ["correct-nothing"]


@pytest.mark.parametrize(
    ("span", "kind", "fields", "expected"),
    [
        ("水好", "quote", {"value": "张三"}, [("quotes", at("水好。")[0], False)]),
        ("七大", "figure", {"number": 7, "value": "项"}, [("figures", at("七大")[0], True)]),
        ("李卫东", "place", {}, [("names", at("李卫东")[0], False)]),
        ("李卫东", "office", {"value": "县长", "organisation": "青石县"},
         [("offices", at("李卫东")[0], False)]),
        ("签约", "event", {"value": "签订"}, [("events", at("去年签约")[0], False)]),
        ("签约，", "document", {}, [("papers", at("签约")[0], False)]),
        ("七大行动", "programme", {"number": 7}, []),
        ("水好", "quote", {"drop": True}, []),
    ],
)  # fmt: skip
def test_what_an_editor_says_bears_a_sign(
    span: str, kind: CorrectionKind, fields: dict[str, Any], expected: list[tuple[str, int, bool]]
) -> None:
    found, codes = corrected(span, kind, **fields)
    assert codes == []
    assert [(it.part, it.start, it.added) for it in found.edited] == expected


def test_a_date_that_was_read_and_one_that_was_missed() -> None:
    found, _ = corrected("去年", "date", value="2020")
    assert [it.basis for it in found.dates] == ["编者改定", "编者补充"]


def test_figures_go_by_the_date_that_was_put_right() -> None:
    figure = Figure(*at("七大"), 7, "项", as_of="2021")
    other = Figure(*at("水"), 1, "处", as_of="2021")
    before = replace(FOUND, figures=(other, figure))
    it = Correction("a.toml", ("correct", 0), SECOND, "去年", "date", value="2020", occurrence=1)
    [place] = find_places([it], [READ]).of[0]
    assert [it.as_of for it in apply(before, READ, place, []).figures] == ["2021", "2020"]


def test_the_sum_of_an_event_may_stand_beside_its_clause() -> None:
    figure = Figure(*at("七大"), 7, "元")
    event = Event(*at("去年签约"), "签约", "2021", None, 7)
    before = replace(FOUND, figures=(figure,), events=(event,))
    it = Correction("a.toml", ("correct", 0), SECOND, "七大", "figure", value="元", number=8)
    [place] = find_places([it], [READ]).of[0]
    assert [it.sum for it in apply(before, READ, place, []).events] == [8]


@pytest.mark.parametrize(
    ("second", "codes"),
    [
        (("去年", "date", 1), ["correct-twice"]),
        (("去年", "date", 2), []),
        (("去年", "event", 1), []),
        (("签约", "date", 0), []),
    ],
)
def test_two_corrections_of_one_thing_are_told(
    second: tuple[str, CorrectionKind, int], codes: list[str]
) -> None:
    span, kind, occurrence = second
    first = Correction("a.toml", ("correct", 0), SECOND, "去年", "date", value="2020", occurrence=1)
    again = Correction(
        "b.toml", ("correct", 0), SECOND, span, kind, value="2019", occurrence=occurrence
    )
    problems = find_places([first, again], [READ]).problems
    assert [(it.code, it.place.file) for it in problems] == [(it, "b.toml") for it in codes]
