"""A deferred mapping is worked out once, by its first reader."""

from __future__ import annotations

import pickle

import pytest

from dashboard.model.deferred import Deferred
from dashboard.model.figure import Chart


def test_a_deferred_mapping_is_made_once_and_only_when_it_is_read() -> None:
    made: list[int] = []

    def make() -> dict[str, int]:
        made.append(1)
        return {"height": 300, "width": 400}

    deferred = Deferred(make)
    assert made == []
    assert deferred["height"] == 300
    assert (dict(deferred), len(deferred)) == ({"height": 300, "width": 400}, 2)
    assert "300" in repr(deferred)
    assert made == [1]


def test_what_was_made_leaves_the_process_as_a_plain_mapping() -> None:
    sent = pickle.loads(pickle.dumps(Deferred(lambda: {"height": 300})))
    assert (type(sent), sent) == (dict, {"height": 300})


def test_what_cannot_be_made_says_so_to_each_reader() -> None:
    deferred = Deferred(lambda: {"share": 1 / 0})
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            dict(deferred)


def test_a_chart_draws_specification_and_rows_at_once_when_one_of_them_is_read() -> None:
    drawn: list[str] = []

    def draw() -> tuple[dict[str, str], dict[str, list[int]]]:
        drawn.append("chart")
        return {"mark": "line"}, {"rows": [1, 2]}

    chart = Chart.drawn_when_read(draw)
    assert chart.selectable
    assert drawn == []
    assert dict(chart.data) == {"rows": [1, 2]}
    assert dict(chart.spec) == {"mark": "line"}
    assert drawn == ["chart"]
