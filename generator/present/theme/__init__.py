"""The files of content/theme/ -> what they change, and everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from msgspec.structs import replace

from generator.forms.theme import ColoursForm
from generator.forms.toml_text import read_toml
from generator.model.problem import Problem
from generator.present.look import Look
from generator.present.theme.colours import dress, faults_of_colours, legible_part
from generator.present.theme.styles import read_styles
from generator.present.theme.words import read_words

TEMPLATES = "theme/templates/"
COLOURS = "theme/colours.toml"
STYLES = "theme/site.css"
TEXTS = "theme/texts.toml"
ASSETS = "theme/assets/"


_PLAIN = Look()


class Theme(NamedTuple):
    """What a theme changes."""

    look: Look
    dress: Callable[[str], str]
    """Our style sheet without spacing -> the site's own."""


def read_theme(
    files: Mapping[str, str], assets: Mapping[str, str], spoken: Look = _PLAIN
) -> tuple[Theme, tuple[Problem, ...]]:
    """files: text by path; assets: site-relative URL by name below theme/assets/.

    spoken: what the interface speaks; the theme's texts are in that language.
    """
    problems: list[Problem] = []
    palette = files.get(COLOURS, "")
    form, found = read_toml(palette, ColoursForm, COLOURS)
    form = form or legible_part(palette)
    problems += (*found, *faults_of_colours(form, COLOURS, palette))
    words, found = read_words(files.get(TEXTS, ""), TEXTS, spoken.interface)
    problems += found
    styles, found = read_styles(files.get(STYLES, ""), STYLES, assets)
    problems += found
    templates = {
        path.removeprefix(TEMPLATES): text
        for path, text in sorted(files.items())
        if path.startswith(TEMPLATES)
    }
    if templates:
        from generator.present.theme.sources import check_templates

        problems += check_templates(templates, assets)
    look = replace(
        spoken,
        texts=words,
        templates=templates,
        assets=dict(sorted(assets.items())) if templates else {},
    )
    return Theme(look, partial(dress, form=form, more=styles)), tuple(problems)
