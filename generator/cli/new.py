"""`jingwei new`: files to begin with; what exists is never overwritten."""

from __future__ import annotations

import argparse
import hashlib
import json
import shlex
import sys
from pathlib import Path

from generator.app.review import new_review
from generator.cli.codes import Exit
from generator.cli.report import language
from generator.model.problem import Lang
from generator.model.source import SourceFile
from generator.store.create import CreateError, create
from generator.text.decode import Undecodable, decode
from generator.text.slug import is_slug, slugify

_SITE = """title = {title}
tagline = ""
description = ""
# 写上网站的完整地址，就有站点地图和订阅源：
# base_url = "https://example.org/"
"""
_WELCOME = """---
title: 第一篇文章
tags: [示例]
---

这是一篇示例文章，文件在 `content/articles/welcome.md`；改它，或删去它。

## 怎样写

- 文章写在 `content/articles/`，用 Markdown；互相链接写成 `[标题](文件名.md)`。
- 专题写在 `content/topics/`；`terms` 里的词语出现在哪一段，那一段就归入专题。参见[示例专题](../topics/example.md)。
- 报页的文字放进 `content/pages/`，旁边的 `.review.toml` 记下编者的整理。
"""
_TOPIC = """---
title: {title}
# kind: 地区
# aliases: [别名]
# terms: [选取文段的词语]
---

{body}
"""
_ARTICLE = """---
title: {title}
# date: 2022-10-10
# tags: [标签]
# source: 出处
# author: 作者
---

"""
_IGNORE = "/build/\n"
_SAID = {
    "zh": ("已建：{path}", "下一步：{next}"),
    "en": ("created {path}", "next: {next}"),
}


def run(options: argparse.Namespace) -> int:
    """Create what was asked for and say what comes next."""
    lang = language(options.lang)
    make = {"site": _site, "topic": _topic, "article": _article, "page": _page}[options.kind]
    try:
        made, step = make(options)
    except CreateError as error:
        print(error.told(lang), file=sys.stderr)
        return Exit.PROBLEMS
    _say(made, step, lang)
    return Exit.OK


def _site(options: argparse.Namespace) -> tuple[list[Path], str]:
    folder: Path = options.folder
    content = folder / "content"
    title = options.title or folder.resolve().name
    example = _TOPIC.format(title="示例专题", body="专题的引言由编者写，网页上标明是编者的话。")
    example = example.replace("# terms: [选取文段的词语]", "terms: [示例文章]")
    made = create(
        {
            content / "site.toml": _SITE.format(title=_quoted(title)).encode(),
            content / "articles" / "welcome.md": _WELCOME.encode(),
            content / "topics" / "example.md": example.encode(),
            folder / ".gitignore": _IGNORE.encode(),
        }
    )
    return made, f"cd {shlex.quote(str(folder))} && jingwei build && jingwei serve"


def _topic(options: argparse.Namespace) -> tuple[list[Path], str]:
    path = options.content / "topics" / f"{_slug(options)}.md"
    text = _TOPIC.format(title=_quoted(options.title), body="（编者的引言）")
    return create({path: text.encode()}), "jingwei build"


def _article(options: argparse.Namespace) -> tuple[list[Path], str]:
    path = options.content / "articles" / f"{_slug(options)}.md"
    return create({path: _ARTICLE.format(title=_quoted(options.title)).encode()}), "jingwei build"


def _page(options: argparse.Namespace) -> tuple[list[Path], str]:
    """Takes the file in byte for byte, if it isn't there yet, and writes a review to work on."""
    source: Path = options.file
    try:
        data = source.read_bytes()
    except OSError as error:
        raise CreateError(source, str(error.strerror), str(error.strerror)) from error
    decoded = decode(data)
    if isinstance(decoded, Undecodable):
        raise CreateError(source, "不能确知是什么编码", "its encoding can't be told surely")
    pages = (options.content / "pages").resolve()
    inside = source.resolve().is_relative_to(pages)
    page = source if inside else options.content / "pages" / f"{source.stem}.txt"
    review = page.with_name(f"{page.stem}.review.toml")
    file = SourceFile(f"pages/{page.name}", data, hashlib.sha256(data).hexdigest())
    files = {review: new_review(options.content, file)}
    if not inside:
        files = {page: data, **files}
    return create(files), f"{review}"


def _slug(options: argparse.Namespace) -> str:
    slug: str = options.slug or slugify(options.title)
    if not is_slug(slug):
        raise CreateError(
            Path(slug),
            "网址末段只能用小写字母、数字和连字符",
            "a slug takes lower-case letters, digits and hyphens",
        )
    return slug


def _quoted(text: str) -> str:
    # JSON's strings are also TOML's and YAML's.
    return json.dumps(text, ensure_ascii=False)


def _say(made: list[Path], step: str, lang: Lang) -> None:
    created, after = _SAID[lang]
    for path in made:
        print(created.format(path=path))
    print(after.format(next=step))
