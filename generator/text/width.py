"""Character -> what it is to a Chinese typesetter: Han, wide, neutral punctuation or neither.

The constants are bodies of regular-expression classes, so that each rule of punctuation, line
breaks and slugs draws the same lines. Widths follow UAX #11 (East Asian Width); as in CSS Text
4 §4.1.3, Hangul is left out of the wide characters, because Korean writes spaces.
"""

from __future__ import annotations

HAN = "\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
"""Ideographs with 々〆〇 and the Hangzhou numerals."""

WIDE = HAN + (
    "\u2e80-\u2fdf\u2ff0-\u2fff\u3001-\u3004\u3008-\u3020\u302a-\u312f\u31a0-\u33ff\ufe10-\ufe1f"
    "\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\U0001f200-\U0001f2ff"
)
"""Wide and full-width characters, punctuation included; Hangul, emoji and spaces not."""

NEUTRAL = "‘’“”—…·"
"""Used by Chinese and by Latin text alike (width "ambiguous"): they are what stands beside them."""

CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
"""Code points that must not stand in an HTML document, besides those beyond the first plane."""

BIDI_CONTROLS = "\u202a-\u202e\u2066-\u2069"
"""They can make a text read otherwise than it is stored (Unicode TR #36, #39)."""
