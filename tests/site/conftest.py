"""The site of this repository's own content, built once a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.sites import CONTENT, built


@pytest.fixture(scope="session")
def own_output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of content/. Tests only read it."""
    output = tmp_path_factory.mktemp("own")
    built(CONTENT, output)
    return output


@pytest.fixture(scope="session")
def own_site(own_output: Path) -> Path:
    """The website of content/. Tests only read it."""
    return own_output / "site"
