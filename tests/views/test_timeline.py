"""The timeline shows every event once, says what is uncertain, and never pretends to a precision that nobody
gave.
"""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pandas as pd
import pytest

from dashboard.data.atlas import Atlas
from dashboard.model.figure import Chart, EmptyFigure, Figure, Listing
from dashboard.views import lanes, timeline
from dashboard.views import strip as strips
from dashboard.views.event_marks import of_so_many, words_of_flag
from dashboard.views.labels.placer import width_of
from dashboard.views.labels.timeline import SIZE, Ruler

YEARS = (1947, 2022)


def test_the_list_holds_the_same_events_by_year(events: pd.DataFrame, counts: pd.Series) -> None:
    figure = timeline.listing(
        events, counts, {"diplomacy": "Diplomacy", "trade": "Trade", "energy": "Energy"}
    )
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Listing)
    assert [year for year, _ in figure.drawing.groups] == ["1950", "2015", "2017", "2018"]
    items = {item.record_id: item for _, group in figure.drawing.groups for item in group}
    assert set(items) == set(events["event_id"]) == set(figure.record_ids)
    assert items["visit-dropped"].when == "2017 · did not happen"
    assert items["trade-round"].when == "about 2018"
    assert items["pipeline-agreement"].sources == 3


def test_the_list_says_the_year_of_most_events_if_there_is_one(
    events: pd.DataFrame, counts: pd.Series
) -> None:
    assert timeline.listing(events, counts, {}).title == "4 events as a list"
    again = pd.concat([events, events.iloc[[-1]].assign(event_id="again")])
    most = pd.to_datetime(again["date_first"]).dt.year.mode()[0]
    assert timeline.listing(again, counts, {}).title == f"5 events as a list, most in {most}: 2"
    assert timeline.listing(events.iloc[:1], counts, {}).title == "1 event as a list"


def test_the_newest_say_of_when_the_latest_event_is(events: pd.DataFrame, counts: pd.Series) -> None:
    latest_first = events.sort_values("date_first", ascending=False)
    figure = timeline.newest(latest_first, counts, {})
    assert figure.title == f"The latest event: {latest_first['date_caption'].iloc[0]}"


def test_the_strip_labels_the_turning_points_only(
    events: pd.DataFrame, counts: pd.Series, small_atlas: Atlas
) -> None:
    figure = strips.strip(events, events[events["weight"] == 1], small_atlas["eras"], YEARS, YEARS, "light")
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Chart)
    assert list(figure.drawing.data["labels"]["record_id"]) == ["pipeline-agreement"]
    assert len(figure.drawing.data["events"]) == 4
    assert figure.title == "The whole story, 1947–2022, in 1 turning point"


def strip_of(events: pd.DataFrame, eras: pd.DataFrame, chosen: tuple[int, int]) -> Figure:
    figure = strips.strip(events, events, eras, YEARS, chosen, "light")
    assert isinstance(figure, Figure)
    return figure


def layer_of(figure: Figure, data: str, mark: str) -> int:
    """The place of a layer in the order of drawing."""
    assert isinstance(figure.drawing, Chart)
    layers = figure.drawing.spec["layer"]
    return next(
        place
        for place, layer in enumerate(layers)
        if layer["data"]["name"] == data and layer["mark"]["type"] == mark
    )


def test_the_chosen_years_are_framed_above_the_eras_whatever_chose_them(
    events: pd.DataFrame, small_atlas: Atlas
) -> None:
    figure = strip_of(events, small_atlas["eras"], (2014, 2021))
    assert isinstance(figure.drawing, Chart)
    (frame,) = figure.drawing.data["chosen"].to_dict("records")
    assert frame == {"from": "2014-01-01", "to": "2021-12-31", "words": "2014–2021"}
    assert layer_of(figure, "bands", "rect") < layer_of(figure, "chosen", "rect")
    whole = strip_of(events, small_atlas["eras"], YEARS)
    assert isinstance(whole.drawing, Chart)
    assert whole.drawing.data["chosen"].empty


def test_a_name_on_the_strip_can_be_clicked_as_its_dot_can(events: pd.DataFrame, small_atlas: Atlas) -> None:
    figure = strip_of(events, small_atlas["eras"], YEARS)
    assert isinstance(figure.drawing, Chart)
    names = figure.drawing.spec["layer"][layer_of(figure, "labels", "text")]
    assert names["encoding"]["tooltip"], "a layer beside that of the parameter takes clicks by its tooltip"
    assert "record_id" in figure.drawing.data["labels"]


def test_every_era_has_its_name_in_lines_that_fit_its_band(atlas: Atlas) -> None:
    events = atlas["events"]
    figure = strip_of(events[events["weight"] == 1], atlas["eras"], YEARS)
    assert isinstance(figure.drawing, Chart)
    bands = figure.drawing.data["bands"]
    for column, width, most in (("lines", strips.WIDE, 2), ("middle_lines", strips.MIDDLE, 3)):
        names = [words.split("\n") for words in bands[column]]
        assert [" ".join(lines) for lines in names] == list(bands["label"])
        assert max(len(lines) for lines in names) <= most
        ruler = Ruler(*YEARS, width)
        room = [
            ruler.at(date.fromisoformat(end)) - ruler.at(date.fromisoformat(start))
            for start, end in zip(bands["from"], bands["to"], strict=True)
        ]
        assert all(
            width_of(line, SIZE) < pixels for lines, pixels in zip(names, room, strict=True) for line in lines
        )


