"""An article without a title of its own still gets one."""

from __future__ import annotations

import pytest

from generator.forms.title import Heading, first_heading, title_of_path


@pytest.mark.parametrize(
    ("body", "heading"),
    [
        pytest.param("# 春耕\n正文", Heading("春耕", 0), id="first line"),
        pytest.param("引言\n\n#\t春耕 ##\n", Heading("春耕", 2), id="later, closed"),
        pytest.param("## 小题\n\n# 大题", Heading("大题", 2), id="level two first"),
        pytest.param("春耕\n===\n正文", Heading("春耕", 0), id="underlined"),
        pytest.param("```\n# 注释\n```\n# 题\n", Heading("题", 3), id="not in code"),
        pytest.param("~~~~\n# 甲\n~~~\n# 乙\n~~~~\n# 题", Heading("题", 5), id="longer fence"),
        pytest.param("    # 缩进\n", None, id="not when indented"),
        pytest.param("#标签\n", None, id="not without a space"),
        pytest.param("# **重要**的[事](a.md)与`码`\r\n", Heading("重要的事与码", 0), id="marks"),
        pytest.param("# C#\n", Heading("C#", 0), id="C#"),
        pytest.param("#\n# \n", None, id="empty"),
        pytest.param("\n===\n", None, id="underline of nothing"),
        pytest.param("正文\n", None, id="none"),
        pytest.param("# " + " " * 100_000 + "[" * 100_000, Heading("[" * 300, 0), id="bomb"),
    ],
)
def test_first_heading(body: str, heading: Heading | None) -> None:
    assert first_heading(body) == heading


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("articles/春耕.md", "春耕"),
        ("articles/2022-10-10-春耕.md", "春耕"),
        ("articles/20221010_春耕.markdown", "春耕"),
        ("articles/2022-10-10.md", "2022-10-10"),
        ("notes/hello-big_world.md", "hello big world"),
        ("甲-乙.md", "甲-乙"),
    ],
)
def test_title_of_path(path: str, title: str) -> None:
    assert title_of_path(path) == title
