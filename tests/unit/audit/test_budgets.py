"""The audit of what pages cost finds what it looks for."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.audit.budgets import SCRIPTS, STYLES, WHOLE, cost

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'"
)
DENSE = "".join(hashlib.sha256(b"%d" % it).hexdigest() for it in range(2500))
"""Text that hardly shrinks when it is compressed."""


def _site(folder: Path, head: str = "", body: str = "", policy: str = POLICY) -> Path:
    for name, data in {
        "a/large.css": "a" * (STYLES + 1),
        "a/small.css": "a" * 100,
        "a/main.js": 'import { x } from "./part.js";\nconst later = () => import("./late.js");\n',
        "a/part.js": "1\n" * (SCRIPTS // 2),
        "a/late.js": "2\n" * SCRIPTS,
        "p/index.html": (
            f'<!DOCTYPE html><html lang="zh-Hans"><head><meta http-equiv="Content-Security-Policy" '
            f'content="{policy}"><title>页</title>{head}</head><body><main class="wide">{body}</main></body></html>'
        ),
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(data, encoding="utf-8")
    return folder / "p/index.html"


def test_a_page_within_its_budget_has_no_fault(tmp_path: Path) -> None:
    page = _site(
        tmp_path, '<link rel="stylesheet" href="../a/small.css">', '<a href="//b.example/">'
    )
    found = cost(tmp_path, page)
    assert found is not None
    assert (found.kind, found.styles, found.scripts, found.faults) == ("p wide", 100, 0, ())


@pytest.mark.parametrize(
    ("head", "body", "policy", "fault"),
    [
        ('<link rel="stylesheet" href="../a/large.css">', "", POLICY, "CSS: 20,001"),
        ('<script type="module" src="../a/main.js"></script>', "", POLICY, "JS: 15,"),
        ("", DENSE, POLICY, "page: "),
        ("", '<img src="https://b.example/x.png">', POLICY, "asks another site"),
        ('<link rel="preconnect" href="https://b.example/">', "", POLICY, "asks another site"),
        ("", "<script>1</script>", POLICY, "a script stands in the page"),
        ("", '<p style="color:red">x</p>', POLICY, "styles stand in the page"),
        ("", '<p onclick="x()">x</p>', POLICY, "a handler stands in the page"),
        ("", "", POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"), "style-src"),
        ("", "", POLICY.replace("base-uri 'none'; ", ""), "base-uri"),
    ],
    ids=["styles", "scripts", "whole", "picture", "hint", "script", "style", "handler", "unsafe", "base"],
)  # fmt: skip
def test_a_page_beyond_it_has(
    tmp_path: Path, head: str, body: str, policy: str, fault: str
) -> None:
    found = cost(tmp_path, _site(tmp_path, head, body, policy))
    assert found is not None
    assert [it for it in found.faults if it.startswith(fault) or fault in it]
    assert WHOLE > STYLES


def test_what_is_asked_for_later_does_not_count(tmp_path: Path) -> None:
    page = _site(tmp_path, '<script type="module" src="../a/main.js"></script>')
    (tmp_path / "a/part.js").write_text("1\n", encoding="utf-8")
    found = cost(tmp_path, page)
    assert found is not None
    assert found.faults == ()


def test_data_for_machines_is_no_script(tmp_path: Path) -> None:
    page = _site(
        tmp_path, '<script type="application/ld+json">{"@id": "https://b.example/"}</script>'
    )
    found = cost(tmp_path, page)
    assert found is not None
    assert found.faults == ()
