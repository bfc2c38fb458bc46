"""Whole articles -> newspaper pages whose columns were read in a wrong order, with the answer.

An article is set in sections of columns of equal height, each paragraph broken into printed lines
of its column's width; the columns of several articles are then read in an order they were not
printed in, a few pieces are lost, and small damage is done, as scanning does. What a page's
original order was is kept, so weights can be fitted and results measured.
"""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_HALF = str.maketrans("，：；？！（）", ",:;?!()")
_CLOSING = "，。、；：？！”’）》…—"
_NAMES = (
    "张伟 王芳 李娜 刘洋 陈静 杨帆 赵磊 黄海 周敏 吴强 徐丽 孙浩 马超 朱琳 胡杰 郭涛 何平 高原 林琪 罗勇 欧阳雪 "
    "王春生 李丽云 张建国 刘晓东 陈志明 赵鹏 韩荣 雍黎 周文静"
).split()
_LABELS = "地方动态 要闻 综合 时评 科技前沿 基层一线 法治 观察 经济 文化".split()
_BYLINES = (
    "◎本报记者 {0}",
    "◎本报记者 {0} {1}",
    "本报记者 {0}",
    "本报记者 {0} 通讯员 {1}",
    "◎实习记者 {0}",
    "□ 本报记者 {0}",
    "新华社记者 {0} {1}",
    "■ 本报记者 {0}",
    "记者 {0} 通讯员 {1}",
    "通讯员 {0}",
)


@dataclass(frozen=True, slots=True)
class Text:
    """An article as it was written."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(eq=False, slots=True)
class Piece:
    """One line of the page: furniture, or a stretch of a paragraph."""

    kind: str
    article: int
    text: str
    paragraph: int = -1
    start: int = 0
    end: int = 0
    whole: int = 0
    """Length of its paragraph."""
    line: int = 0


@dataclass(slots=True)
class Answer:
    """What a page was made from, by line number."""

    level: int
    articles: list[dict[str, list[int]]] = field(default_factory=list)
    """Each: order (all lines), title, kicker, label, byline, jump, credit, headings."""
    joins: list[tuple[int, int]] = field(default_factory=list)
    missing: list[int] = field(default_factory=list)
    """Lines whose continuation was lost."""
    pull_quotes: list[int] = field(default_factory=list)


def usable(text: Text) -> bool:
    """Long enough to be cut, short enough for a page."""
    total = sum(map(len, text.paragraphs))
    return (
        5 <= len(text.paragraphs) <= 25
        and 400 <= total <= 4500
        and 4 <= len(text.title) <= 45
        and all(len(it) >= 8 for it in text.paragraphs)
    )


def make_pages(texts: Sequence[Text], seed: int, count: int) -> list[tuple[str, Answer]]:
    """At most `count` pages of three levels; no article stands on two of them."""
    rng = random.Random(seed)
    left = [it for it in texts if usable(it)]
    pages = []
    for number in range(count):
        level = (1, 2, 3, 2, 3, 1, 2, 3, 2, 1)[number % 10]
        if len(left) < 6:
            break
        chosen = _choose(rng, left, level)
        taken = {id(it) for it in chosen}
        left = [it for it in left if id(it) not in taken]
        pages.append(
            _page(rng, chosen, level, [it.title for it in rng.sample(left, min(40, len(left)))])
        )
    return pages


def _choose(rng: random.Random, texts: Sequence[Text], level: int) -> list[Text]:
    """Level 3 puts articles with the same words side by side."""
    wanted = {1: 2, 2: 3, 3: rng.choice((3, 4))}[level]
    first = rng.choice(texts)
    chosen = [first]
    if level == 3:
        pairs = _pairs("".join(first.paragraphs))
        others = [it for it in texts if it is not first]
        others.sort(
            key=lambda it: (
                -len(pairs & _pairs("".join(it.paragraphs))) / sum(map(len, it.paragraphs)) ** 0.5
            )
        )
        chosen += others[: rng.choice((1, 2, 2))]
    while len(chosen) < wanted:
        text = rng.choice(texts)
        if text not in chosen:
            chosen.append(text)
    return chosen


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1) if "\u4e00" <= text[at] <= "\u9fff"}


def _page(
    rng: random.Random, texts: Sequence[Text], level: int, titles: Sequence[str]
) -> tuple[str, Answer]:
    columns: list[list[list[Piece]]] = []
    orders: list[list[Piece]] = []
    for number, text in enumerate(texts):
        article, order = _set(rng, text, number, level, titles)
        columns.append(article)
        orders.append(order)
    sequence = _misread(rng, columns, level)
    pieces = [piece for column in sequence for piece in column]
    cut = [it for it in pieces if it.kind == "body" and (it.start or it.end < it.whole)]
    losses = {1: 0, 2: rng.choice((0, 0, 1)), 3: rng.choice((0, 1, 2, 3))}[level]
    lost = {id(it) for it in rng.sample(cut, min(losses, len(cut)))}
    kept = [it for it in pieces if id(it) not in lost]
    half = rng.random() < 0.6
    lines: list[str] = []
    for piece in kept:
        shown = _damaged(rng, piece.text) if level > 1 else piece.text
        lines += ["", shown.translate(_HALF) if half else shown]
        piece.line = len(lines)
    answer = Answer(level)
    for order in orders:
        present = [it for it in order if id(it) not in lost]
        table = {"order": [it.line for it in present]}
        for kind in ("title", "kicker", "label", "byline", "jump", "credit", "heading"):
            table["headings" if kind == "heading" else kind] = [
                it.line for it in present if it.kind == kind
            ]
        answer.articles.append(table)
        body = [it for it in order if it.kind == "body"]
        for before, behind in itertools.pairwise(body):
            if before.paragraph == behind.paragraph and id(before) not in lost:
                if id(behind) in lost:
                    answer.missing.append(before.line)
                else:
                    answer.joins.append((before.line, behind.line))
    answer.pull_quotes = [it.line for it in kept if it.kind == "pull"]
    return "\n".join(lines) + "\n", answer


def _set(
    rng: random.Random, text: Text, number: int, level: int, titles: Sequence[str]
) -> tuple[list[list[Piece]], list[Piece]]:
    """The article's columns from left to right, and its pieces in reading order."""
    head = _head(rng, text, number, level)
    sections = _sections(rng, text, number, level, titles)
    order = list(head)
    for heading, cells in sections:
        order += heading
        for cell in cells:
            order += cell
    credit = Piece(
        "credit", number, f"（新华社北京{rng.randint(1, 12)}月{rng.randint(1, 28)}日电）"
    )
    closing = [credit] if rng.random() < 0.08 else []
    order += closing
    if (level == 1 and rng.random() < 0.4) or (level == 3 and rng.random() < 0.3):
        # Section after section.
        columns = [
            [*(heading if at == 0 else []), *cell]
            for heading, cells in sections
            for at, cell in enumerate(cells)
        ]
    else:
        # Column after column through all sections, headings at the left.
        width = max(len(cells) for _, cells in sections)
        columns = []
        for at in range(width):
            column: list[Piece] = []
            for heading, cells in sections:
                column += heading if at == 0 else []
                column += cells[at] if at < len(cells) else []
            columns.append(column)
    columns[0] = [*head, *columns[0]]
    columns[-1] = [*columns[-1], *closing]
    if level > 1 and rng.random() < 0.25:
        quote = _pull_quote(rng, order, number)
        if quote:
            rng.choice(columns).append(quote)
    return columns, order


