"""The editor's wish for share pictures -> a Chinese font on this machine, or why there is none."""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path
from typing import NamedTuple

from generator.app.memory import Memory
from generator.forms.site import SiteForm
from generator.model.problem import Place, Problem, problem
from generator.present.save import Font


class _Usual(NamedTuple):
    """Where a system keeps a font; `faces`: those for zh-Hans and zh-Hant in a collection."""

    regular: str
    bold: str
    faces: tuple[int, int] = (0, 0)


_NOTO = (2, 3)
_SERIF, _SANS = "NotoSerifCJK-{}.ttc", "NotoSansCJK-{}.ttc"
_FOLDERS = (
    "/usr/share/fonts/opentype/noto/",  # Debian, Ubuntu
    "/usr/share/fonts/google-noto-serif-cjk-fonts/",  # Fedora
    "/usr/share/fonts/google-noto-sans-cjk-fonts/",
    "/usr/share/fonts/noto-cjk/",  # Arch
    "/usr/share/fonts/noto/",  # Alpine
)
_USUAL: tuple[_Usual, ...] = (
    *(
        _Usual(folder + name.format("Regular"), folder + name.format("Bold"), _NOTO)
        for name in (_SERIF, _SANS)
        for folder in _FOLDERS
    ),
    _Usual("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc", ""),
    _Usual("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", ""),
    _Usual("/usr/share/fonts/truetype/arphic/uming.ttc", ""),
    _Usual("/System/Library/Fonts/Supplemental/Songti.ttc", "", (6, 7)),
    _Usual("/System/Library/Fonts/STHeiti Light.ttc", "/System/Library/Fonts/STHeiti Medium.ttc"),
    _Usual("/System/Library/Fonts/Hiragino Sans GB.ttc", ""),
    _Usual("C:/Windows/Fonts/simsun.ttc", "C:/Windows/Fonts/simhei.ttf"),
    _Usual("C:/Windows/Fonts/msyh.ttc", "C:/Windows/Fonts/msyhbd.ttc"),
)


def picture_font(
    form: SiteForm, file: str, content: Path, memory: Memory
) -> tuple[Font | None, tuple[Problem, ...]]:
    """None, and a note, where pictures are wanted and can't be drawn; `file`: of the settings."""
    if not form.save.pictures:
        return None, ()
    place = Place(file, key=("save", "pictures"))
    if importlib.util.find_spec("PIL") is None:
        return None, (problem("pictures-without-pillow", place),)
    written = form.save.font
    if written:
        path = (content / written).absolute()
        if not path.is_file():
            place = Place(file, key=("save", "font"))
            return None, (problem("pictures-font-missing", place, font=written),)
        return _font(path, path, 0, memory), ()
    for it in _USUAL:
        regular = Path(it.regular)
        if regular.is_file():
            bold = Path(it.bold) if it.bold and Path(it.bold).is_file() else regular
            index = it.faces[form.language == "zh-Hant"]
            return _font(regular, bold, index, memory), ()
    return None, (problem("pictures-without-font", place),)


def _font(regular: Path, bold: Path, index: int, memory: Memory) -> Font:
    digests = b"".join(_digest(it, memory) for it in dict.fromkeys((regular, bold)))
    return Font(str(regular), str(bold), index, digests + b"%d" % index)


def _digest(path: Path, memory: Memory) -> bytes:
    """Of its bytes, which are read only if size or time are other than before."""
    status = path.stat()
    told = f"{path}\0{status.st_size}\0{status.st_mtime_ns}".encode()
    key = memory.keys("font", [told])[0]
    known = memory.recall([key]).get(key)
    if known is None:
        known = hashlib.sha256(path.read_bytes()).digest()
        memory.keep([(key, known)])
    return known
