"""New files where none stand; all of them or none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.model.problem_texts import Lang


class CreateError(Exception):
    """A file can't be created; said in both languages."""

    def __init__(self, path: Path, chinese: str, english: str) -> None:
        super().__init__(f"{path}: {english}")
        self._path = path
        self._reasons = (chinese, english)

    def told(self, lang: Lang) -> str:
        """For people."""
        return f"{self._path}: {self._reasons[lang == 'en']}"


def create(files: Mapping[Path, bytes]) -> list[Path]:
    """Write the files, in order; refuses before the first byte if one of them exists."""
    for path in files:
        if path.exists() or path.is_symlink():
            raise CreateError(
                path, "已经有这个文件，没有改动它", "exists already and was left alone"
            )
    for path, data in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as stream:
                stream.write(data)
        except OSError as error:
            raise CreateError(path, str(error.strerror), str(error.strerror)) from error
    return list(files)
