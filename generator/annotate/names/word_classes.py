"""Word and its tag -> the class that rules on names go by."""

from __future__ import annotations

import re

from generator.annotate.names.gazetteer import named_inside
from generator.annotate.names.word_lists import (
    COMPOUND,
    GLUE,
    UNCOMMON,
    WORD,
    lists,
    not_names,
    surnames,
)
from generator.text.common_words import rarity
from generator.text.segment import is_word

_WRITTEN = re.compile(
    "(?:(?P<m>第?[0-9０-９.,%％〇零一二两三四五六七八九十百千万亿]+)"
    "|(?P<E>[A-Za-z][A-Za-z0-9+.&-]*)"
    r"|[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]+)\Z"
)
"""In figures, in Latin letters, in Chinese characters."""
_ORG_ENDINGS = re.compile(
    "(?:公司|集团|大学|学院|研究院|研究所|委员会|协会|学会|联合会|基金会|银行|医院|法院|检察院"
    "|中心|总局|出版社|通讯社|日报社|电视台|实验室|博物馆|图书馆|学校|中学|小学|合作社|救援队"
    "|俱乐部|联盟|商会|大使馆|局|厅|党委|政府)\\Z"
)
_WORKS = re.compile("(?:厂|[剧乐]团|杂技团|艺术团|舞团|剧院|画院|福利院|敬老院|殡仪馆)\\Z")
_COMMON = 7.5
"""idf below which a word that could be a name is taken for a word."""
_NO_LAST = frozenset(
    "日碑证人感潮会原记国者性化业员器学机率度法论品物费车船室层类型体剂药病症票证书报刊戏剧片曲歌舞赛杯奖节会议案件题量力感观界圈区县市省州镇乡村队组团部局厅处所院校厂店铺馆站场街路楼房屋门窗桌椅板布衣帽鞋袜饭菜汤酒茶糖果瓜豆麦米面粉油盐酱醋肉蛋鱼虾蟹鸡鸭鹅猪牛羊狗猫鼠虫鸟树草花木叶根茎皮头脸眼耳鼻口手脚腿身心肝肺胃肾血骨毛发人们家工农兵商"
)
_NO_GIVEN = frozenset("者性证会感潮国院人业化法碑馆堂率机器县区镇乡村旗郡")
_BEFORE_STATE = frozenset("建爱卫振兴保治定安为报立新庆志忠正")
"""王建国 is a man, 战败国 is none."""
_NO_OFFICE = frozenset("团队 战队 军队 车队 内部 外部 全部 局部 部署 会议厅 东北部 西北部".split())
_OFFICE_ENDINGS = frozenset("部处室局署庭站队")
_PLACE_ENDINGS = re.compile("[省市县区州旗盟镇乡村屯寨庄岛湾河江湖山]\\Z")


def classify(word: str, tagged: str) -> str:
    """One letter; or, for a word that falls in two, class, length of the first, class.

    W mark, m numeral, E Latin word, o office, r role, V verb of speech, y what follows a subject,
    g what stands before an object, Y both, S suffix of bodies, T word that ends in one, G body of
    the dictionary, p suffix of places, q unknown word that ends in one, K place of the dictionary,
    N Chinese name of a person, M noun that may be one, H surname, R foreign name, X unknown word, h single character,
    n noun, u noun that ends like an office (服务部), v verb, c conjunction, d 的, t time; · all else.
    """
    table = lists()
    halves = table.splits.get(word)
    if halves is not None:
        first, second = halves
        return f"{table.classes.get(first, 'n')}{len(first)}{table.classes.get(second, 'o')}"
    if len(word) > 2:
        for length in (2, 3):
            body, office = word[:-length], word[-length:]
            if table.classes.get(office) == "o" and table.classes.get(body) == "S":
                return f"S{len(body)}o"
    found = table.classes.get(word)
    if found is not None and not (len(word) == 1 and found in "yYgV" and word in surnames()):
        return found
    written = _WRITTEN.match(word)
    if written is None:
        return "W"
    if written.lastgroup is not None:
        return written.lastgroup
    if word == "的":
        return "d"
    if word in "和与及或、":
        return "c"
    if len(word) == 1:
        return "H" if word in surnames() else "h"
    return "H" if word in COMPOUND and rarity(word) >= WORD else _longer(word, tagged)


