"""Lines of a new page -> the text of a review file for its editor to work on."""

from __future__ import annotations

import json
from itertools import takewhile
from unicodedata import category

from generator.restore.lines import Line
from generator.restore.unreviewed import in_file_order

_FIRST = 12
"""Characters of a line that name it; short, and nearly always enough to be unique."""
_CONTROLS = frozenset(("Cc", "Zl", "Zp"))

_HEAD = """# 这一页的整理记录。行号后面是该行开头的几个字，两者都对得上，决定才生效。
# 各行现在按文件原有的次序列在一篇里，请改成文章：
#   “# ”打头是小标题，“+ ”打头是接在上一行之后（同一段），单写“…”是此处有缺。
#   每篇文章一个 [[articles]]；署名、眉题、栏目名、转版说明、电头分别写 byline、kicker、label、jump、credit。
#   不属正文的行写进 [[asides]]；校改写 [[repairs]]，只疑不改写 [[suspicions]]。

[page]
# title = "这一页的名称"
# source = "报名"
# date = 2022-10-10
# date-ground = "日期的依据"
digest = "{digest}"

[[rules]]
repair = "punctuation-width"
ground = "中文里的半角标点改全角。"

"""


def review_skeleton(lines: tuple[Line, ...], digest: str) -> str:
    """TOML: every line of the page in file order, ready to be rearranged."""
    out = [_HEAD.format(digest=digest)]
    for article in in_file_order(lines).articles:
        out.append('[[articles]]\n# slug = "网址末段"\n')
        if article.title:
            out.append(f"title = [{', '.join(_short(it) for it in article.title)}]\n")
        else:
            out.append('heading = "（编者拟的标题）"\n')
        out.append("body = [\n")
        out += [f"  {_short(it)},\n" for it in article.body]
        out.append("]\n")
    return "".join(out)


def _short(reference: str) -> str:
    number, _, text = reference.partition(" ")
    # A review file may hold no control characters, and the first few before one name the line too.
    first = "".join(takewhile(lambda it: category(it) not in _CONTROLS, text[:_FIRST]))
    return json.dumps(f"{number} {first.rstrip()}", ensure_ascii=False)
