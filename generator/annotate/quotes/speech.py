"""Verbs and frames of speech, from the table `speech.tsv`, as patterns."""

from __future__ import annotations

import re
from functools import cache

from generator.annotate.either import either
from generator.text.data import read_table

_UP_TO_A_STOP = re.compile('(?s:.*)(?:[。！？!?…][”」』"]?|[；;\n]|——)')
_NO_MARK = "[^，,。；;：:！？!?“”「」\n]"
_AFTER = "(?:道|说|称|着|了|过|到|起来|说道)?"


def clause_start(text: str, low: int, at: int) -> int:
    """Where the part of a sentence begins that runs up to `at`, at `low` or behind it."""
    stop = _UP_TO_A_STOP.match(text, low, at)
    return low if stop is None else stop.end()


_SUPPOSED = re.compile(
    f"(?:如果|假如|假使|假若|倘若|要是|万一|哪怕|即使)(?!说[，,])(?:{_NO_MARK}*|[^。；！？“”「」\n]{{1,40}}[，,]{_NO_MARK}{{0,8}}"
    f"(?:[就便]会?|可以|(?<![开大年])会)(?:[对向跟]{_NO_MARK}{{1,4}})?[说问答讲喊道]{_NO_MARK}{{0,3}})[：:，,]?\\Z"
)


def is_supposed(text: str, low: int, at: int) -> bool:
    """Whether what is said at `at` is only imagined: 如果领导说“……”，."""
    return _SUPPOSED.search(text, low, at) is not None


@cache
def words(kind: str) -> tuple[str, ...]:
    """The words of one kind, the longest first."""
    found = {word for row in read_table("speech.tsv") if row[0] == kind for word in row[1].split()}
    return tuple(sorted(found, key=lambda it: (-len(it), it)))


@cache
def _guards(kind: str) -> dict[str, str]:
    rows = [row[1].split() for row in read_table("speech.tsv") if row[0] == kind]
    return {verb: "".join(others) for verb, *others in rows}


def alone(text: str, start: int, end: int) -> bool:
    """Whether a verb is a word of its own here: 说, not 小说."""
    word = text[start:end]
    return not (start and text[start - 1] in _guards("not_after").get(word, "")) and not (
        end < len(text) and text[end] in _guards("not_before").get(word, "")
    )


def _any(*kinds: str) -> str:
    return either((word for kind in kinds for word in words(kind)), _guarded)


def _guarded(word: str) -> str:
    """What follows the first character."""
    before, after = _guards("not_after").get(word), _guards("not_before").get(word)
    return (
        re.escape(word[1:])
        + (f"(?<![{before}]{re.escape(word)})" if before else "")
        + (f"(?![{after}])" if after else "")
    )


@cache
def before_quote() -> re.Pattern[str]:
    """What ends right before an opening mark: verb, whom, mark."""
    return re.compile(
        f"(?P<verb>(?:{_any('said', 'quoted', 'doing')})){_AFTER}(?P<mark>[：:，,]?)\\s?\\Z"
        f"|(?P<to>{_any('to')})(?:了|着|过)?(?P<whom>{_NO_MARK}{{1,14}}?)(?:说|道|说道)?(?P<tomark>[：:，,]?)\\s?\\Z"
    )


@cache
def after_quote() -> re.Pattern[str]:
    """A verb in the clause after a closing mark; what it ends with is a mark or the end."""
    return re.compile(
        f"(?P<verb>{_any('said', 'quoted', 'doing')}){_AFTER}(?=[，,。；;：:！？!?…“「\\n]|\\Z)"
        f"|(?P<to>{_any('to')})(?:了|着|过)?{_NO_MARK}{{1,14}}?(?:说|道|说道)?(?=[，,。：:“「\\n]|\\Z)"
    )


@cache
def another() -> re.Pattern[str]:
    """A sentence that begins with who says something, no pronoun: `who`."""
    return re.compile(
        f"(?:(?<=[。！？；”\n])|^)[“\\s]*(?P<who>(?:(?![他她]){_NO_MARK}){{2,14}}?)"
        f"(?:{either(set(words('said')) - nouns(), _guarded)})[，,：:]"
    )


