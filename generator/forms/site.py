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


class DataForm(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """Which data files the site offers."""

    formats: Annotated[
        tuple[Literal["jsonl", "csv", "sqlite"], ...],
        Meta(description="提供哪几种数据文件：jsonl、csv、sqlite；一种也不列则都不提供"),
    ] = ("jsonl", "csv", "sqlite")
    index: Annotated[
        Literal["auto", "full", "light"],
        Meta(
            description="SQLite 文件里是否为全部句子建全文索引：full 建；light 只为标题和名称建，"
            "文章多时编得快；auto 两万句以内建"
        ),
    ] = "auto"
    licence: Annotated[
        str, Meta(max_length=300, description="数据以什么许可提供，写在数据页上，如 CC BY 4.0")
    ] = ""


class SaveForm(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """What readers can take away or share; all of it is off unless asked for."""

    epub: Annotated[
        bool, Meta(description="每个专题另出一本电子书（EPUB 3），各条附注原句和出处")
    ] = False
    pictures: Annotated[
        bool,
        Meta(
            description="每个专题、每篇文章另有一张图（PNG），在别处转发网址时显示；要装有 Pillow 和中文字体"
        ),
    ] = False
    font: Annotated[
        str, Meta(max_length=300, description="画图用的中文字体文件；不写则用系统里常见的")
    ] = ""


TwinName = Annotated[
    str,
    Meta(
        # A name without characters would stand between any two.
        pattern=r"^[^=\n]*[^=\s][^=\n]*(?:=[^=\n]*[^=\s][^=\n]*)?(?![\s\S])",
        max_length=80,
        description="名称，或“简体=繁体”",
        extra={"problem": "twin-name-form"},
    ),
]


class TwinForm(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """The site once more in the other script."""

    language: Annotated[
        Literal["", "zh-Hant"],
        Meta(description="另出一份繁体的网站，放在 zh-Hant/ 下；由简体转换，要装有 OpenCC"),
    ] = ""
    names: Annotated[
        tuple[TwinName, ...],
        Meta(
            description="转换时照写的名称：“后里”不变，“丰子恺=豐子愷”写作等号后的；人名一般不必列",
            max_length=200,
            extra_json_schema={"uniqueItems": True},
        ),
    ] = ()


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
        Literal["zh-Hans", "zh-Hant"], Meta(description="内容的文字：zh-Hans 简体，zh-Hant 繁体")
    ] = "zh-Hans"
    interface: Annotated[
        Literal["", "zh-Hans", "zh-Hant", "en"],
        Meta(description="界面的语言：zh-Hans 简体，zh-Hant 繁体，en 英语；不写则同内容"),
    ] = ""
    unlinked: Annotated[Names, Meta(description="全站都不自动链接的名称")] = ()
    data: Annotated[DataForm, Meta(description="数据文件")] = DataForm()
    save: Annotated[SaveForm, Meta(description="供读者保存、转发的文件")] = SaveForm()
    twin: Annotated[TwinForm, Meta(description="繁体的一份")] = TwinForm()
    limits: Annotated[LimitsForm, Meta(description="文件大小等限制")] = LimitsForm()
