"""Lines -> units: what is compared instead of the line, and what a line is by its form alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from generator.restore.lines import Line
from generator.restore.solution import LineKind
from generator.restore.solving.masthead import is_masthead
from generator.text.data import read_table

_WIDE = str.maketrans(",:;?!()", "，：；？！（）")
_OPENING = "“‘（《【「『〔"
_CLOSING = "”’）》】」』〕"
_TERMINAL = frozenset("。！？…")
_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, which no segmenter takes."""
_TRAILING = "”’）》】」』〕\"' \t\u3000"
LONGEST = 4000
"""Characters of a line the solver looks at, half at each end: a line of a megabyte is compared by these."""

_HAN = "[\u3400-\u9fff]"
_NAME = re.compile(rf"{_HAN}{{2,4}}|{_HAN}{{1,6}}·[\u3400-\u9fff·]{{1,12}}|{_HAN} {_HAN}")
_PAPER = (
    r"(?:本[报刊社网台]|新华社|中新社|[\u3400-\u9fff]{1,8}(?:日报|晚报|早报|晨报|时报|周报|商报|青年报|都市报|"
    r"经济报|农民报|工人报|法治报|教育报|军报|通讯社|电视台|客户端|公众号|融媒体中心)|(?:中国[\u3400-\u9fff]{0,4}|人民|新华|央视|光明)网|"
    r"央视新闻|澎湃新闻|新京报|中青报|解放军报|南方周末)"
)
_ROLE = re.compile(
    rf"(?:{_PAPER}[·、]?)*(?:特约|特派|驻{_HAN}{{1,8}}?|实习|见习|全媒体|首席|高级|报道组|融媒体|摄影|文字)*"
    r"(?:记者|通讯员|评论员|特派员|实习生|撰稿人|撰稿|编辑|编译|作者|摄影|文图|图文|撰文|供稿|综合报道|报道|整理)"
    r"|(?:文|图|摄影|撰文|整理|采写)\s*[/／](?:\s*[文图摄](?!\S))?"
)
_BYLINE_MARK = re.compile(r"^[◎●■□◆▲△★☆※○⊙▶►\-—|｜/\s]+")
_NAME_MARKS = frozenset("◎□■")
"""Behind these a name may stand without a role; the others stand before headings and quotations as well."""
_BYLINE_PLAIN = re.compile(
    rf"^（?(?:{_PAPER}|作者|(?:实习|见习|特约|特派|融媒体|全媒体)*(?:记者|通讯员|实习生|撰稿|撰文|编译|整理)|特约|"
    rf"[文图]图?\s*[/／]|摄影[/／ ]|{_HAN}{{2,6}}记者 )"
)
_UNKNOWN_PAPER = re.compile(rf"^{_HAN}{{2,6}}(?=记者 )")
_EDITORIAL = re.compile(rf"{_PAPER}(?:特约)?(?:评论员|观察员|编辑部|评论部)")
_JUMP = re.compile(
    r"^[（【\[▶►▷▲△◀◁←>》→\s]*"
    rf"(?:续?\s*上\s*[接转续]|紧\s*[接转]|续\s*接|下\s*[转接]|转|接|{_HAN}{{0,6}}[见刊])\s*(?:本报)?\s*第?\s*"
    r"[A-Za-zＡ-Ｚ]?\s*-?\s*(?:[0-9０-９]{1,3}|[一二三四五六七八九十百零〇]{1,4}|头)\s*"
    r"(?:[版页](?![权画本面税块式])|(?=[）】\]]))[^，。；]{0,16}。?$"
    r"|^（\s*(?:接上[版期页]|未完待续|全文另发)\s*）$"
)
_SENT = rf"{_PAPER}[\u3400-\u9fff]{{0,8}}(?:[0-9０-９]{{1,2}}月[0-9０-９]{{1,2}}日)?\s*(?:专?电|[快专]?讯|消息|专稿)"
_CREDIT = re.compile(
    rf"^（\s*(?:据|综合)?{_SENT}[^。]{{0,16}}）$"
    rf"|^(?:据)?{_PAPER}{_HAN}{{0,8}}[0-9０-９]{{1,2}}月[0-9０-９]{{1,2}}日[电讯]$"
    rf"|^（\s*{_PAPER}(?:发|供本报[专特]稿|综合|报道|综合报道|记者[^，。]{{2,12}}报道)?\s*）$|^新华社发$"
    rf"|^（\s*(?:据|综合|原载于?|转自|摘自|选自|摘编自|转载自)\s*"
    rf"(?:{_PAPER}|《[^》]+》|{_HAN}{{2,10}}[报社网])[^。]{{0,16}}）$"
    r"|^（[^，。；]{2,20}(?:供稿|供图|提供)\s*）$|^(?:本版|以上)?图片均?由[^，。；]{2,20}提供$"
    r"|^（\s*(?:作者(?:单位)?\s*[系为是：]|执笔人?：|供稿：|参与(?:采写|记者|报道)[^，。；]{0,4}：)[^。；]{2,36}）$"
    r"|^（\s*[完终]\s*）$|^（?(?:稿件|图片|资料)?来源：[^，。；]{2,24}$"
)
_STAFF = re.compile(
    r"(?:本版|本期|本报)?(?:责任编辑|值班编辑|美术编辑|编辑|责编|美编|版式设计|版式|设计|校对|值班主任|执行主编|主编|统筹|策划|监制|"
    r"审校|制图)(?=[： ])"
)
_PHOTO = re.compile(r"\s*摄影?$")
_DECORATION = re.compile(r"^[【\[·・■◆●▶\s]+|[】\]·・\s]+$")
_LABELS = frozenset(
    "要闻 评论 国际 体育 综合 理论 时评 社论 社评 短评 简讯 今日谈 图片新闻 地方动态 人民论坛 经济 "
    "文化 教育 科技 法治 生态 视点 聚焦 深度 调查 特稿 专题 观察 热点 导读 副刊 广告 公告 读者来信 "
    "一线 人物 新闻 国内 社会 民生 时政 本报讯 编者按 国际新闻 国内新闻 综合新闻 新闻速递 一句话新闻 深度报道 "
    "记者手记 记者观察 评论员观察 文化广角 科技前沿 健康 军事 文艺 财经 旅游 生活 视觉 基层".split()
)


