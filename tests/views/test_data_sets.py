"""A data set looks the same on every chart; what stands in one chart only takes what is left."""

from __future__ import annotations

import pytest

from dashboard.views.data_sets import LOOKS, look_of, looks
from dashboard.views.theme import SERIES_COLOURS, Mode


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_data_set_has_one_colour_and_shape_whatever_stands_beside_it(mode: Mode) -> None:
    together = looks(["Here: imports (IMF DOTS)", "There: exports (UN Comtrade)"], mode)
    assert together == ([SERIES_COLOURS[mode][1], SERIES_COLOURS[mode][2]], ["square", "cross"])
    assert looks(["exports, UN Comtrade"], mode) == ([SERIES_COLOURS[mode][2]], ["cross"])


def test_a_second_series_of_a_data_set_keeps_the_shape_and_takes_a_colour_of_its_own() -> None:
    colours, shapes = looks(["exports (UN Comtrade)", "to the old state (UN Comtrade)"], "light")
    assert colours == [SERIES_COLOURS["light"][2], SERIES_COLOURS["light"][3]]
    assert shapes == ["cross", "cross"]


def test_other_series_take_the_colours_that_no_data_set_has() -> None:
    colours, shapes = looks(["first", "second", "imports, Correlates of War"], "light")
    assert colours == [SERIES_COLOURS["light"][place] for place in (3, 4, 0)]
    assert shapes == ["circle", "square", "circle"]
    many = looks([str(number) for number in range(9)], "light")[0]
    assert SERIES_COLOURS["light"][0] not in many
    assert len(many) == 9


def test_no_two_data_sets_share_a_look() -> None:
    assert len(set(LOOKS.values())) == len(LOOKS)
    assert look_of("Deliveries (SIPRI)") is None
