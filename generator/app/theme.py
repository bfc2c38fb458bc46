"""content/theme/ -> what it changes on this site; of a site without one, nothing is even imported."""

from __future__ import annotations

from pathlib import Path

from generator.app.authority import text_of
from generator.app.dress import Dress
from generator.app.media import Media
from generator.app.memory import Memory
from generator.model.problem import Level, Problem
from generator.model.source import ContentFiles

_ASSETS = "theme/assets/"


def read_dress(
    content: ContentFiles, memory: Memory, cache: Path, problems: list[Problem]
) -> Dress:
    """The look that the content folder's theme gives; what is wrong with it is told."""
    if not content.theme and not content.theme_assets:
        return Dress()
    from generator.app.themed import problems_of, themed_leaf
    from generator.present import look, templates
    from generator.present.theme import read_theme

    media = Media(content.theme_assets, memory)
    urls = {it.path.removeprefix(_ASSETS): media[it.path] for it in content.theme_assets}
    theme, found = read_theme(_texts(content, problems), urls)
    problems += (*media.problems, *found)
    if any(it.level is Level.ERROR for it in found):
        return Dress()
    digest = look.keep(theme.look, cache)
    templates.renew()
    plain = Dress(digest, theme.dress, files=media.contents)
    if not theme.look.templates:
        return plain
    return Dress(digest, theme.dress, themed_leaf, problems_of, media.contents)


def faults_of_theme(content: ContentFiles) -> list[Problem]:
    """What is wrong in a theme's files; nothing is published or kept."""
    problems: list[Problem] = []
    if content.theme:
        from generator.present.theme import read_theme

        urls = {it.path.removeprefix(_ASSETS): it.path for it in content.theme_assets}
        problems += read_theme(_texts(content, problems), urls)[1]
    return problems


def _texts(content: ContentFiles, problems: list[Problem]) -> dict[str, str]:
    read = ((file.path, text_of(file, problems)) for file in content.theme)
    return {path: text for path, text in read if text is not None}
