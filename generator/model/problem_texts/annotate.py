"""Problems of texts that come as JSON Lines (`jingwei annotate`)."""

from __future__ import annotations

from generator.model.problem_texts.text import ProblemText

_FORM = (
    '每行写成一个对象：{{"id": "…", "text": "…", "date": "2022-10-10"}}',
    'Write one object a line: {{"id": "…", "text": "…", "date": "2022-10-10"}}',
)

TEXTS: tuple[ProblemText, ...] = (
    ProblemText(
        code="row-encoding",
        level="error",
        details=(
            "这一行不是 UTF-8（第 {offset} 个字节，从 0 数）",
            "this line is not UTF-8 (byte {offset}, counted from 0)",
        ),
        hints=("JSON Lines 要存成 UTF-8", "JSON Lines have to be UTF-8"),
    ),
    ProblemText(
        code="row-malformed",
        level="error",
        details=("这一行不是 JSON 对象", "this line is no JSON object"),
        hints=_FORM,
    ),
    ProblemText(
        code="row-without-text",
        level="error",
        details=("这一行没有字符串 text", "this line has no string `text`"),
        hints=_FORM,
    ),
    ProblemText(
        code="row-date",
        level="error",
        details=("date 不是一个日子：{written}", "`date` is no day: {written}"),
        hints=(
            "写成 2022-10-10；不知道就不写",
            "Write it as 2022-10-10; leave it out if it is unknown",
        ),
    ),
)
