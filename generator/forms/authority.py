"""`authority/*.toml`: who and what the names in the texts stand for, as editors decided."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from generator.forms.correct import CorrectForm
from generator.forms.fields import Name, Names, Paragraph, Slug, Slugs


class EntryForm(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """One person, organisation, place or term."""

    name: Annotated[Name, Meta(description="正式名称")]
    aliases: Annotated[Names, Meta(description="别名、简称、旧称")] = ()
    slug: Annotated[Slug | None, Meta(description="网址末段；不写则由名称的拼音而来")] = None
    moved_from: Annotated[Slugs, Meta(description="用过的网址末段，旧链接仍能打开")] = ()
    note: Annotated[Paragraph, Meta(description="编者的说明，显示在该词条页")] = ""


class PersonForm(EntryForm, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """A person, of a name that others may have too."""

    of: Annotated[
        Names,
        Meta(description="是哪些单位的这个人；同名的不止一位时写，各写各的单位"),
    ] = ()


NameGroup = Annotated[
    tuple[Name, ...],
    Meta(min_length=2, max_length=50, extra_json_schema={"uniqueItems": True}),
]


class AuthorityForm(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """The whole file; several files count as one."""

    people: Annotated[tuple[PersonForm, ...], Meta(description="人物")] = ()
    organisations: Annotated[tuple[EntryForm, ...], Meta(description="机构")] = ()
    places: Annotated[tuple[EntryForm, ...], Meta(description="地点")] = ()
    terms: Annotated[tuple[EntryForm, ...], Meta(description="术语、概念")] = ()
    same: Annotated[
        tuple[NameGroup, ...],
        Meta(description='每组名称指同一对象，如 [["国家发改委", "国家发展和改革委员会"]]'),
    ] = ()
    not_same: Annotated[
        tuple[NameGroup, ...],
        Meta(
            description="每组名称不是同一对象，程序不把一个当作另一个的简称；"
            "同名的人写成“姓名（单位）”，如 李伟（青石县水利局）"
        ),
    ] = ()
    not_a_name: Annotated[
        tuple[Name, ...],
        Meta(
            max_length=10_000,
            description="看似名称而不是名称的词语",
            extra_json_schema={"uniqueItems": True},
        ),
    ] = ()
    correct: Annotated[
        tuple[CorrectForm, ...], Meta(description="程序在某一处读错的：改正、补上或去掉")
    ] = ()
