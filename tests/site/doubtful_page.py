"""A made-up page that a program put together: joins of several probabilities, and what is open.

What the program wrote ends in a mark, as in every review file; `EDITED` is the same page after
its editor has taken over the first article.
"""

from __future__ import annotations

from generator.forms.marks import mark_of

TEXT = """青湖镇修渠记

◎本报记者 林一

入冬以来，青湖镇的水渠工地上一片繁忙。镇里计划在开春前疏通十二条支渠。

老支书周大海说，渠修通了，下游三千亩地就不再看天吃饭。去年夏天水上不来，他带着村民挑了半个月的水，今年要把这条渠修

石桥小学有了图书室

◎本报通讯员 高敏

通，让大家睡个安稳觉。

石桥小学的新图书室上周开放。孩子们们排着队走进去，书架上摆着三千册新书。校长说，学校过去只有一个书

柜，借书要等上好几天。

镇水利站的技术员每天都在工地上，量坡度，验石料，遇到漏水的地方当天就返

工。到本月中旬，已经疏通七条支渠，完成土方四万立方米。

图书室每天放学后开放两个小时，由高年级学生轮流值班。

渠修通了，下游三千亩地就不再看天吃饭。

下一步，镇里打算把管护的责任分到各村，每条渠都有人巡、有人修，费用从

村集体收入里列支。
"""

_TABLES = (
    """[[articles]]
slug = "xiuqu"
title = ["1 青湖镇修渠记"]
byline = ["3 ◎本报记者"]
body = ["5 入冬以来", "7 老支书", "+ 13 通，让", "19 镇水利站", "+ 21 工。到", "27 下一步", "29 村集体"]
unsure = [{ line = "19 镇水利站", p = 0.71 }]
by = "auto"
""",
    """[[articles]]
slug = "tushushi"
title = ["9 石桥小学有了"]
title-doubt = "上面没有空行之外的标记。"
byline = ["11 ◎本报通讯员"]
body = ["15 石桥小学的", "+ 17 柜，借书", "23 图书室每天"]
by = "auto"
""",
    """[[joins]]
tail = "7 老支书"
head = "13 通，让"
by = "auto"
p = 0.9996
ground = "词被切断：修|通"
""",
    """[[joins]]
tail = "15 石桥小学的"
head = "17 柜，借书"
by = "auto"
p = 0.62
sure = false
ground = "词被切断：书|柜（第7、13行已相接）"
""",
    """[[joins]]
tail = "19 镇水利站"
head = "21 工。到"
by = "auto"
p = 0.973
ground = "词被切断：返|工"
""",
    """[[asides]]
line = "25 渠修通了"
kind = "pull-quote"
article = "xiuqu"
by = "auto"
ground = "全文见于第7行"
""",
    """[[repairs]]
line = "15 石桥小学的"
original = "们们"
shown = "们"
kind = "doubled"
by = "auto"
ground = "“们”字重出"
""",
    """[[questions]]
tail = "27 下一步"
heads = ["29 村集体", "23 图书室每天"]
p = [0.55, 0.2]
missing = 0.25
by = "auto"
""",
)


def _marked(table: str) -> str:
    return f'{table}mark = "{mark_of(table.splitlines())}"\n'


_PAGE = '[page]\ntitle = "青湖报"\n'
REVIEW = "\n".join((_PAGE, *map(_marked, _TABLES)))
EDITED = "\n".join((_PAGE, _TABLES[0], *map(_marked, _TABLES[1:])))

FILES = {"pages/qinghu.txt": TEXT, "pages/qinghu.review.toml": REVIEW}
