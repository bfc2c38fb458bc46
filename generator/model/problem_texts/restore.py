"""Problems of restoring a newspaper page from its review file."""

from __future__ import annotations

from generator.model.problem_texts.text import ProblemText

TEXTS: tuple[ProblemText, ...] = (
    ProblemText(
        code="line-missing",
        level="error",
        details=(
            "源页里没有以“{prefix}”开头的行（写的是第 {number} 行，那里是“{stands}”）",
            'no line of the page begins with "{prefix}" (line {number} begins "{stands}")',
        ),
        hints=(
            "对照源文件改正行号和开头几个字",
            "correct number and first characters from the source file",
        ),
    ),
    ProblemText(
        code="line-ambiguous",
        level="error",
        details=(
            "第 {number} 行不以“{prefix}”开头（那里是“{stands}”），而以它开头的行不止一行",
            'line {number} does not begin with "{prefix}" (but "{stands}"), and several others do',
        ),
        hints=("改正行号，或多写几个字", "correct the number, or write more characters"),
    ),
    ProblemText(
        code="line-moved",
        level="note",
        details=(
            "“{prefix}”写的是第 {number} 行，现在是第 {now} 行；已按文字处理",
            '"{prefix}" is given as line {number} and now is line {now}; the text was followed',
        ),
        hints=("把行号改成 {now}", "change the number to {now}"),
    ),
    ProblemText(
        code="line-twice",
        level="error",
        details=("第 {number} 行已经用在别处", "line {number} has been placed already"),
        hints=("每一行只能放在一处：删去一处", "a line has one place: delete one of the two"),
    ),
    ProblemText(
        code="lines-unplaced",
        level="note",
        details=("{count} 行没有安排去处：{lines}", "{count} lines have no place: {lines}"),
        hints=(
            "在整理文件里把它们放进某篇的 body，或列入 [[asides]]；未安排的行仍列在源页上",
            "put them into an article's body or [[asides]]; until then they are listed on the source page",
        ),
    ),
    ProblemText(
        code="page-unreviewed",
        level="note",
        details=(
            "“{page}”没有整理文件，按文件原有的行序排出",
            '"{page}" has no review file; lines are shown in file order',
        ),
        hints=(
            "用 jingwei new page 建一个整理文件",
            "make a review file with: jingwei new page",
        ),
    ),
    ProblemText(
        code="page-replaced",
        level="note",
        details=(
            "源文件与整理时的不同（现在的 SHA-256 是 {digest}）",
            "the source file is not the one that was reviewed (its SHA-256 now is {digest})",
        ),
        hints=("核对各项决定后更新 digest", "check the decisions, then update digest"),
    ),
    ProblemText(
        code="text-missing",
        level="error",
        details=("第 {line} 行里没有“{text}”", 'line {line} does not contain "{text}"'),
        hints=(
            "照源文件抄写，半角全角也要一致",
            "copy it from the source file, width of punctuation included",
        ),
    ),
    ProblemText(
        code="text-repeated",
        level="error",
        details=(
            "“{text}”在第 {line} 行里不止一处",
            '"{text}" occurs more than once in line {line}',
        ),
        hints=(
            "多写前后几个字，使它只出现一次",
            "add some characters around it, so that it occurs once",
        ),
    ),
    ProblemText(
        code="repair-overlap",
        level="error",
        details=(
            "对“{original}”的校改与另一处校改重叠",
            'the repair of "{original}" overlaps another one',
        ),
        hints=("把两处合成一处", "make one repair of the two"),
    ),
    ProblemText(
        code="join-first",
        level="error",
        details=(
            "“{entry}”前面没有可以接上的段落",
            '"{entry}" has no paragraph before it to continue',
        ),
        hints=(
            "去掉“+ ”，或把它移到所接的行之后",
            'remove the "+ " or move it behind the line it continues',
        ),
    ),
    ProblemText(
        code="gap-one-side",
        level="error",
        details=(
            "[[gaps]] 里 before 与 after 要写且只写一个",
            "[[gaps]] takes exactly one of before and after",
        ),
        hints=(
            "缺文在某行之前写 before，之后写 after",
            "before: text is missing before the line; after: behind it",
        ),
    ),
    ProblemText(
        code="aside-article",
        level="error",
        details=(
            "这一页没有网址末段为“{article}”的文章（有：{articles}）",
            'the page has no article with slug "{article}" (it has: {articles})',
        ),
        hints=("改成其中一个，或删去 article", "use one of these, or remove article"),
    ),
    ProblemText(
        code="article-untitled",
        level="warning",
        details=(
            "这篇文章没有标题，暂以“{title}”为题",
            'the article has no title; "{title}" serves for now',
        ),
        hints=(
            "写 title（标题所在的行）或 heading（编者拟题）",
            "give title (its lines) or heading (the editor's own)",
        ),
    ),
    ProblemText(
        code="decision-unused",
        level="warning",
        details=(
            "第 {number} 条 [[{table}]] 没有用上：body 里没有相应的“+ ”或“…”",
            "[[{table}]] number {number} is not used: no body has the “+ ” or “…” it speaks of",
        ),
        hints=("在 body 里标出，或删去这一条", "mark it in the body, or delete it"),
    ),
)
