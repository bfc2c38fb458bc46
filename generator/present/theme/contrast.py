"""Two colours -> their contrast, and colours between them; the arithmetic of WCAG 2.2."""

from __future__ import annotations

NEEDED = 4.5
"""Of text on its ground: WCAG 2.2, success criterion 1.4.3 (AA)."""

_STEPS = 100


def contrast(one: str, other: str) -> float:
    """From 1 to 21, of two colours as #rrggbb (WCAG 2.2, contrast ratio)."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """`one` with so large a share of the other in it, from 0 to 1; channel by channel."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def legible(colour: str, ground: str, needed: float = NEEDED) -> str:
    """The nearest shade of a colour, darker or lighter, that has the contrast on the ground."""
    ends = ("#000000", "#ffffff") if _luminance(ground) > 0.18 else ("#ffffff", "#000000")
    for end in ends:
        for step in range(_STEPS + 1):
            shade = mixed(colour, end, step / _STEPS)
            if contrast(shade, ground) >= needed:
                return shade
    return ends[0]


def most(share: float, one: str, other: str, *inks: str) -> str:
    """`one` with at most this share of the other, so little that all inks can be read on it."""
    for step in range(_STEPS, -1, -1):
        ground = mixed(one, other, share * step / _STEPS)
        if all(contrast(ink, ground) >= NEEDED for ink in inks):
            return ground
    return one


def _channels(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _luminance(colour: str) -> float:
    """Relative luminance of sRGB, 0 to 1."""
    red, green, blue = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (it / 255 for it in _channels(colour))
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
