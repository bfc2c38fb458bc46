"""The kinds of value that several forms share: types with their limits and their descriptions.

`Meta.extra["problem"]` names the problem to report where a pattern does not fit; `extra["lines"]`
allows line breaks; `extra_json_schema["uniqueItems"]` forbids an entry twice in one list.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

# The end is written as a look-ahead because `$` would let a final line break through, and
# JSON Schema's regular expressions (ECMA-262) have no \Z.
SLUG_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*(?![\s\S])"
URL_PATTERN = r"^https?://[A-Za-z0-9.\-\[\]:]+(?:/[^\s?#]*)?(?![\s\S])"

Slug = Annotated[
    str,
    Meta(
        pattern=SLUG_PATTERN,
        max_length=80,
        description="网址末段：小写字母、数字，中间可用连字符",
        extra={"problem": "slug-form"},
    ),
]
Name = Annotated[str, Meta(min_length=1, max_length=80, description="名称")]
Line = Annotated[str, Meta(min_length=1, max_length=200, description="一行文字")]
Paragraph = Annotated[str, Meta(max_length=2000, description="一段文字", extra={"lines": True})]
SelectingTerm = Annotated[
    str, Meta(min_length=2, max_length=40, description="选取文段的词语，至少两个字")
]

Slugs = Annotated[tuple[Slug, ...], Meta(max_length=100, extra_json_schema={"uniqueItems": True})]
Names = Annotated[tuple[Name, ...], Meta(max_length=200, extra_json_schema={"uniqueItems": True})]
