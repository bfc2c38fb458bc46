"""Bytes go back into the encoding they came from, or not at all."""

from __future__ import annotations

import codecs

import pytest

from generator.text.decode import Decoded, decode
from generator.text.encode import encode_as

PLAIN = "# 编者的话：这一页整理得差不多了，还要再看一遍，尤其是接行的地方\r\n" * 2


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(PLAIN.encode(), id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + PLAIN.encode(), id="utf-8 with mark"),
        pytest.param(codecs.BOM_UTF16_LE + PLAIN.encode("utf-16-le"), id="utf-16 little"),
        pytest.param(codecs.BOM_UTF16_BE + PLAIN.encode("utf-16-be"), id="utf-16 big"),
        pytest.param(PLAIN.encode("gb18030"), id="gb18030"),
    ],
)
def test_what_was_read_is_written_again(data: bytes) -> None:
    found = decode(data)
    assert isinstance(found, Decoded)
    assert encode_as(found.text, found.encoding, data) == data
    longer = encode_as(found.text + "加", found.encoding, data)
    assert longer is not None
    assert longer.startswith(data)


def test_what_an_encoding_cannot_hold_is_not_written() -> None:
    assert encode_as("编", "cp950", b"a") is None


def test_bytes_that_would_come_out_otherwise_are_left_alone() -> None:
    assert encode_as("x", "utf-8", b"\xff") is None
