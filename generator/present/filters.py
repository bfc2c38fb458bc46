"""Values of a view -> pieces of a page, for templates; pure functions, everything escaped."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Container, Sequence
from typing import Any

from markupsafe import Markup

from generator.present.body import href, proof_attributes, title_parts
from generator.present.facsimile import LineFlag, LineRepair, marked
from generator.present.inline import MARK, Layer, escape, lay
from generator.present.percent import percent
from generator.present.views import Proof, QuoteView

_KINDS = {
    "topic": "专题",
    "article": "文章",
    "term": "词语",
    "person": "人物",
    "organisation": "机构",
    "place": "地方",
    "document": "文件",
    "tag": "标签",
}
_ROLES = {
    "title": "标题",
    "kicker": "眉题",
    "byline": "署名",
    "jump": "转接",
    "credit": "电头",
    "label": "栏目",
    "heading": "小标题",
    "paragraph": "正文",
    "pullquote": "引语",
    "other": "其他",
}
_BY = {"editor": "编者", "rule": "规则", "auto": "程序"}
_STEMS = "甲乙丙丁戊己庚辛壬癸"


@functools.lru_cache(maxsize=4096)
def day(iso: str) -> Markup:
    """2022-10-10 -> <time>2022年10月10日</time>; anything else as it is."""
    parts = iso.split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) > 3:
        return Markup(escape(iso))
    words = "".join(f"{int(part)}{unit}" for part, unit in zip(parts, "年月日", strict=False))
    return Markup(f'<time datetime="{iso}">{words}</time>')


def span_of_time(first: str, last: str) -> Markup:
    """Two days as one span: 2021年3月1日—2022年10月10日."""
    if not first or first == last or not last:
        return day(first or last)
    return day(first) + "—" + day(last)


def title(text: str) -> Markup:
    """A title that breaks where it has a space."""
    return Markup(lay(text, title_parts(text), []) if " " in text else escape(text))


def number(value: int) -> str:
    """12345 -> 12,345."""
    return f"{value:,}"


def quoted(quote: QuoteView) -> Markup:
    """The quoted sentence as <span class="q">, with its proof and highlights."""
    return sentence(quote.text, quote.proof, quote.marks)


def sentence(text: str, proof: Proof, marks: Sequence[tuple[int, int]] = ()) -> Markup:
    """A text of a source with the attributes by which `check` finds it there."""
    inner = escape(text) if not marks else _one_mark(text, *marks[0]) if len(marks) == 1 else None
    if inner is None:
        layers = [Layer(start, end, MARK, "<mark>", "</mark>") for start, end in marks]
        inner = lay(text, layers, [])
    return Markup(f'<span class="q"{proof_attributes(proof)}>{inner}</span>')


def _one_mark(text: str, start: int, end: int) -> str | None:
    if not 0 <= start < end <= len(text):
        return None
    inside = f"<mark>{escape(text[start:end])}</mark>"
    return f"{escape(text[:start])}{inside}{escape(text[end:])}"


def at(url: str, root: str) -> str:
    """A site-relative URL as seen from a page at `root`."""
    if ":" not in url and url[:1] not in ("#", "/"):
        return root + url or "./"
    return href(root, url)


def kind(name: str) -> str:
    """A kind's name for readers; an editor's own word stays as it is."""
    return _KINDS.get(name, name)


def letter_id(letter: str) -> str:
    """The anchor of a letter in the index; "#" cannot stand in one."""
    return letter if letter.isalnum() else "other"


def role(name: str) -> str:
    """What a line of a source page is, for readers."""
    return _ROLES.get(name, name)


def by(name: str) -> str:
    """Who decided."""
    return _BY.get(name, name)


def stem(index: int) -> str:
    """0 -> 甲: how the articles of a source page are told apart."""
    return _STEMS[index] if index < len(_STEMS) else str(index + 1)


_LINES = re.compile(r"第 ?[0-9]+(?:[ 、，和与至—–-]+[0-9]+)* ?行")
_LINE = re.compile(r"[0-9]+")


def lined(text: str, lines: Container[int]) -> Markup:
    """A ground in which 第15、17行 leads to these lines of the same page, if it has them."""

    def link(found: re.Match[str]) -> str:
        number = int(found[0])
        return f'<a href="#L{number}">{found[0]}</a>' if number in lines else found[0]

    return Markup(_LINES.sub(lambda it: _LINE.sub(link, it[0]), escape(text)))


def xml_text(text: str) -> str:
    """Without the characters that XML 1.0 cannot hold (section 2.2)."""
    if text.isprintable():
        return text
    return "".join(
        c if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff") else "\ufffd" for c in text
    )


def attributes(proof: Proof) -> Markup:
    """A proof's data- attributes, for an element of the template's own."""
    return Markup(proof_attributes(proof))


def facsimile(text: str, repairs: Sequence[LineRepair], flags: Sequence[LineFlag]) -> Markup:
    """A source line as it came, with what was changed or doubted marked on it."""
    return Markup(marked(text, repairs, flags))


FILTERS: dict[str, Callable[..., Any]] = {
    "at": at,
    "attributes": attributes,
    "by": by,
    "day": day,
    "kind": kind,
    "letter_id": letter_id,
    "lined": lined,
    "number": number,
    "parts": title,
    "percent": percent,
    "quoted": quoted,
    "role": role,
    "stem": stem,
    "xml_text": xml_text,
}
GLOBALS: dict[str, Any] = {
    "facsimile": facsimile,
    "sentence": sentence,
    "span_of_time": span_of_time,
}
