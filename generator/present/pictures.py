"""What a share picture says -> PNG, 1200 by 630: the site's look, for a link in a message.

Laid out here to the pixel with Pillow's basic layout, so that the same fonts, words and Pillow give
the same bytes. Pillow is an optional dependency and is imported only when there is something to draw.
"""

from __future__ import annotations

import functools
import io
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import msgspec

from generator.present.save import Font

if TYPE_CHECKING:
    from PIL import ImageFont
    from PIL.ImageDraw import ImageDraw

WIDTH, HEIGHT = 1200, 630
_PAPER, _INK, _SOFT, _LINE, _ZHU = "#fcfcfa", "#1b1c1e", "#595b5f", "#d5d5cf", "#a5301d"
_LEFT, _RIGHT, _TOP, _FOOT = 96, 1104, 72, 560
_TITLES = ((84, 1), (68, 2), (56, 2), (46, 3))
"""Size and lines; the first in which a title fits is taken."""
_WORDS = ((42, 2), (36, 3), (32, 4))
_NOT_FIRST = frozenset("，。、；：？！”’」』）》〉】…—·,.;:?!)]}%")
_NOT_LAST = frozenset("“‘「『（《〈【([{")
_COUNTED = frozenset("年月日时万亿千百多余元个项家户人名次篇件吨亩")
"""A number is not parted from what stands right behind it."""
_CUT = "……"


class Picture(msgspec.Struct, frozen=True, array_like=True):
    """What it says; the file is of nothing else."""

    kicker: str
    title: str
    words: str = ""
    """A sentence, as its source has it."""
    amount: str = ""
    """An amount, as its source has it; it stands instead of the sentence."""
    measure: str = ""
    left: str = ""
    right: str = ""


def draw(picture: Picture, font: Font) -> bytes:
    """The PNG file. Raises OSError if a font can't be read."""
    from PIL import Image
    from PIL.ImageDraw import Draw

    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    pen = Draw(image)
    pen.rectangle((_LEFT - 36, 0, _LEFT - 33, HEIGHT), fill=_ZHU)
    at = _line(pen, _TOP, picture.kicker, _face(font, 30), _ZHU) + 18
    at = _block(pen, at, picture.title, _TITLES, font, bold=True) + 26
    pen.rectangle((_LEFT - 36, at, WIDTH, at + 1), fill=_LINE)
    at += 32
    if picture.amount:
        at = _line(pen, at, picture.measure, _face(font, 32), _SOFT) + 8
        size = 96 if at + 96 < _FOOT - 20 else 64
        _line(pen, at, picture.amount, _face(font, size, bold=True), _INK)
    elif picture.words:
        _block(pen, at, picture.words, _WORDS, font, room=_FOOT - 24 - at)
    small = _face(font, 28)
    _line(pen, _FOOT, picture.left, _face(font, 28, bold=True), _INK)
    wide = small.getlength(picture.right)
    pen.text((_RIGHT - wide, _FOOT), picture.right, font=small, fill=_SOFT)
    out = io.BytesIO()
    # Few colours: some thirty steps from ink to paper and from cinnabar to paper.
    image.quantize(64, dither=Image.Dither.NONE).save(out, "PNG", compress_level=9)
    return out.getvalue()


@functools.lru_cache(maxsize=32)
def _face(font: Font, size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    from PIL import ImageFont

    path = font.bold if bold else font.regular
    return ImageFont.truetype(path, size, font.index, layout_engine=ImageFont.Layout.BASIC)


def _line(pen: ImageDraw, top: int, text: str, face: ImageFont.FreeTypeFont, colour: str) -> int:
    """One line, cut if it is too long; gives where it ends."""
    if not text:
        return top
    [shown] = wrapped(text, face.getlength, _RIGHT - _LEFT, 1)
    pen.text((_LEFT, top), shown, font=face, fill=colour)
    return top + round(face.size * 1.3)


def _block(
    pen: ImageDraw,
    top: int,
    text: str,
    sizes: tuple[tuple[int, int], ...],
    font: Font,
    *,
    bold: bool = False,
    room: int = HEIGHT,
) -> int:
    """Lines in the largest size in which all of the text has its place, else cut in the smallest."""
    for size, most in sizes:
        face = _face(font, size, bold=bold)
        step = round(size * (1.3 if bold else 1.6))
        count = max(1, min(most, room // step))
        lines = _parts(text, face.getlength, count) or wrapped(
            text, face.getlength, _RIGHT - _LEFT, count
        )
        if "".join("".join(lines).split()) == "".join(text.split()):
            break
    for line in lines:
        pen.text((_LEFT, top), line, font=face, fill=_INK)
        top += step
    return top


def _parts(text: str, length: Callable[[str], float], most: int) -> list[str]:
    """A title of two halves breaks between them rather than anywhere; empty: it can't."""
    parts = text.split()
    if length(text) <= _RIGHT - _LEFT or not 1 < len(parts) <= most:
        return []
    return parts if all(length(it) <= _RIGHT - _LEFT for it in parts) else []


def wrapped(text: str, length: Callable[[str], float], width: float, most: int) -> list[str]:
    """Lines no wider than `width`, no stop at the beginning of one; cut with …… after `most`.

    Chinese breaks anywhere but before a stop and after an opening mark (CLREQ, 3.1.3); Latin words
    and numbers are kept whole.
    """
    lines = [""]
    for unit in _units(" ".join(text.split())):
        if length(lines[-1] + unit.rstrip()) <= width or not lines[-1]:
            lines[-1] += unit
        else:
            lines.append(unit.lstrip())
    shown = [line.strip() for line in lines]
    if len(shown) <= most:
        return shown
    last = shown[most - 1]
    while last and length(last + _CUT) > width:
        last = last[:-1]
    return [*shown[: most - 1], last.rstrip("，。、；：“《（") + _CUT]


def _units(text: str) -> Iterator[str]:
    """Stretches that may not be broken."""
    unit = ""
    for char in text:
        joined = unit and (
            char in _NOT_FIRST
            or unit[-1] in _NOT_LAST
            or (unit[-1].isdigit() and char in _COUNTED)
            or (unit[-1] in "万亿" and char in _COUNTED)
            or (char.isascii() and unit[-1].isascii() and not char.isspace() and unit[-1] != " ")
        )
        if unit and not joined:
            yield unit
            unit = ""
        unit += char
    if unit:
        yield unit
