"""The series are those of their source files, value for value at both ends, and the known figures come
out.
"""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from dashboard.data.atlas import Atlas

with (Path(__file__).parent / "series_origin.csv").open(encoding="utf-8", newline="") as _file:
    ORIGINS = list(csv.DictReader(_file))


def value_of(atlas: Atlas, indicator_id: str, period: str) -> float:
    observations = atlas["observations"]
    (value,) = observations.loc[
        (observations["indicator_id"] == indicator_id) & (observations["period"] == period), "value"
    ]
    return float(value)


# Series that are held to their source file in every value (test_whole_series.py).
WHOLE = r"(?:sbp|debate|icews)-.*|cow-diplomatic-exchange-.*"


def test_every_series_has_its_origin_written_down(atlas: Atlas) -> None:
    identifiers = atlas["indicators"]["indicator_id"]
    at_their_ends = set(identifiers[~identifiers.str.fullmatch(WHOLE)])
    assert {origin["indicator_id"] for origin in ORIGINS} == at_their_ends


@pytest.mark.parametrize("origin", ORIGINS, ids=lambda origin: origin["indicator_id"])
def test_a_series_begins_and_ends_as_written_down(atlas: Atlas, origin: dict[str, str]) -> None:
    own = atlas["observations"]
    own = own[own["indicator_id"] == origin["indicator_id"]].sort_values("period_first")
    ends = [(own.iloc[end]["period"], own.iloc[end]["value"]) for end in (0, -1)]
    assert ends == [
        (origin["first_period"], float(origin["first_value"])),
        (origin["last_period"], float(origin["last_value"])),
    ]


@pytest.mark.parametrize("origin", ORIGINS, ids=lambda origin: origin["indicator_id"])
def test_a_series_begins_and_ends_as_in_its_source_file(statistics: Path, origin: dict[str, str]) -> None:
    with (statistics / origin["file"]).open(encoding="utf-8", newline="") as file:
        rows = [
            row
            for row in csv.DictReader(file)
            if all(row[name] == origin[name] for name in ("reporter", "partner", "flow"))
        ]
    rows = [row for row in rows if not origin["dataset"] or row["dataset"] == origin["dataset"]]
    for end in ("first", "last"):
        (row,) = (row for row in rows if row["year"] == origin[f"{end}_year"])
        assert Decimal(row["value"]) * Decimal(origin["factor"]) == Decimal(origin[f"{end}_value"])


@pytest.mark.parametrize(
    ("indicator_id", "period", "value"),
    [
        ("dots-russia-imports-from-pakistan", "2016", 272.0),
        ("comtrade-pakistan-exports-to-russia", "2016", 144.7),
        ("owid-pakistan-nuclear-share-of-electricity", "2017", 7.1),
    ],
)
def test_known_figures_come_out(atlas: Atlas, indicator_id: str, period: str, value: float) -> None:
    assert round(value_of(atlas, indicator_id, period), 1) == value


@pytest.mark.parametrize("year", [str(year) for year in range(2011, 2022)])
def test_a_total_is_the_sum_of_its_parts(atlas: Atlas, year: str) -> None:
    parts = value_of(atlas, "dots-russia-exports-to-pakistan", year) + value_of(
        atlas, "dots-russia-imports-from-pakistan", year
    )
    assert value_of(atlas, "dots-russia-total-trade-with-pakistan", year) == pytest.approx(parts)


def test_no_two_series_have_one_name(atlas: Atlas) -> None:
    assert not atlas["indicators"]["label"].duplicated().any()
