"""The records of the data files, field by field; their descriptions are the data page's too.

In JSON Lines fields that say nothing are left out; in CSV every row has every field.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from generator.model.findings import Number

Id = Annotated[str, Meta(description="编号，内容不变则编号不变")]
Proven = Annotated[str, Meta(description="原文所在的文件")]
Pieces = Annotated[
    str, Meta(description="在原文件中的位置：行:起-止，按阅读次序；Markdown 文章没有")
]
Repairs = Annotated[str, Meta(description="对原文字的校改（JSON：[[起, 止, 改作]]），没有则空")]
StatementKind = Literal[
    "figure", "event", "date", "office", "quote", "document", "programme", "relation"
]


class ArticleRecord(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """一篇文章"""

    id: Id
    title: Annotated[str, Meta(description="标题")]
    url: Annotated[str, Meta(description="网页地址")]
    date: Annotated[str, Meta(description="发表日期，ISO 8601")] = ""
    source: Annotated[str, Meta(description="报刊或机构")] = ""
    edition: Annotated[str, Meta(description="版次或栏目")] = ""
    kicker: Annotated[str, Meta(description="引题")] = ""
    authors: Annotated[tuple[str, ...], Meta(description="作者")] = ()
    tags: Annotated[tuple[str, ...], Meta(description="标签")] = ()
    topics: Annotated[tuple[str, ...], Meta(description="所属专题的编号")] = ()
    files: Annotated[tuple[str, ...], Meta(description="出自哪些文件")] = ()
    characters: Annotated[int, Meta(description="正文字数")] = 0
    sentences: Annotated[int, Meta(description="句数")] = 0
    restored: Annotated[bool, Meta(description="是否由报纸版面复原")] = False
    reviewed: Annotated[bool, Meta(description="编者是否核过版面复原")] = True
    sure: Annotated[int, Meta(description="位置确定的字数（复原的文章）")] = 0
    total: Annotated[int, Meta(description="应有的字数（复原的文章）")] = 0


class TopicRecord(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """一个专题"""

    id: Id
    title: Annotated[str, Meta(description="名称")]
    url: Annotated[str, Meta(description="网页地址")]
    kind: Annotated[str, Meta(description="类别")] = ""
    parent: Annotated[str, Meta(description="上级专题的编号")] = ""
    aliases: Annotated[tuple[str, ...], Meta(description="别名")] = ()
    terms: Annotated[tuple[str, ...], Meta(description="用来选取段落的词语")] = ()
    articles: Annotated[tuple[str, ...], Meta(description="主要讲它的文章的编号")] = ()
    passages: Annotated[int, Meta(description="段落数")] = 0


class EntityRecord(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """人物、机构、地点、文件、词语、提法：文章里提到的一个对象"""

    id: Id
    kind: Annotated[
        str,
        Meta(
            description="person 人物，organisation 机构，place 地点，document 文件，"
            "term 词语，programme 计数的政策提法"
        ),
    ]
    name: Annotated[str, Meta(description="名称")]
    apart: Annotated[str, Meta(description="与同名者的区别，如人物所在的机构")] = ""
    aliases: Annotated[tuple[str, ...], Meta(description="别名、简称")] = ()
    url: Annotated[str, Meta(description="网页地址；没有单独一页的为空")] = ""
    note: Annotated[str, Meta(description="编者的说明")] = ""
    found_by: Annotated[
        str, Meta(description="editor 编者立目，recurrence 几个专题共有，text 从文章中识别")
    ] = ""
    mentions: Annotated[int, Meta(description="提到多少次")] = 0
    articles: Annotated[int, Meta(description="在多少篇文章里")] = 0
    topics: Annotated[tuple[str, ...], Meta(description="相关专题的编号")] = ()
    grounds: Annotated[
        tuple[str, ...], Meta(description="几处名字为何算作同一个：程序或编者的理由")
    ] = ()


class SentenceRecord(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """一个句子，连同其中提到的人和事"""

    id: Id
    article: Annotated[str, Meta(description="文章的编号")]
    text: Annotated[str, Meta(description="句子，与网页一字不差")]
    url: Annotated[str, Meta(description="句子在网页上的地址")]
    source: Proven
    pieces: Pieces = ""
    repairs: Repairs = ""
    heading: Annotated[str, Meta(description="所在小标题")] = ""
    mentions: Annotated[
        tuple[tuple[int, int, str], ...],
        Meta(description="句中提到的对象：[起, 止, 对象编号]，按字计，从 0 起"),
    ] = ()


class StatementRecord(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """一条陈述：一句话里说的一个数据、一件事、一个时间、一任职务、一段话……"""

    id: Id
    kind: Annotated[
        StatementKind,
        Meta(
            description="figure 数据，event 事件，date 时间，office 职务，quote 言论，"
            "document 文件，programme 计数提法，relation 关系"
        ),
    ]
    article: Annotated[str, Meta(description="文章的编号")]
    sentence: Annotated[str, Meta(description="所据的句子，与网页一字不差")]
    url: Annotated[str, Meta(description="句子在网页上的地址")]
    words: Annotated[str, Meta(description="句中的原话：数据、时间、引语或整个分句")]
    source: Proven
    pieces: Pieces = ""
    repairs: Repairs = ""
    subject: Annotated[str, Meta(description="主体：谁的数据，谁做的事，谁任职，谁说的")] = ""
    predicate: Annotated[str, Meta(description="指标、动作、职务、文种或关系")] = ""
    object: Annotated[str, Meta(description="客体：签了什么，任职的机构，发文机关，提法的各项")] = (
        ""
    )
    value: Annotated[
        Number | None, Meta(description="数值，已化成基本单位：77.8亿元 是 7780000000；区间取低值")
    ] = None
    value_high: Annotated[Number | None, Meta(description="区间的高值")] = None
    unit: Annotated[str, Meta(description="单位")] = ""
    qualifiers: Annotated[
        tuple[str, ...],
        Meta(
            description="approx 约，min 以上，more 超、余，max 以内，less 不足，"
            "target 目标，cumulative 累计，new 新增"
        ),
    ] = ()
    status: Annotated[
        str,
        Meta(
            description="数据：actual 现状，target 目标，change 增减，change-target 增减的目标；"
            "言论：direct 直接引语，indirect 间接引语；关系：planned 将有，还没有"
        ),
    ] = ""
    change: Annotated[str, Meta(description="增减的说法，如“同比增长”")] = ""
    measure_said: Annotated[str, Meta(description="指标在句中的原话")] = ""
    date: Annotated[str, Meta(description="所指的时间，EDTF（ISO 8601-2）")] = ""
    date_said: Annotated[
        bool, Meta(description="时间是这句话说明的；false：据上下文或日期推定")
    ] = True
    date_basis: Annotated[str, Meta(description="相对时间是怎样推算的")] = ""
    place: Annotated[str, Meta(description="地点")] = ""
    article_date: Annotated[str, Meta(description="文章的发表日期：说这话的时候")] = ""
    part_of: Annotated[str, Meta(description="时间：它是哪一条事件的时间")] = ""
    entities: Annotated[
        tuple[tuple[str, str], ...],
        Meta(
            description="牵涉的对象：[作用, 对象编号]；作用是 subject 主体，object 客体，place 地点"
        ),
    ] = ()
