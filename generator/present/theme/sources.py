"""Templates of a theme -> everything that can be told of them before any is used."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.problem import Problem
from generator.present.theme.blocks import check_blocks, check_references, unused
from generator.present.theme.loading import FOLDER
from generator.present.theme.markup import check_markup
from generator.present.theme.names import check_names
from generator.present.theme.trees import Trees


def check_templates(own: Mapping[str, str], assets: Mapping[str, str]) -> list[Problem]:
    """own: source by name; assets: address by name below theme/assets/."""
    trees = Trees(own, assets)
    found = trees.problems
    for name, source in own.items():
        found += check_markup(source, FOLDER + name)
    for name in trees.parsed:
        found += check_references(trees, name)
        found += check_names(trees, name)
        found += check_blocks(trees, name)
    return [*found, *unused(trees)]
