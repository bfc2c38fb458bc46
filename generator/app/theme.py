"""content/theme/ -> what it changes on this site; of a site without one, nothing is even imported."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

from generator.app.authority import text_of
from generator.app.dress import Dress
from generator.app.media import Media
from generator.app.memory import Memory
from generator.forms.site import SiteForm
from generator.model.problem import Level, Place, Problem, problem
from generator.model.source import ContentFiles

if TYPE_CHECKING:
    from generator.present.look import Look

_ASSETS = "theme/assets/"


def read_dress(
    content: ContentFiles,
    site: SiteForm,
    memory: Memory,
    cache: Path,
    problems: list[Problem],
) -> Dress:
    """The look that site.toml and the content folder's theme give; what is wrong is told."""
    spoken = spoken_look(site)
    if not content.theme and not content.theme_assets:
        return _spoken(spoken, cache)
    from generator.app.themed import problems_of, themed_leaf
    from generator.present import look, templates
    from generator.present.theme import read_theme

    media = Media(content.theme_assets, memory)
    urls = {it.path.removeprefix(_ASSETS): media[it.path] for it in content.theme_assets}
    theme, found = read_theme(_texts(content, problems), urls, spoken)
    problems += (*media.problems, *found)
    if any(it.level is Level.ERROR for it in found):
        return _spoken(spoken, cache)
    digest = look.keep(theme.look, cache)
    templates.renew()
    plain = Dress(digest, theme.dress, files=media.contents)
    if not theme.look.templates:
        return plain
    return Dress(digest, theme.dress, themed_leaf, problems_of, media.contents)


def spoken_look(site: SiteForm) -> Look:
    """What the interface speaks, and the texts if they are in another language."""
    from generator.present.look import Look

    interface = site.interface or site.language
    twin = site.twin.language if site.language == "zh-Hans" else ""
    if twin and importlib.util.find_spec("opencc") is None:
        twin = ""
    return Look(
        interface=interface,
        content="" if interface == site.language else site.language,
        twin=twin,
        twin_names=dict(_pair(it) for it in site.twin.names) if twin else {},
    )


def faults_of_twin(site: SiteForm, file: str) -> tuple[Problem, ...]:
    """Why there is none though one is wanted; `file`: of the settings."""
    if not site.twin.language:
        return ()
    place = Place(file, key=("twin", "language"))
    if site.language != "zh-Hans":
        return (problem("twin-of-traditional", place),)
    if importlib.util.find_spec("opencc") is None:
        return (problem("twin-without-opencc", place),)
    return ()


def _pair(name: str) -> tuple[str, str]:
    written, _, traditional = name.partition("=")
    return written.strip(), (traditional or written).strip()


def _spoken(spoken: Look, cache: Path) -> Dress:
    from generator.present import look, templates

    digest = look.keep(spoken, cache)
    if digest:
        templates.renew()
    return Dress(digest)


def faults_of_theme(content: ContentFiles, site: SiteForm) -> list[Problem]:
    """What is wrong in a theme's files; nothing is published or kept."""
    problems: list[Problem] = []
    if content.theme:
        from generator.present.theme import read_theme

        urls = {it.path.removeprefix(_ASSETS): it.path for it in content.theme_assets}
        problems += read_theme(_texts(content, problems), urls, spoken_look(site))[1]
    return problems


def _texts(content: ContentFiles, problems: list[Problem]) -> dict[str, str]:
    read = ((file.path, text_of(file, problems)) for file in content.theme)
    return {path: text for path, text in read if text is not None}
