"""One character, or the first of a number, finds all documents without reading all that it begins."""

from __future__ import annotations

import pytest

from generator.search import unions
from tests.search_reader import Term
from tests.unit.search.sample_index import Document, packed, read


def _unions(articles: list[Document], names: list[Document]) -> dict[str, Term]:
    with pytest.MonkeyPatch.context() as patched:
        # Two terms with a posting each.
        patched.setattr(unions, "_ENOUGH", 2 * (2 * 2.5 + 2 * 1.5) - 1)
        found = read(packed(articles, names)).terms()
    return {term: it for term, it in found.items() if term.endswith("*")}


@pytest.mark.parametrize(
    ("terms", "prefixes"),
    [
        pytest.param(["两江"], "", id="one term is read as it is"),
        pytest.param(["两江", "两岸"], "两*", id="a character that begins two words"),
        pytest.param(["两", "两岸"], "两*", id="or stands alone"),
        pytest.param(["2021", "2022"], "2* 20* 202*", id="a number, to three characters"),
        pytest.param(["2", "20", "202", "2022"], "2* 20* 202*", id="the prefix itself is of them"),
        pytest.param(["3.1", "3.5"], "3* 3.*", id="a full stop in a number"),
        pytest.param(["2年", "2022"], "2*", id="not a unit before an ideograph"),
        pytest.param(["gdp", "gnp"], "g*", id="Latin"),
        pytest.param(["=两江", "=两岸", "#kind:a", "#kind:b"], "", id="keys and facets have none"),
    ],
)
def test_prefixes_that_more_than_one_term_begins_with(terms: list[str], prefixes: str) -> None:
    assert " ".join(_unions([(0, dict.fromkeys(terms, 0))], [])) == prefixes


def test_a_document_has_the_best_of_its_marks() -> None:
    impact, part = 1, 4
    articles: list[Document] = [
        (3, {"两江": 2 * impact + 5 * part, "两岸": 2 * impact + 4 * part, "两": 63 * part}),
        (9, {"两岸": 1}),
    ]
    names: list[Document] = [(3, {"两江": 0b001_010_11, "两岸": 0b001_010_10})]
    union = Term([(3, 2 * impact + 4 * part), (9, 1)], [(3, 0b001_010_11)])
    assert _unions(articles, names) == {"两*": union}
