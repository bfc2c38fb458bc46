"""One scalar + its type -> the scalar as msgspec takes it, and what is wrong with it."""

from __future__ import annotations

import datetime
import enum
import math
import operator
import re
from collections.abc import Mapping
from typing import Any

from msgspec import inspect

from generator.forms.faults import Fault, Key, fault, path_text


class Notation(enum.Enum):
    """How the file writes values."""

    TEXT = "text"
    """YAML as we read it: every scalar is text, the form says what it means."""
    TYPED = "typed"
    """TOML: the value itself says what it is."""


def check_scalar(
    value: object, info: inspect.Type, extra: Mapping[str, Any], key: Key, notation: Notation
) -> tuple[object, list[Fault]]:
    """Check text, number, truth value, day or choice."""
    if isinstance(info, inspect.StrType):
        if notation is Notation.TEXT and isinstance(value, str):
            # YAML's block scalars end in a line break that nobody means.
            value = value.removesuffix("\n")
        return value, _check_text(value, info, extra, key)
    if isinstance(info, inspect.DateType):
        return _check_day(value, key)
    if isinstance(info, (inspect.LiteralType, inspect.EnumType)):
        return value, _check_choice(value, info, key)
    if isinstance(info, inspect.BoolType):
        return _check_truth(value, key, notation)
    if isinstance(info, (inspect.IntType, inspect.FloatType)):
        return _check_number(value, info, key, notation)
    return value, []


def shown(value: object) -> str:
    """The value on one short line, to be quoted in a message."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "[…]" if value else "[]"
    if isinstance(value, Mapping):
        return "{…}"
    text = "" if value is None else str(value)
    clean = "".join(char if char.isprintable() else f"\\u{ord(char):04X}" for char in text[:61])
    return clean if len(clean) <= 60 else clean[:59] + "…"


def _check_text(
    value: object, info: inspect.StrType, extra: Mapping[str, Any], key: Key
) -> list[Fault]:
    name = path_text(key)
    if isinstance(value, str) and info.min_length and not value.strip():
        return [fault("text-empty", key, key=name)]
    if value is None or value == "":
        may_be_empty = not info.min_length and (not info.pattern or re.search(info.pattern, ""))
        return [] if value == "" and may_be_empty else [fault("text-empty", key, key=name)]
    if not isinstance(value, str):
        return [fault("value-not-text", key, key=name, found=shown(value))]
    found = (_CONTROL_IN_LINES if extra.get("lines") else _CONTROL).search(value)
    if found:
        return [fault("text-control", key, key=name, character=f"U+{ord(found[0]):04X}")]
    length = len(value)
    if info.max_length is not None and length > info.max_length:
        return [fault("text-too-long", key, key=name, count=length, limit=info.max_length)]
    if info.min_length is not None and length < info.min_length:
        return [fault("text-too-short", key, key=name, count=length, limit=info.min_length)]
    if info.pattern and not re.search(info.pattern, value):
        code = extra.get("problem", "text-form")
        return [fault(code, key, key=name, value=shown(value))]
    return []


_CONTROL = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_CONTROL_IN_LINES = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def _check_day(value: object, key: Key) -> tuple[object, list[Fault]]:
    name = path_text(key)
    if isinstance(value, datetime.datetime):
        return value.date(), []
    if isinstance(value, datetime.date):
        return value, []
    if not isinstance(value, str):
        return value, [fault("value-not-date", key, key=name, found=shown(value))]
    iso = _ISO_DAY.fullmatch(value.strip())
    loose = iso or _LOOSE_DAY.fullmatch(value.strip())
    if loose is None:
        return value, [fault("date-form", key, key=name, value=shown(value))]
    try:
        day = datetime.date(*map(int, loose.groups()))
    except ValueError:
        return value, [fault("date-impossible", key, key=name, value=shown(value))]
    if iso is None:
        return value, [fault("date-rewrite", key, key=name, value=shown(value), rewrite=day)]
    return day, []


# A time of day and a zone may follow, as other systems write them; only the day is used.
_ISO_DAY = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
    r"(?:(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?"
    r"[ \t]*(?:[Zz]|[+-][0-9]{1,2}(?::?[0-9]{2})?)?)?"
)
_LOOSE_DAY = re.compile(r"([0-9]{4})[-/.年]\s*([0-9]{1,2})[-/.月]\s*([0-9]{1,2})日?")


def _check_choice(
    value: object, info: inspect.LiteralType | inspect.EnumType, key: Key
) -> list[Fault]:
    if isinstance(info, inspect.LiteralType):
        choices = tuple(map(str, info.values))
    else:
        choices = tuple(str(member.value) for member in info.cls)
    if isinstance(value, str) and value in choices:
        return []
    return [
        fault(
            "value-not-choice",
            key,
            key=path_text(key),
            found=shown(value),
            choices="、".join(filter(None, choices)),
        )
    ]


_TRUTH = {
    **dict.fromkeys(("true", "yes", "on"), True),
    **dict.fromkeys(("false", "no", "off"), False),
}


def _check_truth(value: object, key: Key, notation: Notation) -> tuple[object, list[Fault]]:
    if isinstance(value, bool):
        return value, []
    if notation is Notation.TEXT and isinstance(value, str) and value.lower() in _TRUTH:
        return _TRUTH[value.lower()], []
    return value, [fault("value-not-truth", key, key=path_text(key), found=shown(value))]


def _check_number(
    value: object, info: inspect.IntType | inspect.FloatType, key: Key, notation: Notation
) -> tuple[object, list[Fault]]:
    name = path_text(key)
    wants_integer = isinstance(info, inspect.IntType)
    number = value
    if notation is Notation.TEXT and isinstance(value, str):
        number = _number(value)
    fits = isinstance(number, int) or (isinstance(number, float) and not wants_integer)
    if not fits or isinstance(number, bool) or (isinstance(number, float) and math.isnan(number)):
        code = "value-not-integer" if wants_integer else "value-not-number"
        return value, [fault(code, key, key=name, found=shown(value))]
    assert isinstance(number, (int, float))
    for bound, sign, inside in (
        (info.ge, "≥", operator.ge),
        (info.gt, ">", operator.gt),
        (info.le, "≤", operator.le),
        (info.lt, "<", operator.lt),
    ):
        if bound is not None and not inside(number, bound):
            facts = {"key": name, "value": shown(number), "bound": f"{sign} {bound}"}
            return value, [fault("number-range", key, **facts)]
    return number, []


def _number(text: str) -> int | float | None:
    if re.fullmatch(r"[+-]?[0-9]{1,18}", text):
        return int(text)
    if re.fullmatch(r"[+-]?[0-9]{1,18}(\.[0-9]{1,18})?([eE][+-]?[0-9]{1,3})?", text):
        return float(text)
    return None
