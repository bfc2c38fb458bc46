"""Front matter: what an author writes is understood, and every mistake is told at once."""

from __future__ import annotations

import datetime
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.forms.article import ArticleForm
from generator.forms.front_matter import FrontMatter, front_matter_lines, read_front_matter
from generator.forms.plain_yaml import plain_mapping
from generator.forms.topic import TopicForm
from generator.forms.yaml_text import _compose, _data
from generator.model.problem import detail, hint


def article(front: str) -> FrontMatter[ArticleForm]:
    return read_front_matter(f"---\n{front}---\n正文\n", ArticleForm, "articles/a.md")


def told(front: str) -> list[str]:
    """Line and code of every problem."""
    found = article(front)
    assert found.form is None
    for problem in found.problems:
        assert detail(problem, "zh")
        assert hint(problem, "zh")
        assert detail(problem, "en")
        assert hint(problem, "en")
    return [f"{problem.place.line} {problem.code}" for problem in found.problems]


def test_an_ordinary_article() -> None:
    found = article(
        textwrap.dedent("""\
            title: 两江新区全面开启二次创业
            date: 2022-10-10
            tags: [开发区, 创新]
            source: 科技日报
            edition: 第1版
            author: 雍黎
            slug: liangjiang
            aliases:
              - old-name
              - older-name
            """)
    )
    assert found.problems == ()
    assert found.form == ArticleForm(
        title="两江新区全面开启二次创业",
        date=datetime.date(2022, 10, 10),
        tags=("开发区", "创新"),
        source="科技日报",
        edition="第1版",
        author="雍黎",
        slug="liangjiang",
        aliases=("old-name", "older-name"),
    )
    assert (found.body, found.body_line) == ("正文\n", 13)


@pytest.mark.parametrize(
    "written",
    ["no", "yes", "null", "2022", "1e3", "0x1F", "12:30", "2022-10-10", "3.0", "'~'", "真：假"],
)
def test_a_title_is_always_text(written: str) -> None:
    form = article(f"title: {written}\n").form
    assert form
    assert form.title == written.strip("'")


@pytest.mark.parametrize(
    "written",
    [
        "2022-10-10",
        '"2022-10-10"',
        "2022-10-10T08:00:00+08:00",
        "2022-10-10 08:00:00 +0800",
        "2022-10-10 8:00",
        "2022-10-10T08:00:00.5Z",
    ],
)
def test_a_date_may_carry_a_time(written: str) -> None:
    form = article(f"date: {written}\n").form
    assert form
    assert form.date == datetime.date(2022, 10, 10)


@pytest.mark.parametrize(
    ("front", "byline"),
    [
        ("author: 雍黎\n", ("雍黎",)),
        ("authors: [雍黎, 赵鹏]\n", ("雍黎", "赵鹏")),
        ("author: [雍黎]\nauthors: [赵鹏, 雍黎]\n", ("雍黎", "赵鹏")),
        ("title: 无\n", ()),
    ],
)
def test_authors_in_either_key(front: str, byline: tuple[str, ...]) -> None:
    form = article(front).form
    assert form
    assert form.byline == byline


@pytest.mark.parametrize(
    "front",
    ["", "\n", "# 注释\n", "title:\n", "title: ~\ndate:\n", "slug: \n", "tags: []\n"],
)
def test_what_is_left_empty_counts_as_left_out(front: str) -> None:
    assert article(front).form == ArticleForm()


@pytest.mark.parametrize(
    ("front", "draft"), [("draft: true\n", True), ("draft: yes\n", True), ("draft: off\n", False)]
)
def test_truth_values(front: str, draft: object) -> None:
    form = article(front).form
    assert form
    assert form.draft is draft


def test_a_folded_title_is_one_line() -> None:
    form = article("title: >\n  党建\n  工作\nsummary: |\n  一\n  二\n").form
    assert form
    assert (form.title, form.summary) == ("党建 工作", "一\n二")


