"""Blocks and other templates that a theme's template names: each has to be there, and to be shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2 import meta, nodes

from generator.model.problem import Problem
from generator.present.theme.loading import OURS
from generator.present.theme.nearest import nearest
from generator.present.theme.trees import Trees, constants, parents, say

BASE = "base.html"
_POLICY = re.compile(r"http-equiv\s*=\s*[\"']?Content-Security-Policy", re.I)
_SHOWN = re.compile(r"^.*\S.*$", re.M)


def check_references(trees: Trees, name: str) -> Iterator[Problem]:
    """Templates and files of the theme that are asked for and not there."""
    tree = trees.parsed[name]
    for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        assert isinstance(node, (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport))
        for wanted in constants(node.template):
            if wanted == name and isinstance(node, nodes.Extends):
                yield say("theme-extends-itself", name, node.lineno, name=name)
            elif not _is_there(trees, wanted) and not getattr(node, "ignore_missing", False):
                known = [*trees.own, *trees.files, *(OURS + it for it in trees.files)]
                near = nearest(wanted, known)
                yield say("theme-template-missing", name, node.lineno, name=wanted, nearest=near)
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "asset" and call.args:
            for wanted in constants(call.args[0]):
                if wanted not in trees.assets:
                    near = nearest(wanted, trees.assets)
                    yield say("theme-asset-missing", name, call.lineno, name=wanted, nearest=near)


def unused(trees: Trees) -> Iterator[Problem]:
    """Files that replace nothing and that nobody asks for: their names are wrong."""
    asked = {it for tree in trees.parsed.values() for it in meta.find_referenced_templates(tree)}
    if None in asked:
        return  # One tells a name only when it runs: it may ask for any.
    unread = "".join(trees.own[it] for it in trees.own.keys() - trees.parsed.keys())
    for name in sorted(trees.own.keys() - trees.files.keys() - asked):
        if name not in unread:
            yield say("theme-template-unknown", name, 0, nearest=nearest(name, trees.files))


def check_blocks(trees: Trees, name: str) -> Iterator[Problem]:
    """What would not be shown, or would be lost from pages."""
    tree = trees.parsed[name]
    parent = next(iter(parents(tree)), "")
    if not parent and name == BASE:
        yield from _own_frame(trees, tree)
    if not parent:
        return
    # One that extends itself was meant to extend ours.
    parent = OURS + name if parent == name else parent
    known = {it.name for above in trees.chain(parent) for it in above.find_all(nodes.Block)}
    for node in tree.body:
        if isinstance(node, nodes.Output):
            yield from _outside(name, node)
        elif isinstance(node, nodes.Block) and known and node.name not in known:
            near = nearest(node.name, known)
            listed = "、".join(sorted(known))
            facts = {"name": node.name, "nearest": near, "known": listed}
            yield say("theme-block-unknown", name, node.lineno, **facts)


def _is_there(trees: Trees, name: str) -> bool:
    return name in trees.own or name.removeprefix(OURS) in trees.files


def _outside(name: str, output: nodes.Output) -> Iterator[Problem]:
    for node in output.nodes:
        if not isinstance(node, nodes.TemplateData):
            yield say("theme-outside-block", name, node.lineno, found="{{ … }}")
        elif shown := _SHOWN.search(node.data):
            line = node.lineno + node.data.count("\n", 0, shown.start())
            yield say("theme-outside-block", name, line, found=shown[0].strip()[:60])


def _own_frame(trees: Trees, tree: nodes.Template) -> Iterator[Problem]:
    """A base.html of the theme's own takes what pages put into it, and keeps them safe."""
    wanted: set[str] = set()
    for it in map(trees.ours, trees.files):
        if BASE in parents(it):
            wanted |= {node.name for node in it.body if isinstance(node, nodes.Block)}
    for block in sorted(wanted - {it.name for it in tree.find_all(nodes.Block)}):
        yield say("theme-block-missing", BASE, 0, name=block)
    if not _POLICY.search(trees.own[BASE]):
        yield say("theme-policy-missing", BASE, 0)
