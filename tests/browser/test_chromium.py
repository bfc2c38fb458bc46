"""The browser under the other tests: it starts, sets Chinese text and obeys width and scheme."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.chromium import main
from tests.browser.conftest import PageAt

PAGE = """<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>经纬</title>
<style>body { background: white } @media (prefers-color-scheme: dark) { body { background: black } }
b { font: 20px sans-serif }</style><p><b>经</b><b>纬</b></p>
<script>document.title = '脚本'</script>"""


@pytest.fixture
def file_url(tmp_path: Path) -> str:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return path.as_uri()


@pytest.mark.parametrize(
    ("scheme", "background"),
    [
        pytest.param("light", "rgb(255, 255, 255)", id="light"),
        pytest.param("dark", "rgb(0, 0, 0)", id="dark"),
    ],
)
def test_page_has_the_width_and_scheme_asked_for(
    page_at: PageAt, file_url: str, scheme: str, background: str
) -> None:
    page = page_at(320, "dark" if scheme == "dark" else "light")
    page.goto(file_url)
    assert page.evaluate("innerWidth") == 320
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == background


def test_chinese_glyphs_are_square(page_at: PageAt, file_url: str) -> None:
    page = page_at(800)
    page.goto(file_url)
    widths = [box["width"] for b in page.locator("b").all() if (box := b.bounding_box())]
    assert widths == pytest.approx([20, 20], abs=0.5)


def test_scripts_can_be_turned_off(page_at: PageAt, file_url: str) -> None:
    page = page_at(800, java_script_enabled=False)
    page.goto(file_url)
    assert page.title() == "经纬"


def test_missing_chromium_is_said_not_thrown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("JINGWEI_CHROMIUM", "no-such-browser")
    assert main() == 1
    assert "JINGWEI_CHROMIUM" in capsys.readouterr().err
