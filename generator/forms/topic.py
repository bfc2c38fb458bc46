"""The front matter of `topics/*.md`: what a topic is called and which terms select its passages."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from generator.forms.fields import Line, Names, SelectingTerm, Slug, Slugs


class TopicForm(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """A topic; the body of its file is the editor's introduction."""

    title: Annotated[Line, Meta(description="专题名称")]
    aliases: Annotated[Names, Meta(description="别名；文中出现也算提到本专题")] = ()
    kind: Annotated[str, Meta(max_length=20, description="类别，如 地区、政策、事件")] = ""
    terms: Annotated[
        tuple[SelectingTerm, ...],
        Meta(
            max_length=200,
            description="选取文段的词语；专题名称和别名不必再写",
            extra_json_schema={"uniqueItems": True},
        ),
    ] = ()
    slug: Annotated[Slug | None, Meta(description="网址末段；不写则由文件名或名称的拼音而来")] = (
        None
    )
    parent: Annotated[Slug | None, Meta(description="上级专题的网址末段")] = None
    moved_from: Annotated[Slugs, Meta(description="用过的网址末段，旧链接仍能打开")] = ()
    draft: Annotated[bool, Meta(description="true 为草稿，不发布")] = False
