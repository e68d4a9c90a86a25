"""Small multiples: panels that do not overlap, axes that say their values, and what each figure can and
cannot say.
"""

from __future__ import annotations

import json

import pandas as pd
import pytest

from dashboard.data.atlas import Atlas
from dashboard.model.figure import Chart, EmptyFigure, Figure
from dashboard.queries import context as ask
from dashboard.queries import stated as ask_stated
from dashboard.views import context, panel_layout
from dashboard.views.labels import lines as line_labels

YEARS = (1947, 2026)


def names_of(atlas: Atlas) -> list[str]:
    """The families that are drawn as panels."""
    families = atlas["families"]
    return list(families.loc[families["kind"] != "sum", "family"])


def look_of(atlas: Atlas, name: str) -> context.Look:
    row = atlas["families"].set_index("family").loc[name]
    return context.Look(
        row["title"], row["kind"], row["scale"] == "common", row["note"], row["unit"], row["finding"]
    )


def figure_of(atlas: Atlas, name: str, years: tuple[int, int] = YEARS) -> Figure | EmptyFigure:
    family = ask.families(atlas["family_members"])[name]
    told = ask.comparable(family, atlas["quantities"], *years)
    told = told.assign(by=told["quantity_id"].map(ask_stated.speakers(atlas["evidence"], atlas["sources"])))
    return context.family(
        look_of(atlas, name),
        f"context-{name}",
        ask.observed(family, atlas["indicators"], atlas["observations"], *years),
        told,
        years,
        "light",
    )


def begins(atlas: Atlas, name: str) -> int:
    """The year of the first value of a family."""
    family = ask.families(atlas["family_members"])[name]
    held = ask.observed(family, atlas["indicators"], atlas["observations"], *YEARS)
    return int(held["period_first"].dt.year.min())


def drawn(atlas: Atlas, name: str) -> Chart:
    figure = figure_of(atlas, name)
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Chart)
    return figure.drawing


@pytest.mark.parametrize(
    ("length", "step"),
    [(100, 100), (99, 50), (30, 25), (24, 20), (19, 10), (0.5, 0.5), (0.3, 0.25), (4500, 2500)],
)
def test_the_steps_of_an_axis_are_round(length: float, step: float) -> None:
    assert panel_layout.round_step(length) == pytest.approx(step)


def test_panels_stand_one_below_the_other_without_touching() -> None:
    first, second, third = panel_layout.bands(
        ["a", "b", "c"], {"a": [1.0], "b": [20.0], "c": [300.0]}, common=False
    )
    assert first.foot >= second.foot + second.height + 20
    assert second.foot >= third.foot + third.height + 20
    assert third.foot == 0


def test_a_common_scale_is_one_for_all_and_an_own_scale_is_not() -> None:
    values = {"a": [1.0], "b": [100.0]}
    common, own = (
        panel_layout.bands(["a", "b"], values, common=True),
        panel_layout.bands(["a", "b"], values, common=False),
    )
    assert len({(one.low, one.high) for one in common}) == 1
    assert len({(one.low, one.high) for one in own}) == 2


@pytest.mark.parametrize("values", [[0.0, 5.0], [-2.0, 3.0], [7.0], [0.0]])
def test_every_value_lies_in_its_panel_and_zero_is_on_the_axis(values: list[float]) -> None:
    (one,) = panel_layout.bands(["a"], {"a": values}, common=False)
    assert all(one.foot <= one.place(value) <= one.foot + one.height for value in values)
    assert one.low <= 0 <= one.high
    assert 0 in one.ticks


def test_every_family_shows_all_its_series_and_its_note_has_three_sentences_at_most(atlas: Atlas) -> None:
    families = ask.families(atlas["family_members"])
    for name in names_of(atlas):
        figure = figure_of(atlas, name)
        assert isinstance(figure, Figure)
        assert look_of(atlas, name).note.count(". ") + 1 <= 3, name
        assert set(figure.record_ids) >= {
            indicator_id for series in families[name].panels.values() for indicator_id in series
        }


def test_panels_with_scales_of_their_own_are_said_to_have_them(atlas: Atlas) -> None:
    said = {name: context.OWN_SCALE in str(vars(figure_of(atlas, name))["note"]) for name in names_of(atlas)}
    assert said == {name: not look_of(atlas, name).common for name in names_of(atlas)}


def test_no_line_joins_two_series_or_two_panels(atlas: Atlas) -> None:
    for name in names_of(atlas):
        series = drawn(atlas, name).data["series"]
        assert series.groupby("segment")["record_id"].nunique().max() == 1, name
        assert not pd.isna(series["y"]).any(), name


@pytest.mark.parametrize("name", ["arms", "ideal-points", "trade-from-pakistan", "opium"])
def test_the_axis_says_a_value_for_every_tick(atlas: Atlas, name: str) -> None:
    chart = drawn(atlas, name)
    (axis,) = {
        json.dumps(layer["encoding"]["y"]["axis"], sort_keys=True)
        for layer in chart.spec["layer"]
        if "axis" in layer["encoding"].get("y", {})
    }
    read = json.loads(axis)
    words = json.loads(read["labelExpr"].split("[format")[0])
    assert {str(value) for value in read["values"]} == set(words)
    assert set(words.values()) - {""}


