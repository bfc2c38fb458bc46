"""A text in either script -> one form for both: what a converted page is compared in.

A twin's quotation says what its source says if each character is the source's or a traditional
form of it. The table is of characters, by a source of its own; the converter goes by phrases. Of
what it may write for one character this knows all forms, so a wrong choice between 后 and 後 passes;
another word, a missing or an added one does not.
"""

from __future__ import annotations

from functools import cache

from generator.text.data import read_table

_FURTHER = (
    "著着 瞭了 覆复 藉借 儘侭 麼么 麽么 么幺 暱昵 簷檐 瀋渖 痺痹 睪睾 線缐 齶腭 顎腭 託讬 諮谘 鉅钜 鍾锺 "
    "餘馀 鯰鲇 鯰鮎 麴麹 麵麺 緪縆 鏇镟 穭稆 蒍蔿 "
    "座坐 俱具 幷并 揹背 像象 勣𪟝 頫𫖯 逕径 鱲𫚭 暐𬀩 彷仿 谿溪 伕夫 薰熏 牴抵 鍊链 灙𣺼 蝀𬟽 "
    "蹻𫏋 譞𫍽 篠筱 搧扇 澂澄 濬浚 𣈶暅 鏚戚 潀潨 蘗檗 拏拿 鎗枪 燄焰 哩里 唚吣 斲斫 𣯶毶"
).split()
"""Pairs that are one as well: what phrases write where the table has nothing or another form."""
CONVERTED = ' data-converted="'
"""On the <html> of a page that was converted."""


def one_script(text: str) -> str:
    """As long as the text itself."""
    return text.translate(_forms())


@cache
def _forms() -> dict[int, str]:
    pairs = {traditional: first for traditional, first, *_ in read_table("simplified.tsv")}
    for pair in _FURTHER:
        one, other = pair[0], pair[1]
        if _end(pairs, one) != _end(pairs, other):
            pairs[_end(pairs, one)] = _end(pairs, other)
    return {ord(it): _end(pairs, it) for it in pairs}


def _end(pairs: dict[str, str], character: str) -> str:
    """馀 -> 余 and 餘 -> 余, over as many steps as it takes."""
    seen = {character}
    while character in pairs and pairs[character] not in seen:
        character = pairs[character]
        seen.add(character)
    return character
