"""What an article is called where its author does not say."""

from __future__ import annotations

import pytest

from generator.restore.authored import parse_article


@pytest.mark.parametrize(
    ("path", "text", "slug", "title"),
    [
        pytest.param("articles/a.md", "正文。", "a", "a", id="the file's name"),
        pytest.param("articles/修渠记.md", "正文。", "xiu-qu-ji", "修渠记", id="pinyin of it"),
        pytest.param("articles/a.md", "# 题\n\n正文。", "a", "题", id="the first heading"),
        pytest.param(
            "articles/a.md",
            "# **题** [x](b.md)\n",
            "a",
            "题 x",
            id="the first heading's text alone",
        ),
        pytest.param("articles/a.md", "题\n===\n", "a", "题", id="an underlined heading"),
        pytest.param(
            "articles/a.md", "```\n# 码\n```\n\n# 题\n", "a", "题", id="a heading below code"
        ),
        pytest.param(
            "articles/2022-10-10-春耕.md",
            "正文。",
            "2022-10-10-chun-geng",
            "春耕",
            id="the file's name without its date",
        ),
        pytest.param("articles/2022/index.md", "# 题", "2022", "题", id="index of a folder"),
        pytest.param("notes/README.md", "# 题", "notes", "题", id="readme of a folder"),
        pytest.param("articles/index.md", "# 题", "index", "题", id="index of all articles"),
        pytest.param("index.md", "# 题", "index", "题", id="index of a bare folder"),
        pytest.param("a.md", "---\nslug: b\ntitle: 甲\n---\n", "b", "甲", id="front matter"),
    ],
)
def test_slug_and_title(path: str, text: str, slug: str, title: str) -> None:
    article, problems = parse_article(text, path)
    assert problems == ()
    assert article is not None
    assert (article.id, article.title) == (slug, title)


def test_a_file_with_mistakes_is_still_there_to_be_linked_to() -> None:
    article, problems = parse_article("---\ntitle: 甲\nfoo: 1\n---\n正文。", "articles/a.md")
    assert [it.code for it in problems] == ["key-unknown"]
    assert article is not None
    assert article.id == "a"
