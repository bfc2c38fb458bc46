"""HTML as pages have it -> XHTML of a book: links to sentences become references to notes.

What a page says is written once, by `generator.present.lists`; here it is only made fit for paper.
Wide tables become lists, what can be opened stands open, links into the site become plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from generator.present.epub.notes import Notes
from generator.present.epub.tables import made, narrow
from generator.present.filters import xml_text
from generator.present.texts import say, text
from generator.present.views.books import NoteView

OPS = "http://www.idpf.org/2007/ops"
_ITEMS = frozenset(("li", "tr", "figure"))
_WRAPS = frozenset(("time", "data"))
_JOINER = "\u2060"
"""A line must not end before the sign of a note."""
_CLOSING = "”’」』"
_EMPTY = frozenset(("br", "hr", "img", "wbr"))
_KEPT = frozenset(
    "class href lang value datetime start scope colspan rowspan title role aria-label id".split()
)
_PROOF = re.compile(r"data-(?:source|pieces|repairs|unit|published|edtf|by)").fullmatch
_PAGE = re.compile(r"https?://", re.IGNORECASE).match


def adapt(written: str, notes: Notes) -> str:
    """The content of a chapter; its notes are collected in `notes`."""
    if not written.strip():
        return ""
    root = html.fragment_fromstring(xml_text(written), create_parent="div")
    _drop(root)
    _open(root)
    for link in list(root.iter("a")):
        _link(root, link, notes)
    for table in list(root.iter("table")):
        narrow(table)
    _prune(root)
    return _serialised(root)


def _drop(root: html.HtmlElement) -> None:
    """What is for the eye only, or for a screen that is held in the hand no more."""
    for element in list(root.iter("caption", "svg", "img", "span", "p", "nav")):
        classes = (element.get("class") or "").split()
        if element.tag == "svg":
            label = element.get("aria-label")
            if label:
                element.addnext(made("span", label))
            element.drop_tree()
        elif element.tag == "img" or "noimage" in classes:
            label = element.get("alt") or element.get("aria-label")
            element.addnext(
                made(
                    "span",
                    say("book.picture", label=label) if label else text("book.picture_plain"),
                )
            )
            element.drop_tree()
        elif element.tag in ("caption", "nav") or (element.tag == "span" and "unseen" in classes):
            element.drop_tree()


def _open(root: html.HtmlElement) -> None:
    for element in list(root.iter("details", "summary", "section", "thead", "wbr")):
        classes = (element.get("class") or "").split()
        if element.tag == "details":
            element.tag = "div"
            element.set("class", "also")
        elif element.tag == "summary":
            element.tag = "p"
            element.set("class", "label")
        elif element.tag == "wbr" or (element.tag == "section" and "scroll" in classes):
            element.drop_tag()
        elif element.tag == "thead":
            element.attrib.pop("class", None)


def _link(root: html.HtmlElement, link: html.HtmlElement, notes: Notes) -> None:
    address = link.get("href") or ""
    note = notes.note(address)
    if note is not None:
        _refer(root, link, note, notes)
    elif address.startswith("#"):
        if len(address) == 1 or not root.xpath("boolean(//*[@id=$name])", name=address[1:]):
            link.drop_tag()
        elif not "".join(link.itertext()):
            # A footnote of the editor's, whose sign the site's style sheet draws.
            link.text = link.get("data-n") or text("book.note")
    elif not _PAGE(address):
        link.drop_tag()


def _refer(root: html.HtmlElement, link: html.HtmlElement, note: NoteView, notes: Notes) -> None:
    """A reference to the note stands for the link, behind what the link is of."""
    address = str(link.get("href"))
    beside = link.getnext()
    if beside is not None and beside.get("href") == address and not (link.tail or "").strip():
        # Words and their number lead to the same sentence: one reference will do.
        link.drop_tag()
        return
    words = "".join(link.itertext())
    mark = _reference(*notes.refer(address, note))
    before = _quoted_before(root, link)
    if before is not None and _only_leads(link, words, note.article):
        if "".join(before.itertext()) == note.text:
            notes.shown(address)
        _after(before, mark)
        link.drop_tree()
    elif _only_leads(link, words, note.article) and (head := _head(link)) is not None:
        head.append(mark)
        link.drop_tree()
    else:
        link.addnext(mark)
        mark.tail, link.tail = link.tail, None
        if words == text("site.original") or (words.isdecimal() and _classed(link, "aside")):
            link.drop_tree()
        elif "n" in (link.get("class") or "").split():
            link.tag = "span"
            del link.attrib["href"]
        else:
            link.drop_tag()


def _reference(number: int, name: str) -> html.HtmlElement:
    mark = made("sup", "")
    reference = etree.SubElement(mark, "a", {f"{{{OPS}}}type": "noteref"})
    reference.set("role", "doc-noteref")
    reference.set("id", name)
    reference.set("href", f"#n{number}")
    reference.text = f"[{number}]"
    return mark


def _head(link: html.HtmlElement) -> html.HtmlElement | None:
    """The heading of a group that says nothing else."""
    group = next((it for it in link.iterancestors("div") if it.get("class") == "group"), None)
    return None if group is None else group.find("h3")


def _only_leads(link: html.HtmlElement, words: str, article: str) -> bool:
    """Whether nothing is lost if a note stands for the link."""
    return words == text("site.original") or (words == article and _classed(link, "at"))


def _classed(element: html.HtmlElement, name: str) -> bool:
    """Whether an element around it is of this class."""
    return any(name in (it.get("class") or "").split() for it in element.iterancestors())


def _quoted_before(root: html.HtmlElement, link: html.HtmlElement) -> html.HtmlElement | None:
    """The words that the link is of: the last that are quoted before it in its item."""
    item = _item(root, link)
    found = None
    for element in item.iter("span", "a"):
        if element is link:
            break
        if element.get("data-source") is not None and _item(root, element) is item:
            found = element
    return found


def _item(root: html.HtmlElement, element: html.HtmlElement) -> html.HtmlElement:
    return next((it for it in element.iterancestors() if it.tag in _ITEMS), root)


def _after(words: html.HtmlElement, mark: html.HtmlElement) -> None:
    """Behind the words, and behind the quotation mark that closes them."""
    place = words
    while (around := place.getparent()) is not None and around.tag in _WRAPS:
        place = around
    while (beside := place.getnext()) is not None and beside.tag == "sup" and not place.tail:
        place = beside
    tail = place.tail or ""
    closing = tail[:1] if tail[:1] in _CLOSING else ""
    place.tail = None
    place.addnext(mark)
    mark.tail = tail[len(closing) :]
    place.tail = closing + _JOINER


def _prune(root: html.HtmlElement) -> None:
    """Attributes that a book has no use for, and elements that have lost what was in them."""
    wanted = {href[1:] for href in _hrefs(root) if href[:1] == "#"}
    for element in root.iter(etree.Element):
        for name in list(element.attrib):
            kept = name in _KEPT or _PROOF(name) or name[:1] == "{"
            if not kept or (name == "id" and element.get("id") not in wanted | _own(element)):
                del element.attrib[name]
        if element.get("aria-label") and element.tag not in ("a",):
            del element.attrib["aria-label"]
    for element in list(root.iter("span", "p", "ul", "figcaption"))[::-1]:
        if not len(element) and not (element.text or "").strip() and not element.get("id"):
            element.drop_tree()


def _hrefs(root: html.HtmlElement) -> Iterator[str]:
    return (link.get("href") or "" for link in root.iter("a"))


def _own(element: html.HtmlElement) -> set[str]:
    """Ids by which notes and contents lead here."""
    name = element.get("id") or ""
    return {name} if element.get("role") == "doc-noteref" or name.startswith("part-") else set()


def _serialised(root: html.HtmlElement) -> str:
    """As XML, but no element closed in its start tag that HTML would leave open."""
    out = etree.Element("div", nsmap={"epub": OPS})
    out.text = root.text
    for child in list(root):
        out.append(child)
    for element in out.iter(etree.Element):
        if not len(element) and not element.text and element.tag not in _EMPTY:
            element.text = ""
    written = etree.tostring(out, encoding="unicode", method="xml")
    return written[written.index(">") + 1 : written.rindex("</div>")].strip() + "\n"
