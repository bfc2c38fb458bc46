"""The stages in order; the one place that joins what is pure with what reads and writes."""

from __future__ import annotations

from generator.app.build import audit, build, recheck, templates_to_watch
from generator.app.request import (
    BuildOutcome,
    BuildRequest,
    CheckOutcome,
    Strictness,
    site_folder,
)

__all__ = [
    "BuildOutcome",
    "BuildRequest",
    "CheckOutcome",
    "Strictness",
    "audit",
    "build",
    "recheck",
    "site_folder",
    "templates_to_watch",
]
