"""Problems of the stage forms."""

from __future__ import annotations

from generator.model.problem_texts.syntax import SYNTAX_TEXTS
from generator.model.problem_texts.text import ProblemText

_KEYS: tuple[ProblemText, ...] = (
    ProblemText(
        code="key-unknown",
        level="error",
        details=("没有 {key} 这个键", "there is no key {key}"),
        hints=("可用的键：{known}", "Known keys: {known}"),
    ),
    ProblemText(
        code="key-misspelt",
        level="error",
        details=("没有 {key} 这个键", "there is no key {key}"),
        hints=("是不是想写 {guess}？", "Did you mean {guess}?"),
    ),
    ProblemText(
        code="key-missing",
        level="error",
        details=("缺少 {key}", "{key} is missing"),
        hints=("请补上 {key}", "Add {key}"),
    ),
    ProblemText(
        code="key-repeated",
        level="error",
        details=(
            "{key} 写了两次，第一次在第 {first} 行",
            "{key} is given twice, first on line {first}",
        ),
        hints=("请只留一处", "Keep one of them"),
    ),
    ProblemText(
        code="entry-repeated",
        level="error",
        details=("{key} 里“{value}”写了两次", "{key} holds “{value}” twice"),
        hints=("请删去重复的一个", "Delete one of them"),
    ),
)

_VALUES: tuple[ProblemText, ...] = (
    ProblemText(
        code="text-empty",
        level="error",
        details=("{key} 是空的", "{key} is empty"),
        hints=("请填上内容，或把这一项删去", "Fill it in, or delete the entry"),
    ),
    ProblemText(
        code="text-too-long",
        level="error",
        details=(
            "{key} 有 {count} 个字，太长了",
            "{key} has {count} characters, which is too long",
        ),
        hints=("请缩短到 {limit} 个字以内", "Shorten it to {limit} characters"),
    ),
    ProblemText(
        code="text-too-short",
        level="error",
        details=("{key} 只有 {count} 个字，太短了", "{key} has only {count} characters"),
        hints=("至少要 {limit} 个字", "Give it {limit} characters or more"),
    ),
    ProblemText(
        code="text-control",
        level="error",
        details=("{key} 里有控制字符 {character}", "{key} holds the control character {character}"),
        hints=(
            "请删去它；这里只能写一行普通文字时，换行也要去掉",
            "Delete it; where only one line of text may stand, that goes for line breaks too",
        ),
    ),
    ProblemText(
        code="text-form",
        level="error",
        details=("{key} 的写法不对：{value}", "{key} is not written as it has to be: {value}"),
        hints=(
            "请照文档里 {key} 的格式写（jingwei schema 可查看）",
            "Write {key} as its documentation says (see jingwei schema)",
        ),
    ),
    ProblemText(
        code="slug-form",
        level="error",
        details=("{key} 不能用作网址：{value}", "{key} can't be part of an address: {value}"),
        hints=(
            "只用小写字母、数字和中间的连字符，如 liangjiang-xinqu",
            "Use lower-case letters, digits and hyphens between them, as in liangjiang-xinqu",
        ),
    ),
    ProblemText(
        code="url-form",
        level="error",
        details=("{key} 不是完整的网址：{value}", "{key} is not a complete address: {value}"),
        hints=(
            "请以 https:// 或 http:// 开头，不带 ? 和 #，如 https://example.org/wiki/",
            "Begin with https:// or http://, without ? or #, as in https://example.org/wiki/",
        ),
    ),
    ProblemText(
        code="date-impossible",
        level="error",
        details=("{key} 写的 {value} 不存在", "{key}: there is no day {value}"),
        hints=("请核对年、月、日", "Check year, month and day"),
    ),
    ProblemText(
        code="date-rewrite",
        level="error",
        details=("{key} 的日期写法不对：{value}", "{key} is not written as a date: {value}"),
        hints=("请写成 {rewrite}", "Write {rewrite}"),
    ),
    ProblemText(
        code="date-form",
        level="error",
        details=("{key} 不是日期：{value}", "{key} is not a date: {value}"),
        hints=("请写成 年-月-日，如 2022-10-10", "Write year-month-day, as in 2022-10-10"),
    ),
    ProblemText(
        code="number-range",
        level="error",
        details=("{key} 超出范围：{value}", "{key} is out of range: {value}"),
        hints=("须 {bound}", "It must be {bound}"),
    ),
    ProblemText(
        code="list-too-long",
        level="error",
        details=("{key} 有 {count} 项，太多了", "{key} has {count} entries, which is too many"),
        hints=("最多 {limit} 项", "{limit} at most"),
    ),
    ProblemText(
        code="list-too-short",
        level="error",
        details=("{key} 只有 {count} 项", "{key} has only {count} entries"),
        hints=("至少要 {limit} 项", "{limit} at least"),
    ),
    ProblemText(
        code="value-not-text",
        level="error",
        details=("{key} 应是文字，现在是 {found}", "{key} has to be text, not {found}"),
        hints=("请用英文引号括起来", "Put it between straight quotes"),
    ),
    ProblemText(
        code="value-not-integer",
        level="error",
        details=("{key} 应是整数，现在是 {found}", "{key} has to be a whole number, not {found}"),
        hints=("请只写数字，不加引号", "Write digits only, without quotes"),
    ),
    ProblemText(
        code="value-not-number",
        level="error",
        details=("{key} 应是数，现在是 {found}", "{key} has to be a number, not {found}"),
        hints=("请写数字，如 0.9，不加引号", "Write a number such as 0.9, without quotes"),
    ),
    ProblemText(
        code="value-not-truth",
        level="error",
        details=(
            "{key} 应是 true 或 false，现在是 {found}",
            "{key} has to be true or false, not {found}",
        ),
        hints=("请写 true（是）或 false（否），不加引号", "Write true or false, without quotes"),
    ),
    ProblemText(
        code="value-not-date",
        level="error",
        details=("{key} 应是日期，现在是 {found}", "{key} has to be a date, not {found}"),
        hints=("请写成 年-月-日，如 2022-10-10", "Write year-month-day, as in 2022-10-10"),
    ),
    ProblemText(
        code="value-not-choice",
        level="error",
        details=("{key} 不能是 {found}", "{key} can't be {found}"),
        hints=("可选：{choices}", "Choose from: {choices}"),
    ),
    ProblemText(
        code="value-not-list",
        level="error",
        details=("{key} 应是列表，现在是 {found}", "{key} has to be a list, not {found}"),
        hints=('请用方括号，如 ["甲", "乙"]', 'Use brackets, as in ["a", "b"]'),
    ),
    ProblemText(
        code="value-not-table",
        level="error",
        details=(
            "{key} 应由若干键组成，现在是 {found}",
            "{key} has to consist of keys, not {found}",
        ),
        hints=("请在它下面逐行写“键 = 值”", "Write its keys and values below it"),
    ),
    ProblemText(
        code="value-not-tables",
        level="error",
        details=(
            "{key} 可以有多项，只用了单层方括号",
            "{key} is a list of tables, but has single brackets",
        ),
        hints=("请写成 [[{key}]]", "Write [[{key}]]"),
    ),
    ProblemText(
        code="value-wrong",
        level="error",
        details=("文件内容不合格式：{reason}", "the file is not as it has to be: {reason}"),
        hints=("请对照 jingwei schema 的说明修改", "Compare it with jingwei schema"),
    ),
)

