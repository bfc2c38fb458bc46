"""People of a text who may speak: by place, by name, by the office they hold; who spoke last."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort

from msgspec import Struct

from generator.annotate.names.foreign import transliterating
from generator.annotate.offices.titles import past, title_after
from generator.annotate.quotes.speech import another
from generator.model.findings import Name, Office, Offsets

_JOINED = frozenset(("、", "和", "与", "及"))
_NOT_PEOPLE = frozenset("村镇乡县市区路街摄")
"""Before these a place (郝家桥|村), or who took a photograph."""
_QUOTING = re.compile("[“”「」『』]")
_OPENING, _CLOSING = frozenset("“「『"), frozenset("”」』")
_NEAR = 220
"""How far back a pronoun may reach."""


class Speaker(Struct, frozen=True, gc=False):
    """Who: as the text names them; None where it names nobody."""

    name: str | None
    office: str | None = None
    at: Offsets | None = None


NOBODY = Speaker(None)


def _goes_back(text: str, it: Name) -> bool:
    """涅维尔|斯科伊: what stands before a doubtful name in sounds is of it."""
    sounds = transliterating()
    return it.start > 0 and all(one in sounds for one in text[it.start - 1 : it.end])


class Cast:
    """People of one text."""

    def __init__(self, text: str, names: tuple[Name, ...], offices: tuple[Office, ...]) -> None:
        self.text = text
        self.people = [
            it
            for it in names
            if it.kind == "PER"
            and text[it.end : it.end + 1] not in _NOT_PEOPLE
            and (it.shown or not _goes_back(text, it))
        ]
        self.starts = [it.start for it in self.people]
        self._offices: dict[int, str] = {}
        self._by_name: dict[str, str] = {}
        self._holders: dict[str, set[str]] = {}
        over: set[int] = set()
        """People of whom an office that is over was told: those joined to it are over too."""
        for it in offices:
            first = it.org[0] if it.org else it.office[0]
            if past(text, first) or (it.person[0] in over and text[first - 1] == "、"):
                over.add(it.person[0])
                continue
            word, name = text[slice(*it.office)], text[slice(*it.person)]
            # The nearest: the last before the name.
            if it.person[0] not in self._offices or it.office[0] < it.person[0]:
                self._offices[it.person[0]] = word
            if it.shown:
                self._by_name.setdefault(name, word)
            self._holders.setdefault(word, set()).add(name)
        self._spoken: list[tuple[int, str]] = []

    def remember(self, speaker: Speaker, at: int) -> None:
        """This one spoke here: 他 of what follows may be them."""
        if speaker.name is not None:
            insort(self._spoken, (at, speaker.name))

    def within(self, start: int, end: int) -> list[tuple[Speaker, int]]:
        """Those named in a stretch in order, and where name and office end."""
        low = bisect_left(self.starts, start)
        return [
            (self.named(at, at), self.behind(self.people[at].end))
            for at in range(low, bisect_left(self.starts, end))
            if not self.is_quoted(self.people[at], end)
        ]

    def is_quoted(self, it: Name, end: int) -> bool:
        """Whether a name stands inside words that are closed before `end`: 「……」写道; “老周”说 is one."""
        mark = _QUOTING.search(self.text, it.end, end)
        if mark is None or mark[0] not in _CLOSING:
            return False
        return mark.start() > it.end or self.text[it.start - 1 : it.start] not in _OPENING

    def behind(self, end: int) -> int:
        """Where the office ends that may follow a name."""
        title = title_after(self.text, end)
        return end if title is None else title.end

    def named(self, at: int, low: int) -> Speaker:
        """The person with this number, with those before them (down to `low`) that are joined."""
        text = self.text
        last, first = self.people[at], at
        while first > low and text[self.people[first - 1].end : self.starts[first]] in _JOINED:
            first -= 1
        start = self.starts[first]
        office = self._offices.get(last.start) or self._by_name.get(text[last.start : last.end])
        return Speaker(text[start : last.end], office if first == at else None, (start, last.end))

    def joins(self, at: int, low: int) -> bool:
        """周明远和许真: whether the word before the second is no preposition but joins two names."""
        return at > low and self.text[self.people[at - 1].end : self.starts[at]] in _JOINED

    def pronoun(self, sentence: int, at: int) -> Speaker:
        """The last one named, if there is only one who can be meant."""
        found = self._last(sentence, at)
        if found.name is None:
            return found
        since = found.at[1] if found.at else self.text.rfind(found.name, 0, at)
        return NOBODY if self._another(found.name, since, at) else found

    def _another(self, name: str, since: int, at: int) -> bool:
        """Whether somebody spoke meanwhile whom no name tells: 老人说，…。他说，…."""
        for match in another().finditer(self.text, since, at):
            start, end = match.span("who")
            unnamed = bisect_left(self.starts, end) == bisect_left(self.starts, start)
            if unnamed and name not in match["who"]:
                return True
        return False

    def _last(self, sentence: int, at: int) -> Speaker:
        text = self.text
        high = bisect_left(self.starts, at)
        line = text.rfind("\n", 0, at) + 1
        before = text.rfind("\n", 0, max(line - 1, 0)) + 1
        for start in (sentence, max(at - _NEAR, line), max(at - _NEAR, before)):
            low = bisect_left(self.starts, start)
            names = {text[it.start : it.end] for it in self.people[low:high]}
            if len(names) == 1:
                return self.named(high - 1, high - 1)
            if names:
                break
        last = bisect_right(self._spoken, (at, "")) - 1
        if last < 0 or at - self._spoken[last][0] > _NEAR:
            return NOBODY
        place, name = self._spoken[last]
        since = self.people[bisect_right(self.starts, place) : high]
        if any(text[it.start : it.end] != name for it in since):
            return NOBODY
        return Speaker(name, self._by_name.get(name))

    def holder(self, start: int, end: int) -> Speaker:
        """总书记强调: the one who holds the office text[start:end], if only one does."""
        word = self.text[start:end]
        holders = self._holders.get(word, set())
        return Speaker(next(iter(holders)), word, (start, end)) if len(holders) == 1 else NOBODY
