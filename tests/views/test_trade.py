"""Trade as it is drawn: lines that join nothing they must not, bars over exactly their months, a gap that can
be read.
"""

from __future__ import annotations

import pandas as pd
import pytest

from dashboard.data.atlas import Atlas
from dashboard.model.figure import Chart, EmptyFigure, Figure, Grid
from dashboard.queries import stated as ask_stated
from dashboard.queries import trade as ask
from dashboard.queries.bends import bends, events_at
from dashboard.views import stated, trade, trade_statements
from dashboard.views.labels import beside as placing
from dashboard.views.labels import lines as line_labels
from dashboard.views.labels import trade as trade_labels
from dashboard.views.labels.placer import width_of

YEARS = (1947, 2026)


@pytest.fixture(scope="module")
def series(atlas: Atlas) -> pd.DataFrame:
    return ask.plotted(ask.trade_series(atlas["indicators"], atlas["observations"], atlas.subject))


@pytest.fixture(scope="module")
def told(atlas: Atlas) -> pd.DataFrame:
    own = ask.stated_trade(atlas["quantities"], atlas.subject.directions)
    return own.assign(by=own["quantity_id"].map(ask_stated.speakers(atlas["evidence"], atlas["sources"])))


def small(
    values: dict[int, float],
    indicator_id: str = "one",
    label: str = "One (IMF DOTS)",
    partner: str = "Pakistan",
) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "indicator_id": indicator_id,
            "label": label,
            "partner": partner,
            "reporter": "Russia",
            "year": list(values),
            "value": list(values.values()),
            "status": "observed",
            "period_caption": [str(year) for year in values],
        }
    )


NOTHING = pd.DataFrame(
    {
        name: pd.Series(dtype=object)
        for name in (
            "quantity_id",
            "value",
            "unit",
            "qualifier",
            "summary",
            "by",
            "million",
            "period_caption",
        )
    }
)
NOTHING = NOTHING.assign(
    period_first=pd.Series(dtype="datetime64[s]"), period_last=pd.Series(dtype="datetime64[s]")
)


def quantity(first: str, last: str, qualifier: str = "exact", by: str = "official") -> pd.DataFrame:
    return pd.DataFrame(
        {
            "quantity_id": ["q"],
            "value": [660.0],
            "unit": ["USD million"],
            "qualifier": [qualifier],
            "summary": ["Trade."],
            "by": [by],
            "million": [660.0],
            "period_caption": ["then"],
            "period_first": [pd.Timestamp(first)],
            "period_last": [pd.Timestamp(last)],
        }
    )


def drawing(figure: Figure | EmptyFigure) -> Chart:
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Chart)
    return figure.drawing


@pytest.mark.parametrize(
    ("values", "lengths"),
    [
        ({2015: 1, 2016: 2, 2017: 3}, [3]),
        ({2015: 1, 2017: 2, 2018: 3}, [1, 2]),
        ({2008: 1, 2012: 2, 2016: 3}, [1, 1, 1]),
    ],
    ids=["whole", "a year is missing", "every fourth year"],
)
def test_a_line_joins_only_years_that_follow_each_other(values: dict[int, float], lengths: list[int]) -> None:
    assert list(trade.segments(small(values)).groupby("segment", sort=False).size()) == lengths


@pytest.mark.parametrize("direction", ["to-russia", "to-pakistan", "total"])
def test_no_line_joins_two_reporters_or_two_data_sets(series: pd.DataFrame, direction: str) -> None:
    drawn = trade.segments(series[series["direction"] == direction])
    assert drawn.groupby("segment")["record_id"].nunique().max() == 1
    assert drawn.groupby("segment")["reporter"].nunique().max() == 1


def test_points_of_every_fourth_year_have_no_line_between_them(series: pd.DataFrame) -> None:
    drawn = trade.segments(series[series["indicator_id"].str.startswith("comtrade")])
    assert drawn["segment"].is_unique


@pytest.mark.parametrize("scale", ["linear", "log"])
@pytest.mark.parametrize("direction", ["to-russia", "to-pakistan", "total"])
def test_no_doubtful_value_is_drawn(
    atlas: Atlas, series: pd.DataFrame, told: pd.DataFrame, direction: str, scale: trade.Scale
) -> None:
    figure = trade.lines(
        series[series["direction"] == direction],
        told[told["direction"] == direction],
        "There",
        YEARS,
        scale,
        "light",
    )
    drawn = drawing(figure).data["series"]
    doubtful = atlas["observations"][atlas["observations"]["status"] == "doubtful"]
    keys = set(doubtful[["indicator_id", "period"]].itertuples(index=False, name=None))
    assert not keys & set(drawn[["record_id", "when"]].itertuples(index=False, name=None))
    assert not {"2022", "2023"} & set(drawn.loc[drawn["record_id"].str.startswith("dots"), "when"])


