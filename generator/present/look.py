"""What a theme and the language of the interface change in rendering: words, templates, addresses.

Rendering happens in whatever process has time for it, so the look is one file in the cache that
the environment names, which worker processes inherit. A site without a theme, whose interface is
in simplified Chinese as its texts are, has none.
"""

from __future__ import annotations

import functools
import hashlib
import os
from pathlib import Path

import msgspec

LOOK = "JINGWEI_LOOK"
"""Environment variable: absolute path of the file."""


class Look(msgspec.Struct, frozen=True):
    """All of it by name; nothing in it says what to do, so a look that is read is only data."""

    texts: dict[str, dict[str, str | dict[str, str]]] = {}
    """Group -> key -> words, or their forms."""
    templates: dict[str, str] = {}
    """Name -> source."""
    assets: dict[str, str] = {}
    """Name below theme/assets/ -> site-relative URL."""
    interface: str = "zh-Hans"
    """BCP 47: what the interface speaks."""
    content: str = ""
    """What the texts are written in, if that is not what the interface speaks."""
    twin: str = ""
    """BCP 47 of the other script in which the whole site is given too; empty: it is not."""
    twin_names: dict[str, str] = {}
    """Names that are converted in a way of their own."""


def keep(made: Look, folder: Path) -> bytes:
    """Have all processes that start from here render with it; gives its digest, b"" of none."""
    encoded = msgspec.msgpack.encode(made, order="sorted")
    if made == Look():
        os.environ.pop(LOOK, None)
        return b""
    digest = hashlib.sha256(encoded).digest()
    path = folder / "theme.look"
    folder.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}")
    part.write_bytes(encoded)
    part.replace(path)
    os.environ[LOOK] = str(path.resolve())
    return digest


def drop() -> None:
    """Render without it from here on."""
    if os.environ.pop(LOOK, None):
        from generator.present import templates

        templates.renew()


def asset(name: str) -> str:
    """Where a file below theme/assets/ is published, from the site's root; KeyError of none."""
    return look().assets[name]


@functools.cache
def look() -> Look:
    """The look of this process; forgotten by `templates.renew`."""
    path = os.environ.get(LOOK, "")
    return msgspec.msgpack.decode(Path(path).read_bytes(), type=Look) if path else Look()
