"""Repairs that the program makes by itself: the real ones are found, ordinary text is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.forms.review import RepairForm, ReviewForm, SuspicionForm
from generator.restore.damage import find_damage, mend
from generator.restore.lines import LineFinder, split_lines

FIRST = Path(__file__).parents[3] / "content" / "pages" / "000_3863c88884404813.txt"
ALONE = Path(__file__).parents[3] / "content" / "articles"


def mended(text: str) -> str:
    """The line with what is sure repaired."""
    for it in reversed(find_damage(text)):
        if it.sure:
            text = text[: it.start] + it.shown + text[it.end :]
    return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("习近平总书记记来到他们中间", "习近平总书记来到他们中间", id="79"),
        pytest.param("直接联系重点企业 and 出资人制度", "直接联系重点企业和出资人制度", id="89"),
        pytest.param("省级以上社会组织 and 律师", "省级以上社会组织和律师", id="91"),
        pytest.param("社会服务部部部长王宏伟说。", "社会服务部部长王宏伟说。", id="161"),
        pytest.param("《甲》and《乙》两书", "《甲》and《乙》两书", id="titles are left"),
    ],
)
def test_sure_damage_is_repaired(text: str, expected: str) -> None:
    assert mended(text) == expected


def test_the_first_page_has_four_repairs() -> None:
    found = {
        at: it.kind
        for at, line in enumerate(FIRST.read_text("utf-8").split("\n"), 1)
        for it in find_damage(line)
    }
    assert found == {79: "doubled", 89: "foreign-word", 91: "foreign-word", 161: "doubled"}


@pytest.mark.parametrize(
    "text",
    [
        "人人都说好，天天向上，刚刚开始。",
        "妈妈和爸爸研究研究再说。",
        "组织部部长、研究院院长、省省长、市市长、党委会会长。",
        "总书记记得这件事，总书记记在心里，总书记记住了每一个人。",
        "一册册图书，一台台机器，十五五规划，三百六十行行行出状元。",
        "驱逐舰舰体，连云港港东，国民党党章，上海站站厅。",
        "实事求是是我们党的思想路线。",
        "用公正监管管出公平，团团伙伙，哈哈哈哈。",
        "他叫王阳明明白白地说，绿油油的田。",
        "屠呦呦获奖，王爱爱唱戏，佐佐町。",
        "R and D 投入，A and B，Rock and Roll，and 出资人。",
        "目的的确定，的的确确，年年有余，世世代代。",
        "两国国歌，军军长，部部长会议。",
    ],
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert mended(text) == text


@pytest.mark.parametrize(
    "text", ["“总书记记来到村里”", "他说：“重点企业 and 出资人", "企业 and 出资人。”他说"]
)
def test_inside_a_quotation_it_is_only_a_suspicion(text: str) -> None:
    (found,) = find_damage(text)
    assert not found.sure


def test_a_doubled_particle_is_a_suspicion() -> None:
    (found,) = find_damage("主要任务是快速的的升空")
    assert (found.sure, found.kind) == (False, "doubled")


def tables(text: str, form: ReviewForm) -> tuple[list[RepairForm], list[SuspicionForm]]:
    lines = split_lines(text)
    repairs, suspicions = mend(form, lines, LineFinder(lines, ""), {it.number for it in lines})
    return list(repairs), list(suspicions)


def test_what_is_quoted_stands_once_in_its_line() -> None:
    text = "重点企业 and 出资人，又是重点企业 and 出资人制度，还有企业 and 个人。\n"
    repairs, _ = tables(text, ReviewForm())
    assert len(repairs) == 3
    for it in repairs:
        assert text.count(it.original) == 1
        assert it.shown == it.original.replace(" and ", "和", 1) or " and " in it.shown


@pytest.mark.parametrize(
    "form",
    [
        ReviewForm(suspicions=(SuspicionForm("1 习近平", "书记记来", "没有错"),)),
        ReviewForm(repairs=(RepairForm("1 习近平", "记记", "记", "doubled"),)),
    ],
    ids=["doubted", "repaired"],
)
def test_what_the_editor_has_spoken_of_is_not_said_again(form: ReviewForm) -> None:
    assert tables("习近平总书记记来到他们中间\n", form) == ([], [])


@given(st.text(st.sampled_from("总书记的部长在和 and“”《》的一是人，。\t\u2028A1"), max_size=60))
def test_any_line_gives_places_inside_it(text: str) -> None:
    at = 0
    for it in find_damage(text):
        assert at <= it.start < it.end <= len(text)
        at = it.end
