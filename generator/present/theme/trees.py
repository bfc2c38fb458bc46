"""Sources of a theme's templates -> syntax trees, with those of ours beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import jinja2
from jinja2 import meta, nodes

from generator.model.problem import Place, Problem, problem
from generator.present.templates import environment, folder
from generator.present.theme.loading import FOLDER, OURS


class Trees:
    """What all checks look at; what can't be parsed is told in `problems` and left out."""

    def __init__(self, own: Mapping[str, str], assets: Mapping[str, str]) -> None:
        self.own = own
        self.assets = assets
        # For its filters, tests and globals: nothing is run in it.
        self.jinja = environment(sandboxed=False)
        self.files = {path.name: path for path in sorted(folder().glob("*.html"))}
        self._ours: dict[str, nodes.Template] = {}
        self.problems: list[Problem] = []
        self.parsed: dict[str, nodes.Template] = {}
        for name, source in own.items():
            try:
                self.parsed[name] = self.jinja.parse(source)
            except jinja2.TemplateSyntaxError as error:
                place = Place(FOLDER + name, error.lineno)
                self.problems.append(problem("theme-template-syntax", place, reason=error.message))
            except RecursionError:
                place = Place(FOLDER + name, 1)
                self.problems.append(problem("theme-template-syntax", place, reason="too deep"))

    def ours(self, name: str) -> nodes.Template:
        """A packaged template."""
        if name not in self._ours:
            source = self.files[name].read_text(encoding="utf-8")
            self._ours[name] = self.jinja.parse(source)
        return self._ours[name]

    def chain(self, name: str) -> Iterator[nodes.Template]:
        """A template as `extends` names it, and those it extends in turn."""
        seen: set[str] = set()
        while name and name not in seen:
            seen.add(name)
            plain = name.removeprefix(OURS)
            if name in self.parsed:
                tree = self.parsed[name]
            elif plain in self.files:
                tree = self.ours(plain)
            else:
                return
            yield tree
            name = next(iter(parents(tree)), "")

    def free(self, tree: nodes.Template) -> set[str]:
        """Names that a template takes from outside, without those of the environment."""
        unknown = {it.name for it in tree.find_all(nodes.Filter)} - self.jinja.filters.keys()
        tests = {it.name for it in tree.find_all(nodes.Test)} - self.jinja.tests.keys()
        if not unknown and not tests:
            return meta.find_undeclared_variables(tree)
        # Jinja would stop at the first of them, and we want to tell of all.
        lenient = self.jinja.overlay()
        lenient.filters = self.jinja.filters | {str(it): str for it in unknown}
        lenient.tests = self.jinja.tests | {str(it): callable for it in tests}
        try:
            tree.set_environment(lenient)
            return meta.find_undeclared_variables(tree)
        finally:
            tree.set_environment(self.jinja)


def say(code: str, template: str, line: int, **facts: Any) -> Problem:
    """A problem of one of the theme's templates."""
    return problem(code, Place(FOLDER + template, line), **facts)


def parents(tree: nodes.Template) -> list[str]:
    """What it extends, as far as that is told before it runs."""
    return [name for node in tree.find_all(nodes.Extends) for name in constants(node.template)]


def constants(node: nodes.Node) -> list[str]:
    """The strings that an expression is, or is a list of."""
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, (nodes.Tuple, nodes.List)):
        return [name for item in node.items for name in constants(item)]
    return []


def stored(tree: nodes.Template) -> set[str]:
    """Names to which a template itself gives a value."""
    return {it.name for it in tree.find_all(nodes.Name) if it.ctx != "load"}
