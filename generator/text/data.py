"""Packaged tables -> rows; the only module of the pure rooms that reads files, and only these."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mmap import mmap

    import numpy as np
    from numpy.typing import NDArray

    Lines = mmap | bytes


@cache
def read_table(name: str) -> tuple[tuple[str, ...], ...]:
    """Rows of `generator/text/data/<name>`, cut at tabs; blank lines and `#` comments left out."""
    # importlib.resources would say the same in 7 ms more at each start; the package is always
    # installed as files.
    text = Path(__file__).with_name("data").joinpath(name).read_text(encoding="utf-8")
    lines = text.splitlines()
    return tuple([tuple(line.split("\t")) for line in lines if line and line[0] != "#"])


_RJIEBA = "rjieba-0.2.2.dist-info"
_DICTIONARY_BYTES = 5_071_852


def read_dictionary() -> tuple[Lines, str] | None:
    """`dict.txt` of jieba, and the folder of rjieba; None unless it is what this rjieba carries."""
    # Not at the top: only where there is something to segment.
    from importlib.util import find_spec
    from mmap import ACCESS_READ, mmap

    found = [it.origin for it in map(find_spec, ("jieba", "rjieba")) if it is not None]
    if len(found) != 2 or None in found:
        return None
    jieba, rjieba = (Path(it).parent for it in found if it is not None)
    file = jieba.joinpath("dict.txt")
    if not rjieba.with_name(_RJIEBA).is_dir() or not file.is_file():
        return None
    with file.open("rb") as stream:
        # Of its megabytes the words of a text are a small part.
        lines = mmap(stream.fileno(), 0, access=ACCESS_READ)
    return (lines, str(rjieba)) if len(lines) == _DICTIONARY_BYTES else None


@cache
def read_arrays(name: str) -> Mapping[str, NDArray[np.generic]]:
    """Arrays of `generator/text/data/<name>`, an .npz file; not to be written to."""
    # Not at the top: numpy takes 0.1 s, and only the restoring of newspaper pages needs it.
    import numpy as np

    with np.load(Path(__file__).with_name("data").joinpath(name), allow_pickle=False) as file:
        return {key: file[key] for key in file.files}
