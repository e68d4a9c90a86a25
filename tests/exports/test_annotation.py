"""All evidence as W3C Web Annotations, held against what the recommendation asks of an annotation and a
collection.
"""

from __future__ import annotations

import json
from datetime import date

import pandas as pd
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


def test_an_annotation_says_all_that_its_row_holds_and_nothing_of_an_empty_cell() -> None:
    whole = {
        "record_id": "talks-2016",
        "source_id": "dawn-2016",
        "locator": "para:4",
        "quote": "in September",
        "field": "date",
        "value": "2016-09",
        "stance": "disputes",
        "note": "Printed later.",
    }
    bare = dict.fromkeys(whole, "") | {
        "record_id": "talks-2016",
        "source_id": "hansard",
        "stance": "supports",
    }
    rows = pd.DataFrame([whole, {**bare, "field": "date"}])
    edition = Edition("An Atlas", "1.2.0", date(2026, 11, 22), "https://atlas.example/")
    told = json.loads(
        web_annotations(
            rows, {"dawn-2016": "https://dawn.example/1"}, edition, lambda one: f"https://atlas.example/{one}"
        )
    )
    first, second = told["first"]["items"]

    def words(value: str, purpose: str) -> dict[str, str]:
        kind = {"type": "TextualBody", "format": "text/plain", "language": "en"}
        return {**kind, "value": value, "purpose": purpose}

    linking = {"type": "SpecificResource", "source": "https://atlas.example/talks-2016", "purpose": "linking"}
    assert first["generated"] == "2026-11-22T00:00:00Z"
    assert first["body"] == [
        linking,
        words("disputes", "classifying"),
        words("date: 2016-09", "describing"),
        words("paragraph 4", "describing"),
        words("Printed later.", "commenting"),
    ]
    assert first["target"] == {
        "type": "SpecificResource",
        "source": "https://dawn.example/1",
        "selector": {"type": "TextQuoteSelector", "exact": "in September"},
    }
    assert second["body"] == [linking, words("supports", "classifying")]
    # A source without an address is named by its own page, not by that of the record.
    assert second["target"] == {"type": "SpecificResource", "source": "https://atlas.example/hansard"}
    assert told["label"] == "All evidence of the An Atlas, version 1.2.0 of 22 November 2026"


def test_without_an_address_the_collection_stands_at_the_page_of_records() -> None:
    rows = pd.DataFrame(columns=["record_id", "source_id"])
    edition = Edition("An Atlas", "1.2.0", date(2026, 11, 22), "")
    told = json.loads(web_annotations(rows, {}, edition, lambda one: f"./record?id={one}"))
    assert (told["id"], told["first"]["id"]) == ("./record#annotations", "./record#annotations-1")
    assert told["total"] == told["first"]["startIndex"] == 0
