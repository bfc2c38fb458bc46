"""What is asked of people of one name, and what becomes of the answer."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence

import pytest

from generator.app.authority import read_authority
from generator.forms.accepted import with_accepted
from generator.forms.suggestions import form_of
from generator.model.problem import Problem
from generator.model.source import SourceFile
from generator.model.suggestion import Suggestion
from generator.weave.suggest.people import people
from tests.unit.weave.told_names import told

TWO = ("人[李卫祥]。｜李卫祥/副校长/山西农业大学", "人[李卫祥]。｜李卫祥/局长/青石县水利局")


def asked(texts: Sequence[str], not_same: Sequence[Sequence[str]] = ()) -> list[Suggestion]:
    resolved, readings, _ = told(texts, (), not_same)
    return list(people(resolved.entities, readings, [frozenset(it) for it in not_same]))


def test_two_of_one_name_may_be_one() -> None:
    (question,) = asked(TWO)
    assert question.id == "person|李卫祥|山西农业大学、青石县水利局"
    assert len(question.examples) == 2


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        pytest.param(TWO[:1] * 2, 0, id="one-body"),
        pytest.param(("人[王军]。", "2012-01-01 人[王军]。"), 1, id="no-body-at-all"),
        pytest.param((TWO[0], "2012-01-01 人[李卫祥]。"), 1, id="one-without-a-body"),
        pytest.param((*TWO, "2012-01-01 人[李卫祥]。"), 1, id="two-to-choose-from"),
    ],
)
def test_only_what_is_open_is_asked(texts: Sequence[str], count: int) -> None:
    assert len(asked(texts)) == count


def test_what_an_editor_has_said_is_not_asked() -> None:
    assert asked(TWO, [["李卫祥（山西农业大学）", "李卫祥（青石县水利局）"]]) == []


def test_an_accepted_answer_makes_an_entry_and_a_third_body_joins_it() -> None:
    (question,) = asked(TWO)
    text = with_accepted("", [form_of(question)], {})
    third = Suggestion("person", "李卫祥", "青石县水利局、白石中学", "people")
    text = with_accepted(text, [form_of(third)], {"李卫祥": "李卫祥"})
    assert tomllib.loads(text)["people"] == [
        {"name": "李卫祥", "of": ["山西农业大学", "青石县水利局", "白石中学"]}
    ]


def test_all_of_a_name_are_one_if_an_editor_says_so() -> None:
    (question,) = asked(("人[王军]。", "2012-01-01 人[王军]。"))
    text = with_accepted("", [form_of(question)], {})
    assert tomllib.loads(text)["people"] == [{"name": "王军"}]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param('[[people]]\nname = "李伟"\nof = ["县委"]\n', ["person-body"], id="any-body"),
        pytest.param('[[people]]\nname = "李伟"\nof = ["青石县委"]\n', [], id="one-body"),
        pytest.param(
            '[[places]]\nname = "青石县"\nof = ["江州"]\n', ["key-unknown"], id="of-a-place"
        ),
        pytest.param(
            'not-same = [["李伟（青石县委）", "李伟"]]\n', ["people-not-apart"], id="one-bare"
        ),
        pytest.param(
            'not-same = [["李伟（青石县委）", "李伟（青石县政府）"]]\n',
            ["people-not-apart"],
            id="of-one-place",
        ),
        pytest.param(
            'not-same = [["李伟（青石县委）", "李伟（白石县委）"]]\n', [], id="told-apart"
        ),
        pytest.param(
            'not-same = [["青石党校（行政学院）", "青石县党校"]]\n', [], id="names-with-brackets"
        ),
    ],
)
def test_bodies_must_tell_people_apart(text: str, codes: Sequence[str]) -> None:
    problems: list[Problem] = []
    read_authority([SourceFile("authority/a.toml", text.encode(), "")], problems)
    assert [it.code for it in problems] == codes
