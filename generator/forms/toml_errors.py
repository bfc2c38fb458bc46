"""A TOML parser's complaint + the lines -> what the author did wrong, in terms of the author's."""

from __future__ import annotations

import re

from generator.forms.values import shown
from generator.model.problem import Place, Problem, problem


def explain_toml(reason: str, place: Place, column: int, lines: list[str]) -> Problem:
    """The problem behind an exception of tomllib's. `place` names its line, `lines` are all."""
    written = lines[place.line - 1]
    if reason.startswith(("Cannot overwrite", "Cannot declare", "Duplicate inline")):
        return _repeated(place, lines)
    return _slip(place, written) or problem(_code(reason), place, column=column)


def _slip(place: Place, written: str) -> Problem | None:
    """What can be told from the line alone: the slips of people who write Chinese."""
    unquoted = _QUOTED.sub('""', written).partition("#")[0]
    key = _key_of(written)
    wide = _WIDE_SIGN.search(unquoted)
    if wide:
        return problem("toml-wide-sign", place, sign=wide[0])
    day = _DAY.search(unquoted)
    if day:
        return problem("date-impossible", place, key=key, value=day[1])
    loose = _LOOSE_DAY.search(unquoted)
    if loose:
        return problem("date-form", place, key=key, value=loose[1])
    if _COLON.match(unquoted):
        return problem("toml-colon", place, key=key)
    if _CHINESE_KEY.match(unquoted):
        return problem("toml-key", place, key=key)
    word = _BARE_WORD.search(unquoted)
    return problem("toml-unquoted", place, key=key, value=shown(word[1])) if word else None


_QUOTED = re.compile(r"""\"(?:\\.|[^"\\])*\"|'[^']*'""")
_WIDE_SIGN = re.compile("[＝“”‘’，【】｛｝［］＃]|(?<=[A-Za-z0-9_-])：")
_DAY = re.compile(r"=\s*(\d{4}-\d{2}-\d{2})(?![\d])")
_LOOSE_DAY = re.compile(r"=\s*(\d{4}[/.年]\s*\d{1,2}[/.月]\s*\d{1,2}日?|\d{4}-\d{1,2}-\d{1,2})\s*$")
_COLON = re.compile(r"\s*[A-Za-z0-9_-]+\s*:")
_CHINESE_KEY = re.compile(r"\s*[\u4e00-\u9fff]+\s*=")
# Words, Chinese or not, but neither numbers nor signs.
_BARE_WORD = re.compile(r"=\s*((?!true\b|false\b)[^\W\d_][^\"'\[\]{}=]*?)\s*$")


def _code(reason: str) -> str:
    if "Unescaped" in reason or "Escaped" in reason or "hex value" in reason:
        return "toml-escape"
    if "Illegal character" in reason and "'\\n'" not in reason:
        return "toml-control"
    if "Illegal character" in reason or "Unterminated" in reason or reason == 'Expected "\'"':
        return "toml-quote-open"
    if "Unclosed" in reason or "Expected ']'" in reason:
        return "toml-bracket-open"
    return "toml-syntax"


def _key_of(written: str) -> str:
    return re.split("[=＝：:]", written, maxsplit=1)[0].strip() or "?"


def _repeated(place: Place, lines: list[str]) -> Problem:
    """Name the line where the key or table stood first, or ? where that can't be told simply."""
    written = lines[place.line - 1]
    is_table = written.lstrip().startswith("[")
    wanted = _table_of(written) if is_table else _key_of(written)
    first = "?"
    for number in range(place.line - 1, 0, -1):
        above = lines[number - 1]
        is_header = above.lstrip().startswith("[")
        if is_header and not is_table:
            break
        if is_header == is_table and (_table_of(above) if is_table else _key_of(above)) == wanted:
            first = str(number)
    return problem("key-repeated", place, key=wanted, first=first)


def _table_of(written: str) -> str:
    return written.partition("#")[0].strip().strip("[] ")
