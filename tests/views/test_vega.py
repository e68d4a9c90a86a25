"""A drawing written by hand says the same as one that Altair writes, and Vega-Lite's schema takes it."""

from __future__ import annotations

import altair as alt

from dashboard.views import vega


def test_a_column_says_its_type_and_the_second_end_of_a_span_has_none() -> None:
    assert vega.of("day:T", axis=None) == {"field": "day", "type": "temporal", "axis": None}
    assert vega.of("to") == {"field": "to"}


def test_more_of_a_layer_leaves_the_layer_itself_as_it_is() -> None:
    plain = vega.Layer("rows").mark("point").encode(x="year:Q")
    more = plain.filter("datum.shown").calculate(at="datum.day").encode(y="value:Q")
    assert plain.to_dict() == {
        "data": {"name": "rows"},
        "mark": {"type": "point"},
        "encoding": {"x": {"field": "year", "type": "quantitative"}},
    }
    assert more.to_dict()["transform"] == [{"filter": "datum.shown"}, {"calculate": "datum.day", "as": "at"}]
    assert set(more.encoding) == {"x", "y"}


def test_a_parameter_stands_at_the_drawing_and_is_set_in_its_layer() -> None:
    pick = vega.parameter("pick", "point", fields=["record_id"], toggle=False)
    line = vega.Layer("rows").mark("line").encode(x="year:Q")
    spec = vega.layered(line, line.mark("point").add_params(pick), width="container")
    assert spec["params"] == [
        {
            "name": "pick",
            "select": {"type": "point", "fields": ["record_id"], "toggle": False},
            "views": [spec["layer"][1]["name"]],
        }
    ]
    assert "name" not in spec["layer"][0]


def test_the_same_layers_are_written_as_altair_writes_them() -> None:
    x, tips = vega.of("year:Q", scale={"nice": False}), [vega.of("name:N", title="Who"), "year:Q"]
    points = vega.Layer("points").mark("point", filled=True)
    points = points.encode(
        x=x, opacity=vega.value(0.3, condition={"param": "near", "value": 1}), tooltip=tips
    )
    near = vega.parameter("near", "point", encodings=["x"], clear=False)
    words = (
        vega.Layer("words").filter("datum.shown").mark("text").encode(text=vega.value(vega.expr("datum.a")))
    )
    spec = vega.layered(points.add_params(near), words, height=20)
    written = alt.layer(
        alt.Chart(alt.NamedData("points"))
        .mark_point(filled=True)
        .encode(
            x=alt.X("year:Q", scale=alt.Scale(nice=False)),
            opacity=alt.OpacityValue(0.3, condition={"param": "near", "value": 1}),
            tooltip=[alt.Tooltip("name:N", title="Who"), alt.Tooltip("year:Q")],
        )
        .add_params(alt.selection_point(name="near", encodings=["x"], clear=False)),
        alt.Chart(alt.NamedData("words"))
        .transform_filter("datum.shown")
        .mark_text()
        .encode(text=alt.TextValue(alt.ExprRef("datum.a"))),
    ).properties(height=20)
    expected = written.to_dict()
    view = expected["layer"][0]["name"]
    assert {**spec, "$schema": ""} == _renamed({**expected, "config": {}, "$schema": ""}, view)
    alt.LayerChart.from_dict(spec, validate=True)


def _renamed(spec: vega.Part, view: str) -> vega.Part:
    """The specification without Altair's own look, its view named as here."""
    spec = {name: part for name, part in spec.items() if name != "config"}
    first = {**spec["layer"][0], "name": "view_0"}
    params = [{**param, "views": ["view_0"]} for param in spec["params"] if param["views"] == [view]]
    return {**spec, "layer": [first, *spec["layer"][1:]], "params": params}
