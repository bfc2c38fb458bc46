"""The lines a paragraph was made of: as they came, each with its proof, changes beside them."""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given
from lxml import html as lxml_html

from generator.check.facts import page_facts
from generator.check.grounding import check_grounding
from generator.check.sources import SourceTexts
from generator.model.annotation import Sentence
from generator.model.article import Join
from generator.present.source_lines import MOST, SourceLines, has_lines
from tests.site.sites import texts
from tests.unit.present.blocks import Printed, printed, restored

SENTENCES = (Sentence("s1", 0, 0, 3), Sentence("s2", 0, 3, 6))


def lines(it: Printed, sentences: tuple[Sentence, ...] = ()) -> str:
    return SourceLines(it.article, "../../").of((it.block,), sentences)


@given(restored)
def test_every_line_proves_itself(it: Printed) -> None:
    body = lines(it)
    page = f'<!DOCTYPE html><html lang="zh"><title>题</title>{body}</html>'
    source = "\n".join(it.lines).encode()
    problems = check_grounding(
        "a.html", page_facts(page.encode()), SourceTexts(lambda _path: source)
    )
    assert [str(problem) for problem in problems if problem.code != "proof-repair-large"] == []


def test_a_line_leads_to_its_place_on_the_page_and_shows_what_was_changed() -> None:
    made = lines(printed(["甲乙", ("丙", "丁"), ("", "，")], ["戊", ("己己", "")]), SENTENCES)
    rows = list(lxml_html.fromstring(made).iter("li"))
    assert [texts(it, "a/@href")[0] for it in rows] == [
        "../../pages/a/#L1",
        "../../pages/a/#L2",
    ]
    assert [texts(it, "a/@aria-label")[0] for it in rows] == ["第 1 行", "第 2 行"]
    assert ["".join(texts(it, "span//text()")) for it in rows] == ["甲乙丙", "戊己己"]
    assert texts(rows[0], ".//del/@data-shown | .//ins/@data-shown") == ["丁", "，"]
    assert texts(rows[1], ".//del/@data-shown") == []
    assert "".join(texts(rows[1], ".//del/text()")) == "己己"


def test_each_stretch_says_of_which_sentence_it_is() -> None:
    made = lines(printed(["甲乙"], ["丙丁"], ["戊己"]), SENTENCES)
    found = re.findall(r'<span data-of="(s.)">(.*?)</span>', made)
    assert found == [("s1", "甲乙"), ("s1", "丙"), ("s2", "丁"), ("s2", "戊己")]


@pytest.mark.parametrize(
    ("join", "said"),
    [
        (Join(2, 1, 2, "editor"), "接第 1 行，编者"),
        (Join(2, 1, 2, "auto", sure=False), "接第 1 行，存疑，程序"),
    ],
    ids=["sure", "doubtful"],
)
def test_a_seam_says_what_it_goes_on_from_and_who_says_so(join: Join, said: str) -> None:
    it = printed(["甲乙"], ["丙丁"])
    seamed = it._replace(block=msgspec.structs.replace(it.block, joins=(join,)))
    rows = list(lxml_html.fromstring(lines(seamed)).iter("li"))
    assert [texts(row, "i/text()") for row in rows] == [[], [said]]


def test_what_is_written_here_or_very_long_has_none() -> None:
    it = printed(["甲乙"])
    assert has_lines(it.article)
    assert not has_lines(msgspec.structs.replace(it.article, pages=()))
    long = msgspec.structs.replace(it.block, text="甲" * (MOST + 1))
    assert not has_lines(msgspec.structs.replace(it.article, blocks=(long,)))
