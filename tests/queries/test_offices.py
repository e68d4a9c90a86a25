"""A person held an office on the days of an event if the term lasted through all of them."""

from __future__ import annotations

import pandas as pd

from dashboard.queries.offices import held_on, holders, met, office_at, pairs

OFFICES = pd.DataFrame(
    [("premier", "Premier", "PAK"), ("envoy", "Envoy", "RUS"), ("chief", "Chief", "PAK")],
    columns=["office_id", "title", "country"],
)
TERMS = pd.DataFrame(
    [
        ("t1", "chief", "ada", "2000-01-01", "2001-12-31"),
        ("t2", "premier", "ada", "2001-12-31", "2005-06-30"),
        ("t3", "premier", "bob", "1999-01-01", "2001-12-31"),
        ("t4", "envoy", "eve", "2000-01-01", "9999-12-31"),
    ],
    columns=["term_id", "office_id", "actor_id", "period_first", "period_last"],
).assign(
    period_first=lambda terms: terms["period_first"].astype("datetime64[s]"),
    period_last=lambda terms: terms["period_last"].astype("datetime64[s]"),
)


def offices_of(first: str, last: str, *actors: str) -> list[str]:
    event = pd.Series({"actors": actors, "date_first": pd.Timestamp(first), "date_last": pd.Timestamp(last)})
    return list(held_on(event, holders(OFFICES, TERMS))["term_id"])


def test_terms_stand_by_country_then_office_then_time() -> None:
    assert list(holders(OFFICES, TERMS)["term_id"]) == ["t3", "t2", "t1", "t4"]


def test_only_terms_of_the_persons_of_the_event_count() -> None:
    assert offices_of("2003-05-05", "2003-05-06", "ada", "eve") == ["t2", "t4"]
    assert offices_of("2003-05-05", "2003-05-06", "bob") == []


def test_on_a_day_of_change_both_terms_are_given() -> None:
    assert offices_of("2001-12-31", "2001-12-31", "ada") == ["t2", "t1"]


def test_a_term_that_ends_within_the_event_is_not_given() -> None:
    assert offices_of("2005-06-01", "2005-07-31", "ada") == []


def test_a_visit_counts_if_it_names_persons_of_both_sides() -> None:
    actors = pd.DataFrame(
        [
            ("ada", "Ada", "person", "PAK"),
            ("eve", "Eve", "person", "SUN"),
            ("state", "The Union", "state", "SUN"),
        ],
        columns=["actor_id", "name", "kind", "country"],
    )
    events = pd.DataFrame(
        [
            ("late", "call", "happened", ("ada", "eve"), "1980"),
            ("one-side", "visit", "happened", ("ada", "state"), "1970"),
            ("plan", "visit", "planned", ("ada", "eve"), "1971"),
            ("talk", "statement", "happened", ("ada", "eve"), "1972"),
            ("early", "visit", "happened", ("eve", "state", "ada"), "1960"),
        ],
        columns=["event_id", "kind", "status", "actors", "date_first"],
    ).assign(title="Talks", summary="")
    found = met(events, actors, ({"PAK"}, {"RUS", "SUN"}))
    assert list(found["event_id"]) == ["early", "late"]
    assert found["first"][0] == ("ada",)
    assert found["second"][0] == ("eve",)


def test_a_visit_at_which_the_other_side_was_only_spoken_of_is_no_meeting() -> None:
    actors = pd.DataFrame(
        [("ada", "Ada", "person", "PAK"), ("eve", "Eve", "person", "RUS")],
        columns=["actor_id", "name", "kind", "country"],
    )
    events = pd.DataFrame(
        {
            "event_id": ["letter", "talks"],
            "kind": "visit",
            "status": "happened",
            "title": ["Ada hands over a letter for Eve", "Ada talks with Eve of Eve’s letter"],
            "summary": "",
            "actors": [("ada", "eve")] * 2,
            "date_first": "2000",
        }
    )
    assert list(met(events, actors, ({"PAK"}, {"RUS"}))["event_id"]) == ["talks"]


VISITS = pd.DataFrame(
    [
        ("one", ("ada", "bob"), ("eve",), ("town",), "2000-06-01"),
        ("two", ("ada",), ("eve",), (), "2001-06-01"),
        ("three", ("ada",), ("eve",), ("port", "town"), "2003-06-01"),
    ],
    columns=["event_id", "first", "second", "places", "date_first"],
).assign(date_first=lambda visits: visits["date_first"].astype("datetime64[s]"))
VISITS = VISITS.assign(date_last=VISITS["date_first"], actors=VISITS["first"] + VISITS["second"])


def test_pairs_stand_with_their_meetings_years_and_places_most_meetings_first() -> None:
    most, other = pairs(VISITS, lambda person, _: person.title()).to_dict("records")
    assert (most["one"], most["other"], most["meetings"]) == ("Ada", "Eve", 3)
    assert (most["first_year"], most["last_year"]) == (2000, 2003)
    assert (most["places"], most["event_ids"]) == (("town", "port"), ("one", "two", "three"))
    assert (other["one"], other["meetings"]) == ("Bob", 1)


def test_by_office_a_person_counts_under_the_office_of_the_day_and_one_without_is_left_out() -> None:
    held = holders(OFFICES, TERMS)
    met_as = pairs(VISITS, lambda person, event: office_at(person, event, held))
    counted = {(row["one"], row["other"]): row["meetings"] for row in met_as.to_dict("records")}
    assert counted == {("Chief", "Envoy"): 2, ("Premier", "Envoy"): 2}
    assert office_at("nobody", VISITS.iloc[0], held) == ""


def test_two_of_one_office_at_one_visit_are_one_meeting() -> None:
    (row,) = pairs(VISITS.iloc[:1], lambda person, _: "Minister").to_dict("records")
    assert row["meetings"] == 1
