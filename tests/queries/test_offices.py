"""A person held an office on the days of an event if the term lasted through all of them."""

from __future__ import annotations

import pandas as pd

from dashboard.queries.offices import held_on, holders, met

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
        [("ada", "person", "PAK"), ("eve", "person", "SUN"), ("state", "state", "SUN")],
        columns=["actor_id", "kind", "country"],
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
    )
    found = met(events, actors, ({"PAK"}, {"RUS", "SUN"}))
    assert list(found["event_id"]) == ["early", "late"]
    assert found["first"][0] == ("ada",)
    assert found["second"][0] == ("eve",)
