"""`[[correct]]`: what each kind takes, and every mistake told in one go."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.forms.authority import AuthorityForm
from generator.forms.correct import is_edtf, read_amount, read_correct
from generator.forms.suggestions import toml_text
from generator.forms.toml_text import read_toml
from generator.model.correction import Correction
from generator.model.problem import Problem


def read(table: str) -> tuple[Correction | None, list[Problem]]:
    """The first table of a file."""
    text = f'[[correct]]\nsentence = "s57-0"\nspan = "词"\n{table}\n'
    form, found = read_toml(text, AuthorityForm, "authority/a.toml")
    problems = list(found)
    if form is None:
        return None, problems
    return read_correct(form.correct[0], "authority/a.toml", 0, problems), problems


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("77.8亿元", (7780000000, "元")),
        ("240万辆", (2400000, "辆")),
        ("4.5%", (4.5, "%")),
        ("1,200 亩", (1200, "亩")),
        ("3—5万亩", ((30000, 50000), "亩")),
        ("3-5%", ((3, 5), "%")),
        ("-0.3个百分点", (-0.3, "个百分点")),
        ("1.2万亿元", (1200000000000, "元")),
        ("2.3千万", (23000000, "")),
        ("12", (12, "")),
        ("5—3万亩", None),
        ("三万亩", None),
        ("约3万亩", None),
        ("", None),
        ("元", None),
    ],
)
def test_an_amount(written: str, expected: object) -> None:
    assert read_amount(written) == expected


@pytest.mark.parametrize(
    ("written", "good"),
    [
        ("2022-09-28", True),
        ("2022-09", True),
        ("2022", True),
        ("XXXX-09-28", True),
        ("199X", True),
        ("2018-12~", True),
        ("2023-36", True),
        ("2022-05/..", True),
        ("2017/2022", True),
        ("2022-10-10/2027", True),
        ("../2022", True),
        ("2024-02-29", True),
        ("2023-02-29", False),
        ("2022-13", False),
        ("2022-9-28", False),
        ("2022-23-01", False),
        ("2022年", False),
        ("../..", False),
        ("", False),
    ],
)
def test_an_edtf_date(written: str, good: bool) -> None:
    assert is_edtf(written) is good


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        pytest.param('kind = "date"', ["correct-without-value"], id="no-value"),
        pytest.param('kind = "date"\nvalue = ""', [], id="vague-date"),
        pytest.param('kind = "figure"\nvalue = ""', ["correct-without-value"], id="no-amount"),
        pytest.param('kind = "person"', [], id="only-the-kind"),
        pytest.param('kind = "person"\ndrop = true', [], id="dropped"),
        pytest.param('kind = "date"\ndrop = true\nvalue = "2022"', ["correct-drop-value"], id="both"),
        pytest.param('kind = "date"\nvalue = "去年"', ["correct-date"], id="no-edtf"),
        pytest.param('kind = "figure"\nvalue = "三万亩"', ["correct-figure"], id="no-number"),
        pytest.param('kind = "programme"\nvalue = "七"', ["correct-count"], id="no-count"),
        pytest.param('kind = "programme"\nvalue = "7"', [], id="count"),
        pytest.param('kind = "date"\nvalue = "2022"\nof = "亩"', ["correct-field"], id="of-a-date"),
        pytest.param(
            'kind = "event"\nvalue = "签约"\ndate = "昨天"\nsum = "很多"',
            ["correct-date", "correct-figure"],
            id="all-at-once",
        ),
        pytest.param('kind = "dat"\nvalue = "2022"', ["value-not-choice"], id="no-kind"),
        pytest.param('kind = "date"\nvalue = 2022', ["value-not-text"], id="a-bare-year"),
        pytest.param('kind = "date"\nvlaue = "2022"', ["key-misspelt"], id="misspelt"),
    ],
)  # fmt: skip
def test_what_a_table_says(table: str, codes: list[str]) -> None:
    correction, problems = read(table)
    assert [it.code for it in problems] == codes
    assert (correction is None) is bool(codes)


def test_the_sign_before_an_id_is_the_addresss() -> None:
    text = '[[correct]]\nsentence = "#s57-0"\nspan = "词"\nkind = "term"\n'
    form, _ = read_toml(text, AuthorityForm, "a.toml")
    assert form is not None
    correction = read_correct(form.correct[0], "a.toml", 0, [])
    assert correction is not None
    assert correction.sentence == "s57-0"


@given(st.text())
def test_any_value_is_read_or_refused(written: str) -> None:
    for kind in ("date", "figure", "programme", "quote"):
        read(f'kind = "{kind}"\nvalue = {toml_text(written)}')
    read_amount(written)
    is_edtf(written)
