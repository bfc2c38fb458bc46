"""Knowledge -> page views, one at a time; a view holds all that its page shows."""

from __future__ import annotations

from generator.present.compose.desk import Site
from generator.present.compose.site import compose

__all__ = ["Site", "compose"]
