"""A page whose interface speaks another language than its texts -> the same with lang on the texts.

A screen reader changes its voice by `lang`, a browser its font. `<html lang>` is the interface's;
here each element that shows a source's words, and whatever else is written in the language of the
texts, is given theirs.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.present.tokens import Token, tokens

_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_STRETCH = re.compile(
    rf"[《“（「]*[{_HAN}](?:[{_HAN}0-9A-Za-z、，。；：·—%％.《》“”「」（）！？-]*[{_HAN}])?[》”）」。！？]*"
)
_WORD = re.compile(r"[a-z]{2}")
_NO_HAN = re.compile(rf"[^{_HAN}]+")
_WHOLE = frozenset(("title", "option", "text", "tspan", "textarea", "desc"))
"""Elements that can hold no element around a part of their text."""
_LANG = re.compile(r'\slang="([^"]*)"')


def marked(page: str, interface: str, content: str) -> str:
    """`interface`, `content`: BCP 47, of what the program and of what the texts say."""
    found = [*tokens(page), Token("other", "")]
    out = [it.text for it in found]
    spoken = [(interface, -1)]
    for at, it in enumerate(found):
        if it.kind == "start":
            said = _LANG.search(it.text)
            tongue = said[1] if said else spoken[-1][0]
            if not said and tongue != content and _quotes(it):
                out[at] = _with(it.text, content)
                tongue = content
            spoken.append((tongue, at))
        elif it.kind == "end" and len(spoken) > 1:
            spoken.pop()
        elif it.kind == "text" and spoken[-1][0] == interface and is_foreign(it.text, interface):
            parent = spoken[-1][1]
            whole = interface != "en" or not _WORD.search(it.text)
            alone = parent == at - 1 and found[at + 1].kind == "end" if parent >= 0 else False
            if whole and (alone or (parent >= 0 and found[parent].name in _WHOLE)):
                out[parent] = _with(out[parent], content)
                spoken[-1] = (content, parent)
            elif parent < 0 or found[parent].name not in _WHOLE:
                out[at] = _STRETCH.sub(rf'<span lang="{content}">\g<0></span>', it.text)
    return "".join(out)


@lru_cache(maxsize=1 << 14)
def is_foreign(text: str, interface: str) -> bool:
    """Whether it is not written as the interface is: in Chinese, or in the other script."""
    han = _NO_HAN.sub("", text)
    if not han or interface == "en":
        return bool(han)
    # Big5 has the characters of traditional writing, GB 2312 those of simplified.
    try:
        han.encode("cp950" if interface == "zh-Hant" else "gb2312")
    except UnicodeEncodeError:
        return True
    return False


def _quotes(tag: Token) -> bool:
    # An article that somebody wrote has its source on the whole, with all that we say beside it.
    return " data-source=" in tag.text and tag.name != "article"


def _with(tag: str, content: str) -> str:
    end = len(tag) - 1
    return f'{tag[:end]} lang="{content}">'
