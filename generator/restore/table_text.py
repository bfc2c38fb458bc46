"""One table of a review form -> its lines in the file, with what an editor needs to judge it.

What is told beside the values are comments of the table, above its keys: each question can be
answered from the file alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import msgspec

from generator.forms.marks import mark_of
from generator.forms.review import JoinForm, JumpForm, QuestionForm, ReviewForm
from generator.restore.lines import LineFinder

_TAIL = 30
"""Characters shown of the end of a line that breaks off."""
_HEAD = 20
"""Characters shown of the beginning of a line that may go on from it."""
_ORDER = {
    "articles": (
        "slug", "label", "kicker", "title", "title-doubt", "heading", "byline", "jump", "after",
        "body", "credit", "unsure", "by",
    ),
    "questions": ("tail", "heads", "p", "missing", "by", "answer"),
}  # fmt: skip
_SPREAD = frozenset(("body", "heads", "unsure"))
"""Lists with a line for each entry."""
_ALWAYS = frozenset(("answer", "body"))


Grounds = Mapping[tuple[int, int], str]
"""(tail, head) -> why the one may go on in the other."""


class TableText:
    """Writes tables about one page."""

    def __init__(self, finder: LineFinder, grounds: Grounds) -> None:
        """`finder` is asked for the lines that the tables speak of."""
        self._finder = finder
        self._grounds = grounds

    def write(self, kind: str, table: Any) -> list[str]:
        """The lines from `[[kind]]` to the mark, without line breaks."""
        values = msgspec.to_builtins(table)
        form: type[msgspec.Struct] = type(table)
        defaults = _defaults(form)
        lines = [f"[[{kind}]]", *self._comments(table)]
        names = _ORDER.get(kind) or (*(it for it in values if it not in ("by", "mark")), "by")
        for name in names:
            if name in _ALWAYS or values[name] != defaults.get(name, ...):
                lines += _pair(name, values[name])
        lines.append(f'mark = "{mark_of(lines)}"')
        return lines

    def _comments(self, table: Any) -> Iterator[str]:
        if isinstance(table, JoinForm):
            yield f"# …{self._end(table.tail)} | {self._beginning(table.head)}…"
        elif isinstance(table, QuestionForm):
            yield f"# …{self._end(table.tail)} | 下面接哪一行？"
            for head, p in zip(table.heads, table.p, strict=False):
                number = head.partition(" ")[0]
                ground = self._grounds.get((int(table.tail.partition(" ")[0]), int(number)), "")
                told = f"  {_plain(ground)}" if ground else ""
                yield f"#   {number} | {self._beginning(head)}…  {p:.2f}{told}"
            yield f"#   … | 下文不在这一页  {table.missing:.2f}"
        elif isinstance(table, JumpForm) and not table.sure:
            yield "# 接得上吗？接得上就把 sure 改成 true；不对就删去 mark 一行，程序不再问。"

    def _end(self, name: str) -> str:
        return _plain(self._text(name)[-_TAIL:])

    def _beginning(self, name: str) -> str:
        return _plain(self._text(name)[:_HEAD])

    def _text(self, name: str) -> str:
        line = self._finder.find(name, ())
        return line.text.strip() if line is not None else ""


def tables_of(form: ReviewForm, kinds: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """(kind, table) of all tables of these kinds."""
    for kind in kinds:
        for table in getattr(form, kind):
            yield kind, table


@cache
def _defaults(form: type[msgspec.Struct]) -> Mapping[str, object]:
    fields = msgspec.structs.fields(form)
    return {
        it.encode_name: msgspec.to_builtins(it.default)
        for it in fields
        if it.default is not msgspec.NODEFAULT
    }


def _pair(name: str, value: object) -> Iterator[str]:
    if isinstance(value, list | tuple) and (name in _SPREAD and value):
        yield f"{name} = ["
        for it in value:
            yield f"  {_value(it)},"
        yield "]"
    else:
        yield f"{name} = {_value(value)}"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        # JSON's strings are also TOML's.
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_value(it)}" for key, it in value.items()) + " }"
    return repr(value)


def _plain(text: str) -> str:
    return "".join(it if it.isprintable() else " " for it in text)
