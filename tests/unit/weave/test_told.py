"""What editors and other texts say of names, laid over what one text gave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.annotate.prose import article_prose
from generator.annotate.said import said
from generator.model.correction import Correction
from generator.model.facts import Facts
from generator.model.findings import Date, Event, Figure, Findings, Name, NameKind, Office, Quote
from generator.model.knowledge import Authority, EntityKind, Reading
from generator.model.problem import Problem
from generator.text.slug import slugify
from generator.weave.corpus import Corpus
from generator.weave.correct import apply
from generator.weave.correct_places import find_places
from generator.weave.lay import lay, put
from generator.weave.put_off import digests_of
from generator.weave.told import told
from generator.weave.weave import weave
from tests.unit.weave.corpora import reading

KINDS: dict[str, NameKind] = {"人": "PER", "机": "ORG", "地": "LOC"}

Found = Sequence[str]
"""Names of a text as `surface kind`: 人 机 地; a ? behind it: not shown; =X: short for X."""


def findings(text: str, found: Found) -> Findings:
    names = []
    people = []
    for it in found:
        surface, kind = it.split()
        kind, _, full = kind.partition("=")
        at = text.find(surface)
        while at >= 0:
            span = (at, at + len(surface))
            ground = "short" if full else "rule"
            names.append(Name(*span, KINDS[kind[0]], "?" not in kind, ground, full))
            if kind == "人" and text.startswith("说", span[1]):
                people.append(span)
            at = text.find(surface, at + 1)
    quotes = tuple(Quote(0, 1, "", None, True, "说", it) for it in people)
    return Findings(names=tuple(sorted(names, key=lambda it: it.start)), quotes=quotes)


def told_names(
    articles: Mapping[str, tuple[str, Found]],
    authority: Sequence[tuple[EntityKind, str, tuple[str, ...]]] = (),
    not_names: Sequence[str] = (),
    not_same: Sequence[str] = (),
    corrections: Sequence[Correction] = (),
) -> dict[str, list[str]]:
    """By article: `surface kind` of the names that are shown, `=X` where short for X."""
    readings = {name: reading(text, f"articles/{name}.md") for name, (text, _) in articles.items()}

    def found(asked: Sequence[Reading]) -> list[bytes]:
        made = []
        for it in asked:
            text = article_prose(it.article, it.annotations.sentences).text
            names = articles[it.article.id][1]
            made.append(msgspec.msgpack.encode(said(text, findings(text, names))))
        return made

    corpus = Corpus(
        readings=tuple(readings.values()),
        topics=(),
        authority=tuple(Authority(kind, name, "a.toml", also) for kind, name, also in authority),
        not_names=frozenset(not_names),
        ledgers=(),
        files={},
        terms=lambda asked: [()] * len(asked),
        findings=found,
        facts=lambda asked, found: [Facts()] * len(asked),
        not_same=tuple(frozenset(it.split()) for it in not_same),
        corrections=tuple(corrections),
    )
    knowledge, _ = weave(corpus, slugify)
    letters = {kind: letter for letter, kind in KINDS.items()} | {"TERM": "术", "DOC": "文"}
    shown: dict[str, list[str]] = {}
    for it, encoded in zip(knowledge.readings, knowledge.findings, strict=True):
        text = article_prose(it.article, it.annotations.sentences).text
        names = msgspec.msgpack.decode(encoded, type=Findings).names
        shown[it.article.id] = [
            f"{text[n.start : n.end]} {letters[n.kind]}{'=' + n.full if n.full else ''}"
            for n in names
            if n.shown
        ]
    return shown


@pytest.mark.parametrize(
    ("doubted", "other", "expected"),
    [
        pytest.param("钱多金 人?", ("钱多金说好。", "钱多金 人"), ["钱多金 人"], id="speaks-there"),
        pytest.param("钱多金 人?", ("钱多金好。", "钱多金 人"), [], id="only-looks-like-one"),
        pytest.param("钱多金 机?", ("钱多金说好。", "钱多金 人"), [], id="another-kind"),
        pytest.param("钱多金 机?", ("去钱多金。", "钱多金 机"), ["钱多金 机"], id="a-body"),
        pytest.param("多金 人?", ("多金说好。", "多金 人"), [], id="too-short-for-a-person"),
        pytest.param("钱多金 机?", ("去钱多金。", "钱多金 机=钱多金公司"), [], id="short-there"),
        pytest.param("钱多金 机?", ("去钱多金。", "钱多金 机?"), [], id="doubted-there-too"),
    ],
)  # fmt: skip
def test_what_another_text_is_sure_of_is_shown(
    doubted: str, other: tuple[str, str], expected: list[str]
) -> None:
    told = told_names({"a": ("见钱多金者。", [doubted]), "b": (other[0], [other[1]])})
    assert told["a"] == expected


def test_what_two_texts_are_sure_of_in_two_ways_stays_in_doubt() -> None:
    told = told_names(
        {
            "a": ("见大青山者。", ["大青山 机?"]),
            "b": ("去大青山。", ["大青山 机"]),
            "c": ("到大青山。", ["大青山 地"]),
        }
    )
    assert told["a"] == []


@pytest.mark.parametrize(
    ("found", "authority", "expected"),
    [
        pytest.param([], [("organisation", "渠首合作社", ())], ["渠首合作社 机"], id="added"),
        pytest.param(["渠首合作社 机?"], [("organisation", "渠首合作社", ())], ["渠首合作社 机"], id="shown"),
        pytest.param(["渠首合作社 机"], [("place", "渠首合作社", ())], ["渠首合作社 地"], id="kind"),
        pytest.param([], [("organisation", "渠首社", ("渠首合作社",))], ["渠首合作社 机=渠首社"], id="alias"),
        pytest.param(["渠首合作社 机"], [("place", "渠首", ())], ["渠首合作社 机"], id="longer-stays"),
        pytest.param(["渠首合作社 机?"], [("place", "渠首合", ())], ["渠首合 地"], id="longer-doubtful-goes"),
        pytest.param(["渠首 地"], [("organisation", "渠首合作社", ())], ["渠首合作社 机"], id="longer-comes"),
        pytest.param(["县渠首 地"], [("organisation", "渠首合作社", ())], ["渠首合作社 机"], id="crossing-longer"),
        pytest.param(["青石县渠首 地"], [("organisation", "渠首合", ())], ["青石县渠首 地"], id="crossing-shorter"),
    ],
)  # fmt: skip
def test_listed_names_are_told(
    found: Found, authority: list[tuple[EntityKind, str, tuple[str, ...]]], expected: list[str]
) -> None:
    assert told_names({"a": ("青石县渠首合作社开会。", found)}, authority)["a"] == expected


def test_no_names_and_their_words_are_gone() -> None:
    told = told_names({"a": ("青石县温馨开会。", ["青石县 地", "温馨 人"])}, not_names=["温馨"])
    assert told["a"] == ["青石县 地"]


def test_no_name_is_not_what_a_packaged_short_form_stands_for() -> None:
    articles = {"a": ("中组部发文。", ["中组部 机=中央组织部"])}
    assert told_names(articles, not_names=["中央组织部"])["a"] == []


def test_names_that_are_not_the_same_are_not_bound() -> None:
    articles = {
        "a": ("青石农业大学与青石农大开会。", ["青石农业大学 机", "青石农大 机=青石农业大学"])
    }
    assert "青石农大 机=青石农业大学" in told_names(articles)["a"]
    apart = told_names(articles, not_same=["青石农业大学 青石农大"])
    assert apart["a"] == ["青石农业大学 机"]


SPAN = st.tuples(st.integers(0, 30), st.integers(1, 6)).map(lambda it: (it[0], it[0] + it[1]))


def apart(spans: Sequence[tuple[int, int]], *, shown: Sequence[bool]) -> list[Name]:
    """Those that overlap none before them, in order."""
    kept: list[Name] = []
    for (start, end), is_shown in zip(sorted(spans), shown, strict=False):
        if not kept or kept[-1].end <= start:
            kept.append(Name(start, end, "ORG", is_shown))
    return kept


@given(
    st.lists(SPAN, max_size=8),
    st.lists(SPAN, max_size=8),
    st.lists(st.booleans(), min_size=8, max_size=8),
    SPAN,
)
def test_spans_never_cross(
    names: list[tuple[int, int]],
    marks: list[tuple[int, int]],
    shown: list[bool],
    one: tuple[int, int],
) -> None:
    before = apart(names, shown=shown)
    laid = lay(before, apart(marks, shown=[True] * 8))
    for kept in (laid, put(laid, Name(*one, "PER"))):
        assert all(a.end <= b.start for a, b in pairwise(kept))
        for it in kept:
            assert all(it.start <= n.start and n.end <= it.end for n in it.nested)
    spans = {(it.start, it.end) for it in laid}
    for it in before:
        if it.shown and (it.start, it.end) not in spans:
            over = [m for m in laid if m.start < it.end and it.start < m.end]
            assert any(m.end - m.start >= it.end - it.start for m in over)


def test_a_date_a_figure_and_their_event_are_put_right_together() -> None:
    it = reading("去年签约，投资12万元。", "articles/a.md")
    event = Event(0, 11, "签约", date="2021", sum=120000)
    found = Findings(
        dates=(Date(0, 2, "2021", ""),),
        figures=(Figure(7, 11, 120000, "元", of="投资"),),
        events=(event,),
        offices=(Office((0, 1), (1, 2)),),
    )
    sentence = it.annotations.sentences[0].id
    wanted = (
        Correction("a.toml", ("correct", 0), sentence, "去年", "date", value="2020"),
        Correction(
            "a.toml", ("correct", 1), sentence, "12万元", "figure", value="元", number=130000
        ),
    )
    problems: list[Problem] = []
    for place in find_places(wanted, [it]).of[0]:
        found = apply(found, it, place, problems)
    assert problems == []
    assert (found.dates[0].edtf, found.dates[0].basis) == ("2020", "编者改定")
    assert (found.figures[0].value, found.figures[0].of) == (130000, "投资")
    assert (found.events[0].date, found.events[0].sum) == ("2020", 130000)


def test_what_other_texts_alone_change_is_known_before_it_is_made() -> None:
    texts = {"甲": ("钱多金来了。", "钱多金 人?"), "乙": ("钱多金说好。", "钱多金 人")}
    readings = [reading(text, f"articles/{name}.md") for name, (text, _) in texts.items()]
    found = []
    for it, (_, name) in zip(readings, texts.values(), strict=True):
        text = article_prose(it.article, it.annotations.sentences).text
        found.append(msgspec.msgpack.encode(said(text, findings(text, [name]))))
    once, again, alone = told(readings, found), told(readings, found), told(readings[:1], found[:1])
    assert digests_of(once.findings) == digests_of(again.findings)
    assert digests_of(alone.findings)[0] != digests_of(once.findings)[0]
    shown = [
        [it.shown for it in msgspec.msgpack.decode(findings, type=Findings).names]
        for findings in (*alone.findings, *once.findings)
    ]
    assert shown == [[False], [True], [True]]
    assert once.findings[:1] == [again.findings[0]]
