"""Title and what stands around it -> the type of a document."""

from __future__ import annotations

import re
from functools import cache

from generator.text.data import read_table
from generator.text.late import late

_TYPES = (
    "行动计划|意见|办法|条例|规定|规划|纲要|通知|决定|决议|建议|报告|法典|宪法|协议|协定|公约|条约|宪章|宣言"
    "|声明|公报|白皮书|蓝皮书|绿皮书|皮书|计划|方案|倡议|措施|指南|指引|标准|规范|规程|规则|细则|准则|章程|目录"
    "|名录|清单|公告|通告|通报|批复|解释|备忘录|议定书|合同|预案|路线图|框架|共识|大纲|要点|讲话|说明|修正案"
    "|议案|提案|判决书|倡议书|任务书|责任书|承诺书|指示|命令|概念文件|文件|战略|构想|合约|公开信|调查"
)
_SUFFIX = late(f"(?:{_TYPES})\\Z")
_ALIAS = {"宪法": "法", "概念文件": "文件", "皮书": "", "构想": "", "调查": "", "合约": ""}
_TRAILING = late(
    r"(?:\s*[（(〔\[][^（()）〔〕\[\]]{0,40}[）)〕\]]|草案|修订稿|修正稿|初稿|文本|全文|[”’])+\Z"
)

NOT_LAW = frozenset(
    "方办做说看想用书语文句兵魔手章历针剑枪拳技疗心佛司执守立普依合非违犯学懂护讲乘加减除国家阵戏"
    "无设笔刀画唱打玩算写读教身步指高变正得不枉知遵尊宗作配栽育养培释据妙活大本地效师道如伏贪徇尚"
    "修论断推量测演仿取称叫尽有没以中阿英美"
)
"""What before 法 makes another word of it: 办法, 司法, 书法; 基本法 and the like stand in the list of laws."""
_LAW = late(r"[\u4e00-\u9fff]{2,}法\Z|\A[刑民]法\Z")


@cache
def law_names() -> frozenset[str]:
    """Laws and regulations of the packaged list."""
    return frozenset(name for name, *_ in read_table("laws.tsv"))


_SURE_LAW = ("基本法", "教育法", "监督法")
_ABOUT = late(
    "切实|实施|全面|坚持|加强|贯彻|学好|用好|学习|关于|认识|推进|推动|让|以|在|做|为|编纂|谱写|完善|弘扬"
)
"""Begins the title of an article about a law, not of a law."""

_NEWSPAPER = late(
    "(?:日报|晚报|早报|晨报|时报|商报|青年报|都市报|快报|周报|邮报|导报|画报|先驱报|电讯报|卫报)\\Z"
)

_KINDS = {
    "电视剧": "电视剧 电视连续剧 连续剧 网络剧 短剧 广播剧 微短剧",
    "电影": "电影 影片 故事片 动画电影 微电影 大片 国产片",
    "纪录片": "纪录片 专题片 宣传片 短片 动画片 政论片",
    "歌曲": "歌曲 主题曲 民歌 儿歌 组歌 歌谣 民谣 交响曲 合唱 单曲",
    "小说": "小说",
    "诗歌": "诗歌 组诗 长诗 诗作 诗篇",
    "散文": "散文",
    "报告文学": "报告文学",
    "书": "图书 新书 著作 专著 教材 译著 自传 传记 回忆录 名著 巨著 古籍 史书 绘本 诗集 散文集 文集 小册子 丛书 画册"
    " 课本 教科书 词典 字典",
    "话剧": "话剧",
    "舞剧": "舞剧 舞蹈诗剧 民族舞剧",
    "歌剧": "歌剧 歌舞剧 音乐剧",
    "戏曲": "京剧 昆曲 越剧 川剧 粤剧 豫剧 黄梅戏 秦腔 评剧 沪剧 戏曲 昆剧 花鼓戏",
    "舞蹈": "舞蹈 歌舞",
    "小品": "小品",
    "相声": "相声",
    "画": "油画 国画 画作 名画 版画 壁画 漫画 连环画",
    "雕塑": "雕塑 群雕",
    "栏目": "栏目 专栏",
    "节目": "节目 综艺",
    "游戏": "游戏 手游",
    "杂志": "杂志 期刊 刊物 周刊 月刊 学刊",
    "报": "报纸 报",
    "文章": "文章 社论 论文 评论 长文 特稿 署名文章",
    "报道": "通讯 消息 报道",
    "白皮书": "白皮书",
    "蓝皮书": "蓝皮书",
    "绿皮书": "绿皮书",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_WORDS = "|".join(sorted(_KIND_OF, key=len, reverse=True))
_BEFORE = late(f"(?:{_WORDS})(?:名为|题为|是)?\\Z")
_AFTER = late(
    "(?P<kind>杂志|期刊|周刊|月刊|栏目|节目|专栏|白皮书|蓝皮书|绿皮书|电视剧|电影|纪录片|专题片|舞剧|话剧|歌剧"
    "|音乐剧|画册|丛书|图书|游戏)|(?P<book>一书|这本书|(?:第[一二三四五六七八九十0-9]+[卷册辑])?"
    "(?:[中英法俄日德]文版)?(?:图书|出版发行|首发|推介会)|第[一二三四五六七八九十0-9]+[卷册辑])"
    "|(?P<report>(?:临时|年度|研究|最新|总结|评估)?报告(?![会文中]))|(?P<poem>一诗)|(?P<piece>一文)|(?P<song>一歌)"
)
_READ = {"book": "书", "report": "报告", "poem": "诗歌", "piece": "文章", "song": "歌曲"}


def paper_type(text: str, start: int, end: int) -> str:
    """Type of the document with marks at text[start:end]; empty where nothing tells."""
    before = _BEFORE().search(text, max(0, start - 8), start)
    if before:
        return _KIND_OF[re.sub("(?:名为|题为|是)\\Z", "", before.group())]
    after = _AFTER().match(text, end, end + 12)
    if after and after.lastgroup == "kind":
        return _KIND_OF[after.group()]
    if after and after.lastgroup:
        return _READ[after.lastgroup]
    return title_type(text[start + 1 : end - 1])


def title_type(title: str) -> str:
    """Type by the last word of the title; brackets at its end left out."""
    title = _TRAILING().sub("", title.strip())
    found = _SUFFIX().search(title)
    if title.endswith(("法", "法典")) and _ABOUT().match(title):
        return ""
    if found:
        word = found.group()
        return _ALIAS.get(word, word)
    if _NEWSPAPER().search(title):
        return "报"
    if (
        title in law_names()
        or title.endswith(_SURE_LAW)
        or (title.startswith("中华人民共和国") and title.endswith("法"))
    ):
        return "法"
    return "法" if _LAW().search(title) and title[-2] not in NOT_LAW else ""
