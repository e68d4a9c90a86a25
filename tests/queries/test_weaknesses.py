"""Each weakness finds the records that have it, and none beside them."""

from __future__ import annotations

from datetime import date

import pandas as pd

from dashboard.queries.weaknesses import (
    not_rated,
    of_one_country,
    on_one_origin,
    on_weak_alone,
    planned_and_past,
)

EVENTS = pd.DataFrame(
    [
        ("past", "planned", "2020-01-01"),
        ("today", "planned", "2022-12-31"),
        ("held", "happened", "2019-05-05"),
    ],
    columns=["event_id", "status", "date_last"],
).assign(date_last=lambda events: pd.to_datetime(events["date_last"]))
SOURCES = pd.DataFrame(
    [("blog", "weak"), ("post", "weak"), ("paper", "")], columns=["source_id", "reliability"]
)
EVIDENCE = pd.DataFrame(
    [("past", "blog"), ("past", "post"), ("today", "blog"), ("today", "paper"), ("held", "paper")],
    columns=["record_id", "source_id"],
)


def test_one_origin_is_one_independent_source() -> None:
    assert on_one_origin(EVENTS, pd.Series({"past": 1, "today": 2, "no-event": 1})) == ["past"]


def test_of_records_told_by_one_country_only_events_are_named() -> None:
    assert of_one_country(EVENTS, pd.DataFrame({"record_id": ["held", "claim"]})) == ["held"]


def test_a_plan_is_past_when_its_last_day_is_before_the_day_of_the_release() -> None:
    assert planned_and_past(EVENTS, date(2022, 12, 31)) == ["past"]
    assert planned_and_past(EVENTS, date(2023, 1, 1)) == ["past", "today"]


def test_a_record_is_weak_if_all_its_sources_are() -> None:
    assert on_weak_alone(EVIDENCE, SOURCES) == ["past"]


def test_sources_without_a_stated_reliability_are_named() -> None:
    assert not_rated(SOURCES) == ["paper"]
