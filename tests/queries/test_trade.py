"""Trade by reporter, never joined; the gap between two counts of one flow; what people state."""

from __future__ import annotations

import math

import pandas as pd
import pytest

from dashboard.data.atlas import Atlas
from dashboard.model.subject import Direction, Side, Subject
from dashboard.queries import trade as ask

SUBJECT = Subject(
    title="An Atlas",
    package="atlas",
    first_year=1947,
    lead=("What happened.",),
    map_note="",
    sides=(Side("PAK", ("Pakistan",)), Side("RUS", ("Russia", "Soviet Union", "Russia/USSR"))),
    directions=(
        Direction(
            "to-russia",
            "There",
            "There",
            "PAK",
            ("exports to Russia", "Russian imports from Pakistan", "exports to the Soviet Union"),
        ),
        Direction(
            "to-pakistan",
            "Back",
            "Back",
            "RUS",
            ("imports from Russia", "Russian exports to Pakistan", "imports from the Soviet Union"),
        ),
        Direction("total", "Both", "Both", "", ("bilateral trade",)),
    ),
    views=(),
)


@pytest.fixture
def series(small_atlas: Atlas) -> pd.DataFrame:
    return ask.trade_series(small_atlas["indicators"], small_atlas["observations"], small_atlas.subject)


def indicator(reporter: str, partner: str, flow: str, unit: str = "USD million") -> pd.DataFrame:
    row = {
        "indicator_id": "one",
        "label": "One",
        "reporter": reporter,
        "partner": partner,
        "flow": flow,
        "valuation": "",
        "unit": unit,
        "source_id": "s",
    }
    return pd.DataFrame([row])


ONE_VALUE = pd.DataFrame(
    {
        "indicator_id": ["one"],
        "period": ["2016"],
        "period_first": [pd.Timestamp("2016-01-01")],
        "value": [1.0],
        "status": ["observed"],
    }
)


@pytest.mark.parametrize(
    ("reporter", "partner", "flow", "direction"),
    [
        ("Pakistan", "Russia", "exports", "to-russia"),
        ("Russia", "Pakistan", "imports", "to-russia"),
        ("Pakistan", "Russia/USSR", "imports", "to-pakistan"),
        ("Soviet Union", "Pakistan", "exports FOB", "to-pakistan"),
        ("Russia", "Pakistan", "total trade", "total"),
    ],
)
def test_a_flow_has_one_direction_whoever_counts_it(
    reporter: str, partner: str, flow: str, direction: str
) -> None:
    found = ask.trade_series(indicator(reporter, partner, flow), ONE_VALUE, SUBJECT)
    assert list(found["direction"]) == [direction]


@pytest.mark.parametrize(
    ("reporter", "partner", "flow", "unit"),
    [
        ("Pakistan", "China", "exports", "USD million"),
        ("India", "Russia", "exports", "USD million"),
        ("Pakistan", "Russia", "deliveries", "USD million"),
        ("Pakistan", "Russia", "exports", "tonnes"),
    ],
)
def test_what_is_not_trade_of_the_two_in_dollars_is_left_out(
    reporter: str, partner: str, flow: str, unit: str
) -> None:
    assert ask.trade_series(indicator(reporter, partner, flow, unit), ONE_VALUE, SUBJECT).empty


def test_each_reporter_keeps_a_series_of_its_own(series: pd.DataFrame) -> None:
    assert set(series["direction"]) == {"to-russia"}
    assert series.groupby("indicator_id")["reporter"].nunique().to_dict() == {
        "pakistan-exports": 1,
        "russia-imports": 1,
    }
    assert len(series) == 6


def test_doubtful_values_are_not_drawn_but_estimates_are(series: pd.DataFrame) -> None:
    assert list(ask.plotted(series)["value"]) == [90.0, 100.5, 0.0, 150.5, 160.0]


def test_the_mirror_gap_stands_only_where_both_have_counted(series: pd.DataFrame) -> None:
    gaps = ask.mirror_gap(series, "russia-imports", "pakistan-exports").set_index("year")
    assert list(gaps.index) == [2016, 2018]
    assert gaps.loc[2016, ["one", "other", "gap"]].tolist() == [150.5, 100.5, 50.0]
    assert gaps.loc[2016, "ratio"] == pytest.approx(150.5 / 100.5)


def test_a_gap_to_zero_has_no_ratio(series: pd.DataFrame) -> None:
    gaps = ask.mirror_gap(series, "russia-imports", "pakistan-exports").set_index("year")
    assert gaps.loc[2018, "gap"] == 160.0
    assert math.isnan(gaps.loc[2018, "ratio"])


def test_counts_without_a_common_year_have_no_gap(series: pd.DataFrame) -> None:
    assert ask.mirror_gap(series, "russia-imports", "nobody").empty


def test_the_mirror_gap_of_2016_comes_out_on_the_real_tables(atlas: Atlas) -> None:
    real = ask.trade_series(atlas["indicators"], atlas["observations"], atlas.subject)
    gaps = ask.mirror_gap(
        real, "dots-russia-imports-from-pakistan", "comtrade-pakistan-exports-to-russia"
    ).set_index("year")
    assert gaps.loc[2016, ["one", "other", "gap"]].round(1).tolist() == [272.0, 144.7, 127.3]


def quantity(indicator: str, value: float, unit: str, period: str) -> pd.DataFrame:
    first = pd.Timestamp("2018-01-01") if period else pd.NaT
    return pd.DataFrame(
        {
            "quantity_id": ["q"],
            "indicator": [indicator],
            "value": [value],
            "unit": [unit],
            "period": [period],
            "period_first": [first],
        }
    )


