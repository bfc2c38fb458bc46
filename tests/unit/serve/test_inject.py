"""How the served copy of a page differs from the file."""

from __future__ import annotations

import pytest

from generator.serve.inject import inject_reload, root_relative, widen_policy

SCRIPT = '<script src="/_jingwei/reload.js" data-version="v1" defer></script>'

POLICIES = {
    "nothing-allowed": (
        "default-src 'none'",
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'",
    ),
    "script-and-style-allowed": (
        "default-src 'none'; style-src 'self'; script-src 'self'",
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'",
    ),
    "none-gives-way": (
        "script-src 'none'; style-src 'self'; connect-src 'none'",
        "script-src 'self'; style-src 'self'; connect-src 'self'",
    ),
    "others-stay": (
        "connect-src https://example.org; script-src 'self' 'wasm-unsafe-eval'",
        "connect-src https://example.org 'self'; script-src 'self' 'wasm-unsafe-eval'",
    ),
    "falls-back-to-default": (
        "default-src https://example.org",
        "default-src https://example.org; script-src https://example.org 'self'; "
        "style-src https://example.org 'self'; connect-src https://example.org 'self'",
    ),
    "default-already-allows": ("default-src 'self'", "default-src 'self'"),
    "only-what-is-restricted": ("base-uri 'none'", "base-uri 'none'"),
    "elements-have-their-own": (
        "script-src 'self'; script-src-elem 'none'",
        "script-src 'self'; script-src-elem 'self'",
    ),
    "first-of-two-counts": ("connect-src 'self'; connect-src 'none'", "connect-src 'self'"),
    "capitals": ("Connect-Src 'NONE'", "connect-src 'self'"),
    "empty": ("", ""),
}


@pytest.mark.parametrize(("policy", "widened"), POLICIES.values(), ids=POLICIES)
def test_policy(policy: str, widened: str) -> None:
    assert widen_policy(policy) == widened


PAGES = {
    "script-comes-first-in-the-head": (
        "<html><head><title>党建</title></head><body></body></html>",
        f"<html><head>{SCRIPT}<title>党建</title></head><body></body></html>",
    ),
    "header-is-not-head": (
        "<html><head lang=zh></head><body><header></header></body></html>",
        f"<html><head lang=zh>{SCRIPT}</head><body><header></header></body></html>",
    ),
    "file-without-head": ("google-site-verification", f"google-site-verification{SCRIPT}"),
    "meta-policy": (
        '<head><meta http-equiv="Content-Security-Policy" content="connect-src &#39;none&#39;">',
        f'<head>{SCRIPT}<meta http-equiv="Content-Security-Policy" '
        'content="connect-src &#x27;self&#x27;">',
    ),
}


@pytest.mark.parametrize(("page", "served"), PAGES.values(), ids=PAGES)
def test_reload_script(page: str, served: str) -> None:
    assert inject_reload(page.encode(), "v1").decode() == served


def test_bytes_that_are_not_utf_8_pass_through() -> None:
    assert inject_reload(b"<head>\xff", "v1").endswith(b"\xff")


def test_the_missing_page_finds_its_styles_at_any_depth() -> None:
    page = (
        b'<link href="assets/a.css"><a href="">x</a><a href="./">x</a><img src="b.png">'
        b'<a href="#main"><a href="/sub/x"><a href="https://example.org/"><a href="mailto:a@b.c">'
    )
    assert root_relative(page) == (
        b'<link href="/assets/a.css"><a href="/">x</a><a href="/./">x</a><img src="/b.png">'
        b'<a href="#main"><a href="/sub/x"><a href="https://example.org/"><a href="mailto:a@b.c">'
    )
