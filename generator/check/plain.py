"""Markdown or shown text -> bare characters; what both sides of a quotation must share.

Written against the Markdown syntax and not against our parser, and cruder than that: the
characters that syntax is made of go, everything a reader would call text stays. White space
stays, as one blank, only between two ASCII letters or digits, or 10 20 would equal 1020; for
the same reason 3*4 and a_b keep their sign.
"""

from __future__ import annotations

import html
import re

_UNSHOWN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Characters that no page may hold: XML 1.0, 2.2; between two letters they are no white space."""
_FRONT_MATTER = re.compile(
    r"\A(?:---[ \t]*\n.*?^(?:---|\.\.\.)|\+\+\+[ \t]*\n.*?^\+\+\+)[ \t]*$", re.S | re.M
)
_FENCE = re.compile(
    r"^([ >\t]*)(`{3,}|~{3,})[^\n`]*\n(.*?)(?:^[ >\t]*\2[`~]*[ \t]*$|\Z)", re.S | re.M
)
_TARGET = (
    r"(?:\((?:<[^<>\n]*>|(?:[^()\s\\]|\\.|\((?:[^()\s\\]|\\.)*\))*)"
    r"(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
    # An address with blanks in it is none by CommonMark, and one by many parsers.
    r"|\((?:[^()\n\\]|\\.|\([^()\n]*\))*\))"
)
# Begins with one set of characters, so that the search runs at the speed of a plain scan.
_INLINE = re.compile(
    r"[`\\!\]<&~]"
    r"(?:"
    r"(?<=`)(?P<ticks>`*)(?P<code>[^`].*?(?<!`))`(?P=ticks)(?!`)"
    r"|(?<=\\)(?P<escaped>[!-/:-@\[-`{-~])"
    rf"|(?<=!)\[(?P<image>[^\[\]]*)\](?:{_TARGET}|\[[^\[\]]*\])"
    rf"|(?<=\])(?P<tail>{_TARGET}|\[[^\[\]]*\])"
    r"|(?<=<)(?P<address>(?:https?|ftp|mailto):[^<>\s]*|[\w.+-]+@[\w.-]+)>"
    r"|(?<=<)(?P<tag>!--.*?--|/?[a-zA-Z][^<>]*)>"
    r"|(?<=&)(?P<entity>#?\w{1,31};)"
    r"|(?<=~)(?P<struck>~)"
    r")",
    re.S,
)
_LINE_START = re.compile(
    r"\n(?:[ \t]*(?:>|(?:[-+*:]|\d{1,9}[.)]|#{1,6})(?=[ \t\n]|\Z)))+"
    r"|\n[ \t]*(?:[-=_* \t]{2,}|\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*)(?=\n|\Z)"
    r"|\n[ ]{0,3}\[(?!\^)[^\[\]\n]+\]:[^\n]*",
)
_FOOTNOTE = re.compile(r"\n[ ]{0,3}\[\^([^\[\]\n]+)\]:")
_FOOTNOTE_SIGN = re.compile(r"\[\^([^\[\]\n]+)\](?::[ \t]*)?")
_HEADING_END = re.compile(r"[ \t]#+[ \t]*$", re.M)
_BLOCK_TAG = re.compile(
    r"/?(?:br|hr|p|div|h[1-6]|li|[uod]l|d[td]|t[dhr]|table|thead|tbody|blockquote|pre|section)\b"
)
_BLOCK_MARKUP = re.compile(rf"<(?:{_BLOCK_TAG.pattern})[^<>]*>")
# What a page leaves out together with all that is in it.
_NO_TEXT = re.compile(r"<(script|style|template|svg|math)\b[^>]*>.*?(?:</\1\s*>|\Z)", re.S | re.I)
_LOOSE_SPACE = re.compile(r" (?:(?<![0-9A-Za-z] )|(?![0-9A-Za-z]))")
_SIGNS = re.compile(r"[*_`\[\]\\]++")


def squeeze(text: str) -> str:
    """Characters of a text as shown: no emphasis signs, brackets or loose white space."""
    text = _SIGNS.sub(_sign, text)
    if "|" in text:
        text = text.replace("|", " ")
    text = " ".join(text.split())
    return _LOOSE_SPACE.sub("", text) if " " in text else text


def undo_markdown(text: str) -> str:
    """The same of a Markdown file: front matter, markers, targets and tags taken away."""
    body = _body(text)
    if "```" not in body and "~~~" not in body:
        return squeeze(_undo(body))
    parts: list[str] = []
    position = 0
    for fence in _FENCE.finditer(body):
        parts += (_undo(body[position : fence.start()]), "\n", fence[3], "\n")
        position = fence.end()
    parts.append(_undo(body[position:]))
    return squeeze("".join(parts))


_TITLE = re.compile(r"\s*#[ \t][^\n]*")
_CLOSED = re.compile(r"<([a-zA-Z]+)\b[^>]*>.*?</\1\s*>", re.S)


def shows_nothing(text: str) -> bool:
    """Whether a Markdown file holds no more than a title, or elements that a page may leave out."""
    return not squeeze(_undo(_CLOSED.sub("", _TITLE.sub("", _body(text), count=1))))


def undo_stray_tags(text: str) -> str:
    """The same where tags of blocks part nothing: one without its partner leaves no mark on a page."""
    return undo_markdown(_BLOCK_MARKUP.sub("", _NO_TEXT.sub("", text)))


def keep_markdown(text: str) -> str:
    """The body with all its syntax still in it: what a code block or a stray sign shows."""
    return squeeze(_body(text))


def _body(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _UNSHOWN.search(text):
        text = _UNSHOWN.sub("", text)
    front = _FRONT_MATTER.match(text)
    return text[front.end() :] if front else text


def _undo(text: str) -> str:
    text = "\n" + text
    if "[^" in text:
        # A sign is syntax only where a note answers it.
        notes = frozenset(_FOOTNOTE.findall(text))
        text = _FOOTNOTE_SIGN.sub(lambda found: "" if found[1] in notes else found[0], text)
    text = _LINE_START.sub("\n", text)
    if "#" in text:
        text = _HEADING_END.sub("", text)
    return _INLINE.sub(_shown, text)


def _sign(found: re.Match[str]) -> str:
    """Signs that stand between letters or digits are part of what is said: 3*4, a_b."""
    sign = found[0]
    if sign not in ("*", "_"):
        return ""
    around = found.string[found.start() - 1 : found.start()] + found.string[found.end() :][:1]
    kept = around.isdecimal() if sign == "*" else around.isalnum()
    return sign if kept and len(around) == 2 and around.isascii() else ""


def _shown(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "code":
            return found["code"]
        case "escaped":
            return found["escaped"]
        case "address":
            return found["address"]
        case "tag":
            return "\n" if _BLOCK_TAG.match(found["tag"]) else ""
        case "entity":
            return html.unescape(found[0])
        case _:
            return ""
