"""A page as a theme shows it: what it quotes is proved, and it is as well formed as ours."""

from __future__ import annotations

import pytest

from generator.check.themed import faults_of_themed

POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
FIRST = '<q data-source="pages/a.txt" data-pieces="1:0-6">甲县修了水渠</q>'
SECOND = '<q data-source="pages/a.txt" data-pieces="2:0-6">乙县也修水渠</q>'
ARTICLE = '<article data-source="articles/a.md"><h1>题</h1><div class="prose"><p>甲县修了水渠。</p></div></article>'


def page(body: str, head: str = POLICY) -> bytes:
    return (
        f'<!DOCTYPE html>\n<html lang="zh-Hans"><head>{head}<title>页</title></head>'
        f"<body>{body}</body></html>\n"
    ).encode()


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param(FIRST + SECOND, SECOND + "<hr>" + FIRST, id="another-order"),
        pytest.param(FIRST + SECOND, f"<p>{FIRST}</p>", id="one-left-out"),
        pytest.param(FIRST, FIRST + "<p>甲县修了水渠</p>", id="said-once-more-by-the-theme"),
        pytest.param(FIRST, FIRST.replace("<q ", '<q class="x" '), id="other-attributes"),
        pytest.param(FIRST, FIRST.replace("修了", "<mark>修了</mark>"), id="marked"),
        pytest.param(ARTICLE, ARTICLE.replace("<h1>题</h1>", "<p>甲县</p>"), id="around-the-text"),
        # Whether this one is true is told by the source, not by the page as it comes.
        pytest.param(FIRST, FIRST.replace("1:0-6", "1:0-7"), id="another-proof"),
        pytest.param("<p>x", "<p>x", id="nothing-quoted"),
        pytest.param(
            "", '<script type="application/ld+json">{"a":"<b>"}</script>', id="data"
        ),
        pytest.param("", '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg><br><img alt="" src="a">', id="void"),
    ],
)  # fmt: skip
def test_a_page_of_a_theme_is_good(ours: str, theirs: str) -> None:
    found = [it for it in faults_of_themed(page(ours), page(theirs)) if it[1] not in ("</body>",)]
    assert found == []


@pytest.mark.parametrize(
    ("ours", "theirs", "found"),
    [
        pytest.param(
            FIRST, "<q>甲县修了水渠</q>", ("theme-proof-dropped", "甲县修了水渠"), id="bare"
        ),
        pytest.param(
            FIRST + SECOND,
            FIRST + "<p>乙县也<b>修</b>水渠，</p>",
            ("theme-proof-dropped", "乙县也修水渠"),
            id="within-other-words",
        ),
        pytest.param(
            ARTICLE,
            ARTICLE.replace(' data-source="articles/a.md"', ""),
            ("theme-proof-dropped", "甲县修了水渠。"),
            id="article",
        ),
        pytest.param("", "<div><p>x</p>", ("theme-markup", "</body>"), id="left-open"),
        pytest.param("", "<b><i>x</b></i>", ("theme-markup", "</b>"), id="crossed"),
        pytest.param("", "x</p>", ("theme-markup", "</p>"), id="closed-twice"),
        pytest.param("", '<p id="a"></p><p id="a"></p>', ("theme-markup", 'id="a"'), id="id-twice"),
        pytest.param("", "<script>x()</script>", ("theme-inline", "<script>"), id="script"),
        pytest.param(
            "", '<script type="module">x()</script>', ("theme-inline", "<script>"), id="module"
        ),
        pytest.param("", "<style>a{}</style>", ("theme-inline", "<style>"), id="style"),
        pytest.param("", '<p STYLE="a">x</p>', ("theme-inline", "style="), id="attribute"),
        pytest.param("", "<p onclick=x>x</p>", ("theme-inline", "onclick="), id="handler"),
    ],
)
def test_a_page_of_a_theme_has_a_fault(ours: str, theirs: str, found: tuple[str, str]) -> None:
    assert found in [
        (code, words.strip()) for code, words in faults_of_themed(page(ours), page(theirs))
    ]


def test_a_page_without_the_policy_has_a_fault() -> None:
    assert faults_of_themed(page(""), page("", "")) == (
        ("theme-inline", "Content-Security-Policy"),
    )
