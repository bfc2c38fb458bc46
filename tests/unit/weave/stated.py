"""Articles with facts written beside their sentences -> Knowledge, as weave hands it on.

A text is lines. `文 2022-10-10` begins an article of that day; a line without a keyword is a
sentence of its own paragraph, `题 …` one that is a heading; keyword lines say what the sentence
above them tells:

    人 机构 地 文件 词   names in it, parted by 、 (“全称=简称” where it stands in short)
    时间 9月17日=2022-09-17 [| basis]
    事件 verb | who、who | object | EDTF | clause, if not the whole sentence
    数 200余家=200家 more | measure | status | EDTF said | subject | change
    职 person | office | body
    语 words | speaker | office
    关系 [将 ]kind | institute | partners | places | sum | EDTF
    举措 name | count | members
    用语 phrase、phrase
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, get_args

import msgspec

from generator.model.facts import (
    At,
    DateFact,
    EventFact,
    Facts,
    FigureFact,
    NameFact,
    OfficeFact,
    PaperFact,
    PhraseFact,
    ProgrammeFact,
    QuoteFact,
    RelationFact,
)
from generator.model.findings import NameKind, Number, Qualifier
from generator.model.knowledge import Entity, EntityKind, Knowledge, Mention
from tests.unit.weave.corpora import reading, woven

_KINDS: dict[str, NameKind] = {"人": "PER", "机构": "ORG", "地": "LOC", "文件": "DOC", "词": "TERM"}
_ENTITIES: dict[NameKind, EntityKind] = {
    "PER": "person",
    "ORG": "organisation",
    "LOC": "place",
    "DOC": "document",
    "TERM": "term",
}
_WORDS = (*_KINDS, "时间", "事件", "数", "职", "语", "关系", "举措", "用语", "来源")


def stated(text: str) -> Knowledge:
    """Knowledge of the articles and facts of such a text; readings in its order."""
    articles = [it.strip() for it in re.split(r"^文 ", text.strip("\n"), flags=re.MULTILINE) if it]
    told = [_Article(it, number) for number, it in enumerate(articles)]
    empty, _ = woven({})
    entities: dict[tuple[NameKind, str], list[tuple[int, int]]] = {}
    for number, article in enumerate(told):
        for index, name in enumerate(article.facts.names):
            entities.setdefault((name.kind, name.name), []).append((number, index))
    numbers = {key: index for index, key in enumerate(entities)}
    return msgspec.structs.replace(
        empty,
        readings=tuple(it.reading for it in told),
        facts=tuple(it.facts for it in told),
        named=tuple(tuple(numbers[name.kind, name.name] for name in it.facts.names) for it in told),
        entities=tuple(
            Entity(
                _ENTITIES[kind],
                name,
                f"{name}/",
                tuple(_mentions(told, places)),
                places=tuple(places),
            )
            for (kind, name), places in entities.items()
        ),
    )


def entity(knowledge: Knowledge, name: str) -> int:
    """The index of the entity of that name."""
    return next(at for at, it in enumerate(knowledge.entities) if it.name == name)


def text(knowledge: Knowledge, place: Mention) -> str:
    """What stands there."""
    block = knowledge.readings[place.reading].article.blocks[place.block]
    return block.text[place.start : place.end]


def _mentions(told: Sequence[_Article], places: Sequence[tuple[int, int]]) -> list[Mention]:
    found = []
    for number, index in places:
        article = told[number]
        for sentence, start, end in article.facts.names[index].at:
            block = article.reading.annotations.sentences[sentence].block
            found.append(Mention(number, block, start, end, sentence))
    return found


class _Article:
    def __init__(self, text: str, number: int) -> None:
        day, *lines = text.split("\n")
        source = next((it[3:] for it in lines if it.startswith("来源 ")), "")
        written = [it for it in lines if it and it.split(" ")[0] not in _WORDS]
        body = "\n\n".join(f"## {it[2:]}" if it.startswith("题 ") else it for it in written)
        head = f"---\ntitle: 第{number + 1}篇\ndate: {day}\nsource: {source or '日报'}\n---\n"
        self.reading = reading(f"{head}{body}\n", f"articles/a{number}.md")
        self._names: dict[tuple[NameKind, str], tuple[list[At], set[str]]] = {}
        self._parts: dict[str, list[Any]] = {}
        self._sentences: list[int] = []
        self._block = -1
        for line in lines:
            word, _, rest = line.partition(" ")
            if word in _KINDS:
                self._name(_KINDS[word], rest.split("|")[0].strip())
            elif line and word not in _WORDS:
                self._block += 1
        # Dates last: they ask which event is of their day.
        for wanted in (tuple(it for it in _WORDS if it != "时间"), ("时间",)):
            self._block = -1
            for line in lines:
                word, _, rest = line.partition(" ")
                if word in wanted:
                    self._read(word, [it.strip() for it in rest.split("|")])
                elif line and word not in _WORDS:
                    self._block += 1
        self.facts = self._facts()

    def _name(self, kind: NameKind, rest: str) -> None:
        for item in rest.split("、"):
            name, _, short = item.partition("=")
            ats, forms = self._names.setdefault((kind, name), ([], set()))
            places = self._every(short or name)
            assert places, f"{item} does not stand there"
            ats += [it for it in places if it not in ats]
            forms.update([short] if short else [])

    def _facts(self) -> Facts:
        names = tuple(
            NameFact(kind, name, tuple(sorted(ats)), tuple(sorted(forms)))
            for (kind, name), (ats, forms) in self._names.items()
        )
        parts: dict[str, Any] = {key: tuple(it) for key, it in self._parts.items()}
        return Facts(names=names, **parts)

    def _read(self, word: str, cells: list[str]) -> None:
        cells = [*cells, *[""] * 6]
        match word:
            case "时间":
                self._date(cells)
            case "事件":
                self._event(cells)
            case "数":
                self._figure(cells)
            case "职":
                at = self._at(cells[0])
                fact = OfficeFact(
                    self._index(cells[0]), cells[1], cells[2], self._index(cells[2]), at
                )
                self._add("offices", fact)
            case "语":
                fact_ = QuoteFact(
                    self._at(cells[0]), cells[1], self._index(cells[1]), cells[2], direct=True
                )
                self._add("quotes", fact_)
            case "关系":
                self._relation(cells)
            case "举措":
                members = tuple(it for it in cells[2].split("、") if it)
                places = tuple(map(self._at, members))
                made = ProgrammeFact(
                    cells[0], int(cells[1]), members, (self._at(cells[0]),), places
                )
                self._add("programmes", made)
            case "用语":
                for phrase in cells[0].split("、"):
                    self._add("phrases", PhraseFact(phrase, tuple(self._every(phrase))))
            case "文件":
                for title in cells[0].split("、"):
                    paper = PaperFact(title, "", cells[1], tuple(self._every(title)))
                    self._add("papers", paper)

    def _date(self, cells: list[str]) -> None:
        words, _, edtf = cells[0].partition("=")
        whole = self._sentence()
        event = next(
            (
                at
                for at, it in enumerate(self._parts.get("events", []))
                if it.at[0] == whole[0] and it.date == edtf
            ),
            -1,
        )
        self._add("dates", DateFact(self._at(words), edtf, cells[1], whole, event))

    def _event(self, cells: list[str]) -> None:
        who = tuple(it for it in cells[1].split("、") if it)
        fact = EventFact(
            at=self._at(cells[4]) if cells[4] else self._sentence(),
            verb=cells[0],
            date=cells[3] or None,
            place=None,
            sum=None,
            sum_words="",
            who=tuple(map(self._index, who)),
            said=who,
            object=cells[2],
            object_name=self._index(cells[2].strip("《》")),
        )
        self._add("events", fact)

    def _figure(self, cells: list[str]) -> None:
        words, _, rest = cells[0].partition("=")
        amount, *qualifiers = rest.split(" ")
        match = re.fullmatch(r"([\d.]+)(?:-([\d.]+))?(.*)", amount)
        assert match is not None
        low, high, unit = match.groups()
        value = (_number(low), _number(high)) if high else _number(low)
        when, _, said = cells[3].partition(" ")
        status: Any = cells[2] or "actual"
        fact = FigureFact(
            at=self._at(words),
            value=value,
            unit=unit,
            qualifiers=tuple(it for it in get_args(Qualifier) if it in qualifiers),
            measure=cells[1],
            words=cells[1],
            status=status,
            as_of=when or None,
            as_of_said=bool(said),
            subject=self._index(cells[4]),
            change=cells[5],
        )
        self._add("figures", fact)

    def _relation(self, cells: list[str]) -> None:
        kind: Any = cells[0].removeprefix("将 ")
        partners, places = (tuple(filter(None, it.split("、"))) for it in cells[2:4])
        fact = RelationFact(
            kind=kind,
            at=self._sentence(),
            institute=cells[1],
            partners=tuple(map(self._index, partners)),
            places=tuple(map(self._index, places)),
            sum_words=cells[4],
            sum=None,
            date=cells[5] or None,
            planned=kind != cells[0],
        )
        self._add("relations", fact)

    def _add(self, kind: str, fact: object) -> None:
        self._parts.setdefault(kind, []).append(fact)

    def _index(self, name: str) -> int:
        known = (
            at
            for at, ((_, full), (_, forms)) in enumerate(self._names.items())
            if name and (name == full or name in forms)
        )
        return next(known, -1)

    def _sentence(self) -> At:
        for at, it in enumerate(self.reading.annotations.sentences):
            if it.block == self._block:
                return at, it.start, it.end
        raise AssertionError("no sentence above")

    def _at(self, words: str) -> At:
        return self._every(words)[0]

    def _every(self, words: str) -> list[At]:
        block = self.reading.article.blocks[self._block]
        found = []
        for at, it in enumerate(self.reading.annotations.sentences):
            if it.block == self._block:
                start = block.text.find(words, it.start, it.end)
                while start >= 0:
                    found.append((at, start, start + len(words)))
                    start = block.text.find(words, start + 1, it.end)
        return found


def _number(text: str) -> Number:
    return float(text) if "." in text else int(text)
