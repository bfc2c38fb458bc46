"""Short texts with their names marked -> readings and facts, for tests of what becomes of names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model.facts import (
    At,
    Facts,
    FigureFact,
    NameFact,
    OfficeFact,
    PaperFact,
    ProgrammeFact,
)
from generator.model.findings import NameKind
from generator.model.knowledge import Entity, Reading
from generator.text.slug import slugify
from generator.weave.resolve import Resolved, resolve
from tests.unit.weave.corpora import reading

KINDS: dict[str, NameKind] = {"人": "PER", "机": "ORG", "地": "LOC", "词": "TERM"}
_MARK = re.compile("([人机地词文举])\\[([^\\]|]+)(?:\\|([^\\]]+))?\\]")
_OFFICE = re.compile("(\\S+?)/(\\S+?)/(\\S*)")


def told(
    texts: Sequence[str],
    written: Sequence[Entity] = (),
    not_same: Sequence[Sequence[str]] = (),
    not_names: Sequence[str] = (),
    other_kinds: Sequence[tuple[NameKind, str]] = (),
) -> tuple[Resolved, list[Reading], list[Facts]]:
    """What resolving makes of the texts.

    机[励颐拓|重庆励颐拓软件有限公司] is a body by its short name; 文[…] a document, 举[…] a counted
    name. After a ｜ stand offices: 李卫祥/副校长/山西农业大学, and, as 数:…, whose a figure is.
    A text may begin with its date and a blank.
    """
    readings, facts = [], []
    for number, text in enumerate(texts):
        date, _, rest = text.partition(" ") if text[:1].isdigit() else ("2022-10-10", "", text)
        body, _, more = rest.partition("｜")
        plain = _MARK.sub(lambda it: it[2], body)
        source = f"---\ndate: {date}\n---\n# 题\n\n{plain}\n"
        readings.append(reading(source, f"articles/a{number}.md"))
        facts.append(_facts(readings[-1], body, more))
    groups = [frozenset(it) for it in not_same]
    resolved = resolve(
        readings, facts, written, groups, slugify, frozenset(not_names), frozenset(other_kinds)
    )
    return resolved, readings, facts


def _facts(it: Reading, body: str, more: str) -> Facts:
    block = next(at for at, block in enumerate(it.article.blocks) if block.kind == "paragraph")
    text = it.article.blocks[block].text
    sentences = it.annotations.sentences
    names: dict[tuple[NameKind, str], tuple[list[At], list[str]]] = {}
    papers, programmes = [], []
    start = 0
    for mark in _MARK.finditer(body):
        while mark[2] not in text[start:]:
            block, start = block + 1, 0
            text = it.article.blocks[block].text
        start = text.index(mark[2], start)
        end = start + len(mark[2])
        number = max(
            at for at, found in enumerate(sentences) if (found.block, found.start) <= (block, start)
        )
        place = (number, start, end)
        start = end
        if mark[1] == "文":
            papers.append(PaperFact(mark[2].strip("《》"), "", "", (place,)))
        elif mark[1] == "举":
            programmes.append(ProgrammeFact(mark[2], 3, (), (place,)))
        else:
            ats, forms = names.setdefault((KINDS[mark[1]], mark[3] or mark[2]), ([], []))
            ats.append(place)
            if mark[3] and mark[2] not in forms:
                forms.append(mark[2])
    found = tuple(
        NameFact(kind, name, tuple(ats), tuple(forms))
        for (kind, name), (ats, forms) in names.items()
    )
    at = {name.name: index for index, name in enumerate(found)}
    offices = tuple(
        OfficeFact(at[who], what, where, at.get(where, -1), (0, 0, 1))
        for who, what, where in _OFFICE.findall(more)
    )
    figures = tuple(
        FigureFact((0, 0, 1), 1, "元", (), "", "", "actual", subject=at[whose])
        for whose in re.findall("数:(\\S+)", more)
    )
    return Facts(found, offices, figures, papers=tuple(papers), programmes=tuple(programmes))
