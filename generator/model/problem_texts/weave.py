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
        code="parent-circle",
        level="warning",
        details=(
            "几个专题互为上级：{parents}",
            "topics are each other's parents: {parents}",
        ),
        hints=("删去其中一个的 parent", "delete the parent of one of them"),
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
        code="names-contradict",
        level="warning",
        details=(
            "{names}：这一条的名称，{list} 里又否定了",
            "{names}: names of this entry that `{list}` denies",
        ),
        hints=("两处留一处", "keep one of the two"),
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
    ProblemText(
        code="person-body",
        level="warning",
        details=(
            "“{name}”的单位“{body}”没有说是哪一个，分不清同名的人",
            'the body "{body}" of "{name}" may be any: it tells nobody from others of the name',
        ),
        hints=(
            "of 写单位的全称，如“青石县水利局”",
            "`of` takes whole names of bodies, like 青石县水利局",
        ),
    ),
    ProblemText(
        code="people-not-apart",
        level="warning",
        details=(
            "{names}：同名的人没有用不同的单位分开",
            "{names}: people of one name are not told apart by different bodies",
        ),
        hints=(
            "每一位都写成“姓名（单位）”，单位写全称，各不相同",
            "write each as 姓名（单位）, with whole names of different bodies",
        ),
    ),
    ProblemText(
        code="correct-field",
        level="error",
        details=("kind 是 {kind} 的改正没有 {key}", "a correction of kind {kind} has no {key}"),
        hints=("删去 {key}，或改正 kind", "delete {key}, or correct `kind`"),
    ),
    ProblemText(
        code="correct-drop-value",
        level="error",
        details=(
            "既说去掉（drop），又说应当是“{value}”",
            'it is to be dropped, and to be "{value}" as well',
        ),
        hints=("只留一样", "keep one of the two"),
    ),
    ProblemText(
        code="correct-without-value",
        level="error",
        details=(
            "没有说这一处（{kind}）应当是什么",
            "nothing is said of what this {kind} should be",
        ),
        hints=(
            "value 写应当是什么（日期写 EDTF，数字写数和单位，引语写谁说的，职务照句中写，事件写动词，"
            "举措写几项）；要去掉就写 drop = true",
            "`value` takes the EDTF of a date, number and unit, a speaker, the words of an office, "
            "a verb or a count; to take the finding away write `drop = true`",
        ),
    ),
    ProblemText(
        code="correct-date",
        level="error",
        details=("“{value}”不是 EDTF 日期", '"{value}" is no EDTF date'),
        hints=(
            "写成 2022-09-28、2022-09、2022、2022-05/..、2017/2022、2018-12~ 这样",
            "write it like 2022-09-28, 2022-09, 2022, 2022-05/.., 2017/2022 or 2018-12~",
        ),
    ),
    ProblemText(
        code="correct-figure",
        level="error",
        details=("“{value}”不是数和单位", '"{value}" is no number with its unit'),
        hints=(
            "写成 77.8亿元、4.5%、3—5万亩 这样，用阿拉伯数字",
            "write it like 77.8亿元, 4.5% or 3—5万亩, in Arabic digits",
        ),
    ),
    ProblemText(
        code="correct-count",
        level="error",
        details=("“{value}”不是项数", '"{value}" is no count'),
        hints=("用阿拉伯数字写有几项", "write how many there are, in Arabic digits"),
    ),
    ProblemText(
        code="correct-stale",
        level="warning",
        details=(
            "这条改正没有用上：{sentence} 与所写的 text、span 对不上，那里现在是“{now}”；“{span}”见于：{near}",
            'this correction is not applied: `text` or `span` does not fit {sentence}, which reads "{now}"; '
            '"{span}" stands in: {near}',
        ),
        hints=(
            "照文章网页上的编号和原词改 sentence、text（句子开头几个字）、span（和 article），或删去这一条",
            "correct `sentence`, `text`, `span` (and `article`) by the article's page, or delete the table",
        ),
    ),
    ProblemText(
        code="correct-lost",
        level="warning",
        details=(
            "这条改正没有用上：没有编号是 {sentence} 的句子；“{span}”见于：{near}",
            "this correction is not applied: there is no sentence {sentence}; "
            '"{span}" stands in: {near}',
        ),
        hints=(
            "照文章网页上的编号和原词改 sentence、span（和 article），或删去这一条",
            "correct `sentence`, `span` (and `article`) by the article's page, or delete the table",
        ),
    ),
    ProblemText(
        code="correct-article",
        level="warning",
        details=(
            "这条改正没有用上：没有网址末段是 {article} 的文章；“{span}”见于：{near}",
            "this correction is not applied: there is no article {article}; "
            '"{span}" stands in: {near}',
        ),
        hints=(
            "article 写文章网址的末段；文章不在了，就删去这一条",
            "`article` is the last part of the article's URL; if it is gone, delete the table",
        ),
    ),
    ProblemText(
        code="correct-ambiguous",
        level="warning",
        details=(
            "这条改正没有用上：不止一篇文章有句子 {sentence}（{articles}）",
            "this correction is not applied: several articles have a sentence {sentence} ({articles})",
        ),
        hints=("用 article 写明是哪一篇", "say which one by `article`"),
    ),
    ProblemText(
        code="correct-twice",
        level="warning",
        details=(
            "{sentence} 的“{span}”已在 {other} 里改正过，这里又改一次；以后一次为准",
            '"{span}" in {sentence} is corrected in {other} already; this one holds',
        ),
        hints=("只留一条", "keep one of the two"),
    ),
    ProblemText(
        code="correct-moved",
        level="note",
        details=(
            "{article} 的句子 {sentence} 现在编号是 {now}，改正照旧用上",
            "the sentence {sentence} of {article} is now called {now}; the correction is applied",
        ),
        hints=("把 sentence 改成 {now}", "change `sentence` to {now}"),
    ),
    ProblemText(
        code="correct-words",
        level="warning",
        details=(
            "这条改正没有用上：{sentence} 里没有 {key} 所写的“{words}”",
            'this correction is not applied: "{words}" of {key} does not stand in {sentence}',
        ),
        hints=("{key} 照句中的原词写", "write {key} in the words of the sentence"),
    ),
    ProblemText(
        code="correct-nothing",
        level="note",
        details=(
            "程序在 {sentence} 的“{span}”没有读出要去掉的东西",
            'the program found nothing at "{span}" in {sentence} that could be dropped',
        ),
        hints=("这条可以删去", "the table can be deleted"),
    ),
    ProblemText(
        code="statement-withheld",
        level="note",
        details=(
            "“{words}”读作 {value}，核对程序的读法不同：这个值没有发布",
            '"{words}" was read as {value}, which the check does not find in it: the value is not published',
        ),
        hints=(
            "原文照登，可以不管；要用上这个值，在名录里用 [[correct]] 写明",
            "the text itself stands; to have the value used, write it in a [[correct]] table",
        ),
    ),
    ProblemText(
        code="text-unread",
        level="warning",
        details=(
            "程序读到这篇文章时出错（{found}）：文章照登，从中没有读出任何东西",
            "a rule broke at this article ({found}): it is shown as it stands, and nothing is read from it",
        ),
        hints=(
            "这是程序的错误，请报告，并附上这个文件",
            "a bug: please report it, with this file",
        ),
    ),
    ProblemText(
        code="suggest-accepted-broken",
        level="error",
        details=(
            "这个文件不是合规的 TOML，没有改动它",
            "this file is no valid TOML; it was left alone",
        ),
        hints=("先用 jingwei build 看它错在哪里", "see by `jingwei build` what is wrong with it"),
    ),
    ProblemText(
        code="suggest-topic-exists",
        level="warning",
        details=(
            "已经有这个文件，采纳的专题“{name}”没有写进去",
            'this file exists already; the accepted topic "{name}" was not written',
        ),
        hints=(
            "自己把词语并进去，或另建一个专题",
            "add its terms by hand, or create another topic",
        ),
    ),
    ProblemText(
        code="suggest-plain-folder",
        level="error",
        details=(
            "这个文件夹只有文章，还不是网站：在里面写名录或词表，文章就读不到了",
            "this folder holds articles only; with an authority file or a lexicon in it they would not be read",
        ),
        hints=(
            "把文章移进 articles/，再运行一次",
            "move the articles into articles/ and run the command again",
        ),
    ),
)
