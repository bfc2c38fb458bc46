"""TOML files: what an editor writes is understood, and every mistake is told with its line."""

from __future__ import annotations

import datetime
import textwrap
import tomllib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from generator.forms.authority import AuthorityForm
from generator.forms.review import ReviewForm
from generator.forms.site import SiteForm
from generator.forms.toml_lines import toml_lines
from generator.forms.toml_text import read_toml
from generator.model.problem import detail, hint


def told(text: str, form: type[Struct]) -> list[str]:
    """Line and code of every problem."""
    value, problems = read_toml(textwrap.dedent(text), form, "a.toml")
    assert value is None
    for problem in problems:
        assert detail(problem, "zh")
        assert hint(problem, "zh")
        assert detail(problem, "en")
        assert hint(problem, "en")
    return [f"{problem.place.line} {problem.code}" for problem in problems]


def test_a_site() -> None:
    text = """\
        title = "经纬"
        base_url = "https://example.org/wiki/"
        language = "zh-Hant"
        [limits]
        file-bytes = 5_000_000
        """
    site, problems = read_toml(textwrap.dedent(text), SiteForm, "site.toml")
    assert problems == ()
    assert site
    assert (site.title, site.base_url, site.limits.file_bytes) == (
        "经纬",
        "https://example.org/wiki/",
        5_000_000,
    )


def test_authorities() -> None:
    text = """\
        same = [["国家发改委", "国家发展和改革委员会"]]
        not-a-name = ["高质量发展"]
        [[people]]
        name = "王恩东"
        aliases = ["王院士"]
        """
    form, problems = read_toml(textwrap.dedent(text), AuthorityForm, "authority/a.toml")
    assert problems == ()
    assert form
    assert form.people[0].aliases == ("王院士",)
    assert form.same == (("国家发改委", "国家发展和改革委员会"),)


@pytest.mark.parametrize("written", ["2022-10-10", '"2022-10-10"', "2022-10-10T08:00:00Z"])
def test_a_day_with_or_without_quotes(written: str) -> None:
    form, problems = read_toml(f"[page]\ndate = {written}\n", ReviewForm, "pages/a.review.toml")
    assert problems == ()
    assert form
    assert form.page.date == datetime.date(2022, 10, 10)


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        pytest.param("", ["1 key-missing"], id="empty"),
        pytest.param('title = "a"\nbase-url = ""\n', ["2 key-misspelt"], id="hyphen for low line"),
        pytest.param('title = ""\n', ["1 text-empty"], id="empty title"),
        pytest.param("title = 2022\n", ["1 value-not-text"], id="number for text"),
        pytest.param('title = "a\\u0007"\n', ["1 text-control"], id="control character"),
        pytest.param('title = "a"\nbase_url = "a.org"\n', ["2 url-form"], id="address"),
        pytest.param(
            'title = "a"\n[twin]\nnames = ["丰子恺=", "=豐", " ", "后里", "后岭=后嶺"]\n',
            ["3 twin-name-form"] * 3,
            id="a name of the twin without words",
        ),
        pytest.param('title = "a"\nlanguage = "zh"\n', ["2 value-not-choice"], id="choice"),
        pytest.param('title = "a"\nlimits = 3\n', ["2 value-not-table"], id="number for table"),
        pytest.param(
            'title = "a"\n[limits]\nfile-bytes = 3\n', ["3 number-range"], id="number too small"
        ),
        pytest.param(
            'title = "a"\n[limits]\nfile-bytes = "9999"\n', ["3 value-not-integer"], id="quoted"
        ),
        pytest.param("title = 党建\n", ["1 toml-unquoted"], id="no quotes"),
        pytest.param("title = “党建”\n", ["1 toml-wide-sign"], id="curly quotes"),
        pytest.param('title ＝ "党建"\n', ["1 toml-wide-sign"], id="full-width equal sign"),
        pytest.param('title: "党建"\n', ["1 toml-colon"], id="colon"),
        pytest.param('标题 = "党建"\n', ["1 toml-key"], id="Chinese key"),
        pytest.param('title = "党建\n', ["1 toml-quote-open"], id="open quote"),
        pytest.param("\ntitle = '党建\n", ["2 toml-quote-open"], id="open single quote"),
        pytest.param('title = "a" b\n', ["1 toml-syntax"], id="text after value"),
        pytest.param('title = "\\q"\n', ["1 toml-escape"], id="escape"),
        pytest.param('title = "a"\n[limits\nx = 1\n', ["2 toml-bracket-open"], id="open table"),
        pytest.param("title = " + "[" * 9000, ["1 toml-deep"], id="bomb"),
        pytest.param(
            'title = "a"\n[limits]\nfile-bytes = ' + "9" * 5000,
            ["3 toml-syntax"],
            id="endless number",
        ),
        pytest.param(
            'title = "a"\n' + "a." * 200_000 + "a = 1", ["2 toml-syntax"], id="endless key"
        ),
    ],
)
def test_one_mistake(text: str, problems: list[str]) -> None:
    assert told(text, SiteForm) == problems


def test_all_mistakes_of_a_file_at_once() -> None:
    text = """\
        title = 党建
        tagline = "甲"
        tagline = "乙"
        description = "没有收尾
        lang = "zh-Hans"
        base_url = 2022-02-30
        [limits]
        file-bytes = 1
        [limits]
        x = 1
        """
    assert told(text, SiteForm) == [
        "1 toml-unquoted",
        "3 key-repeated",
        "4 toml-quote-open",
        "5 key-misspelt",
        "6 date-impossible",
        "8 number-range",
        "9 key-repeated",
    ]


