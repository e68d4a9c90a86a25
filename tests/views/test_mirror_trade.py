"""Two counts of one flow against each other: each year in two numbers, named, and a gap that can be read."""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.data.atlas import Atlas
from dashboard.model.figure import Chart, EmptyFigure, Figure, Grid
from dashboard.queries import trade as ask
from dashboard.views import mirror_trade
from dashboard.views.labels import lines as line_labels

PAIRS = (
    "imf-comtrade",
    "cow-comtrade",
    "cow-comtrade-ussr",
    "cow-imf",
    "cow-imf-to-pakistan",
    "cow-comtrade-to-pakistan",
    "imf-comtrade-to-pakistan",
)


@pytest.fixture(scope="module")
def series(atlas: Atlas) -> pd.DataFrame:
    return ask.plotted(ask.trade_series(atlas["indicators"], atlas["observations"], atlas.subject))


def drawing(figure: Figure | EmptyFigure) -> Chart:
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Chart)
    return figure.drawing


def mirror(atlas: Atlas, series: pd.DataFrame, name: str) -> Figure | EmptyFigure:
    indicators, pair = (
        atlas["indicators"].set_index("indicator_id", drop=False),
        atlas["pairs"].set_index("pair").loc[name],
    )
    return mirror_trade.chart(
        ask.mirror_gap(series, pair["first"], pair["second"]),
        indicators.loc[pair["first"]],
        indicators.loc[pair["second"]],
        "light",
        pair["note"],
    )


def test_the_gap_of_2016_can_be_read(atlas: Atlas, series: pd.DataFrame) -> None:
    points = drawing(mirror(atlas, series, "imf-comtrade")).data["points"]
    assert dict(
        points.loc[points["year"] == 2016, ["label", "words"]].itertuples(index=False, name=None)
    ) == {
        "Russia: imports (IMF DOTS)": "272.0",
        "Pakistan: exports (UN Comtrade)": "144.7",
    }
    indicators, pair = (
        atlas["indicators"].set_index("indicator_id", drop=False),
        atlas["pairs"].set_index("pair").loc["imf-comtrade"],
    )
    table = mirror_trade.table(
        ask.mirror_gap(series, pair["first"], pair["second"]),
        indicators.loc[pair["first"]],
        indicators.loc[pair["second"]],
    )
    assert isinstance(table, Figure)
    assert isinstance(table.drawing, Grid)
    assert [cell.text for cell in table.drawing.rows[-1]] == ["2016", "272.0", "144.7", "127.3", "1.88"]


@pytest.mark.parametrize("name", PAIRS)
def test_the_two_numbers_of_a_year_stand_on_two_sides(atlas: Atlas, series: pd.DataFrame, name: str) -> None:
    points = drawing(mirror(atlas, series, name)).data["points"]
    assert (points.groupby("year")["above"].sum() == 1).all()


def test_reporter_and_valuation_are_explained_in_two_sentences(atlas: Atlas, series: pd.DataFrame) -> None:
    figure = mirror(atlas, series, "cow-imf")
    assert isinstance(figure, Figure)
    assert mirror_trade.RULES_OF_ORIGIN in figure.note
    assert mirror_trade.RULES_OF_ORIGIN.count(". ") + 1 == 2
    assert all(word in mirror_trade.RULES_OF_ORIGIN for word in ("FOB", "CIF", "origin and destination"))
    assert "not independent" in figure.note


@pytest.mark.parametrize("name", PAIRS)
def test_both_counts_of_a_pair_are_named_beside_their_points(
    atlas: Atlas, series: pd.DataFrame, name: str
) -> None:
    chart = drawing(mirror(atlas, series, name))
    names = chart.data["names"]
    assert set(names["key"]) == set(chart.data["points"]["label"])
    assert line_labels.wide(names) != "false"


@pytest.mark.parametrize("name", PAIRS)
def test_no_leader_strikes_a_number_through(atlas: Atlas, series: pd.DataFrame, name: str) -> None:
    data = drawing(mirror(atlas, series, name)).data
    points = data["points"].set_index(["label", "year"])["above"]
    for named in data["names"].to_dict("records"):
        to_number = -1 if points[named["key"], named["x"]] else 1
        assert named["to_x"] != 0 or named["to_y"] * to_number <= 0, named["words"]


def test_a_gap_that_rounds_to_nothing_has_no_sign() -> None:
    gaps = pd.DataFrame({"year": [2010], "one": [241.0], "other": [241.01], "gap": [-0.01], "ratio": [1.0]})
    table = mirror_trade.table(
        gaps, pd.Series({"indicator_id": "a", "label": "A"}), pd.Series({"indicator_id": "b", "label": "B"})
    )
    assert isinstance(table, Figure)
    assert isinstance(table.drawing, Grid)
    assert [cell.text for cell in table.drawing.rows[0]] == ["2010", "241.0", "241.0", "0.0", "1.00"]


@pytest.mark.parametrize("name", PAIRS)
def test_two_counts_of_a_few_years_are_drawn_low(atlas: Atlas, series: pd.DataFrame, name: str) -> None:
    chart = drawing(mirror(atlas, series, name))
    years = chart.data["gaps"]["year"].nunique()
    assert chart.spec["height"] == (200 if years <= 4 else 300)