def test_a_zero_cannot_stand_on_a_log_scale_and_the_note_says_so() -> None:
    values = small({2015: 0.0, 2016: 5.0, 2017: 0.0})
    figure = trade.lines(values, NOTHING, "There", YEARS, "log", "light")
    assert list(drawing(figure).data["series"]["value"]) == [5.0]
    assert isinstance(figure, Figure)
    assert "2 values of 0 cannot stand on a logarithmic scale and are left out." in figure.note
    linear = trade.lines(values, NOTHING, "There", YEARS, "linear", "light")
    assert isinstance(linear, Figure)
    assert "logarithmic" not in linear.note


@pytest.mark.parametrize(
    ("first", "last", "to", "months"),
    [
        ("2018-01-01", "2018-10-31", "2018-11-01", 10),
        ("2020-07-01", "2021-06-30", "2021-07-01", 12),
        ("2020-07-01", "2021-04-30", "2021-05-01", 10),
    ],
    ids=["ten months", "a fiscal year", "ten months of a fiscal year"],
)
def test_a_bar_covers_exactly_the_months_of_its_number(first: str, last: str, to: str, months: int) -> None:
    (mark,) = stated.over_periods(quantity(first, last), "million").to_dict("records")
    assert (mark["from"], mark["to"]) == (f"{first}", to)
    begin, end = pd.Timestamp(mark["from"]), pd.Timestamp(mark["to"])
    assert (end.year - begin.year) * 12 + end.month - begin.month == months
    assert begin < pd.Timestamp(mark["x"]) < end


def test_the_ten_months_of_2018_are_drawn_as_ten_months(told: pd.DataFrame) -> None:
    marks = stated.over_periods(told, "million").set_index("record_id")
    assert tuple(marks.loc["trade-2018-ten-months", ["from", "to", "value", "says"]]) == (
        "2018-01-01",
        "2018-11-01",
        660.0,
        stated.SAYS["document"],
    )


@pytest.mark.parametrize(
    ("qualifier", "shape"),
    [
        ("exact", "diamond"),
        ("about", "diamond"),
        ("over", "triangle-up"),
        ("under", "triangle-down"),
        ("up-to", "triangle-down"),
    ],
)
def test_a_limit_does_not_look_like_a_number(qualifier: str, shape: str) -> None:
    assert list(stated.over_periods(quantity("2023-01-01", "2023-12-31", qualifier), "million")["shape"]) == [
        shape
    ]


def test_what_documents_say_is_filled_and_what_others_say_is_not() -> None:
    both = pd.concat(
        [quantity("2018-01-01", "2018-12-31", by="document"), quantity("2019-01-01", "2019-12-31")]
    )
    spec = drawing(trade.lines(small({2018: 1.0}), both, "There", YEARS, "linear", "light")).spec
    (fill,) = {
        str(layer["encoding"]["fill"]["scale"]) for layer in spec["layer"] if "fill" in layer["encoding"]
    }
    assert stated.SAYS["document"] in fill
    assert stated.SAYS["official"] in fill
    assert "#1b1f24" in fill
    assert "#ffffff" in fill


def test_nothing_to_draw_says_why() -> None:
    assert isinstance(trade.lines(small({}), NOTHING, "There", YEARS, "linear", "light"), EmptyFigure)


def test_each_document_leads_from_its_number_to_its_check(told: pd.DataFrame) -> None:
    own = told[told["quantity_id"].isin(["trade-2018-ten-months", "trade-2016-lcci"])].assign(
        said_by="A paper"
    )
    figure = trade_statements.statements(
        own, {"trade-2018-ten-months": ("check-bokhari-660m", "supported", "supported")}
    )
    assert isinstance(figure, Figure)
    assert isinstance(figure.drawing, Grid)
    document, official = figure.drawing.rows
    assert document[-1].record_id == "check-bokhari-660m"
    assert document[0].text == "January – October 2018"
    assert official[-1].record_id == ""
    assert figure.title == "2 stated numbers of trade; 1 checked: 1 supported"
    two = {
        "trade-2018-ten-months": ("check-bokhari-660m", "contradicted", "contradicted"),
        "trade-2016-lcci": ("check-lcci", "partly", "partly supported"),
    }
    title = trade_statements.statements(own, two).title
    assert title.endswith("; 2 checked: 1 partly supported and 1 contradicted")
    assert trade_statements.statements(own, {}).title == "2 stated numbers of trade; none is checked"
    assert list(figure.drawing.groups.values()) == [
        "In the documents",
        "By officials, chambers and the press",
    ]


