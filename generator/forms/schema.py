"""The forms -> a JSON Schema of each file people write, for editors that complete and check."""

from __future__ import annotations

from typing import Any

import msgspec

from generator.forms.article import ArticleForm
from generator.forms.authority import AuthorityForm
from generator.forms.review import ReviewForm
from generator.forms.site import SiteForm
from generator.forms.theme import ColoursForm
from generator.forms.topic import TopicForm

DIALECT = "https://json-schema.org/draft/2020-12/schema"

FORMS: dict[str, tuple[type[msgspec.Struct], str]] = {
    "site": (SiteForm, "site.toml：网站"),
    "article": (ArticleForm, "articles/*.md 的开头：文章"),
    "topic": (TopicForm, "topics/*.md 的开头：专题"),
    "authority": (AuthorityForm, "authority/*.toml：人物、机构、地点、术语"),
    "review": (ReviewForm, "pages/*.review.toml：对一页报纸的编辑决定"),
    "colours": (ColoursForm, "theme/colours.toml：主题的颜色和字体"),
}
"""What `jingwei schema` calls each form, and the title of its schema."""


def json_schemas() -> dict[str, dict[str, Any]]:
    """A schema of draft 2020-12 by name; each is complete in itself."""
    return {name: _schema(form, title) for name, (form, title) in FORMS.items()}


def _schema(form: type[msgspec.Struct], title: str) -> dict[str, Any]:
    _, parts = msgspec.json.schema_components([form], ref_template="#/$defs/{name}")
    for part in parts.values():
        # The docstrings speak to programmers, in English.
        part.pop("description", None)
    top = parts.pop(form.__name__)
    schema = {"$schema": DIALECT, **top, "title": title}
    if parts:
        schema["$defs"] = dict(sorted(parts.items()))
    # Defaults come as tuples and such: through JSON they take JSON's own shapes.
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(schema))
    return plain
