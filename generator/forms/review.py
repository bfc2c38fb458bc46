"""`<page>.review.toml`: what was decided about one newspaper page, by whom and on what ground.

A line is named by its number and its first characters, `"9 9月28日,长安科技"`; a decision holds
only where both fit. `body` reads like the article: `#` before a heading, `+` before a line that
continues the one above inside the paragraph, `…` where text is missing.

A table that the program wrote ends in a `mark`, a digest of its text (`generator.forms.marks`). While
the mark fits the table is the program's; one that somebody touched is the editor's, whatever its `by`.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

LINE_REF = r"^[1-9][0-9]* +\S.*$"
_GAP = "…"
_TYPED = r"…+|\.{3,6}"
"""A gap as it comes from the keyboard: a Chinese one gives ……."""
BODY_ENTRY = rf"^({_TYPED}|([#+] *)?[1-9][0-9]* +\S.*)$"
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"

LineRef = Annotated[
    str, Meta(pattern=LINE_REF, description="行号加该行开头几个字，如 “9 9月28日,长安”")
]
BodyEntry = Annotated[
    str,
    Meta(
        pattern=BODY_ENTRY,
        description="一行：行号加开头几个字；“# ”打头是小标题，“+ ”打头是接上一行，单写“…”是此处有缺",
    ),
]
Decider = Annotated[Literal["editor", "auto"], Meta(description="谁决定的：editor 编者，auto 程序")]
Ground = Annotated[str, Meta(description="依据", max_length=400)]
Share = Annotated[float, Meta(ge=0, le=1, description="程序给出的概率")]
Mark = Annotated[
    str,
    Meta(
        max_length=64,
        description="程序写的表的指纹；表一改动，指纹不合，这张表就算编者的",
    ),
]
Answer = Annotated[
    str,
    Meta(
        pattern=rf"^({_TYPED}|[1-9][0-9]*( +\S.*)?)?$",
        description="编者的回答：接哪一行就写它的行号；下文不在这一页写“…”；没有回答就空着",
    ),
]


def _is_gap(text: str) -> bool:
    return bool(text) and not text.strip("….")


class PageForm(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """The page as a whole."""

    title: Annotated[str, Meta(description="这一页在网站上的名称")] = ""
    source: Annotated[str, Meta(description="报纸名称")] = ""
    edition: Annotated[str, Meta(description="版次；不知道就不写")] = ""
    date: Annotated[datetime.date | None, Meta(description="出版日期")] = None
    date_ground: Ground = ""
    digest: Annotated[
        str,
        Meta(
            pattern=r"^([0-9a-f]{64})?$", description="作决定时源文件的 SHA-256（sha256sum 可得）"
        ),
    ] = ""


class UnsureForm(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """A line whose place in the article is doubtful."""

    line: LineRef
    p: Annotated[float, Meta(ge=0, le=1, description="这一行的位置对的概率")]


class ArticleForm(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """One article of the page, in reading order."""

    body: Annotated[tuple[BodyEntry, ...], Meta(description="正文各行，按阅读顺序")]
    title: Annotated[tuple[LineRef, ...], Meta(description="标题所在的行")] = ()
    heading: Annotated[str, Meta(description="源文件没有标题时，编者拟的标题")] = ""
    slug: Annotated[str, Meta(pattern=SLUG, description="网址末段")] = ""
    aliases: Annotated[
        tuple[Annotated[str, Meta(pattern=SLUG)], ...], Meta(description="旧网址末段")
    ] = ()
    kicker: Annotated[tuple[LineRef, ...], Meta(description="眉题")] = ()
    byline: Annotated[tuple[LineRef, ...], Meta(description="署名")] = ()
    label: Annotated[tuple[LineRef, ...], Meta(description="栏目名")] = ()
    jump: Annotated[tuple[LineRef, ...], Meta(description="转版、接版说明")] = ()
    credit: Annotated[tuple[LineRef, ...], Meta(description="文末电讯来源")] = ()
    tags: Annotated[tuple[str, ...], Meta(description="标签")] = ()
    unlinked: Annotated[tuple[str, ...], Meta(description="本文中不自动链接的名称")] = ()
    date: Annotated[datetime.date | None, Meta(description="与整版不同时才写")] = None
    date_ground: Ground = ""
    after: Annotated[
        LineRef | None,
        Meta(description="这些行接在另一篇的这一行之后，同属那一篇（不写 title 等）"),
    ] = None
    by: Decider = "editor"
    unsure: Annotated[
        tuple[UnsureForm, ...], Meta(description="位置没有把握的行，各带概率；程序写的")
    ] = ()
    title_doubt: Annotated[
        str, Meta(max_length=400, description="标题为什么可疑；程序写的，看准了就删去")
    ] = ""
    mark: Mark = ""

    def __post_init__(self) -> None:
        """Gaps are `…` from here on, however they were typed."""
        if any(it != _GAP and _is_gap(it) for it in self.body):
            body = tuple(_GAP if _is_gap(it) else it for it in self.body)
            msgspec.structs.force_setattr(self, "body", body)


class JoinForm(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """Why two lines were put together."""

    tail: LineRef
    head: LineRef
    sure: Annotated[bool, Meta(description="是否有把握；false 时网页上标“存疑”")] = True
    by: Decider = "editor"
    p: Share = 1.0
    ground: Ground = ""
    mark: Mark = ""


class GapForm(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """Why text is missing beside a line; exactly one of before and after."""

    before: LineRef | None = None
    after: LineRef | None = None
    by: Decider = "editor"
    ground: Ground = ""
    mark: Mark = ""


class AsideForm(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """A line kept out of the running text: shown beside an article or only on the source page."""

    line: LineRef
    kind: Annotated[
        Literal["pull-quote", "other"], Meta(description="pull-quote 提要引文；other 其他")
    ]
    article: Annotated[
        str, Meta(description="随哪篇文章显示（写它的 slug）；不写则只在源页显示")
    ] = ""
    by: Decider = "editor"
    ground: Ground = ""
    mark: Mark = ""


class RepairForm(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """An edit laid over one line; the file itself is never changed."""

    line: LineRef
    original: Annotated[
        str, Meta(min_length=1, max_length=200, description="原文（在该行只出现一次）")
    ]
    shown: Annotated[str, Meta(max_length=200, description="改作")]
    kind: Annotated[
        Literal["doubled", "foreign-word", "misprint", "missing", "other"],
        Meta(description="doubled 衍字，foreign-word 外文混入，misprint 误字，missing 脱字"),
    ]
    by: Decider = "editor"
    ground: Ground = ""
    mark: Mark = ""


class RuleForm(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """A safe rule applied to the whole page."""

    repair: Annotated[
        Literal["punctuation-width"],
        Meta(description="punctuation-width：汉字旁的半角 , : ; ? ! ( ) 改为全角"),
    ]
    by: Decider = "editor"
    ground: Ground = ""
    mark: Mark = ""


class SuspicionForm(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """Something that looks damaged; told to the reader, never changed."""

    line: LineRef
    text: Annotated[
        str, Meta(min_length=1, max_length=200, description="可疑的文字（在该行只出现一次）")
    ]
    note: Annotated[str, Meta(min_length=1, max_length=400, description="疑点")]
    by: Decider = "editor"
    mark: Mark = ""


class NoteForm(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """A word to the reader about where a paragraph stands."""

    line: LineRef
    note: Annotated[str, Meta(min_length=1, max_length=400, description="给读者的说明")]


class JumpForm(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """An article that goes on in another file; exactly one of continues and leads.

    The article named is the home: it keeps its URL and the ids of its sentences, so whichever
    page comes later is the one that says where its part belongs.
    """

    line: Annotated[LineRef, Meta(description="本页那一篇的任意一行，通常是转版、接版说明那一行")]
    continues: Annotated[
        str, Meta(pattern=SLUG, description="那一篇接在哪一篇之后（写它的网址末段）：上接某版")
    ] = ""
    leads: Annotated[
        str, Meta(pattern=SLUG, description="那一篇排在哪一篇之前（写它的网址末段）：下转某版")
    ] = ""
    inside: Annotated[bool, Meta(description="一段话在转版处断开；true 时两截接成一段")] = False
    sure: Annotated[
        bool,
        Meta(description="false 是程序的提议，还不生效；看准了就改成 true，不对就删去 mark 一行"),
    ] = True
    by: Decider = "editor"
    p: Share = 1.0
    ground: Ground = ""
    mark: Mark = ""


class QuestionForm(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """A join the program does not dare to make: which line goes on where `tail` breaks off?"""

    tail: LineRef
    heads: Annotated[
        tuple[LineRef, ...], Meta(max_length=5, description="可能的下文，最可能的在前")
    ] = ()
    p: Annotated[
        tuple[Annotated[float, Meta(ge=0, le=1)], ...],
        Meta(max_length=5, description="各行是下文的概率，次序同 heads"),
    ] = ()
    missing: Annotated[float, Meta(ge=0, le=1, description="下文不在这一页的概率")] = 0.0
    answer: Answer = ""
    by: Decider = "editor"
    mark: Mark = ""

    def __post_init__(self) -> None:
        """A gap is `…` from here on, however it was typed."""
        if _is_gap(self.answer):
            msgspec.structs.force_setattr(self, "answer", _GAP)


class ReviewForm(Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    """The whole review file."""

    page: PageForm = PageForm()
    articles: tuple[ArticleForm, ...] = ()
    joins: tuple[JoinForm, ...] = ()
    gaps: tuple[GapForm, ...] = ()
    asides: tuple[AsideForm, ...] = ()
    repairs: tuple[RepairForm, ...] = ()
    rules: tuple[RuleForm, ...] = ()
    suspicions: tuple[SuspicionForm, ...] = ()
    notes: tuple[NoteForm, ...] = ()
    questions: tuple[QuestionForm, ...] = ()
    jumps: tuple[JumpForm, ...] = ()
