"""Authored Markdown -> blocks of plain text with marks; nothing it says is lost without a word.

The only module that knows which Markdown parser is used. Chunks without markup never reach it
(`plain_blocks`); the others go through `prepare`, the parser and, if they hold HTML, nh3.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from generator.model.article import Block
from generator.model.problem import Problem
from generator.text.authored import Authored
from generator.text.blocks import finish, heading_anchor
from generator.text.markdown_limits import MAX_BYTES, MAX_DEPTH, find_depth, find_excess
from generator.text.plain_blocks import Draft, read_plain
from generator.text.width import HAN

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

    from generator.text.html_blocks import BlockReader
    from generator.text.stand_ins import StandIns

__all__ = ["heading_anchor", "parse_markdown"]

_ACROSS_CHUNKS = re.compile(r"<[a-zA-Z/!?]|```|~~~|\[\^|\]:|(?:^|\n) {0,3}: ").search
"""Markup that can mean something to other chunks than its own."""


def parse_markdown(
    body: str, path: str, first_line: int, title: str = ""
) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The blocks of a text, and all that is wrong with it.

    path and first_line say where the body stands in the content folder. A first heading of level
    1 that repeats `title` is left out. Any other heading of level 1 moves all levels down by one,
    because the title has the first. With a problem of level error there are no blocks.
    """
    source = Authored(body, path, first_line)
    size = len(body) if len(body) * 4 <= MAX_BYTES else len(body.encode("utf-8", "replace"))
    if size > MAX_BYTES:
        source.report(0, "markdown-too-long", size=size, limit=MAX_BYTES)
        return (), source.problems
    source.clean()
    drafts = _read(source)
    return finish(drafts, title), source.problems


def _read(source: Authored) -> list[Draft]:
    """Drafts of all blocks; none if the text must not be given to the parser."""
    chunks = source.text.split("\n\n")
    bare = [chunk.strip("\n") for chunk in chunks]
    plain = [read_plain(chunk) if chunk else None for chunk in bare]
    complete = [draft for draft in plain if draft is not None]
    if len(complete) == sum(map(bool, bare)):
        return complete

    from generator.text.stand_ins import StandIns

    stand_ins = StandIns(source.text)
    if not complete or _ACROSS_CHUNKS(source.text):
        return _parse(source, source.text, stand_ins)
    # To the parser a chunk without markup is a paragraph like any other, so a word can stand in
    # for it: lists, quotations and tables around it come out the same.
    reduced: list[str] = []
    group: list[Draft] = []
    for chunk, draft in zip(chunks, plain, strict=True):
        if draft is not None:
            group.append(draft)
        elif not group or chunk.strip("\n"):
            # Empty chunks count only in code that is set in.
            if group:
                reduced.append(stand_ins.put(*group))
                group = []
            reduced.append(chunk)
    if group:
        reduced.append(stand_ins.put(*group))
    return _parse(source, "\n\n".join(reduced), stand_ins)


def _parse(source: Authored, text: str, stand_ins: StandIns) -> list[Draft]:
    """What the parser makes of `text`, which is the source or what is left of it to parse."""
    from generator.text.html_blocks import MAX_DEPTH as TREE_DEPTH
    from generator.text.html_blocks import TooDeepError
    from generator.text.markdown_source import prepare

    if find_depth(text) and (deep := find_depth(source.text)):
        facts: dict[str, object] = {"mark": deep.mark, "depth": deep.times, "limit": MAX_DEPTH}
        source.report(deep.offset, "markdown-too-deep", **facts)
        return []
    prepared = prepare(text, stand_ins.put)
    line, level = prepared.deepest
    if level > MAX_DEPTH:
        at = source.text.find(text.split("\n")[line])
        source.report(at, "markdown-too-deep", mark="-", depth=level, limit=MAX_DEPTH)
        return []
    if dense := find_excess(prepared.text):
        # The same in the source, where it has a line; there may be less of it before `prepare`.
        place = find_excess(source.text)
        offset = place.offset if place else 0
        source.report(offset, "markdown-too-dense", mark=dense.mark, count=dense.times)
        return []
    if prepared.open_fence:
        fence = prepared.open_fence
        source.report_line(fence.line, "markdown-fence-open", fence=fence.mark)
    try:
        drafts = _drafts(source, prepared.text)
    except TooDeepError as error:
        _parser.cache_clear()
        facts = {"mark": error.mark, "depth": error.depth, "limit": TREE_DEPTH}
        source.report(source.text.find(error.mark[0]), "markdown-too-deep", **facts)
        return []
    except Exception as error:
        # The limits keep the parser from all that is known to break it. Whatever else it stumbles
        # over is about this text too; the other articles go on.
        _parser.cache_clear()
        reason = f"{type(error).__name__}: {error}"
        source.report(0, "markdown-unreadable", reason=reason[:200])
        return []
    if "[^" in source.text:
        source.report_missing_notes(drafts)
    return stand_ins.expand(drafts)


