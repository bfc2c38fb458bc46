"""A theme's own rules are published as they are, but that their files lead to what is published."""

from __future__ import annotations

import pytest

from generator.present.theme.styles import read_styles

ASSETS = {"hui.png": "files/0123.png", "字/song.woff2": "files/4567.woff2"}


@pytest.mark.parametrize(
    ("css", "made"),
    [
        pytest.param("a{color:red}", "a{color:red}\n", id="plain"),
        pytest.param("/* url(x) { */\n", "", id="comment"),
        pytest.param("a{b:url(assets/hui.png)}", 'a{b:url("../files/0123.png")}\n', id="bare"),
        pytest.param("a{b:url( './assets/hui.png' )}", 'a{b:url("../files/0123.png")}\n', id="quotes"),
        pytest.param(
            '@font-face{src:url("assets/字/song.woff2") format("woff2")}',
            '@font-face{src:url("../files/4567.woff2") format("woff2")}\n',
            id="font",
        ),
        pytest.param("a{b:url(#clip)}", "a{b:url(#clip)}\n", id="same-page"),
        pytest.param("a{b:url(data:image/png;base64,AA)}", "a{b:url(data:image/png;base64,AA)}\n", id="data"),
        pytest.param('a::before{content:"}{"}', 'a::before{content:"}{"}\n', id="brace-in-string"),
    ],
)  # fmt: skip
def test_rules_go_out_with_published_addresses(css: str, made: str) -> None:
    assert read_styles(css, "theme/site.css", ASSETS) == (made, ())


@pytest.mark.parametrize(
    ("css", "found"),
    [
        pytest.param("\n@IMPORT url(assets/hui.png);", [("theme-style-import", 2)], id="import"),
        pytest.param("a{b:url(HTTPS://a.example/)}", [("theme-request-elsewhere", 1)], id="https"),
        pytest.param("a{b:url(data:text/html,x)}", [("theme-request-elsewhere", 1)], id="data"),
        pytest.param("a{b:url(javascript:x)}", [("theme-request-elsewhere", 1)], id="javascript"),
        pytest.param("a{b:url(../site.toml)}", [("theme-asset-missing", 1)], id="above"),
        pytest.param("a{b:url(hui.png)}", [("theme-asset-missing", 1)], id="not-in-assets"),
        pytest.param("a{}\n}\n", [("theme-style-brace", 2)], id="closed-twice"),
        pytest.param("a{}\n\n@media print{b{}\n", [("theme-style-brace", 3)], id="left-open"),
    ],
)
def test_what_would_fetch_or_break_is_told_with_its_line(
    css: str, found: list[tuple[str, int]]
) -> None:
    _, problems = read_styles(css, "theme/site.css", ASSETS)
    assert [(it.code, it.place.line) for it in problems] == found
