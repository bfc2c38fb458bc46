"""Numbered documents -> the files of the index and the manifest; the only place that knows all of them.

docs/search.md says what is in them. The order of the documents does not matter.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from generator.search.directory import directory
from generator.search.merge import Stretch, gather, joined, stretches
from generator.search.patch import Change, Known, known, patched
from generator.search.records import About, Numbered, SearchFile
from generator.search.shards import Bits, Shard, cuts, shards
from generator.search.unions import Spaces, with_unions

FORMAT = 1
MANIFEST = "search/manifest.json"


def index_files(
    articles: Sequence[Numbered],
    names: Sequence[Numbered],
    about: About,
    change: Change | None = None,
    kept: list[Known] | None = None,
) -> Iterator[SearchFile]:
    """Shards, nodes of the directory, at last the manifest.

    change: since an index whose shards stand published. kept: gets all shards, for the next one.
    """
    bits = Bits(about.article_bits, about.name_bits)
    spaces = Spaces(_numbers(articles), _numbers(names))
    written: list[Shard] = []
    done = change and patched(articles, names, bits, spaces, change.before, change.touched)
    if done:
        written, longer = done
        yield from (it.file for it in written)
    else:
        gathered = gather(articles, names)
        longer = gathered.longer
        waiting: Stretch | None = None
        for stretch in stretches(gathered):
            whole, longer = with_unions(stretch, longer, spaces)
            if waiting is not None:
                whole = joined([waiting, whole])
            at = cuts(whole, longer, bits, last=False)
            for shard in shards(whole, longer, bits, at):
                written.append(shard)
                yield shard.file
            waiting = whole.part(at[-1])
        if waiting is not None:
            for shard in shards(waiting, longer, bits, cuts(waiting, longer, bits, last=True)):
                written.append(shard)
                yield shard.file
    if kept is not None:
        kept += [known(it, longer) for it in written]
    depth, nodes = directory(written, longer)
    yield from (it.file for it in nodes)
    yield _manifest(about, bits, depth, nodes[-1])


def _numbers(documents: Sequence[Numbered]) -> int:
    return max((it.number for it in documents), default=-1) + 1


def _manifest(about: About, bits: Bits, depth: int, root: Shard) -> SearchFile:
    says = {
        "articles": about.articles,
        "names": about.names,
        "articleBits": bits.articles,
        "nameBits": bits.names,
        "articleShift": about.article_shift,
        "nameShift": about.name_shift,
        "articleHeads": about.article_heads,
        "nameHeads": about.name_heads,
        "depth": depth,
        "root": root.name.hex(),
    }
    version = blake2b(json.dumps(says).encode() + about.texts, digest_size=8).hexdigest()
    text = json.dumps({"format": FORMAT, "version": version, **says})[:-1]
    content = f'{text}, "sum": {zlib.adler32(text.encode())}}}'.encode()
    return SearchFile(MANIFEST, blake2b(content, digest_size=16).digest(), lambda: content)