def test_a_phone_has_flags_of_its_own_and_nothing_unseen_widens_a_drawing(atlas: Atlas) -> None:
    every = atlas["events"]
    figure = strips.strip(
        every,
        every[every["weight"] == 1],
        atlas["eras"],
        (1947, 2026),
        (1947, 2026),
        "light",
    )
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Chart)
    flags = figure.drawing.data["labels"]
    for name, width, _ in strips.LAYOUTS:
        label = f"{name}label"
        told = flags[flags[label] != ""]
        assert len(told) >= len(flags) / 2
        assert all(width_of(line, SIZE) < width for words in told[label] for line in words.split("\n"))
        assert not told[label].str.contains("…").any()
        whole = [f"{when[:4]} {title}" for when, title in zip(told["x"], told["title"], strict=True)]
        shown = [" ".join(words.split("\n")) for words in told[label]]
        assert all(of.startswith(words) for of, words in zip(whole, shown, strict=True))
    lane = lanes.lanes(
        every.assign(lane=[themes[0] for themes in every["themes"]]),
        pd.Series(dtype=int),
        atlas["themes"],
        atlas["eras"],
        YEARS,
        "light",
    )
    assert isinstance(lane, Figure)
    assert isinstance(lane.drawing, Chart)
    for spec in (figure.drawing.spec, lane.drawing.spec):
        words = [layer["encoding"] for layer in spec["layer"] if layer["mark"]["type"] == "text"]
        assert words
        assert not [one for one in words if "opacity" in one], (
            "words of opacity 0 take room beside the chart: it would be drawn narrower"
        )


def test_turning_points_that_find_no_name_are_counted_and_the_reader_is_told(
    events: pd.DataFrame, counts: pd.Series, small_atlas: Atlas
) -> None:
    heavy = events.assign(weight=1)
    figure = strips.strip(heavy, heavy.iloc[:3], small_atlas["eras"], YEARS, YEARS, "light")
    assert isinstance(figure, Figure)
    assert figure.title == "The whole story, 1947–2022, in 4 turning points"
    assert "the 3 with most sources are named" in figure.note


def test_a_drawing_of_some_of_the_chosen_events_says_so_and_one_of_all_says_nothing(
    events: pd.DataFrame, counts: pd.Series
) -> None:
    figure = timeline.listing(events, counts, {})
    assert of_so_many(figure, 4, 4) is figure
    told = of_so_many(figure, 4, 44_100)
    assert isinstance(told, Figure)
    assert "the 4 weightiest of the 44\u202f100 events" in told.note.replace("\u2009", "\u202f")


def test_no_event_says_why_and_what_to_change(
    events: pd.DataFrame, counts: pd.Series, small_atlas: Atlas
) -> None:
    none = events.iloc[:0]
    for absent in (
        lanes.lanes(none, counts, small_atlas["themes"], small_atlas["eras"], YEARS, "light"),
        timeline.listing(none, counts, {}),
        timeline.newest(none, counts, {}),
        strips.strip(none, none, small_atlas["eras"], YEARS, YEARS, "light"),
    ):
        assert isinstance(absent, EmptyFigure)
        assert absent.why
        assert absent.change


def test_on_a_phone_the_strip_is_as_high_as_its_flags_there_and_elsewhere_as_those_of_a_screen(
    atlas: Atlas,
) -> None:
    turning, span = atlas["events"][atlas["events"]["weight"] == 1], (1947, 2026)
    for narrow, columns in ((False, ["level", "middle_level"]), (True, ["phone_level"])):
        figure = strips.strip(turning, turning, atlas["eras"], span, span, "light", narrow)
        assert isinstance(figure, Figure)
        assert isinstance(figure.drawing, Chart)
        flags = figure.drawing.data["labels"]
        highest = flags[columns].max(axis=None)
        assert figure.drawing.spec["height"] == 74 + (highest + 1) * strips.FLAG
        assert not narrow or highest < strips.MOST_ON_PHONE, "it ends within the first screen"
        # A pole that rose above a drawing of another width would make it lower: white would stand above it.
        assert all(flags[f"{name}level"].max() <= highest for name, *_ in strips.LAYOUTS)


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Treaty on the river signed at the border", "1971 Treaty on the river signed"),
        ("Short", "1971 Short"),
        # A head of a few letters says too little: the whole title stands in lines.
        ("Loan for a mill that nobody ever built", "1971 Loan for a mill that nobody\never built"),
        ("Two ministers agree upon nothing whatever", "1971 Two ministers agree upon\nnothing whatever"),
    ],
)
def test_words_of_a_flag_end_before_a_preposition_or_stand_whole_in_lines(title: str, words: str) -> None:
    assert words_of_flag(1971, title, 32) == words


def test_no_flag_of_the_strip_lies_on_another_at_any_width_that_shows_it(atlas: Atlas) -> None:
    turning = atlas["events"][atlas["events"]["weight"] == 1]
    span = (1947, 2026)
    figure = strips.strip(turning, turning, atlas["eras"], span, span, "light")
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Chart)
    flags = figure.drawing.data["labels"]
    for name, least, _ in strips.LAYOUTS:
        shown = flags[flags[f"{name}label"] != ""].to_dict("records")
        for width in (least, least * 1.2):
            ends = []
            for flag in shown:
                at = Ruler(*span, width).at(date.fromisoformat(flag["x"]))
                lines = flag[f"{name}label"].split("\n")
                size = max(width_of(line, SIZE) for line in lines)
                left = at - size if flag[f"{name}side"] == "left" else at
                rows = {flag[f"{name}level"] - place for place in range(len(lines))}
                ends.append((rows, left, left + size))
            for (rows, left, right), (others, begin, end) in combinations(ends, 2):
                assert rows.isdisjoint(others) or right <= begin or end <= left