@pytest.mark.parametrize("name", ["arms", "aid", "losses"])
def test_a_bar_covers_exactly_its_period(atlas: Atlas, name: str) -> None:
    series = drawn(atlas, name).data["series"]
    days = (pd.to_datetime(series["to"]) - pd.to_datetime(series["from"])).dt.days
    assert set(days) <= {90, 91, 92, 273, 274, 365, 366}


def test_a_fiscal_year_of_nine_months_is_drawn_as_nine_months(atlas: Atlas) -> None:
    last = drawn(atlas, "losses").data["series"].iloc[-1]
    assert (last["from"], last["to"]) == ("2016-07-01", "2017-04-01")


def test_points_of_single_years_have_no_line(atlas: Atlas) -> None:
    assert not [layer for layer in drawn(atlas, "opium").spec["layer"] if layer["mark"]["type"] == "line"]


@pytest.mark.parametrize(
    ("name", "quantity_id", "panels_marked"),
    [("nuclear", "nuclear-share-2017", 3), ("aid", "us-aid-annual-berger", 1)],
)
def test_what_documents_state_is_marked_where_it_can_be_compared(
    atlas: Atlas, name: str, quantity_id: str, panels_marked: int
) -> None:
    figure = figure_of(atlas, name)
    assert isinstance(figure, Figure)
    assert list(figure.drawing.data["stated"]["record_id"]) == [quantity_id] * panels_marked
    assert quantity_id in figure.record_ids


def test_years_without_a_value_say_what_to_change(atlas: Atlas) -> None:
    found = figure_of(atlas, "opium", (1950, 1960))
    assert isinstance(found, EmptyFigure)
    assert found.change


def test_totals_are_bars_in_the_order_given_and_each_says_its_period() -> None:
    sums = pd.DataFrame(
        {
            "record_id": ["a"],
            "who": ["Series"],
            "value": [20426.0],
            "words": ["20 426 deaths"],
            "when": ["2001–2017"],
        }
    )
    told = pd.DataFrame(
        {
            "record_id": ["q"],
            "who": ["Author"],
            "value": [50000.0],
            "words": ["over 50 000 people"],
            "when": ["about 2001"],
            "by": ["document"],
        }
    )
    look = context.Look("Totals", "bar", True, "Note.", "People")
    figure = context.totals("t", look, sums, told, "dark")
    assert isinstance(figure, Figure)
    assert list(figure.drawing.data["totals"]["said"]) == [
        "2001–2017: 20 426 deaths",
        "about 2001: over 50 000 people",
    ]
    assert figure.record_ids == ("a", "q")
    assert figure.title == f"Totals: from {sums['words'][0]} to {told['words'][0]}"
    assert figure.subtitle == "People"
    assert isinstance(context.totals("t", look, sums.head(0), told.head(0), "dark"), EmptyFigure)


def test_a_statement_stands_beside_the_finding_of_its_check(atlas: Atlas) -> None:
    told = atlas["quantities"]
    tested = ask_stated.tested_by(atlas["evidence"], atlas["checks"], ["nuclear-share-2017"])
    figure = context.documents_say(told, atlas["checks"], tested, {"partly": "partly supported"})
    assert isinstance(figure, Figure)
    ((stated, _, finding, check),) = figure.drawing.rows
    assert stated.record_id == "nuclear-share-2017"
    assert "7.9 per cent of electricity" in finding.text
    assert check.record_id == "check-siddique-nuclear-share"
    assert set(figure.record_ids) == {"nuclear-share-2017", "check-siddique-nuclear-share"}


@pytest.mark.parametrize("years", [YEARS, (1992, 2020)])
def test_series_that_share_a_panel_are_named_beside_themselves(atlas: Atlas, years: tuple[int, int]) -> None:
    for name in names_of(atlas):
        figure = figure_of(atlas, name, years)
        if begins(atlas, name) > years[1]:
            assert isinstance(figure, EmptyFigure), name
            continue
        assert isinstance(figure, Figure)
        chart = figure.drawing
        assert isinstance(chart, Chart)
        assert not [
            layer for layer in chart.spec["layer"] if layer["encoding"].get("color", {}).get("legend")
        ]
        series = set(chart.data["series"]["series"])
        if len(series) < 2:
            assert "names" not in chart.data, name
            continue
        names = chart.data["names"]
        assert set(names["key"]) == series - {""}, name
        assert line_labels.wide(names) != "false", name


def test_each_state_is_named_in_its_own_panel(atlas: Atlas) -> None:
    names, states = (
        drawn(atlas, "ideal-points").data["names"],
        ("Russia or the USSR", "the United States", "China", "India"),
    )
    assert list(names["words"]) == [word for state in states for word in ("Pakistan", f"{state} (dashed)")]


def test_the_title_of_statements_counts_them_by_verdict(atlas: Atlas) -> None:
    told = atlas["quantities"]
    tested = ask_stated.tested_by(atlas["evidence"], atlas["checks"], ["nuclear-share-2017"])
    figure = context.documents_say(told, atlas["checks"], tested, {"partly": "partly supported"})
    assert isinstance(figure, Figure)
    assert figure.title == "1 stated number beside the series: 1 partly supported"


def test_each_chart_of_series_says_in_its_title_what_it_finds(atlas: Atlas) -> None:
    for name in names_of(atlas):
        figure = figure_of(atlas, name, YEARS)
        row = atlas["families"].set_index("family").loc[name]
        assert figure.title.startswith(f"{row['title']}: "), name
