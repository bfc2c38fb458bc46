"""Name of a template -> compiled template; the only module that knows Jinja2.

Compiled templates are kept, so that the next start does not compile them again (45 ms of 1 s for
a thousand articles): in the folder that the environment names, which worker processes inherit, or
where Python keeps its own bytecode. Where that cannot be written they are compiled each time.

A theme's templates, and those of ours that come to one of them, run in a sandbox of Jinja.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from generator.present import filters, texts
from generator.present.grounds import ground_words
from generator.present.lists.pieces import day
from generator.present.look import asset, look
from generator.present.statement_filters import moment
from generator.present.wording import date_words

if TYPE_CHECKING:
    import jinja2

COMPILED = "JINGWEI_COMPILED_TEMPLATES"
"""Environment variable: absolute path of a folder for compiled templates."""

_PACKAGE = Path(__file__).resolve().parent.parent


def folder() -> Path:
    """The templates: inside the installed package, or beside it in a checkout."""
    packaged = _PACKAGE / "_templates"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "templates"


def warm() -> None:
    """Compile or load every template: for a process from which workers are forked."""
    for path in sorted(folder().glob("*.*ml")):
        template(path.name)


def renew() -> None:
    """Forget compiled templates: a preview server outlives the files they were read from."""
    from generator.present.assets import sheets

    sheets.cache_clear()
    template.cache_clear()
    themed.cache_clear()
    environment.cache_clear()
    look.cache_clear()
    texts.renew()
    for worded in (ground_words, date_words, moment, day, filters.day):
        worded.cache_clear()


@functools.cache
def template(name: str) -> jinja2.Template:
    """One compiled template, e.g. "article.html"."""
    found = environment(sandboxed=False).get_template(name)
    # As Jinja keeps them, a chain of two dictionaries, copying them costs a tenth of a page.
    found.globals = dict(found.globals)
    return found


@functools.cache
def themed(name: str) -> jinja2.Template | None:
    """The same as the site's theme has it; None where the theme has no part in it."""
    if not look().templates:
        return None
    from generator.present.theme.loading import is_themed

    within = environment(sandboxed=True)
    return within.get_template(name) if is_themed(within, name, look().templates) else None


@functools.cache
def environment(*, sandboxed: bool) -> jinja2.Environment:
    """Where templates are found and what they may use; themes are found in a sandbox only."""
    import jinja2

    from generator.present.assets import sheet

    place = folder()
    named = os.environ.get(COMPILED, "")
    # What is compiled for the sandbox asks it at each step: the two must never be mixed up.
    suffix = f".{'sandbox' if sandboxed else 'jinja'}-{jinja2.__version__}"
    beside = Path(importlib.util.cache_from_source(str(place / "base.html"))).parent

    class Bytecode(jinja2.BytecodeCache):
        """A cache that cannot fail: what is not whole in it is compiled anew."""

        def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
            try:
                data = _kept(bucket.key).read_bytes()
            except OSError:
                return
            # Loading damaged bytecode could do anything, so its digest is looked at first.
            if hashlib.sha256(data[32:]).digest() == data[:32]:
                bucket.bytecode_from_string(data[32:])

        def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
            if sys.dont_write_bytecode and not named:
                return
            code = bucket.bytecode_to_string()
            target = _kept(bucket.key)
            part = target.with_suffix(f".{os.getpid()}")
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
                part.write_bytes(hashlib.sha256(code).digest() + code)
                part.replace(target)
            except OSError:
                return

    def _kept(key: str) -> Path:
        return Path(named or beside, f"{key}{suffix}")

    loader: jinja2.BaseLoader = jinja2.FileSystemLoader(place)
    kind: type[jinja2.Environment] = jinja2.Environment
    if sandboxed:
        from jinja2.sandbox import ImmutableSandboxedEnvironment

        from generator.present.theme.loading import loader_of

        kind, loader = ImmutableSandboxedEnvironment, loader_of(loader)
    made = kind(
        loader=loader,
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=Bytecode(),
    )
    made.filters.update(filters.FILTERS)
    made.globals.update(filters.GLOBALS)
    made.globals["texts"] = texts.texts()
    made.globals["asset"] = asset
    made.globals["sheet"] = sheet
    return made
