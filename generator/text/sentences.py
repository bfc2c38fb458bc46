"""Text -> spans of its sentences; every character but white space lies in exactly one.

Rules, after GB/T 15834-2011 and newspaper usage:

- 。！？ end a sentence together with what closes after them. Half-width ? and ! do so too, unless
  they stand inside a Latin word or an address (`a?b=1`).
- ；：， —— never end one.
- A quotation that closes within 200 characters is one piece: what ends inside it doesn't end the
  sentence. It ends the sentence itself if its last character is 。！？… and neither a mark that
  goes on (，、；：——), nor a particle (的 等 和 …), nor a speech tag (他说, 李卫东告诉记者 … without a
  colon, which would open the next quotation) follows.
- A pair of brackets or of book-title marks is one piece and ends nothing, except brackets that
  open the sentence and close after 。！？: （本报记者。）
- …… ends a sentence only before white space or the end, since it also marks a pause or an “and so
  on” within one.
- A full stop `.` ends a Latin sentence before white space and a Latin capital, and not after an
  initial or a common abbreviation.

Half-width punctuation is read like its full-width twin, so the spans stay what they are when a
repair changes one into the other: ids of sentences rest on that.
"""

from __future__ import annotations

import re
from hashlib import blake2b

from generator.text.width import WIDE

_EITHER = WIDE + "‘’“”—…,:;()"
"""What makes a neighbouring ? or ! Chinese; the marks a repair would widen count as widened."""

_CHINESE_STOP = f"(?<=[{_EITHER}])[?!]|[?!](?=[?!。｡！？]*+[\"'\\]]*+(?:\\s|\\Z|[{_EITHER}?!]))"
_STOP = f"(?:[。｡！？]|{_CHINESE_STOP})[。｡！？?!]*+"
_GOES_ON = "(?![，,、；;：:—…～~）)》〉】])"
_PARTICLE = "[的地得等和与及是为之]|这[样种个些]|那[样种个些]|一[类词语句]|之类|时候?，"
_CLAUSE = '[^。｡！？?!，,；;：:“”「」『』"\\s]'
_SPEECH = (
    f"{_CLAUSE}{{0,24}}?(?:[说說][完罢罷着著]|(?:[说說道问問答喊叫讲講称稱]|(?:表示|指出|介绍|介紹"
    "|强调|強調|告诉|告訴|回忆|回憶|认为|認為|补充|補充|感[叹嘆慨]|解释|解釋|坦言|透露|宣布|宣佈|呼吁|呼籲"
    f"|[笑直]言){_CLAUSE}{{0,6}}+)(?=[。｡！？?!，,；;]|\\s|\\Z))"
)
_QUOTE_GOES_ON = f"{_GOES_ON}(?!{_PARTICLE}|{_SPEECH})"
_QUOTED = (
    '“[^“”]{0,200}+”|「[^「」]{0,200}+」|『[^『』]{0,200}+』|‘[^‘’]{0,200}+’|"[^"\\n]{0,200}+"'
)
_ENDED_QUOTE = (
    "(?:“[^“”]{0,199}[。｡！？?!…]”|「[^「」]{0,199}[。｡！？?!…]」|『[^『』]{0,199}[。｡！？?!…]』"
    '|"[^"\\n]{0,199}[。｡！？?!…]")'
)
_BRACKETED = (
    "[（(][^（()）]{0,200}+[）)]|《[^《》]{0,100}+》|〈[^〈〉]{0,100}+〉|【[^【】]{0,200}+】"
)
_LATIN_STOP = (
    r"(?<![\s.][A-Z])(?<!^[A-Z])(?<!\b(?:Mr|Dr|St|vs|No|Co|Jr|Sr|pp|ed|ca|cf))"
    r"(?<!\b(?:Mrs|Fig|Vol|Inc|Ltd|etc|e\.g|i\.e|Eds|Rev|Gen|Col|Sen|Gov))(?<!\bProf)"
    r"(?<=[A-Za-z0-9)\]”’\"'%])\.[”’\"')\]）]*+(?=\s+[“‘\"'(（]?[A-Z])"
)
_END = (
    f"{_ENDED_QUOTE}{_QUOTE_GOES_ON}"
    f"|{_STOP}(?:[”’」』]++{_QUOTE_GOES_ON}|(?![”’」』]){_GOES_ON})"
    f"|…++[”’」』）)]*+(?=\\s|\\Z)"
    f"|{_LATIN_STOP}"
)
_PLAIN = '[^\\s。｡！？?!…“「『‘"（(《〈【.]'
_SENTENCE = re.compile(
    f"[（(][^（()）]{{0,199}}[。｡！？?!][）)]{_GOES_ON}"
    f"|(?=\\S)(?:{_PLAIN}++|\\s++(?!\\Z)|(?!{_END})(?:{_QUOTED}|{_BRACKETED}|\\S))*+(?:{_END})?"
)


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """(start, end) of each sentence in order; they leave out nothing but white space between them."""
    return tuple([match.span() for match in _SENTENCE.finditer(text)])


def content_id(prefix: str, text: str, seen: dict[str, int]) -> str:
    """An id made from content alone: `prefix` and 8 hex digits of a digest, `-2`, `-3` … for repeats.

    `seen` counts what this article has had so far. What is unchanged keeps its id, whatever is
    added or taken away around it; only repeats of the very same text are told apart by order.
    """
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    name = prefix + digest
    count = seen.get(name, 0) + 1
    seen[name] = count
    return name if count == 1 else f"{name}-{count}"
