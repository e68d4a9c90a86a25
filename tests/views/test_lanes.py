"""The lanes show every event of a choice once, by its own or in its year, say what is uncertain, and never
pretend to a precision that nobody gave.
"""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from dashboard.data.atlas import Atlas
from dashboard.model.figure import Chart, Figure
from dashboard.views import lanes as views
from dashboard.views.labels.placer import width_of
from dashboard.views.labels.timeline import SIZE, Ruler

YEARS = (1947, 2022)


def lanes(events: pd.DataFrame, counts: pd.Series, atlas: Atlas, years: tuple[int, int] = YEARS) -> Figure:
    figure = views.lanes(events, counts, atlas["themes"], atlas["eras"], years, "light")
    assert isinstance(figure, Figure)
    return figure


def drawn(figure: Figure) -> pd.DataFrame:
    assert isinstance(figure.drawing, Chart)
    return figure.drawing.data["events"].set_index("record_id")


def test_every_event_is_drawn_once_and_is_a_row(
    events: pd.DataFrame, counts: pd.Series, small_atlas: Atlas
) -> None:
    figure = lanes(events, counts, small_atlas)
    assert sorted(figure.record_ids) == sorted(events["event_id"])
    assert sorted(drawn(figure).index) == sorted(events["event_id"])
    assert figure.title == "4 events from 1947 to 2022"
    assert figure.subtitle == "Events by theme, 1947–2022"


def test_only_a_dated_event_is_a_dot_and_only_an_uncertain_one_is_hollow(
    events: pd.DataFrame, counts: pd.Series, small_atlas: Atlas
) -> None:
    marks = drawn(lanes(events, counts, small_atlas))
    assert marks["short"].to_dict() == {
        "early-contact": False,
        "pipeline-agreement": True,
        "visit-dropped": False,
        "trade-round": False,
    }
    assert marks["approximate"].to_dict() == {
        "early-contact": True,
        "pipeline-agreement": False,
        "visit-dropped": True,
        "trade-round": True,
    }
    assert marks["happened"].to_dict() == {
        "early-contact": True,
        "pipeline-agreement": True,
        "visit-dropped": False,
        "trade-round": True,
    }


def test_a_span_covers_exactly_the_days_that_its_date_may_mean(
    events: pd.DataFrame, counts: pd.Series, small_atlas: Atlas
) -> None:
    marks = drawn(lanes(events, counts, small_atlas))
    assert marks.loc["early-contact", ["from", "to"]].tolist() == ["1950-01-01", "1959-12-31"]
    assert marks.loc["visit-dropped", ["from", "to"]].tolist() == ["2017-01-01", "2017-12-31"]


def test_what_reaches_beyond_the_years_is_cut_at_their_edge(
    events: pd.DataFrame, counts: pd.Series, small_atlas: Atlas
) -> None:
    own = events[events["event_id"] == "early-contact"]
    marks = drawn(lanes(own, counts, small_atlas, (1955, 1956)))
    assert marks.loc["early-contact", ["from", "to"]].tolist() == ["1955-01-01", "1956-12-31"]


def test_every_mark_knows_how_many_independent_sources_it_has(
    events: pd.DataFrame, counts: pd.Series, small_atlas: Atlas
) -> None:
    marks = drawn(lanes(events, counts, small_atlas))
    assert marks.loc["pipeline-agreement", "sources"] == 3
    assert marks.loc["visit-dropped", "sources"] == 1


def test_lanes_stand_in_the_order_of_the_themes_and_hold_their_events_only(
    events: pd.DataFrame, counts: pd.Series, small_atlas: Atlas
) -> None:
    figure = lanes(events, counts, small_atlas)
    assert isinstance(figure.drawing, Chart)
    names = figure.drawing.data["lanes"]
    assert list(names["theme"]) == ["diplomacy", "trade", "energy"]
    assert list(names["label"]) == ["Diplomacy (2)", "Trade (1)", "Energy (1)"]
    heights = drawn(figure).groupby("theme")["y"].agg(["min", "max"])
    assert heights.loc["diplomacy", "max"] < heights.loc["trade", "min"] < heights.loc["energy", "min"]


