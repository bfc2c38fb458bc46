"""The front matter of `articles/*.md`: what the text itself does not say."""

from __future__ import annotations

import datetime
from typing import Annotated

from msgspec import Meta, Struct

from generator.forms.fields import Name, Names, Paragraph, Slug, Slugs

Authors = Annotated[Name | Names, Meta(description="作者，一位或多位")]


class ArticleForm(Struct, frozen=True, forbid_unknown_fields=True):
    """An authored article. Where a field is empty the text or the file name decides."""

    title: Annotated[
        str,
        Meta(max_length=200, description="标题；不写则取正文第一个“# 标题”，再不然取文件名"),
    ] = ""
    date: Annotated[datetime.date | None, Meta(description="发表日期，如 2022-10-10")] = None
    tags: Annotated[Names, Meta(description="标签")] = ()
    source: Annotated[str, Meta(max_length=200, description="出处：报刊或机构名称")] = ""
    edition: Annotated[str, Meta(max_length=80, description="版次；不知道就不写")] = ""
    author: Authors = ()
    authors: Authors = ()
    slug: Annotated[Slug | None, Meta(description="网址末段；不写则由文件名或标题的拼音而来")] = (
        None
    )
    aliases: Annotated[Slugs, Meta(description="用过的网址末段，旧链接仍能打开")] = ()
    summary: Annotated[Paragraph, Meta(description="编者写的提要")] = ""
    unlinked: Annotated[Names, Meta(description="本文中不自动链接的名称")] = ()
    draft: Annotated[bool, Meta(description="true 为草稿，不发布")] = False

    @property
    def byline(self) -> tuple[str, ...]:
        """The authors, whichever of the two keys they were written under, each once."""
        given = [
            (names,) if isinstance(names, str) else names for names in (self.author, self.authors)
        ]
        return tuple(dict.fromkeys(name for names in given for name in names))