_DOUBLE = frozenset(
    "欧阳 司马 上官 诸葛 皇甫 尉迟 公孙 慕容 令狐 司徒 端木 夏侯 东方 西门 南宫 长孙 宇文".split()
)


class Unit(Struct, frozen=True):
    """One line that is not blank."""

    number: int
    text: str
    """Normalised for comparing: full-width punctuation, simplified characters, outer blanks gone."""
    closed: bool
    """It ends where a sentence ends."""
    form: LineKind | None
    """byline, jump, credit, label or (of the page as a whole) other where the form alone says so."""
    unopened: int
    """Closing quotes and brackets without a partner in the line."""
    unclosed: int


def read_units(lines: Sequence[Line]) -> tuple[Unit, ...]:
    """Units of all lines that hold text."""
    return tuple(_unit(line) for line in lines if line.text.strip())


def normalise(text: str) -> str:
    """For comparing only: same length as the stripped text, up to `LONGEST` characters."""
    text = text.strip()
    if len(text) > LONGEST:
        text = text[: LONGEST // 2] + text[-LONGEST // 2 :]
    return _SURROGATE.sub("\ufffd", text.translate(_WIDE).translate(_simplified()))


def is_closed(text: str) -> bool:
    """Whether a sentence ends at the end of the text."""
    bare = text.rstrip(_TRAILING)
    return bool(bare) and bare[-1] in _TERMINAL


def balance(text: str) -> tuple[int, int]:
    """(closing marks without an opening one, opening marks without a closing one)."""
    open_marks: list[int] = []
    unopened = 0
    for character in text:
        if character in _OPENING:
            open_marks.append(_OPENING.index(character))
        elif character in _CLOSING:
            mark = _CLOSING.index(character)
            if mark in open_marks:
                while open_marks.pop() != mark:
                    pass
            else:
                unopened += 1
    return unopened, len(open_marks)


def _unit(line: Line) -> Unit:
    text = normalise(line.text)
    unopened, unclosed = balance(text)
    return Unit(line.number, text, is_closed(text), _form(text), unopened, unclosed)


def _form(text: str) -> LineKind | None:
    if len(text) > 60:
        return None
    if _JUMP.match(text):
        return "jump"
    if _CREDIT.match(text) or _names_staff(text):
        return "credit"
    if _is_byline(text):
        return "byline"
    if _bare_label(text) in _LABELS:
        return "label"
    return "other" if is_masthead(text) else None


def _bare_label(text: str) -> str:
    """Without the marks around it and the blanks that spread it: 【要 闻】."""
    bare = _DECORATION.sub("", text)
    parts = bare.split()
    return "".join(parts) if all(len(it) == 1 for it in parts) else bare


def _names_staff(text: str) -> bool:
    """Who edited the page or took the picture: 责编 李明 校对 王强; 新华社记者 李明摄."""
    bare = text.strip("（） ")
    without = _STAFF.sub(" ", bare)
    if without == bare:
        without = _PHOTO.sub("", bare)
        if without == bare:
            return False
        without = _ROLE.sub(" ", without)
    tokens = without.replace("：", " ").replace("、", " ").split()
    return bool(tokens) and all(_is_family_name(it) for it in tokens)


def _is_byline(text: str) -> bool:
    """Roles and personal names, nothing else: ◎本报记者 雍黎 通讯员; 记者王五 通讯员 赵六."""
    marked = _BYLINE_MARK.match(text)
    rest = _BYLINE_MARK.sub("", text)
    signed = text.startswith("（") and len(text.split()) > 1
    if not (marked or signed or _BYLINE_PLAIN.match(rest)):
        return False
    rest = rest.strip("（） ")
    if _EDITORIAL.fullmatch(rest):
        return True
    if re.search(r"[，。：；！？“”《》（）0-9]", rest.replace("：", " ", 1)):
        return False
    without = _ROLE.sub(" ", _UNKNOWN_PAPER.sub("", rest))
    tokens = re.sub(r"[：、/／]", " ", without).split()
    if without == rest:
        marks = marked is not None and _NAME_MARKS.issuperset(marked[0].replace(" ", ""))
        named = bool(tokens) if marks else len(tokens) > 1 and signed
        return named and all(_is_family_name(it) for it in tokens)
    if not all(_NAME.fullmatch(it) or len(it) == 1 for it in tokens):
        return False
    if not _apart(rest):
        # Run together with the role, only known surnames make a name of the rest.
        return not rest.startswith("作者") and all(_is_family_name(it) for it in tokens)
    # 记者 了解到: without a mark or a newspaper's name a verb looks like a name.
    sure = marked or re.match(_PAPER, rest)
    return bool(sure) or all(_is_family_name(it) for it in tokens)


def _apart(rest: str) -> bool:
    """Whether names stand apart from the roles, or there are none."""
    return re.search(r"[\s：]", rest) is not None or not _ROLE.sub("", rest)


def _is_family_name(token: str) -> bool:
    """Whether a name may be read in it; one of four characters only begins with a double surname."""
    if "·" in token or token in "文图摄":
        return True
    if not _NAME.fullmatch(token) and len(token) > 1:
        return False
    return token[:2] in _DOUBLE or (len(token) < 4 and token[0] in _family_names())


@cache
def _family_names() -> frozenset[str]:
    return frozenset(row[0] for row in read_table("family_names.tsv"))


@cache
def _simplified() -> dict[int, str]:
    return {ord(row[0]): row[1] for row in read_table("simplified.tsv")}
