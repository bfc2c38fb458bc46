"""An EPUB taken apart: its files, and what is wrong with them by the rules a reader relies on."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import NamedTuple

from lxml import etree

from tests.site.sites import texts

HTML = "http://www.w3.org/1999/xhtml"
OPS = "http://www.idpf.org/2007/ops"
OPF = "http://www.idpf.org/2007/opf"
SPACES = {"h": HTML, "o": OPF, "dc": "http://purl.org/dc/elements/1.1/"}
TYPE = f"{{{OPS}}}type"


class Book(NamedTuple):
    """Files by path, XHTML parsed, and the package."""

    names: list[str]
    files: dict[str, bytes]
    pages: dict[str, etree._Element]
    package: etree._Element


def opened(data: bytes) -> Book:
    """Every XML file is parsed strictly: what is not well-formed fails the test."""
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        names = container.namelist()
        files = {name: container.read(name) for name in names}
    pages = {it: etree.fromstring(files[it]) for it in names if it.endswith(".xhtml")}
    return Book(names, files, pages, etree.fromstring(files["EPUB/package.opf"]))


def container_faults(data: bytes) -> list[str]:
    """What OCF asks of the ZIP file, and what makes it the same on every machine."""
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        entries = container.infolist()
    first = entries[0]
    found = []
    if (first.filename, first.compress_type, first.header_offset) != ("mimetype", 0, 0):
        found.append("mimetype is not the first entry, uncompressed")
    if data[30:58] != b"mimetypeapplication/epub+zip":
        found.append("mimetype has an extra field or other bytes")
    found += [f"{it.filename} has a clock" for it in entries if it.date_time[0] != 1980]
    found += [f"{it.filename} comes twice" for it in entries if entries.count(it) > 1]
    return found


def package_faults(book: Book) -> list[str]:
    """Manifest, spine, contents and links against the files that are there."""
    found = []
    items = {
        str(it.get("id")): f"EPUB/{it.get('href')}"
        for it in book.package.iterfind("o:manifest/o:item", SPACES)
    }
    held = {it for it in book.names if it.startswith("EPUB/")} - {"EPUB/package.opf"}
    found += [f"not in the manifest: {it}" for it in sorted(held - set(items.values()))]
    found += [f"not there: {it}" for it in sorted(set(items.values()) - held)]
    spine = [items[it] for it in texts(book.package, "o:spine/o:itemref/@idref", **SPACES)]
    found += [f"not in the spine: {it}" for it in sorted(set(book.pages) - set(spine))]
    for path, page in book.pages.items():
        ids = texts(page, "//@id")
        found += [
            f"{path}: id {it} twice" for it in sorted({it for it in ids if ids.count(it) > 1})
        ]
        for href in texts(page, "//h:a/@href | //h:link/@href", **SPACES):
            if href.startswith("https:"):
                continue
            target, _, name = href.partition("#")
            at = posixpath.join("EPUB", target) if target else path
            if at not in held or (name and name not in texts(book.pages[at], "//@id")):
                found.append(f"{path}: {href} leads nowhere")
    return found


def note_faults(book: Book) -> list[str]:
    """Each reference has its note in the same file, and each note leads back to it."""
    found = []
    for path, page in book.pages.items():
        notes = {str(it.get("id")): it for it in page.iter(f"{{{HTML}}}li") if it.get(TYPE)}
        references = [it for it in page.iter(f"{{{HTML}}}a") if it.get(TYPE) == "noteref"]
        asked = {str(it.get("href"))[1:] for it in references}
        found += [f"{path}: no note {it}" for it in sorted(asked - notes.keys())]
        found += [f"{path}: nothing refers to {it}" for it in sorted(notes.keys() - asked)]
        for reference in references:
            note = notes[str(reference.get("href"))[1:]]
            back = texts(note, ".//h:a[@role='doc-backlink']/@href", **SPACES)
            if f"#{reference.get('id')}" not in back:
                found.append(f"{path}: no way back to {reference.get('id')}")
            if reference.text != f"[{str(note.get('id'))[1:]}]":
                found.append(f"{path}: {reference.text} leads to note {note.get('id')}")
    return found