def test_an_event_of_open_end_reaches_to_the_edge_and_no_further(
    events: pd.DataFrame, counts: pd.Series, small_atlas: Atlas
) -> None:
    first = pd.Series([pd.Timestamp("1979-12-01").as_unit("s")])
    last = pd.Series(pd.to_datetime(["9999-12-31"]).as_unit("s"))
    lasting = (
        events.head(1)
        .reset_index(drop=True)
        .assign(date="1979-12/..", date_first=first, date_last=last, date_approximate=False)
    )
    marks = drawn(lanes(lasting, counts, small_atlas, (1970, 1990)))
    assert marks.iloc[0][["from", "to"]].tolist() == ["1979-12-01", date(1990, 12, 31).isoformat()]
    assert bool(marks.iloc[0]["lasting"])


def many(events: pd.DataFrame, copies: int) -> pd.DataFrame:
    """The events so many times over, each with an id of its own."""
    parts = [events.assign(event_id=events["event_id"] + f"-{number}") for number in range(copies)]
    return pd.concat(parts, ignore_index=True).sort_values(["date_first", "event_id"])


def test_from_afar_each_year_has_a_bar_of_its_events_and_turning_points_have_names(
    events: pd.DataFrame, small_atlas: Atlas
) -> None:
    crowd = pd.concat([many(events[events["weight"] > 1], 60), events], ignore_index=True)
    figure = lanes(crowd.sort_values(["date_first", "event_id"]), pd.Series(dtype=int), small_atlas)
    assert isinstance(figure.drawing, Chart)
    bars = figure.drawing.data["bars"]
    assert bars["number"].sum() == len(crowd) == len(figure.rows)
    assert dict(zip(bars["first"], bars["words"], strict=True))[1950] == "1950: 61 events"
    marks = drawn(figure)
    assert list(marks.index) == ["pipeline-agreement"]
    assert marks.loc["pipeline-agreement", "label"] == "Agreement on the river pipeline"
    heights = (bars["foot"] - bars["y"]).groupby(bars["number"]).first()
    assert heights[61] == heights.max() > heights[1] > 0
    assert "number of events that begin then" in figure.note


def test_from_afar_a_theme_without_a_turning_point_has_its_bars(
    events: pd.DataFrame, small_atlas: Atlas
) -> None:
    crowd = many(events[events["weight"] > 1], 60)
    figure = lanes(crowd, pd.Series(dtype=int), small_atlas)
    assert isinstance(figure.drawing, Chart)
    assert figure.drawing.data["bars"]["number"].sum() == len(crowd)
    assert drawn(figure).empty


def test_few_events_have_marks_and_names_and_so_has_a_single_year_however_many(
    events: pd.DataFrame, small_atlas: Atlas
) -> None:
    crowd = many(events[events["event_id"] == "pipeline-agreement"], 200)
    for chosen, years in ((crowd.iloc[:150], YEARS), (crowd, (2015, 2015))):
        figure = lanes(chosen, pd.Series(dtype=int), small_atlas, years)
        assert isinstance(figure.drawing, Chart)
        assert "bars" not in figure.drawing.data
        assert len(drawn(figure)) == len(chosen)
    assert "bars" in lanes(crowd.iloc[:151], pd.Series(dtype=int), small_atlas).drawing.data


def test_a_phone_counts_earlier_and_its_names_fit_it(events: pd.DataFrame, small_atlas: Atlas) -> None:
    for copies, counted in ((1, False), (16, True)):
        figure = views.lanes(
            many(events, copies), pd.Series(dtype=int), small_atlas["themes"], small_atlas["eras"], YEARS,
            "light", narrow=True,
        )  # fmt: skip
        assert isinstance(figure, Figure)
        assert ("bars" in figure.drawing.data) is counted
        assert all(width_of(label, SIZE) < views.PHONE for label in drawn(figure)["label"])


def on_a_phone(events: pd.DataFrame, atlas: Atlas, years: tuple[int, int]) -> Figure:
    every = events.assign(lane=[themes[0] for themes in events["themes"]])
    tables = atlas["themes"], atlas["eras"]
    figure = views.lanes(every, pd.Series(dtype=int), *tables, years, "light", narrow=True)
    assert isinstance(figure, Figure)
    return figure


@pytest.mark.parametrize("years", [(1947, 2026), (2016, 2016), (1955, 1956)])
def test_a_name_on_a_phone_is_whole_and_cuts_no_word(atlas: Atlas, years: tuple[int, int]) -> None:
    events = atlas["events"]
    begun = events["date_first"].dt.year.between(*years)
    figure = on_a_phone(events[begun], atlas, years)
    named = drawn(figure)[lambda rows: rows["label"] != ""]
    assert len(named) > 5
    for row in named.to_dict("records"):
        assert row["label"].replace("\n", " ").replace(" ", "") == row["title"].replace(" ", "")
        assert max(map(len, row["label"].split("\n"))) <= views.SHORT