@pytest.mark.parametrize(
    ("front", "problems"),
    [
        pytest.param("tgas: [a]\n", ["2 key-misspelt"], id="misspelt key"),
        pytest.param("layout: post\n", ["2 key-unknown"], id="unknown key"),
        pytest.param("title: 甲\ntitle: 乙\n", ["3 key-repeated"], id="key twice"),
        pytest.param("date: 2022-02-30\n", ["2 date-impossible"], id="no such day"),
        pytest.param("date: 2022/10/10\n", ["2 date-rewrite"], id="slashes"),
        pytest.param("date: 2022年10月1日\n", ["2 date-rewrite"], id="Chinese date"),
        pytest.param("date: 2022-1-5\n", ["2 date-rewrite"], id="short date"),
        pytest.param("date: 去年\n", ["2 date-form"], id="no date at all"),
        pytest.param("date: [2022]\n", ["2 value-not-date"], id="list for a date"),
        pytest.param("slug: 两江\n", ["2 slug-form"], id="Chinese slug"),
        pytest.param("slug: A-b\n", ["2 slug-form"], id="capital in slug"),
        pytest.param("slug: a--b\n", ["2 slug-form"], id="two hyphens"),
        pytest.param('slug: "a\\n"\ntitle: "b\\ac"\n', ["3 text-control"], id="control character"),
        pytest.param("title: " + "长" * 201 + "\n", ["2 text-too-long"], id="long title"),
        pytest.param("tags: 党建\n", ["2 value-not-list"], id="text for a list"),
        pytest.param("tags: [a, [b]]\n", ["2 value-not-text"], id="list for text"),
        pytest.param("tags:\n  - a\n  -\n", ["4 text-empty"], id="empty entry"),
        pytest.param("aliases:\n- a\n- b\n- a\n", ["5 entry-repeated"], id="alias twice"),
        pytest.param("draft: maybe\n", ["2 value-not-truth"], id="neither true nor false"),
        pytest.param("title: 题: 副题\n", ["2 yaml-colon-inside"], id="colon in value"),
        pytest.param("title：党建\n", ["2 yaml-wide-colon"], id="full-width colon"),
        pytest.param("date:2022-10-10\n", ["2 yaml-tight-colon"], id="no space"),
        pytest.param('title: "甲\n', ["2 yaml-quote-open"], id="open quote"),
        pytest.param("tags: [a, b\n", ["2 yaml-bracket-open"], id="open bracket"),
        pytest.param("tags:\n\t- a\n", ["3 yaml-tab"], id="tab"),
        pytest.param("title: %甲\n", ["2 yaml-sign-first"], id="percent first"),
        pytest.param("title: *重要* 会议\n", ["2 yaml-sign-first"], id="star first"),
        pytest.param("title: &a 甲\n", ["2 yaml-alias"], id="anchor"),
        pytest.param("title: !!python/name:os.system\n", ["2 yaml-tag"], id="tag"),
        pytest.param('title: "\\q"\n', ["2 yaml-escape"], id="escape"),
        pytest.param("title: [转载]某文\n", ["2 yaml-syntax"], id="text after bracket"),
        pytest.param("- a\n", ["2 yaml-not-mapping"], id="a list"),
        pytest.param("随便写写\n", ["2 yaml-not-mapping"], id="prose"),
        pytest.param("? [a]\n: b\n", ["2 yaml-key"], id="list as key"),
    ],
)
def test_one_mistake(front: str, problems: list[str]) -> None:
    assert told(front) == problems


def test_all_mistakes_of_a_file_at_once() -> None:
    front = (
        "title: 题: 副题\n"
        "date: 2022-02-30\n"
        "tgas: [a]\n"
        'source: "没有收尾\n'
        "slug: A B\n"
        "author：雍黎\n"
        "tags: [a, a]\n"
    )
    assert told(front) == [
        "2 yaml-colon-inside",
        "3 date-impossible",
        "4 key-misspelt",
        "5 yaml-quote-open",
        "6 slug-form",
        "7 yaml-wide-colon",
        "8 entry-repeated",
    ]


def test_a_wrong_key_is_answered_with_the_right_one() -> None:
    problem = article("categories: [a]\n").problems[0]
    assert detail(problem, "zh") == "没有 categories 这个键"
    assert hint(problem, "zh") == "是不是想写 tags？"


@pytest.mark.parametrize(
    "front",
    [
        pytest.param("a: " + "[" * 40_000 + "\n", id="brackets"),
        pytest.param("a: " + "[" * 400 + "]" * 400 + "\n", id="closed brackets"),
        pytest.param("- " * 20_000 + "x\n", id="dashes"),
        pytest.param("? " * 20_000 + "x\n", id="question marks"),
        pytest.param("a: &a [x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n", id="aliases"),
        pytest.param("a: x" + " " * 40_000 + "#\n", id="spaces"),
        pytest.param("a: [" + "x, " * 15_000 + "\n", id="commas"),
        pytest.param("x" * 60_000 + "\n", id="too long"),
        pytest.param('a: "' + "\\" * 9_999 + "\n", id="backslashes"),
    ],
)
def test_a_bomb_does_no_harm(front: str) -> None:
    assert told(front)


