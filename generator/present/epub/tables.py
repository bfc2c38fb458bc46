"""Tables of pages -> what a narrow page has room for: fewer columns, or lists."""

from __future__ import annotations

from lxml import etree, html


def narrow(table: html.HtmlElement) -> None:
    """Change it in its place."""
    classes = (table.get("class") or "").split()
    if "amounts" in classes:
        _by_measure(table)
    elif "even" in classes:
        _unfold(table)


def _by_measure(table: html.HtmlElement) -> None:
    """What is measured stands above its amounts: a page is too narrow for four columns."""
    for head in list(table.iter("thead")):
        for cell in list(head.iter("th"))[:1]:
            cell.drop_tree()
    for body in table.iter("tbody"):
        for cell in list(body.iter("th")):
            row = cell.getparent()
            above = html.Element("tr")
            cell.attrib.pop("rowspan", None)
            cell.set("colspan", "3")
            cell.tail = None
            row.addprevious(above)
            above.append(cell)
        for cell in body.iter("td"):
            if cell.get("colspan"):
                cell.set("colspan", "3")


def _unfold(table: html.HtmlElement) -> None:
    """Each row as a list of what its columns say; a cell over all columns as a paragraph."""
    titles = ["".join(cell.itertext()) for cell in table.iterfind("thead/tr/th")]
    out = html.Element("div")
    out.set("class", "unfolded")
    entry = None
    for row in list(table.iterfind("tbody/tr")):
        cells = list(row)
        if len(cells) == 1:
            said = _moved(cells[0], "p")
            (entry if entry is not None else out).append(said)
            continue
        entry = etree.SubElement(out, "div")
        head = _moved(cells[0], "p")
        head.set("class", "name")
        entry.append(head)
        told = None
        for title, cell in zip(titles[1:], cells[1:], strict=False):
            if not "".join(cell.itertext()).strip():
                continue
            told = told if told is not None else etree.SubElement(entry, "dl")
            pair = etree.SubElement(told, "div")
            pair.append(made("dt", title))
            pair.append(_moved(cell, "dd"))
    out.tail = table.tail
    table.getparent().replace(table, out)


def _moved(cell: html.HtmlElement, tag: str) -> html.HtmlElement:
    cell.tag = tag
    for name in ("scope", "colspan"):
        cell.attrib.pop(name, None)
    cell.tail = None
    return cell


def made(tag: str, words: str) -> html.HtmlElement:
    """An element that holds some words."""
    element = html.Element(tag)
    element.text = words
    return element
