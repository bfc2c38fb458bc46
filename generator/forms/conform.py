"""Plain data + the type of a form -> the form, or every fault in the data, each with its key path.

msgspec is the judge; it stops at its first error, so only data it refuses is walked field by
field. The walk also mends what has one meaning only (a time of day after a date is dropped).
"""

from __future__ import annotations

import enum
import functools
import types
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, TypeVar

import msgspec
from msgspec import inspect

from generator.forms.faults import Fault, Key, fault, path_text
from generator.forms.values import Notation, check_scalar, shown

F = TypeVar("F", bound=msgspec.Struct)


class Whole(enum.Enum):
    """Whether the data is all that the author wrote."""

    ALL = "all"
    REMAINDER = "remainder"
    """Parts with syntax errors were left out, so a missing key proves nothing."""


def conform(
    data: Mapping[str, object], form: type[F], notation: Notation, whole: Whole = Whole.ALL
) -> tuple[F | None, tuple[Fault, ...]]:
    """The form, or None and all faults, in the order of the data."""
    try:
        value = msgspec.convert(data, form, strict=notation is Notation.TYPED)
    except msgspec.ValidationError:
        pass
    else:
        if _is_surely_clean(data, _unique_keys(form)):
            return value, ()
    walk = _Walk(notation, whole)
    mended = walk.value(data, _type_info(form), ())
    if walk.faults:
        return None, tuple(walk.faults)
    try:
        return msgspec.convert(mended, form, strict=notation is Notation.TYPED), ()
    except msgspec.ValidationError as error:
        # The walk knows fewer rules than msgspec: say at least what msgspec says.
        unlisted = () if whole is Whole.REMAINDER else (fault("value-wrong", (), reason=error),)
        return None, unlisted


def _is_surely_clean(data: Mapping[str, object], unique: tuple[str, ...] | None) -> bool:
    """True where the rules msgspec doesn't know (no control characters, no blanks alone, no entry twice) hold."""
    if unique is None:
        return False
    for key in unique:
        entries = data.get(key)
        if isinstance(entries, list) and len(set(entries)) != len(entries):
            return False
    return _is_printable(data.values())


def _is_printable(values: Iterable[object]) -> bool:
    for value in values:
        if isinstance(value, str):
            if not value.isprintable() or value.isspace():
                return False
        elif isinstance(value, list):
            if not _is_printable(value):
                return False
        elif isinstance(value, dict) and not _is_printable(value.values()):
            return False
    return True


@functools.cache
def _type_info(form: type[msgspec.Struct]) -> inspect.Type:
    return inspect.type_info(form)


@functools.cache
def _unique_keys(form: type[msgspec.Struct]) -> tuple[str, ...] | None:
    """Keys of the form's lists that forbid an entry twice; None if any lies deeper."""
    info = _type_info(form)
    assert isinstance(info, inspect.StructType)
    found = {field.encode_name: _unique_depth(field.type) for field in info.fields}
    if any(depth > 1 for depth in found.values()):
        return None
    return tuple(key for key, depth in found.items() if depth)


def _unique_depth(info: inspect.Type) -> int:
    """How deep lists of unique entries lie: 0 none, 1 the value itself, 2 deeper."""
    plain = _plain(info)
    below: tuple[inspect.Type, ...] = ()
    if isinstance(plain.type, inspect.UnionType):
        return max(_unique_depth(member) for member in plain.type.types)
    if isinstance(plain.type, inspect.StructType):
        below = tuple(field.type for field in plain.type.fields)
    elif isinstance(plain.type, _LISTS):
        below = (plain.type.item_type,)
    if any(_unique_depth(member) for member in below):
        return 2
    return 1 if plain.unique else 0


_LISTS = (inspect.VarTupleType, inspect.ListType)


class _Plain(NamedTuple):
    """A type without its wrapping, and what the wrapping says."""

    type: inspect.Type
    extra: Mapping[str, Any]
    unique: bool


def _plain(info: inspect.Type) -> _Plain:
    extra: Mapping[str, Any] = types.MappingProxyType({})
    unique = False
    while isinstance(info, inspect.Metadata):
        extra = {**(info.extra or {}), **extra}
        unique = unique or bool((info.extra_json_schema or {}).get("uniqueItems"))
        info = info.type
    return _Plain(info, extra, unique)


