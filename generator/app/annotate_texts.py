"""Text files, articles and JSON Lines -> what each text says, one after another; no site is needed.

Of a stream no more than one line is held, and a line that can't be used keeps none behind it
from being read.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.annotate.prose import Prose, article_prose, plain_prose
from generator.annotate.sentences import find_sentences
from generator.annotate.understand import understand
from generator.app.judged import CHECK
from generator.forms.values import shown
from generator.model.findings import Findings
from generator.model.problem import Place, Problem, problem
from generator.model.source import ContentFiles, SourceFile
from generator.restore.authored import read_article
from generator.store.locate import locate
from generator.text.decode import Undecodable, decode
from generator.text.segment import Lexicon, Word

STREAM = Path("-")
_ROWS = (".jsonl", ".ndjson")
_MARKDOWN = (".md", ".markdown")
_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ].*)?", re.S)
_LONE = re.compile("[\ud800-\udfff]")
"""Half a character, which JSON can hold and Unicode text can't."""


class Annotated(NamedTuple):
    """A text and what it says; where it could not be read, only problems."""

    name: object
    """The id: as given, else the number of the line; of a file its name."""
    prose: Prose | None
    findings: Findings
    problems: tuple[Problem, ...] = ()


def annotate_texts(
    paths: Sequence[Path], stream: Iterable[bytes], date: str
) -> Iterator[Annotated]:
    """`stream`: the lines that "-" stands for; `date`: of texts that have none."""
    lexicons = _Lexicons()
    for path in paths:
        if path == STREAM:
            yield from _rows(stream, str(path), date, ())
            continue
        lexicon, problems = lexicons.of(path)
        if problems:
            yield _failed(*problems)
        try:
            if path.suffix.lower() in _ROWS:
                with path.open("rb") as lines:
                    yield from _rows(lines, str(path), date, lexicon)
            else:
                yield _file(path, date, lexicon)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            yield _failed(problem("file-unreadable", Place(str(path)), reason=reason))


def day(written: str) -> str:
    """An ISO 8601 day, of a point in time its day. Raises ValueError if it is none."""
    found = _DAY.fullmatch(written.strip())
    if found is None:
        raise ValueError(written)
    return datetime.date.fromisoformat(found[1]).isoformat()


def _failed(*problems: Problem) -> Annotated:
    return Annotated("", None, Findings(), problems)


def _file(path: Path, date: str, lexicon: Lexicon) -> Annotated:
    data = path.read_bytes()
    decoded = decode(data)
    if isinstance(decoded, Undecodable):
        return _failed(decoded.at(str(path)))
    if path.suffix.lower() not in _MARKDOWN:
        prose = plain_prose(decoded.text, date)
        return Annotated(path.name, prose, understand(prose, lexicon, CHECK))
    article, _, problems = read_article(decoded.text, str(path))
    if problems:
        digest = hashlib.sha256(data).hexdigest()
        file = SourceFile(str(path), data, digest)
        problems = locate(problems, ContentFiles(articles=(file,)))
    prose = article_prose(article, find_sentences(article))
    prose = prose._replace(date=prose.date or date)
    return Annotated(path.name, prose, understand(prose, lexicon, CHECK), problems)


def _rows(lines: Iterable[bytes], file: str, date: str, lexicon: Lexicon) -> Iterator[Annotated]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _row(line, Place(file, number), date, lexicon)


def _row(line: bytes, place: Place, date: str, lexicon: Lexicon) -> Annotated:
    try:
        row = json.loads(line.decode("utf-8-sig" if place.line == 1 else "utf-8"))
    except UnicodeDecodeError as error:
        return _failed(problem("row-encoding", place, offset=error.start))
    # Nested a thousand deep, or a number of a million digits.
    except (ValueError, RecursionError):
        return _failed(problem("row-malformed", place))
    if not isinstance(row, dict):
        return _failed(problem("row-malformed", place))
    text, written = row.get("text"), row.get("date")
    if not isinstance(text, str):
        return _failed(problem("row-without-text", place))
    try:
        told = day(written) if written else date
    except (AttributeError, TypeError, ValueError):
        return _failed(problem("row-date", place, written=shown(written)))
    prose = plain_prose(_LONE.sub("\ufffd", text), told)
    findings = understand(prose, lexicon, CHECK)
    name = row.get("id")
    return Annotated(str(place.line) if name is None else name, prose._replace(text=text), findings)


class _Lexicons:
    """The author's words for the files of a site, each lexicon read once."""

    def __init__(self) -> None:
        self._read: dict[Path, Lexicon] = {}

    def of(self, path: Path) -> tuple[Lexicon, tuple[Problem, ...]]:
        """The words, and at the first time what is wrong with them."""
        content = _content(path)
        if content is None:
            return (), ()
        if content in self._read:
            return self._read[content], ()
        file = content / "lexicon.txt"
        problems: list[Problem] = []
        words: Lexicon = ()
        try:
            data = file.read_bytes()
        except FileNotFoundError:
            pass
        except OSError as error:
            reason = error.strerror or type(error).__name__
            problems.append(problem("file-unreadable", Place(str(file)), reason=reason))
        else:
            source = SourceFile(str(file), data, hashlib.sha256(data).hexdigest())
            # Not at the top: a text outside a site needs nothing of building one.
            from generator.app.corpus import read_lexicon

            words = tuple(Word(*it) for it in read_lexicon(source, problems))
        self._read[content] = words
        return words, tuple(problems)


def _content(path: Path) -> Path | None:
    """The content folder in which the file lies."""
    for folder in path.resolve().parents:
        if (folder / "site.toml").is_file() or (folder / "lexicon.txt").is_file():
            return folder
    return None