def test_a_list_left_open_hides_only_its_own_table() -> None:
    text = """\
        [[people]]
        name = "甲"
        aliases = ["乙"
        note = "丙"
        [[people]]
        name = ""
        """
    assert told(text, AuthorityForm) == ["3 toml-bracket-open", "6 text-empty"]


def test_mistakes_deep_in_tables() -> None:
    text = """\
        [[people]]
        name = "王恩东"
        alias = []
        aliases = ["王院士", "王院士"]

        [[people]]
        slug = "Wang"

        [places]
        name = "大同"

        [[terms]]
        name = "a"
        aliases = [
          "b",
          3,
        ]
        """
    assert told(text, AuthorityForm) == [
        "3 key-misspelt",
        "4 entry-repeated",
        "6 key-missing",
        "7 slug-form",
        "9 value-not-tables",
        "16 value-not-text",
    ]


def test_mistakes_in_a_review() -> None:
    text = """\
        [page]
        date = "2022-13-01"
        [[articles]]
        body = ["9 9月28日", "x", "+ 11 面"]
        [[joins]]
        tail = "9 a"
        by = "me"
        p = 2
        sure = "yes"
        """
    assert told(text, ReviewForm) == [
        "2 date-impossible",
        "4 text-form",
        "5 key-missing",
        "7 value-not-choice",
        "8 number-range",
        "9 value-not-truth",
    ]


def test_an_entry_is_named_as_authors_count() -> None:
    _, problems = read_toml('[[people]]\nname = ""\n', AuthorityForm, "a.toml")
    assert detail(problems[0], "zh") == "people[1].name 是空的"


def test_an_unclosed_list_is_shown_where_it_opens() -> None:
    text = 'same = [\n  ["a", "b"]\n  ["c", "d"],\n]\n'
    assert told(text, AuthorityForm) == ["1 toml-bracket-open"]


def test_lines() -> None:
    text = textwrap.dedent('''\
        title = "a" # [x]
        text = """
        [no]
        b = 1
        """

        a.b."c.d" = 1.5
        [[people]]
        name = "甲"
        tags = ["x", # ]
          "y"]
        [people.sub]
        at = 2022-10-10 08:00:00
        [[people]]
        pair = { x = 1, y = [2, 3] }
        ''')
    assert toml_lines(text) == {
        ("title",): 1,
        ("text",): 2,
        ("a",): 7,
        ("a", "b"): 7,
        ("a", "b", "c.d"): 7,
        ("people",): 8,
        ("people", 0): 8,
        ("people", 0, "name"): 9,
        ("people", 0, "tags"): 10,
        ("people", 0, "tags", 0): 10,
        ("people", 0, "tags", 1): 11,
        ("people", 0, "sub"): 12,
        ("people", 0, "sub", "at"): 13,
        ("people", 1): 14,
        ("people", 1, "pair"): 15,
        ("people", 1, "pair", "x"): 15,
        ("people", 1, "pair", "y"): 15,
        ("people", 1, "pair", "y", 0): 15,
        ("people", 1, "pair", "y", 1): 15,
    }


def paths(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    items: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        items = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    for key, item in items:
        yield (*path, key)
        yield from paths(item, (*path, key))


KEYS = st.sampled_from(["a", "b", "c-d", '"e f"', "'g.h'", "a.x", "b.y.z", '"\\u4e2d"'])
SCALARS = st.sampled_from(
    [
        "1", "1.5", "-inf", "true", "2022-10-10", "2022-10-10 08:00:00",
        '"x # ["', "'y \" ]'", '"\\""', '"""m\n"n" [o]\n"""', "'''p''\nq'''", '""""r"""""',
    ]
)  # fmt: skip
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.lists(inner, max_size=3).map(lambda items: "[ # c ]\n" + ",\n".join(items) + "\n]"),
        st.lists(st.tuples(st.sampled_from("klm"), inner), max_size=2).map(
            lambda pairs: "{" + ", ".join(f"{key} = {value}" for key, value in pairs) + "}"
        ),
    ),
    max_leaves=6,
)
STATEMENTS = st.one_of(
    st.builds("{} = {}".format, KEYS, VALUES),
    st.builds("[{}]".format, KEYS),
    st.builds("[[{}]]  # c".format, KEYS),
    st.just("# a = 1"),
    st.just(""),
)


@given(st.lists(STATEMENTS, max_size=8).map("\n".join))
def test_every_key_of_a_valid_file_has_a_line(text: str) -> None:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        value, problems = read_toml(text, AuthorityForm, "a.toml")
        assert value is None
        assert problems
        return
    found = toml_lines(text)
    assert set(found) == set(paths(data))
    assert all(1 <= line <= text.count("\n") + 1 for line in found.values())


@given(st.text(st.sampled_from("ab=[]{}\"'\\#,.\n :1-中“ "), max_size=40))
def test_whatever_is_written_is_read_or_explained(text: str) -> None:
    value, problems = read_toml(text, AuthorityForm, "a.toml")
    assert (value is None) == bool(problems)
    assert all(1 <= item.place.line <= text.count("\n") + 1 for item in problems)


def test_blanks_alone_are_no_name() -> None:
    text = '[[people]]\nname = " "\n'
    form, problems = read_toml(text, AuthorityForm, "authority/a.toml")
    assert form is None
    assert [(it.code, it.place.line) for it in problems] == [("text-empty", 2)]
