"""Where the templates of a themed site are found, and which pages the theme has a part in."""

from __future__ import annotations

from collections.abc import Mapping

import jinja2
from jinja2 import meta

from generator.present.look import look

FOLDER = "theme/templates/"
"""In the content folder; Jinja's tracebacks name files by it."""
OURS = "jingwei/"
"""Before a template's name: the packaged one, whatever the theme has."""


def loader_of(ours: jinja2.BaseLoader) -> jinja2.BaseLoader:
    """Where a sandbox finds templates: the look's, then ours."""
    own = look().templates

    def find(name: str) -> tuple[str, str, None] | None:
        return (own[name], FOLDER + name, None) if name in own else None

    prefixed = jinja2.PrefixLoader({OURS.rstrip("/"): ours})
    return jinja2.ChoiceLoader([jinja2.FunctionLoader(find), prefixed, ours])


def is_themed(within: jinja2.Environment, name: str, own: Mapping[str, str]) -> bool:
    """Whether a template is the theme's or comes to one of the theme's."""
    assert within.loader is not None
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        it = waiting.pop()
        if it in own:
            return True
        if it not in seen:
            seen.add(it)
            source = within.loader.get_source(within, it)[0]
            found = meta.find_referenced_templates(within.parse(source))
            waiting += [other for other in found if other]
    return False
