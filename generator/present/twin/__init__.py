"""The whole site once more in traditional characters, below its own folder; off unless asked for."""

FOLDER = "zh-Hant/"


def is_twin(path: str) -> bool:
    """Whether a page of the site is one of the twin's."""
    return path.startswith(FOLDER)
