"""A figure cannot be built without its title, its words for those who cannot see it, and the records behind
it.
"""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pandas as pd
import pytest

from dashboard.model.figure import Dots, Figure, Mark


def figure(rows: object = None, **changes: str) -> Figure:
    parts = {"figure_id": "count", "title": "Events", "message": "Two events."} | changes
    shown = pd.DataFrame({"record_id": ["b", "a", "b"]}) if rows is None else rows
    return Figure(drawing=Dots(()), rows=shown, **parts)


def test_a_figure_knows_the_records_behind_it_each_once_and_in_order() -> None:
    assert figure().record_ids == ("b", "a")


@pytest.mark.parametrize(
    "rows",
    [
        pd.DataFrame({"record_id": []}),
        pd.DataFrame({"record_id": ["a", ""]}),
        pd.DataFrame({"title": ["a"]}),
        [],
        pd.DataFrame(),
    ],
)
def test_a_figure_without_record_ids_cannot_be_built(rows: object) -> None:
    with pytest.raises(ValueError, match="record"):
        figure(rows)


@pytest.mark.parametrize("part", ["figure_id", "title", "message"])
@pytest.mark.parametrize("text", ["", "  "])
def test_a_figure_without_its_words_cannot_be_built(part: str, text: str) -> None:
    with pytest.raises(ValueError, match=part):
        figure(**{part: text})


def test_the_ids_of_a_figure_come_from_its_rows_and_nowhere_else() -> None:
    claimed = replace(figure(), record_ids=("something-else",))
    assert claimed.record_ids == ("b", "a")


def test_what_a_figure_rests_on_beside_its_rows_comes_after_them() -> None:
    resting = replace(figure(), rests_on=("c", "a"))
    assert resting.record_ids == ("b", "a", "c")


def test_a_figure_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        figure().title = "Other"  # type: ignore[misc]


def test_a_line_of_a_legend_is_three_pixels_wide_and_without_gaps_unless_told_otherwise() -> None:
    mark = Mark("exports", "#123456")
    assert (mark.shape, mark.dash, mark.width, mark.fill) == ("line", (1, 0), 3, "none")