@cache
def runs_on() -> re.Pattern[str]:
    """A verb with what is said right behind it: 说他的家乡变了."""
    return re.compile(f"(?:{either(set(words('said')) - nouns(), _guarded)})(?![的了过着])")


@cache
def their_words() -> re.Pattern[str]:
    """…的回信: after the speaker."""
    return re.compile(f"(?:的|这)(?:殷殷|谆谆|深情|郑重|庄严|重要|殷切)?(?P<noun>{_any('words')})")


@cache
def the_way() -> re.Pattern[str]:
    """循着 … 指明的方向: around the speaker."""
    return re.compile(f"的?(?:{_any('way')})")


@cache
def way_begins() -> re.Pattern[str]:
    """循着, before the speaker."""
    return re.compile(f"(?:{_any('way_before')})\\Z")


@cache
def nouns() -> frozenset[str]:
    """Verbs that are nouns as often."""
    return frozenset(words("noun"))


@cache
def topic() -> re.Pattern[str]:
    """说起往事，: before the speaker."""
    return re.compile(f"(?:{_any('topic')})[^。；！？\n]{{0,40}}[，,]")


@cache
def mood() -> re.Pattern[str]:
    """Behind the speaker."""
    return re.compile(f"{_NO_MARK}{{0,12}}?(?:{_any('mood')})")


@cache
def crowd() -> re.Pattern[str]:
    """A nameless subject right before the verb."""
    return re.compile(f"(?:{_any('crowd')})(?:{_BETWEEN})\\Z")


@cache
def meeting() -> re.Pattern[str]:
    """会议指出: a meeting right before the verb."""
    return re.compile(f"(?P<name>{_any('meeting')})(?:{_BETWEEN})\\Z")


@cache
def spoken_to() -> re.Pattern[str]:
    """Who follows is the one spoken to, or of."""
    return re.compile(f"(?:{_any('to_whom')})\\Z")


_BETWEEN = (
    "(?:(?:，|,)?(?:也|都|还|又|则|就|均|便|即|再|再次|多次|一再|反复|进一步|明确|坚定|鲜明|深刻|特别|同时|首先|纷纷|一致|普遍|郑重"
    "|亲切|动情|由衷|不禁|不无|当天|当日|当晚|今天|昨天|日前|近日|随后|最后|接着|曾|曾经|已|已经|这样|如此|这么|如是|发文|致辞|致辞中"
    "|(?:谆谆|殷殷|殷切|高兴|激动|自豪|自信|兴奋|笑呵呵|乐呵呵|感慨|欣慰|无奈|诚恳|严肃|掷地有声|语重心长)地?|在?一旁|在旁|当场|当即|连连|对此|为此|就此|日|[\\d一二三四五六七八九十]{1,3}日[早晚]?"
    "|[\u4e00-\u9fff]{1,5}地|[笑哭含流][着泪]|(?:在|于|从|就|当)[^，,。；：！？\n]{1,30}?(?:时|中|上|下|后|里|间|际|会|前)(?![时中上下后里间际会前])"
    "|(?:对|向|同|与|和|给|跟)[^，,。；：！？\n]{1,14}?|接受[^，,。；：！？\n]{0,14}采访时?|发表[^，,。；：！？\n]{0,10}|主持[^，,。；：！？\n]{0,14}))*+"
)
"""Adverbs, times and circumstances between a speaker and the verb."""


@cache
def between() -> re.Pattern[str]:
    """As much as may stand there; perhaps nothing."""
    return re.compile(_BETWEEN)


def only_between(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands there."""
    return start == end or _only().fullmatch(text, start, end) is not None


@cache
def _only() -> re.Pattern[str]:
    return re.compile(f"(?:方面|中|里|一文|一书|第[^，,。]{{1,8}}条)?{_BETWEEN}")
