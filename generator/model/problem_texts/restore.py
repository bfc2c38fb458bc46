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
            "“{page}”没有整理文件，全由程序拼接，没有编者看过",
            '"{page}" has no review file; the program put it together and nobody has looked at it',
        ),
        hints=(
            "用 jingwei review 写出整理文件，再看其中的疑问",
            "write one with: jingwei review, then look at its questions",
        ),
    ),
    ProblemText(
        code="lines-solved",
        level="note",
        details=(
            "{count} 行没有记录任何决定，由程序安排，没有编者看过：{lines}",
            "no decision covers {count} lines; the program placed them, nobody has looked: {lines}",
        ),
        hints=(
            "用 jingwei review 把程序的安排补进整理文件，或自己写",
            "add what the program did to the review file with: jingwei review, or decide yourself",
        ),
    ),
    ProblemText(
        code="after-nowhere",
        level="error",
        details=(
            "after 所写的行“{line}”不在任何一篇的正文里",
            'the line of after, "{line}", stands in no article',
        ),
        hints=(
            "改成那一篇里的一行，或删去 after，另成一篇",
            "name a line of that article, or remove after and make it an article of its own",
        ),
    ),
    ProblemText(
        code="answer-unknown",
        level="error",
        details=(
            "answer 写的“{answer}”不是可以接上去的行",
            'the answer "{answer}" is no line that could go on',
        ),
        hints=(
            "写 heads 里一行的行号，或本页另一行的行号和开头几个字；下文不在这一页写“…”",
            "give the number of one of heads, or number and first characters of another line; … if it is missing",
        ),
    ),
    ProblemText(
        code="program-outdated",
        level="note",
        details=(
            "程序记录的 {count} 处与源文件对不上，没有采用",
            "{count} places that the program recorded fit the source file no more and are not in force",
        ),
        hints=(
            "运行 jingwei review --again，程序会重做自己的决定",
            "run jingwei review --again: the program makes its own decisions anew",
        ),
    ),
    ProblemText(
        code="page-too-large",
        level="error",
        details=(
            "文件超过 {limit} 字节，没有读它",
            "the file has more than {limit} bytes and was not read",
        ),
        hints=("分成几个文件", "divide it into several files"),
    ),
    ProblemText(
        code="review-no-page",
        level="error",
        details=("没有“{name}”这一页", 'there is no page "{name}"'),
        hints=(
            "写 content/pages/ 里报页文件的路径，或不带 .txt 的文件名",
            "give the path of a page in content/pages/, or its name without .txt",
        ),
    ),
    ProblemText(
        code="review-unencodable",
        level="error",
        details=(
            "整理文件的编码（{encoding}）写不下程序要写的字，没有改动它",
            "the review file's encoding ({encoding}) can't hold what is to be written; it was left alone",
        ),
        hints=("把整理文件另存为 UTF-8", "save the review file as UTF-8"),
    ),
    ProblemText(
        code="review-changed",
        level="error",
        details=(
            "这个文件在程序工作时被别人改过或新建了，没有改动它",
            "somebody else changed or made this file meanwhile; it was left alone",
        ),
        hints=("再运行一次", "run the command again"),
    ),
    ProblemText(
        code="review-not-written",
        level="error",
        details=("写不进这个文件：{reason}", "the file can't be written: {reason}"),
        hints=(
            "看看文件夹的权限和磁盘空间",
            "look at the folder's permissions and the disk's space",
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
    ProblemText(
        code="jump-one-way",
        level="error",
        details=(
            "[[jumps]] 里 continues 与 leads 要写且只写一个",
            "[[jumps]] takes exactly one of continues and leads",
        ),
        hints=(
            "本页接在那一篇之后写 continues，排在那一篇之前写 leads",
            "continues: this text follows that article; leads: it comes before it",
        ),
    ),
    ProblemText(
        code="jump-nowhere",
        level="error",
        details=("第 {number} 行不在任何一篇文章里", "line {number} is in no article"),
        hints=(
            "改成那一篇的一行，例如它的转版、接版说明",
            "name a line of the article, its jump line for instance",
        ),
    ),
    ProblemText(
        code="jump-again",
        level="warning",
        details=(
            "“{article}”已有一条 [[jumps]]，这一条没有用上",
            '"{article}" has a [[jumps]] already; this one is not used',
        ),
        hints=(
            "一篇只写一条：它接在哪一篇之后，或排在哪一篇之前",
            "one for each article: what it follows, or what it comes before",
        ),
    ),
    ProblemText(
        code="jump-unknown",
        level="warning",
        details=(
            "没有哪一页有网址末段为“{target}”的文章；“{article}”暂时自成一篇",
            'no page has an article with slug "{target}"; "{article}" stays an article of its own',
        ),
        hints=(
            "改正网址末段，收入那一页，或删去这一条",
            "correct the slug, add that page, or delete this table",
        ),
    ),
    ProblemText(
        code="jump-self",
        level="warning",
        details=("“{article}”说它接着自己", '"{article}" is said to follow itself'),
        hints=(
            "写另一页那一篇的网址末段",
            "give the slug of the article on the other page",
        ),
    ),
    ProblemText(
        code="jump-circle",
        level="warning",
        details=(
            "这几篇互相接续，分不出先后，暂时各自成篇：{articles}",
            "these articles follow one another in a circle; each stays by itself: {articles}",
        ),
        hints=(
            "删去其中一条 [[jumps]]：最早发布的那一篇不必写",
            "delete one of their [[jumps]]: the article published first needs none",
        ),
    ),
    ProblemText(
        code="jump-not-inside",
        level="warning",
        details=(
            "与“{article}”相接处的两头不都是正文段落，没有接成一段",
            'where this text meets "{article}" there are not two paragraphs to make one of',
        ),
        hints=("删去 inside", "remove inside"),
    ),
    ProblemText(
        code="jump-taken",
        level="warning",
        details=(
            "“{target}”的这一头已经接着 {other} 的文章；“{article}”暂时自成一篇",
            '"{target}" is joined there with an article of {other}; "{article}" stays by itself',
        ),
        hints=(
            "两篇只留一条 [[jumps]]；三页相接的，第三页写中间那一篇的网址末段",
            "keep one of the two; where three pages follow one another, name the one in the middle",
        ),
    ),
)