@pytest.mark.parametrize(
    ("text", "title", "body", "line"),
    [
        pytest.param("---\r\ntitle: 甲\r\n---\r\n正文\r\n", "甲", "正文\r\n", 4, id="CRLF"),
        pytest.param("---\rtitle: 甲\r---\r正文\r", "甲", "正文\n", 4, id="CR alone"),
        pytest.param("--- \t\ntitle: 甲\n---  \n正文", "甲", "正文", 4, id="spaces after fences"),
        pytest.param("\ufeff---\ntitle: 甲\n---\n正文", "甲", "正文", 4, id="second mark"),
        pytest.param("\n\n---\ntitle: 甲\n---\n正文", "甲", "正文", 6, id="blank lines first"),
        pytest.param("---\ntitle: 甲\n...\n正文", "甲", "正文", 4, id="dots close"),
        pytest.param("---\ntitle: 甲\n---", "甲", "", 3, id="no body"),
        pytest.param("---\n---\n正文", "", "正文", 3, id="nothing in it"),
        pytest.param("正文\n", "", "正文\n", 1, id="none"),
        pytest.param("", "", "", 1, id="empty file"),
        pytest.param("---\n\n一条线\n", "", "---\n\n一条线\n", 1, id="a rule"),
        pytest.param("----\n正文\n", "", "----\n正文\n", 1, id="four hyphens"),
        pytest.param("甲\n---\n乙: 丙\n---\n", "", "甲\n---\n乙: 丙\n---\n", 1, id="later rules"),
    ],
)
def test_fences(text: str, title: str, body: str, line: int) -> None:
    found = read_front_matter(text, ArticleForm, "a.md")
    assert found.problems == ()
    assert found.form
    assert (found.form.title, found.body, found.body_line) == (title, body, line)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("---\ntitle: 甲\n正文\n", "front-matter-open", 1),
        ("\n---\n# 注\ntitle: 甲\n正文\n", "front-matter-open", 2),
        ('+++\ntitle = "甲"\n+++\n正文\n', "front-matter-toml", 1),
    ],
)
def test_fences_that_do_not_fit(text: str, code: str, line: int) -> None:
    found = read_front_matter(text, ArticleForm, "a.md")
    assert found.form is None
    assert [(item.code, item.place.line) for item in found.problems] == [(code, line)]


def test_what_a_form_needs_is_missed() -> None:
    found = read_front_matter("---\nkind: 地区\n---\n", TopicForm, "topics/a.md")
    assert [(item.code, item.place.line) for item in found.problems] == [("key-missing", 1)]


def test_after_a_syntax_error_nothing_is_called_missing() -> None:
    found = read_front_matter("---\ntitle: 题: 副\n---\n", TopicForm, "topics/a.md")
    assert [item.code for item in found.problems] == ["yaml-colon-inside"]


def test_lines_of_keys() -> None:
    text = "---\ntitle: 甲\ntags:\n  - a\n  - b\n---\n"
    assert front_matter_lines(text) == {
        ("title",): 2,
        ("tags",): 3,
        ("tags", 0): 4,
        ("tags", 1): 5,
    }


words = st.text(st.sampled_from("党建ab1 -'\",[]{}?&*!|>%@`~.:#\\\t　éß中"), max_size=8)
lines = st.one_of(
    st.builds("{}: {}".format, st.sampled_from(["title", "tags", "a-b", "no"]), words),
    st.builds("{}:".format, st.sampled_from(["title", "tags", "date"])),
    st.builds("{}- {}".format, st.sampled_from(["", "  "]), words),
    st.builds("tags: [{}, {}]".format, words, words),
    st.builds("tags: [\"{}\", '{}' ,{}]".format, words, words, words),
    st.builds("title: '{}'".format, words),
    st.builds('title: "{}"'.format, words),
    words,
)


@given(st.lists(lines, max_size=5).map("\n".join))
def test_the_short_way_reads_what_the_full_parser_reads(text: str) -> None:
    plain = plain_mapping(text)
    if plain is not None:
        troubles: list[object] = []
        node = _compose(text, troubles)  # type: ignore[arg-type]
        full = _data(node, troubles, 1, 0) if node is not None else {}  # type: ignore[arg-type]
        assert (full, troubles) == (plain, [])


@given(st.lists(lines, max_size=6).map("\n".join))
def test_whatever_is_written_is_read_or_explained(front: str) -> None:
    found = article(front + "\n")
    assert (found.form is None) == bool(found.problems)
    count = front.count("\n") + 4
    assert all(1 <= item.place.line <= count for item in found.problems)
