"""Texts -> a content folder of documents, queries, and which documents answer them.

    python -m tests.bench.search.corpus FOLDER --documents FILE [--queries FILE --relevant FILE]
        [--distractors FILE…] [--size 3104] [--dated] [--seed 1]

Files are JSON Lines with `text` and perhaps `id` and `title`, or Markdown. Documents come whole; the
distractors are cut into passages, and where these do not suffice their clauses are mixed anew. FOLDER
gets content/articles/<id>.md, documents.jsonl, queries.jsonl and relevant.json, which `evaluate` reads.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

import rjieba

from tests.bench.search.queries import Document, Query, make_queries

PASSAGE = 520
"""Characters of a passage, as in encyclopedias' shorter articles."""

_SENTENCE = re.compile(r"[^。！？；\n]*[。！？；]?[”」』）]?")
_CLAUSE = re.compile(r"[^，。！？；：\n“”「」『』（）]{4,40}")
_MARKUP = re.compile(r"^(?:#+|>|[-*+]|\d+\.) +|^\s*\|.*$|^[-=]{3,}$", re.MULTILINE)
_HEAD = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_HAN = re.compile(r"[\u3400-\u9fff]")
_SOURCES = ("人民日报", "光明日报", "科技日报", "山西日报", "重庆日报")


class _Text(NamedTuple):
    id: str
    title: str
    text: str


def read(paths: Sequence[Path]) -> Iterator[_Text]:
    """Files, or folders of Markdown, as texts; id and title may be empty."""
    for path in paths:
        if path.is_dir():
            yield from read(sorted(path.glob("*.md")) + sorted(path.glob("*.txt")))
        elif path.suffix == ".jsonl":
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                yield _Text(row.get("id", ""), row.get("title", ""), row["text"])
        else:
            text = path.read_text(encoding="utf-8")
            yield _Text("", "", _MARKUP.sub("", _HEAD.sub("", text, count=1)))


def passages(texts: Sequence[_Text]) -> Iterator[tuple[str, str]]:
    """(title or "", text of about PASSAGE characters), cut between sentences."""
    for it in texts:
        if len(it.text) <= 1.5 * PASSAGE and it.title:
            yield it.title, it.text
            continue
        kept = ""
        for sentence in _SENTENCE.findall(it.text):
            kept += sentence.strip()
            if len(kept) >= PASSAGE:
                yield "", kept
                kept = ""
        if len(kept) > PASSAGE // 3:
            yield "", kept


def mixed(texts: Sequence[_Text], random: Random) -> Iterator[str]:
    """Texts without end, of the clauses of others."""
    clauses = [it for text in texts for it in _CLAUSE.findall(text.text) if _HAN.search(it)]
    while clauses:
        text, stop = "", random.randrange(PASSAGE // 2, PASSAGE * 3 // 2)
        while len(text) < stop:
            sentence = random.choices(clauses, k=random.randrange(1, 5))
            text += "，".join(sentence) + "。"
        yield text


def titled(text: str, taken: set[str], random: Random) -> str:
    """A title of some neighbouring words of the text that no other document has."""
    words = [it for it in rjieba.cut(text[:200]) if _HAN.match(it)]
    for _ in range(50):
        start, count = random.randrange(max(1, len(words))), random.randrange(1, 4)
        title = "".join(words[start : start + count])[:16]
        if len(title) > 1 and title not in taken:
            return title
    return f"{''.join(words[:3])[:12]}（{len(taken)}）"


def documents(
    own: Sequence[_Text], others: Sequence[_Text], size: int, random: Random
) -> list[Document]:
    """The documents, then distractors up to `size`."""
    found = [
        Document(it.id or f"d{number:05}", it.title, it.text, own=True)
        for number, it in enumerate(own)
    ]
    taken = {it.title for it in found}
    texts = {it.text for it in found}

    def rest() -> Iterator[tuple[str, str]]:
        left = [it for it in others if it.text not in texts]
        yield from passages(left)
        yield from (("", it) for it in mixed(left, random))

    for title, text in rest():
        if len(found) >= size:
            break
        if text in texts:
            continue
        if not title or title in taken:
            title = titled(text, taken, random)
        taken.add(title)
        texts.add(text)
        found.append(Document(f"x{len(found):05}", title, text, own=False))
    return found


def write(folder: Path, found: Sequence[Document], *, dated: bool) -> None:
    """The content folder; with `dated` each document has a date and a source."""
    articles = folder / "content/articles"
    articles.mkdir(parents=True, exist_ok=True)
    for number, it in enumerate(found):
        head = f"title: {json.dumps(it.title, ensure_ascii=False)}\n"
        if dated:
            head += f"date: {2000 + number % 24}-{1 + number % 12:02}-{1 + number % 28:02}\n"
            head += f"source: {_SOURCES[number % len(_SOURCES)]}\n"
        (articles / f"{it.id}.md").write_text(f"---\n{head}---\n\n{it.text}\n", encoding="utf-8")
    _lines(
        folder / "documents.jsonl", ({"id": i.id, "title": i.title, "text": i.text} for i in found)
    )


def given(queries: Path, relevant: Path, found: Sequence[Document]) -> list[Query]:
    """Queries of others, with the relevant documents. What a substring finds is counted anew."""
    known = json.loads(relevant.read_text(encoding="utf-8"))
    texts = [(it.id, f"{it.title}\n{it.text}") for it in found]
    result = []
    for line in queries.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        answers = known[row["id"]]
        if row["fam"] == "c":
            answers = [name for name, text in texts if row["q"] in text]
        result.append(Query(row["id"], row["fam"], row["q"], tuple(answers)))
    return result


def _lines(path: Path, rows: Iterator[dict[str, object]]) -> None:
    path.write_text(
        "".join(json.dumps(it, ensure_ascii=False) + "\n" for it in rows), encoding="utf-8"
    )


def main(arguments: Sequence[str]) -> int:
    """Write the folder, say what is in it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=Path, nargs="+", required=True)
    parser.add_argument("--distractors", type=Path, nargs="*", default=[])
    parser.add_argument("--queries", type=Path)
    parser.add_argument("--relevant", type=Path)
    parser.add_argument("--size", type=int, default=0)
    parser.add_argument("--each", type=int, default=200, help="queries made, a family")
    parser.add_argument("--dated", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    random = Random(chosen.seed)
    own = list(read(chosen.documents))
    found = documents(own, list(read(chosen.distractors)), chosen.size, random)
    write(chosen.folder, found, dated=chosen.dated)
    queries = given(chosen.queries, chosen.relevant, found) if chosen.queries else []
    queries += make_queries(found, chosen.each, random)
    _lines(
        chosen.folder / "queries.jsonl",
        ({"id": i.id, "fam": i.family, "q": i.text} for i in queries),
    )
    (chosen.folder / "relevant.json").write_text(
        json.dumps({it.id: it.relevant for it in queries}), encoding="utf-8"
    )
    size = sum(len(f"{it.title}{it.text}".encode()) for it in found)
    print(f"{len(found)} documents, {size:,} bytes of text, {len(queries)} queries")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
