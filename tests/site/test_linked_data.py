"""What a page says of its record in the words of schema.org, field by field."""

from __future__ import annotations

from typing import Any

import pytest

from dashboard.site.linked_data import of_atlas, of_figure, of_record
from dashboard.site.publication import Publication
from dashboard.site.record import head_of

BASE = "https://atlas.example/pr/"
ATLAS = {"@type": "Organization", "name": "A small Atlas"}


def said_of(publication: Publication, record_id: str) -> dict[str, Any]:
    """The thing that a record is, without its context, name and address, which all have."""
    thing = dict(head_of(publication, record_id).linked[0])
    assert thing.pop("@context") == "https://schema.org"
    assert thing.pop("name") == publication.dataset.titles[record_id]
    assert thing.pop("url") == publication.address(publication.path_of(record_id))
    return thing


@pytest.mark.parametrize(
    ("record_id", "expected"),
    [
        (
            "pipeline-agreement",
            {
                "@type": "Event",
                "description": "The two governments agreed to build the pipeline.",
                "startDate": "2015-10-16",
                "endDate": "2015-10-16",
                "location": [{"@type": "Place", "name": "Meeting House"}],
                "about": [{"@type": "Thing", "name": "Pakistan"}, {"@type": "Thing", "name": "Russia"}],
            },
        ),
        # `2018~` is about a year, and a day would say more than is known.
        (
            "trade-round",
            {
                "@type": "Event",
                "description": "Officials spoke of tariffs.",
                "location": [
                    {"@type": "Place", "name": "Southern Port"},
                    {"@type": "Place", "name": "Meeting House"},
                ],
            },
        ),
        (
            "visit-dropped",
            {
                "@type": "Event",
                "description": "A visit was planned and dropped.",
                "startDate": "2017-01-01",
                "endDate": "2017-12-31",
                "location": [{"@type": "Place", "name": "Somewhere"}],
                "about": [{"@type": "Thing", "name": "Russia"}],
                "eventStatus": "https://schema.org/EventCancelled",
            },
        ),
        (
            "check-trade-2018",
            {
                "@type": "ClaimReview",
                "claimReviewed": "Trade was 500 million dollars in 2018",
                "itemReviewed": {
                    "@type": "Claim",
                    "appearance": {"@type": "CreativeWork", "name": "The pipeline and the port"},
                },
                "author": ATLAS,
                "datePublished": "2022-06-01",
                "reviewRating": {
                    "@type": "Rating",
                    "ratingValue": 3,
                    "bestRating": 5,
                    "worstRating": 1,
                    "alternateName": "partly",
                },
                "reviewBody": "Customs returns give another number.",
            },
        ),
        (
            "northern-town",
            {"@type": "Place", "geo": {"@type": "GeoCoordinates", "longitude": 74.35, "latitude": 31.56}},
        ),
        ("somewhere", {"@type": "Place"}),
        (
            "voice-2020",
            {
                "@type": "CreativeWork",
                "inLanguage": "en",
                "sameAs": "https://example.org/voice",
                "author": "Ada Voice",
                "publisher": "The Comment",
                "datePublished": "2020-03/2020-05",
            },
        ),
        ("ada-minister", {"@type": "Person"}),
        ("pakistan-state", {"@type": "Country"}),
        ("river-agreement", {"@type": "Legislation"}),
        ("pakistan-exports", {"@type": "Dataset"}),
        (
            "river-pipeline",
            {"@type": "Project", "description": "A gas pipeline from port to town; not built."},
        ),
    ],
)
def test_each_kind_of_record_says_what_it_is_with_all_that_its_row_holds(
    publication: Publication, record_id: str, expected: dict[str, Any]
) -> None:
    assert said_of(publication, record_id) == expected


@pytest.mark.parametrize(("status", "word"), [("planned", "EventScheduled"), ("happened", "")])
def test_a_plan_is_scheduled_and_what_happened_needs_no_word(
    publication: Publication, status: str, word: str
) -> None:
    row = {"date": "2015", "status": status, "places": (), "actors": ()}
    thing = of_record(publication, "events", row, "x", "")
    assert thing.get("eventStatus", "") == (f"https://schema.org/{word}" if word else "")


@pytest.mark.parametrize(
    ("verdict", "rating"),
    [
        ("supported", {"ratingValue": 5, "bestRating": 5, "worstRating": 1}),
        ("contradicted", {"ratingValue": 1, "bestRating": 5, "worstRating": 1}),
        ("not-verifiable", {}),
    ],
)
def test_a_verdict_is_a_rating_from_one_to_five_and_what_has_no_answer_has_none(
    publication: Publication, verdict: str, rating: dict[str, int]
) -> None:
    row = {"claim": "c", "source_id": "voice-2020", "verdict": verdict, "finding": "f"}
    thing = of_record(publication, "checks", row, "c", "")
    assert thing["reviewRating"] == {"@type": "Rating", **rating, "alternateName": verdict}


def test_the_address_of_an_archived_copy_is_not_that_of_the_source(publication: Publication) -> None:
    row = {"url": "https://a.example", "author": "", "publisher": "P", "published": ""}
    thing = of_record(publication, "sources", {**row, "archived": "https://copy.example"}, "x", "")
    assert (thing["sameAs"], thing["archivedAt"]) == ("https://a.example", "https://copy.example")


def test_the_atlas_and_its_figures_name_edition_terms_and_the_whole(publication: Publication) -> None:
    shared = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "datePublished": "2022-06-01",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "creator": ATLAS,
        "inLanguage": "en-GB",
    }
    assert of_atlas(publication) == {
        **shared,
        "name": "A small Atlas",
        "description": "What happened between two neighbours, and who says so.",
        "version": "0.9.0",
        "url": BASE,
        "temporalCoverage": "1947/2022",
    }
    assert of_figure(publication, "Trade", "It grew.", f"{BASE}figure/trade.html") == {
        **shared,
        "name": "Trade",
        "description": "It grew.",
        "url": f"{BASE}figure/trade.html",
        "isPartOf": {"@type": "Dataset", "name": "A small Atlas", "url": BASE},
    }
