"""What a statement of a page says, held against its row of the gold table -> what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.present.statement_filters import moment
from generator.present.wording import date_words
from tests.site.topic_reader import Shown

Row = Mapping[str, Any]

_SIGNS = str.maketrans(dict(zip("，：；（）？！“”‘’《》 ", ",:;()?!" + " " * 7, strict=True)))
_PLANNED = re.compile("将|规划|计划|拟|力争")
_BOUNDS = {"以上": "至少", "突破": "多于", "余": "多于", "累计": "累计"}


class Judge(NamedTuple):
    """Of one topic's statements, all of one article."""

    topic: str
    day: str
    """Of the article, EDTF."""

    def fault(self, it: Shown, row: Row) -> str:
        """What is wrong with it by the row; empty if nothing."""
        return next(filter(None, _FAULTS[row["kind"]](self, it, row)), "")

    def _when(self, it: Shown, row: Row) -> str:
        allowed = {words for time in row["when"] for words in self._times(time)}
        given = it.when or ("",)
        return "" if allowed & set(given) else f"when {'|'.join(given)}"

    def _times(self, edtf: str) -> set[str]:
        """How a page may say a time; that something was before its article says nothing."""
        if not edtf:
            return {"", moment(f"../{self.day}")}
        words = {edtf, moment(edtf), date_words(edtf)}
        return words | {"发表时"} if edtf == self.day else words

    def _event(self, it: Shown, row: Row) -> Iterator[str]:
        yield self._when(it, row)
        if row.get("planned") and not _PLANNED.search(it.text):
            yield "not told as planned"

    def _figure(self, it: Shown, row: Row) -> Iterator[str]:
        if it.value != row["value"] or it.unit != row["unit"]:
            yield f"value {it.value} {it.unit}"
        if it.status != row["status"]:
            yield f"status {it.status}"
        yield self._when(it, row)
        if not fits(filter(None, it.names), row["measure"]):
            yield f"measure {it.names}"
        bound = row.get("bound", "")
        if bound and bound not in it.text and _BOUNDS[bound] not in it.text:
            yield f"bound {bound}"
        if row["subject"] and not self._is_whose(it, row["subject"]):
            yield f"subject {it.who}"

    def _is_whose(self, it: Shown, subjects: Sequence[str]) -> bool:
        """Named beside it; else by the clause, or it is the topic's."""
        if it.who:
            return fits(it.who, subjects)
        return self.topic in subjects or any(plain(name) in plain(it.text) for name in subjects)

    def _office(self, it: Shown, row: Row) -> Iterator[str]:
        if not (fits(it.who, row["org"]) if it.who else "" in row["org"]):
            yield f"body {it.who}"

    def _quote(self, it: Shown, row: Row) -> Iterator[str]:
        if it.names[0] not in (row["speaker"], *map(_bare, row.get("or_speaker", ()))):
            yield f"speaker {it.names[0]}"
        if it.direct != row["direct"]:
            yield "direct or not"
        if it.office not in (row["office"], *row.get("or_office", ())):
            yield f"office {it.office}"

    def _document(self, it: Shown, row: Row) -> Iterator[str]:
        if "".join(it.who) not in row["issuer"]:
            yield f"issuer {it.who}"
        if any(row["period"]) and date_words(row["period"][0]) not in it.when:
            yield f"period {it.when}"

    def _programme(self, it: Shown, row: Row) -> Iterator[str]:
        if it.members != tuple(row["members"]) and not (row.get("doubtful") and not it.members):
            yield f"members {it.members}"

    def _relation(self, it: Shown, row: Row) -> Iterator[str]:
        if it.status not in (row["relation"], *row.get("or_relation", ())):
            yield f"relation {it.status}"
        yield self._when(it, row)
        if it.value != row.get("sum"):
            yield f"sum {it.value}"
        named = [*filter(None, it.names), *it.who, *it.places]
        yield from (f"without {name}" for name in row["partners"] if not fits(named, [name]))
        yield from (f"not in {name}" for name in row["places"] if not fits(named, [name]))
        allowed = [*row["institute"], *row["partners"], *row["places"]]
        allowed += [*row.get("or_partners", ()), *row.get("or_places", ())]
        yield from (f"{name} too" for name in (*it.who, *it.places) if not fits([name], allowed))


_FAULTS: dict[str, Callable[[Judge, Shown, Row], Iterator[str]]] = {
    "event": Judge._event, "date": Judge._event, "figure": Judge._figure,
    "office": Judge._office, "quote": Judge._quote, "document": Judge._document,
    "programme": Judge._programme, "relation": Judge._relation,
}  # fmt: skip


def plain(text: str) -> str:
    """Without quotation marks and blanks, signs of one width."""
    return text.translate(_SIGNS).replace(" ", "")


def _bare(name: str) -> str:
    return name.strip("《》")


def holds(one: str, other: str) -> bool:
    """Whether one of the names is in the other."""
    one, other = plain(one), plain(other)
    return bool(one and other) and (one in other or other in one)


def fits(names: Iterable[str], allowed: Sequence[str]) -> bool:
    """Whether one of the names is one of those allowed."""
    return any(holds(name, it) for name in names for it in allowed)
