"""Markdown with front matter -> Article or topic; the same type as a restored page gives."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from generator.forms.article import ArticleForm
from generator.forms.front_matter import read_front_matter
from generator.forms.title import first_heading, title_of_path
from generator.forms.topic import TopicForm
from generator.model.article import Article, ArticleId
from generator.model.knowledge import TopicPage
from generator.model.problem import Problem
from generator.text.as_written import as_written
from generator.text.markdown import parse_markdown
from generator.text.slug import is_slug, slugify


class Authored(NamedTuple):
    """An article as its file has it."""

    article: Article
    draft: bool
    problems: tuple[Problem, ...]


def parse_article(text: str, path: str) -> tuple[Article | None, tuple[Problem, ...]]:
    """The article, or None where it is a draft; and all problems of the file."""
    it = read_article(text, path)
    return None if it.draft else it.article, it.problems


def read_article(text: str, path: str) -> Authored:
    """The article, draft or not."""
    front = read_front_matter(text, ArticleForm, path)
    form = front.form
    title = form.title if form else ""
    if not title:
        heading = first_heading(front.body)
        title = heading.title if heading else title_of_path(path)
    blocks, problems = parse_markdown(front.body, path, front.body_line, title)
    if form is None:
        # Its mistakes keep the site from being published; as a page it is still there, so that
        # links to it and from it are judged at once with them.
        form = ArticleForm()
    article = Article(
        id=ArticleId(form.slug or _slug_of(path)),
        title=title,
        path=path,
        blocks=blocks,
        date=form.date.isoformat() if form.date else "",
        source=form.source,
        edition=form.edition,
        authors=form.byline,
        tags=form.tags,
        aliases=form.aliases,
        summary=form.summary,
        unlinked=form.unlinked,
    )
    return Authored(article, form.draft, (*front.problems, *problems))


def as_it_stands(article: Article, text: str) -> Article:
    """The article of this text, its body shown as it is written, markup and all."""
    body = read_front_matter(text, ArticleForm, article.path).body
    return replace(article, blocks=as_written(body, article.path, article.title))


def parse_topic(text: str, path: str) -> tuple[TopicPage | None, tuple[Problem, ...]]:
    """The topic, or None; and all problems of the file."""
    front = read_front_matter(text, TopicForm, path)
    stem = path.rpartition("/")[2].rpartition(".")[0]
    form = front.form or TopicForm(title=stem)
    blocks, problems = parse_markdown(front.body, path, front.body_line, form.title)
    if form.draft:
        return None, (*front.problems, *problems)
    topic = TopicPage(
        id=form.slug or _slug_of(path),
        title=form.title,
        path=path,
        intro=blocks,
        aliases=form.aliases,
        kind=form.kind,
        terms=form.terms,
        parent=form.parent or "",
        moved_from=form.moved_from,
    )
    return topic, (*front.problems, *problems)


def _slug_of(path: str) -> str:
    """The file's name; of `2022/index.md` the folder's, or a tree could hold only one of them."""
    folder, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0]
    if stem.lower() in ("index", "readme") and folder not in ("", "articles", "topics"):
        stem = folder.rpartition("/")[2]
    return stem if is_slug(stem) else slugify(stem)