def _may_be_person(word: str) -> bool:
    return word[0] in surnames() and word[2] not in _NO_LAST


_STATE_HEADS = ("国家", "中央", "中共", "中华", "全国")
_BODY_LAST = frozenset("局厅部委所社党队司院处室军团")
_PREPOSITIONS = frozenset("以由向把每各个该这那还从对将在按经任等")


def _has_a_name(word: str) -> bool:
    """经贸委, 柯达公司, 国家统计局; but no 法律委员会, 税务所, 重点中学."""
    if named_inside(word) or (word.startswith(_STATE_HEADS) and len(word) > 4):
        return True
    ending = _ORG_ENDINGS.search(word)
    if ending is None and word[-1] not in _BODY_LAST:
        return False
    stem = word[: ending.start()] if ending else word[:-1]
    if len(stem) == 2:
        return rarity(stem) >= UNCOMMON
    halves = (stem[at : at + 2] for at in range(0, len(stem), 2))
    return len(stem) % 2 == 1 or any(rarity(it) >= UNCOMMON for it in halves)


def _no_given(word: str) -> bool:
    return word[2] in _NO_GIVEN and not (word[2] == "国" and word[1] in _BEFORE_STATE)


def _sounds_chinese(word: str) -> bool:
    """郑国梁, which a segmenter that guesses takes for a place."""
    return len(word) == 3 and word[0] in surnames() and not _PLACE_ENDINGS.search(word)


_MEETING = re.compile("[一二三四五六七八九十](?:大|中全会)$")


def _longer(word: str, tagged: str) -> str:
    common = word in not_names()
    known = is_word(word)
    if tagged[0] == "n" and tagged != "nt" and len(word) > 2 and not common and _WORKS.search(word):
        # 玉溪|卷烟厂
        return "T"
    if word[-1] == "队" and len(word) > 2 and (tagged == "nz" or rarity(word[:-1]) >= UNCOMMON):
        return "T"
    if tagged == "nt" and _MEETING.search(word):
        # 中共十五大, 中共十一届三中全会: met, and was no body.
        return "n"
    if tagged == "nt" and not common:
        if _has_a_name(word):
            return "G"
        return "T" if _ORG_ENDINGS.search(word) or word[-1] in _BODY_LAST else "n"
    if (tagged == "m" or (not known and tagged in ("ns", "nt", "nz"))) and _sounds_chinese(word):
        return "N"
    if not known and len(word) == 2 and word[0] in _PREPOSITIONS:
        return "·"
    if not known and tagged.startswith("nr") and word[-1] in "镇乡村" and len(word) > 2:
        return "q"
    if tagged == "ns" and not common:
        return "K" if len(word) > 2 or not known or rarity(word) >= _COMMON else "n"
    if (
        len(word) > 2
        and word not in _NO_OFFICE
        and _ORG_ENDINGS.search(word)
        and tagged in ("n", "nz", "nt", "nr", "ns", "x")
    ):
        return "T"
    if tagged.startswith("nr") and not common and not (known and rarity(word) < _COMMON):
        if tagged == "nrt":
            return "R"
        start = word[:2] if word[:2] in COMPOUND and len(word) > 2 else word[0]
        if start in surnames() and len(word) - len(start) in (1, 2):
            return "n" if known and len(word) == 3 and _no_given(word) else "N"
        return "R" if known else "X"
    if not known:
        if common:
            return "n"
        if _PLACE_ENDINGS.search(word):
            return "q"
        if word[0] in surnames() and (len(word) <= 3 or (len(word) == 4 and word[3] in GLUE)):
            return "N"
        return "X"
    if len(word) == 3 and tagged[0] == "n" and rarity(word) >= _COMMON and _may_be_person(word):
        return "M"
    if (
        tagged[0] == "n"
        and word[-1] in _OFFICE_ENDINGS
        and _NO_OFFICE.isdisjoint((word[-2:], word[-3:]))
    ):
        return "u"
    if tagged[0] in "njb" or tagged in ("vn", "an", "l", "i", "s"):
        return "n"
    if tagged[0] == "v":
        return "v"
    if tagged[0] == "t":
        return "t"
    if tagged[0] in "cp":
        return "c"
    if tagged == "a":
        return "a"
    return "·"
