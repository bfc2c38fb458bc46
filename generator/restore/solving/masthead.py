"""A line -> whether it belongs to the page as a whole: the newspaper's name, the date, the page's number."""

from __future__ import annotations

import re

_HAN = "[\u3400-\u9fff]"
_NUMBER = "(?:[0-9]{1,4}|[一二三四五六七八九十百零〇]{1,5})"
_PAPER = rf"{_HAN}{{1,8}}(?:日报|晚报|早报|晨报|时报|周报|商报|周末|青年报|都市报|经济报|农民报|工人报|法治报|教育报)"
_PAGE = rf"(?:第\s*)?(?:[A-Z]?\s*{_NUMBER})\s*版(?:面)?"
_DIGIT = "[0-9〇零一二三四五六七八九十]"
_DATE = rf"(?:公元)?{_DIGIT}{{4}}\s*年\s*{_DIGIT}{{1,3}}\s*月\s*{_DIGIT}{{1,3}}\s*日"
_OTHERS = (
    r"星期[一二三四五六日天]",
    rf"农历{_HAN}{{2,12}}",
    rf"(?:总\s*)?第\s*{_NUMBER}[0-9]?\s*期",
    rf"今日\s*{_NUMBER}\s*版",
)
_PARTS = re.compile("|".join(f"({it})" for it in (_PAPER, _PAGE, _DATE, *_OTHERS)))
_SET_APART = r"[\s·|｜/—，、（）-]"
_BETWEEN = re.compile(
    rf"{_SET_APART}*|{_SET_APART}+{_HAN}{{2,4}}{_SET_APART}*|{_HAN}{{2,4}}{_SET_APART}+"
)
_LONGEST = 60


def is_masthead(text: str) -> bool:
    """`text`: normalised. A page's number alone, or two parts of a masthead and nothing else.

    A date or a name alone may as well sign an article. One word may stand beside: 第2版 要闻.
    """
    if len(text) > _LONGEST or text[-1:] in "。！？…":
        return False
    parts = list(_PARTS.finditer(text))
    if not parts:
        return False
    rest = _PARTS.sub("\0", text).split("\0")
    spoken = [it for it in rest if re.search(_HAN, it)]
    if len(spoken) > 1 or not all(_BETWEEN.fullmatch(it) for it in rest):
        return False
    return len(parts) > 1 or bool(re.fullmatch(_PAGE, parts[0][0]) and _marked(text))


def _marked(text: str) -> bool:
    """Whether the number is set as a page's: 第二版, A02版, 02版, not 转十版."""
    return re.match(r"\s*(?:第|[A-Z]\s*[0-9]|0[0-9])", text) is not None