def _head(rng: random.Random, text: Text, number: int, level: int) -> list[Piece]:
    head = []
    if rng.random() < 0.06:
        head.append(Piece("label", number, rng.choice(_LABELS)))
    title = text.title
    lead = re.split(r"[，。；：]", text.paragraphs[0])[0]
    if rng.random() < 0.15 and 8 <= len(lead) <= 30:
        # Many a headline is the first clause of its text.
        title = lead
    if rng.random() < 0.25 and len(title) > 8 and " " not in title:
        # Two halves set apart by a blank, as headlines often are.
        cut = rng.randint(4, len(title) - 4)
        title = f"{title[:cut]} {title[cut:]}"
    titles = [title]
    middle = re.search(r"[ 　，：]", title)
    if len(title) > 14 and rng.random() < 0.3:
        cut = middle.start() + 1 if middle else len(title) // 2
        titles = [title[:cut].strip(" 　"), title[cut:].strip(" 　")]
        if titles[0].endswith("，") and rng.random() < 0.5:
            head.append(Piece("kicker", number, titles.pop(0)))
    head += [Piece("title", number, it) for it in titles if it]
    if rng.random() < 0.6:
        names = rng.sample(_NAMES, 2)
        head.append(Piece("byline", number, rng.choice(_BYLINES).format(*names)))
    if level > 1 and rng.random() < 0.15:
        page = rng.choice("一二三四五六")
        head.append(
            Piece("jump", number, rng.choice(("（上接第{0}版）", "（上接{0}版）")).format(page))
        )
    return head


