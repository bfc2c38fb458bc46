"""YAML text -> plain data with every scalar as text, and all syntax errors; no tag is obeyed.

What a scalar means is for the form to say, so a title may be `no`, `2022` or `12:30`. An entry
with a syntax error is set aside and the rest read on, so that one build reports everything.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, cast

from generator.forms.faults import Key, Lines
from generator.forms.plain_yaml import plain_mapping
from generator.forms.values import shown
from generator.forms.yaml_errors import Trouble, explain, frequent_slips
from generator.model.problem import Place, Problem, problem

if TYPE_CHECKING:
    from yaml import MappingNode, ScalarNode, SequenceNode

    Node = MappingNode | ScalarNode | SequenceNode

# PyYAML's composer calls itself for each level, in C, and would overflow the stack.
DEEPEST = 12
_SURELY_SHALLOW = 1000
"""Characters: shorter text can't nest deep enough to do harm."""
_ROUNDS = 20


class YamlDocument(NamedTuple):
    """The data of a mapping and what was wrong with its syntax."""

    data: dict[str, object]
    problems: tuple[Problem, ...]


def read_yaml(text: str, file: str, first_line: int) -> YamlDocument:
    """Read a mapping. `first_line` is where `text` begins in its file."""
    plain = plain_mapping(text)
    if plain is not None:
        return YamlDocument(dict(plain), ())
    troubles: list[Trouble] = []
    node = _compose(text, troubles)
    data: object = {}
    if node is not None:
        data = _data(node, troubles, first_line, 0)
    if not isinstance(data, dict):
        if not troubles:
            wrong = Trouble("yaml-not-mapping", 0, (("found", shown(data)),))
            troubles = frequent_slips(text) or [wrong]
        data = {}
    return YamlDocument(
        data,
        tuple(
            problem(item.code, Place(file, first_line + item.line), **dict(item.facts))
            for item in sorted(troubles, key=lambda item: item.line)
        ),
    )


def yaml_lines(text: str, first_line: int) -> Lines:
    """The line of every key and entry that can be read."""
    node = _compose(text, [])
    found: dict[Key, int] = {}
    if node is not None:
        _collect_lines(node, (), first_line, found, 0)
    return found


def _compose(text: str, troubles: list[Trouble]) -> Node | None:
    """The root node of what is left when entries with syntax errors are blanked out."""
    import yaml  # heavy, and most front matter is read without it

    loader_type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for _ in range(_ROUNDS):
        found = _forbidden(text)
        if not found:
            loader = loader_type(text)
            try:
                return cast("Node | None", loader.get_single_node())
            except yaml.YAMLError as error:
                found = frequent_slips(text) or [explain(error, text)]
            finally:
                loader.dispose()
        troubles += found
        remaining = text
        for trouble in found:
            remaining = _blank_entry(remaining, trouble.line)
        if remaining == text:
            break
        text = remaining
    return None


def _forbidden(text: str) -> list[Trouble]:
    """Anchors, aliases, tags and deep nesting: everything that makes YAML more than data."""
    if len(text) <= _SURELY_SHALLOW and not any(sign in text for sign in "&*!"):
        return []
    import yaml

    loader_type = getattr(yaml, "CLoader", yaml.Loader)
    found: list[Trouble] = []
    depth = 0
    loader = loader_type(text)
    try:
        while loader.check_event():
            event = loader.get_event()
            line = event.start_mark.line
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > DEEPEST:
                return [*found, Trouble("yaml-deep", line, (("limit", str(DEEPEST)),))]
            if getattr(event, "anchor", None) is not None:
                found.append(Trouble("yaml-alias", line, (("name", shown(event.anchor)),)))
            elif getattr(event, "tag", None) is not None:
                found.append(Trouble("yaml-tag", line, (("tag", _written_tag(event.tag)),)))
    except yaml.YAMLError:
        pass  # composing meets the same error and explains it
    finally:
        loader.dispose()
    return found


def _written_tag(tag: str) -> str:
    return shown(tag.replace("tag:yaml.org,2002:", "!!"))


def _blank_entry(text: str, line: int) -> str:
    """The text without the top-level entry that holds the 0-based line; line numbers stay."""
    lines = text.split("\n")
    start = min(line, len(lines) - 1)
    while start > 0 and not _ENTRY.match(lines[start]):
        start -= 1
    end = start + 1
    while end < len(lines) and not _ENTRY.match(lines[end]):
        end += 1
    return "\n".join([*lines[:start], *[""] * (end - start), *lines[end:]])


_ENTRY = re.compile(r"[^\s#\-]")


def _data(node: Node, troubles: list[Trouble], first_line: int, depth: int) -> object:
    """Text, list or dict; None for an empty plain scalar and for `~`."""
    value = node.value
    if isinstance(value, str):
        # Plain scalars have the style "" from libyaml and None from PyYAML's own parser.
        return None if value in ("", "~") and not getattr(node, "style", "") else value
    if depth > DEEPEST:
        troubles.append(Trouble("yaml-deep", node.start_mark.line, (("limit", str(DEEPEST)),)))
        return None
    if node.id == "sequence":
        return [_data(item, troubles, first_line, depth + 1) for item in value]
    data: dict[str, object] = {}
    first: dict[str, int] = {}
    for key_node, item_node in value:
        key, line = key_node.value, key_node.start_mark.line
        if not isinstance(key, str):
            troubles.append(Trouble("yaml-key", line, ()))
        elif key in first:
            facts = (("key", shown(key)), ("first", str(first_line + first[key])))
            troubles.append(Trouble("key-repeated", line, facts))
        else:
            first[key] = line
            item = _data(item_node, troubles, first_line, depth + 1)
            if item is not None:
                data[key] = item
    return data


def _collect_lines(
    node: Node, key: Key, first_line: int, found: dict[Key, int], depth: int
) -> None:
    if depth > DEEPEST or isinstance(node.value, str):
        return
    for index, item in enumerate(node.value):
        if node.id == "sequence":
            here, below, marked = (*key, index), item, item
        else:
            marked, below = item
            here = (*key, marked.value if isinstance(marked.value, str) else "")
        found.setdefault(here, first_line + marked.start_mark.line)
        _collect_lines(below, here, first_line, found, depth + 1)
