"""The words that are offered for a new record: made of names and dates, none where too little is known."""

from __future__ import annotations

import pytest

from dashboard.data.atlas import Atlas
from dashboard.queries.desk.known import Known
from dashboard.queries.desk.wording import joined, worded

ADA = {"actors": "ada-minister", "status": "happened"}


@pytest.fixture(scope="module")
def known(small_atlas: Atlas) -> Known:
    return Known(small_atlas.frames)


@pytest.mark.parametrize(
    ("date", "when"),
    [("2021-05-14", " on 14 May 2021"), ("2021-05", " in May 2021"), ("2021", " in 2021"), ("2021~", "")],
)
def test_a_visit_is_told_by_who_where_and_when(known: Known, date: str, when: str) -> None:
    cells = {**ADA, "kind": "visit", "places": "southern-port", "date": date}
    assert worded("event", cells, known, "Cora Letter") == {
        "title": "Ada Minister visits Southern Port",
        "summary": f"Ada Minister visited Southern Port{when}, Cora Letter says.",
    }


@pytest.mark.parametrize(
    "cells",
    [
        {**ADA, "kind": "visit"},
        {**ADA, "kind": "visit", "places": "southern-port", "status": "planned"},
        {**ADA, "kind": "call"},
        {**ADA, "kind": "policy", "places": "southern-port"},
    ],
)
def test_what_is_told_too_little_of_has_no_words(known: Known, cells: dict[str, str]) -> None:
    assert worded("event", cells, known, "Cora Letter") == {}


def test_a_number_is_said_with_its_qualifier_and_what_it_is_of(known: Known) -> None:
    cells = {"value": "40", "unit": "USD million", "qualifier": "about", "subject": "southern-port"}
    found = worded("number", {**cells, "period": "2022-02"}, known, "Cora Letter")
    assert found == {"summary": "About 40 USD million for Southern Port in February 2022, Cora Letter says."}
    assert worded("claim", {}, known, "Cora Letter") == {}


def test_names_are_joined_by_commas_and_a_word() -> None:
    assert [joined(names) for names in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == [
        "",
        "A",
        "A and B",
        "A, B and C",
    ]
