"""The words of the problems that reading files can meet."""

from __future__ import annotations

import re

import pytest

from generator.model.problem_texts import (
    TEXTS,
    ProblemText,
    annotate,
    build,
    check,
    forms,
    markdown,
    read,
    restore,
    theme,
    weave,
)

OURS = (*read.TEXTS, *forms.TEXTS, *theme.TEXTS)


def test_no_two_problems_share_a_code() -> None:
    stages = (read, forms, markdown, restore, annotate, weave, theme, build, check)
    assert sum(len(stage.TEXTS) for stage in stages) == len(TEXTS)


@pytest.mark.parametrize("text", OURS, ids=lambda text: text.code)
def test_both_languages_say_the_same(text: ProblemText) -> None:
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", text.code)
    facts = dict.fromkeys(text.facts, "…")
    for chinese, english in (text.details, text.hints):
        assert re.search("[\u4e00-\u9fff]", chinese.format_map(facts))
        assert not re.search("[\u4e00-\u9fff]", re.sub("两江新区", "", english.format_map(facts)))
        assert not english.endswith(".")
        assert not chinese.endswith("。")