_LEXICON: tuple[ProblemText, ...] = (
    ProblemText(
        code="lexicon-form",
        level="error",
        details=("这一行看不懂：{written}", "the line can't be understood: {written}"),
        hints=(
            "每行写“词 词频 词性”，后两项可省，中间用空格，词里不能有空格，如：两江新区 500 ns",
            "Write word, frequency and part of speech with spaces between, the last two if wanted: "
            "两江新区 500 ns",
        ),
    ),
    ProblemText(
        code="lexicon-order",
        level="error",
        details=(
            "词频应在词性之前：{written}",
            "the frequency comes before the part of speech: {written}",
        ),
        hints=("请写成：{better}", "Write: {better}"),
    ),
    ProblemText(
        code="lexicon-word",
        level="error",
        details=("“{word}”不是词", "“{word}” is not a word"),
        hints=(
            "词里要有汉字、字母或数字，不能有控制字符",
            "A word has characters, letters or digits",
        ),
    ),
    ProblemText(
        code="lexicon-long",
        level="error",
        details=("“{word}”有 {count} 个字，太长了", "“{word}” has {count} characters, too many"),
        hints=("一个词最多 {limit} 个字", "A word has {limit} characters at most"),
    ),
    ProblemText(
        code="lexicon-repeated",
        level="warning",
        details=(
            "“{word}”写了两次，第一次在第 {first} 行",
            "“{word}” is listed twice, first on line {first}",
        ),
        hints=("请删去一处；现在以第一次为准", "Delete one of them; the first is used"),
    ),
)

TEXTS: tuple[ProblemText, ...] = (*_KEYS, *_VALUES, *SYNTAX_TEXTS, *_LEXICON)
