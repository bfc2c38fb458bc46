"""What browsers fetch beside the pages: small, named by content, readable in both modes."""

from __future__ import annotations

import hashlib
import re

import pytest

from generator.present.assets import assets, sheet
from generator.present.templates import folder

MADE = assets()
STYLES = dict(MADE.files)[MADE.styles].decode()


def test_a_name_holds_the_digest_of_the_content() -> None:
    for name, data in MADE.files:
        assert hashlib.sha256(data).hexdigest()[:10] in name
    assert {MADE.styles, MADE.icon} <= {name for name, _ in MADE.files}


def test_styles_are_small_and_fetch_nothing() -> None:
    sheets = {name: data for name, data in MADE.files if name.endswith(".css")}
    # A page has the site's sheet and at most one more.
    others = [len(data) for name, data in sheets.items() if name != MADE.styles]
    assert len(sheets[MADE.styles]) + max(others) <= 20_000
    for css in (data.decode() for data in sheets.values()):
        assert "url(" not in css
        assert "@import" not in css
        assert css.count("{") == css.count("}")


def test_pages_name_the_sheets_that_are_published() -> None:
    published = {name for name, _ in MADE.files}
    asked = set()
    for path in sorted(folder().glob("*.html")):
        asked |= set(re.findall(r'sheet\("([^"]+)"\)', path.read_text(encoding="utf-8")))
    assert asked
    assert {sheet(it) for it in asked} <= published
    assert asked | {"site"} == {
        name.split("/")[1].split(".")[0] for name in published if name.endswith(".css")
    }


def _colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z]+):(#[0-9a-f]{6})\b", block))


LIGHT = _colours(STYLES[: STYLES.index("prefers-color-scheme")])
DARK = LIGHT | _colours(
    STYLES[STYLES.index("prefers-color-scheme") : STYLES.index("prefers-contrast")]
)


def _luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("mode", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "wash"])
@pytest.mark.parametrize("colour", ["ink", "soft", "zhu"])
def test_text_has_the_contrast_of_wcag_aa(mode: dict[str, str], ground: str, colour: str) -> None:
    bright, dim = sorted((_luminance(mode[colour]), _luminance(mode[ground])), reverse=True)
    assert (bright + 0.05) / (dim + 0.05) >= 4.5
