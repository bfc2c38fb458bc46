"""Whatever colours a theme gives, what is made of them can be read."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.forms.theme import ColoursForm, FontsForm, PaletteForm
from generator.present.assets import assets
from generator.present.theme.colours import DARK, LIGHT, dress, faults_of_colours
from generator.present.theme.contrast import NEEDED, contrast, legible

MADE = assets()
STYLES = dict(MADE.files)[MADE.styles].decode()
COLOURS = st.integers(0, 0xFFFFFF).map(lambda it: f"#{it:06x}")


def _root(css: str, mode: str) -> dict[str, str]:
    start = css.index("prefers-color-scheme:dark") if mode == "dark" else 0
    start = css.index(":root{", start)
    return dict(re.findall(r"--([a-z-]+):(#[0-9a-f]{6,8})", css[start : css.index("}", start)]))


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#1f5f8b", "#1f5f8b", 1.0)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


@given(COLOURS, COLOURS)
def test_the_shade_that_is_offered_can_be_read(colour: str, ground: str) -> None:
    assert contrast(legible(colour, ground), ground) >= NEEDED
    if contrast(colour, ground) >= NEEDED:
        assert legible(colour, ground) == colour


@pytest.mark.parametrize(("mode", "ours"), [("light", LIGHT), ("dark", DARK)])
def test_what_is_left_out_is_read_against_the_sheet_as_it_is(
    mode: str, ours: dict[str, str]
) -> None:
    sheet = _root(STYLES, mode)
    assert {name: sheet["zhu" if name == "accent" else name] for name in ours} == ours


@given(COLOURS, COLOURS, COLOURS)
def test_a_palette_that_passes_is_legible_in_all_its_uses(
    paper: str, ink: str, accent: str
) -> None:
    inks = {"ink": legible(ink, paper), "accent": legible(accent, paper)}
    form = ColoursForm(light=PaletteForm(paper=paper, **inks))
    assert faults_of_colours(form, "colours.toml", "") == []
    css = dress(STYLES, form, "")
    for mode in ("light", "dark"):
        made = _root(css, mode)
        for ground in ("paper", "wash", "zhu-wash"):
            for text in ("ink", "zhu", "soft"):
                assert contrast(made[text], made[ground]) >= NEEDED, (mode, text, ground)
    printed = css[css.index("@media print") :]
    assert contrast(re.findall(r"--zhu:(#[0-9a-f]{6})", printed)[0], "#ffffff") >= NEEDED


def test_only_the_mode_that_is_named_changes() -> None:
    css = dress(STYLES, ColoursForm(dark=PaletteForm(accent="#8fbbe0")), "")
    assert _root(css, "light") == _root(STYLES, "light")
    assert _root(css, "dark")["zhu"] == "#8fbbe0"
    assert css[css.index("@media print") :] == STYLES[STYLES.index("@media print") :]


def test_fonts_go_before_ours_in_either_script() -> None:
    fonts = FontsForm(text=("馆藏宋", "Some Song"), editor=("馆藏楷",))
    css = dress(STYLES, ColoursForm(fonts=fonts), "a{}")
    assert css.count('--song:"馆藏宋","Some Song","Source Han Serif') == 2
    assert css.count('--kai:"馆藏楷","Kaiti') == 2
    assert css.endswith("a{}")
    assert dress(STYLES, ColoursForm(), "") == STYLES
