"""One page of each kind, made of the sample views of the unit tests, as files below one folder."""

from __future__ import annotations

from pathlib import Path

import msgspec

from generator.present import views as v
from generator.present.assets import assets
from generator.present.render import render
from tests.unit.present.sample_views import all_views

LONG = "“重庆两江新区推进软件和信息服务业建圈强链行动计划（2022—2025年）”https://example.org/abcdefghijklmnopqrstuvwxyz0123456789"
"""What every text of the samples is: it breaks badly."""


def write_samples(folder: Path) -> list[str]:
    """Write the pages and what they load, without the script; gives the names of the pages' files."""
    made = assets()
    for name, data in made.files:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    names = []
    # A redirect would lead to a page that is not among the samples.
    for name, view in sorted(all_views(LONG).items()):
        assert not isinstance(view, (v.FeedView, v.SitemapView))
        chrome = msgspec.structs.replace(
            view.chrome, root="./", styles=made.styles, script="", icon=made.icon
        )
        page = v.PageView(name, msgspec.structs.replace(view, chrome=chrome))
        (folder / f"{name}.html").write_bytes(render(msgspec.msgpack.encode(page)))
        if name != "redirect":
            names.append(f"{name}.html")
    return names
