"""Problems of the stage forms that lie in the syntax of YAML and TOML, not in what it says."""

from __future__ import annotations

from generator.model.problem_texts.text import ProblemText

_FRONT_MATTER: tuple[ProblemText, ...] = (
    ProblemText(
        code="front-matter-open",
        level="error",
        details=("开头的 --- 没有收尾", "the opening --- has no counterpart"),
        hints=("请在各项之后另起一行写 ---", "Write --- on a line of its own after the entries"),
    ),
    ProblemText(
        code="front-matter-toml",
        level="error",
        details=(
            "开头用了 +++（TOML），这里要用 ---（YAML）",
            "the file opens with +++ (TOML); --- (YAML) is wanted",
        ),
        hints=(
            "请把两处 +++ 改为 ---，把“键 = 值”改为“键: 值”",
            "Replace both +++ by ---, and `key = value` by `key: value`",
        ),
    ),
    ProblemText(
        code="front-matter-long",
        level="error",
        details=(
            "开头部分有 {count} 个字，太长了",
            "the front matter has {count} characters, too many",
        ),
        hints=(
            "最多 {limit} 个字；正文请写在第二个 --- 之后",
            "{limit} at most; the body belongs after the second ---",
        ),
    ),
    ProblemText(
        code="yaml-not-mapping",
        level="error",
        details=(
            "开头部分不是“键: 值”的形式：{found}",
            "the front matter is not made of `key: value` lines: {found}",
        ),
        hints=("请逐行写“键: 值”，如 title: 标题", "Write lines such as `title: A title`"),
    ),
    ProblemText(
        code="yaml-wide-colon",
        level="error",
        details=("{key} 后面是全角冒号“：”", "{key} is followed by a full-width colon"),
        hints=("请改为英文冒号加一个空格", "Write an ASCII colon and a space"),
    ),
    ProblemText(
        code="yaml-tight-colon",
        level="error",
        details=("{key} 的冒号后面没有空格", "no space follows the colon of {key}"),
        hints=("请在冒号后面加一个空格", "Put a space after the colon"),
    ),
    ProblemText(
        code="yaml-colon-inside",
        level="error",
        details=(
            "第 {column} 列：值里又有“: ”，或这一行缩进不对",
            "column {column}: a second `: ` in the value, or wrong indentation",
        ),
        hints=(
            "请用英文引号把整个值括起来，或去掉行首空格",
            "Put the value between straight quotes, or mend the indentation",
        ),
    ),
    ProblemText(
        code="yaml-tab",
        level="error",
        details=("用了制表符（Tab）缩进", "the line is indented with a tab"),
        hints=("请改用空格", "Use spaces"),
    ),
    ProblemText(
        code="yaml-quote-open",
        level="error",
        details=("第 {column} 列的引号没有收尾", "the quote at column {column} is never closed"),
        hints=("请在值的末尾补上同样的引号", "Close it with the same quote"),
    ),
    ProblemText(
        code="yaml-bracket-open",
        level="error",
        details=(
            "第 {column} 列的括号没有收尾，或各项之间缺逗号",
            "the bracket at column {column} is never closed, or a comma is missing",
        ),
        hints=("请补上括号；各项之间用英文逗号", "Close it; put commas between entries"),
    ),
    ProblemText(
        code="yaml-escape",
        level="error",
        details=(
            "第 {column} 列：双引号里的反斜杠写法不对",
            "column {column}: wrong use of a backslash inside double quotes",
        ),
        hints=("请改用单引号，或把 \\ 写成 \\\\", "Use single quotes, or write \\\\ for \\"),
    ),
    ProblemText(
        code="yaml-sign-first",
        level="error",
        details=("值不能以 {character} 开头", "a value can't begin with {character}"),
        hints=("请用英文引号把整个值括起来", "Put the whole value between straight quotes"),
    ),
    ProblemText(
        code="yaml-alias",
        level="error",
        details=("不能用 YAML 的 & 和 *（{name}）", "the & and * of YAML can't be used ({name})"),
        hints=(
            "请把内容直接写出来；如果是文字，请用英文引号括起来",
            "Write the content out; if it is text, put it between straight quotes",
        ),
    ),
    ProblemText(
        code="yaml-tag",
        level="error",
        details=("不能用 YAML 的类型标记 {tag}", "the YAML tag {tag} can't be used"),
        hints=(
            "请删去它；如果是文字，请用英文引号括起来",
            "Delete it; if it is text, put it between straight quotes",
        ),
    ),
    ProblemText(
        code="yaml-deep",
        level="error",
        details=("嵌套超过 {limit} 层", "nested more than {limit} levels deep"),
        hints=(
            "这里只需要一两层，请检查括号和缩进",
            "One or two levels will do; check brackets and indentation",
        ),
    ),
    ProblemText(
        code="yaml-key",
        level="error",
        details=("键不是普通文字", "a key is not plain text"),
        hints=("请逐行写“键: 值”", "Write lines of `key: value`"),
    ),
    ProblemText(
        code="yaml-documents",
        level="error",
        details=("开头部分里又有一个 --- ", "another --- stands inside the front matter"),
        hints=("开头部分只能有首尾两个 ---", "Only the first and the last line may be ---"),
    ),
    ProblemText(
        code="yaml-syntax",
        level="error",
        details=("第 {column} 列处看不懂", "it can't be understood at column {column}"),
        hints=(
            "请检查缩进；值里有 : # [ ] {{ }} & * ! | > ' \" % @ ` 时，用英文引号把整个值括起来",
            "Check the indentation; a value with : # [ ] {{ }} & * ! | > ' \" % @ ` in it needs straight quotes",
        ),
    ),
)

