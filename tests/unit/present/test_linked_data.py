"""JSON-LD of topic and entity pages: valid, complete, and never the end of its element."""

from __future__ import annotations

import json

import msgspec
import pytest

from generator.present import views as v
from generator.present.linked_data import entity_data, topic_data
from tests.unit.present.sample_views import all_views

HOSTILE = '</script><script>"乡村'


def html_of(word: str, name: str) -> str:
    view = all_views(word)[name]
    if isinstance(view, v.TopicView):
        return str(topic_data(view))
    assert isinstance(view, v.EntityView)
    return str(entity_data(view))


def data_of(word: str, name: str) -> dict[str, object]:
    inner = html_of(word, name).removeprefix('<script type="application/ld+json">').strip()
    found: dict[str, object] = json.loads(inner.removesuffix("</script>"))
    return found


def test_a_topic_is_a_collection_of_articles_about_something() -> None:
    found = data_of("水利", "topic")
    assert found["@type"] == "CollectionPage"
    assert found["about"] == {"@type": "Thing", "name": "水利", "alternateName": ["水利"]}
    assert found["mentions"] == [
        {"@type": "Person", "name": "水利", "url": "https://example.org/terms/x-1a2b/"}
    ]
    assert found["temporalCoverage"] == "2022-10-10"


KINDS = [
    ("person", "Person"), ("organisation", "Organization"), ("place", "Place"),
    ("document", "CreativeWork"), ("term", "DefinedTerm"), ("programme", "DefinedTerm"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "type_"), KINDS)
def test_an_entity_has_its_type(kind: str, type_: str) -> None:
    view = all_views("李明")["entity"]
    assert isinstance(view, v.EntityView)
    view = msgspec.structs.replace(view, kind=kind, offices=("校长",))
    text = str(entity_data(view)).partition(">")[2].partition("</script>")[0]
    thing = json.loads(text)["mainEntity"]
    assert (thing["@type"], thing["name"], thing["jobTitle"]) == (type_, "李明", ["校长"])


@pytest.mark.parametrize("name", ["topic", "entity"])
def test_no_name_ends_the_script_element(name: str) -> None:
    html = html_of(HOSTILE, name)
    assert html.count("</script>") == 1
    assert html.count("<") == 2
    assert data_of(HOSTILE, name)["name"] == HOSTILE
