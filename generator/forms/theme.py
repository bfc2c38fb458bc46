"""`theme/colours.toml`: the few colours and fonts from which the style sheet makes all others."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

_COLOUR = r"^(?![\s\S])|^#[0-9A-Fa-f]{6}(?![\s\S])"
_FONT = r"^[^\"'\\;:{}<>()/*,@\x00-\x1f]+(?![\s\S])"


def _colour(words: str) -> Meta:
    return Meta(
        pattern=_COLOUR,
        max_length=7,
        description=f"{words}，写作 # 和六位十六进制数，如 #1f5f8b",
        extra={"problem": "colour-form"},
    )


class PaletteForm(Struct, frozen=True, forbid_unknown_fields=True):
    """Colours of one mode; what is left out stays as it is."""

    paper: Annotated[str, _colour("纸色，即底色")] = ""
    ink: Annotated[str, _colour("墨色，即原文的颜色")] = ""
    accent: Annotated[str, _colour("朱色，即编者与程序所加的颜色")] = ""


FontName = Annotated[
    str,
    Meta(
        pattern=_FONT,
        min_length=1,
        max_length=80,
        description="字体名称，不加引号",
        extra={"problem": "font-form"},
    ),
]
Fonts = Annotated[
    tuple[FontName, ...], Meta(max_length=12, extra_json_schema={"uniqueItems": True})
]


class FontsForm(Struct, frozen=True, forbid_unknown_fields=True):
    """Font families that are tried before ours."""

    text: Annotated[Fonts, Meta(description="正文和标题的字体，排在宋体之前")] = ()
    interface: Annotated[Fonts, Meta(description="界面文字的字体，排在黑体之前")] = ()
    editor: Annotated[Fonts, Meta(description="编者按和说明的字体，排在楷体之前")] = ()


class ColoursForm(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    light: Annotated[PaletteForm, Meta(description="浅色模式")] = PaletteForm()
    dark: Annotated[PaletteForm, Meta(description="深色模式")] = PaletteForm()
    fonts: Annotated[FontsForm, Meta(description="字体")] = FontsForm()