class _Walk:
    """One walk over the data of one file; collects faults as it goes."""

    def __init__(self, notation: Notation, whole: Whole) -> None:
        self.notation = notation
        self.whole = whole
        self.faults: list[Fault] = []

    def value(self, value: object, info: inspect.Type, key: Key) -> object:
        """Check one value; return it in the shape msgspec takes."""
        plain = _plain(info)
        if isinstance(plain.type, inspect.UnionType):
            return self.value(value, _branch(value, plain.type), key)
        if isinstance(plain.type, inspect.StructType):
            return self._table(value, plain.type, key)
        if isinstance(plain.type, _LISTS):
            return self._list(value, plain, key)
        mended, faults = check_scalar(value, plain.type, plain.extra, key, self.notation)
        self.faults += faults
        return mended

    def _table(self, value: object, info: inspect.StructType, key: Key) -> object:
        if not isinstance(value, Mapping):
            self._say("value-not-table", key, found=shown(value))
            return value
        fields = {field.encode_name: field for field in info.fields}
        mended = {}
        for name, item in value.items():
            if name in fields:
                mended[name] = self.value(item, fields[name].type, (*key, name))
            else:
                self.faults.append(_unknown(name, tuple(fields), key))
        if self.whole is Whole.ALL:
            for name, field in fields.items():
                if field.required and name not in value:
                    self._say("key-missing", key, key=path_text((*key, name)))
        return mended

    def _list(self, value: object, plain: _Plain, key: Key) -> object:
        info = plain.type
        assert isinstance(info, _LISTS)
        if not isinstance(value, list):
            wants_tables = isinstance(_plain(info.item_type).type, inspect.StructType)
            if wants_tables and isinstance(value, Mapping):
                self._say("value-not-tables", key, key=path_text(key))
            else:
                self._say("value-not-list", key, key=path_text(key), found=shown(value))
            return value
        count = len(value)
        if info.max_length is not None and count > info.max_length:
            self._say("list-too-long", key, key=path_text(key), count=count, limit=info.max_length)
        if info.min_length is not None and count < info.min_length:
            self._say("list-too-short", key, key=path_text(key), count=count, limit=info.min_length)
        if plain.unique:
            self._find_repeated(value, key)
        return [self.value(item, info.item_type, (*key, i)) for i, item in enumerate(value)]

    def _find_repeated(self, entries: list[object], key: Key) -> None:
        seen: set[str] = set()
        for i, entry in enumerate(entries):
            if isinstance(entry, str):
                if entry in seen:
                    self._say("entry-repeated", (*key, i), key=path_text(key), value=shown(entry))
                seen.add(entry)

    def _say(self, code: str, at: Key, **facts: object) -> None:
        facts.setdefault("key", path_text(at))
        self.faults.append(fault(code, at, **facts))


def _branch(value: object, union: inspect.UnionType) -> inspect.Type:
    """The member of the union that the author most likely meant."""
    members = [(member, _plain(member).type) for member in union.types]
    wanted: tuple[type, ...] = (inspect.NoneType,) if value is None else ()
    if isinstance(value, list):
        wanted = _LISTS
    elif isinstance(value, Mapping):
        wanted = (inspect.StructType,)
    for member, plain in members:
        if isinstance(plain, wanted):
            return member
    return next(
        member
        for member, plain in members
        if not isinstance(plain, (*_LISTS, inspect.StructType, inspect.NoneType))
    )


# What other systems, and Chinese writers, call the same thing.
_SYNONYMS = {
    "categories": "tags", "category": "tags", "keywords": "tags", "tag": "tags",
    "标签": "tags", "关键词": "tags", "分类": "tags",
    "description": "summary", "excerpt": "summary", "abstract": "summary", "摘要": "summary",
    "name": "title", "headline": "title", "标题": "title", "题目": "title",
    "published": "date", "pubdate": "date", "publishdate": "date", "created": "date",
    "日期": "date", "发表日期": "date",
    "byline": "author", "作者": "author", "publication": "source", "paper": "source",
    "来源": "source", "出处": "source", "报纸": "source", "page": "edition", "版次": "edition",
    "permalink": "slug", "url": "slug", "id": "slug", "网址": "slug",
    "alias": "aliases", "别名": "aliases", "term": "terms", "词语": "terms",
    "type": "kind", "类别": "kind", "baseurl": "base_url", "lang": "language",
    "languagecode": "language", "subtitle": "tagline", "person": "people", "persons": "people",
    "organization": "organisations", "organizations": "organisations", "orgs": "organisations",
    "place": "places", "locations": "places", "comment": "note", "notes": "note",
}  # fmt: skip


def _unknown(name: object, known: tuple[str, ...], key: Key) -> Fault:
    import difflib  # only a mistake needs it

    written = str(name)
    at = (*key, written)
    folded = {_fold(candidate): candidate for candidate in known}
    guess = folded.get(_fold(written)) or _SYNONYMS.get(_fold(written))
    if guess not in known:
        guess = next(iter(difflib.get_close_matches(_fold(written), folded, 1, 0.7)), None)
        guess = folded.get(guess) if guess else None
    if guess:
        return fault("key-misspelt", at, key=path_text(at), guess=guess)
    return fault("key-unknown", at, key=path_text(at), known="、".join(known))


def _fold(name: str) -> str:
    return name.lower().replace("-", "").replace("_", "").replace(" ", "")