@pytest.mark.parametrize("years", [YEARS, (1992, 2026), (2010, 2020)])
@pytest.mark.parametrize("scale", ["linear", "log"])
@pytest.mark.parametrize("direction", ["to-russia", "to-pakistan", "total"])
def test_every_line_is_named_beside_itself(
    series: pd.DataFrame, told: pd.DataFrame, direction: str, scale: trade.Scale, years: tuple[int, int]
) -> None:
    own = series[(series["direction"] == direction) & series["year"].between(*years)]
    chart = drawing(trade.lines(own, told[told["direction"] == direction], "There", years, scale, "light"))
    names = chart.data["names"]
    assert set(names["key"]) == set(chart.data["series"]["label"])
    assert names["words"].is_unique
    assert line_labels.wide(names) != "false"
    assert names["least"].max() <= 860
    assert not [
        layer
        for layer in chart.spec["layer"]
        if layer["encoding"].get("color", {}).get("legend")
        or layer["encoding"].get("shape", {}).get("legend")
    ]


@pytest.mark.parametrize("direction", ["to-russia", "to-pakistan"])
def test_no_name_and_no_event_at_a_bend_crosses_the_line_of_a_break(
    series: pd.DataFrame, told: pd.DataFrame, atlas: Atlas, direction: str
) -> None:
    own = series[series["direction"] == direction]
    breaks = ask.breaks_in(own, atlas["breaks"])
    named = events_at(bends(own), atlas["events"], pd.Series(dtype=int), "trade")
    stated_there = told[told["direction"] == direction]
    chart = drawing(trade.lines(own, stated_there, "There", YEARS, "linear", "light", breaks, named))
    rules = [placing.share(pd.Timestamp(day), YEARS) for day in chart.data["breaks"]["x"]]
    assert rules
    assert len(chart.data["notes"]) >= 2
    titles = set(named["title"])
    for row in chart.data["notes"].to_dict("records"):
        assert row["words"].replace("\n", " ").partition(": ")[2] in titles, "a title is cut"
    for row in [*chart.data["names"].to_dict("records"), *chart.data["notes"].to_dict("records")]:
        for width in (700.0, 1000.0, 1400.0):
            end = placing.share(pd.Timestamp(row["x"]), YEARS) * width + row["dx"]
            size = width_of(row["words"], placing.SIZE)
            left, right = (end - size, end) if row["turned"] else (end, end + size)
            assert not [rule for rule in rules if left < rule * width < right], row["words"]


def test_a_line_of_one_year_says_its_value_once() -> None:
    figure = trade.lines(small({2005: 150.5}), NOTHING, "There", (2000, 2010), "linear", "light")
    assert figure.message is not None
    assert figure.message.count("150.5 in 2005") == 1


def test_an_event_at_a_bend_is_named_stands_behind_the_figure_and_is_said_to_be_no_cause() -> None:
    values = small({year: 100.0 if year > 2005 else 10.0 for year in range(2000, 2011)})
    named = pd.DataFrame(
        {
            "year": [2006], "value": [100.0], "event_id": ["pact"], "title": ["A pact of the two on goods"],
            "date_caption": ["May 2006"],
        }
    )  # fmt: skip
    figure = trade.lines(values, NOTHING, "There", (2000, 2010), "linear", "light", bends=named)
    assert isinstance(figure, Figure)
    (note,) = drawing(figure).data["notes"].to_dict("records")
    assert (note["record_id"], note["words"].replace("\n", " ")) == (
        "pact",
        "2006: A pact of the two on goods",
    )
    assert "pact" in figure.record_ids
    assert "pact" not in set(figure.rows["record_id"])
    assert "At bends: A pact of the two on goods, May 2006." in figure.message
    assert "does not say that it was the cause" in figure.note
    without = trade.lines(values, NOTHING, "There", (2000, 2010), "linear", "light")
    assert isinstance(without, Figure)
    assert "notes" not in drawing(without).data
    assert "cause" not in without.note


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Russia: imports (IMF DOTS)", "Russia counts (IMF)"),
        ("Russia/USSR: imports (Correlates of War)", "Russia/USSR counts (Correlates of War)"),
        (
            "Pakistan: exports to the Soviet Union (UN Comtrade)",
            "Pakistan counts (UN Comtrade, to the Soviet Union)",
        ),
    ],
)
def test_a_count_has_a_short_name(label: str, name: str) -> None:
    assert trade_labels.called(label) == name


@pytest.mark.parametrize("scale", ["linear", "log"])
def test_every_value_stands_inside_the_drawing(scale: trade.Scale) -> None:
    values = pd.Series([1.0, 17.0, 361.0])
    own = trade_labels.value_axis(values, scale)
    assert all(0 < own.place(value, 400) < 400 for value in values)
    assert own.place(own.high, 400) == 0
    assert own.place(own.low, 400) == 400


@pytest.mark.parametrize(
    ("label", "partner"),
    [
        ("Russia/USSR: imports from Pakistan (Correlates of War)", "Pakistan"),
        ("Pakistan: exports to the Soviet Union (UN Comtrade)", "Soviet Union"),
    ],
)
def test_a_legend_fits_a_phone(label: str, partner: str) -> None:
    drawn = drawing(
        trade.lines(
            small({2018: 1.0}, label=label, partner=partner), NOTHING, "There", YEARS, "linear", "light"
        )
    ).data["series"]
    assert drawn["label"].str.len().max() <= 52
