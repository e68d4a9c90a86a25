"""A few values of many series stand as bars below each other, each with its number and its time beside it."""

from __future__ import annotations

import json

import pandas as pd
import pytest

from dashboard.model.figure import Chart, Figure
from dashboard.views import few_bars
from dashboard.views.context import Look, family

COLUMNS = ["indicator_id", "panel", "series", "label", "value", "unit", "period", "period_caption", "status"]


def observed(panels: int = 4, years: int = 2) -> pd.DataFrame:
    rows = [
        (
            *(f"s{panel}", f"To {panel}", "", "The Bank", 10.0 ** (panel + 1) / (year + 1), "USD million"),
            *(f"{2020 + year}", f"July {2020 + year}", "observed"),
        )
        for panel in range(panels)
        for year in range(years)
    ]
    frame = pd.DataFrame(rows, columns=COLUMNS)
    first = pd.to_datetime(frame["period"] + "-01-01")
    ends = {"period_first": first, "period_last": first + pd.Timedelta(days=364)}
    year = frame["period"].astype(int)
    return frame.assign(**ends, first_year=year, last_year=year, segment="0")


def drawn(rows: pd.DataFrame, kind: str = "bar", common: bool = False) -> Chart:
    drawing = shown(rows, kind, common).drawing
    assert isinstance(drawing, Chart)
    return drawing


def shown(rows: pd.DataFrame, kind: str = "bar", common: bool = False) -> Figure:
    look = Look("Paid", "bar" if kind == "bar" else "line", common, "A note.", "Million", "peak")
    figure = family(
        look,
        "banks",
        rows,
        pd.DataFrame(columns=["panel", "drawn", "quantity_id", "summary", "value", "unit", "qualifier"]),
        (2000, 2026),
        "light",
    )
    assert isinstance(figure, Figure)
    return figure


def test_two_values_of_many_series_lie_below_each_other_with_their_words() -> None:
    bars = drawn(observed()).data["series"]
    lowest, highest = bars.sort_values("foot").iloc[[0, -1]].to_dict("records")
    assert (lowest["record_id"], lowest["said"]) == ("s3", "5\u202f000 · July 2021")
    assert (highest["record_id"], highest["said"]) == ("s0", "10 · July 2020")
    assert len(bars) == 8


@pytest.mark.parametrize(
    ("rows", "kind"), [(observed(years=4), "bar"), (observed(), "line"), (observed(2), "bar")]
)
def test_many_values_lines_and_few_panels_keep_their_axis_of_years(rows: pd.DataFrame, kind: str) -> None:
    assert "said" not in drawn(rows, kind).data["series"]


def test_a_bar_is_as_long_as_its_share_of_the_highest_of_its_panel_or_of_all() -> None:
    own = drawn(observed()).data["series"]
    assert own.groupby("record_id")["share"].max().tolist() == [few_bars.LONGEST] * 4
    assert own["share"].min() == few_bars.LONGEST / 2
    common = drawn(observed(), common=True).data["series"].groupby("record_id")["share"].max()
    assert common["s3"] == few_bars.LONGEST
    assert common["s0"] == pytest.approx(few_bars.LONGEST / 1000)


def test_the_line_of_the_unit_says_that_each_series_has_a_scale_of_its_own_where_it_has() -> None:
    assert shown(observed()).subtitle == "Million; the bars of each series on a scale of its own"
    assert shown(observed(), common=True).subtitle == "Million"
    assert shown(observed(), kind="line").subtitle == "Million", "an axis says its own scale"


def test_no_bar_and_no_name_of_a_panel_lies_over_another() -> None:
    data = drawn(observed()).data
    bars, heads = data["series"].sort_values("foot"), data["heads"]
    assert (bars["foot"].iloc[1:].to_numpy() >= bars["top"].iloc[:-1].to_numpy()).all()
    for y in heads["y"]:
        assert not ((bars["foot"] - 6 < y) & (y < bars["top"] + 6)).any()


def test_a_panel_of_zeros_has_no_bar() -> None:
    assert drawn(observed().assign(value=0.0)).data["series"]["share"].tolist() == [0.0] * 8


def test_the_specification_can_be_sent() -> None:
    assert json.loads(json.dumps(drawn(observed()).spec))["height"] > 0
