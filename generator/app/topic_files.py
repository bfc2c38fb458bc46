"""Accepted suggestions -> files of new topics; what exists is never overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.forms.suggestions import SuggestionForm, toml_text
from generator.model.problem import Place, Problem, problem
from generator.store.create import CreateError, create
from generator.text.slug import slugify

FOLDER = "topics"


def write_topics(
    content: Path, accepted: Sequence[SuggestionForm]
) -> tuple[list[tuple[str, int]], list[Problem]]:
    """(file, how many of its terms) for each that was made; a problem for each that could not be."""
    made: list[tuple[str, int]] = []
    problems = []
    for it in accepted:
        path = f"{FOLDER}/{slugify(it.name)}.md"
        try:
            create({content / path: topic_text(it).encode()})
        except CreateError:
            problems.append(problem("suggest-topic-exists", Place(path), name=it.name))
        else:
            made.append((path, len(it.terms)))
    return made, problems


def topic_text(it: SuggestionForm) -> str:
    """The front matter; the introduction is for the editor to write."""
    terms = ", ".join(map(toml_text, it.terms))
    return f"---\ntitle: {toml_text(it.name)}\nterms: [{terms}]\n---\n"
