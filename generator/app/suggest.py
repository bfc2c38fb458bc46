"""Content folder -> files of questions for the editor; and what was accepted, into its places.

`build` never reads these files. Only `apply` writes into the authority folder and the lexicon,
and only what an editor accepted.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.app.corpus import Understood, understand
from generator.app.memory import Memory
from generator.app.topic_files import write_topics
from generator.forms.accepted import with_accepted
from generator.forms.suggestions import (
    NO,
    YES,
    SuggestionForm,
    form_of,
    read_suggestions,
    toml_text,
    write_suggestions,
)
from generator.model.problem import Level, Place, Problem, problem
from generator.model.source import ContentFiles
from generator.model.suggestion import Suggestion, SuggestionKind
from generator.store.locate import locate
from generator.store.memo import Memo
from generator.store.read import folder_title, is_site, read_content
from generator.store.replace import replace_file
from generator.text.decode import Undecodable, decode
from generator.text.slug import slugify

FOLDER = "suggestions"
ACCEPTED = "authority/accepted.toml"
LEXICON = "lexicon.txt"
MOST = 300
"""Questions in one file: the ones that touch most articles; the others come when these are answered."""
_DECIDED = "decided.toml"
_HOW = (
    "由 jingwei suggest 写出，请逐条看：accept 写 true 是采纳，写 false 是不要，空着下次再问。\n"
    "看完运行 jingwei suggest --apply：采纳的写进 authority/accepted.toml 和 lexicon.txt，\n"
    "不要的记下来，不再问。编网站时不读这个文件。"
)
_FILES: tuple[tuple[str, frozenset[SuggestionKind], str], ...] = (
    (
        "aliases.toml",
        frozenset(("alias",)),
        "alias 是不是 name 的简称？可以改 name、alias、table。",
    ),
    ("terms.toml", frozenset(("term",)), "name 是不是一个词？采纳的进词表。"),
    ("names.toml", frozenset(("name",)), "name 是不是名称？采纳的成为名录里的词条；table 可以改。"),
    (
        "people.toml",
        frozenset(("person",)),
        "这些同名的人是不是一个人？alias 是各自的单位；采纳的成为名录里的一条，of 写这些单位。",
    ),
    (
        "mistakes.toml",
        frozenset(("kinds", "offices", "figure", "date")),
        "是不是读错了？kinds：采纳就按 table 归为一种；figure、date：采纳就照 value 改正，\n"
        "value 空着就是去掉；offices：只供查看，答了就不再问。",
    ),
)
_TOPICS: tuple[tuple[str, frozenset[SuggestionKind], str], ...] = (
    (
        "topics.toml",
        frozenset(("topic",)),
        "要不要 name 这个专题？terms 是选取文段的词语，可以增减；采纳的写成 topics/ 里的一个文件。",
    ),
)


@dataclass(frozen=True, slots=True)
class Suggested:
    """What came of it."""

    written: tuple[tuple[str, int], ...]
    """Files, and how many questions each holds; of `apply`, how many answers went there."""
    left: int
    """Questions for which there was no room."""
    problems: tuple[Problem, ...]


def suggest_files(content: Path, out: Path, jobs: int, *, topics: bool = False) -> Suggested:
    """Write the questions, or those about new topics alone; answers that stand in the files stay."""
    files, problems = read_content(content)
    asked = _Asked(out)
    if asked.wrong:
        return Suggested((), 0, tuple(asked.wrong))
    with tempfile.TemporaryDirectory() as folder, Memo(Path(folder) / "memo.sqlite") as memo:
        understood = understand(files, folder_title(content), Memory(memo, b"", jobs))
        made, found = _made(understood, slugify, topics=topics)
    problems = locate((*problems, *understood.problems, *understood.late, *found), files)
    silent = asked.decided | {it.id for it in asked.answered}
    fresh = [form_of(it) for it in made if it.id not in silent]
    written, left = [], 0
    wrong: list[Problem] = []
    for name, kinds, question in _TOPICS if topics else _FILES:
        entries = [it for it in asked.answered if it.kind in kinds]
        new = [it for it in fresh if it.kind in kinds]
        left += len(new[MOST:])
        entries += new[:MOST]
        if entries or name in asked.texts:
            text = write_suggestions(f"{_HOW}\n{question}", entries)
            wrong += asked.write(name, text)
            written.append((name, len(entries)))
    return Suggested(tuple(written), left, (*problems, *wrong))


def _made(
    understood: Understood, slug: Callable[[str], str], *, topics: bool
) -> tuple[tuple[Suggestion, ...], tuple[Problem, ...]]:
    # Not at the top: they load the segmenter.
    from generator.weave.suggest import suggest
    from generator.weave.suggest.topics import topics as propose_topics
    from generator.weave.weave import weave

    corpus = understood.corpus
    knowledge, problems = weave(corpus, slug)
    titles = {name for it in corpus.topics for name in (it.title, *it.aliases)}
    if topics:
        silent = corpus.not_names | titles | {name for it in corpus.topics for name in it.terms}
        asked = corpus.terms(knowledge.readings)
        return propose_topics(knowledge.readings, knowledge.facts, asked, silent), problems
    silent = corpus.not_names | titles | {word for word, *_ in understood.lexicon}
    made = suggest(
        knowledge.readings,
        knowledge.findings,
        corpus.terms,
        corpus.authority,
        silent,
        corpus.not_same,
        knowledge.entities,
    )
    return made, problems


def apply_answers(content: Path, out: Path) -> Suggested:
    """What was accepted goes into its places; every answer is remembered and leaves the files."""
    files, _ = read_content(content)
    asked = _Asked(out)
    if asked.wrong or not asked.answered:
        return Suggested((), 0, tuple(asked.wrong))
    if files.articles and not is_site(content):
        return Suggested((), 0, (problem("suggest-plain-folder", Place("")),))
    accepted = [it for it in asked.answered if it.accept in YES]
    told: list[tuple[str, int]] = []
    words = [it for it in accepted if it.kind == "term"]
    entries = [it for it in accepted if it.kind not in ("term", "offices", "topic")]
    for path, count, change in (
        (ACCEPTED, len(entries), lambda text: with_accepted(text, entries, _entries(files))),
        (LEXICON, len(words), lambda text: _with_words(text, words)),
    ):
        if not count:
            continue
        wrong = _changed(content, path, change)
        if wrong is not None:
            return Suggested(tuple(told), 0, (wrong,))
        told.append((path, count))
    made, wrongs = write_topics(content, [it for it in accepted if it.kind == "topic"])
    told += made
    decided = sorted(asked.decided | {it.id for it in asked.answered})
    lines = "".join(f"  {toml_text(it)},\n" for it in decided)
    wrongs += asked.write(
        _DECIDED, f"# 答过的建议，不再问；删去一行就会再问。\ndecided = [\n{lines}]\n"
    )
    for name, kinds, question in (*_FILES, *_TOPICS):
        if name in asked.texts:
            left = [it for it in asked.open if it.kind in kinds]
            wrongs += asked.write(name, write_suggestions(f"{_HOW}\n{question}", left))
    told.append((_DECIDED, len(asked.answered)))
    return Suggested(tuple(told), 0, tuple(wrongs))


def _entries(files: ContentFiles) -> dict[str, str]:
    """Every name and alias of the authority files -> the name of its entry."""
    from generator.app.authority import read_authority

    written = read_authority(files.authority, [])
    return {name: it.name for it in written.entries for name in (it.name, *it.aliases)}


def _with_words(text: str, words: Iterable[SuggestionForm]) -> str:
    known = {line.split()[0] for line in text.splitlines() if line.strip()}
    new = [it.name for it in words if it.name not in known]
    if text and not text.endswith("\n"):
        text += "\n"
    return text + "".join(f"{it}\n" for it in new)


def _changed(folder: Path, path: str, change: Callable[[str], str]) -> Problem | None:
    """Write a file of the content folder anew from its old text."""
    real = folder / path
    old = real.read_bytes() if real.is_file() else None
    decoded = decode(old or b"")
    if isinstance(decoded, Undecodable):
        return decoded.at(path)
    try:
        text = change(decoded.text)
    except ValueError:
        return problem("suggest-accepted-broken", Place(path))
    if old is not None and text == decoded.text:
        return None
    real.parent.mkdir(parents=True, exist_ok=True)
    return replace_file(folder, path, old, text.encode())


class _Asked:
    """The files of questions as they are, with what the editor answered."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.texts: dict[str, bytes] = {}
        self.answered: list[SuggestionForm] = []
        self.open: list[SuggestionForm] = []
        self.decided: set[str] = set()
        self.wrong: list[Problem] = []
        for name in (*(name for name, *_ in (*_FILES, *_TOPICS)), _DECIDED):
            path = folder / name
            try:
                data = path.read_bytes()
            except FileNotFoundError:
                continue
            except OSError as error:
                reason = error.strerror or type(error).__name__
                self.wrong.append(
                    problem("file-unreadable", Place(str(path.absolute())), reason=reason)
                )
                continue
            self._read(name, data, str(path.absolute()))

    def _read(self, name: str, data: bytes, path: str) -> None:
        decoded = decode(data)
        if isinstance(decoded, Undecodable):
            self.wrong.append(decoded.at(path))
            return
        form, problems = read_suggestions(decoded.text, path)
        self.wrong += [it for it in problems if it.level is Level.ERROR]
        if form is None:
            return
        self.texts[name] = data
        self.decided.update(form.decided)
        for it in form.suggest:
            (self.answered if it.accept in YES | NO else self.open).append(it)

    def write(self, name: str, text: str) -> list[Problem]:
        """Nothing if it stands there already."""
        data = text.encode()
        old = self.texts.get(name)
        if data == old:
            return []
        self._folder.mkdir(parents=True, exist_ok=True)
        wrong = replace_file(self._folder, name, old, data)
        return [wrong] if wrong is not None else []
