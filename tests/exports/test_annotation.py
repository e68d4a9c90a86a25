"""All evidence as W3C Web Annotations, held against what the recommendation asks of an annotation and a
collection.
"""

from __future__ import annotations

import json
from datetime import date

import pytest

from dashboard.data.atlas import Atlas
from dashboard.exports.annotation import CONTEXT, web_annotations
from dashboard.exports.reference import Edition

PURPOSES = {"linking", "classifying", "describing", "commenting", "assessing"}


@pytest.fixture(scope="module")
def collection(atlas: Atlas) -> dict:
    """The annotations of the real evidence, parsed back."""
    addresses = dict(zip(atlas["sources"]["source_id"], atlas["sources"]["url"], strict=True))
    edition = Edition("An Atlas", "1.2.0", date(2026, 11, 22), "https://atlas.example/")
    return json.loads(
        web_annotations(
            atlas["evidence"], addresses, edition, lambda one: f"https://atlas.example/record?id={one}"
        )
    )


def test_the_collection_has_the_context_and_says_how_many_it_holds(collection: dict, atlas: Atlas) -> None:
    assert (collection["@context"], collection["type"]) == (CONTEXT, "AnnotationCollection")
    assert collection["total"] == len(collection["first"]["items"]) == len(atlas["evidence"])
    assert collection["first"]["partOf"] == collection["id"]


def test_every_annotation_has_an_address_of_its_own(collection: dict) -> None:
    ids = [one["id"] for one in collection["first"]["items"]]
    assert len(set(ids)) == len(ids)
    assert all(one.startswith("https://atlas.example/record?id=") for one in ids)


def test_every_annotation_ties_a_source_to_a_record_and_says_whether_it_supports_it(collection: dict) -> None:
    for one in collection["first"]["items"]:
        assert one["type"] == "Annotation"
        record, stance, *more = one["body"]
        assert (record["type"], record["purpose"]) == ("SpecificResource", "linking")
        assert stance["value"] in ("supports", "disputes")
        assert all(
            body["type"] == "TextualBody" and body["value"] and body["purpose"] in PURPOSES for body in more
        )
        assert one["target"]["source"].startswith(("http://", "https://"))


def test_a_quote_selects_its_passage_word_for_word(collection: dict, atlas: Atlas) -> None:
    selected = [
        one["target"]["selector"] for one in collection["first"]["items"] if "selector" in one["target"]
    ]
    assert [one["exact"] for one in selected] == [quote for quote in atlas["evidence"]["quote"] if quote]
    assert all(one["type"] == "TextQuoteSelector" for one in selected)
