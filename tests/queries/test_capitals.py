"""A record is told by countries: each source counts for that of the first report, and silence counts for
nobody.
"""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.queries import capitals as ask

SOURCES = pd.DataFrame(
    [
        ("tass", "RUS", ""),
        ("pravda", "RUS", ""),
        ("dawn", "PAK", ""),
        ("dawn-reprint", "PAK", "tass"),
        ("hindu", "IND", ""),
        ("united-nations", "", ""),
    ],
    columns=["source_id", "country", "origin"],
)
EVIDENCE = pd.DataFrame(
    [
        ("visit", "tass", "supports"),
        ("visit", "pravda", "supports"),
        ("visit", "dawn", "supports"),
        ("visit", "dawn", "disputes"),
        ("visit", "hindu", "disputes"),
        ("deal", "tass", "supports"),
        ("deal", "dawn-reprint", "supports"),
        ("vote", "dawn", "supports"),
        ("vote", "united-nations", "supports"),
    ],
    columns=["record_id", "source_id", "stance"],
)


@pytest.fixture
def told() -> pd.DataFrame:
    return ask.told_by_country(EVIDENCE, SOURCES)


def test_each_country_has_one_stance_and_the_number_of_its_sources(told: pd.DataFrame) -> None:
    assert told.values.tolist() == [
        ["visit", "RUS", "supports", 2],
        ["visit", "PAK", "supports and disputes", 1],
        ["visit", "IND", "disputes", 1],
        ["deal", "RUS", "supports", 2],
        ["vote", "PAK", "supports", 1],
    ]


def test_a_reprint_leaves_a_record_with_one_country_and_an_international_body_does_not(
    told: pd.DataFrame,
) -> None:
    alone = ask.of_one_country(told, EVIDENCE, SOURCES)
    assert alone.values.tolist() == [["deal", "RUS"]]


EVENTS = pd.DataFrame(
    {
        "event_id": ["visit", "deal", "vote"],
        "themes": [("trade", "energy"), ("energy",), ("trade",)],
        "date_first": pd.to_datetime(["1965-04-03", "1966-01-01", "1990-06-01"]),
    }
)
ERAS = pd.DataFrame(
    {
        "era_id": ["blocs", "balance"],
        "period_first": pd.to_datetime(["1947-08-01", "1966-01-01"]),
        "period_last": pd.to_datetime(["1965-12-31", "1979-12-31"]),
    }
)


def test_an_event_counts_under_each_of_its_themes_for_each_country(told: pd.DataFrame) -> None:
    counts = ask.by_theme(EVENTS, told).groupby(["group", "country"])["record_id"].nunique().to_dict()
    assert counts == {
        ("trade", "RUS"): 1,
        ("trade", "PAK"): 2,
        ("trade", "IND"): 1,
        ("energy", "RUS"): 2,
        ("energy", "PAK"): 1,
        ("energy", "IND"): 1,
    }


def test_an_event_counts_in_the_era_in_which_it_begins(told: pd.DataFrame) -> None:
    counted = ask.by_era(EVENTS, told, ERAS)
    assert counted[counted["country"] == "RUS"].values.tolist() == [
        ["visit", "RUS", "blocs"],
        ["deal", "RUS", "balance"],
    ]
    assert "vote" not in set(counted["record_id"])
