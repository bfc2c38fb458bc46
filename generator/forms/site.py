"""`site.toml`: what the website is called, where it will stand and how large its files may be."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from generator.forms.fields import URL_PATTERN, Line, Names, Paragraph


class LimitsForm(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """Limits an editor may raise or lower."""

    file_bytes: Annotated[
        int,
        Meta(ge=1000, le=50_000_000, description="一篇文章或一页源文件最多多少字节"),
    ] = 2_000_000


class SiteForm(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    title: Annotated[Line, Meta(description="网站名称")]
    tagline: Annotated[str, Meta(max_length=100, description="名称下的一句话")] = ""
    description: Annotated[Paragraph, Meta(description="网站简介，首页和搜索引擎用")] = ""
    base_url: Annotated[
        str,
        Meta(
            pattern=rf"^(?![\s\S])|{URL_PATTERN}",
            max_length=200,
            description="网站的完整地址，如 https://example.org/wiki/；不写则没有站点地图和订阅源",
            extra={"problem": "url-form"},
        ),
    ] = ""
    language: Annotated[
        Literal["zh-Hans", "zh-Hant"], Meta(description="文字：zh-Hans 简体，zh-Hant 繁体")
    ] = "zh-Hans"
    unlinked: Annotated[Names, Meta(description="全站都不自动链接的名称")] = ()
    limits: Annotated[LimitsForm, Meta(description="文件大小等限制")] = LimitsForm()
