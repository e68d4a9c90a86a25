"""At the place nearest to the pointer all series say their value, and a click on a name sets its line off."""

from __future__ import annotations

import altair as alt
import pandas as pd

from dashboard.views import crosshair, year_axis
from dashboard.views.theme import layered

VALUES = pd.DataFrame(
    {
        "x": ["2016-07-01", "2015-07-01", "2016-07-01", "2018-07-01"],
        "when": ["2016", "2015", "2016", "2018"],
        "key": ["b", "a", "a", "b"],
        "words": ["144.7", "90.0", "272.0", "0.0"],
    }
)


def test_each_place_holds_what_every_series_says_there() -> None:
    table = crosshair.table(VALUES, "x", {"b": "Sender"})
    # The series stand in the order in which they come: b, then a.
    assert table[["x", "when", "v0", "v1"]].values.tolist() == [
        ["2015-07-01", "2015", crosshair.ABSENT, "90.0"],
        ["2016-07-01", "2016", "144.7", "272.0"],
        ["2018-07-01", "2018", "0.0", crosshair.ABSENT],
    ]
    assert table["said"].tolist() == ["2015\na: 90.0", "2016\nSender: 144.7\na: 272.0", "2018\nSender: 0.0"]


def test_one_series_counted_twice_at_a_place_says_its_first_value() -> None:
    twice = pd.concat([VALUES, VALUES.assign(words="9.9")])
    assert crosshair.table(twice, "x").equals(crosshair.table(VALUES, "x"))


def drawn(picked: bool) -> list[alt.Chart]:
    x = year_axis.along("x", (2015, 2018))
    points = alt.Chart(alt.NamedData("series")).mark_point().encode(x=x, opacity=crosshair.set_off(picked))
    names = alt.Chart(alt.NamedData("names")).mark_text().add_params(crosshair.isolating())
    above = crosshair.readout("light", 10)
    below = crosshair.layers(["Sender", "a"], x, "light")
    return [*below, points.add_params(crosshair.picking()), names, *above]


def test_the_line_lies_below_all_marks_and_its_box_names_every_series() -> None:
    spec = layered(drawn(True), "light")
    alt.LayerChart.from_dict(spec, validate=True)
    line = spec["layer"][0]
    assert line["data"] == {"name": crosshair.NAME}
    assert [tip["title"] for tip in line["encoding"]["tooltip"]] == ["When", "Sender", "a"]
    near = next(param for param in spec["params"] if param["name"] == crosshair.NEAR)
    assert near["select"]["nearest"] is True
    assert "touch" in near["select"]["clear"], "lifting the finger does not take the words away"


def test_a_click_on_a_mark_picks_and_a_click_on_a_name_isolates_and_neither_does_both() -> None:
    spec = layered(drawn(True), "light")
    clicks = {
        param["name"]: param["select"]["on"] for param in spec["params"] if param["name"] != crosshair.NEAR
    }
    assert clicks["pick"].endswith("event.item.datum.record_id]")
    assert clicks[crosshair.ISOLATED].endswith("event.item.datum.least]")


def test_a_line_fades_when_another_is_set_off_and_a_mark_also_when_another_is_picked() -> None:
    both = crosshair.set_off().to_dict()["condition"]["test"]
    assert both == {"and": [{"param": crosshair.ISOLATED}, {"param": "pick"}]}
    assert crosshair.set_off(picked=False).to_dict()["condition"]["param"] == crosshair.ISOLATED