_TOML: tuple[ProblemText, ...] = (
    ProblemText(
        code="toml-syntax",
        level="error",
        details=("第 {column} 列处看不懂", "it can't be understood at column {column}"),
        hints=(
            "每行写“键 = 值”，文字放在英文双引号里",
            "Write `key = value` lines, with text between straight double quotes",
        ),
    ),
    ProblemText(
        code="toml-wide-sign",
        level="error",
        details=("用了全角的 {sign}", "the full-width {sign} is used"),
        hints=('请改用英文（半角）标点：= " [ ] ,', 'Use ASCII signs: = " [ ] ,'),
    ),
    ProblemText(
        code="toml-colon",
        level="error",
        details=(
            "{key} 后面应是等号，不是冒号",
            "{key} has to be followed by an equal sign, not a colon",
        ),
        hints=("请写成 {key} = …", "Write {key} = …"),
    ),
    ProblemText(
        code="toml-key",
        level="error",
        details=("键名 {key} 不能用汉字", "the key {key} can't be written in Chinese"),
        hints=(
            "请用文档里的英文键名，如 title",
            "Use the keys of the documentation, such as title",
        ),
    ),
    ProblemText(
        code="toml-unquoted",
        level="error",
        details=("{key} 的文字没有引号：{value}", "the text of {key} has no quotes: {value}"),
        hints=("请放进英文双引号里", "Put it between straight double quotes"),
    ),
    ProblemText(
        code="toml-quote-open",
        level="error",
        details=("引号没有收尾（第 {column} 列）", "a quote is never closed (column {column})"),
        hints=(
            "请在同一行末尾补上引号；多行文字用三个引号",
            "Close it on the same line; use three quotes for several lines",
        ),
    ),
    ProblemText(
        code="toml-bracket-open",
        level="error",
        details=(
            "括号没有收尾，或各项之间缺逗号（第 {column} 列）",
            "a bracket is never closed, or a comma is missing (column {column})",
        ),
        hints=("请补上括号或逗号", "Add the bracket or the comma"),
    ),
    ProblemText(
        code="toml-escape",
        level="error",
        details=(
            "双引号里的反斜杠写法不对（第 {column} 列）",
            "wrong use of a backslash inside double quotes (column {column})",
        ),
        hints=("请改用单引号，或把 \\ 写成 \\\\", "Use single quotes, or write \\\\ for \\"),
    ),
    ProblemText(
        code="toml-control",
        level="error",
        details=("有控制字符（第 {column} 列）", "there is a control character (column {column})"),
        hints=("请删去它", "Delete it"),
    ),
    ProblemText(
        code="toml-deep",
        level="error",
        details=("括号嵌套太深", "brackets are nested too deep"),
        hints=("这里只需要一两层，请检查括号", "One or two levels will do; check the brackets"),
    ),
)

SYNTAX_TEXTS: tuple[ProblemText, ...] = (*_FRONT_MATTER, *_TOML)