def _drafts(source: Authored, text: str) -> list[Draft]:
    """Drafts of what the parser and, for raw HTML, the sanitiser make of the text."""
    from generator.text.html_blocks import BlockReader, decoded

    def refuse(code: str, address: str) -> None:
        source.report(source.text.find(address), code, address=address)

    parser = _parser()
    root = _tree(parser, text)
    labels = _note_labels(parser)
    reader = BlockReader(labels, refuse, decoded)
    if parser.htmlStash.html_counter:
        _read_html(source, parser, root, reader)
    else:
        reader.read(root)
    return reader.drafts


def _tree(parser: Markdown, text: str) -> Element:
    """The parser's element tree, as `Markdown.convert` makes it on its way to HTML.

    Of its two preprocessors the first is `Authored.clean`, and the second finds blocks of raw
    HTML, of which there are none without a "<".
    """
    parser.reset()
    lines = f"{text}\n\n".split("\n")
    if "<" in text:
        lines = parser.preprocessors["html_block"].run(lines)
    root: Any = parser.parser.parseDocument(lines).getroot()
    for processor in parser.treeprocessors:
        changed = processor.run(root)
        root = root if changed is None else changed
    tree: Element = root
    return tree


def _read_html(source: Authored, parser: Markdown, root: Element, reader: BlockReader) -> None:
    """Read the tree with the raw HTML in it that is allowed, and report the rest."""
    from generator.text.html_blocks import MAX_DEPTH as TREE_DEPTH
    from generator.text.html_blocks import TooDeepError
    from generator.text.raw_html import depth, find_removals, sanitised

    source.report_removals(find_removals(map(str, parser.htmlStash.rawHtmlBlocks)))
    for element in root.iter():
        for name in ("href", "src"):
            address = element.get(name)
            if address and not reader.follow(reader.decode(address)):
                del element.attrib[name]
    # Without the element that holds all: a stray </div> of the author's would end it.
    html = parser.serializer(root).removeprefix("<div>").removesuffix("</div>")
    for processor in parser.postprocessors:
        html = processor.run(html)
    if (deepest := depth(html)) > TREE_DEPTH:
        raise TooDeepError("<>", deepest)
    reader.decode = str
    reader.read(sanitised(html))


def _note_labels(parser: Markdown) -> dict[str, int]:
    """Labels of footnotes -> the numbers they are shown by: in the order of reference."""
    notes: Any = parser.treeprocessors["footnote"]
    labels = dict.fromkeys([*notes.footnotes.footnote_order, *notes.footnotes.footnotes])
    return {label: number for number, label in enumerate(labels, 1)}


_HTML = (
    # As in CommonMark 0.31 §6.6: the parser's own takes any "a<b 且 c>d" for a tag.
    r"(<(?:[A-Za-z][A-Za-z0-9-]*+"
    r"""(?:\s+[A-Za-z_:][\w.:-]*+(?:\s*+=\s*+(?:[^\s"'=<>`]++|'[^']*+'|"[^"]*+"))?+)*+\s*+/?"""
    r"|/[A-Za-z][A-Za-z0-9-]*+\s*+"
    r"|!--(?:(?!<!--|-->).)*--|[?](?:(?!<[?]|[?]>).)*[?]|![A-Za-z][^<>]*"
    r"|!\[CDATA\[(?:(?!<!\[CDATA\[|\]\]>).)*\]\])>)"
)


@cache
def _parser() -> Markdown:
    """Python-Markdown with the extensions we document; one a process, reset for each text."""
    import markdown
    from markdown.extensions.def_list import DefListExtension
    from markdown.extensions.footnotes import FootnoteExtension
    from markdown.extensions.sane_lists import SaneListExtension
    from markdown.extensions.tables import TableExtension

    parser = markdown.Markdown(
        # As objects: looking names up would read the metadata of every installed package.
        extensions=[
            TableExtension(use_align_attribute=True),
            SaneListExtension(),
            FootnoteExtension(),
            DefListExtension(),
        ]
    )
    parser.treeprocessors.deregister("prettify")
    tags: Any = parser.inlinePatterns["html"]
    tags.compiled_re = re.compile(_HTML, re.DOTALL | re.ASCII)
    delimiters: Any = parser.delimiters
    delimiters.add("~", "del", double=True)
    # `__粗__体`: the parser takes every letter beside an underscore for the inside of a word, as
    # in snake_case; Chinese has no words of that kind.
    underscore = delimiters.delimiters["_"]
    letter = f"[^\\W{HAN}\u3040-\u30ff]"
    pattern = underscore.boundary.pattern.replace(r"[\w_]", letter)
    underscore.boundary = re.compile(pattern)
    return parser
