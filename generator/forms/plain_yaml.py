"""Front matter as nearly everyone writes it -> its data, without a YAML parser; else None.

`key: value`, `key: [a, b]` and a list of `- item` lines, with values that start with a letter,
digit or Chinese character or are quoted simply.
Whatever looks otherwise is left to the full parser; what is read here reads the same there
(a test compares the two). It saves importing YAML in a build that changes little.
"""

from __future__ import annotations

import re

Plain = str | list[str]

# No ASCII punctuation first, so no indicator of YAML's; no line break of YAML 1.1 anywhere.
_FIRST = r"[^\x00-/:-@\[-`{-\xa0\u2028\u2029\ufeff]"
_BREAKS = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff"
# Repetitions are possessive (`*+`): a long run of spaces must not be tried at every length.
# A colon ends a key only before white space, a number sign begins a comment only after it.
_REST = rf"[^:#{_BREAKS}]*+(?:(?::(?=\S)|(?<=\S)#)[^:#{_BREAKS}]*+)*+"
_FLOW = rf"[^:#,\[\]{{}}\"'?{_BREAKS}]*+"
# In brackets, quoted entries may hold neither comma nor quote: the list is cut at commas.
_ITEM = rf"(?:{_FIRST}{_FLOW}|\"[^\"',\\{_BREAKS}]*+\"[ ]*+|'[^\"',{_BREAKS}]*+'[ ]*+)"
_LINE = re.compile(
    rf"(?:(?P<key>[a-z][a-z_-]*):|(?P<dash>[ ]*+)-(?=\ ))"
    rf"(?:[ ]++(?:(?P<plain>{_FIRST}{_REST})"
    rf"|\"(?P<double>[^\"\\{_BREAKS}]*+)\"|'(?P<single>[^'{_BREAKS}]*+)'"
    rf"|\[(?P<flow>(?:[ ]*+{_ITEM}(?:,[ ]*+{_ITEM})*)?)\]))?[ ]*+\r?"
)


def plain_mapping(text: str) -> dict[str, Plain] | None:
    """The mapping that the lines of `text` hold, keys without a value left out."""
    data: dict[str, Plain] = {}
    seen = set()
    open_key, dash = "", None
    items: list[str] = []
    for line in text.split("\n"):
        if not line or line == "\r":
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            return None
        key, indent, plain, double, single, flow = match.groups()
        value: str | None = plain.rstrip(" ") if plain is not None else double
        if value is None:
            value = single
        if key is None:
            # An item of the list under the key above; a list whose items stand unevenly, or
            # under no key, is for the full parser to judge.
            if not open_key or value is None or dash not in (None, indent):
                return None
            dash = indent
            items.append(value)
            data[open_key] = items
            continue
        if key in seen:
            return None
        seen.add(key)
        open_key = ""
        if flow is not None:
            data[key] = [item.strip(" ").strip("\"'") for item in flow.split(",")] if flow else []
        elif value is not None:
            data[key] = value
        else:
            open_key, dash, items = key, None, []
    return data
