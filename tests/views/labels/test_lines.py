"""Names of lines as layers: each series once in the key, a turned name set from its end, leaders unspoken."""

from __future__ import annotations

import altair as alt
import pandas as pd
import pytest

from dashboard.views.labels.beside import LINE, Name
from dashboard.views.labels.lines import ROW, layers, note_layers, notes, room, rows, wide


def test_where_no_name_is_placed_all_stand_in_the_key() -> None:
    told = rows([], {}, {str(number): "Russia counts (IMF)" for number in range(25)})
    assert wide(told) == "false"
    assert list(told["brief"]) == ["Russia counts (IMF)"] * 25
    assert list(told["row"]) == list(range(25))


def test_names_that_need_a_wider_drawing_are_shown_from_its_width_on() -> None:
    name = Name("a", "x" * 124, (0.5, 10.0), 0.0, 0.0, least=860.0)
    assert wide(rows([name], {name.at: ("2020", 1.0)}, {"a": "x"})) == "width > 860"


def test_the_key_says_each_series_once() -> None:
    names = [
        Name("a", "Pakistan", (0.1, 1.0), 0, 0),
        Name("b", "China", (0.2, 1.0), 0, 0),
        Name("a", "Pakistan", (0.3, 1.0), 0, 0),
    ]
    told = rows(names, {name.at: (0, 0.0) for name in names}, {"a": "Pakistan", "b": "the state named"})
    assert list(told["brief"]) == ["Pakistan", "the state named", ""]
    assert list(told["row"]) == [0, 1, 0]


@pytest.mark.parametrize("turned", [False, True])
def test_a_turned_name_is_set_from_its_right_end(turned: bool) -> None:
    name = Name("a", "Pakistan", (0.5, 10.0), -100.0, 0.0, turned=turned)
    (told,) = rows([name], {name.at: (0, 0.0)}, {"a": "Pakistan"}).to_dict("records")
    left, _, right, _ = name.box(800)
    assert told["dx"] == pytest.approx((right if turned else left) - 400, abs=0.1)
    assert isinstance(rows([name], {name.at: (0, 0.0)}, {"a": "Pakistan"}), pd.DataFrame)


def test_what_only_leads_to_a_name_is_not_read_out_and_the_name_is() -> None:
    name = Name("a", "Pakistan", (0.5, 10.0), 20.0, 0.0, (18.0, 0.0))
    told = rows([name], {name.at: ("2020", 0.0)}, {"a": "Pakistan"})
    drawn = [layer.to_dict() for layer in layers(told, alt.Color("key:N"), alt.Shape("key:N"), "light")]
    assert [layer["mark"]["type"] for layer in drawn] == ["rule", "point", "text"]
    assert all(
        layer["mark"].get("aria") is False or layer["encoding"]["description"]["field"] == "words"
        for layer in drawn
    )


def test_words_in_two_lines_are_set_by_the_first() -> None:
    name = Name("a", "Pakistan counts\n(IMF)", (0.5, 10.0), 8.0, 30.0)
    (told,) = rows([name], {name.at: (0, 0.0)}, {"a": "Pakistan"}).to_dict("records")
    assert told["dy"] == 30.0 - LINE / 2


def test_a_note_leads_to_its_record_and_a_drawing_without_any_has_no_layer_for_them() -> None:
    name = Name("embargo", "2014: embargo lifted", (0.5, 10.0), 8.0, 0.0)
    told = notes([name], {name.at: ("2014-07-01", 3.0)})
    assert told[["record_id", "words", "x", "y"]].values.tolist() == [
        ["embargo", "2014: embargo lifted", "2014-07-01", 3.0]
    ]
    drawn = [layer.to_dict() for layer in note_layers(told, "light", [alt.Tooltip("words:N")])]
    words = next(layer for layer in drawn if layer["mark"]["type"] == "text")
    assert words["encoding"]["tooltip"], "a layer beside that of the parameter takes clicks by its tooltip"
    assert note_layers(notes([], {}), "light", []) == []


def test_a_drawing_leaves_room_under_its_key_for_what_stands_over_its_highest_point() -> None:
    key = rows([], {}, {"a": "Russia counts", "b": "Pakistan counts"})
    assert str(room(key, 18)[1].expr) == f"false ? 0 : {2 * ROW + 18}"
    assert str(room(key)[1].expr) == f"false ? 0 : {2 * ROW + 4}"
    assert [str(end.expr) for end in room(key.iloc[:0], 18)] == ["height", "0"], "without a key none"
