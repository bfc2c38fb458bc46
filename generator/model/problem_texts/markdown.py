"""Problems of reading authored Markdown."""

from __future__ import annotations

from generator.model.problem_texts.text import ProblemText

TEXTS: tuple[ProblemText, ...] = (
    ProblemText(
        code="markdown-too-long",
        level="error",
        details=(
            "正文有 {size} 字节，超过上限 {limit} 字节",
            "the text has {size} bytes, the limit is {limit}",
        ),
        hints=("把文章分成几个文件", "divide the article among several files"),
    ),
    ProblemText(
        code="markdown-as-written",
        level="warning",
        details=(
            "这篇的 Markdown 记号有两种读法，从“{words}”起不合：照原文登出，连同记号",
            'the markup of this file can be read in two ways, which part at "{words}": '
            "it is shown as it is written, markup and all",
        ),
        hints=(
            "改好此处的记号；若不是记号，请在前面加反斜线“\\”",
            "mend the markup there; where it is none, put a backslash before it",
        ),
    ),
    ProblemText(
        code="markdown-too-deep",
        level="error",
        details=(
            "“{mark}”嵌套了 {depth} 层，超过上限 {limit} 层",
            '"{mark}" is nested {depth} deep, the limit is {limit}',
        ),
        hints=(
            "减少嵌套；若不是标记，请在前面加反斜线“\\”，或放进代码块",
            "nest less; where it is no markup, put a backslash before it or use a code block",
        ),
    ),
    ProblemText(
        code="markdown-too-dense",
        level="error",
        details=(
            "从这里起的一段里“{mark}”太多（{count} 处），解析所需时间没有上限，未作解析",
            'too many "{mark}" ({count}) in the passage that begins here; reading it could take '
            "any time, so it was not read",
        ),
        hints=(
            "用空行把这一段分开；若不是标记，请放进代码块",
            "divide the passage by blank lines; where it is no markup, use a code block",
        ),
    ),
    ProblemText(
        code="markdown-unreadable",
        level="error",
        details=(
            "Markdown 解析器读不了这份正文（{reason}）",
            "the Markdown parser can't read this text ({reason})",
        ),
        hints=(
            "逐段删减，找出引起错误的标记；请把它报告给我们",
            "take out passage after passage to find the markup that causes it, and report it to us",
        ),
    ),
    ProblemText(
        code="markdown-html-removed",
        level="warning",
        details=(
            "HTML 元素 <{tag}> 不允许使用，已删除；其中可见的文字保留",
            "HTML element <{tag}> is not allowed and was removed; visible text inside it is kept",
        ),
        hints=("删去它，或改用 Markdown 写法", "delete it, or write it in Markdown"),
    ),
    ProblemText(
        code="markdown-html-dropped",
        level="warning",
        details=(
            "HTML 元素 <{tag}> 不允许使用，已连同内容一起删除",
            "HTML element <{tag}> is not allowed and was removed with all it holds",
        ),
        hints=(
            "删去它；其中若有正文，请写成 Markdown",
            "delete it; write what it says in Markdown",
        ),
    ),
    ProblemText(
        code="markdown-html-unwrapped",
        level="note",
        details=(
            "HTML 元素 <{tag}> 不保留格式，只保留文字",
            "the formatting of HTML element <{tag}> is not kept, its text is",
        ),
        hints=("可以删去这个标签", "the tag can be deleted"),
    ),
    ProblemText(
        code="markdown-attribute-removed",
        level="warning",
        details=(
            "<{tag}> 的属性 {attribute} 不允许使用，已删除",
            "attribute {attribute} of <{tag}> is not allowed and was removed",
        ),
        hints=("删去这个属性", "delete the attribute"),
    ),
    ProblemText(
        code="markdown-address-removed",
        level="warning",
        details=(
            "地址“{address}”的协议不允许使用，链接已取消，文字保留",
            'the scheme of "{address}" is not allowed; the link was taken away, its text is kept',
        ),
        hints=(
            "请用相对地址，或 https:、http:、mailto:、tel: 开头的地址",
            "use a relative address or one that begins with https:, http:, mailto: or tel:",
        ),
    ),
    ProblemText(
        code="markdown-link-empty",
        level="warning",
        details=(
            "指向“{address}”的链接没有文字，读者看不到",
            'the link to "{address}" has no text and can\'t be seen',
        ),
        hints=("在方括号里写上文字", "write a text between the brackets"),
    ),
    ProblemText(
        code="markdown-footnote-missing",
        level="warning",
        details=("脚注“[^{label}]”没有对应的说明", 'footnote "[^{label}]" is not defined'),
        hints=("在文末加上“[^{label}]: 说明”", 'add "[^{label}]: text" at the end'),
    ),
    ProblemText(
        code="markdown-fence-open",
        level="warning",
        details=(
            "代码块“{fence}”没有结束，一直延续到文末",
            'the code block "{fence}" is never closed and runs to the end of the text',
        ),
        hints=(
            "在代码末尾另起一行写“{fence}”",
            'write "{fence}" on a line of its own after the code',
        ),
    ),
    ProblemText(
        code="markdown-control-character",
        level="warning",
        details=(
            "正文含有不可见的控制字符 {character}（共 {count} 个），网页里不允许出现，已略去",
            "the text holds the control character {character} ({count} in all), which no web page may; "
            "it was left out",
        ),
        hints=("在编辑器里删去这些字符", "delete these characters in an editor"),
    ),
    ProblemText(
        code="markdown-bidi-control",
        level="warning",
        details=(
            "正文含有改变文字方向的控制字符 {character}（共 {count} 个），显示的文字可能与实际不同",
            "the text holds the direction control {character} ({count} in all): it may read otherwise "
            "than it is stored",
        ),
        hints=("若非有意，请删去这些字符", "delete these characters unless they are meant"),
    ),
)
