"""The search page: a form, room for results, and the letters of the index for who runs no scripts."""

from __future__ import annotations

from generator.present import views
from generator.present.compose.desk import Desk
from generator.present.lists.chrome import SEARCH
from generator.present.texts import text
from generator.present.views.indexes import SearchView


def search_page(desk: Desk, letters: tuple[views.TermLink, ...]) -> SearchView:
    """Nothing on it depends on what the articles say: an edit leaves it as it is."""
    return SearchView(desk.chrome(SEARCH, text("search.title")), letters)