@pytest.mark.parametrize(
    ("row", "million", "direction"),
    [
        (quantity("bilateral trade", 0.5, "USD billion", "2018"), 500.0, "total"),
        (quantity("exports to Russia", 150, "USD million", "2018"), 150.0, "to-russia"),
        (quantity("Russian imports from Pakistan", 285, "USD million", "2015"), 285.0, "to-russia"),
        (quantity("Russian exports to Pakistan", 210, "USD million", "2012"), 210.0, "to-pakistan"),
        (quantity("imports from the Soviet Union", 3, "USD million", "2018"), 3.0, "to-pakistan"),
    ],
)
def test_what_people_state_is_brought_to_million_dollars(
    row: pd.DataFrame, million: float, direction: str
) -> None:
    found = ask.stated_trade(row, SUBJECT.directions)
    assert found[["million", "direction"]].values.tolist() == [[million, direction]]


@pytest.mark.parametrize(
    "row",
    [
        quantity("bilateral trade", 1, "USD billion", ""),
        quantity("aid", 1, "USD billion", "2018"),
        quantity("bilateral trade", 5, "percent", "2018"),
    ],
    ids=["without a period", "of something else", "in another unit"],
)
def test_a_number_that_cannot_stand_on_the_axes_is_left_out(row: pd.DataFrame) -> None:
    assert ask.stated_trade(row, SUBJECT.directions).empty


@pytest.mark.parametrize(
    ("unit", "million"), [("USD million per year", 420.0), ("USD billion per year", 420000.0)]
)
def test_a_yearly_average_stands_for_each_year_of_its_period(unit: str, million: float) -> None:
    assert list(
        ask.stated_trade(quantity("bilateral trade", 420, unit, "2004/2015"), SUBJECT.directions)["million"]
    ) == [million]


@pytest.mark.parametrize(
    ("indicator", "told"),
    [
        ("bilateral trade", True),
        ("forecast of bilateral trade", True),
        ("increase of bilateral trade", True),
        ("cotton exports to the Soviet Union", True),
        ("aid", False),
    ],
)
def test_whatever_is_stated_of_trade_is_told_even_without_a_period(indicator: str, told: bool) -> None:
    assert len(ask.told_of_trade(quantity(indicator, 1, "USD billion", ""), SUBJECT.directions)) == told


def test_a_forecast_or_an_increase_is_no_count(atlas: Atlas) -> None:
    assert set(ask.stated_trade(atlas["quantities"], atlas.subject.directions)["indicator"]) <= {
        "bilateral trade",
        "exports to Russia",
        "Russian imports from Pakistan",
        "imports from Russia",
        "Russian exports to Pakistan",
        "exports to the Soviet Union",
        "imports from the Soviet Union",
    }


def test_both_counts_of_a_pair_are_of_one_flow_and_have_years_in_common(atlas: Atlas) -> None:
    real = ask.trade_series(atlas["indicators"], atlas["observations"], atlas.subject)
    directions = real.groupby("indicator_id")["direction"].first()
    for pair in atlas["pairs"].to_dict("records"):
        assert directions[pair["first"]] == directions[pair["second"]]
        assert pair["first"] != pair["second"]
        assert not ask.mirror_gap(real, pair["first"], pair["second"]).empty


def test_only_breaks_between_years_shown_are_breaks_of_a_figure() -> None:
    series = pd.DataFrame(
        {"indicator_id": ["a", "a", "b"], "label": ["A", "A", "B"], "year": [1971, 1992, 1980]}
    )
    years = (1971, 1972, 1992, 1993)
    breaks = pd.DataFrame(
        [("a", pd.Timestamp(year, 1, 1)) for year in years], columns=["indicator_id", "period_first"]
    )
    found = ask.breaks_in(series, breaks)
    assert list(found["period_first"].dt.year) == [1972, 1992]
    assert set(found["label"]) == {"A"}


def test_tonnes_of_a_product_are_told_of_trade_and_never_drawn_among_dollars() -> None:
    wheat = quantity("wheat imports from Russia", 1_400_000, "tonnes", "2023")
    assert len(ask.told_of_trade(wheat, SUBJECT.directions)) == 1
    assert ask.stated_trade(wheat, SUBJECT.directions).empty


def counts(*rows: tuple[str, str, int, float]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["indicator_id", "direction", "year", "value"])


def test_the_counts_furthest_apart_are_those_of_one_flow_and_year() -> None:
    found = ask.widest_counts(
        counts(
            ("a", "there", 2015, 10),
            ("b", "there", 2015, 12),
            ("a", "there", 2016, 10),
            ("b", "there", 2016, 19),
            ("c", "back", 2016, 90),
            ("a", "there", 2017, 10),
            ("b", "there", 2017, 15),
        )
    )
    assert found[["indicator_id", "year", "value"]].values.tolist() == [["a", 2016, 10], ["b", 2016, 19]]


def test_where_nothing_was_counted_twice_or_both_counts_agree_none_lie_apart() -> None:
    assert ask.widest_counts(counts(("a", "there", 2015, 10), ("a", "there", 2016, 20))).empty
    assert ask.widest_counts(counts(("a", "there", 2015, 10), ("b", "there", 2015, 10))).empty
    assert ask.widest_counts(counts()).empty
    assert list(ask.widest_counts(counts()).columns) == ["indicator_id", "direction", "year", "value"]
