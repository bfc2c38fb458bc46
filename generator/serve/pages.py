"""Notice -> what the browser is shown of it: problems.json, and a page while there is no site."""

from __future__ import annotations

from html import escape
from importlib.resources import files
from typing import Final

import msgspec

from generator.model.problem import Lang
from generator.serve.bulletin import Notice, Row, State
from generator.serve.inject import PREFIX
from generator.serve.media import SCRIPT, STYLE
from generator.serve.messages import text

_ASSETS: Final = {"reload.js": SCRIPT, "preview.css": STYLE}


def asset(name: str) -> tuple[str, bytes] | None:
    """Type and bytes of a file of the preview's own."""
    if name not in _ASSETS:
        return None
    return _ASSETS[name], files("generator.serve").joinpath(name).read_bytes()


class _Board(msgspec.Struct, frozen=True):
    """problems.json: every word the overlay shows, so that the script holds none."""

    sequence: int
    version: str
    state: str
    language: str
    title: str
    note: str
    collapse: str
    expand: str
    hint: str
    problems: tuple[Row, ...]
    more: str


def problems_json(notice: Notice, lang: Lang) -> bytes:
    """The notice for the reload script."""
    return msgspec.json.encode(
        _Board(
            sequence=notice.sequence,
            version=notice.version,
            state=notice.state.value,
            language=text("language", lang),
            title=text("failed-title", lang, count=notice.count),
            note=text("failed-note", lang),
            collapse=text("collapse", lang),
            expand=text("expand", lang),
            hint=text("hint", lang),
            problems=notice.rows,
            more=_more(notice, lang),
        )
    )


def event(notice: Notice) -> bytes:
    """The notice as one Server-Sent Event (HTML Living Standard, section 9.2)."""
    body = msgspec.json.encode(
        {"sequence": notice.sequence, "version": notice.version, "state": notice.state.value}
    )
    return b"event: notice\ndata: " + body + b"\n\n"


def no_site_page(notice: Notice, lang: Lang) -> bytes:
    """The page shown while nothing has ever been published; readable without JavaScript."""
    if notice.state is State.FAILED:
        title = text("no-site-title", lang, count=notice.count)
        note = text("no-site-note", lang)
    else:
        title = text("wait-title", lang)
        note = text("wait-note", lang)
    items = "".join(_item(row, text("hint", lang)) for row in notice.rows)
    body = f"<ol>{items}</ol><p>{escape(_more(notice, lang))}</p>" if items else ""
    page = f"""<!DOCTYPE html>
<html lang="{text("language", lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
<link rel="stylesheet" href="{PREFIX}preview.css">
<script src="{PREFIX}reload.js" data-version="{notice.version}" \
data-sequence="{notice.sequence}" defer></script>
</head>
<body class="page">
<main class="panel"><h1>{escape(title)}</h1><p class="lead">{escape(note)}</p>{body}</main>
</body>
</html>
"""
    return page.encode()


def _more(notice: Notice, lang: Lang) -> str:
    hidden = notice.count - len(notice.rows)
    return text("more", lang, count=hidden) if hidden else ""


def _item(row: Row, hint_label: str) -> str:
    place = f'<p class="place">{escape(row.place)}</p>' if row.place else ""
    return (
        f'<li class="{escape(row.level)}">{place}'
        f'<p class="detail"><b>{escape(row.label)}</b>{escape(row.detail)} '
        f"<code>{escape(row.code)}</code></p>"
        f'<p class="hint">{escape(hint_label)}{escape(row.hint)}</p></li>'
    )
