"""colours.toml -> custom properties of the style sheet, all of which can be read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping

from generator.forms.theme import ColoursForm, PaletteForm
from generator.forms.toml_lines import toml_lines
from generator.model.problem import Place, Problem, problem
from generator.present.theme.contrast import NEEDED, contrast, legible, mixed, most

LIGHT = {"paper": "#fcfcfa", "ink": "#1b1c1e", "accent": "#a5301d"}
DARK = {"paper": "#151719", "ink": "#dcdad4", "accent": "#f0957f"}
"""What the style sheet has: a theme that gives one colour is read against the rest of these."""

_MODES = {"light": "浅色", "dark": "深色"}
_NAMES = {"ink": "墨色", "accent": "朱色"}
_DARK_ACCENT = 7.0
"""Contrast of an accent that is made for the dark mode from that of the light one."""
_SOFT, _WASH, _LINE = 0.276, 0.04, 0.173
"""Shares of paper in soft ink, and of ink in washes and lines, as in our own palette."""
_HIGHLIGHT = {"light": 0.1, "dark": 0.14}
_THREAD = {"light": "66", "dark": "73"}
_FONTS = {"text": "--song", "interface": "--hei", "editor": "--kai"}


def faults_of_colours(form: ColoursForm, path: str, text: str) -> list[Problem]:
    """Colours that can't be read on the paper, with figures and a shade that can."""
    found = []
    lines = toml_lines(text) if form != ColoursForm() else {}
    for mode, own, whole in _palettes(form):
        if own == PaletteForm():
            continue
        for name in ("ink", "accent"):
            ratio = contrast(whole[name], whole["paper"])
            if ratio >= NEEDED:
                continue
            blamed = name if getattr(own, name) else "paper"
            found.append(
                problem(
                    "theme-contrast",
                    Place(path, lines.get((mode, blamed), 0)),
                    mode=_MODES[mode],
                    name=_NAMES[name],
                    colour=whole[name],
                    paper=whole["paper"],
                    # Cut, not rounded: 4.49 is not 4.5.
                    ratio=f"{int(ratio * 100) / 100:.2f}",
                    needed=NEEDED,
                    better=legible(whole[name], whole["paper"]),
                )
            )
    return found


def legible_part(text: str) -> ColoursForm:
    """The colours of a file that has mistakes, so that the others are told of at once."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return ColoursForm()
    modes: dict[str, PaletteForm] = {}
    for mode in _MODES:
        table = data.get(mode)
        found = table.items() if isinstance(table, dict) else ()
        good = {name: it for name, it in found if name in LIGHT and _is_colour(it)}
        modes[mode] = PaletteForm(**good)
    return ColoursForm(light=modes["light"], dark=modes["dark"])


def _is_colour(value: object) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"#[0-9A-Fa-f]{6}", value))


def dress(css: str, form: ColoursForm, more: str) -> str:
    """Our style sheet with a theme's colours and fonts in place of ours, and its rules behind."""
    for mode, own, whole in _palettes(form):
        if own != PaletteForm():
            css = _recoloured(css, mode, _properties(mode, whole))
    if form.light.accent or form.light.paper:
        css = _printed(css, form)
    for name, families in ((it, getattr(form.fonts, it)) for it in _FONTS):
        if families:
            listed = ",".join(f'"{it}"' for it in families)
            css = re.sub(rf"({_FONTS[name]}:)(?=[^;}}])", rf"\g<1>{listed},", css)
    return css + more


def _palettes(form: ColoursForm) -> list[tuple[str, PaletteForm, dict[str, str]]]:
    """(mode, what the theme gives, all three colours). An accent is made for the dark if need be."""
    dark = form.dark
    if form.light.accent and not dark.accent:
        ground = dark.paper or DARK["paper"]
        made = legible(form.light.accent.lower(), ground, _DARK_ACCENT)
        dark = PaletteForm(paper=dark.paper, ink=dark.ink, accent=made)
    return [
        ("light", form.light, _whole(form.light, LIGHT)),
        ("dark", dark, _whole(dark, DARK)),
    ]


def _whole(own: PaletteForm, ours: Mapping[str, str]) -> dict[str, str]:
    return {name: (getattr(own, name) or colour).lower() for name, colour in ours.items()}


def _properties(mode: str, whole: Mapping[str, str]) -> dict[str, str]:
    """Every colour of the style sheet, each legible where it is used."""
    paper, ink, accent = whole["paper"], whole["ink"], whole["accent"]
    wash = most(_WASH, paper, ink, ink, accent)
    soft = mixed(ink, paper, _SOFT)
    share = _SOFT
    while min(contrast(soft, paper), contrast(soft, wash)) < NEEDED and share > 0:
        share = max(0.0, share - 0.02)
        soft = mixed(ink, paper, share)
    lit = most(_HIGHLIGHT[mode], paper, accent, ink, accent, soft)
    return {
        "paper": paper,
        "wash": wash,
        "ink": ink,
        "soft": soft,
        "line": mixed(paper, ink, _LINE),
        "zhu": accent,
        "zhu-wash": lit,
        "zhu-line": accent + _THREAD[mode],
    }


def _recoloured(css: str, mode: str, properties: Mapping[str, str]) -> str:
    """The values in the first `:root` of the sheet, or in that of its dark mode."""
    start = css.index("prefers-color-scheme:dark") if mode == "dark" else 0
    start = css.index(":root{", start)
    end = css.index("}", start)
    block = css[start:end]
    for name, value in properties.items():
        block, count = re.subn(rf"(--{name}:)[^;]*", rf"\g<1>{value}", block)
        if count != 1:
            raise ValueError(f"the style sheet has --{name} {count} times")
    return css[:start] + block + css[end:]


def _printed(css: str, form: ColoursForm) -> str:
    """Paper is white in print: the accent as dark as that needs."""
    accent = legible((form.light.accent or LIGHT["accent"]).lower(), "#ffffff")
    start = css.index("@media print")
    return css[:start] + re.sub(r"(--zhu:)[^;]*", rf"\g<1>{accent}", css[start:], count=1)
