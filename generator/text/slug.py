"""Text -> its pinyin, and from that a slug for URLs and a key for the A–Z index.

Readings come from packaged tables made from pypinyin's data: the library itself takes a fifth of
a second to import, the tables a hundredth. Tones are left out and ü is written v (lv-you), as
input methods do and as GB/T 28039 allows where ü can't be typed.
"""

from __future__ import annotations

import enum
import re
import unicodedata
from functools import cache
from hashlib import blake2b

from generator.text.data import read_table
from generator.text.width import HAN

LIMIT = 80
"""A slug is at most this long."""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*").fullmatch
_TOKENS = re.compile(f"[a-z0-9]+|[{HAN}]+").findall
_DROPPED = re.compile("[\u0300-\u036f'’]")


class Reading(enum.Enum):
    """Whose name a text is: 单 is dan in 单位 and shan in the name of 单田芳."""

    TEXT = "text"
    PERSON = "person"


def slugify(text: str, reading: Reading = Reading.TEXT) -> str:
    """ASCII, lower case, words joined by hyphens, at most 80 characters, never empty.

    A text without any letter, digit or known ideograph becomes `x` and 8 digits of its digest.
    """
    slug = "-".join(_syllables(text, reading))
    if len(slug) > LIMIT:
        head, hyphen, _ = slug[: LIMIT + 1].rpartition("-")
        slug = head if hyphen else slug[:LIMIT]
    if slug:
        return slug
    return "x" + blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def is_slug(text: str) -> bool:
    """Whether an authored slug can stand in a URL as it is."""
    return len(text) <= LIMIT and _SLUG(text) is not None


def pinyin(text: str, reading: Reading = Reading.TEXT) -> str:
    """两江新区 -> "liang jiang xin qu"; Latin words and numbers stay, in lower case."""
    return " ".join(_syllables(text, reading))


def syllables(run: str, reading: Reading = Reading.TEXT) -> list[str]:
    """The syllable of each character of a run of ideographs, empty where none is known."""
    return _read(run, surname=reading is Reading.PERSON)


def all_syllables(character: str) -> tuple[str, ...]:
    """Its readings where it has several in use: 行 is xing and hang."""
    return _several().get(character, ())


def initial(text: str, reading: Reading = Reading.TEXT) -> str:
    """The letter under which the A–Z index lists a text: A … Z, or # for digits and all else."""
    letter = pinyin(text, reading)[:1].upper()
    return letter if "A" <= letter <= "Z" else "#"


def _syllables(text: str, reading: Reading) -> list[str]:
    # Full-width letters become plain ones and é becomes e; ideographs stay what they are.
    plain = _DROPPED.sub("", unicodedata.normalize("NFKD", text)).lower()
    found: list[str] = []
    surname = reading is Reading.PERSON
    for token in _TOKENS(plain):
        if token.isascii():
            found.append(token)
        else:
            found.extend(filter(None, _read(token, surname=surname)))
        surname = False
    return found


def _read(run: str, *, surname: bool) -> list[str]:
    """Syllables of a run of ideographs, the longest phrase first; empty where none is known."""
    characters, phrases = _tables()
    found: list[str] = []
    at = 0
    if surname:
        for length in (2, 1):
            if name := _surnames().get(run[:length]):
                found.extend(name)
                at = length
                break
    while at < len(run):
        for phrase, sounds in phrases.get(run[at], ()):
            if run.startswith(phrase, at):
                found.extend(sounds)
                at += len(phrase)
                break
        else:
            found.append(characters.get(run[at], ""))
            at += 1
    return found


_Phrases = dict[str, list[tuple[str, list[str]]]]


@cache
def _tables() -> tuple[dict[str, str], _Phrases]:
    """Character -> reading; first character -> its phrases with their readings, longest first."""
    characters: dict[str, str] = {}
    for sound, group in read_table("pinyin_characters.tsv"):
        characters.update(dict.fromkeys(group, sound))
    merged: dict[str, str] = {}
    for table in ("pinyin_phrases.tsv", "pinyin_overrides.tsv"):
        merged.update({row[0]: row[1] for row in read_table(table)})
    phrases: _Phrases = {}
    for phrase, sounds in sorted(merged.items(), key=lambda row: -len(row[0])):
        phrases.setdefault(phrase[0], []).append((phrase, sounds.split(" ")))
    return characters, phrases


@cache
def _several() -> dict[str, tuple[str, ...]]:
    characters, _ = _tables()
    rows = read_table("pinyin_others.tsv")
    return {it: (characters[it], *others.split(" ")) for group, others in rows for it in group}


@cache
def _surnames() -> dict[str, list[str]]:
    return {name: sounds.split(" ") for name, sounds in read_table("surnames.tsv")}