def _sections(
    rng: random.Random, text: Text, number: int, level: int, titles: Sequence[str]
) -> list[tuple[list[Piece], list[list[Piece]]]]:
    count = len(text.paragraphs)
    wanted = rng.choice({1: (1, 2), 2: (2, 2, 3, 4), 3: (1, 2, 3, 4)}[level])
    wanted = min(wanted, max(1, count // 3))
    cuts = (
        sorted(rng.sample(range(2, count - 1), wanted - 1))
        if wanted > 1 and count - 3 >= wanted - 1
        else []
    )
    bounds = [0, *cuts, count]
    width = rng.randint(14, 20)
    side_by_side = rng.choice({1: (1, 2, 2), 2: (2, 2, 3), 3: (2, 3, 3, 4)}[level])
    used: set[str] = set()
    opens = wanted > 1 and rng.random() < 0.2
    sections = []
    for at in range(len(bounds) - 1):
        paragraphs = range(bounds[at], bounds[at + 1])
        heading = (
            _heading(rng, [text.paragraphs[it] for it in paragraphs], used, titles)
            if at or opens
            else None
        )
        cells = _cells(rng, text, paragraphs, number, width, side_by_side)
        sections.append(([Piece("heading", number, heading)] if heading else [], cells))
    return sections


def _heading(
    rng: random.Random, paragraphs: Sequence[str], used: set[str], titles: Sequence[str]
) -> str | None:
    """A clause of the section, two of them, or the title of another article that shares its words."""
    kind = rng.random()
    source = paragraphs[0] if kind < 0.45 else "。".join(paragraphs)
    clauses = [
        it
        for it in re.split(r"[，。：；、？！“”（）《》…—]", source)
        if 7 <= len(it) <= 26 and not re.search(r"\d", it) and it not in used
    ]
    chosen: str | None = None
    if kind > 0.75 and titles:
        pairs = _pairs(source)
        chosen = max(titles, key=lambda it: (len(pairs & _pairs(it)) / len(it), it))
    elif clauses:
        chosen = clauses[-1] if kind < 0.45 else rng.choice(clauses)
        if kind > 0.6 and len(clauses) > 1 and len(chosen) < 14:
            chosen = f"{chosen} {rng.choice(clauses)}"
    if chosen is None or chosen in used:
        return None
    used.add(chosen)
    return chosen


def _cells(
    rng: random.Random, text: Text, paragraphs: range, number: int, width: int, wanted: int
) -> list[list[Piece]]:
    """The section's printed lines in columns of equal height, each as pieces of paragraphs."""
    printed = []
    for it in paragraphs:
        paragraph = text.paragraphs[it]
        at = 0
        while at < len(paragraph):
            end = min(len(paragraph), at + (width if at else width - 2))
            while end < len(paragraph) and paragraph[end] in _CLOSING:
                end += 1
            if end < len(paragraph) and paragraph[end - 1] in "“‘（《":
                end -= 1
            printed.append((it, at, end))
            at = end
    count = min(wanted, max(1, len(printed) // 4))
    edges = [round(len(printed) * it / count) for it in range(count + 1)]
    for it in range(1, count):
        edges[it] = min(
            max(edges[it] + rng.choice((-1, 0, 0, 1)), edges[it - 1] + 2), len(printed) - 2
        )
    cells = []
    for it in range(count):
        cell: list[Piece] = []
        for paragraph_number, start, end in printed[edges[it] : edges[it + 1]]:
            if cell and cell[-1].paragraph == paragraph_number:
                cell[-1].end = end
            else:
                whole = len(text.paragraphs[paragraph_number])
                cell.append(Piece("body", number, "", paragraph_number, start, end, whole))
        for piece in cell:
            piece.text = text.paragraphs[piece.paragraph][piece.start : piece.end]
        cells.append(cell)
    return cells


def _pull_quote(rng: random.Random, order: Sequence[Piece], number: int) -> Piece | None:
    whole = [
        it
        for it in order
        if it.kind == "body" and not it.start and it.end == it.whole and 40 <= it.whole <= 140
    ]
    if not whole:
        return None
    text = rng.choice(whole).text
    if rng.random() < 0.5:
        clauses = re.split(r"(?<=[，。])", text)
        text = "".join(clauses[max(0, len(clauses) // 3) :])
    text = text.rstrip("，")
    if len(text) < 25:
        return None
    return Piece("pull", number, text if text[-1] in "。！？”" else f"{text}。")


def _misread(
    rng: random.Random, articles: list[list[list[Piece]]], level: int
) -> list[list[Piece]]:
    """Columns in the order in which they were read."""
    if level == 3:
        for columns in articles:
            if len(columns) > 1 and rng.random() < 0.6:
                one, other = rng.sample(range(len(columns)), 2)
                columns[one], columns[other] = columns[other], columns[one]
        queues = [list(columns) for columns in articles]
        sequence = []
        while any(queues):
            queue = rng.choice([it for it in queues if it])
            for _ in range(min(rng.choice((1, 2)), len(queue))):
                sequence.append(queue.pop(0))
        return sequence
    if level == 1:
        for columns in articles:
            if len(columns) > 2 and rng.random() < 0.4:
                at = rng.randrange(1, len(columns) - 1)
                columns[at], columns[at + 1] = columns[at + 1], columns[at]
    sequence = list(articles[0])
    for columns in articles[1:]:
        at = rng.randrange(1, len(sequence) + 1) if rng.random() < 0.6 else len(sequence)
        sequence[at:at] = columns
    return sequence


def _damaged(rng: random.Random, text: str) -> str:
    """Now and then a character twice."""
    if len(text) > 30 and rng.random() < 0.05:
        at = rng.randrange(2, len(text) - 2)
        if "\u4e00" <= text[at] <= "\u9fff":
            return text[:at] + text[at] + text[at:]
    return text
