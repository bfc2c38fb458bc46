"""Problems that only the whole corpus shows."""

from __future__ import annotations

from generator.model.problem_texts.text import ProblemText

TEXTS: tuple[ProblemText, ...] = (
    ProblemText(
        code="url-taken",
        level="error",
        details=("网址 {url} 已归 {other} 所有", "the URL {url} belongs to {other}"),
        hints=("给其中一个另写 slug", "give one of them another slug"),
    ),
    ProblemText(
        code="link-missing",
        level="error",
        details=("链接“{address}”没有对应的文件", 'the link "{address}" leads to no file'),
        hints=(
            "改正路径，或补上这个文件（草稿不发布，也就链接不到）",
            "correct the path, or add the file (a draft is not published and can't be linked to)",
        ),
    ),
    ProblemText(
        code="link-misspelt",
        level="error",
        details=("链接“{address}”没有对应的文件", 'the link "{address}" leads to no file'),
        hints=("改正路径；是不是 {near}？", "correct the path; did you mean {near}?"),
    ),
    ProblemText(
        code="picture-remote",
        level="warning",
        details=(
            "图片“{address}”在别的网站上，网页不会去取，只显示它的说明文字",
            'the picture "{address}" is on another site and is not fetched; its caption is shown',
        ),
        hints=(
            "读者的访问不应让第三方知道；可改成普通链接：去掉“!”",
            "nobody else should learn who reads here; an ordinary link, without the !, will do",
        ),
    ),
    ProblemText(
        code="anchor-missing",
        level="error",
        details=(
            "链接“{address}”所指的页面里没有“{anchor}”",
            'the page that "{address}" leads to has no "{anchor}"',
        ),
        hints=(
            "用小标题的文字或句子的编号作锚",
            "use the text of a heading or the id of a sentence",
        ),
    ),
    ProblemText(
        code="link-scheme",
        level="error",
        details=(
            "链接“{address}”的协议不被允许",
            'the scheme of the link "{address}" is not allowed',
        ),
        hints=(
            "只用 http、https、mailto、tel 或相对路径",
            "use http, https, mailto, tel or a relative path",
        ),
    ),
    ProblemText(
        code="parent-unknown",
        level="error",
        details=(
            "没有网址末段为“{parent}”的上级专题",
            'there is no other topic with the slug "{parent}"',
        ),
        hints=("parent 写上级专题的 slug", "parent takes the slug of the topic above"),
    ),
    ProblemText(
        code="same-without-entry",
        level="warning",
        details=("{names}：这些名称里没有一个是词条", "{names}: none of these names has an entry"),
        hints=(
            "先给其中一个建词条（[[people]]、[[organisations]]、[[places]] 或 [[terms]]）",
            "make an entry for one of them ([[people]], [[organisations]], [[places]] or [[terms]])",
        ),
    ),
    ProblemText(
        code="same-of-several",
        level="error",
        details=(
            "{names}：这些名称分属不止一个词条",
            "{names}: these names belong to several entries",
        ),
        hints=(
            "把几个词条合成一个，旧网址写进 moved-from",
            "make one entry of them; old slugs go to moved-from",
        ),
    ),
    ProblemText(
        code="name-shared",
        level="warning",
        details=(
            "“{name}”在 {other} 里已是别的词条或专题的名称；文中的“{name}”都归了那一个",
            '"{name}" is a name of something else in {other} already, which gets all its mentions',
        ),
        hints=(
            "同一对象就合成一个词条；同名的不同对象，给其中一个写能区别的名称",
            "make one entry of the same thing; give one of two things a name that tells them apart",
        ),
    ),
)
