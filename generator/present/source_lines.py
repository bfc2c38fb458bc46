"""A restored block -> the lines it was made of, as they came, in the order in which they are read.

Each line carries its proof, so its characters are the source's; what was changed on them, and
where text goes on from another place of the page, are attributes and notes of the program's.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.model.annotation import Sentence
from generator.model.article import Article, Block, Join, Segment, all_blocks
from generator.present.body import proof_attributes
from generator.present.inline import attribute, escape
from generator.present.texts import html, label, say
from generator.present.views import Proof

MOST = 30_000
"""Characters of an article that still has its lines on its page; of longer ones the source page has them."""

_Bit = tuple[str, str]
"""(id of the sentence or "", HTML)."""


def has_lines(article: Article) -> bool:
    """Whether its page shows lines."""
    return bool(article.pages) and sum(len(it.text) for it in all_blocks(article)) <= MOST


class SourceLines:
    """Writes the lines of one article's blocks."""

    def __init__(self, article: Article, root: str) -> None:
        """`root` leads from the page to the site."""
        self._article = article
        self._root = root

    def of(self, blocks: Sequence[Block], sentences: Sequence[Sentence] = ()) -> str:
        """A list of the lines of some blocks; `sentences` are those of the one block there is then."""
        rows = "".join([row for it in blocks for row in self._rows(it, sentences)])
        return f'<ol class="was">\n{rows}</ol>\n' if rows else ""

    def _rows(self, block: Block, sentences: Sequence[Sentence]) -> Iterator[str]:
        seams = {it.at: it for it in block.joins}
        for (page, line), group in groupby(block.segments, lambda it: (it.page, it.line)):
            if page >= len(self._article.pages):
                continue
            segments = list(group)
            place = self._article.pages[page]
            words = "".join(_spans(block, segments, sentences))
            proof = Proof(place.path, _pieces(line, segments))
            seam = seams.get(segments[0].start)
            yield (
                f'<li><a href="{attribute(self._root)}pages/{place.page}/#L{line}"'
                f' aria-label="{attribute(say("page.line", number=line))}">{line}</a>'
                f"{_seam(seam) if seam else ''}"
                f"<span{proof_attributes(proof)}>{words}</span></li>\n"
            )


def _seam(join: Join) -> str:
    """Text was put together here: from where, who says so, whether it is sure."""
    name = "page.joined" if join.sure else "page.joined_doubtful"
    return f'<i class="seam">{html(name, number=join.tail)}{label("mark.clause")}{label(f"by.{join.by}")}</i>'


def _pieces(line: int, segments: Sequence[Segment]) -> str:
    """As `check` reads them; neighbours are one."""
    runs: list[list[int]] = []
    for it in segments:
        if runs and runs[-1][1] == it.source_start:
            runs[-1][1] = it.source_end
        else:
            runs.append([it.source_start, it.source_end])
    return " ".join(f"{line}:{start}-{end}" for start, end in runs)


def _spans(
    block: Block, segments: Sequence[Segment], sentences: Sequence[Sentence]
) -> Iterator[str]:
    """The characters of one line, those of each sentence in an element that names it."""
    for owner, group in groupby(_bits(block, segments, sentences), lambda it: it[0]):
        inner = "".join([words for _, words in group])
        yield f'<span data-of="{attribute(owner)}">{inner}</span>' if owner else inner


def _bits(
    block: Block, segments: Sequence[Segment], sentences: Sequence[Sentence]
) -> Iterator[_Bit]:
    starts = [it.start for it in sentences]
    cuts = sorted({*starts, *(it.end for it in sentences)})
    for it in segments:
        if it.repair >= 0:
            yield _owner(sentences, starts, it.start), _repaired(block, it)
            continue
        at = it.start
        inside = cuts[bisect_right(cuts, it.start) : bisect_left(cuts, it.end)]
        for cut in (*inside, it.end):
            yield _owner(sentences, starts, at), escape(block.text[at:cut])
            at = cut


def _owner(sentences: Sequence[Sentence], starts: Sequence[int], at: int) -> str:
    number = bisect_right(starts, at) - 1
    return sentences[number].id if number >= 0 and at < sentences[number].end else ""


def _repaired(block: Block, segment: Segment) -> str:
    """What stood there; what is shown for it is an attribute, which the style sheet draws."""
    repair = block.repairs[segment.repair]
    stood, shown = repair.original, block.text[segment.start : segment.end]
    if repair.kind == "width" and len(stood) == len(shown):
        return f'<span class="w">{escape(stood)}</span>'
    given = f' data-shown="{attribute(shown)}"' if shown.strip() else ""
    if stood:
        return f"<del{given}>{escape(stood)}</del>"
    return f"<ins{given}></ins>" if given else ""
