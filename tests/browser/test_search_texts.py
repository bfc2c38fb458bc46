"""Texts of search are packed in GB 18030: browsers must read every character that is."""

from __future__ import annotations

import json
import zlib

from generator.search.records import Part
from generator.search.texts import ArticleText, article_files
from tests.browser.conftest import PageAt

_AT_ONCE = 256


def _packed(text: str) -> bytes:
    shown = ArticleText(0, "x/", ("", "", ""), [len(text)], b"", lambda: (Part(text, ()),))
    (file,) = article_files([shown], 0)
    return zlib.decompress(file.make())


def test_a_browser_reads_every_character_as_it_was_written(page_at: PageAt) -> None:
    page = page_at(400)
    page.goto("about:blank")
    planes = (range(0x20, 0xD800), range(0xE000, 0x30000), range(0xE0000, 0xE0200))
    codes = [code for plane in planes for code in plane]
    texts = ["".join(map(chr, codes[at : at + _AT_ONCE])) for at in range(0, len(codes), _AT_ONCE)]
    packed = list(map(_packed, texts))
    assert sum(it[:1] == b"g" for it in packed) > len(packed) / 2
    read: list[str] = page.evaluate(
        """files => files.map((hex) => {
             const bytes = Uint8Array.from(hex.match(/../g), (it) => parseInt(it, 16));
             const coding = bytes[0] === 0x67 ? "gb18030" : "utf-8";
             const text = new TextDecoder(coding, { fatal: true }).decode(bytes.subarray(1));
             return JSON.stringify(JSON.parse(text)[0][6]);
           })""",
        [it.hex() for it in packed],
    )
    wrong = [text[:1] for text, it in zip(texts, read, strict=True) if json.loads(it) != text]
    assert wrong == []
