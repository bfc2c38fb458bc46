"""Names in a theme's template that nothing stands behind: variables, fields, texts, filters."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from jinja2 import nodes

from generator.model.problem import Problem
from generator.present.render import PAGES
from generator.present.texts import catalogue
from generator.present.theme.nearest import nearest
from generator.present.theme.trees import Trees, say, stored
from generator.present.views import Chrome

_JINJA = frozenset("caller kwargs loop self super varargs".split())


def check_names(trees: Trees, name: str) -> Iterator[Problem]:
    """Each place where an unknown name stands, with the nearest that is known."""
    tree = trees.parsed[name]
    for it in tree.find_all(nodes.Filter):
        if it.name is not None and it.name not in trees.jinja.filters:
            yield _unknown(name, it.lineno, it.name, trees.jinja.filters)
    for test in tree.find_all(nodes.Test):
        if test.name not in trees.jinja.tests:
            yield _unknown(name, test.lineno, test.name, trees.jinja.tests)
    given = _given(trees, name)
    free = trees.free(tree) - given - _JINJA
    for variable in tree.find_all(nodes.Name):
        if variable.ctx == "load" and variable.name in free:
            yield _unknown(name, variable.lineno, variable.name, given | set(trees.jinja.globals))
    yield from _fields(name, tree)


def _unknown(template: str, line: int, name: str, known: object, owner: str = "") -> Problem:
    assert isinstance(known, (set, frozenset, dict))
    near = nearest(name, known)
    near = f"{owner}{near}" if near != "—" else near
    return say("theme-name-unknown", template, line, name=owner + name, nearest=near)


def _given(trees: Trees, name: str) -> set[str]:
    """Names that have a value when this template is shown."""
    found = {"v", "c"}
    if name in trees.files:
        # Pages are given what ours of their name asks for.
        for tree in (trees.ours(name), *trees.chain(f"jingwei/{name}")):
            found |= trees.free(tree)
        return found
    # A piece that others include has at hand what any of them has.
    for ours in trees.files:
        found |= trees.free(trees.ours(ours))
    for tree in trees.parsed.values():
        found |= stored(tree)
    return found


def _fields(name: str, tree: nodes.Template) -> Iterator[Problem]:
    """v.…, c.… and texts.…: their types tell what they have."""
    shown = [view for view, (template, _) in PAGES.items() if template == name]
    known = {"c": _names(Chrome), "texts": frozenset(catalogue())}
    if shown:
        known["v"] = frozenset().union(*map(_names, shown))
    own = stored(tree)
    for access in tree.find_all(nodes.Getattr):
        owner = access.node
        if isinstance(owner, nodes.Name) and owner.name in known and owner.name not in own:
            if access.attr not in known[owner.name]:
                said = f"{owner.name}."
                yield _unknown(name, access.lineno, access.attr, known[owner.name], said)
        elif (
            isinstance(owner, nodes.Getattr)
            and isinstance(owner.node, nodes.Name)
            and owner.node.name == "texts"
            and owner.attr in catalogue()
        ):
            group = catalogue()[owner.attr]
            if access.attr not in group:
                said = f"texts.{owner.attr}."
                yield _unknown(name, access.lineno, access.attr, dict(group), said)


def _names(struct: type) -> frozenset[str]:
    return frozenset(it.name for it in msgspec.structs.fields(struct))
