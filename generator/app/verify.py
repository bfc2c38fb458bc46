"""Staged files + sources -> problems, before anyone can read them; facts and proofs are memoised."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from generator.app.memory import Memory
from generator.check.check import check_site
from generator.check.facts import PageFacts
from generator.check.other_facts import file_facts
from generator.model.problem import Problem
from generator.model.source import ContentFiles, SourceFile


class _File(msgspec.Struct, frozen=True, array_like=True):
    path: str
    data: bytes


def facts_leaf(encoded: bytes) -> bytes:
    """A file of the site -> its facts, None for kinds of file that have none."""
    file = msgspec.msgpack.decode(encoded, type=_File)
    return msgspec.msgpack.encode(file_facts(file.path, file.data))


def verify(
    root: Path,
    digests: Mapping[str, str],
    content: ContentFiles,
    base_url: str,
    memory: Memory,
) -> tuple[Problem, ...]:
    """Hold every staged file against the others and against the sources.

    What a file says is read from the staged bytes; a digest that was read before need not be
    read again, for the same bytes say the same.
    """
    pages = _facts(root, digests, memory)
    sources = {file.path: file for file in _sources(content)}

    def read(path: str) -> bytes | None:
        return sources[path].data if path in sources else None

    proofs = _proof_keys(pages, digests, sources, memory)
    known = memory.recall(list(proofs.values()))
    proven = {path for path, key in proofs.items() if key in known}
    problems = check_site(pages, digests.keys(), read, base_url, proven)
    faulty = {problem.place.file.removeprefix("site/") for problem in problems}
    memory.keep(
        (key, b"") for path, key in proofs.items() if path not in proven and path not in faulty
    )
    return problems


def _facts(root: Path, digests: Mapping[str, str], memory: Memory) -> dict[str, PageFacts]:
    names = [f"{path.rpartition('.')[2]}\0{digest}".encode() for path, digest in digests.items()]
    keys = memory.keys("facts", names)
    known = dict(memory.recall(keys))
    missing = [(path, key) for path, key in zip(digests, keys, strict=True) if key not in known]
    if missing:
        inputs = (
            msgspec.msgpack.encode(_File(path, (root / path).read_bytes())) for path, _ in missing
        )
        fresh = {
            key: result for (_, key), result in zip(missing, map(facts_leaf, inputs), strict=True)
        }
        memory.keep(fresh.items())
        known |= fresh
    decoder = msgspec.msgpack.Decoder(PageFacts | None)
    facts = {path: decoder.decode(known[key]) for path, key in zip(digests, keys, strict=True)}
    return {path: found for path, found in facts.items() if found is not None}


def _proof_keys(
    pages: Mapping[str, PageFacts],
    digests: Mapping[str, str],
    sources: Mapping[str, SourceFile],
    memory: Memory,
) -> dict[str, bytes]:
    """For each page that quotes: a key over its bytes and those of all it quotes."""
    quoting = {path: facts for path, facts in pages.items() if facts.quotations}
    parts = []
    for path, facts in quoting.items():
        quoted = sorted({it.source for it in facts.quotations})
        told = [digests[path], *(sources[it].digest if it in sources else "" for it in quoted)]
        parts.append(hashlib.sha256("\0".join(told).encode()).digest())
    return dict(zip(quoting, memory.keys("proof", parts), strict=True))


def _sources(content: ContentFiles) -> list[SourceFile]:
    pages = [it.page for it in content.pages]
    return [*pages, *content.articles, *content.topics]