def test_no_name_on_a_phone_lies_on_a_mark_or_on_another_name(atlas: Atlas) -> None:
    events = atlas["events"]
    figure = on_a_phone(events[events["date_first"].dt.year == 2016], atlas, (2016, 2016))
    ruler = Ruler(2016, 2016, views.PHONE)
    boxes, marks = [], []
    for key, row in drawn(figure).iterrows():
        first, last = (ruler.at(date.fromisoformat(row[side])) for side in ("from", "to"))
        last = first if row["short"] else last
        marks.append((key, first, last, row["y"]))
        if row["label"]:
            size = width_of(row["label"], SIZE)
            left = {"right": last + 7, "left": first - 7 - size, "over": first}[row["side"]]
            foot = row["flag"] + row["label"].count("\n") * 12
            boxes.append((key, left, left + size, row["flag"] - 5, foot + 5))
    assert len(boxes) > 20
    for key, left, right, top, foot in boxes:
        assert left >= 0
        assert right <= views.PHONE + 8
        for other, first, last, y in marks:
            assert key == other or last <= left or first >= right or not top < y < foot, (key, other)
        for other, begin, end, high, low in boxes:
            assert key == other or end <= left or begin >= right or low <= top or high >= foot, (key, other)


def test_up_to_a_dozen_years_are_counted_by_quarter(events: pd.DataFrame, small_atlas: Atlas) -> None:
    crowd = many(events[events["event_id"] == "pipeline-agreement"].assign(weight=2), 200)
    for years, words in (
        ((2010, 2022), "2015, October – December: 200 events"),
        ((2009, 2022), "2015: 200 events"),
    ):
        figure = lanes(crowd, pd.Series(dtype=int), small_atlas, years)
        assert list(figure.drawing.data["bars"]["words"]) == [words]


def test_a_click_on_a_bar_names_its_year_and_on_a_name_its_record(atlas: Atlas) -> None:
    every = atlas["events"].assign(lane=[themes[0] for themes in atlas["events"]["themes"]])
    figure = lanes(every, pd.Series(dtype=int), atlas, (1947, 2026))
    assert isinstance(figure.drawing, Chart)
    params = {param["name"]: param["select"]["fields"] for param in figure.drawing.spec["params"]}
    assert params == {"period": ["first"], "pick": ["record_id"]}
    assert {"first", "number"} <= set(figure.drawing.data["bars"])
    assert "record_id" not in figure.drawing.data["bars"], "a bar is no record"


def test_every_turning_point_of_the_record_is_named_from_afar_on_a_wide_screen(atlas: Atlas) -> None:
    every = atlas["events"].assign(lane=[themes[0] for themes in atlas["events"]["themes"]])
    marks = drawn(lanes(every, pd.Series(dtype=int), atlas, (1947, 2026)))
    assert len(marks) == (every["weight"] == 1).sum()
    assert not list(marks.index[marks["label"] == ""])


def test_no_name_lies_on_a_bar(atlas: Atlas) -> None:
    every = atlas["events"].assign(lane=[themes[0] for themes in atlas["events"]["themes"]])
    figure = lanes(every, pd.Series(dtype=int), atlas, (1947, 2026))
    assert isinstance(figure.drawing, Chart)
    ruler = Ruler(1947, 2026, 1.0)
    bars = figure.drawing.data["bars"].to_dict("records")
    for width in (views.WIDE, 1200.0):
        for row in drawn(figure).to_dict("records"):
            at, size = ruler.at(date.fromisoformat(row["from"])) * width, width_of(row["label"], SIZE)
            left, right = (at - size, at) if row["side"] == "left" else (at, at + size)
            beside = [
                bar
                for bar in bars
                if left < ruler.at(date.fromisoformat(bar["to"])) * width
                and right > ruler.at(date.fromisoformat(bar["from"])) * width
            ]
            covered = [bar for bar in beside if bar["y"] < row["flag"] + 5 and bar["foot"] > row["flag"] - 5]
            assert not covered, row["label"]


def test_the_axis_is_said_once_more_where_it_can_stay_in_view(
    events: pd.DataFrame, counts: pd.Series, small_atlas: Atlas
) -> None:
    figure = lanes(events, counts, small_atlas, (2014, 2014))
    assert isinstance(figure.drawing, Chart)
    assert [words for _, words in figure.drawing.ruler] == [
        "January 2014", "April 2014", "July 2014", "October 2014",
    ]  # fmt: skip
